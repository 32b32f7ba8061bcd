"""The REST API over a real server, with LibreTranslate's own Python client and with plain requests."""

import io
import threading
import time
from urllib.error import HTTPError

import docx
import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from libretranslatepy import LibreTranslateAPI

from summarizer import Pipeline, Settings
from ui import access, gate, rest
from ui.turns import Turns


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rest")
    return Settings(models_dir=folder / "models", cache_dir=folder / "cache")


def _served(app):
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    return server, thread, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


@pytest.fixture(scope="module")
def address(settings):
    app = FastAPI(title="Svodka")
    pipeline = Pipeline.from_settings(settings)
    rest.add(app, rest.Api(pipeline=pipeline, turns=Turns()))
    server, thread, url = _served(gate.Gate(app, gate.Rules(most_bytes=200_000)))
    yield url
    server.should_exit = True
    thread.join()
    pipeline.close()


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        yield client


def test_the_client_that_people_have_translates_detects_and_lists(address):
    client = LibreTranslateAPI(address)
    assert "Москв" in client.translate("He lives in Moscow.", "en", "ru")
    assert client.detect("Он живёт в Москве.") == [{"confidence": 100.0, "language": "ru"}]
    assert [one["code"] for one in client.languages()] == ["en", "ru"]


def test_a_list_gets_a_list_and_every_text_its_own_language(client):
    q = ["He lives in Moscow.", "Он живёт в Лондоне.", "42"]
    answer = client.post("/translate", json={"q": q, "source": "auto", "target": "en"}).json()
    assert answer["translatedText"][0] == "He lives in Moscow."
    assert "London" in answer["translatedText"][1]
    assert answer["translatedText"][2] == "42"
    assert [seen["language"] for seen in answer["detectedLanguage"]] == ["en", "ru", "en"]


@pytest.mark.parametrize("text", ["\n\nОн живёт.\n\n\tОна  _живёт_.  \n", "  Да.\r\nНет.", "\n", " "])
def test_breaks_and_blanks_stand_where_they_stood(client, text):
    answer = client.post("/translate", json={"q": text, "source": "ru", "target": "en"}).json()["translatedText"]
    blanks = [line[: len(line) - len(line.lstrip())] for line in text.split("\n")]
    assert [line[: len(line) - len(line.lstrip())] for line in answer.split("\n")] == blanks
    assert answer.count("\r") == text.count("\r")


def test_alternatives_come_when_asked_for(client):
    asked = {"q": "Совет принял решение.", "source": "ru", "target": "en", "alternatives": 2}
    answer = client.post("/translate", json=asked).json()
    assert 1 <= len(answer["alternatives"]) <= 2
    assert answer["translatedText"] not in answer["alternatives"]
    assert "alternatives" not in client.post("/translate", json=asked | {"alternatives": 0}).json()


def test_tags_and_attributes_of_html_stay(client):
    q = '<p class="a">Совет <a href="https://example.org/?a=1&amp;b=2">принял</a> решение.</p><script>нет</script>'
    answer = client.post("/translate", json={"q": q, "source": "ru", "target": "en", "format": "html"}).json()
    text = answer["translatedText"]
    assert text.startswith('<p class="a">')
    assert '<a href="https://example.org/?a=1&amp;b=2">' in text
    assert "<script>нет</script>" in text
    assert "решение" not in text


def test_a_word_file_comes_back_as_a_word_file(client):
    made = docx.Document()
    made.add_paragraph("Совет ").add_run("принял решение").bold = True
    stream = io.BytesIO()
    made.save(stream)
    answer = client.post(
        "/translate_file", data={"source": "ru", "target": "en"}, files={"file": ("a.docx", stream.getvalue())}
    )
    again = docx.Document(io.BytesIO(client.get(answer.json()["translatedFileUrl"]).content))
    assert "Совет" not in again.paragraphs[0].text
    assert any(run.bold for run in again.paragraphs[0].runs)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "Invalid request: missing q parameter"),
        ({"q": "Да."}, "Invalid request: missing source parameter"),
        ({"q": "Да.", "source": "ru"}, "Invalid request: missing target parameter"),
        ({"q": "Да.", "source": "xx", "target": "en"}, "xx is not supported"),
        ({"q": "Да.", "source": "ru", "target": "auto"}, "auto is not supported"),
        ({"q": "Да.", "source": "ru", "target": "en", "format": "pdf"}, "pdf format is not supported"),
        ({"q": "Да.", "source": "ru", "target": "en", "alternatives": "x"}, "alternatives must be a number"),
        ({"q": [1], "source": "ru", "target": "en"}, "q must be a text or a list of texts"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(client, fields, error):
    answer = client.post("/translate", json=fields)
    assert answer.status_code == 400
    assert error in answer.json()["error"]


def test_a_request_that_is_no_json_or_too_long_is_refused(client):
    broken = client.post("/translate", content="{", headers={"Content-Type": "application/json"})
    assert (broken.status_code, broken.json()) == (400, {"error": "Invalid request: the body is not a JSON object"})
    assert client.post("/translate", data={"q": "д" * 300_000}).status_code == 413
    fields = {"q": "Schöne Grüße aus der Hauptstadt der Bundesrepublik Deutschland.", "source": "auto", "target": "ru"}
    assert client.post("/translate", data=fields).status_code == 400


def test_a_file_is_translated_and_fetched(client):
    answer = client.post(
        "/translate_file",
        data={"source": "ru", "target": "en"},
        files={"file": ("письмо.txt", "Он живёт в Лондоне.".encode(), "text/plain")},
    )
    fetched = client.get(answer.json()["translatedFileUrl"])
    assert "London" in fetched.text
    assert 'filename="______.en.txt"' in fetched.headers["content-disposition"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.exe", b"MZ", "Invalid request: file format not supported"),
        ("a.txt", b"", "Invalid request: empty file"),
        ("a.docx", b"PK\x03\x04 broken", "a.docx"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(client, name, content, error):
    answer = client.post("/translate_file", data={"source": "ru", "target": "en"}, files={"file": (name, content)})
    assert answer.status_code == 400
    assert error in answer.json()["error"]


def test_health_settings_suggestions_and_the_description_are_there(client):
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/frontend/settings").json()["charLimit"] == 200_000
    assert client.post("/suggest", data={"q": "a", "s": "b"}).status_code == 403
    assert "/translate" in client.get("/openapi.json").json()["paths"]
    assert client.get("/docs").status_code == 200
    assert client.get("/download_file/..%2Fetc").status_code == 404


def test_foreign_hosts_and_foreign_pages_are_refused(client):
    assert client.get("/health", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/health", headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.get("/health", headers={"Origin": "null"}).status_code == 403
    answer = client.get("/health", headers={"Origin": str(client.base_url).rstrip("/")})
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


def test_with_users_only_they_are_served(settings, tmp_path):
    users = tmp_path / "users"
    users.write_text(f"# us\n{access.line_for('anna', 'secret')}\n", encoding="utf-8")
    app = FastAPI()
    doorkeeper = access.read(users)
    pipeline = Pipeline.from_settings(settings)
    rest.add(app, rest.Api(pipeline=pipeline, turns=Turns(), doorkeeper=doorkeeper))
    server, thread, url = _served(app)
    with pytest.raises(HTTPError, match="403"):
        LibreTranslateAPI(url).translate("Hello.", "en", "ru")
    with pytest.raises(HTTPError, match="403"):
        LibreTranslateAPI(url, "anna:wrong").translate("Hello.", "en", "ru")
    assert LibreTranslateAPI(url, "anna:secret").translate("London.", "en", "ru")
    assert httpx.post(f"{url}/detect", data={"q": "Да"}, auth=("anna", "secret"), trust_env=False).status_code == 200
    server.should_exit = True
    thread.join()
    pipeline.close()
