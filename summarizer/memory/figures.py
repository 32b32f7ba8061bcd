"""Figures of a match, put to those of the sentence at hand: «40 000» where the memory has «30 000»."""

import re

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u00a0\u202f ])\d{3})+")


def adapted(source: str, match: str, target: str) -> str | None:
    """The target with the source's figures in place of the match's; `None` where they cannot be told apart."""
    new, old, written = (_FIGURE.findall(text) for text in (source, match, target))
    if len(new) != len(old):
        return None
    changed = {_value(was): now for was, now in zip(old, new, strict=True) if _value(was) != _value(now)}
    kept = {_value(was) for was, now in zip(old, new, strict=True) if _value(was) == _value(now)}
    if changed.keys() & kept or any(sum(_value(one) == was for one in written) != 1 for was in changed):
        return None
    if len({_value(was) for was in old}) != len(old):
        return None
    return _FIGURE.sub(lambda found: _written(changed, found[0]), target)


def _written(changed: dict[str, str], figure: str) -> str:
    """The new figure, its thousands and decimals as the old one of the target has them."""
    if _value(figure) not in changed:
        return figure
    value = _value(changed[_value(figure)])
    whole, _, part = value.partition(".")
    grouped = _GROUPED.fullmatch(figure)
    between = grouped[1] if grouped else ""
    if between:
        whole = f"{int(whole):,}".replace(",", between)
    return f"{whole}{',' if '.' not in figure and part else '.'}{part}" if part else whole


def _value(figure: str) -> str:
    """The figure without grouping, its decimals after a point."""
    if _GROUPED.fullmatch(figure):
        return re.sub(r"\D", "", figure)
    return figure.replace(",", ".")
