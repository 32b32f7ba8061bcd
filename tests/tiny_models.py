"""Tiny random encoder-decoders of every architecture, in folders of the hub's shape, with tokenizers trained on the spot."""

import json
import random
from pathlib import Path

from summarizer.engine.runtime import Device
from summarizer.engine.spec import Decoding, Spec

FLOAT32 = Device("cpu", "float32", 1)
_NOUNS = """
мэр совет бюджет мост река школа хлеб суд поезд завод министр столица зима снег рынок газета театр врач
""".split()  # noqa: SIM905 - a list of literals is harder to read
_VERBS = """
открыл принял закрыл увидел купил продал построил отложил обсудил показал нашёл забыл
""".split()  # noqa: SIM905 - a list of literals is harder to read
_ENGLISH = """
the mayor council budget bridge river school bread court train plant minister capital winter snow market
""".split()  # noqa: SIM905 - a list of literals is harder to read


def sentences(number=50):
    """Sentences of both languages, some with figures, signs and letters that no piece has."""
    chance = random.Random(7)
    made = []
    for n in range(number):
        words = [*chance.choices(_NOUNS, k=2), chance.choice(_VERBS), *chance.choices(_NOUNS, k=n % 5)]
        if n % 2:
            words = [*chance.choices(_ENGLISH, k=4 + n % 6)]
        made.append(" ".join(words).capitalize() + chance.choice((".", "!", " — 5,3 %.", " «да», 8.", "?")))
    return made


def spec(family, task="translate", **fields):
    directions = ("ru-ru", "en-en", "ru-en", "en-ru")
    return Spec(
        name="tiny", family=family, tasks=(task,), directions=directions, window=64, decoding=Decoding(beam=1), **fields
    )


def pieces(file: Path, kind="unigram", **options) -> Path:
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences(400)),
        model_prefix=str(file.with_suffix("")),
        model_type=kind,
        vocab_size=220,
        hard_vocab_limit=False,
        minloglevel=2,
        **options,
    )
    file.with_suffix(".vocab").unlink()
    return file.with_suffix(".model").rename(file)


def nllb(folder: Path):
    pieces(folder / "sentencepiece.bpe.model", "bpe")
    codes = {"additional_special_tokens": ["deu_Latn", "eng_Latn", "rus_Cyrl"], "src_lang": "rus_Cyrl"}
    _json(folder / "tokenizer_config.json", tokenizer_class="NllbTokenizer", **codes)
    return _m2m100(folder)


def m2m100(folder: Path):
    import sentencepiece

    file = pieces(folder / "sentencepiece.bpe.model", "bpe")
    model = sentencepiece.SentencePieceProcessor(model_file=str(file))
    names = [model.id_to_piece(n) for n in range(3, model.get_piece_size())]
    _json(folder / "vocab.json", **{name: n for n, name in enumerate(["<s>", "<pad>", "</s>", "<unk>", *names])})
    _json(folder / "tokenizer_config.json", tokenizer_class="M2M100Tokenizer", src_lang="ru", tgt_lang="en")
    return _m2m100(folder)


def mbart25(folder: Path):
    return _mbart(folder, "MBartTokenizer")


def mbart50(folder: Path):
    return _mbart(folder, "MBart50Tokenizer")


def bart(folder: Path):
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration

    trained = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained.train_from_iterator(sentences(400), vocab_size=400, special_tokens=special, show_progress=False)
    trained.save_model(str(folder))
    _json(folder / "tokenizer_config.json", tokenizer_class="BartTokenizer")
    config = BartConfig(vocab_size=_size(folder), forced_eos_token_id=None, decoder_start_token_id=2, **_BART)
    return _save(BartForConditionalGeneration(config), folder)


def t5(folder: Path, **config):
    from transformers import T5Config, T5ForConditionalGeneration

    return _save(T5ForConditionalGeneration(_t5(folder, T5Config, **config)), folder)


def t5_gated(folder: Path):
    """As T5 1.1 and MADLAD are: gated, with an output layer of its own, and the embedding under the decoder's name."""
    import torch
    from safetensors.torch import load_file, save_file

    model = t5(folder, feed_forward_proj="gated-gelu", tie_word_embeddings=False)
    model.lm_head.weight = torch.nn.Parameter(model.lm_head.weight.detach().flip(0).clone())
    weights = load_file(folder / "model.safetensors")
    weights["decoder.embed_tokens.weight"] = weights.pop("shared.weight")
    weights["lm_head.weight"] = model.lm_head.weight.detach().clone()
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    _json(folder / "config.json", **(config | {"tie_word_embeddings": False}))
    return model


def longt5(folder: Path):
    """What CTranslate2's converter does not know."""
    from transformers import LongT5Config, LongT5ForConditionalGeneration

    return _save(LongT5ForConditionalGeneration(_t5(folder, LongT5Config)), folder)


_BART = {
    "d_model": 32,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "max_position_embeddings": 128,
    "scale_embedding": True,
    "bos_token_id": 0,
    "pad_token_id": 1,
    "eos_token_id": 2,
}


def _m2m100(folder):
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    config = M2M100Config(vocab_size=_size(folder), decoder_start_token_id=2, **_BART)
    return _save(M2M100ForConditionalGeneration(config), folder)


def _mbart(folder, tokenizer):
    from transformers import MBartConfig, MBartForConditionalGeneration

    pieces(folder / "sentencepiece.bpe.model")
    _json(folder / "tokenizer_config.json", tokenizer_class=tokenizer, src_lang="ru_RU", tgt_lang="en_XX")
    config = MBartConfig(vocab_size=_size(folder), forced_eos_token_id=None, tokenizer_class=tokenizer, **_BART)
    english = load_tokenizer(folder).convert_tokens_to_ids("en_XX")
    config.decoder_start_token_id = 2 if tokenizer == "MBart50Tokenizer" else english
    return _save(MBartForConditionalGeneration(config), folder)


def _t5(folder, config, **more):
    pieces(folder / "spiece.model", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    _json(folder / "tokenizer_config.json", tokenizer_class="T5Tokenizer")
    return config(
        vocab_size=_size(folder),
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        decoder_start_token_id=0,
        **more,
    )


def _json(file, **content):
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def load_tokenizer(folder):
    import transformers

    kind = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))["tokenizer_class"]
    return getattr(transformers, kind).from_pretrained(folder)


def _size(folder):
    """Rows of the embedding: the tokens, the languages, and the eight of M2M100 that mean nothing."""
    made = load_tokenizer(folder)
    numbers = {**made.get_vocab(), **getattr(made, "lang_token_to_id", {})}.values()
    return max(numbers) + 1 + getattr(made, "num_madeup_words", 0)


def _save(model, folder):
    """Weights so large that outputs differ from sentence to sentence; embeddings so small that no token calls itself."""
    import torch

    random_numbers = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=random_numbers)
            scale = 0.06 if "shared" in name else 0.6
            weight.copy_(noise * scale if weight.dim() > 1 else weight + noise * 0.2)
    model.eval().save_pretrained(folder)
    return model
