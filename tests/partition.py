"""razdel's notation for sentence ends: 'Первое.| |Второе.' (and 'Первое.||Второе.' without white space)."""

from summarizer.language import split


def unmarked(case):
    return case.replace("|", "")


def marked(text, lang):
    """The text with what stands between its sentences put between bars."""
    spans = split(text, lang)
    out = text[: spans[0][0]] if spans else text
    for (start, stop), after in zip(spans, [*spans[1:], None], strict=True):
        out += text[start:stop] + (f"|{text[stop : after[0]]}|" if after else text[stop:])
    return out


def difference(case, lang):
    """Both partitions one above the other, with the first place where they part."""
    found = marked(unmarked(case), lang)
    place = next((n for n, (a, b) in enumerate(zip(case, found, strict=False)) if a != b), min(len(case), len(found)))
    return f"\nexpected: {case}\nfound:    {found}\n          {' ' * place}^"
