"""The named endpoints, with Gradio's own client against a served page, and without it where no server is needed."""

import httpx
import pytest

from summarizer import Pipeline, Settings
from ui.programs import Programs
from ui.turns import Turns

ARTICLE = (
    "The bridge over the river\n\nThe council met on Monday. It voted for the new bridge over the river by 12 votes to 3."
    " The work is to cost 40 million roubles. The mayor, Anna Petrova, was glad of the vote."
)


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programs")
    pipeline = Pipeline(Settings(models_dir=folder / "models", cache_dir=folder / "cache", threads=1))
    yield pipeline
    pipeline.close()


@pytest.fixture(scope="module")
def client(shared_page):
    from gradio_client import Client

    address, users = shared_page
    client = Client(
        address, verbose=False, analytics_enabled=False, download_files=False, httpx_kwargs={"auth": users["anna"]}
    )
    yield client
    client.close()


def test_four_calls_have_a_name_and_no_other_event_of_the_page_has(client):
    api = client.view_api(return_format="dict", print_info=False)
    assert sorted(api["named_endpoints"]) == ["/check", "/digest", "/extract", "/translate"]
    assert api["unnamed_endpoints"] == {}


def test_a_digest_names_its_evidence(client):
    digest = client.predict(text=ARTICLE, length="short", api_name="/digest")
    sentences = [sentence["text"] for sentence in digest["document"]["sentences"]]
    assert digest["passages"]
    assert all(passage["text"] == sentences[passage["sentences"][0]] for passage in digest["passages"])


def test_a_translation_has_a_passage_for_every_sentence(client):
    answer = client.predict("He lives in Moscow. She lives in London.", "ru", api_name="/translate")
    assert [passage["sentences"] for passage in answer["passages"]] == [[0], [1]]
    assert "Москв" in answer["passages"][0]["text"]


def test_what_was_read_is_told(client):
    document = client.predict("# Мост\n\nСовет проголосовал.", api_name="/extract")["document"]
    assert (document["lang"], len(document["blocks"])) == ("ru", 2)


def test_a_number_that_the_draft_changed_is_found_where_it_stands(client):
    source, draft = "The work costs 40 million roubles.", "Работы стоят 50 миллионов рублей."
    found = client.predict(source, draft, api_name="/check")["findings"]
    numbers = next(finding for finding in found if finding["check"] == "numbers")
    assert numbers["severity"] == "error"
    assert "50" in draft[slice(*numbers["target"])]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": "Hello.", "to": "de", "api_name": "/translate"}, "to is 'de'; it can be: ru, en"),
        ({"text": "", "api_name": "/translate"}, "holds no text; give"),
        ({"text": ["a"], "api_name": "/digest"}, r"text is no text: \['a'\]; send a text"),
        ({"text": "http://127.0.0.1:1/a", "api_name": "/extract"}, "127.0.0.1"),
        ({"source": "Hello.", "draft": "Да.", "task": "poem", "api_name": "/check"}, "task is 'poem'"),
        ({"text": "д" * 200_001, "api_name": "/extract"}, "text has 200001 characters; send 200000 at most"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong_and_what_to_do(client, given, message):
    from gradio_client.exceptions import AppError

    with pytest.raises(AppError, match=message) as caught:
        client.predict(**given)
    assert "Traceback" not in str(caught.value)


def test_plain_requests_get_the_same_answers_and_errors(shared_page):
    address, users = shared_page
    run = f"{address}/gradio_api/run/translate"
    ask = {"trust_env": False, "timeout": 60, "auth": users["anna"]}
    answer = httpx.post(run, json={"data": ["London.", "ru"]}, **ask)
    assert "Лондон" in answer.json()["data"][0]["passages"][0]["text"]
    refused = httpx.post(run, json={"data": [{"a": 1}, "ru"]}, **ask)
    assert refused.status_code == 500
    assert refused.json()["error"] == "text is no text: {'a': 1}; send a text, or a link to one"


class ToldError(Exception):
    """What the protocol passes on."""


def test_a_fault_of_ours_is_logged_and_told_by_its_kind_alone(pipeline, monkeypatch, caplog):
    monkeypatch.setattr(Pipeline, "read", lambda *_: {}["/secret"])
    with pytest.raises(ToldError, match=r"^a bug: KeyError$"):
        Programs(pipeline, Turns()).calls(lambda: "", ToldError)["extract"]("Hello.")
    assert "/secret" in caplog.text


def test_a_call_takes_a_turn_and_is_told_its_position_where_there_is_none(pipeline):
    turns = Turns(at_once=1, each=1)
    call = Programs(pipeline, turns).calls(lambda: "anna", ToldError)["extract"]
    with turns.turn("anna"), pytest.raises(ToldError, match="busy, position 2"):
        call("Hello.")
    assert call("The council met.")["document"]["lang"] == "en"
    assert turns.length == 0


def test_a_fault_gives_the_turn_back(pipeline):
    turns = Turns()
    with pytest.raises(ToldError, match="length is 'epic'; it can be: short, medium, long"):
        Programs(pipeline, turns).calls(lambda: "", ToldError)["digest"]("Hello.", length="epic")
    assert turns.length == 0
