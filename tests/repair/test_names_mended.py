"""Names in an English draft: misspelled ones get the gazetteer's form, all others stay."""

import pytest

from summarizer import language
from summarizer.document import Piece
from summarizer.job import Passage, Tie
from summarizer.repair.names import NameBook


def _passage(source, draft, pairs):
    """A passage whose words are tied as the pairs (source word, draft word) say."""
    document = language.lay_out([Piece("paragraph", source)], lang="ru")
    ties = tuple(
        Tie(source.index(a), source.index(a) + len(a), draft.index(b), draft.index(b) + len(b)) for a, b in pairs
    )
    return document, Passage(draft, (0,), 0, origin="model", ties=ties)


@pytest.mark.parametrize(
    ("source", "draft", "pairs", "expected"),
    [
        ("Тренер Рафферти ушёл.", "Coach Rafferti left.", [("Рафферти", "Rafferti")], "Coach Rafferty left."),
        ("Тренер Рафферти ушёл.", "Rafferti's gone.", [("Рафферти", "Rafferti's")], "Rafferty's gone."),
        ("Тренер Рафферти ушёл.", "Coach Rafferty left.", [("Рафферти", "Rafferty")], "Coach Rafferty left."),
        ("Тренер Рафферти ушёл.", "The coach left.", [("Рафферти", "coach")], "The coach left."),
        ("Россия ответила.", "Russia answered.", [("Россия", "Russia")], "Russia answered."),
        ("Россия ответила.", "Rossiya answered.", [("Россия", "Rossiya")], "Rossiya answered."),
        (
            "Участок ЦКАД-5 открыт.",
            "The QARD-5 section is open.",
            [("ЦКАД-5", "QARD-5")],
            "The TsKAD-5 section is open.",
        ),
        ("Сеть АТБ выросла.", "The chain grew.", [("АТБ", "chain")], "The chain grew."),
        ("Ведомство EPA ответило.", "The EPC answered.", [("EPA", "EPC")], "The EPA answered."),
        ("Выборы в США.", "US elections.", [("США", "US")], "US elections."),
    ],
)
def test_a_misspelled_name_gets_the_form_of_the_gazetteer(source, draft, pairs, expected):
    document, passage = _passage(source, draft, pairs)
    mended, said = NameBook().mend(passage, document)
    assert mended.text == expected
    assert bool(said) == (draft != expected)


def test_ties_behind_a_mended_name_still_select_their_words():
    document, passage = _passage("Рафферти ушёл.", "Raferti left.", [("Рафферти", "Raferti"), ("ушёл", "left")])
    mended, _ = NameBook().mend(passage, document)
    assert [mended.text[tie.target_start : tie.target_stop] for tie in mended.ties] == ["Rafferty", "left"]


def test_what_a_person_wrote_is_left_alone():
    document, passage = _passage("Рафферти ушёл.", "Raferti left.", [("Рафферти", "Raferti")])
    person = Passage(passage.text, (0,), 0, origin="person", ties=passage.ties)
    assert NameBook().mend(person, document) == (person, [])
