"""The colours can be told apart by everybody: WCAG 2.2, contrast of text 4.5, of lines and marks 3."""

import re
from pathlib import Path

import pytest

import ui

CSS = (Path(ui.__file__).parent / "style.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\S+): (#\w{6});", CSS.split(start)[1].split("}")[0])) for start in (":root {", ".dark {")
)


def _luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    low, high = sorted([_luminance(one), _luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "panel"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "error", "warning"])
def test_every_text_can_be_read_on_every_ground(colours, ground, text):
    assert _contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_lit_can_be_read_and_its_line_be_seen(colours):
    assert _contrast(colours["ink"], colours["mark"]) >= 4.5
    assert _contrast(colours["accent"], colours["mark"]) >= 4.5
    assert _contrast(colours["mark-line"], colours["panel"]) >= 3


def test_a_primary_button_can_be_read():
    assert [_contrast(colours["paper"], colours["accent"]) >= 4.5 for colours in (LIGHT, DARK)] == [True, True]


def test_no_selector_has_a_comma_in_brackets():
    selectors = [line.split("{")[0] for line in CSS.splitlines() if "{" in line and "@" not in line]
    assert [selector for selector in selectors if re.search(r"\([^()]*,", selector)] == []
