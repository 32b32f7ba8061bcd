import pytest

from summarizer.engine import instructions
from summarizer.engine.model import Prompt

ANSWERS = [
    ("Вода кипит.", "Вода кипит."),
    ("<think>\nboil…\n</think>\n\nВода кипит.", "Вода кипит."),
    ("<think></think>Вода кипит.", "Вода кипит."),
    ("boil, says the template that opened it</think>\nВода кипит.", "Вода кипит."),
    ("<think>cut while it was thinking", ""),
    ("<thought>a</thought>One.<thought>b</thought> Two.", "One. Two."),
    ("a < b, as they think", "a < b, as they think"),
]


@pytest.mark.parametrize(("said", "kept"), ANSWERS)
def test_what_was_thought_aloud_is_no_part_of_the_answer(said, kept):
    assert instructions.answer(said) == kept


def test_a_translation_names_its_language_and_ends_with_the_text():
    [message] = instructions.translate("Water boils at {100} degrees.", "ru")
    assert message["role"] == "user"
    assert "into Russian" in message["content"]
    assert message["content"].endswith("\n\nText:\nWater boils at {100} degrees.")


def test_a_digest_asks_for_the_numbers_of_its_sources_and_for_a_length():
    [message] = instructions.digest("[1] Вода кипит. [2] Пар идёт.", "en", 60)
    assert "in English in about 60 words" in message["content"]
    assert "[3] or [3, 5]" in message["content"]
    assert message["content"].endswith("[1] Вода кипит. [2] Пар идёт.")


def test_a_digest_without_a_number_of_words_leaves_the_length_open():
    assert "words" not in instructions.digest("[1] Вода кипит.", "ru")[0]["content"].split("Article:")[0]


def test_a_prompt_chooses_its_instruction():
    assert instructions.messages(Prompt("Hi.", "ru")) == instructions.translate("Hi.", "ru")
    asked = instructions.messages(Prompt("[1] Hi.", "ru", task="digest", words=9))
    assert asked == instructions.digest("[1] Hi.", "ru", 9)
    assert instructions.messages(Prompt("Say hi.")) == [{"role": "user", "content": "Say hi."}]
