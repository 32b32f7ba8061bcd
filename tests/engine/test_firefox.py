"""The index and the files are served by a server of the test; the package that reads, checks and runs them is the real one.

What it runs is a student model of the test's own (`tiny_firefox`), in the layout of Mozilla's.
"""

import hashlib
import json
import struct
from concurrent.futures import ThreadPoolExecutor

import fxtranslate
import pytest
import tiny_firefox
import web_server
from tiny_marian import CPU

from summarizer.cli import main
from summarizer.engine.families import _firefox_index, firefox
from summarizer.engine.families import _firefox_index as index
from summarizer.engine.model import Prompt
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError

RU_EN = Spec(name="firefox-ru-en", family="firefox", tasks=("translate",), directions=("ru-en",))
CONTENTS = {
    "model.ruen.intgemm.alphas.bin": b"weights" * 99,
    "vocab.ruen.spm": b"pieces",
    "lex.50.50.ruen.s2t.bin": b"lex",
}
RECORDS = "/v1/buckets/main/collections/translations-models-v2/records"


def zstd(content):
    """A frame of uncompressed blocks (RFC 8878)."""
    parts = [content[start : start + 2**17] for start in range(0, max(len(content), 1), 2**17)]
    blocks = [struct.pack("<I", len(part) << 3 | (n == len(parts) - 1))[:3] + part for n, part in enumerate(parts)]
    return b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(content)) + b"".join(blocks)


def record(name, content, version="3.0", architecture="tiny", **changes):
    return {
        "name": name,
        "fileType": name.split(".")[0],
        "sourceLanguage": "ru",
        "targetLanguage": "en",
        "version": version,
        "architecture": architecture,
        "decompressedHash": hashlib.sha256(content).hexdigest(),
        "attachment": {"location": f"{version}/{architecture}/{name}", "filename": name, "size": 1, "hash": "0"},
        **changes,
    }


@pytest.fixture
def serve(monkeypatch):
    """Serves records and their packed files; gives the server, whose replies a test may change."""
    monkeypatch.setattr(_firefox_index, "_FIRST_WAIT", 0.0)
    with web_server.serving() as start:

        def begin(records, contents=CONTENTS):
            server = start({})
            root = {"capabilities": {"attachments": {"base_url": server.link("/files/")}}}
            server.replies["/v1/"] = 200, {}, json.dumps(root).encode()
            server.replies[RECORDS] = 200, {}, json.dumps({"data": records}).encode()
            for one in records:
                packed = zstd(contents.get(one["name"], one["version"].encode()))
                server.replies[f"/files/{one['attachment']['location']}"] = 200, {}, packed
            monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", server.link(RECORDS))
            return server

        yield begin


@pytest.fixture
def server(serve):
    return serve([record(name, content) for name, content in CONTENTS.items()])


def fetch(folder):
    return index.fetch(index.files("ru", "en"), folder, first_wait=0.0)


def paths(server):
    return [request.path for request in server.seen]


MODEL = "/files/3.0/tiny/model.ruen.intgemm.alphas.bin"


def test_a_model_is_fetched_unpacked_and_its_hashes_are_given_for_the_lock(server, tmp_path):
    hashes = firefox.fetch(RU_EN, tmp_path / "new")
    assert {file.name: file.read_bytes() for file in (tmp_path / "new").iterdir()} == CONTENTS
    assert hashes == {name: hashlib.sha256(content).hexdigest() for name, content in CONTENTS.items()}


def test_what_is_there_and_sound_is_not_fetched_again_and_what_is_not_sound_is(server, tmp_path):
    fetch(tmp_path)
    (tmp_path / "vocab.ruen.spm").write_bytes(b"changed")
    server.seen.clear()
    fetch(tmp_path)
    assert [path for path in paths(server) if path.startswith("/files/")] == ["/files/3.0/tiny/vocab.ruen.spm"]
    assert (tmp_path / "vocab.ruen.spm").read_bytes() == b"pieces"


BROKEN = [
    ("changed", (200, {}, zstd(b"others" * 99)), "hash mismatch"),
    ("truncated", (200, {}, zstd(CONTENTS["model.ruen.intgemm.alphas.bin"])[:50]), "zstd"),
    ("cut in the middle", (200, {"Content-Length": "700"}, b"\x28\xb5"), "incomplete|closed"),
    ("not packed", (200, {}, b"<html>"), "zstd"),
    ("gone", (404, {}, b""), "404"),
]


@pytest.mark.parametrize(("reply", "said"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_file_that_is_not_what_the_index_says_is_refused_and_leaves_nothing(server, tmp_path, reply, said):
    server.replies[MODEL] = reply
    with pytest.raises(ModelError, match=rf"(?s)model\.ruen.*4 tries.*({said})"):
        fetch(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_comes_broken_once_is_fetched_again(server, tmp_path):
    whole, replies = server.replies[MODEL], iter([b"broken"])

    def reply(handler):
        body = next(replies, whole[2])
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.replies[MODEL] = reply
    fetch(tmp_path)
    assert (tmp_path / "model.ruen.intgemm.alphas.bin").read_bytes() == CONTENTS["model.ruen.intgemm.alphas.bin"]


def test_the_newest_version_and_then_the_best_architecture_are_taken(serve):
    kinds = (("3.0", "base"), ("3.10", "tiny"), ("3.10", "base"), ("3.9", "base"), ("3.10a1", "base"), ("4.0", "base"))
    serve([record(f"{kind}.ruen.x", v.encode(), v, size) for v, size in kinds for kind in ("model", "vocab")])
    assert {file.location for file in index.files("ru", "en")} == {"3.10/base/model.ruen.x", "3.10/base/vocab.ruen.x"}


REFUSED = [
    ([record("model.ruen.x", b"", decompressedHash=None)], "no SHA-256 for model.ruen.x"),
    ([record("model/../../x", b"", fileType="model")], "'model/../../x'"),
    ([record("model.ruen.x", b"", version="1.1")], "no model for ru-en"),
    ([record("model.enru.x", b"", sourceLanguage="en", targetLanguage="ru")], "no model for ru-en"),
]


@pytest.mark.parametrize(("records", "said"), REFUSED)
def test_an_index_that_cannot_be_trusted_or_has_nothing_is_refused(serve, records, said):
    serve(records)
    with pytest.raises(ModelError, match=said):
        index.files("ru", "en")


@pytest.mark.parametrize("reply", [(500, {}, b""), (200, {}, b"<html>"), (200, {}, b'{"data": [')])
def test_an_index_that_is_none_is_an_error_with_its_reason(server, reply):
    server.replies[RECORDS] = reply
    with pytest.raises(ModelError, match="index of models cannot be read"):
        index.files("ru", "en")


def test_files_are_taken_from_mozillas_server_where_the_index_does_not_name_another(server):
    server.replies["/v1/"] = 404, {}, b""
    import httpx

    with httpx.Client() as client:
        assert index._base(client, server.link(RECORDS)) == "https://firefox-settings-attachments.cdn.mozilla.net/"


@pytest.fixture(scope="session")
def student(tmp_path_factory):
    """The files of a tiny model that knows its sentences, by name."""
    return tiny_firefox.make(tmp_path_factory.mktemp("student"))


@pytest.fixture
def folder(student, tmp_path):
    for name, content in student.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def model(folder):
    loaded = firefox.load(RU_EN, folder, CPU)
    yield loaded
    loaded.close()


KNOWN = tiny_firefox.KNOWN


def test_the_engine_translates_in_order_and_knows_no_score_alternative_or_alignment(model):
    given = model.complete([Prompt(ru, "en", alternatives=2, align=True) for ru, _ in [*KNOWN, *reversed(KNOWN)]])
    assert [one.text for one in given] == [en for _, en in [*KNOWN, *reversed(KNOWN)]]
    assert {(one.cut, one.score, one.alternatives, one.alignment) for one in given} == {(False, None, (), None)}


def test_what_is_given_is_what_the_engine_gives(model, student):
    own, vocabulary = student[tiny_firefox.NAMES["model"]], student[tiny_firefox.NAMES["vocab"]]
    native = fxtranslate.Translator(own, vocabulary, vocabulary, student[tiny_firefox.NAMES["lex"]])
    texts = ["Снег выпал в столице.", "Суд принял бюджет на год.", "Ы ü 🙂", "5,3 %"]
    assert [one.text for one in model.complete([Prompt(text, "en") for text in texts])] == [
        native.translate(text).strip() for text in texts
    ]


def test_the_signature_names_the_engine_and_what_it_computes_with(model):
    assert model.signature == f"firefox-ru-en@fxtranslate-0.5.0+int8-{model._native.backend()}"


def test_any_thread_may_ask_though_the_engine_knows_but_its_own(folder):
    with ThreadPoolExecutor(4) as threads:
        loaded = threads.submit(firefox.load, RU_EN, folder, CPU).result()
        asked = [threads.submit(loaded.complete, [Prompt(ru, "en")]) for ru, _ in KNOWN]
        assert [one.result()[0].text for one in asked] == [en for _, en in KNOWN]
    loaded.close()


def test_a_closed_model_says_so_and_closes_twice(model):
    model.close()
    model.close()
    with pytest.raises(ModelError, match="the model firefox-ru-en was closed"):
        model.complete([Prompt("Да.", "en")])


def test_a_sentence_over_the_window_never_reaches_the_engine_whole_and_is_said_to_be_cut(folder, monkeypatch):
    model = firefox.load(RU_EN.model_copy(update={"window": 16}), folder, CPU)
    asked = []
    translate = model._native.translate
    monkeypatch.setattr(model._native, "translate", lambda text: asked.append(text) or translate(text))
    short, long, empty = model.complete([Prompt(text, "en") for text in ("Да.", "Снег выпал в горах. " * 9, " ")])
    assert (short.text, short.cut, long.text, long.cut) == ("Yes.", False, "Snow fell in the mountains.", True)
    assert [model.count(text) <= model.window for text in asked] == [True, True]
    assert (empty.text, empty.cut) == ("", False)
    model.close()


@pytest.mark.parametrize("times", [1, 4, 9])
def test_an_output_that_ran_to_the_engines_limit_is_said_to_be_cut(folder, student, times):
    endless = tiny_firefox.endless(student[tiny_firefox.NAMES["model"]])
    (folder / tiny_firefox.NAMES["model"]).write_bytes(endless)
    model = firefox.load(RU_EN, folder, CPU)
    [given] = model.complete([Prompt("Снег выпал в горах. " * times, "en")])
    assert given.cut
    assert given.text.startswith(("Snow fell", "The"))
    model.close()


def test_two_vocabularies_are_taken_each_for_its_side(folder):
    (folder / "vocab.ruen.spm").rename(folder / "srcvocab.ruen.spm")
    (folder / "trgvocab.ruen.spm").write_bytes((folder / "srcvocab.ruen.spm").read_bytes())
    model = firefox.load(RU_EN, folder, CPU)
    assert model.complete([Prompt(KNOWN[0][0], "en")])[0].text == KNOWN[0][1]
    model.close()


def damaged(folder, name, change):
    file = folder / tiny_firefox.NAMES[name]
    file.write_bytes(change(file.read_bytes()))


DAMAGED = [
    ("model", lambda content: b"weights", "truncated"),
    ("model", lambda content: content[: len(content) // 2], "truncated"),
    ("lex", lambda content: b"lex", "fxtranslate failed on firefox-ru-en"),
    ("vocab", lambda content: b"pieces", "the SentencePiece model .* cannot be read"),
]


@pytest.mark.parametrize(("name", "change", "said"), DAMAGED)
def test_a_file_that_is_not_sound_is_an_error_of_the_model(folder, name, change, said):
    damaged(folder, name, change)
    with pytest.raises(ModelError, match=said) as caught:
        firefox.load(RU_EN, folder, CPU)
    assert "fetch" in caught.value.hint


def test_a_part_that_is_missing_ends_in_an_error_though_the_engine_panics(folder):
    damaged(folder, "model", lambda content: content.replace(b"encoder_l1_self_Wq\0", b"encoder_l1_self_Wx\0"))
    model = firefox.load(RU_EN, folder, CPU)
    with pytest.raises(ModelError, match="fxtranslate failed on firefox-ru-en: missing weight encoder_l1_self_Wq"):
        model.complete([Prompt("Да.", "en")])
    model.close()


def test_a_folder_of_the_other_direction_is_refused_with_what_it_has(folder):
    other = RU_EN.model_copy(update={"directions": ("en-ru",)})
    with pytest.raises(ModelError, match=r"no model for en-ru: it has model\.ruen\.intgemm\.alphas\.bin"):
        firefox.load(other, folder, CPU)


def test_the_whole_way_from_the_index_to_a_translated_article(serve, student, tmp_path, monkeypatch, capsysbinary):
    serve([record(name, content) for name, content in student.items()], student)
    for name in ("MODELS", "CACHE", "DATA"):
        monkeypatch.setenv(f"SVODKA_{name}_DIR", str(tmp_path / name))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    (tmp_path / "article.txt").write_text("\n".join(ru for ru, _ in KNOWN[:5]), encoding="utf-8")
    assert main(["models", "fetch", "firefox-ru-en"]) == 0
    said = capsysbinary.readouterr().err.decode()
    assert "browser's own delivery service" in said
    assert said.rstrip().endswith("firefox-ru-en is ready")
    assert main(["models", "verify", "firefox-ru-en"]) == 0
    article = str(tmp_path / "article.txt")
    assert main(["translate", article, "--lines", "--from", "ru", "--to", "en", "--model", "firefox-ru-en"]) == 0
    assert capsysbinary.readouterr().out.decode().splitlines() == [en for _, en in KNOWN[:5]]


def test_a_folder_that_the_user_added_is_never_replaced_by_the_indexs_model(
    serve, student, folder, tmp_path, monkeypatch
):
    serve([record(name, content) for name, content in CONTENTS.items()])
    monkeypatch.setenv("SVODKA_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("SVODKA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    assert main(["models", "add", str(folder), "--name", "own-ru-en"]) == 0
    here = tmp_path / "models" / "own-ru-en" / tiny_firefox.NAMES["model"]
    here.unlink()
    assert main(["models", "fetch", "own-ru-en"]) == 4
    assert not here.exists()
