"""The target language's conventions, put on a draft: quotes, dashes, figures, spaces, capitals, the final mark.

Russian: «» with „“ inside, an em dash with spaces, decimal comma, thousands apart by a no-break space, № (Мильчин и
Чельцова, «Справочник издателя и автора»). English: "" with '' inside, decimal point, thousands by commas. Figures are
only rewritten where the source shows what they mean. Every rule leaves alone what it has already put right.
"""

import re
from collections.abc import Callable, Sequence

from summarizer.document import Lang
from summarizer.normalization import SPACES, figures

_NBSP = "\u00a0"
_STAND_IN = 0xF0000  # first code point of a private plane: stands for what must not be touched
_PASSES = 6  # until nothing changes; press text needs one, odd heaps of signs three
_OPENING = {"«", "„", "‟"}
_CLOSING = {"»", "”"}
_EITHER = {'"', "“"}  # direction by what stands around
_MARKS = {"ru": (("«", "»"), ("„", "“")), "en": (('"', '"'), ("'", "'"))}
_TERMINAL = re.compile(r"([.!?…:;]+)[\"'»“”)\]]*$")
_NOTHING_AFTER = re.compile(r"[\"'»“”)\]\s]*$")


def dress(draft: str, source: str, to: Lang, keep: Sequence[str] = ()) -> str:
    """The draft with the conventions of `to`; `keep` lists the things in it that must stay as they are."""
    kept = [thing for thing in dict.fromkeys(keep) if thing and thing in draft]
    text = draft
    for index, thing in enumerate(kept):
        text = text.replace(thing, chr(_STAND_IN + index))
    for _ in range(_PASSES):
        before, text = text, _pass(text, source, to)
        if text == before:
            break
    for index, thing in enumerate(kept):
        text = text.replace(chr(_STAND_IN + index), thing)
    return text


def _pass(text: str, source: str, to: Lang) -> str:
    for rule in (*_RULES[to], _spaces):
        text = rule(text, source)
    return _final_mark(_capital(text, source), source)


def _quotes(to: Lang) -> Callable[[str, str], str]:
    def rule(text: str, _: str) -> str:
        pieces: list[str] = []
        depth = 0
        for index, char in enumerate(text):
            side = _side(text, index, depth)
            if side > 0:
                pieces.append(_MARKS[to][min(depth, 1)][0])
                depth += 1
            elif side < 0:
                depth = max(depth - 1, 0)
                pieces.append(_MARKS[to][min(depth, 1)][1])
            else:
                pieces.append(char)
        return "".join(pieces)

    return rule


def _side(text: str, index: int, depth: int) -> int:
    """1 for a quotation mark that opens, -1 for one that closes, 0 for any other character."""
    char = text[index]
    if char in _OPENING:
        return 1
    if char in _CLOSING:
        return -1
    if char not in _EITHER:
        return 0
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    opens = (not before or before in "([{-—–/«„\"'“" or before.isspace()) and bool(after) and not after.isspace()
    if char == "“" and depth == 2:  # the inner mark of a Russian quotation
        return -1
    return 1 if opens and not (after in ".,;:!?)»" and depth) else -1


def _apostrophes(text: str, _: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def _single_quotes(text: str, _: str) -> str:
    """'word' and ‘word’ are quotations in an English source; Russian has no apostrophes to confuse them with."""
    return re.sub(r"(?<!\w)['‘](?=\w)([^'‘’«»\"]*[^\s'‘’«»\"])['’](?!\w)", r'"\1"', text)


def _dashes(text: str, _: str) -> str:
    text = re.sub(rf"(?<=\S){SPACES}+(?:-{{1,2}}|[–—]){SPACES}+(?=\S)", " — ", text)
    return re.sub(r"(?<=\w)--(?=\w)", " — ", text)


def _russian_dashes(text: str, _: str) -> str:
    text = re.sub(rf"^(?:-|–|—){SPACES}+(?=\S)", "— ", text)
    return re.sub(r"(?<=[^\W\d])[—](?=[^\W\d])", " — ", text)


def _reply_for_quotation(text: str, source: str) -> str:
    """A quotation that goes on in the next sentence is none of the replies that Russian begins with a dash."""
    goes_on = source.count('"') % 2 == 1 or source.count("“") > source.count("”")
    if not (source[:1] in {'"', "“"} and (goes_on or text.count("»") > text.count("«"))):
        return text
    return re.sub(rf"^(?:-|–|—){SPACES}+(?=\S)", "«", text)


def _russian_stops(text: str, _: str) -> str:
    """Full stop and comma stand outside of Russian quotation marks."""
    return re.sub(
        r"(?<![.!?…])([.,])»(?=$|\s+—|,)", lambda m: "»" if m.string[m.end() : m.end() + 1] == "," else f"»{m[1]}", text
    )


def _russian_figures(text: str, source: str) -> str:
    text = re.sub(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]|\.\d)", _shown(source, _to_russian), text)
    text = re.sub(r"(?<![\d.,])\d+\.\d+(?![\d.,])", _shown(source, _to_russian), text)
    text = re.sub(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)", lambda m: _grouped(m[0], source, _NBSP), text)
    text = _regrouped(text, source, _NBSP)
    return re.sub(rf"(?:\b(?:No|Nos)\b\.?|№|#){SPACES}*(?=\d)", "№ ", text) if _numbered(source) else text


def _english_figures(text: str, source: str) -> str:
    number = rf"(?<![\d.,])\d{{1,3}}(?:{SPACES}\d{{3}})+(?:,\d+)?(?![\d,]|\.\d)"
    text = re.sub(number, lambda m: _grouped(m[0], source, ","), text)
    text = re.sub(r"(?<![\d.,])\d+,\d+(?![\d,]|\.\d)", _shown(source, lambda n: n.replace(",", ".")), text)
    text = _regrouped(text, source, ",")
    shown = figures(source, "ru")  # «5,5 тыс.» was put to the model as 5,500, and it may write 5.500
    for dotted in dict.fromkeys(re.findall(r"(?<![\d.,])\d{1,3}\.\d{3}(?!\d|[.,]\d)", text)):
        comma = dotted.replace(".", ",")
        text = text.replace(dotted, comma) if _stands(comma, shown) and not _stands(comma, source) else text
    return re.sub(rf"№{SPACES}*(?=\d)", "No. ", text)


def _numbered(source: str) -> bool:
    return re.search(r"(?:\bNos?\b\.?|№|#)\s*\d", source) is not None


def _to_russian(number: str) -> str:
    return number.replace(",", _NBSP).replace(".", ",")


def _shown(source: str, convert: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    """Rewrite a figure that stands in the source as it is, and whose new form does not stand there too."""

    def replacement(match: re.Match[str]) -> str:
        figure = match.group()
        new = convert(figure)
        return new if _stands(figure, source) and not _stands(new, source) else figure

    return replacement


def _grouped(figure: str, source: str, mark: str) -> str:
    """The figure with its thousands set apart by `mark`, if the source has the same digits in one figure."""
    digits = re.sub(r"\D", "", figure)
    spaced = re.compile(rf"(?<!\d){f'{SPACES}?,?'.join(digits)}(?!\d)".replace("?,?", "?[.,]?"))
    if not spaced.search(source):
        return figure
    whole, comma, decimals = figure.partition(",")
    return re.sub(SPACES, mark, whole) + ("." if comma and mark == "," else comma) + decimals


def _regrouped(text: str, source: str, mark: str) -> str:
    """Five digits and more without a mark are set apart where the source has them set apart."""

    def replacement(match: re.Match[str]) -> str:
        digits = match.group()
        groups = [digits[max(end - 3, 0) : end] for end in range(len(digits), 0, -3)][::-1]
        in_source = rf"(?<!\d){f'(?:{SPACES}|[.,])'.join(groups)}(?!\d)"
        return mark.join(groups) if re.search(in_source, source) else digits

    return re.sub(r"(?<![\d.,])\d{5,}(?!\d)", replacement, text)


def _stands(figure: str, source: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d|[.,]\d|\s?[ap]\.?m\b)", source) is not None


def _spaces(text: str, _: str) -> str:
    text = re.sub(r" {2,}", " ", text.strip())
    text = re.sub(r"\s+(?=[,.;:!?…»”](?:[\s»”\"'.,;:!?…)]|$))", "", text)
    return re.sub(r"(?<=[«„(\[])\s+|\s+(?=[)\]])", "", text)


def _capital(text: str, source: str) -> str:
    """The first letter is a capital where the source's is."""
    ours = re.match(r"[\W_]*", text)
    theirs = re.match(r"[\W_]*", source)
    at, there = ours.end() if ours else 0, theirs.end() if theirs else 0
    if at < len(text) and there < len(source) and source[there].isupper() and not _held(text[:at]):
        return text[:at] + text[at].upper() + text[at + 1 :] if len(text[at].upper()) == 1 else text
    return text


def _held(text: str) -> bool:
    return any(ord(char) >= _STAND_IN for char in text)


def _final_mark(text: str, source: str) -> str:
    """The source's final mark where the draft has none, and no full stop where the source has no mark at all."""
    wanted, there = _TERMINAL.search(source.rstrip()), _TERMINAL.search(text)
    if not text or not any(char.isalnum() for char in text):
        return text
    if wanted and not there and not text.endswith((",", "—", "-")):
        return text + _mark(wanted[1])
    if not wanted and there and there[1] == "." and re.search(r"[^\W\d_]{4,}\.$", text):
        return text[:-1]
    return text


def _mark(mark: str) -> str:
    return mark if mark in {"?", "!", "…", "?!", ":", ";", "..."} else mark[-1]


_RULES: dict[Lang, tuple[Callable[[str, str], str], ...]] = {
    "ru": (
        _single_quotes,
        _reply_for_quotation,
        _quotes("ru"),
        _dashes,
        _russian_dashes,
        _russian_stops,
        _russian_figures,
    ),
    "en": (_quotes("en"), _apostrophes, _dashes, _english_figures),
}
