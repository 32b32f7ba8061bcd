"""The card: who, what, when, where, numbers."""

from summarizer import language
from summarizer.document import Piece
from summarizer.job import Job, Passage
from summarizer.tasks import digest

LEAD = "The engineer Maria Keller opened the bridge in Lausanne on 12 May 2019, and 40,000 people came to see it."
REST = (
    "The work had taken five years, during which ferries carried the passengers from one bank to the other.",
    "Shopkeepers on the northern bank had expected fewer customers and had asked the town for lower rents.",
    "A museum near the market shows photographs of the opening, which drew thousands of people to the river.",
)
ARTICLE = language.lay_out([Piece("paragraph", text) for text in (LEAD, *REST)], lang="en")


def card(document=ARTICLE):
    *_, last = digest.run(document, Job(task="digest", form="card", length="short"), None)
    return last.result.passages


def test_the_lines_come_in_their_order_with_their_evidence():
    assert [(p.text, p.sentences) for p in card() if p.sentences == (0,)] == [
        (f"What: {LEAD}", (0,)),
        ("Who: Maria Keller", (0,)),
        ("When: 12 May 2019", (0,)),
        ("Where: Lausanne", (0,)),
        ("Numbers: 40,000 people came", (0,)),
    ]


def test_a_value_that_the_source_does_not_state_is_no_line_of_a_translated_card():
    text = "Инженер Мария Келлер открыла мост в Лозанне 13 мая 2019 года, пришли 40 000 человек."
    lines = [p.text for p in digest.card(ARTICLE, [Passage(text, (0,), 0, origin="model")], "ru")]
    assert "Кто: Мария Келлер" in lines
    assert "Числа: 40 000 человек" in lines
    assert not any("13 мая" in line for line in lines if line.startswith("Когда"))


def test_a_text_without_names_and_numbers_has_what_alone():
    document = language.lay_out([Piece("paragraph", "The bridge was closed and nobody said why it was so.")], lang="en")
    assert [p.text for p in card(document)] == ["What: The bridge was closed and nobody said why it was so."]
