import json
import random
import shutil

import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st
from tiny_marian import CPU, PAIRS, TINY

from summarizer.engine.families import ct2
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.pieces import SentencePieces
from summarizer.errors import ModelError


@pytest.fixture
def folder(converted, tmp_path):
    return shutil.copytree(converted, tmp_path / "model")


def test_the_order_is_kept_over_mixed_lengths_languages_and_wishes(tiny):
    prompts = (
        [Prompt(ru, "en") for ru, _ in PAIRS] + [Prompt(en, "ru", alternatives=2) for _, en in PAIRS] + [Prompt("")]
    )
    expected = dict(zip(prompts, [en for _, en in PAIRS] + [ru for ru, _ in PAIRS] + [""], strict=True))
    shuffled = random.Random(1).sample(prompts, len(prompts))
    assert [completion.text for completion in tiny.complete(shuffled)] == [expected[prompt] for prompt in shuffled]


def test_an_empty_text_gives_an_empty_one_without_a_score(tiny):
    assert tiny.complete([Prompt("", "en"), Prompt("  ", "en")]) == [Completion(""), Completion("")]


def test_no_prompts_give_no_completions(tiny):
    assert tiny.complete([]) == []


def test_the_output_begins_with_the_prefix(tiny):
    prompts = [Prompt(PAIRS[0][0], "en", prefix="The mayor"), Prompt(PAIRS[2][0], "en")]
    first, second = tiny.complete(prompts)
    assert first.text.startswith("The mayor")
    assert second.text == PAIRS[2][1]


def test_alternatives_are_different_from_the_best_and_from_each_other(tiny):
    completion = tiny.complete([Prompt(PAIRS[3][0], "en", alternatives=4)])[0]
    assert completion.text == PAIRS[3][1]
    assert 1 <= len(completion.alternatives) <= 4
    assert len({completion.text, *completion.alternatives}) == 1 + len(completion.alternatives)


def test_without_a_wish_there_are_no_alternatives(tiny):
    assert tiny.complete([Prompt(PAIRS[3][0], "en")])[0].alternatives == ()


def test_a_known_sentence_scores_better_than_a_strange_one(tiny):
    known, strange = tiny.complete([Prompt(PAIRS[3][0], "en"), Prompt("щщщ эээ щщщ эээ", "en")])
    assert strange.score < known.score < 0


def test_a_prompt_over_the_window_is_cut_and_said_to_be_cut(tiny):
    within, over = "Да. " * 10, "Да. " * 100
    assert tiny.count(within) <= tiny.window < tiny.count(over)
    assert tiny.complete([Prompt(over, "en")])[0].cut


def test_an_output_without_an_end_is_said_to_be_cut(tiny, monkeypatch):
    monkeypatch.setattr(tiny._runner, "_limit", lambda row: 3)
    completion = tiny.complete([Prompt(PAIRS[1][0], "en")])[0]
    assert completion.cut
    assert PAIRS[1][1].startswith(completion.text)


def _hinting(folder, hint):
    description = folder / "svodka.json"
    fields = json.loads(description.read_text(encoding="utf-8"))
    description.write_text(json.dumps(fields | {"hint": hint}), encoding="utf-8")
    model = ct2.load(TINY, folder, CPU)
    model.take(lambda text, lang: [(8, 15, f"{lang} two")] if len(text) > 13 else [])
    return model


def _rows(model, monkeypatch):
    rows = []
    run = model._runner.run
    monkeypatch.setattr(model._runner, "run", lambda given: rows.extend(given) or run(given))
    return rows


def test_a_hint_stands_after_its_word_in_all_that_the_model_reads(folder, monkeypatch):
    model, plain = _hinting(folder, "|"), ct2.load(TINY, folder, CPU)
    rows = _rows(model, monkeypatch)
    source = "We know hotbeds of it."
    told = "We know hotbeds|en|two of it."
    completion = model.complete([Prompt(source, "ru", align=True)])[0]
    model.align([(source, "Да")], "ru")
    assert [row.tokens for row in rows] == [_source(plain, told)] * 2
    assert model.likelihood([(source, "Да")], "ru") == plain.likelihood([(told, "Да")], "ru")
    assert all(source[link.start : link.stop] in source.split() for link in completion.alignment or ())


def _source(model, text):
    return model._row(Prompt(text, "ru"), model._framed(text, model._framing(Prompt("", "ru")), None)).tokens


@pytest.mark.parametrize("text", ["We | hotbeds of it.", "We know hotbeds of it, " * 60])
def test_a_text_with_the_sign_in_it_or_too_long_has_no_hints(folder, monkeypatch, text):
    model = _hinting(folder, "|")
    rows = _rows(model, monkeypatch)
    model.complete([Prompt(text, "ru")])
    assert [row.tokens for row in rows] == [_source(model, text)]


def test_a_model_that_has_not_learnt_to_read_hints_gets_none(folder, monkeypatch):
    model = _hinting(folder, "")
    rows = _rows(model, monkeypatch)
    model.complete([Prompt("We know hotbeds of it.", "ru")])
    assert [row.tokens for row in rows] == [_source(model, "We know hotbeds of it.")]


def test_the_window_leaves_room_for_tag_and_end(tiny):
    assert tiny.window == TINY.window - 2


def test_a_folder_without_a_description_is_read_by_its_files_and_the_entrys_tags(folder):
    (folder / "svodka.json").unlink()
    model = ct2.load(TINY, folder, CPU)
    assert model.signature == "tiny@1+int8"
    assert [completion.text for completion in model.complete([Prompt(PAIRS[5][1], "ru")])] == [PAIRS[5][0]]


def test_a_folder_without_pieces_is_an_error(folder):
    for name in ("svodka.json", "source.spm"):
        (folder / name).unlink()
    with pytest.raises(ModelError, match="there are no SentencePiece files in"):
        ct2.load(TINY, folder, CPU)


def test_a_broken_description_is_an_error_in_one_line(folder):
    (folder / "svodka.json").write_text('{"source_pieces": 5}')
    with pytest.raises(ModelError, match=r"svodka.json is not sound: .*source_pieces") as caught:
        ct2.load(TINY, folder, CPU)
    assert "\n" not in str(caught.value)


def test_broken_pieces_are_an_error(folder):
    (folder / "source.spm").write_bytes(b"broken")
    with pytest.raises(ModelError, match=r"the SentencePiece model .* cannot be read"):
        ct2.load(TINY, folder, CPU)


def test_a_file_that_is_not_the_shipped_one_is_refused(folder):
    description = folder / "svodka.json"
    wanted = '"sha256": {"model.bin": "%s"}}' % ("0" * 64)
    description.write_text(description.read_text()[:-1] + ", " + wanted)
    with pytest.raises(ModelError, match=r"the file .*model.bin is not the one that was shipped"):
        ct2.load(TINY, folder, CPU)


@pytest.fixture(scope="module")
def byte_pieces(tmp_path_factory):
    name = tmp_path_factory.mktemp("bytes") / "joint"
    lines = iter([side for pair in PAIRS for side in pair])
    train = sentencepiece.SentencePieceTrainer.train
    train(
        sentence_iterator=lines,
        model_prefix=str(name),
        vocab_size=400,
        hard_vocab_limit=False,
        byte_fallback=True,
        minloglevel=2,
    )
    return SentencePieces(name.with_suffix(".model"), name.with_suffix(".model"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")), min_size=1, max_size=20))
def test_characters_that_no_piece_has_go_through_as_bytes(byte_pieces, text):
    usual = byte_pieces.text(byte_pieces.source(text))
    assert byte_pieces.text(byte_pieces.source(usual)) == usual  # normalisation (NFKC) is done by then


def test_an_emoji_and_a_rare_letter_go_through_as_bytes(byte_pieces):
    pieces = byte_pieces.source("Ы 🙂")
    assert "<0xF0>" in pieces
    assert byte_pieces.text(pieces) == "Ы 🙂"


def test_bytes_that_are_no_whole_character_are_left_out(byte_pieces):
    assert byte_pieces.text([*byte_pieces.source("Да."), "<0xF0>", "<0x9F>"]) == "Да."
