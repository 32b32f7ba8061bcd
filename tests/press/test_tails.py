import pytest

from summarizer.document import Dropped, Piece
from summarizer.press import tidy

BODY = [Piece("paragraph", "The old harbour will be rebuilt by the spring, the council said on Monday.")] * 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Source: Example Agency", "source line"),
        ("Источник: Городское агентство", "source line"),
        ("Additional reporting by Ann Writer", "source line"),
        ("Updated at 1:23 p.m.", "source line"),
        ("Tags: harbour, town", "source line"),
        ("Ann Writer is a reporter at Example Times.", "note on the author"),
        ("Ann Writer covers towns. Follow her on Mastodon.", "note on the author"),
        ("Articles by: Ann Writer", "related link"),
        ("Part I of this article", "related link"),
        ("The original source of this article is Example Times", "copyright"),
    ],
)
def test_a_line_below_the_text_goes(text, reason):
    kept, dropped, _ = tidy([*BODY, Piece("paragraph", text)])
    assert (kept, dropped) == (BODY, [Dropped(reason, text)])


@pytest.mark.parametrize(
    "text", ["Ann Writer is the new mayor of the town.", "The source of the river was found by two boys."]
)
def test_the_last_sentence_of_the_story_stays(text):
    assert tidy([*BODY, Piece("paragraph", text)])[1] == []


def test_the_same_line_high_above_the_end_stays():
    assert tidy([*BODY, Piece("paragraph", "Source: the mayor himself."), *BODY * 3])[1] == []
