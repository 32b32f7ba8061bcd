from summarizer import language
from summarizer.compression import shortened
from summarizer.document import Mark, Piece

FIRST = "The old lighthouse (built of granite) lost its roof in the storm."
SECOND = "However, the keeper of the lighthouse `slept` in the cellar."


def document(*marks):
    return language.lay_out(
        [Piece("title", "A (new) storm"), Piece("paragraph", f"{FIRST} {SECOND}", marks=marks)], lang="en"
    )


def test_sentences_and_blocks_keep_their_numbers():
    short = shortened(document())
    texts = [short.document.sentence_text(n) for n in range(3)]
    assert texts[1:] == [
        "The old lighthouse lost its roof in the storm.",
        "The keeper of the lighthouse `slept` in the cellar.",
    ]
    assert short.document.block_text(1) == " ".join(texts[1:])


def test_a_title_is_left_as_it_is():
    assert shortened(document()).document.sentence_text(0) == "A (new) storm"


def test_what_a_sentence_lost_is_told():
    assert shortened(document()).left_out == ((), ("(built of granite)",), ("However",))


def test_places_lead_back_to_the_whole_document_and_forth():
    short = shortened(document())
    at = short.document.text.index("cellar")
    start, stop = short.spread(at, at + 6)
    assert short.whole.text[start:stop] == "cellar"
    assert short.within(start, stop) == (at, at + 6)


def test_a_mark_stays_on_its_words():
    start = f"{FIRST} {SECOND}".index("slept")
    short = shortened(document(Mark(start, start + 5, "code")))
    block = short.document.blocks[1]
    (mark,) = block.marks
    assert short.document.block_text(1)[mark.start : mark.stop] == "slept"
