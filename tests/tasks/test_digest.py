"""The extractive digest."""

import pytest

from summarizer import ranking
from summarizer.document import Block, Document, Meta, Sentence
from summarizer.job import Job
from summarizer.tasks import digest

TITLE = "City council closes the old bridge"
LEAD = (
    "The city council closed the old bridge over the river on Monday after engineers found cracks in two of its piers."
)
NEXT = "Repairs of the bridge will take fourteen months and cost the city about 30 million euros, the council said."
LEANING = "However, the sum does not include the new lamps."
QUESTION = "Who will pay for the repairs of the bridge?"
FILLER = [
    "Ferries will carry passengers between the two banks from early morning until midnight on every day of the week.",
    "Shopkeepers on the northern bank expect fewer customers in the coming months and ask for lower rents.",
    "A museum near the market shows photographs of the opening, which drew thousands of people to the river.",
    "Trees along the southern embankment were planted by schoolchildren in the year of the anniversary.",
    "Engineers measured the cracks in the piers for six weeks with sensors that a university had lent to them.",
    "Cyclists may use a temporary path beside the railway line, which opens at the end of the week.",
]


def article(*blocks, lang="en", meta=Meta()):
    """A document of (kind, sentence, sentence ...) blocks."""
    text, laid, sentences = "", [], []
    for index, (kind, *parts) in enumerate(blocks):
        text += "\n\n" if text else ""
        start = len(text)
        for n, part in enumerate(parts):
            text += " " if n else ""
            sentences.append(Sentence(len(text), len(text) + len(part), index))
            text += part
        laid.append(Block(kind, start, len(text), 0, lang))
    return Document(text=text, lang=lang, blocks=tuple(laid), sentences=tuple(sentences), meta=meta)


ARTICLE = article(
    ("title", TITLE),
    ("paragraph", LEAD),
    ("paragraph", NEXT, LEANING),
    ("heading", "What happens to the bridge and to the council now and later"),
    ("paragraph", QUESTION, *FILLER[:2]),
    ("code", "print('the bridge over the river is closed by the council')"),
    ("cell", "The bridge over the river is closed by the city council since Monday."),
    ("paragraph", *FILLER[2:]),
)


def passages(document=ARTICLE, **job):
    *_, last = digest.run(document, Job(task="digest", **job), None)
    return last.result.passages


def test_a_short_digest_gives_the_sentences_that_carry_the_article():
    assert [passage.text for passage in passages(length="short")] == [LEAD, NEXT, FILLER[0]]


def test_an_opening_that_ties_a_sentence_to_one_that_is_not_there_goes_and_is_told():
    freed = ("paragraph", f"However, {NEXT[0].lower()}{NEXT[1:]}")
    document = article(("title", TITLE), ("paragraph", LEAD), freed, ("paragraph", *FILLER, *FILLER))
    *_, last = digest.run(document, Job(task="digest", length="medium"), None)
    assert [passage.text for passage in last.result.passages if passage.origin == "shortened"] == [NEXT]
    assert [f.message for f in last.result.findings] == ["shortened, left out: “However”"]


def test_passages_are_the_article_word_for_word_in_its_order_with_their_sentences():
    found = passages(length="long")
    assert [passage.sentences for passage in found] == sorted(passage.sentences for passage in found)
    for passage in found:
        first, last = ARTICLE.sentences[passage.sentences[0]], ARTICLE.sentences[passage.sentences[-1]]
        assert passage.text == ARTICLE.text[first.start : last.stop]
        assert passage.origin == "source"
        assert 1 <= len(passage.sentences) <= 2


def test_headings_titles_questions_code_and_cells_never_come_into_a_digest():
    kinds = {ARTICLE.blocks[passage.block].kind for passage in passages(length="long")}
    assert kinds == {"paragraph"}
    assert QUESTION not in [passage.text for passage in passages(length="long")]


@pytest.mark.parametrize("length", ["short", "medium", "long"])
def test_a_digest_is_at_most_about_a_third_of_the_article(length):
    words = sum(len(passage.text.split()) for passage in passages(length=length))
    assert words <= len(ARTICLE.text.split()) / 3 * 1.15


def test_a_leaning_sentence_comes_only_behind_the_one_it_leans_on():
    for length in ("short", "medium", "long"):
        for passage in passages(length=length):
            assert LEANING not in passage.text or passage.text == f"{NEXT} {LEANING}"


def test_what_was_said_is_not_said_again():
    again = (
        "On Monday the city council closed the old bridge over the river, because engineers found cracks in its piers."
    )
    document = article(("paragraph", LEAD), ("paragraph", again), ("paragraph", NEXT), ("paragraph", *FILLER))
    texts = [passage.text for passage in passages(document, length="short")]
    assert len({LEAD, again} & set(texts)) == 1


def test_the_headline_form_opens_with_the_title_and_gives_three_points():
    found = passages(form="headline")
    assert found[0].text == TITLE
    assert len(found) == 4


def test_an_article_without_a_title_gives_four_sentences_in_the_headline_form():
    document = article(("paragraph", LEAD), ("paragraph", NEXT), ("paragraph", *FILLER))
    assert len(passages(document, form="headline")) == 4


def test_a_text_of_one_short_line_is_its_own_digest():
    assert [passage.text for passage in passages(article(("paragraph", "Bridge closed")))] == ["Bridge closed"]


def test_a_document_without_sentences_gives_no_passages():
    assert passages(Document(text="", lang="en", blocks=(), sentences=())) == ()


def test_the_language_is_the_one_asked_for_or_the_articles_own():
    assert digest.target(ARTICLE, Job(task="digest")) == "en"
    assert digest.target(ARTICLE, Job(task="digest", to="ru")) == "ru"


def test_every_passage_is_a_step_and_the_last_step_is_signed():
    *steps, last = digest.run(ARTICLE, Job(task="digest", length="short"), None)
    assert [(step.stage, step.done, step.total) for step in steps] == [
        ("write", 1, 3),
        ("write", 2, 3),
        ("write", 3, 3),
    ]
    assert last.result.signature == "digest|extractive@1|v:0.1.0"


def test_a_title_that_names_a_later_sentence_draws_the_digest_to_it():
    blocks = [
        ("paragraph", "Погода в выходные ожидается тёплая и без осадков почти по всей области."),
        ("paragraph", "Городской совет закрыл старый мост через реку после проверки опор инженерами."),
        ("paragraph", "Музей у рынка покажет снимки открытия набережной и старые планы кварталов."),
    ]
    scores = [
        ranking.rank(article(*blocks, lang="ru"), title).scores[2]
        for title in ("Закрыт мост через реку", "Снимки в музее")
    ]
    assert scores[0] < scores[1]


@pytest.mark.parametrize(
    ("lang", "to", "words"), [("en", "en", 99), ("en", "ru", 117), ("ru", "ru", 99), ("ru", "en", 81)]
)
def test_a_digest_of_120_words_is_made_of_as_many_as_have_that_length_in_its_language(lang, to, words):
    unlike = [" ".join(f"Word{n}{letter}" for letter in "abcdefghi") + "." for n in range(60)]
    document = article(("paragraph", *unlike), lang=lang)
    assert 9 * len(digest.groups(document, Job(task="digest", to=to))) == words


@pytest.mark.parametrize(("lang", "to", "words"), [("en", "ru", 29), ("ru", "en", 43), ("ru", "ru", 36)])
def test_a_third_of_an_article_is_counted_in_the_words_of_the_digest(lang, to, words):
    unlike = [" ".join(f"Word{n}{letter}" for letter in "abcdefghi") + "." for n in range(12)]
    assert digest.budget(article(("paragraph", *unlike), lang=lang), Job(task="digest", to=to)) == words
