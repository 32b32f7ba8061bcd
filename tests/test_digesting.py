"""Digests in the other language: what cannot be trusted gives way, and nothing is passed on in silence."""

from dataclasses import replace

import pytest
from fakes import FakeModel

from summarizer import digesting, language
from summarizer.document import Piece
from summarizer.engine.model import Completion, Link
from summarizer.job import Finding, Job, Passage, Result
from summarizer.tasks import digest

JOB = Job(task="digest", to="ru", length="short")
ENGLISH_TO_RUSSIAN = {
    "The council closed the old bridge over the river after 17 engineers had found cracks in its piers.": (
        "Совет закрыл старый мост через реку, после того как 17 инженеров нашли трещины в его опорах."
    ),
    "Repairs of the bridge over the river will cost the council 30 million euros, as its engineers said.": (
        "Ремонт моста через реку обойдётся совету в 30 миллионов евро, как сказали его инженеры."
    ),
    "Ferries carry passengers between the banks of the river until midnight on every day of the week.": (
        "Паромы перевозят пассажиров между берегами реки до полуночи каждый день недели."
    ),
    "Shopkeepers on the northern bank expect fewer customers in the coming months and ask for lower rents.": (
        "Торговцы на северном берегу ждут в ближайшие месяцы меньше покупателей и просят снизить аренду."
    ),
    "Cyclists may use a temporary path beside the railway line, which opens at the end of the week.": (
        "Велосипедисты могут пользоваться временной дорожкой у железной дороги, она откроется в конце недели."
    ),
    "Trees along the embankment were planted by schoolchildren in the year of the great anniversary.": (
        "Деревья вдоль набережной посадили школьники в год большой годовщины."
    ),
}
SENTENCES = tuple(ENGLISH_TO_RUSSIAN)
ARTICLE = language.lay_out([Piece("paragraph", text) for text in SENTENCES], lang="en")


class Translator(FakeModel):
    """Translates by the table; the texts in `spoiled` come out as is said there, whatever is asked for."""

    def __init__(self, spoiled=None, scores=None):
        super().__init__()
        self.spoiled = spoiled or {}
        self.scores = scores or {}

    def _answer(self, prompt):
        text = self.spoiled.get(prompt.text, ENGLISH_TO_RUSSIAN.get(prompt.text, ""))
        return Completion(text, score=self.scores.get(prompt.text))


def _own():
    return digest.groups(ARTICLE, JOB)


def _made(model, job=JOB):
    steps = list(digesting.translated(ARTICLE, job, model))
    return steps, steps[-1].result


def _first():
    return SENTENCES[_own()[0][0]]


def test_sentences_that_pass_come_as_they_were_chosen():
    _, result = _made(Translator())
    assert [p.sentences for p in result.passages] == _own()
    assert [p.text for p in result.passages] == [ENGLISH_TO_RUSSIAN[SENTENCES[n]] for (n,) in _own()]
    assert result.findings == ()
    assert result.signature == "digest|extractive@1|model:fake@1|v:0.1.0"


@pytest.mark.parametrize(
    "text", ["", "Совет закрыл старый мост.", "да да да да да да да да да да да да", "The council."]
)
def test_a_sentence_whose_translation_is_rejected_gives_way_to_the_next_best(text):
    _, result = _made(Translator({_first(): text}))
    assert _own()[0] not in [p.sentences for p in result.passages]
    assert len(result.passages) == len(_own())
    assert [f.message for f in result.findings if f.check == "replacement"] == [
        f"passed over, its translation cannot be trusted: “{_first()}”"
    ]
    assert "|replaced:1|" in result.signature


def _sure(monkeypatch, confidences):
    """Drafts have the confidences that are said for their sentences, the others none."""

    def judged(passages, *_):
        return [replace(passage, confidence=confidences.get(passage.sentences[0])) for passage in passages]

    monkeypatch.setattr("summarizer.digesting.sentences.judged", judged)


@pytest.mark.parametrize(
    ("known", "groups"),
    [
        (digest.Known(), [(0,), (1,)]),
        (digest.Known(trust={1: 0.97}), [(0,), (1,)]),
        (digest.Known(trust={1: 0.7}), [(0,), (2,)]),
        (digest.Known(trust={0: 0.0}), [(1,), (2,)]),
        (digest.Known(words={0: 24}), [(0,)]),
        (digest.Known(words={0: 5, 1: 5}), [(0,), (1,), (2,)]),
        (digest.Known(kept=[3]), [(0,), (3,)]),
        (digest.Known(trust={3: 1.0, 4: 1.0}, is_all=True), [(3,), (4,)]),
    ],
)
def test_what_the_translations_are_like_has_a_say_in_what_a_digest_is_made_of(known, groups):
    assert digest.groups(ARTICLE, JOB, known) == groups


def test_a_sentence_whose_translation_nothing_is_sure_of_gives_way_to_one_that_is_nearly_as_good(monkeypatch):
    _sure(monkeypatch, {1: 0.0})
    _, result = _made(Translator())
    assert [p.sentences for p in result.passages] == [(0,), (2,)]


def test_an_unsure_sentence_stays_where_nothing_better_is_left(monkeypatch):
    _sure(monkeypatch, dict.fromkeys(range(len(SENTENCES)), digesting.UNSURE - 0.3))
    _, result = _made(Translator())
    assert [p.sentences for p in result.passages] == _own()
    assert [p.confidence for p in result.passages] == [digesting.UNSURE - 0.3] * len(_own())
    assert result.findings == ()


def test_what_nothing_can_replace_has_its_original_beside_it():
    spoiled = dict.fromkeys(
        SENTENCES, "Совет закрыл старый мост через реку 99 раз, и все жители были очень рады этому."
    )
    _, result = _made(Translator(spoiled))
    beside = [f for f in result.findings if f.check == "original"]
    assert [f.passage for f in beside] == list(range(len(_own())))
    assert all(SENTENCES[p.sentences[0]] in f.message for p, f in zip(result.passages, beside, strict=True))


def test_every_passage_of_the_result_was_a_step_and_the_result_has_the_order_of_the_text():
    steps, result = _made(Translator({_first(): ""}), replace(JOB, length="long"))
    given = [step.passage for step in steps if step.passage]
    assert sorted(given, key=lambda p: p.sentences) == list(result.passages)


def test_the_first_sentence_is_there_before_the_others_are_translated():
    model = Translator()
    steps = digesting.translated(ARTICLE, JOB, model)
    assert next(steps).passage.sentences == _own()[0]
    steps.close()
    assert [prompt.text for prompt in model.prompts] == [_first()]


def _written(*texts):
    passages = tuple(Passage(text, (n,), n, origin="model") for n, text in enumerate(texts))
    job = Job(task="digest", to="en", digest_model="fake")
    return Result(job=job, document=ARTICLE, passages=passages, signature="digest|model:w@1|passes:1|v:0.1.0")


def _verified(*texts):
    from summarizer.job import Step

    *_, last = digesting.verified(iter([Step(stage="done", result=_written(*texts))]))
    return last.result


def test_a_written_sentence_with_a_number_of_its_own_is_left_out_and_said():
    result = _verified(
        "The council closed the bridge after 18 engineers found cracks.", "Repairs will cost 30 million euros."
    )
    assert [p.sentences for p in result.passages] == [(1,)]
    assert len(result.findings) == 1
    assert "18" in result.findings[0].message


def test_a_written_digest_is_carried_over_with_its_evidence():
    written = _written(SENTENCES[0], SENTENCES[1])
    steps = list(digesting.carried_over(written, JOB, Translator()))
    assert [step.passage.text for step in steps if step.passage] == [
        ENGLISH_TO_RUSSIAN[SENTENCES[0]],
        ENGLISH_TO_RUSSIAN[SENTENCES[1]],
    ]
    result = steps[-1].result
    assert [p.sentences for p in result.passages] == [(0,), (1,)]
    assert result.signature == "digest|model:w@1|passes:1|model:fake@1|v:0.1.0"
    assert result.document == ARTICLE


def _compressible():
    """The article with words before and in its first sentence that a shortened digest leaves out."""
    long = SENTENCES[0].replace("The council closed", "However, the council (its full board) closed")
    return language.lay_out([Piece("paragraph", text) for text in (long, *SENTENCES[1:])], lang="en")


def test_a_shortened_sentence_is_translated_and_what_it_lost_is_told():
    document, job = _compressible(), replace(JOB, compress=True)
    *_, last = digesting.translated(document, job, Translator())
    assert last.result.passages[0].text == ENGLISH_TO_RUSSIAN[SENTENCES[0]]
    assert [(f.message, f.passage) for f in last.result.findings] == [
        ("shortened, left out: “However”, “(its full board)”", 0)
    ]
    assert last.result.document is document


def test_checks_hold_a_translation_against_the_shortened_sentence_and_point_into_the_article():
    document = _compressible()
    passage = Passage("Совет закрыл 99 мостов.", (0,), 0, origin="model")
    result = Result(job=replace(JOB, compress=True), document=document, passages=(passage,))
    seen = []

    def check(result):
        seen.append(result.document.sentence_text(0))
        start = result.document.text.index("17")
        yield Finding("numbers", "lost", 0, source=(start, start + 2))

    (finding,) = digesting.checked(result, check)
    assert seen == [SENTENCES[0]]
    assert document.text[slice(*finding.source)] == "17"


def test_a_misspelled_name_is_put_right_in_an_english_digest_and_said():
    source, draft = (
        "Тренер Рафферти покинул клуб 5 мая после девяти лет работы.",
        "Coach Rafferti left the club on May 5.",
    )
    place, target = source.index("Рафферти"), draft.index("Rafferti")
    link = Link(place, place + 8, target, target + 8, 1.0)
    document = language.lay_out([Piece("paragraph", source)], lang="ru")
    model = FakeModel([Completion(draft, alignment=(link,))])
    *_, last = digesting.translated(document, Job(task="digest", to="en"), model)
    assert [passage.text for passage in last.result.passages] == ["Coach Rafferty left the club on May 5."]
    assert [(f.message, f.passage) for f in last.result.findings if f.check == "names"] == [
        ("“Rafferti” was written “Rafferty”, the name “Рафферти” of the source", 0)
    ]
