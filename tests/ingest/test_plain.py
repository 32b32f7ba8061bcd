import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Piece
from summarizer.errors import FormatError
from summarizer.ingest import reader
from summarizer.source import Source


def read(text):
    return [(piece.kind, piece.text) for piece in reader("plain").read(Source.from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Один.\nДва.", [("paragraph", "Один."), ("paragraph", "Два.")]),
        ("В магазине:\n- хлеб\n- соль", [("paragraph", "В магазине:"), ("item", "хлеб"), ("item", "соль")]),
        ("• хлеб", [("item", "хлеб")]),
        ("1. Bread\n2. Salt", [("item", "Bread"), ("item", "Salt")]),
        ("1. Bread\n7. Salt", [("paragraph", "1. Bread"), ("paragraph", "7. Salt")]),
        ("10. The last", [("paragraph", "10. The last")]),
        ("- Куда?\n- Домой.", [("paragraph", "- Куда?"), ("paragraph", "- Домой.")]),
        ("- Иду, - сказал он.\n- Иди.", [("paragraph", "- Иду, - сказал он."), ("paragraph", "- Иди.")]),
        ("— Куда?\n— Домой.", [("paragraph", "— Куда?"), ("paragraph", "— Домой.")]),
        ("- one line alone", [("paragraph", "- one line alone")]),
        (
            'Text.\nplayer("a").setup({ b: (function() {',
            [("paragraph", "Text."), ("code", 'player("a").setup({ b: (function() {')],
        ),
    ],
)
def test_the_kind_of_a_line_is_seen_from_its_mark(text, expected):
    assert read(text) == expected


def test_a_numbered_item_keeps_its_number_as_anchor():
    assert list(reader("plain").read(Source.from_text("3. Bread\n4. Salt")))[1] == Piece("item", "Salt", anchor="4.")


@pytest.mark.parametrize("text", ["", " \n\t\f", "\u200b\xad"])
def test_a_file_without_text_is_refused(text):
    with pytest.raises(FormatError, match=r"empty\.txt is empty"):
        list(
            reader("plain").read(Source(data=text.encode(), name="empty.txt", media_type="text/plain", charset="utf-8"))
        )


@given(st.text(alphabet="аБ .,-—\n•*1)?", min_size=1, max_size=120))
def test_every_letter_of_the_text_is_read(text):
    letters = "".join(filter(str.isalpha, text))
    if letters:
        assert "".join(filter(str.isalpha, "".join(read_text for _, read_text in read(text)))) == letters
