import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import LanguageError, NoArticleError
from summarizer.language import lay_out


def blocks(document):
    return [(block.kind, block.lang, document.block_text(index)) for index, block in enumerate(document.blocks)]


def sentences(document):
    return [(sentence.block, document.sentence_text(index)) for index, sentence in enumerate(document.sentences)]


def test_blocks_are_joined_by_an_empty_line_and_hold_their_sentences():
    document = lay_out([Piece("title", "Мост открыт"), Piece("paragraph", "Мост открыли. Мэр доволен.")], lang=None)
    assert document.text == "Мост открыт\n\nМост открыли. Мэр доволен."
    assert blocks(document) == [
        ("title", "ru", "Мост открыт"),
        ("paragraph", "ru", "Мост открыли. Мэр доволен."),
    ]
    assert sentences(document) == [(0, "Мост открыт"), (1, "Мост открыли."), (1, "Мэр доволен.")]


def test_white_space_becomes_single_spaces_and_empty_pieces_go():
    pieces = [Piece("paragraph", " \n"), Piece("item", "  A \t long\u00a0\n story. ", 1), Piece("cell", "\u200b")]
    document = lay_out(pieces, lang=None)
    assert document.text == "A long story."
    assert [(block.kind, block.level) for block in document.blocks] == [("item", 1)]


def test_soft_hyphens_and_joiners_are_no_text():
    assert lay_out([Piece("paragraph", "\ufeffпере\u00adнос сло\u200bва")], lang=None).text == "перенос слова"


def test_code_keeps_its_white_space_and_is_one_sentence():
    pieces = [Piece("paragraph", "Run it. Wait."), Piece("code", "\n  if a:\n    b. C\n\n    d()\n \n")]
    document = lay_out(pieces, lang=None)
    assert document.text == "Run it. Wait.\n\n  if a:\n    b. C\n\n    d()"
    assert sentences(document) == [(0, "Run it."), (0, "Wait."), (1, "  if a:\n    b. C\n\n    d()")]


def test_marks_move_with_the_words_they_select():
    piece = Piece("paragraph", "  Some   bold \n text. ", marks=(Mark(8, 15, "bold"), Mark(16, 21, "link", "x")))
    document = lay_out([piece], lang=None)
    assert document.blocks[0].marks == (Mark(5, 9, "bold"), Mark(10, 15, "link", "x"))


def test_marks_move_in_code_too():
    document = lay_out([Piece("code", "\n\n  run()\n", marks=(Mark(4, 7, "bold"),))], lang="en")
    assert document.blocks[0].marks == (Mark(2, 5, "bold"),)


def test_marks_of_nothing_or_beyond_the_text_are_left_out():
    marks = (Mark(4, 5, "bold"), Mark(2, 2, "bold"), Mark(90, 99, "bold"), Mark(5, 99, "italic"))
    assert lay_out([Piece("paragraph", "Some text", marks=marks)], lang=None).blocks[0].marks == (Mark(5, 9, "italic"),)


def test_a_quotation_in_the_other_language_keeps_its_own():
    pieces = [
        Piece("paragraph", "Мэр ответил на вопросы газеты. Ответ он дал по-английски."),
        Piece("quote", "We met Mr. Hill in the U.S. The talks went well."),
        Piece("paragraph", "12 345"),
    ]
    document = lay_out(pieces, lang=None)
    assert document.lang == "ru"
    assert [block.lang for block in document.blocks] == ["ru", "en", "ru"]
    assert sentences(document)[2:4] == [(1, "We met Mr. Hill in the U.S."), (1, "The talks went well.")]


def test_a_block_in_a_third_language_is_not_refused():
    pieces = [
        Piece(
            "paragraph", "The mayor answered the questions of the paper, and all of them were about the bridge. " * 3
        ),
        Piece("quote", "Die Brücke wird im nächsten Jahr eröffnet, sagte der Bürgermeister."),
    ]
    assert [block.lang for block in lay_out(pieces, lang=None).blocks] == ["en", "en"]


def test_the_callers_word_on_the_language_is_not_doubted():
    german = [Piece("paragraph", "Die Brücke wird im nächsten Jahr eröffnet, sagte der Bürgermeister.")]
    with pytest.raises(LanguageError, match="German"):
        lay_out(german, lang=None)
    document = lay_out(german, lang="en")
    assert (document.lang, document.blocks[0].lang) == ("en", "en")


def test_code_does_not_tell_the_language():
    pieces = [Piece("paragraph", "Запустите так:"), Piece("code", "print('hello world, this is a program')\n" * 9)]
    document = lay_out(pieces, lang=None)
    assert [block.lang for block in document.blocks] == ["ru", "ru"]


def test_pieces_without_text_are_no_article():
    with pytest.raises(NoArticleError, match=r"there is no text in page\.html") as refused:
        lay_out([Piece("paragraph", " \n "), Piece("code", "\n")], lang="ru", origin="page.html")
    assert refused.value.hint


def test_what_was_dropped_and_what_the_source_says_of_itself_go_along():
    dropped, meta = Dropped("advert", "Buy!"), Meta(title="A bridge")
    piece = Piece("cell", "A bridge", 2, anchor="A1")
    document = lay_out([piece], lang=None, dropped=[dropped], meta=meta, origin="x.html")
    assert (document.dropped, document.meta, document.origin) == ((dropped,), meta, "x.html")
    assert (document.blocks[0].level, document.blocks[0].anchor) == (2, "A1")


TEXTS = st.lists(
    st.sampled_from([*'AбВ. 1?!«»"()-', " ", "\n", "\t", "\u00a0", "\u200b", ". ", "т. е. ", "Mr. "]), max_size=40
).map("".join)
KINDS = st.sampled_from(["title", "heading", "paragraph", "item", "quote", "code", "cell"])


@st.composite
def pieces_with_marks(draw):
    text = draw(TEXTS)
    edges = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(edges, edges).map(sorted).map(lambda pair: Mark(*pair, "bold")), max_size=4))
    return Piece(draw(KINDS), text, marks=tuple(marks))


def laid_out(pieces):
    try:
        return lay_out(pieces, lang="ru")
    except NoArticleError:
        return None


def letters(text):
    return "".join(sign for sign in text if not sign.isspace() and sign != "\u200b")


@given(st.lists(pieces_with_marks(), max_size=5))
def test_every_sign_lies_in_one_sentence_of_its_block_and_everything_is_in_order(pieces):
    document = laid_out(pieces)
    if document is None:
        assert not any(letters(piece.text) for piece in pieces if piece.kind != "code")
        return
    assert document.text == "\n\n".join(document.block_text(index) for index in range(len(document.blocks)))
    for index, block in enumerate(document.blocks):
        inside = [sentence for sentence in document.sentences if sentence.block == index]
        edges = [block.start, *(place for s in inside for place in (s.start, s.stop)), block.stop]
        assert edges == sorted(edges)
        gaps = zip(edges[::2], edges[1::2], strict=True)
        assert not "".join(document.text[start:stop] for start, stop in gaps).strip()
        assert block.kind == "code" or "  " not in document.block_text(index)
        assert block.kind != "code" or len(inside) == 1
    assert [s.block for s in document.sentences] == sorted(s.block for s in document.sentences)


@given(pieces_with_marks())
def test_marks_select_the_same_words_as_before(piece):
    document = laid_out([piece])
    if document is None or piece.kind == "code":
        return
    text, marks = document.text, document.blocks[0].marks
    before = [letters(piece.text[mark.start : mark.stop]) for mark in piece.marks]
    assert [letters(text[mark.start : mark.stop]) for mark in marks] == [words for words in before if words]
    assert all(text[mark.start : mark.stop] == text[mark.start : mark.stop].strip() for mark in marks)
