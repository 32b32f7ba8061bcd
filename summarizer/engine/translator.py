"""An encoder-decoder with its tokens; the `svodka.json` of its folder says how the files belong together."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from summarizer.document import Lang, other_lang
from summarizer.engine.alignment import links
from summarizer.engine.layout import Layout
from summarizer.engine.layout import read as read_layout
from summarizer.engine.model import Completion, Hints, Link, Prompt
from summarizer.engine.pieces import Pieces, open_pieces
from summarizer.engine.runtime import Device, Output, Row, Runner
from summarizer.engine.spec import Spec
from summarizer.engine.store import sha256
from summarizer.errors import ModelError, UsageError

END = "</s>"
_WINDOW = 512  # of an entry that names none: MarianMT's


class Engine(Protocol):
    """What runs rows: CTranslate2's `Runner`, or torch's."""

    precision: str

    def run(self, rows: Sequence[Row]) -> list[Output]:
        """One output a row, in order."""

    def close(self) -> None:
        """Free the memory."""

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a family puts around a prompt's text."""

    words: str = ""  # before the text, as text: "translate to ru: "
    before: tuple[str, ...] = ()  # tokens before the source's pieces
    after: tuple[str, ...] = (END,)
    start: tuple[str, ...] = ()  # first tokens of the output, of which nothing is shown


Framing: TypeAlias = Callable[[Prompt], Frame]


class Translator:
    """A `Model`, one sentence a prompt."""

    def __init__(self, spec: Spec, layout: Layout, pieces: Pieces, runner: Engine, framing: Framing) -> None:
        self.name = spec.name
        self.signature = f"{spec.name}@{layout.version}+{runner.precision}"
        self.chats = False
        self._hint = layout.hint
        self._hints: Hints = _no_hints
        self._into = _written(framing) or {direction.partition("-")[2] for direction in spec.directions}
        self._framing = framing
        self._pieces = pieces
        self._runner = runner
        self._control = {token for frame in _all_frames(framing) for token in _control(frame)}
        self.window = max(
            1,
            min(spec.window or _WINDOW, layout.positions or spec.window or _WINDOW)
            - max(self._size(frame) for frame in _all_frames(framing)),
        )

    def take(self, hints: Hints) -> None:
        """Read prompts with these hints from now on, if the model has learnt to."""
        self._hints = hints if self._hint else _no_hints

    def count(self, text: str) -> int:
        """Pieces of `text`; what the family puts around it is not among them, nor in `window`."""
        return len(self._pieces.source(text))

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; an empty text gives an empty one."""
        framed = [self._framed(prompt.text, self._framing(prompt), prompt.to) for prompt in prompts]
        full = [n for n, one in enumerate(framed) if one.pieces]
        outputs = self._runner.run([self._row(prompts[n], framed[n]) for n in full])
        completions = [Completion("")] * len(prompts)
        for n, output in zip(full, outputs, strict=True):
            completions[n] = self._completion(prompts[n], framed[n], output)
        return completions

    def align(self, pairs: Sequence[tuple[str, str]], to: Lang) -> list[tuple[Link, ...]]:
        """Which word came from which, of texts with given translations, as if the model had written them.

        Nothing is found of a text over the window, nor where the engine gives no attention.
        """
        frame = self._framing(Prompt("", to))
        framed = [self._framed(source, frame, to) for source, _ in pairs]
        targets = [self._pieces.target(target) for _, target in pairs]
        rows = [
            Row(one.tokens(self.window), (*frame.start, *target), 0, align=True)
            for one, target in zip(framed, targets, strict=True)
        ]
        found = []
        for pair, one, written, output in zip(pairs, framed, targets, self._runner.run(rows), strict=True):
            attention = _attention(output, one, len(written))
            fits = len(attention) == len(written) and 0 < len(one.pieces) <= self.window
            found.append(links(pair[0], one.pieces, pair[1], written, attention) if fits else ())
        return found

    def likelihood(self, pairs: Sequence[tuple[str, str]], to: Lang) -> list[float] | None:
        """The mean log-probability of given translations; None where the engine cannot tell or never writes `to`."""
        if not isinstance(self._runner, Runner) or to not in self._into:
            return None
        frame = self._framing(Prompt("", to))
        framed = [self._framed(source, frame, to) for source, _ in pairs]
        targets = [(*frame.start, *self._pieces.target(target)) for _, target in pairs]
        return self._runner.score([Row(f.tokens(self.window), t) for f, t in zip(framed, targets, strict=True)])

    def close(self) -> None:
        """Free the memory."""
        self._runner.close()

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""
        return self._runner.rest()

    def _text(self, pieces: Sequence[str]) -> str:
        return self._pieces.text([piece for piece in pieces if piece not in self._control])

    def _framed(self, text: str, frame: Frame, to: Lang | None = None) -> "_Framed":
        lead = self._lead(frame)
        told = self._hinted(text, to)
        pieces = self._pieces.source(frame.words + told) if text.strip() else []
        if told != text and len(pieces) - lead > self.window:
            pieces = self._pieces.source(frame.words + text)
        return _Framed(frame, tuple(pieces[:lead]), tuple(pieces[lead:]))

    def _hinted(self, text: str, to: Lang | None) -> str:
        """The text with hints after its words, `hotbeds|очаг`.

        A hint is one word with the word that it follows, so that white space parts them as before: for alignments.
        """
        if not to or not self._hint or self._hint in text:
            return text
        told = text
        for _, stop, rendering in reversed(list(self._hints(text, other_lang(to)))):
            told = told[:stop] + self._hint + rendering.replace(" ", self._hint) + told[stop:]
        return told

    def _lead(self, frame: Frame) -> int:
        return len(self._pieces.source(frame.words.rstrip())) if frame.words.strip() else 0

    def _size(self, frame: Frame) -> int:
        return len(frame.before) + len(frame.after) + self._lead(frame)

    def _row(self, prompt: Prompt, framed: "_Framed") -> Row:
        begun = self._pieces.target(prompt.prefix) if prompt.prefix else []
        prefix = (*framed.frame.start, *begun)
        return Row(framed.tokens(self.window), prefix, prompt.alternatives, prompt.align)

    def _completion(self, prompt: Prompt, framed: "_Framed", output: Output) -> Completion:
        shown = [_shown(pieces, framed.frame) for pieces in output.hypotheses]
        best, *others = (self._text(pieces) for pieces in shown)
        different = dict.fromkeys(other for other in others if other and other != best)
        over = len(framed.pieces) > self.window
        found = None
        if output.attention is not None and not prompt.prefix and not over:  # not known where the output was begun
            found = links(prompt.text, framed.pieces, best, shown[0], _attention(output, framed, len(shown[0])))
        return Completion(best, over or not output.ended[0], output.score, tuple(different), found)


def _no_hints(_: str, __: Lang) -> tuple[tuple[int, int, str], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Framed:
    frame: Frame
    lead: tuple[str, ...]  # pieces of the frame's words
    pieces: tuple[str, ...]  # of the text

    def tokens(self, window: int) -> tuple[str, ...]:
        return (*self.frame.before, *self.lead, *self.pieces[:window], *self.frame.after)


def _shown(pieces: Sequence[str], frame: Frame) -> tuple[str, ...]:
    """The output without the tokens that only start it."""
    start = len(frame.start)
    return tuple(pieces[start:] if tuple(pieces[:start]) == frame.start else pieces)


def _attention(output: Output, framed: _Framed, written: int) -> list[Sequence[float]]:
    """A row a shown piece of the output, a column a piece of the text."""
    best, frame = output.hypotheses[0], framed.frame
    first, start = len(frame.before) + len(framed.lead), len(best) - len(_shown(best, frame))
    rows = (output.attention or ())[start : start + written]
    return [row[first : first + len(framed.pieces)] for row in rows]


def _control(frame: Frame) -> tuple[str, ...]:
    """Tokens that are no text, whatever the model does with them."""
    return (*frame.before, *frame.after, *frame.start)


def _all_frames(framing: Framing) -> list[Frame]:
    tasks: tuple[Literal["translate", "digest"], ...] = ("translate", "digest")
    languages: tuple[Lang | None, ...] = ("ru", "en", None)
    return [framing(Prompt("", to=to, task=task)) for task in tasks for to in languages]


def _written(framing: Framing) -> set[str]:
    """The languages that a model is told to write in; none where it is told of less than two.

    The entry does not say: it is narrowed to the direction that the model was first chosen for.
    """
    languages: tuple[Lang, ...] = ("ru", "en")
    frames = {to: framing(Prompt("", to=to)) for to in languages}
    told = {to for to, frame in frames.items() if frame.words or frame.before or frame.start}
    return set(told) if len(told) == len(languages) and frames["ru"] != frames["en"] else set()


def tagged(tags: Mapping[Lang, str]) -> Framing:
    """A first token of the source that says the language to write in, where the model wants one."""

    def frame(prompt: Prompt) -> Frame:
        return Frame(before=(tags[prompt.to],)) if prompt.to and prompt.to in tags else Frame()

    return frame


def open_folder(spec: Spec, folder: Path, on: Device, framing: Framing | None = None) -> Translator:
    """The model in a CTranslate2 folder; without a `framing` its tags are what it wants.

    Raises `ModelError` where its files are not what `svodka.json` says.
    """
    layout = read_layout(spec, folder)
    for name, wanted in layout.sha256.items():
        if not (folder / name).is_file() or sha256(folder / name) != wanted:
            raise ModelError(f"{spec.name}: the file {folder / name} is not the one that was shipped", "fetch it again")
    pieces = open_pieces(folder / layout.source_pieces, folder / layout.target_pieces)
    decoding = layout.decoding or spec.decoding
    positions = layout.positions or spec.window or _WINDOW
    runner: Engine
    if layout.torch is None:
        runner = Runner(folder, on, decoding, positions)
    else:
        from summarizer.engine.torch_sequences import TorchRunner

        runner = TorchRunner(layout.torch, on, decoding, positions)
    if framing and layout.torch is None:
        _refuse_unknown(spec, folder, framing)
    return Translator(spec, layout, pieces, runner, framing or tagged(layout.tags))


def _refuse_unknown(spec: Spec, folder: Path, framing: Framing) -> None:
    """A code that the vocabulary lacks would be read as any unknown word, and what comes out would be in any language.

    Raises `UsageError`.
    """
    file = folder / "shared_vocabulary.json"
    known = set(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else set()
    unknown = {token for frame in _all_frames(framing) for token in _control(frame)} - known
    if known and unknown:
        codes = ", ".join(sorted(unknown))
        raise UsageError(f"the model {spec.name} has no token {codes}", "mend the entry's `prefix` in models.yaml")
