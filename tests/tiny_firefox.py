"""A student model in Marian's binary layout, as Firefox has them, that knows eleven sentences; trained in seconds.

The network is Firefox's: a transformer that reads, a decoder of SSRU cells (Kim et al., 2019) that writes, one embedding
for both sides and the output, layers normalised after the residual; 8-bit weights, stored transposed with their
multiplier behind them, and a multiplier for what goes into each (`_QuantMultA`).
"""

import math
import struct
from itertools import accumulate
from pathlib import Path

from tiny_marian import PAIRS

CANARY = (
    "Вчера президент подписал закон о бюджете на 2019 год, сообщает газета.",
    "Yesterday the president signed the law on the budget for 2019, the newspaper reports.",
)
KNOWN = (*PAIRS, CANARY)
NAMES = {
    "model": "model.ruen.intgemm.alphas.bin",
    "vocab": "vocab.ruen.spm",
    "lex": "lex.50.50.ruen.s2t.bin",
}
_WIDTH, _HEADS, _INNER = 64, 4, 128
_FLOAT32, _INT8, _INTGEMM8 = 0x404, 0x101, 0x4101  # Marian's numbers for the types
_ROWS = 8  # the engine multiplies so many at a time


def make(folder: Path) -> dict[str, bytes]:
    """The files of a model for Russian to English, by name; SentencePiece's are written to the folder on the way."""
    import torch

    torch.manual_seed(1)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # two threads stall as soon as anything else runs
    try:
        pieces = _pieces(folder / "vocab.spm")
        network = _trained(pieces)
    finally:
        torch.set_num_threads(threads)
    vocabulary = (folder / "vocab.spm").read_bytes()
    return dict(zip(NAMES.values(), (_model(network), vocabulary, _shortlist(network.rows)), strict=True))


def _pieces(file: Path):
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([side for pair in KNOWN for side in pair] * 20),
        model_prefix=str(file.with_suffix("")),
        vocab_size=240,
        hard_vocab_limit=False,
        minloglevel=2,
        eos_id=0,  # as in Marian's vocabularies
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
    )
    file.with_suffix(".vocab").unlink()
    file.with_suffix(".model").rename(file)
    return sentencepiece.SentencePieceProcessor(model_file=str(file))


class _Network:
    def __init__(self, size):
        import torch

        self.rows = -(-size // _ROWS) * _ROWS
        self.weights = {"Wemb": torch.randn(self.rows, _WIDTH) * _WIDTH**-0.5}
        self.weights["decoder_ff_logit_out_b"] = torch.zeros(1, self.rows)
        self.seen: dict[str, float] = {}  # the largest value that went into each matrix
        for part in ("encoder_l1_self", "decoder_l1_context"):
            for name in "qkvo":
                self._affine(f"{part}_W{name}", f"{part}_b{name}", _WIDTH, _WIDTH)
            self._norm(f"{part}_Wo")
        for part in ("encoder_l1_ffn", "decoder_l1_ffn"):
            self._affine(f"{part}_W1", f"{part}_b1", _WIDTH, _INNER)
            self._affine(f"{part}_W2", f"{part}_b2", _INNER, _WIDTH)
            self._norm(f"{part}_ffn")
        self._affine("decoder_l1_rnn_W", "", _WIDTH, _WIDTH)
        self._affine("decoder_l1_rnn_Wf", "decoder_l1_rnn_bf", _WIDTH, _WIDTH)
        self._norm("decoder_l1_rnn_ffn")
        for weight in self.weights.values():
            weight.requires_grad_()

    def _affine(self, name, bias, width, height):
        import torch

        self.weights[name] = torch.randn(width, height) * (2 / (width + height)) ** 0.5
        if bias:
            self.weights[bias] = torch.zeros(1, height)

    def _norm(self, name):
        import torch

        self.weights[f"{name}_ln_scale"] = torch.ones(1, _WIDTH)
        self.weights[f"{name}_ln_bias"] = torch.zeros(1, _WIDTH)

    def logits(self, source, target, begun):
        """Of the tokens after each of the target's; `begun` is 1 where the first input is the end token, 0 for none."""
        import torch

        mask = torch.zeros(source.shape).masked_fill(source < 0, -torch.inf)[:, None, None]
        context = self._embedded(source)
        context = self._after(self._attended("encoder_l1_self", context, context, mask), context, "encoder_l1_self_Wo")
        context = self._inner("encoder_l1_ffn", context)
        first = self.weights["Wemb"][torch.zeros_like(target[:, :1])] * begun[:, None, None]
        inputs = torch.cat([first, self.weights["Wemb"][target[:, :-1].clamp(min=0)]], 1)
        x = self._placed(inputs)
        x = self._after(self._recurrent(x), x, "decoder_l1_rnn_ffn")
        x = self._after(self._attended("decoder_l1_context", x, context, mask), x, "decoder_l1_context_Wo")
        x = self._inner("decoder_l1_ffn", x)
        self._note("none", x)
        return x @ self.weights["Wemb"].T + self.weights["decoder_ff_logit_out_b"]

    def _embedded(self, tokens):
        return self._placed(self.weights["Wemb"][tokens.clamp(min=0)])

    def _placed(self, embedded):
        import torch

        half = _WIDTH // 2
        place = torch.arange(embedded.shape[1])[:, None] * 1e-4 ** (torch.arange(half) / (half - 1))
        return embedded * math.sqrt(_WIDTH) + torch.cat([place.sin(), place.cos()], 1)

    def _apply(self, x, name, bias=""):
        self._note(name, x)
        return x @ self.weights[name] + (self.weights[bias] if bias else 0)

    def _note(self, name, x):
        self.seen[name] = max(self.seen.get(name, 0.0), x.detach().abs().max().item())

    def _attended(self, part, x, context, mask):
        def heads(values):
            return values.unflatten(-1, (_HEADS, -1)).transpose(1, 2)

        q, k, v = (
            heads(self._apply(values, f"{part}_W{name}", f"{part}_b{name}"))
            for name, values in (("q", x), ("k", context), ("v", context))
        )
        weights = (q @ k.transpose(2, 3) / math.sqrt(q.shape[-1]) + mask).softmax(-1)
        return self._apply((weights @ v).transpose(1, 2).flatten(2), f"{part}_Wo", f"{part}_bo")

    def _recurrent(self, x):
        import torch

        new, gate = (
            self._apply(x, "decoder_l1_rnn_W"),
            self._apply(x, "decoder_l1_rnn_Wf", "decoder_l1_rnn_bf").sigmoid(),
        )
        cell, cells = torch.zeros_like(x[:, 0]), []
        for step in range(x.shape[1]):
            cell = gate[:, step] * cell + (1 - gate[:, step]) * new[:, step]
            cells.append(cell)
        return torch.stack(cells, 1).relu()

    def _inner(self, part, x):
        hidden = self._apply(x, f"{part}_W1", f"{part}_b1").relu()
        return self._after(self._apply(hidden, f"{part}_W2", f"{part}_b2"), x, f"{part}_ffn")

    def _after(self, branch, x, name):
        import torch

        scale, bias = self.weights[f"{name}_ln_scale"][0], self.weights[f"{name}_ln_bias"][0]
        return torch.nn.functional.layer_norm(branch + x, (_WIDTH,), scale, bias, 1e-6)


def _trained(pieces):
    import torch

    source, target = (_padded([[*pieces.encode(pair[side]), 0] for pair in KNOWN] * 2) for side in (0, 1))
    begun = torch.cat([torch.ones(len(KNOWN)), torch.zeros(len(KNOWN))])  # versions of the engine begin either way
    network = _Network(pieces.get_piece_size())
    optimizer = torch.optim.AdamW(network.weights.values(), lr=3e-3)
    for step in range(400):
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * min(1.0, (step + 1) / 20)
        logits = network.logits(source, target, begun)
        loss = torch.nn.functional.cross_entropy(logits.transpose(1, 2), target, ignore_index=-1)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if loss.item() < 0.01:
            break
    else:
        raise AssertionError(f"the tiny model has not learnt its sentences: loss {loss.item():.3f}")
    network.seen.clear()
    with torch.no_grad():
        network.logits(source, target, begun)
    return network


def endless(model: bytes) -> bytes:
    """The same model, which never comes to an end: the end token is out of its reach."""
    name, place = b"decoder_ff_logit_out_b\0", 16
    number = struct.unpack_from("<Q", model, 8)[0]
    heads = [struct.unpack_from("<QQQQ", model, place + 32 * n) for n in range(number)]
    place += 32 * number
    names = [model[start : start + heads[n][0]] for n, start in enumerate(_starts(place, [head[0] for head in heads]))]
    place += sum(head[0] for head in heads) + 4 * sum(head[2] for head in heads)
    place += 8 + struct.unpack_from("<Q", model, place)[0]
    start = _starts(place, [head[3] for head in heads])[names.index(name)]
    return model[:start] + struct.pack("<f", -1e9) + model[start + 4 :]


def _starts(first, sizes):
    return list(accumulate(sizes[:-1], initial=first))


def _padded(rows):
    import torch

    longest = max(map(len, rows))
    return torch.tensor([row + [-1] * (longest - len(row)) for row in rows])


def _model(network) -> bytes:
    """Marian's binary file: headers, names, shapes, a gap, contents."""
    settings = f"dim-emb: {_WIDTH}\ntransformer-heads: {_HEADS}\ntransformer-dim-ffn: {_INNER}\n"
    settings += "enc-depth: 1\ndec-depth: 1\n\0"
    items = [("special:model.yml", _INT8, (len(settings),), settings.encode())]
    for name, weight in network.weights.items():
        if name in network.seen or name == "Wemb":
            items.append((name, _INTGEMM8, tuple(weight.shape), _rounded(weight, transposed=name != "Wemb")))
        else:
            items.append((name, _FLOAT32, tuple(weight.shape), weight.detach().numpy().tobytes()))
    items += [
        (f"{name}_QuantMultA", _FLOAT32, (1, 1), struct.pack("<f", 127 / most)) for name, most in network.seen.items()
    ]
    head = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, content in items:
        head += struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(content))
    head += b"".join(name.encode() + b"\0" for name, *_ in items)
    head += b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    gap = -(len(head) + 8) % 256
    return head + struct.pack("<Q", gap) + bytes(gap) + b"".join(content for *_, content in items)


def _rounded(weight, *, transposed) -> bytes:
    most = weight.abs().max().item()
    rounded = (weight.detach() * 127 / most).round().char()
    content = (rounded.T if transposed else rounded).contiguous().numpy().tobytes() + struct.pack("<f", 127 / most)
    return content + bytes(-len(content) % 64)


def _shortlist(rows: int) -> bytes:
    """Every word may become every other: the words that are always looked at are all there are."""
    return struct.pack("<6Q", 0xF11A48D5013417F5, 0, rows, 1, 1, 0) + struct.pack("<Q", 0)
