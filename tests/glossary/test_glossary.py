"""Glossaries: read from every format, matched by lemma, checked in drafts."""

from pathlib import Path

import pytest

from summarizer import glossary, language
from summarizer.checks import glossary as check
from summarizer.document import Piece
from summarizer.errors import UsageError
from summarizer.glossary.lemmas import inflected, lemmas
from summarizer.glossary.lookup import place
from summarizer.glossary.reading import press
from summarizer.job import Job, Passage, Result

TSV = (
    "en\tru\tkind\tforbidden_ru\tnote\n"
    "Security Council\tСовет Безопасности | Совбез\torg\tСовет по безопасности\t\n"
    "Lent\tВеликий пост\t\t\t\n"
    "Kommersant\t\tdnt\t\t\n"
    "interest rate\tключевая ставка\t\t\t\n"
)
TBX = """<?xml version="1.0"?><tbx><text><body><conceptEntry id="1">
<langSec xml:lang="en"><termSec><term>interest rate</term></termSec></langSec>
<langSec xml:lang="ru"><termSec><term>процентная ставка</term><termNote type="administrativeStatus">
deprecatedTerm-admn-sts</termNote></termSec><termSec><term>ключевая ставка</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="terms.tsv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ставками", "ставка"),
        ("Ключевой", "ключевой"),
        ("policies", "policy"),
        ("rates", "rate"),
        ("imposed", "impose"),
        ("stopped", "stop"),
        ("women", "woman"),
        ("bank's", "bank"),
    ],
)
def test_a_word_has_its_dictionary_form(word, lemma):
    assert lemma in lemmas(word)


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("ключевая ставка", "Банк поднял ключевую ставку вновь.", "ключевую ставку"),
        ("interest rate", "Interest rates rose.", "Interest rates"),
        ("Lent", "He lent her money.", None),
        ("Lent", "During Lent they fast.", "Lent"),
        ("МВФ", "Глава мвф ушёл.", None),
        ("МВФ", "Глава МВФ ушёл.", "МВФ"),
        ("Великий пост", "Начался Великий пост.", "Великий пост"),
    ],
)
def test_a_form_is_found_in_any_inflection_but_with_its_capitals(form, text, found):
    at = place(form, text)
    assert (text[slice(*at)] if at else None) == found


def test_a_term_is_put_into_the_cases():
    assert inflected("ключевая ставка") == (
        "ключевая ставка",
        "ключевой ставки",
        "ключевой ставке",
        "ключевую ставку",
        "ключевой ставкой",
    )
    assert inflected("МВФ") == ("МВФ",)


def _checked(path, source, draft, lang="en"):
    document = language.lay_out([Piece("paragraph", source)], lang=lang)
    job = Job(to="ru" if lang == "en" else "en", glossary=path)
    passages = (Passage(draft, (0,), 0, origin="model"),)
    return [finding.message for finding in check.check(Result(job=job, document=document, passages=passages))]


@pytest.mark.parametrize(
    ("source", "draft", "messages"),
    [
        ("The Security Council met.", "Заседал Совбез.", []),
        ("The Security Council met.", "Совет заседал.", ["“Security Council” must be “Совет Безопасности” or “Совбез” by the glossary (line 2)"]),
        ("The Security Council met.", "Совбез, он же Совет по безопасности, заседал.", ["“Совет по безопасности” is a forbidden rendering of “Security Council”: “Совет по безопасности”"]),
        ("Kommersant wrote this.", "Kommersant написал это.", []),
        ("Kommersant wrote this.", "Коммерсант написал это.", ["“Kommersant” must be Kommersant by the glossary (line 4)"]),
        ("He lent it.", "Он одолжил это.", []),
        ("Interest rates rose.", "Ключевые ставки выросли.", []),
    ],
)  # fmt: skip
def test_a_draft_is_held_to_the_glossary(file, source, draft, messages):
    assert _checked(file(TSV), source, draft) == messages


def test_the_other_direction_is_held_too(file):
    assert _checked(file(TSV), "Совбез собрался.", "The Security Council met.", "ru") == []
    assert len(_checked(file(TSV), "Совбез собрался.", "The council met.", "ru")) == 1


def test_without_a_glossary_nothing_is_asked():
    assert _checked(None, "The Security Council met.", "Совет заседал.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("interest rate,ключевая ставка\n", "a.csv"),
        ("ключевая ставка;interest rate\n", "a.csv"),
        ("\ufeffrussian;english\nключевая ставка;interest rate\n", "a.csv"),
        ("# ours\n\ninterest rate\tключевая ставка\n", "a.tsv"),
        (TBX, "a.tbx"),
    ],
)
def test_every_format_gives_the_same_term(file, text, name):
    (term,) = glossary.read(file(text, name)).terms
    assert (term.en, term.ru) == (("interest rate",), ("ключевая ставка",))


def test_a_deprecated_term_of_tbx_is_forbidden(file):
    (term,) = glossary.read(file(TBX, "a.tbx")).terms
    assert term.forbidden_ru == ("процентная ставка",)


# The first concept of the sample that LTAC prints beside TBX-Basic (Example_Astronomy, in both of its styles), typed in
# without its transactions; the language of its second half is Russian here.
ASTRONOMY = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0">
<tbxHeader><fileDesc><sourceDesc><p>TBX file, created via MultiTerm Export</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">
<descrip type="subjectField">General</descrip>
<langSec xml:lang="en">
<descripGrp><descrip type="definition">A group of stars formed together in the spiral arms of a galaxy.</descrip></descripGrp>
<termSec><term>open cluster</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>galactic cluster</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
</langSec>
<langSec xml:lang="ru"><termSec><term>рассеянное скопление</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""
ASTRONOMY_DCT = (
    ASTRONOMY.replace('style="dca"', 'style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"')
    .replace(
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
        "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>",
    )
    .replace(
        '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>',
        "<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>",
    )
)
ASTRONOMY_2008 = (
    ASTRONOMY.replace("tbxHeader", "martifHeader").replace("conceptEntry", "termEntry").replace("langSec", "langSet")
    .replace("<tbx ", "<martif ").replace("</tbx>", "</martif>").replace("termSec", "tig")
)  # fmt: skip


@pytest.mark.parametrize("text", [ASTRONOMY, ASTRONOMY_DCT, ASTRONOMY_2008])
def test_the_sample_of_tbx_basic_is_read_in_every_style(file, text):
    (term,) = glossary.read(file(text, "a.tbx")).terms
    assert (term.en, term.forbidden_en, term.ru, term.line) == (("open cluster",), ("galactic cluster",), ("рассеянное скопление",), 4)  # fmt: skip


BOMB = '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx><term>&b;</term></tbx>'


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("one\n", "a.csv", "line 1: it has one column"),
        ('a,"b\n', "a.csv", "line 1: unexpected end of data"),
        ("a\tб\n".encode("cp1251"), "a.tsv", "line 1: not UTF-8"),
        ("", "a.csv", "holds no terms"),
        ("<?xml version='1.0'?><tbx><term>", "a.tbx", "line 1: "),
        (BOMB, "a.tbx", r"line 1: declares XML entities \(a\)"),
        (
            '<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tbx>&a;</tbx>',
            "a.tbx",
            r"line 1: declares XML entities \(a\)",
        ),
        ('<!DOCTYPE t SYSTEM "t.dtd">\n<tbx>&nbsp;</tbx>', "a.tbx", "line 2: refers to the XML entity &nbsp;"),
        (TBX.replace("?>", " encoding='utf-8'?>").encode("cp1251"), "a.tbx", "line 3: "),
        (TBX.replace(' xml:lang="ru"', ""), "a.tbx", "line 3: a langSec does not say its language"),
        ("interest rate,Leitzins\n", "a.csv", "line 1: no term has a Russian rendering"),
        ("en,de\ninterest rate,Leitzins\n", "a.csv", "line 1: no term has a Russian rendering"),
        ("en,ru\nставка\n".encode("utf-16-le"), "a.csv", "line 1: not UTF-8"),
        ("en,ru\n" + "x" * 200_000 + ",ставка\n", "a.csv", "line 2: field larger than field limit"),
        (TBX.replace('"ru"', '"de"'), "a.tbx", "line 1: no concept has English and Russian terms"),
    ],
)
def test_a_broken_glossary_is_refused_with_line_and_reason(file, text, name, message):
    with pytest.raises(UsageError, match=message):
        glossary.read(file(text, name))


def test_a_missing_file_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        glossary.read(tmp_path / "none.csv")


def test_the_press_glossary_comes_with_the_package():
    hits = [hit.term.ru[0] for hit in press().find("The UN Security Council met in Geneva.", "en")]
    assert hits[0] == "Совет Безопасности ООН"


def test_the_press_glossary_is_held_by_its_name_without_common_words(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    held = glossary.read(Path("press"))
    assert [hit.term.en[0] for hit in held.find("The bill came before the UN Security Council.", "en")] == [
        "UN Security Council"
    ]
    assert "bill" in {hit.term.en[0] for hit in press().find("The bill came before it.", "en")}
    Path("press").write_text("bridge\tмост\n", encoding="utf-8")
    assert [term.en[0] for term in glossary.read(Path("press")).terms] == ["bridge"]
