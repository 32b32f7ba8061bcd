"""Everything the page says is there in both languages."""

import re
from pathlib import Path

import pytest

from ui import locales
from ui.locales import COUNTED, LANGUAGES, WORDS, browser_language, count, reader_language, say

UI = Path(locales.__file__).parent


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_string_is_there_in_both_languages_with_the_same_places(key):
    russian, english = (WORDS[key][n] for n in range(2))
    assert russian.strip()
    assert english.strip()
    assert set(re.findall(r"{(\w+)}", russian)) == set(re.findall(r"{(\w+)}", english))


def test_no_string_stands_in_the_other_languages_place():
    named = {said for said, english in WORDS.values() if said == english}  # names of formats and measures
    cyrillic = re.compile("[а-яё]", re.IGNORECASE)
    russian = [key for key, (said, _) in WORDS.items() if not cyrillic.search(said) and said not in named]
    english = [key for key, (_, said) in WORDS.items() if cyrillic.search(said)]
    assert (russian, english) == (["page.switch"], ["page.switch"])  # it names the other language, in that language


def test_every_key_that_the_page_asks_for_is_there():
    asked = set()
    for file in [*UI.glob("*.py"), *(UI / "tabs").glob("*.py")]:
        code = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r"""\b(?:say|count)\(\s*"([\w.-]+)\"""", code))
        asked |= set(re.findall(r"""\b(?:value|label|placeholder)="([a-z]+.[\w.-]+)\"""", code))
    assert asked - set(WORDS) - set(COUNTED) == set()
    assert len(asked) > 30


def test_every_key_that_the_draft_s_script_asks_for_is_there():
    code = "".join(file.read_text(encoding="utf-8") for file in UI.glob("draft*.js"))
    whole = set(re.findall(r"""\bsay\("([\w.-]+)\"""", code))
    begun = set(re.findall(r"\bsay\(`([\w.-]+\.)\$\{", code))
    assert {key for key in whole if f"draft.{key}" not in WORDS} == set()
    assert {part for part in begun if not any(key.startswith(f"draft.{part}") for key in WORDS)} == set()
    assert (len(whole) > 60, len(begun) > 5) == (True, True)


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (0, "0 слов", "0 words"),
        (1, "1 слово", "1 word"),
        (3, "3 слова", "3 words"),
        (11, "11 слов", "11 words"),
        (12, "12 слов", "12 words"),
        (21, "21 слово", "21 words"),
        (104, "104 слова", "104 words"),
        (1292, "1\u202f292 слова", "1,292 words"),
    ],
)
def test_counted_things_take_the_form_of_their_number(number, russian, english):
    assert [count("word", number, lang) for lang in LANGUAGES] == [russian, english]


@pytest.mark.parametrize(
    ("cookies", "accept", "lang"),
    [
        ({}, "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ({}, "en-US,en;q=0.9,ru;q=0.8", "en"),
        ({}, "uk-UA,uk;q=0.9,en;q=0.5", "ru"),
        ({}, "de-DE,de;q=0.9,ru;q=0.5,en;q=0.3", "ru"),
        ({}, "de-DE", "en"),
        ({}, "", "en"),
        ({"svodka_lang": "en"}, "ru", "en"),
        ({"svodka_lang": "<script>"}, "ru", "ru"),
    ],
)
def test_the_readers_choice_goes_before_the_browsers_language(cookies, accept, lang):
    assert reader_language(cookies, accept) == lang


def test_the_browser_itself_knows_two_languages():
    assert [browser_language(accept) for accept in ("ru-RU,ru", "uk-UA,uk", "en")] == ["ru", "en", "en"]


def test_a_string_takes_its_values():
    assert say("stage.write", "ru", done=2, total=6) == "Пишу: 2 из 6"
