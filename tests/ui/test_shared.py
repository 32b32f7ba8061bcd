"""A page for several users: who comes in, what each can reach, what a foreign site can do, what is left afterwards."""

import asyncio
import hashlib
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from serving import ROOT

from ui import access
from ui.gate import Gate, Rules
from ui.serve import Serving, rules

# of the page, of Gradio, of FastAPI: nothing is open to strangers but what LibreTranslate's clients ask without a key
LOCKED = ("/", "/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=a", "/docs", "/openapi.json")
LOCKED_POSTS = (
    "/gradio_api/upload",
    "/gradio_api/queue/join",
    "/gradio_api/run/digest",
    "/gradio_api/component_server",
)


@pytest.fixture
def web(shared_page):
    with httpx.Client(base_url=shared_page[0], trust_env=False, timeout=60) as web:
        yield web


@pytest.fixture(scope="module")
def users(shared_page):
    return shared_page[1]


@pytest.mark.parametrize("path", LOCKED)
def test_the_page_and_all_around_it_ask_for_name_and_password(web, users, path):
    answer = web.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic realm=")
    assert web.get(path, auth=("anna", "wrong")).status_code == 401
    assert web.get(path, auth=("anna", users["boris"][1])).status_code == 401


@pytest.mark.parametrize("path", LOCKED_POSTS)
def test_nothing_can_be_sent_by_strangers(web, path):
    assert web.post(path, json={}).status_code == 401


def test_with_name_and_password_the_page_its_description_and_the_api_open(web, users):
    for path in ("/", "/config", "/docs"):
        assert web.get(path, auth=users["boris"]).status_code == 200


def test_libretranslate_s_paths_ask_in_its_own_way(web, users):
    fields = {"q": "London.", "source": "en", "target": "ru"}
    assert web.get("/health").json() == {"status": "ok"}
    assert web.post("/translate", json=fields).status_code == 403
    assert web.post("/translate", json=fields | {"api_key": ":".join(users["anna"])}).status_code == 200
    assert web.post("/translate", json=fields, auth=users["boris"]).status_code == 200


def test_the_page_answers_to_no_foreign_name_and_no_foreign_site(web, users):
    assert web.get("/", headers={"Host": "evil.example"}, auth=users["anna"]).status_code == 421
    foreign = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    for path in ("/", "/gradio_api/upload", "/translate"):
        for answer in (web.options(path, headers=foreign), web.post(path, headers=foreign, auth=users["anna"])):
            assert answer.status_code == 403
            assert "access-control-allow-origin" not in answer.headers


def test_a_file_that_is_too_large_is_refused(web, users):
    files = {"files": ("a.txt", bytes(51 * 2**20))}
    assert web.post("/gradio_api/upload", files=files, auth=users["anna"]).status_code == 413
    length = {"host": "localhost", "content-length": str(61 * 2**20)}
    assert Gate(None, Rules())._refusal(length) == (413, "a request may have 60 MB")


def test_where_an_upload_lies_cannot_be_guessed_by_a_user_who_knows_name_and_content(web, users):
    content = b"Only for Anna."
    (path,) = web.post("/gradio_api/upload", files={"files": ("private.txt", content)}, auth=users["anna"]).json()
    assert web.get(f"/gradio_api/file={path}", auth=users["anna"]).content == content
    assert web.get(f"/gradio_api/file={path}").status_code == 401
    hashed = Path(path).parent
    assert hashed.parent.stat().st_mode & 0o077 == 0
    guesses = (hashed.with_name(hashlib.sha256(content).hexdigest()) / "private.txt", hashed, hashed.parent)
    assert [web.get(f"/gradio_api/file={guess}", auth=users["boris"]).status_code for guess in guesses] == [403] * 3


def test_an_upload_is_given_to_its_owner_alone_however_its_path_is_written(web, users):
    files = {"files": ("diary.txt", b"Only for Anna.")}
    (path,) = web.post("/gradio_api/upload", files=files, auth=users["anna"]).json()
    around = f"{Path(path).parent}/../{Path(path).parent.name}/diary.txt"
    asked = [f"/gradio_api/{kind}{way}" for kind in ("file=", "file/") for way in (path, around, around[1:])]
    assert [web.get(one, auth=users["boris"]).status_code == 200 for one in asked] == [False] * 6
    assert web.head(asked[0], auth=users["boris"]).status_code == 403
    assert web.get(asked[0], auth=users["anna"]).content == b"Only for Anna."


def test_an_upload_of_another_reader_is_not_digested(web, users):
    (path,) = web.post(
        "/gradio_api/upload", files={"files": ("diary.txt", b"The mayor met Anna.")}, auth=users["anna"]
    ).json()
    box = {"text": "", "files": [{"path": path, "meta": {"_type": "gradio.FileData"}}]}
    assert "The mayor met Anna." in _read(web, box, users["anna"])
    said = _read(web, box, users["boris"])
    assert ("another reader" in said, "The mayor" in said) == (True, False)


def _read(web, box, user):
    """What the Read button answers to this box."""
    config = web.get("/config", auth=user).json()
    button = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "skim-read")
    event = next(d for d in config["dependencies"] if [button, "click"] in d["targets"])
    boxes = [c["id"] for c in config["components"] if c["props"].get("elem_id") == "skim-box"]
    values = {boxes[0]: box}
    radios = [c["id"] for c in config["components"] if c["type"] == "radio"]
    values |= dict(zip(radios, ("en", "short", "paragraph"), strict=False))
    data = {"data": [values.get(n) for n in event["inputs"]], "fn_index": event["id"], "session_hash": user[0]}
    assert web.post("/gradio_api/queue/join", json=data, auth=user).status_code == 200
    with web.stream("GET", "/gradio_api/queue/data", params={"session_hash": user[0]}, auth=user) as answer:
        return "".join(answer.iter_lines())


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../etc/passwd", "http://127.0.0.1:1/a"])
def test_no_other_file_of_the_machine_and_no_other_address_can_be_read(web, users, path):
    assert web.get(f"/gradio_api/file={path}", auth=users["anna"]).status_code in (400, 403, 404)


_WAITS = "import signal, os\nfrom ui.serve import _own_folder\nwith _own_folder():\n    print(os.environ['GRADIO_TEMP_DIR'], flush=True)\n    signal.pause()"


def test_uploads_lie_where_no_other_account_looks_and_go_when_the_server_is_told_to_end():
    with subprocess.Popen([sys.executable, "-c", _WAITS], stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        folder = Path(server.stdout.readline().strip())
        (folder / "upload.txt").write_text("Hello.", encoding="utf-8")
        assert folder.stat().st_mode & 0o077 == 0
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 128 + signal.SIGTERM
    assert not folder.exists()


@pytest.mark.parametrize(
    ("host", "answers", "refuses"),
    [
        ("127.0.0.1", ["localhost:7860", "[::1]:7860"], ["192.0.2.7", "evil.example"]),
        ("0.0.0.0", ["192.0.2.7:7860", "[2001:db8::1]", "127.0.0.1"], ["evil.example", "", "1.2.3.4.evil.example"]),
        ("svodka.example", ["svodka.example:7860"], ["192.0.2.7", "evil.example"]),
    ],
)
def test_a_server_answers_to_its_own_names(host, answers, refuses):
    gate = Gate(None, rules(Serving(host=host, force=True), None))
    assert [name for name in answers + refuses if gate._refusal({"host": name}) is None] == answers


def test_a_right_password_is_hashed_once_and_a_wrong_one_every_time(tmp_path, monkeypatch):
    (tmp_path / "users").write_text(access.line_for("anna", "secret"), encoding="utf-8")
    doorkeeper, hashed = access.read(tmp_path / "users"), []
    monkeypatch.setattr(access, "_hash", lambda *given, true=access._hash: hashed.append(given) or true(*given))
    for key in ("anna:secret", "anna:secret", "anna:guess", "anna:guess"):
        doorkeeper.admits_key(key)
    assert [password for password, _ in hashed] == ["secret", "guess", "guess"]


def test_a_body_without_a_length_is_cut_off_where_it_is_too_long():
    async def app(scope, receive, send):
        got.extend([await receive(), await receive(), await receive()])

    async def receive():
        return {"type": "http.request", "body": b"x" * 4, "more_body": True}

    got = []
    scope = {"type": "http", "path": "/", "headers": [(b"host", b"localhost")]}
    gate = Gate(app, Rules(most_bytes=8))
    with ThreadPoolExecutor(1) as apart:  # a browser test may have left its own loop running in this thread
        apart.submit(lambda: asyncio.run(gate(scope, receive, None))).result()
    assert [message["type"] for message in got] == ["http.request", "http.request", "http.disconnect"]
