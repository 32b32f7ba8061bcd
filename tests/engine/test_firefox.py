"""The index and the files are served by a server of the test; the package that reads and checks them is the real one."""

import hashlib
import json
import struct

import pytest
import sentencepiece
import web_server
from tiny_marian import CPU, PAIRS

from summarizer.engine.families import _firefox_index, firefox
from summarizer.engine.families import _firefox_index as index
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
    """A frame of one uncompressed block (RFC 8878)."""
    return (
        b"\x28\xb5\x2f\xfd\xa0"
        + struct.pack("<I", len(content))
        + struct.pack("<I", len(content) << 3 | 1)[:3]
        + content
    )


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

        def begin(records):
            server = start({})
            root = {"capabilities": {"attachments": {"base_url": server.link("/files/")}}}
            server.replies["/v1/"] = 200, {}, json.dumps(root).encode()
            server.replies[RECORDS] = 200, {}, json.dumps({"data": records}).encode()
            for one in records:
                packed = zstd(CONTENTS.get(one["name"], one["version"].encode()))
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


@pytest.fixture
def folder(tmp_path):
    """A folder of the right shape with a vocabulary that is real and a model that is none."""
    sentences = [sentence for pair in PAIRS for sentence in pair]
    with (tmp_path / "vocab.ruen.spm").open("wb") as out:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences), model_writer=out, vocab_size=100, minloglevel=2
        )
    (tmp_path / "model.ruen.intgemm.alphas.bin").write_bytes(b"weights")
    return tmp_path


def test_a_model_that_is_none_is_refused_by_the_engine(folder):
    with pytest.raises(ModelError, match=r"cannot be loaded: .*truncated"):
        firefox.load(RU_EN, folder, CPU)


def test_a_folder_of_the_other_direction_is_refused_with_what_it_has(folder):
    other = RU_EN.model_copy(update={"directions": ("en-ru",)})
    with pytest.raises(ModelError, match=r"no model for en-ru: it has model\.ruen\.intgemm\.alphas\.bin"):
        firefox.load(other, folder, CPU)


class Upper:
    """Stands in for the native engine where a test needs an answer from it."""

    def translate(self, text):
        return f" {text.upper()} "

    def backend(self):
        return "scalar"


def test_what_is_over_the_window_never_reaches_the_engine_and_is_said_to_be_cut(folder):
    spec = RU_EN.model_copy(update={"window": 16})
    model = firefox.Firefox(spec, Upper(), firefox._pieces(folder / "vocab.ruen.spm"))
    short, long, empty = model.complete(
        [firefox.Prompt("Да."), firefox.Prompt("Снег выпал. " * 9), firefox.Prompt(" ")]
    )
    assert (short.text, short.cut, short.score, short.alternatives) == ("ДА.", False, None, ())
    assert long.cut
    assert model.count(long.text.lower()) <= model.count("Снег выпал. " * 9) / 2
    assert (empty.text, empty.cut) == ("", False)
    assert model.signature.startswith("firefox-ru-en@fxtranslate-0.5.0+int8-scalar")
