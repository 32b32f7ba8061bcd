import contextlib
import io
import zipfile

import pytest
from containers import LAUGHS, XXE, claiming, packed, zipped
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import FormatError
from summarizer.ingest import _archive
from summarizer.ingest._archive import Archive
from summarizer.ingest._mend import letters, mend, without
from summarizer.ingest._xml import clean, decode, parse, parse_text, recover
from summarizer.source import Source

GOOD = {"word/document.xml": "<a>text</a>"}


def entry(data: bytes, path: str = "a.xml") -> bytes | None:
    return Archive(Source(data=data, name="a.docx")).get(path)


def refused(data: bytes, path: str = "a.xml") -> str:
    with pytest.raises(FormatError) as caught:
        entry(data, path)
    assert caught.value.hint
    assert "\n" not in str(caught.value) + caught.value.hint
    return str(caught.value)


def test_an_entry_is_found_whatever_its_case_and_slashes():
    archive = Archive(zipped(GOOD))
    assert archive.get("Word\\Document.XML") == archive.get("/word/document.xml") == b"<a>text</a>"


def test_an_entry_that_is_not_there_is_none_unless_it_is_needed():
    archive = Archive(zipped(GOOD, "book.epub"))
    assert archive.get("other.xml") is None
    with pytest.raises(FormatError, match=r"'book.epub' is incomplete: other.xml is missing"):
        archive.need("other.xml")


NOT_ZIPS = [
    (b"", "'a.docx' is empty"),
    (b"plain words", "'a.docx' is no zip container, as its format must be"),
    (b"PK\x03\x04" + b"x" * 100, "'a.docx' is cut off or broken"),
    (packed(GOOD)[:-30], "'a.docx' is cut off or broken"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "'a.docx' is protected by a password or an old Office file"),
]


@pytest.mark.parametrize(("data", "message"), NOT_ZIPS)
def test_bytes_that_are_no_sound_zip_are_refused_by_name(data, message):
    assert refused(data) == message


def test_a_gigabyte_of_zeros_is_refused_before_it_is_expanded(monkeypatch):
    data = claiming(packed({"a.xml": bytes(10**6)}), "a.xml", 2**30)
    monkeypatch.setattr(zipfile.ZipFile, "open", None)  # opening an entry would be a TypeError
    assert refused(data) == "'a.docx' looks like a zip bomb: it would unpack to more than 512 MB"


def test_one_entry_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(_archive, "ENTRY_BYTES", 2**20)
    data = packed({"a.xml": bytes(3 * 2**20)})
    assert refused(data) == "'a.docx' looks like a zip bomb: a.xml would unpack to 3 MB"


def test_an_entry_that_is_packed_like_no_text_is_refused():
    data = packed({"a.xml": bytes(9 * 2**20)})
    assert refused(data) == "'a.docx' looks like a zip bomb: a.xml would unpack to more than 400 times its size"


def test_a_small_entry_may_be_packed_as_tightly_as_it_likes():
    assert entry(packed({"a.xml": bytes(2**20)})) == bytes(2**20)


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(_archive, "ENTRIES", 3)
    data = packed({f"{number}.xml": "" for number in range(4)})
    assert refused(data) == "'a.docx' looks like a zip bomb: it has more than 3 entries"


def test_an_entry_that_holds_more_than_it_claims_is_broken():
    assert (
        refused(claiming(packed({"a.xml": bytes(1000)}), "a.xml", 10)) == "'a.docx' is broken: a.xml cannot be unpacked"
    )


def test_a_way_of_packing_that_expands_without_a_bound_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", bytes(1000))
    assert refused(stream.getvalue()) == "'a.docx' packs a.xml in a way its format does not know"


def test_an_encrypted_entry_is_named():
    data = packed({"a.xml": "text"})
    at = data.index(b"PK\x01\x02") + 8
    assert refused(data[:at] + b"\x01" + data[at + 1 :]) == "'a.docx' is encrypted: a.xml"


@given(st.binary(max_size=300), st.integers(0, 120))
def test_no_damage_to_a_zip_raises_anything_but_a_format_error(noise, at):
    data = packed(GOOD)
    damaged = data[:at] + noise + data[at + len(noise) // 2 :]
    with contextlib.suppress(FormatError):
        Archive(Source(data=damaged, name="a.docx")).get("word/document.xml")


@pytest.mark.parametrize("doctype", [XXE, LAUGHS, XXE.replace("ENTITY leak", "ENTITY % leak")])
@pytest.mark.parametrize("body", ["<x>&leak;&c;</x>", '<x y="&c;"/>', "<x/>"])
def test_entities_are_refused_whether_they_are_used_or_not(doctype, body):
    for read in (lambda text: parse(text.encode(), "a.xml"), lambda text: recover(text, "a.xml")):
        with pytest.raises(FormatError) as caught:
            read(doctype + body)
        assert caught.value.hint


def test_an_entity_that_stands_for_one_character_is_no_attack():
    assert parse_text(clean('<!DOCTYPE x [<!ENTITY nbsp "&#160;">]><x>a&nbsp;b</x>'), "a.xml").text == "a\u00a0b"


@pytest.mark.parametrize(
    "text", ["", "words", "<a>", "<a><b></a>", "<a>" * 300 + "</a>" * 300, "\x00<a/>", "<a>\x00</a>"]
)
def test_xml_that_cannot_be_parsed_is_a_format_error_with_its_name(text):
    with pytest.raises(FormatError, match=r"^a\.xml is broken: [^\n]+$"):
        parse(text.encode(), "a.xml")


REFERENCES = [
    ("AT&T", "AT&amp;T"),
    ("a &amp; b &lt; c", "a &amp; b &lt; c"),
    ("a&nbsp;b&mdash;c", "a\u00a0b—c"),
    ("&bogus; &LT;", "&amp;bogus; &lt;"),
    ("&#8212; &#0; \x02.", "&#8212;".replace("&#8212;", "—") + " \ufffd ."),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references_are_written_out_or_taken_as_they_stand(text, expected):
    assert clean(text) == expected


ENCODED = [
    ('<?xml version="1.0" encoding="windows-1251"?><a>Мост</a>', "cp1251"),
    ("<?xml version='1.0' encoding='koi8-r'?><a>Мост</a>", "koi8-r"),
    ("<a>Мост</a>", "utf-8-sig"),
    ('<?xml version="1.0" encoding="utf-16"?><a>Мост</a>', "utf-16"),
    ("<a>Мост</a>", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_bytes_are_decoded_by_their_mark_or_prolog(text, encoding):
    assert decode(text.encode(encoding), "a.fb2") == text


def test_a_prolog_that_lies_is_not_believed():
    text = '<?xml version="1.0" encoding="utf-8"?><a>' + "Мост через реку открыт для движения. " * 8 + "</a>"
    assert decode(text.encode("cp1251"), "a.fb2") == text


MENDED = [
    ("<a><p>one</b> two</p></a>", "<a><p>one two</p></a>"),
    ("<a><p>one<i> two</p></a>", "<a><p>one<i> two</i></p></a>"),
    ("<a><p>3 < 5</p></a>", "<a><p>3 &lt; 5</p></a>"),
    ("<a><p>one", "<a><p>one</p></a>"),
    ("<a><!-- <b> --><e/>x</a>", "<a><e/>x</a>"),
    ("<a><b>1</a></b>", "<a><b>1</b></a>"),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_tags_are_closed_in_order(text, expected):
    assert mend(text)[0] == expected


@given(st.lists(st.sampled_from(["<a>", "</a>", "<b>", "</b>", "<i/>", "слово ", "<", ">", "5 "]), max_size=30))
def test_a_mended_text_parses_and_keeps_its_letters(parts):
    text = "".join(parts).replace("<<", "<").replace("< <", "<")
    root = parse_text(f"<r>{mend(text)[0]}</r>", "a.fb2")
    assert letters("".join(root.itertext())) >= letters(text)


def test_what_stands_between_two_marks_goes_also_when_the_second_is_missing():
    assert without("a[x]b[y]c[z", "[", "]") == "abc"
