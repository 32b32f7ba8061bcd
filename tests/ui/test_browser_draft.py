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
    page.set_default_timeout(60_000)
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


REPEATED = "The bridge was opened on Monday. It is long. The bridge was opened on Monday. Nobody was hurt."


def said(page, text):
    page.wait_for_function("text => document.querySelector('.desk .said').textContent.includes(text)", arg=text)


def texts(page):
    return [area(page, number).input_value() for number in range(page.locator(".segment").count())]


def test_a_correction_goes_to_the_repetitions_and_back_on_the_keyboard(page):
    draft(page, REPEATED)
    before = texts(page)
    area(page, 0).fill("Открыли мост в понедельник.")
    area(page, 0).press("Control+Enter")
    page.wait_for_selector(".offer .repeat")
    page.keyboard.press("Alt+r")
    page.wait_for_selector("#segment-2.approved")
    assert texts(page)[2] == "Открыли мост в понедельник."
    page.keyboard.press("Alt+z")
    page.wait_for_selector("#segment-2.draft")
    assert texts(page)[2] == before[2]


def test_a_repetition_that_a_person_approved_otherwise_is_shown_and_left_unless_ticked(page):
    draft(page, REPEATED)
    area(page, 2).fill("В тот понедельник мост открыли.")
    area(page, 2).press("Control+Enter")
    page.wait_for_selector("#segment-2.approved")
    area(page, 0).fill("Мост торжественно открыли.")
    area(page, 0).press("Control+Enter")
    page.wait_for_selector(".offer li")
    assert "В тот понедельник мост открыли." in page.locator(".offer li").inner_text()
    page.keyboard.press("Alt+r")
    said(page, "Put into segments: 0")
    assert texts(page)[2] == "В тот понедельник мост открыли."
    area(page, 0).focus()
    page.keyboard.press("Alt+r")
    page.check(".offer input")
    page.keyboard.press("Alt+r")
    page.wait_for_function("document.querySelector('#segment-2 textarea').value === 'Мост торжественно открыли.'")


def test_a_repetition_that_was_worked_on_after_it_was_offered_is_shown_anew(page):
    draft(page, "The ferry was sold on Monday. It is long. The ferry was sold on Monday.")
    area(page, 0).fill("Паром продан.")
    area(page, 0).press("Control+Enter")
    page.wait_for_selector(".offer .repeat")
    area(page, 2).fill("Паром продали.")
    page.wait_for_selector("#segment-2.edited")
    page.keyboard.press("Alt+r")
    page.wait_for_selector(".offer li")
    assert "Паром продали." in page.locator(".offer li").inner_text()
    assert texts(page)[2] == "Паром продали."


def test_all_places_are_replaced_and_come_back_with_one_undo(page):
    draft(page, "The bridge is open to all. It is very old. The bridge is very long.")  # the memory knows none of them
    for number, text in enumerate(("Мост открыт.", "Он стар.", "Этот мост длинный.")):
        area(page, number).fill(text)
        page.wait_for_selector(f"#segment-{number}.edited")
    page.keyboard.press("Alt+f")
    page.keyboard.type("мост")
    page.wait_for_selector(".places li >> nth=1")
    assert "found: 2, to be replaced: 2" in page.locator(".hits").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.type("виадук")
    page.keyboard.press("Control+Alt+Enter")
    said(page, "Replaced in segments: 2")
    assert texts(page) == ["виадук открыт.", "Он стар.", "Этот виадук длинный."]
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+z")
    page.wait_for_function("document.querySelector('#segment-2 textarea').value === 'Этот мост длинный.'")
    assert texts(page) == ["Мост открыт.", "Он стар.", "Этот мост длинный."]


def test_what_comes_back_is_shown_with_its_conflict_before_it_is_taken(page, tmp_path):
    draft(page, "The bridge is open today. It is old now.")
    for number, text in enumerate(("Мост открыт.", "Он стар.")):
        area(page, number).fill(text)
        page.wait_for_selector(f"#segment-{number}.edited")
    page.select_option(".desk .format", "xliff")
    with page.expect_download() as waiting:
        page.click(".desk .export")
    waiting.value.save_as(tmp_path / "a.xlf")
    theirs = (tmp_path / "a.xlf").read_text(encoding="utf-8").replace("Мост открыт", "Мост уже открыт")
    (tmp_path / "a.xlf").write_text(theirs.replace("Он стар", "Он старый"), encoding="utf-8")
    area(page, 1).fill("Он очень стар.")
    said(page, "Saved")
    page.set_input_files(".desk .top input[type=file]", tmp_path / "a.xlf")
    page.wait_for_selector(".panel .take")
    assert "New drafts: 1, the same: 0, conflicts: 1." in page.locator(".panel").inner_text()
    assert texts(page) == ["Мост открыт.", "Он очень стар."]
    page.click(".panel .take")
    said(page, "Segments taken in: 1, left as they were: 1.")
    assert texts(page) == ["Мост уже открыт.", "Он очень стар."]


def test_an_accepted_term_marks_segments_and_goes_in_by_a_key(page):
    draft(page, "The Rivertown Council met. The Rivertown Council has nine members.")
    for number, text in enumerate(("Совет Ривертауна собрался.", "Девять членов.")):
        area(page, number).fill(text)
        page.wait_for_selector(f"#segment-{number}.edited")
    page.keyboard.press("Alt+g")
    page.wait_for_selector(".proposed input")
    page.fill(".proposed input", "Совет Ривертауна")
    page.keyboard.press("Enter")
    page.wait_for_selector("#segment-1 .notes .warning")
    page.keyboard.press("Escape")
    area(page, 1).focus()
    page.wait_for_selector("#segment-1 .termlist .missed")
    page.keyboard.press("Home")
    page.keyboard.press("Alt+t")
    page.wait_for_selector("#segment-1 .termlist .met")
    assert texts(page)[1] == "Совет Ривертауна Девять членов."
    page.click(".desk .terms")
    page.click(".own .forget")
    page.wait_for_selector(".own li", state="detached")


def test_segments_are_shown_by_state_and_by_what_the_checks_found(page):
    draft(page, "The bridge is open. It carries 40,000 cars a day. It is old.")
    area(page, 1).fill("Тут 7 машин.")
    area(page, 2).fill("Он старый.")
    area(page, 2).press("Control+Enter")
    page.wait_for_selector("#segment-2.approved")
    page.wait_for_selector(".desk .found option[value='check.numbers']", state="attached")
    page.select_option(".desk .found", "check.numbers")
    assert page.locator(".segment").evaluate_all("nodes => nodes.map((node) => node.id)") == ["segment-1"]
    page.select_option(".desk .found", "all")
    page.select_option(".desk .state", "approved")
    assert page.locator(".segment").evaluate_all("nodes => nodes.map((node) => node.id)") == ["segment-2"]
    page.select_option(".desk .state", "all")
    page.select_option(".desk .certain", "0.7")  # what a person wrote has no confidence
    assert page.locator("#segment-1, #segment-2").count() == 0


def test_a_match_of_the_memory_shows_its_score_and_difference_and_is_taken_by_a_key(page):
    draft(page, "The old ferry over the lake was sold on Friday.")
    area(page, 0).fill("Старый паром через озеро продали в пятницу.")
    area(page, 0).press("Control+Enter")
    page.wait_for_selector("#segment-0.approved")
    page.click(".desk .back")
    draft(page, "The new ferry over the lake was sold on Friday.")
    area(page, 0).focus()
    page.wait_for_selector("#segment-0 .match")
    match = page.locator("#segment-0 .match")
    assert (match.locator(".score").inner_text(), match.locator("del").inner_text()) == ("90 %", "old")
    assert match.locator("ins").inner_text() == "new"
    page.keyboard.press("Alt+1")
    page.wait_for_selector("#segment-0.edited")
    assert texts(page) == ["Старый паром через озеро продали в пятницу."]


def test_a_floor_that_is_asked_for_leaves_sentences_as_they_are_with_their_drafts_to_take(page):
    page.select_option(".desk .floor", "0.5")
    page.evaluate("document.querySelector('.desk .floor option:checked').value = '1'")  # nothing is that sure
    draft(page, "The ferry is open.")
    area(page, 0).focus()
    assert area(page, 0).input_value() == "The ferry is open."
    page.keyboard.press("Alt+1")
    page.wait_for_selector("#segment-0.edited")
    assert area(page, 0).input_value() != "The ferry is open."
