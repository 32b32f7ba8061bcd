import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import chat_server
import pytest
from chat_server import ChatServer, events

from summarizer.engine import instructions
from summarizer.engine.engine import Engine
from summarizer.engine.families import server as family
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError, UsageError

SPEC = Spec(name="server", family="server", tasks=("translate", "digest"), directions=("ru-en", "en-ru"), window=512)
HI = Prompt("Привет.", "en")
GOOD = 200, {}, events("Hel", "lo.")
KEY = "sk-a-key-that-nobody-may-see"


@pytest.fixture
def scripted(monkeypatch):
    """Starts a server with a script."""
    monkeypatch.delenv("SVODKA_SERVER_KEY", raising=False)
    servers = []

    def begin(*script):
        servers.append(ChatServer(script))
        threading.Thread(target=servers[-1].serve_forever, args=(0.01,), daemon=True).start()
        return servers[-1]

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def connect(settings):
    """Connects to a server; what was connected is closed in the end."""
    models = []

    def begin(server, spec=SPEC, **changes):
        named = {"server_url": server.url, **changes}
        models.append(family.connect(spec, replace(settings, **named), first_wait=0.0))
        return models[-1]

    yield begin
    for model in models:
        model.close()


def test_an_answer_is_put_together_from_its_pieces(scripted, connect):
    model = connect(scripted(GOOD))
    assert model.complete([HI]) == [Completion("Hello.")]
    assert (model.signature, model.chats, model.window) == ("server@tiny", True, 512)


def test_what_is_asked_is_the_shared_instruction(scripted, connect):
    server = scripted(GOOD)
    digest = Prompt("[1] Вода кипит.", "en", task="digest", words=40)
    connect(server).complete([digest])
    [asked] = server.asked
    assert asked["messages"] == instructions.digest("[1] Вода кипит.", "en", 40)
    assert (asked["model"], asked["stream"], asked["temperature"], asked["max_tokens"]) == ("tiny", True, 0, 512)


def test_many_are_asked_at_a_time_but_not_all_and_come_back_in_order(scripted, connect):
    server = scripted(chat_server.slow_echo)
    made = connect(server).complete([Prompt(f"word {n}", "en") for n in range(40)])
    assert [one.text for one in made] == [f"WORD {n}" for n in range(40)]
    assert 1 < server.most <= 8


def test_an_empty_prompt_asks_nobody(scripted, connect):
    server = scripted(GOOD)
    assert connect(server).complete([Prompt(" ", "en")]) == [Completion("")]
    assert server.asked == []


ANSWERS = [
    ("stopped at the length limit", events("Hel", reason="length"), Completion("Hel", cut=True)),
    ("thought aloud", events("<think>hm", "m</think>", "\n\nHello."), Completion("Hello.")),
    ("an answer of nothing", events(), Completion("")),
]


@pytest.mark.parametrize(("body", "wanted"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS])
def test_what_an_answer_is_worth(scripted, connect, body, wanted):
    assert connect(scripted((200, {}, body))).complete([HI]) == [wanted]


def test_a_server_that_does_not_stream_is_understood(scripted, connect):
    body = b'{"choices": [{"message": {"content": "Hello."}, "finish_reason": "length"}]}'
    server = scripted((200, {"Content-Type": "application/json"}, body))
    assert connect(server).complete([HI]) == [Completion("Hello.", cut=True)]


def test_a_prompt_over_the_window_is_cut_there_and_said_to_be_cut(scripted, connect):
    server = scripted(chat_server.echo)
    [made] = connect(server, SPEC.model_copy(update={"window": 8})).complete([Prompt("абв" * 9, "en")])
    assert made == Completion("АБВАБВАБВАБВ", cut=True)


def hang_up(handler, _):
    handler.connection.close()


PASSING = [
    ("too many requests", (429, {"Retry-After": "0"}, b'{"error": {"message": "slow down"}}')),
    ("an error inside", (500, {}, b"oops")),
    ("overloaded", (503, {}, b"")),
    ("cut in the stream", (200, {}, events("Hel", reason=""))),
    ("cut in the connection", (200, {"Content-Length": "9999"}, events("Hel", reason=""))),
    ("no JSON", (200, {}, b"data: <html>\n\n")),
    ("no choices", (200, {}, b'data: {"id": 1}\n\n')),
    ("an error in the stream", (200, {}, b'data: {"error": {"message": "out of memory"}}\n\n')),
    ("hung up", hang_up),
]


@pytest.mark.parametrize("reply", [case[1] for case in PASSING], ids=[case[0] for case in PASSING])
def test_a_fault_that_may_pass_is_asked_again(scripted, connect, reply):
    server = scripted(reply, GOOD)
    assert connect(server).complete([HI]) == [Completion("Hello.")]
    assert len(server.asked) == 2


@pytest.mark.parametrize("reply", [case[1] for case in PASSING], ids=[case[0] for case in PASSING])
def test_a_fault_that_does_not_pass_is_an_error_after_four_tries(scripted, connect, reply):
    server = scripted(reply)
    with pytest.raises(ModelError, match="no answer in 4 tries"):
        connect(server).complete([HI])
    assert len(server.asked) == 4


def test_the_servers_own_word_is_in_the_error(scripted, connect):
    with pytest.raises(ModelError, match="status 429: slow down"):
        connect(scripted(PASSING[0][1])).complete([HI])


def test_a_server_that_refuses_what_it_does_not_know_is_asked_without_it(scripted, connect):
    server = scripted((400, {}, b'{"error": {"message": "unknown field chat_template_kwargs"}}'), GOOD)
    connect(server).complete([HI, HI])
    assert "chat_template_kwargs" in server.asked[0]
    assert "chat_template_kwargs" not in server.asked[-1]


def test_a_refusal_is_not_asked_again(scripted, connect):
    server = scripted((404, {}, b'{"error": {"message": "no model of that name"}}'))
    with pytest.raises(ModelError, match="refuses tiny: status 404: no model of that name") as caught:
        connect(server).complete([HI])
    assert "SVODKA_SERVER_MODEL" in caught.value.hint
    assert len(server.asked) == 1


def test_a_wrong_key_says_where_the_right_one_goes_and_shows_neither(scripted, connect, monkeypatch, caplog):
    monkeypatch.setenv("SVODKA_SERVER_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    server = scripted((401, {}, f'{{"error": {{"message": "Incorrect API key: {KEY}"}}}}'.encode()))
    with pytest.raises(ModelError, match=r"refuses the key \(401\)") as caught:
        connect(server).complete([HI])
    assert "SVODKA_SERVER_KEY" in caught.value.hint
    assert server.keys == [f"Bearer {KEY}"]
    assert KEY not in caplog.text + str(caught.value)


def test_a_key_that_a_server_repeats_is_not_passed_on(scripted, connect, monkeypatch):
    monkeypatch.setenv("SVODKA_SERVER_KEY", KEY)
    with pytest.raises(ModelError, match="status 400: for … no") as caught:
        connect(scripted((400, {}, f"for {KEY} no".encode()))).complete([HI])
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("behaviour", [chat_server.endless, chat_server.silent])
def test_closing_calls_off_what_is_being_asked_and_the_server_hears_of_it(scripted, connect, behaviour):
    server = scripted(behaviour)
    model = connect(server)
    with ThreadPoolExecutor() as pool:
        asking = pool.submit(model.complete, [HI, HI])
        while len(server.asked) < 2:
            threading.Event().wait(0.01)
        model.close()
        with pytest.raises(ModelError, match="was closed"):
            asking.result(timeout=20)
    assert server.hung_up.wait(20)


def test_a_closed_model_says_so_and_closes_once(scripted, connect):
    model = connect(scripted(GOOD))
    model.close()
    model.close()
    with pytest.raises(ModelError, match="was closed"):
        model.complete([HI])


def test_the_only_model_needs_no_name_and_several_do(scripted, connect):
    server = scripted(GOOD)
    server.models = ["small", "large"]
    with pytest.raises(ModelError, match="has 2 models: small, large") as caught:
        connect(server)
    assert "SVODKA_SERVER_MODEL" in caught.value.hint
    assert connect(server, server_model="large").signature == "server@large"
    assert connect(server, SPEC.model_copy(update={"model": "small"})).signature == "server@small"


def test_nobody_at_the_address_is_an_error_with_a_hint(settings):
    with pytest.raises(ModelError, match=r"no server answers at 127\.0\.0\.1:9"):
        family.connect(SPEC, replace(settings, server_url="http://127.0.0.1:9/v1"))


ADDRESSES = [
    ("http://127.0.0.1:8000/v1", True),
    ("http://[::1]:8000/v1", True),
    ("http://localhost/v1", True),
    ("http://10.0.0.1/v1", False),
    ("https://localhost.example.org/v1", False),
    ("https://127.0.0.1.example.org/v1", False),
]


@pytest.mark.parametrize(("url", "allowed"), ADDRESSES)
def test_offline_work_asks_only_this_machine(settings, url, allowed):
    away = replace(settings, server_url=url, server_model="any", offline=True)
    if allowed:
        family.connect(SPEC, away).close()
        return
    with pytest.raises(ModelError, match="is not on this machine"):
        family.connect(SPEC, away)


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://host/v1", "http://", "http://[::1/v1"])
def test_an_address_that_is_none_is_refused(settings, url):
    with pytest.raises(UsageError, match="address"):
        family.connect(SPEC, replace(settings, server_url=url))


def test_a_key_inside_the_address_is_refused_and_not_shown(settings):
    with pytest.raises(UsageError, match="a user or a password") as caught:
        family.connect(SPEC, replace(settings, server_url=f"http://me:{KEY}@host/v1"))
    assert KEY not in str(caught.value) + caught.value.hint


def test_the_shipped_entry_is_ready_once_an_address_is_set(settings, scripted):
    server = scripted(chat_server.echo)
    states = {one.spec.name: one for one in Engine(settings).available()}
    assert (states["server"].state, states["server"].command) == ("absent", family.COMMAND)
    engine = Engine(replace(settings, server_url=server.url))
    model = engine.load(engine.choose("translate", "ru", "en", "server"))
    assert model.complete([HI])[0].text == "ПРИВЕТ."
    engine.close()
