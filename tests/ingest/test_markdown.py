import pytest

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import reader
from summarizer.press import tidy
from summarizer.source import Source


def read(text):
    return list(reader("markdown").read(Source.from_text(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# One\n\nTwo\n===\n\n### Three",
            [Piece("heading", "One", 1), Piece("heading", "Two", 1), Piece("heading", "Three", 3)],
        ),
        ("A line\nand its rest.", [Piece("paragraph", "A line and its rest.")]),
        ("> Said\n> he.", [Piece("quote", "Said he.")]),
        ("```py\nx = 1\n\ny = 2\n```", [Piece("code", "x = 1\n\ny = 2")]),
        ("- a\n  - b\n- c", [Piece("item", "a"), Piece("item", "b", 1), Piece("item", "c")]),
        ("3. a\n4. b", [Piece("item", "a", anchor="3."), Piece("item", "b", anchor="4.")]),
        ("It costs \\$700 \\*.", [Piece("paragraph", "It costs $700 *.")]),
        ("A <b>bold</b> word &amp; more", [Piece("paragraph", "A bold word & more")]),
        ("<div>\nKept <i>text</i>\n<!-- no --><script>no()</script></div>", [Piece("paragraph", "Kept text")]),
        ("One.  \nTwo.", [Piece("paragraph", "One."), Piece("paragraph", "Two.")]),
        ("Мягкий пере\xadнос и\xa0пробел", [Piece("paragraph", "Мягкий перенос и пробел")]),
        (
            "| a | b |\n|---|---|\n| c | d |",
            [
                Piece("cell", "a", anchor="t1r1c1"),
                Piece("cell", "b", anchor="t1r1c2"),
                Piece("cell", "c", anchor="t1r2c1"),
                Piece("cell", "d", anchor="t1r2c2"),
            ],
        ),
    ],
)
def test_a_block_gives_its_piece(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("A **bold** word", "A bold word", (Mark(2, 6, "bold"),)),
        ("*all*", "all", (Mark(0, 3, "italic"),)),
        ("see [this](https://a.b)", "see this", (Mark(4, 8, "link", "https://a.b"),)),
        ("run `x y`", "run x y", (Mark(4, 7, "code"),)),
        ("<https://a.b>", "https://a.b", (Mark(0, 11, "link", "https://a.b"),)),
        ("***both***", "both", (Mark(0, 4, "bold"), Mark(0, 4, "italic"))),
    ],
)
def test_inline_formatting_becomes_marks(text, plain, marks):
    (piece,) = read(text)
    assert (piece.text, piece.marks) == (plain, marks)


def test_front_matter_goes_into_meta():
    text = "---\ntitle: The Harbour\nauthor: [Ann Writer, Bob]\ndate: 2024-05-06\nsource: Example Times\nurl: https://a.b\n---\n\nText."
    assert read(text)[0] == Meta("The Harbour", "Ann Writer, Bob", "Example Times", "2024-05-06", "https://a.b")
    assert read(text)[2:] == [Piece("paragraph", "Text.")]


@pytest.mark.parametrize(
    "text", ["---\nA: b: c\n---\n\nText.", "---\njust words\n---\n\nText.", "---\ndate: 2024-13-45\n---\n\nText."]
)
def test_what_is_no_front_matter_stays_in_the_text(text):
    assert not any(isinstance(item, Meta) for item in read(text))
    assert read(text)[-1] == Piece("paragraph", "Text.")


def test_footnotes_are_left_out_and_said():
    items = read("So he said.[^1] And<sup>2</sup> more.\n\n[^1]: In a letter\n    of May.\n\nEnd.")
    assert [item.text for item in items if isinstance(item, Piece)] == ["So he said. And more.", "End."]
    assert [item for item in items if isinstance(item, Dropped)] == [
        Dropped("note reference", "[^1]"),
        Dropped("note reference", "2"),
        Dropped("notes", "[^1]: In a letter of May."),
    ]


def test_a_picture_is_left_out_and_said():
    assert read("Text ![the harbour](a.png).") == [Piece("paragraph", "Text ."), Dropped("picture", "the harbour")]


@pytest.mark.parametrize("text", ["", "\n \n", "---", "[a]: https://a.b", "<!-- nothing -->"])
def test_a_file_without_text_is_refused(text):
    with pytest.raises(FormatError, match="holds no text"):
        read(text)


def test_lists_deep_inside_each_other_are_read():
    text = "\n".join("  " * depth + f"- item {depth}" for depth in range(40))
    assert len(read(text)) == 40


ARTICLE = """

Harbour to be rebuilt by spring

By [Ann Writer](#)

Example Review, December 24, 2013
[Harbour Foundation](#)

Region: [North](#)

What the council wants

The council said on Monday that *"the old harbour will be rebuilt by the spring, and this will do away with the*

wall, which explained the need for a ferry," as its head put it (3). But members think otherwise.

He was speaking on Monday evening after a long debate at the house of the town council, which it calls the

lower house (4)

Bob Author, the chairman, said that it would cost (\\$700 million) in all.

Notes:

3.

https://example.org/2013_12_18/harbour/).

4. <https://example.org/harbour-053/>).

[Part I](#) of this article

The original source of this article is [Harbour Foundation](#)
Copyright © [Ann Writer](#), [Harbour Foundation](#), 2013

[Comment on Example Review articles on our Facebook page](#)

For media inquiries: press@example.org"""


def test_an_article_printed_to_pages_is_whole_again():
    kept, dropped, meta = tidy(read(ARTICLE))
    assert meta == Meta("Harbour to be rebuilt by spring", "Ann Writer", "Example Review", "2013-12-24")
    assert [(piece.kind, piece.text) for piece in kept] == [
        ("title", "Harbour to be rebuilt by spring"),
        ("heading", "What the council wants"),
        (
            "paragraph",
            (
                'The council said on Monday that "the old harbour will be rebuilt by the spring, and this will do away with '
                'the wall, which explained the need for a ferry," as its head put it. But members think otherwise.'
            ),
        ),
        (
            "paragraph",
            "He was speaking on Monday evening after a long debate at the house of the town council, which it calls the lower house",
        ),
        ("paragraph", "Bob Author, the chairman, said that it would cost ($700 million) in all."),
    ]
    assert {item.reason for item in dropped} == {
        "masthead", "note reference", "notes", "related link", "copyright", "comments", "contact line"
    }  # fmt: skip
