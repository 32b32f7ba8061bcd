"""Terms put into a glossary file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import UsageError
from summarizer.glossary import Entry, add, read

RATE = Entry("key rate", "ключевая ставка")


def test_a_new_file_has_a_header_and_the_terms(tmp_path):
    assert add(tmp_path / "terms.tsv", [RATE], "en") == 1
    assert (tmp_path / "terms.tsv").read_bytes() == "en\tru\nkey rate\tключевая ставка\n".encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("en\tru\nbank\tбанк\n", "en\tru\nbank\tбанк\nkey rate\tключевая ставка\n"),
        ("en\tru\nbank\tбанк", "en\tru\nbank\tбанк\nkey rate\tключевая ставка\n"),
        (
            "Russian;note;English\r\nбанк;;bank\r\n",
            "Russian;note;English\r\nбанк;;bank\r\nключевая ставка;;key rate\r\n",
        ),
        ("bank,банк\n", "bank,банк\nkey rate,ключевая ставка\n"),
        ("# mine\nbank,банк\n", "# mine\nbank,банк\nkey rate,ключевая ставка\n"),
    ],
)
def test_terms_go_into_the_columns_that_the_file_has_and_the_rest_stays(tmp_path, before, after):
    path = tmp_path / "terms.csv"
    path.write_bytes(before.encode())
    assert add(path, [RATE], "ru") == 1
    assert path.read_bytes() == after.encode()
    assert read(path).terms[-1].en == ("key rate",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_keeps_its_encoding(tmp_path, encoding):
    path = tmp_path / "terms.tsv"
    path.write_bytes("bank\tбанк\n".encode(encoding))
    add(path, [RATE], "en")
    assert path.read_bytes().decode(encoding) == "bank\tбанк\nkey rate\tключевая ставка\n"


def test_a_term_that_is_there_is_not_written_twice(tmp_path):
    add(tmp_path / "terms.tsv", [RATE, RATE], "en")
    assert add(tmp_path / "terms.tsv", [RATE], "en") == 0
    assert len(read(tmp_path / "terms.tsv").terms) == 1


def test_two_terms_may_share_a_rendering_but_not_one_term_have_two(tmp_path):
    path = tmp_path / "terms.tsv"
    add(path, [Entry("US", "США"), Entry("United States", "США")], "en")
    with pytest.raises(UsageError, match=r"“US” is in the glossary terms\.tsv already \(line 2\)"):
        add(path, [Entry("US", "Америка")], "en")


@pytest.mark.parametrize("entry", [Entry("rate", ""), Entry("a|b", "в"), Entry("#1", "в"), Entry(" ", "в")])
def test_what_is_no_term_is_refused_and_the_file_stays(tmp_path, entry):
    with pytest.raises(UsageError):
        add(tmp_path / "terms.tsv", [RATE, entry], "en")
    assert not (tmp_path / "terms.tsv").exists()


def test_a_tbx_file_is_not_written_to(tmp_path):
    with pytest.raises(UsageError, match="terms are not written into"):
        add(tmp_path / "terms.tbx", [RATE], "en")


WORDS = st.text(alphabet="aбЯ12 ,;\t\"'«»—", min_size=1, max_size=20).filter(lambda text: text.strip())


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(["en\tru\n", "en;ru\n", "en,ru\n"]))
def test_what_is_written_is_read_again(tmp_path_factory, pairs, header):
    path = tmp_path_factory.mktemp("glossary") / "terms.csv"
    path.write_text(header, encoding="utf-8")
    entries = {" ".join(en.split()): Entry(en, ru) for en, ru in pairs}
    add(path, [Entry("bank", "банк"), *entries.values()], "en")
    wanted = {("bank", "банк"), *((en, " ".join(entry.ru.split())) for en, entry in entries.items())}
    assert {(term.en[0], term.ru[0]) for term in read(path).terms} == wanted


def test_the_press_glossary_takes_no_terms(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="takes no terms"):
        add(Path("press"), [Entry("bridge", "мост")], "en")
    assert not Path("press").exists()
