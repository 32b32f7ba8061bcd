"""Translation sentence by sentence."""

import pytest
from fakes import FakeModel
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Block, Document, Mark, Sentence
from summarizer.engine.model import Completion
from summarizer.errors import UsageError
from summarizer.job import Job
from summarizer.tasks import translate


def document(*blocks, lang="ru", marks=()):
    """A document of (kind, language, sentence, sentence ...) blocks."""
    text, laid, sentences = "", [], []
    for index, (kind, own, *parts) in enumerate(blocks):
        text += "\n\n" if text else ""
        start = len(text)
        for n, part in enumerate(parts):
            text += " " if n else ""
            sentences.append(Sentence(len(text), len(text) + len(part), index))
            text += part
        laid.append(Block(kind, start, len(text), 0, own, marks))
    return Document(text=text, lang=lang, blocks=tuple(laid), sentences=tuple(sentences))


def russian(*sentences, **more):
    return document(("paragraph", "ru", *sentences), **more)


def result(source, model=None, **job):
    *_, last = translate.run(source, Job(**job), model or FakeModel())
    return last.result


def texts(source, answers):
    return [passage.text for passage in result(source, FakeModel(answers)).passages]


def test_every_sentence_is_one_prompt_and_one_passage_in_order_with_its_block():
    source = document(("title", "ru", "Мост."), ("paragraph", "ru", "Мост закрыт.", "Его чинят."))
    model = FakeModel(["Bridge.", "It is mended.", "Closed."])  # the shortest are asked first
    found = result(source, model)
    assert [(p.text, p.sentences, p.block, p.origin) for p in found.passages] == [
        ("Bridge.", (0,), 0, "model"),
        ("Closed.", (1,), 1, "model"),
        ("It is mended.", (2,), 1, "model"),
    ]
    assert [(prompt.text, prompt.to) for prompt in model.prompts] == [
        ("Мост.", "en"),
        ("Его чинят.", "en"),
        ("Мост закрыт.", "en"),
    ]


def test_the_result_says_what_made_it_and_in_which_language():
    found = result(russian("Мост закрыт."))
    assert found.signature == "translate|model:fake@1|v:0.1.0"
    assert found.job.to == "en"


def test_every_sentence_is_a_step_and_closing_stops_the_model():
    model = FakeModel()
    steps = translate.run(russian(*["Мост закрыт."] * 200), Job(), model)
    assert next(steps).done == 1
    steps.close()
    assert len(model.prompts) == 8


def test_code_the_target_language_and_signs_pass_through():
    source = document(
        ("code", "ru", "печать('да')"),
        ("paragraph", "en", "The bridge is closed."),
        ("paragraph", "ru", "* * *", "https://example.org/мост", "Bridge Today"),
    )
    found = result(source, FakeModel([]))
    assert [passage.text for passage in found.passages] == [source.sentence_text(n) for n in range(5)]
    assert {passage.origin for passage in found.passages} == {"source"}


def test_score_cut_and_alternatives_are_carried():
    answers = [Completion("Bridge", cut=True, score=-0.5, alternatives=("«Bridge»",))]
    (passage,) = result(russian("Мост"), FakeModel(answers), alternatives=1).passages
    assert (passage.cut, passage.score, passage.alternatives) == (True, -0.5, ('"Bridge"',))


def test_an_address_inside_a_sentence_goes_in_as_a_mask_and_comes_back():
    model = FakeModel(["Write to #7 by Friday."])
    (passage,) = result(russian("Пишите на info@example.org до пятницы."), model).passages
    assert model.prompts[0].text == "Пишите на #7 до пятницы."
    assert passage.text == "Write to info@example.org by Friday."


def test_where_a_mask_is_lost_the_sentence_is_cut_around_the_thing():
    model = FakeModel(["Write by Friday.", "Write to", "Until Friday."])
    (passage,) = result(russian("Пишите на info@example.org до пятницы."), model).passages
    assert [prompt.text for prompt in model.prompts] == ["Пишите на #7 до пятницы.", "Пишите на", "до пятницы."]
    assert passage.text == "Write to info@example.org until Friday."


def test_an_address_after_a_colon_does_not_go_in_at_all():
    model = FakeModel(["Read more:"])
    (passage,) = result(russian("Читайте также: https://example.org/a"), model).passages
    assert passage.text == "Read more: https://example.org/a"


def test_inline_code_is_held():
    source = russian("Команда печать выводит текст.", marks=(Mark(8, 14, "code"),))
    assert texts(source, ["The command #7 prints text."]) == ["The command печать prints text."]


def test_between_many_addresses_a_long_run_still_fits_the_window():
    model = FakeModel(window=8)
    result(russian("Сайты a.ru, b.ru, c.ru и d.ru закрыты на долгий и трудный ремонт до самой осени года."), model)
    assert all(model.count(prompt.text) <= 8 for prompt in model.prompts)


def test_figures_go_in_as_a_small_model_copies_them_and_come_out_as_the_language_writes_them():
    model = FakeModel(["There are 24601 people, or 1.5 percent."])
    (passage,) = result(russian("Там 24 601 человек, или 1,5 процента."), model).passages
    assert model.prompts[0].text == "Там 24,601 человек, или 1.5 процента."
    assert passage.text == "There are 24,601 people, or 1.5 percent."


def test_a_line_in_capitals_is_translated_in_lower_case_and_raised_again():
    model = FakeModel(["The president signed the law"])
    (passage,) = result(russian("ПРЕЗИДЕНТ ПОДПИСАЛ ЗАКОН"), model).passages
    assert model.prompts[0].text == "Президент подписал закон"
    assert passage.text == "THE PRESIDENT SIGNED THE LAW"


def test_a_headline_goes_in_as_a_sentence_and_its_names_keep_their_capitals():
    model = FakeModel(["Банк"])
    source = "Why the Supreme Court Delays Its Decision on Trump’s Tariffs: What the White House Says"
    result(document(("paragraph", "en", source), lang="en"), model)
    wanted = "Why the Supreme Court delays its decision on Trump’s tariffs: What the White House says"
    assert model.prompts[0].text == wanted


@pytest.mark.parametrize(
    "source",
    [
        "President Vladimir Putin met Angela Merkel and Emmanuel Macron.",
        "The Deployment of their missiles began in December.",
        "Putin visited the Baikal State Nature Biosphere Reserve.",
        "Angela Merkel, Emmanuel Macron, Donald Tusk",
        "Central Bank",
    ],
)
def test_a_sentence_with_many_names_is_no_headline(source):
    model = FakeModel(["Банк"])
    result(document(("paragraph", "en", source), lang="en"), model)
    assert model.prompts[0].text == source


def test_an_abbreviation_is_no_line_in_capitals():
    model = FakeModel(["UN, USA"])
    result(russian("ООН, США"), model)
    assert model.prompts[0].text == "ООН, США"


def test_a_sentence_over_the_window_is_cut_at_a_clause_and_joined():
    model = FakeModel(["They mend it.", "The bridge is closed,"], window=6)
    (passage,) = result(russian("Старый мост закрыли, его начали чинить."), model).passages
    assert sorted(prompt.text for prompt in model.prompts) == ["Старый мост закрыли,", "его начали чинить."]
    assert passage.text == "The bridge is closed, they mend it."
    assert not passage.cut


def test_an_answer_that_was_cut_short_is_tried_again_in_halves():
    model = FakeModel([Completion("The old bridge was", cut=True), "And reopened.", "The bridge was closed"])
    (passage,) = result(russian("Старый мост закрыли, и открыли снова."), model).passages
    assert (passage.text, passage.cut) == ("The bridge was closed and reopened.", False)


def test_the_target_is_the_other_language_and_its_own_is_refused():
    assert translate.target(russian("Да."), Job()) == "en"
    with pytest.raises(UsageError) as refusal:
        translate.target(russian("Да."), Job(to="ru"))
    assert refusal.value.hint == "ask for en, or name its language"


def test_without_a_model_there_is_no_translation():
    with pytest.raises(UsageError):
        list(translate.run(russian("Да."), Job(), None))


SENTENCES = st.text(alphabet="мост Мabc1 .,:@#{}<>/«»-😀", min_size=1, max_size=40).map(str.strip).filter(bool)


@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_every_source_sentence_is_in_exactly_one_passage_in_order(sentences):
    found = result(russian(*sentences))
    assert [passage.sentences for passage in found.passages] == [(n,) for n in range(len(sentences))]
    assert all(passage.text for passage in found.passages)
