import english_sentences
import pytest
import russian_sentences
from hypothesis import given
from hypothesis import strategies as st
from partition import difference, marked, unmarked

from summarizer.language import split


def cases(table, lang):
    return [
        pytest.param(case, lang, id=f"{lang}-{kind}-{number}")
        for kind, group in table.items()
        for number, case in enumerate(group, 1)
    ]


TABLE = [*cases(russian_sentences.CASES, "ru"), *cases(english_sentences.CASES, "en")]


@pytest.mark.parametrize(("case", "lang"), TABLE)
def test_sentences_end_where_the_table_says(case, lang):
    assert marked(unmarked(case), lang) == case, difference(case, lang)


def test_the_table_holds_at_least_sixty_five_cases_a_language():
    assert len(cases(russian_sentences.CASES, "ru")) >= 65
    assert len(cases(english_sentences.CASES, "en")) >= 65


PARTS = st.sampled_from(
    [
        *"АБвгAB cd 19.?!…,;:—-«»“”„\"'()[]",
        " ",
        "\u00a0",
        "\n",
        ". ",
        "! ",
        "т. е. ",
        "г. ",
        "Mr. ",
        "U.S. ",
        ".Он ",
        "».",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PARTS, max_size=60).map("".join)), st.sampled_from(["ru", "en"]))
def test_sentences_are_in_order_and_hold_all_but_white_space(text, lang):
    spans = split(text, lang)
    edges = [0, *(place for span in spans for place in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < stop for start, stop in spans)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


def test_a_text_of_white_space_has_no_sentences():
    assert split("", "ru") == split(" \n\u00a0", "en") == []


@pytest.mark.parametrize("part", ["; ", "а. ", "«а?» ", "(", '"A" ', "Mr. ", "и т. д. ", "слово, "])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_rules_see_a_window_so_that_a_long_line_costs_what_its_length_costs(part, lang, monkeypatch):
    looked = []
    from summarizer.language import gaps

    real = gaps.Gap.far_left.func
    monkeypatch.setattr(gaps.Gap, "far_left", property(lambda gap: looked.append(len(real(gap))) or real(gap)))
    split(part * (20_000 // len(part)), lang)
    assert max(looked, default=0) <= 400


def test_a_long_sentence_is_not_cut():
    assert split("слово, " * 200 + "конец.", "ru") == [(0, 1406)]
