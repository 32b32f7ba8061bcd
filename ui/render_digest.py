"""A digest as HTML: every sentence with its evidence and what the checks marked in it, and what it covers."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from summarizer import Document, Finding, Lang, Passage, Result, SvodkaError
from ui.handlers import Beside, BugError, View
from ui.locales import WORDS, count, say
from ui.render import text
from ui.russian import russian, told

_SIGNS = {"error": "✕", "warning": "▲", "note": "○"}
_QUOTED = 80  # characters of the source that a finding quotes: a number or a name, not a paragraph


def digest(view: View, lang: Lang, translations: Mapping[int, str] | None = None) -> str:
    """The digest as far as it is written; each sentence knows its evidence and carries its findings."""
    if view.document is None or not view.passages:
        return ""
    result = view.result
    to = (result.job.to if result else None) or lang
    form = result.job.form if result else "paragraph"
    sentences = [
        _sentence(view, number, lang, (translations or {}).get(number, "")) for number in range(len(view.passages))
    ]
    return f'<div class="digest" lang="{to}">{_laid_out(sentences, form)}</div>'


def _laid_out(sentences: list[str], form: str) -> str:
    if form == "paragraph":
        return f"<p>{' '.join(sentences)}</p>"
    head = [f"<h3>{sentences[0]}</h3>"] if form == "headline" else []
    points = "".join(f"<li>{sentence}</li>" for sentence in sentences[len(head) :])
    return "".join([*head, f"<ul>{points}</ul>" if points else ""])


def _sentence(view: View, number: int, lang: Lang, translation: str) -> str:
    passage = view.passages[number]
    found = [f for f in _marked(view.result) if f.passage == number]
    evidence = " ".join(str(n) for n in passage.sentences)
    cut = f' <em class="says">[{say("skim.cut", lang)}]</em>' if passage.cut else ""
    return (
        f'<span class="claim" role="button" tabindex="0" data-number="{number + 1}" data-evidence="{evidence}"'
        f' data-gloss="{text(translation)}" aria-pressed="false">'
        f"{_with_findings(view, passage, found, lang)}{cut}<sup>{number + 1}</sup></span>"
    )


def _with_findings(view: View, passage: Passage, found: Sequence[Finding], lang: Lang) -> str:
    """The sentence with what a check marked, in place where it says where, each mark with a sign and with words."""
    placed = sorted((f for f in found if _is_placed(f, passage)), key=lambda f: f.target or (0, 0))
    parts, at = [], 0
    for finding in placed:
        start, stop = finding.target or (0, 0)
        if start < at:
            continue
        inner = text(passage.text[start:stop])
        parts += [text(passage.text[at:start]), f'<mark class="{finding.severity}">{inner}</mark>']
        parts.append(_says(view, finding, lang))
        at = stop
    parts.append(text(passage.text[at:]))
    shown = {id(f) for f in placed}
    return "".join(parts) + "".join(_says(view, f, lang) for f in found if id(f) not in shown)


def _is_placed(finding: Finding, passage: Passage) -> bool:
    return finding.target is not None and finding.target != (0, len(passage.text))


def _says(view: View, finding: Finding, lang: Lang) -> str:
    said = _message(finding, view.document, lang)
    severity = say(f"severity.{finding.severity}", lang)
    return (
        f' <small class="says {finding.severity}" title="{text(finding.message)}">'
        f'<span aria-hidden="true">{_SIGNS[finding.severity]}</span> {severity}: {said}</small>'
    )


def _message(finding: Finding, document: Document | None, lang: Lang) -> str:
    """What a check says in the reader's language, with the words of the source; in English where we have no others."""
    key = finding_key(finding)
    message = say(key, lang) if key else (lang == "ru" and russian(finding.message)) or finding.message
    said = quoted(finding, document)
    if key and said:
        message += f"; {say('finding.says', lang, source=said)}"
    return text(message)


def finding_key(finding: Finding) -> str:
    """The key of the words for a finding, "" where there are none."""
    missing, own = f"finding.{finding.check}.missing", f"finding.{finding.check}"
    if missing in WORDS and _names_the_source(finding):
        return missing
    return own if own in WORDS else ""


def quoted(finding: Finding, document: Document | None) -> str:
    """The words of the source that a finding points at, "" where they are too many to be quoted."""
    said = " ".join(document.text[slice(*finding.source)].split()) if finding.source and document else ""
    return said if len(said) <= _QUOTED else ""


def _names_the_source(finding: Finding) -> bool:
    """Whether it points at something of the source that has no place in the digest, rather than the other way about."""
    return finding.source is not None and (finding.target is None or finding.target[0] == 0)


def _marked(result: Result | None) -> list[Finding]:
    """What is marked in the text itself; notes stand below it."""
    return [finding for finding in (result.findings if result else ()) if finding.severity != "note"]


def _note(finding: Finding, result: Result, lang: Lang) -> str:
    where = "" if finding.passage is None else f"<sup>{finding.passage + 1}</sup> "
    said = _message(finding, result.document, lang)
    return f'<li title="{text(finding.message)}">{where}{say(f"severity.{finding.severity}", lang)}: {said}</li>'


def progress(view: View, lang: Lang) -> str:
    """How far the job is, in words and as a bar."""
    if view.stage == "error" and view.error is not None:
        return _trouble(view.error, lang)
    if view.stage == "idle":
        return ""
    values = {"done": view.done, "total": view.total, "seconds": _seconds(view.seconds, lang)}
    said = say(f"stage.{view.stage}", lang, **values)
    is_over = view.stage in ("done", "stopped")
    bar = {"write": f'<progress max="{view.total}" value="{view.done}"></progress>'}.get(
        view.stage, "<progress></progress>"
    )
    shown = f"<span>{said}</span>" if is_over else f"{bar}<span>{said}</span>"
    return f'<div class="progress{"" if is_over else " at-work"}" role="status">{shown}</div>'


def _trouble(error: SvodkaError, lang: Lang) -> str:
    """What went wrong and what to do."""
    if isinstance(error, BugError):
        said = text(say("error.bug", lang, what=error))
    else:
        message, advice = told(error, lang)
        hint = f"<br><span>{text(advice)}</span>" if advice else ""
        english = ' lang="en"' if message == str(error) else ""
        said = f"<span{english}>{text(message)}{hint}</span>"
    return f'<div class="trouble" role="alert"><b>{say("error", lang)}.</b> {said}</div>'


def _seconds(seconds: float, lang: Lang) -> str:
    shown = f"{seconds:.1f}"
    return shown.replace(".", ",") if lang == "ru" else shown


def remarks(result: Result, lang: Lang, beside: Beside) -> str:
    """Under a finished digest: coverage in words, what the checks found, what made it, what to know beside it."""
    marked = _marked(result)
    notes = "".join(_note(f, result, lang) for f in result.findings if f not in marked or f.passage is None)
    return (
        f'<div class="remarks"><p class="hint">{say("skim.hint", lang)}</p><p>{coverage(result, lang)}</p>'
        f"<p>{_verdict(result, lang)}</p>"
        f"{f'<ul>{notes}</ul>' if notes else ''}"
        f"{''.join(f'<p>{line}</p>' for line in _lines(beside, lang))}"
        f'<p class="signature">{say("skim.made", lang)}: <code>{text(result.signature)}</code></p></div>'
    )


def _verdict(result: Result, lang: Lang) -> str:
    marked = _marked(result)
    if marked:
        return say("findings.some", lang, count=count("place", len(marked), lang))
    return say("findings.notes" if result.findings else "findings.none", lang)


def _lines(beside: Beside, lang: Lang) -> list[str]:
    better = [say("models.better", lang, name=text(beside.outdone))] if beside.outdone else []
    return [*map(text, beside.lines), *better]


def coverage(result: Result, lang: Lang) -> str:
    """Which paragraphs of the article the digest draws on and which it leaves out."""
    document = result.document
    used = {n for passage in result.passages for n in passage.sentences}
    blocks = {document.sentences[n].block for n in used}
    left = [n for n in range(len(document.blocks)) if n not in blocks]
    total = count("sentence.of", len(document.sentences), lang)
    said = say("coverage", lang, used=len(used), total=total, places=_places(blocks, lang))
    return f"{said} {say('coverage.left', lang, places=_places(left, lang))}" if left else said


def _places(blocks: Iterable[int], lang: Lang) -> str:
    runs: list[list[int]] = []
    for number in sorted(blocks):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(f"{a + 1}" if a == b else f"{a + 1}–{b + 1}" for a, b in runs)
    alone = len(runs) == 1 and runs[0][0] == runs[0][1]
    return say("coverage.block" if alone else "coverage.blocks", lang, numbers=shown)


def strip(result: Result, lang: Lang) -> str:
    """The article from top to bottom as a picture: what is in the digest is wide and dark, what is not narrow."""
    document = result.document
    length = max(1, len(document.text))
    used = {n for passage in result.passages for n in passage.sentences}
    bars = "".join(
        f'<rect class="{"in" if n in used else "out"}" data-at="{n}" x="{0 if n in used else 8}"'
        f' width="{16 if n in used else 8}" y="{1000 * s.start / length:.1f}"'
        f' height="{max(1000 * (s.stop - s.start) / length - 1, 1):.1f}"/>'
        for n, s in enumerate(document.sentences)
    )
    label = escape(say("coverage.strip", lang, text=coverage(result, lang)))
    return (
        f'<svg class="strip" role="img" aria-label="{label}" viewBox="0 0 16 1000" preserveAspectRatio="none">'
        f"<title>{label}</title>{bars}</svg>"
    )
