"""Encodings: sentences of our own, written in every encoding that Russian press has come in."""

import contextlib

import hypothesis.strategies as st
import pytest
from hypothesis import given

from summarizer.errors import FormatError
from summarizer.source import Source

RUSSIAN = "Съезд учителей открылся в четверг. «Мы ждали этого три года», — сказала Елена Юрьева."
ENGLISH = "The café’s owner paid £300 for a naïve painting – and “loved” it."
PLAIN_RUSSIAN = "Съезд учителей открылся в четверг. Мы ждали этого три года, сказала Елена Юрьева."


def text(data, charset=""):
    return Source(data=data, charset=charset, name="a.txt").text()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "mac-cyrillic"],
)
def test_russian_press_text_is_read_in_every_encoding_that_has_its_quotes(encoding):
    assert text(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["koi8-r", "koi8-u", "cp866", "iso8859-5"])
def test_russian_text_is_read_in_the_encodings_that_lack_typographic_quotes(encoding):
    assert text(PLAIN_RUSSIAN.encode(encoding)) == PLAIN_RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_text_is_read_with_its_accents_and_quotes(encoding):
    assert text(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("short", ["Привет, мир", "Выборы прошли", "Суд решил иначе", "СПЧ просит", "КУРС РУБЛЯ ВЫРОС"])
def test_a_few_words_are_enough_to_tell_the_encoding(short, encoding):
    assert text(short.encode(encoding)) == short


def test_small_letters_that_windows_and_mac_share_are_windows():
    assert text("в москве прошёл снег, и утром стало видно".encode("cp1251")) == (
        "в москве прошёл снег, и утром стало видно"
    )


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r", "gb2312", "no-such-charset"])
def test_a_wrong_declared_charset_is_overruled_by_russian_letters(declared):
    assert text(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


def test_a_declared_single_byte_charset_is_overruled_by_valid_utf8():
    assert text(RUSSIAN.encode(), "windows-1251") == RUSSIAN


@pytest.mark.parametrize("declared", ["koi8-r", "KOI8-R", " koi8-r "])
def test_a_right_declared_charset_decides_where_the_letters_cannot(declared):
    assert text("шщ".encode("koi8-r"), declared) == "шщ"


def test_a_declared_charset_of_another_language_is_believed():
    assert text("これは新聞の記事です。".encode("shift_jis"), "shift_jis") == "これは新聞の記事です。"


@pytest.mark.parametrize(
    "markup",
    [
        '<?xml version="1.0" encoding="windows-1251"?><a>{}</a>',
        '<html><head><meta charset="windows-1251"></head><body>{}',
        '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">{}',
    ],
)
def test_a_charset_in_the_markup_is_read(markup):
    assert text(markup.format("шщ").encode("cp1251")) == markup.format("шщ")


def test_one_broken_byte_does_not_turn_utf8_into_another_encoding():
    assert text(RUSSIAN.encode() + b" \xd0.") == RUSSIAN + " \ufffd."


def test_ukrainian_keeps_its_letters_so_that_it_can_be_refused_by_its_name():
    ukrainian = "Уряд її країни оголосив, що вже наступної весни всі школи відкриються знову."
    assert text(ukrainian.encode("cp1251")) == ukrainian
    assert text(ukrainian.encode("koi8-u")) == ukrainian


def test_control_characters_are_left_out_and_line_ends_kept():
    assert text("Первая\x01 строка\r\nвторая\tстрока\fновая страница".encode()) == (
        "Первая строка\r\nвторая\tстрока\fновая страница"
    )


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01", "a JPEG picture"),
        (b"GIF89a\x01\0\x01\0\x80\0\0", "a GIF picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"ID3\x03\0\0\0\0\x0f\x76", "an MP3 recording"),
        (b"\0\0\0\x20ftypisom\0\0\x02\0", "an MP4 video or recording"),
        (b"\x7fELF\x02\x01\x01\0\0", "a program"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a 7z archive"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip archive"),
        (b"AT&TFORM\0\0\0\x10DJVU", "a DjVu scan"),
        (bytes(range(256)), "binary data"),
        (b"\0" * 100, "binary data"),
    ],
)
def test_binary_data_is_refused_by_its_name(data, named):
    with pytest.raises(FormatError, match=f"^'a.txt' is {named}, not a text$") as raised:
        text(data)
    assert raised.value.hint


@given(st.text())
def test_a_text_comes_back_as_it_was_but_for_control_characters(written):
    controls = {*map(chr, range(9)), *map(chr, range(14, 32)), "\x7f"}
    expected = "".join(char for char in written.encode("utf-8", "replace").decode() if char not in controls)
    if len(expected) == len(written):
        assert Source.from_text(written).text() == expected.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_no_bytes_make_the_decoder_fail_in_another_way(data):
    with contextlib.suppress(FormatError):
        assert isinstance(text(data), str)
