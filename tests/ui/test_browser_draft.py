"""The Draft tab in a browser: what a translator does with mouse and keyboard."""

import socket
import threading
import time

import docx
import pytest
import uvicorn

from summarizer import Pipeline, Settings
from ui.serve import application

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
HOSTILE = 'The bridge <img src=x onerror="window.hit=1"> is open.\n\n<script>window.hit=1</script> It is safe.'


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    settings = Settings(models_dir=folder / "models", cache_dir=folder / "cache", data_dir=folder / "data")
    pipeline = Pipeline.from_settings(settings)
    server = uvicorn.Server(uvicorn.Config(application(pipeline), log_level="error"))
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)
    pipeline.close()


@pytest.fixture
def page(browser, address):
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(30_000)
    draft_tab(page, address)
    yield page
    context.close()


def draft_tab(page, address):
    page.goto(address)
    page.get_by_role("tab", name="Draft").click()
    page.wait_for_selector(".desk .ask, .desk .segment")


def draft(page, text):
    """Paste a text and wait for the whole draft."""
    page.fill(".desk .ask textarea", text)
    page.click(".desk .start")
    page.wait_for_selector(".segment.draft")
    page.wait_for_selector(".segment.new", state="detached")
    page.wait_for_function("document.querySelector('.desk .count').textContent.includes('approved')")


def area(page, number):
    return page.locator(f"#segment-{number} textarea")


def test_edited_and_approved_segments_are_there_after_the_tab_was_reloaded(page, address):
    draft(page, "The bridge is open. It is old. Nobody was hurt.")
    area(page, 0).fill("Мост открыт.")
    area(page, 0).press("Control+Enter")
    page.wait_for_selector("#segment-0.approved")
    page.keyboard.press("Control+a")  # the focus went on to the next segment
    page.keyboard.type("Он стар.")
    page.wait_for_selector("#segment-1.edited")
    page.wait_for_function("document.querySelector('.desk .said').textContent === 'Saved'")
    draft_tab(page, address)
    page.wait_for_selector("#segment-0.approved")
    assert (area(page, 0).input_value(), area(page, 1).input_value()) == ("Мост открыт.", "Он стар.")


def test_the_keyboard_goes_on_takes_an_alternative_and_takes_it_back(page):
    draft(page, "The road was closed on Monday. It is wet.")  # the memory knows what other tests approved
    area(page, 0).focus()
    first = area(page, 0).input_value()
    other = page.locator("#segment-0 .others button").first.inner_text().removeprefix("1").strip()
    page.keyboard.press("Alt+1")
    page.wait_for_selector("#segment-0.edited")
    assert area(page, 0).input_value() == other
    page.keyboard.press("Alt+z")
    page.wait_for_selector("#segment-0.draft")
    assert area(page, 0).input_value() == first
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate("document.activeElement.closest('.segment').id") == "segment-1"


def test_a_word_file_goes_up_and_comes_down_translated(page, tmp_path):
    document = docx.Document()
    document.add_heading("The bridge", 1)
    document.add_paragraph("The bridge is open.")
    document.save(tmp_path / "bridge.docx")
    page.set_input_files(".desk input[type=file]", tmp_path / "bridge.docx")
    page.wait_for_selector("#segment-1.draft")
    area(page, 1).fill("Мост уже открыли.")
    page.wait_for_selector("#segment-1.edited")
    page.select_option(".desk .format", "same")
    with page.expect_download() as waiting:
        page.click(".desk .export")
    waiting.value.save_as(tmp_path / "back.docx")
    back = docx.Document(tmp_path / "back.docx")
    assert [(p.style.name, p.text) for p in back.paragraphs][1] == ("Normal", "Мост уже открыли.")


def test_two_windows_do_not_overwrite_one_another_unseen(page, address):
    draft(page, "The bridge is open.")
    other = page.context.new_page()
    draft_tab(other, address)
    other.wait_for_selector("#segment-0")
    area(page, 0).fill("Мост уже открыли.")
    page.wait_for_selector("#segment-0.edited")
    area(other, 0).fill("Мост закрыт.")
    other.wait_for_selector(".conflict, #segment-0.edited")
    if other.locator(".conflict").count():  # where the other window had not looked yet
        assert "Мост уже открыли." in other.locator(".conflict").inner_text()
        other.click(".conflict .mine")
    page.wait_for_function("document.querySelector('#segment-0 textarea').value === 'Мост закрыт.'")


def test_an_article_full_of_scripts_shows_as_text(page):
    draft(page, HOSTILE)
    assert page.locator(".segment .original").all_inner_texts()[0].startswith("The bridge <img src=x")
    assert page.evaluate("window.hit") is None


def test_the_worst_comes_first_and_moves_when_asked(page):
    draft(page, "The bridge is open. It carries 40,000 cars a day.")
    area(page, 1).fill("Тут 7 машин.")
    page.wait_for_selector("#segment-1 .notes .error, #segment-1 .notes .warning")
    page.keyboard.press("Alt+w")
    assert page.locator(".segment").first.get_attribute("id") == "segment-1"
