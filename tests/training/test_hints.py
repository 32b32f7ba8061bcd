"""Hints in training pairs, and the dictionary that they come from."""

import lzma

import pytest

from training import hints, rarer_words

WORDS = "hotbed\tочаг|рассадник\nspeakerphone\tгромкая связь\nbide\t-\nmarimba\tмаримба\t3\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "en.tsv").write_text(WORDS, encoding="utf-8")
    return tmp_path


def hinted(source, target, lang, folder):
    pair = (source, target) if lang == "en" else (target, source)
    made = hints.with_hints([pair], lang, hints.read_words(folder)[lang])
    return made[0][0 if lang == "en" else 1] if made else ""


def test_a_rare_word_has_the_dictionary_form_of_what_answers_for_it(folder):
    assert hinted("Here are the hotbeds.", "Вот рассадники.", "en", folder) == "Here are the hotbeds|рассадник."


def test_a_rendering_of_two_words_is_one_hint(folder):
    told = hinted("It is on the speakerphone.", "Он слушал по громкой связи.", "en", folder)
    assert told == "It is on the speakerphone|громкая|связь."


def test_a_word_that_two_places_could_answer_for_has_none(folder):
    assert hinted("Here is the hotbed.", "Вот очаг и очаги.", "en", folder) == ""


def test_a_pair_that_has_the_sign_already_is_left_out(folder):
    assert hinted("A | hotbed", "А | очаг", "en", folder) == ""


def test_a_name_is_told_by_its_sound(folder):
    pairs = [("It was Zamyatin again.", "Это снова был Замятин.")] * 40
    told = {english for english, _ in hints.with_hints(pairs, "en", {})}
    assert told == {"It was Zamyatin|Замятин again."}


def test_entries_are_the_first_of_one_word_and_none_of_what_has_no_rendering(folder):
    assert rarer_words.entries((folder / "en.tsv").read_text(encoding="utf-8").splitlines()) == {
        "hotbed": "очаг",
        "marimba": "маримба",
    }
    assert rarer_words.entries(["spendthrift\tмот и транжира|транжира"]) == {"spendthrift": "транжира"}
    assert rarer_words.entries(["squander\tрастратить", "water\tвода\t600", "вода\tво да"]) == {}


def test_stems_of_other_forms_are_found_where_the_word_changes_inside():
    assert "огурц" in set(rarer_words.other_stems("огурец"))
    assert "hotbed" in set(rarer_words.other_stems("hotbed"))  # of "hotbeds"; its own is hotb


def test_rare_words_are_the_commonest_that_training_saw_seldom():
    common = {"cucumber": 3e-6, "cucumbers": 2e-6, "water": 1e-4, "marimba": 1e-7, "the": 0.1}
    seen = {"cucumbers": 4.0, "water": 600.0}
    assert rarer_words.rare(common, seen, "en") == [("cucumber", 4.0), ("marimba", 0.0)]


def test_the_file_that_ships_is_packed_from_the_folder(folder, tmp_path, monkeypatch):
    out = tmp_path / "rarer.tsv.xz"
    monkeypatch.setattr("sys.argv", ["rarer_words", "pack", str(folder), str(out)])
    rarer_words.main()
    rows = [line.split("\t") for line in lzma.decompress(out.read_bytes()).decode().splitlines()]
    assert [row[:2] for row in rows] == [["hotbed", "очаг"], ["marimba", "маримба"]]


def test_half_of_the_words_that_have_a_hint_are_disguised():
    sources = [f"A {word}|слово and a speakerphone|громкая|связь of Zamyatin|Замятин" for word in "abcdefgh" * 10]
    made = hints.disguised(sources)
    words = [line.split("|")[0].removeprefix("A ") for line in made]
    changed = sum(word != source[2] for word, source in zip(words, sources, strict=True))
    assert 20 <= changed <= 50
    assert set(words) <= {*"abcdefgh", "speakerphone"}
    assert {line.split()[-1] for line in made} == {"Zamyatin|Замятин"}
    assert all("|слово and a " in line and "|громкая|связь of " in line for line in made)
