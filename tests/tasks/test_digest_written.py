"""Digests in a model's words: packed, condensed twice where it must be, and held against the article."""

import pytest
from fakes import FakeModel

from summarizer import language
from summarizer.document import Piece
from summarizer.engine.model import Completion
from summarizer.errors import UsageError
from summarizer.job import Job
from summarizer.tasks import digest

SENTENCES = (
    "The city council closed the old bridge over the river on Monday after engineers found cracks in two piers.",
    "Repairs of the bridge will take fourteen months and cost the city about 30 million euros, the council said.",
    "Ferries will carry passengers between the two banks from early morning until midnight on every day.",
    "Shopkeepers on the northern bank expect fewer customers in the coming months and ask for lower rents.",
    "A museum near the market shows photographs of the opening, which drew thousands of people to the river.",
    "Cyclists may use a temporary path beside the railway line, which opens at the end of the week.",
)
ARTICLE = language.lay_out([Piece("paragraph", text) for text in SENTENCES], lang="en")
CLOSED = "Engineers found cracks in the piers and the city council closed the bridge."
FERRIES = "Ferries will carry passengers until midnight."
INVENTED = "Astronauts celebrated a quiet birthday aboard their station."


class ChatModel(FakeModel):
    def __init__(self, answers, window=512):
        super().__init__(answers, window=window)
        self.chats = True


def written(model, document=ARTICLE, **job):
    *_, last = digest.run(document, Job(task="digest", **job), model)
    return last.result


def test_every_sentence_names_the_source_it_stands_on():
    result = written(FakeModel([f"{CLOSED} {FERRIES}"]))
    assert [(p.text, p.sentences[0], p.origin) for p in result.passages] == [
        (CLOSED, 0, "model"),
        (FERRIES, 2, "model"),
    ]
    assert result.signature == "digest|model:fake@1|passes:1|v:0.1.0"
    assert result.findings == ()


def test_what_nothing_supports_is_left_out_and_said():
    result = written(FakeModel([f"{CLOSED} {INVENTED}"]))
    assert [p.text for p in result.passages] == [CLOSED]
    assert [f.message for f in result.findings] == [f"left out, nothing in the article supports it: “{INVENTED}”"]


def test_a_chat_model_gets_numbered_sentences_and_its_numbers_are_no_text():
    model = ChatModel([f"- {CLOSED} [0]\n- {FERRIES[:-1]} [2]."])
    result = written(model)
    assert model.prompts[0].text.splitlines()[1] == f"[1] {SENTENCES[1]}"
    assert [(p.text, p.sentences[0]) for p in result.passages] == [(CLOSED, 0), (FERRIES, 2)]


def test_a_number_that_a_chat_model_names_wrongly_is_not_believed():
    (passage,) = written(ChatModel([f"{FERRIES} [4]"])).passages
    assert passage.sentences[0] == 2


def test_a_long_article_goes_through_the_model_part_by_part_and_then_again():
    model = FakeModel([CLOSED, FERRIES, f"{CLOSED} {FERRIES}"], window=70)
    result = written(model)
    seen = " ".join(prompt.text for prompt in model.prompts[:2])
    assert seen == " ".join(SENTENCES)
    assert model.prompts[2].text == f"{CLOSED} {FERRIES}"
    assert all(model.count(prompt.text) <= 70 for prompt in model.prompts)
    assert "|passes:2|" in result.signature
    assert [p.sentences[0] for p in result.passages] == [0, 2]


def test_a_model_that_does_not_condense_is_asked_once_only():
    model = FakeModel([" ".join(SENTENCES[:3]), " ".join(SENTENCES[3:])], window=70)
    result = written(model)
    assert len(model.prompts) == 2
    over = [f.message for f in result.findings]
    assert len(result.passages) + len(over) == len(SENTENCES)
    assert all(message.startswith("left out, over the length asked for") for message in over)


def test_an_answer_that_the_model_did_not_finish_is_marked():
    result = written(FakeModel([Completion(f"{CLOSED} Ferries will carry passengers until", cut=True)]))
    assert [p.cut for p in result.passages] == [False, True]
    assert [(f.message, f.passage) for f in result.findings] == [("the model stopped at its limit here", 1)]


def test_what_is_said_twice_comes_once():
    result = written(FakeModel([f"{FERRIES} {FERRIES}"]))
    assert [p.text for p in result.passages] == [FERRIES]
    assert result.findings[0].message.startswith("left out, it is said already")


@pytest.mark.parametrize(("length", "words"), [("short", 35), ("long", 35)])
def test_the_model_is_told_how_long_the_digest_is_to_be(length, words):
    model = FakeModel([CLOSED])
    written(model, length=length)
    assert model.prompts[0].words == words


def test_into_the_other_language_at_once_the_evidence_is_found_across():
    text = "Городской совет закрыл старый мост через реку в понедельник."
    result = written(FakeModel([text]), to="ru")
    assert [(p.text, p.sentences[0]) for p in result.passages] == [(text, 0)]


def test_an_answer_without_a_sentence_gives_no_passage():
    assert written(FakeModel(["\n- \n"])).passages == ()


def test_a_card_is_not_written_by_a_model():
    with pytest.raises(UsageError):
        written(FakeModel([]), form="card")


def test_what_a_model_writes_is_not_shortened():
    with pytest.raises(UsageError, match="writes its own sentences"):
        written(FakeModel([]), compress=True)


def test_cancelling_stops_before_the_next_prompts():
    model = FakeModel([CLOSED] * 40, window=25)
    steps = digest.run(
        language.lay_out([Piece("paragraph", t) for t in SENTENCES * 4], lang="en"), Job(task="digest"), model
    )
    next(steps)
    steps.close()
    assert len(model.prompts) == 4
