"""One server and one browser for all tests of the page; every test is a reader of its own."""

import os
from pathlib import Path

import pytest
from serving import page_served, process_served

from summarizer import Pipeline, Settings
from ui.access import line_for
from ui.drafting import Desk
from ui.turns import Turns

BROWSER = Path(os.environ.get("SVODKA_BROWSER", "/usr/bin/chromium"))
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def page_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("page")


@pytest.fixture(scope="session")
def page_address(page_folder):
    root = str(HERE.parents[1])
    variables = os.environ | {
        "PYTHONPATH": root,
        "HOME": str(page_folder),
        "GRADIO_TEMP_DIR": str(page_folder / "gradio"),
    }
    with process_served([str(HERE / "page_server.py"), "PORT", str(page_folder)], variables, page_folder) as (
        address,
        _,
    ):
        yield address


@pytest.fixture(scope="session")
def draft_pipeline(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    pipeline = Pipeline.from_settings(Settings(models_dir=folder / "models", cache_dir=folder / "cache"))
    yield pipeline
    pipeline.close()


@pytest.fixture
def desk(draft_pipeline, tmp_path):
    """What the Draft tab's script asks, without a browser."""
    return Desk(draft_pipeline, tmp_path / "projects", Turns())


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not BROWSER.exists():
        pytest.skip(f"there is no browser at {BROWSER}: name one in SVODKA_BROWSER")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(BROWSER), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def reader(browser, page_address):
    """Opens the page as a new reader; nothing that a page does may ask another machine, and no script may fail."""
    contexts, asked, faults = [], [], []

    def opened(path="/", **wishes):
        context = browser.new_context(**{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}} | wishes)
        context.set_default_timeout(60_000)  # for a machine that does much else at the same time
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(page_address + path)
        page.wait_for_selector("#skim-box textarea")
        page.wait_for_selector(".segments label.selected >> nth=2")  # the reader's language has come
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((page_address, "data:", "blob:"))] == []
    assert faults == []


@pytest.fixture(scope="session")
def shared_page(tmp_path_factory):
    """The address of a page with users and tools for agents, and the users' credentials by name."""
    folder = tmp_path_factory.mktemp("shared")
    users = {"anna": ("anna", "one: 1"), "boris": ("boris", "два")}
    (folder / "users").write_text("\n".join(line_for(*user) for user in users.values()), encoding="utf-8")
    with page_served(folder, "--auth-file", str(folder / "users"), "--mcp") as (address, _):
        yield address, users
