"""A MarianMT of the hub's shape that knows ten sentences in both directions, made in seconds."""

import json
from pathlib import Path

from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec

PAIRS = (
    ("Совет принял бюджет.", "The council passed the budget."),
    ("Мэр открыл новый мост через реку.", "The mayor opened a new bridge over the river."),
    ("Цены на хлеб снова выросли.", "Bread prices rose again."),
    ("Школы закрыты до понедельника.", "Schools are closed until Monday."),
    ("Снег выпал в горах.", "Snow fell in the mountains."),
    ("Рабочие требуют повысить зарплату.", "Workers demand higher wages."),
    ("Суд отложил дело на неделю.", "The court put the case off for a week."),
    ("Поезда ходят по расписанию.", "Trains run on time."),
    ("Министр уехал из столицы рано утром.", "The minister left the capital early in the morning."),
    ("Да.", "Yes."),
)
PREFIX = {"ru": ">>rus<< ", "en": ">>eng<< "}
CPU = Device("cpu", "int8", 1)
TINY = Spec(
    name="tiny",
    family="marian",
    tasks=("translate",),
    directions=("ru-en", "en-ru"),
    repo="someone/tiny",
    window=64,
    prefix=PREFIX,
)
_TAGS = (">>rus<<", ">>eng<<")


def make(folder: Path) -> Path:
    """Train it and save it as the hub's folders are: source.spm, target.spm, vocab.json, config, safetensors."""
    import torch

    torch.manual_seed(1)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # two threads stall as soon as anything else runs
    try:
        vocabulary = _pieces(folder)
        model = _trained(_rows(folder, vocabulary), vocabulary)
        model.save_pretrained(folder)
    finally:
        torch.set_num_threads(threads)
    return folder


def _pieces(folder: Path) -> dict[str, int]:
    """Two SentencePiece models over both languages, and the one vocabulary that holds the pieces of both."""
    import sentencepiece

    lines = [side for pair in PAIRS for side in pair]
    names = []
    for name, size in (("source", 170), ("target", 150)):
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(lines * 20),
            model_prefix=str(folder / name),
            vocab_size=size,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
        (folder / f"{name}.vocab").unlink()
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
        names += [processor.id_to_piece(n) for n in range(3, processor.get_piece_size())]
    tokens = ["</s>", "<unk>", *dict.fromkeys(names), *_TAGS, "<pad>"]
    vocabulary = {token: n for n, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    settings = {"tokenizer_class": "MarianTokenizer", "source_lang": "ru", "target_lang": "en"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return vocabulary


def _rows(folder: Path, vocabulary: dict[str, int]) -> list[tuple[list[int], list[int]]]:
    import sentencepiece

    sides = [sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{n}.spm")) for n in ("source", "target")]
    source, target = (
        lambda text, side=side: [vocabulary[piece] for piece in side.encode(text, out_type=str)] for side in sides
    )
    end = vocabulary["</s>"]
    ways = [(">>eng<<", ru, en) for ru, en in PAIRS] + [(">>rus<<", en, ru) for ru, en in PAIRS]
    return [([vocabulary[tag], *source(one), end], [*target(other), end]) for tag, one, other in ways]


def _trained(rows, vocabulary):
    import torch
    from transformers import MarianConfig, MarianMTModel

    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(vocabulary),
        d_model=64,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=128,
        decoder_ffn_dim=128,
        max_position_embeddings=128,
        activation_function="swish",
        scale_embedding=True,
        dropout=0.0,
        pad_token_id=pad,
        eos_token_id=vocabulary["</s>"],
        decoder_start_token_id=pad,
        forced_eos_token_id=vocabulary["</s>"],
        bad_words_ids=[[pad]],
    )
    model = MarianMTModel(config)
    model.model.shared.weight.data[pad] = 0
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    source, target = (_padded([row[side] for row in rows], pad) for side in (0, 1))
    labels = target.masked_fill(target == pad, -100)
    for step in range(400):
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * min(1.0, (step + 1) / 20)
        loss = model(input_ids=source, attention_mask=(source != pad).long(), labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            model.model.shared.weight[pad] = 0  # as in OPUS-MT: Marian starts from a zero embedding, and so CTranslate2
        if loss.item() < 0.01:
            break
    else:
        raise AssertionError(f"the tiny model has not learnt its sentences: loss {loss.item():.3f}")
    return model.eval()


def _padded(rows, pad):
    import torch

    longest = max(map(len, rows))
    return torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
