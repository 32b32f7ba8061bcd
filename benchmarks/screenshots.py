"""Pictures of every tab, light and dark, wide and narrow, ru and en: `python -m benchmarks.screenshots [FOLDER]`."""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks._page import BROWSER, ROOT, served

SIZES = {"wide": (1360, 860), "narrow": (380, 780)}
ARTICLES = {"ru": ROOT / "examples" / "leap-second.en.md", "en": ROOT / "examples" / "transsib.ru.md"}
TABS = ("skim", "draft", "models", "history")
_DRAFTED = 20  # segments: more than the tallest picture shows
_STILL = 900  # milliseconds: what slides has come to rest


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with served() as (address, _, _), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        for lang, colours, size in product(ARTICLES, ("light", "dark"), SIZES):
            page = _page(browser, lang, colours, size)
            page.goto(address)
            for tab in TABS:
                _show(page, tab, ARTICLES[lang])
                page.screenshot(path=folder / f"{tab}-{lang}-{colours}-{size}.png")
            page.context.close()
        browser.close()
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures")


def _page(browser: Browser, lang: str, colours: str, size: str) -> Page:
    width, height = SIZES[size]
    locale = {"ru": "ru-RU", "en": "en-GB"}[lang]
    context = browser.new_context(locale=locale, viewport={"width": width, "height": height}, device_scale_factor=1.5)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    return page


def _show(page: Page, tab: str, article: Path) -> None:
    if tab == "skim":
        page.wait_for_selector("#skim-options label.selected >> nth=2")
        page.fill("#skim-box textarea", article.read_text(encoding="utf-8"))
        page.click("#skim-read")
        page.wait_for_selector(".remarks", timeout=60_000)
        page.evaluate("scrollTo(0, 0)")
        page.locator(".claim").nth(1).click()
    elif tab == "draft":
        _draft(page)
    else:
        page.evaluate("scrollTo(0, 0)")
        page.click(f"[data-tab-id={tab}]:visible")
    page.wait_for_timeout(_STILL)


def _draft(page: Page) -> None:
    """The article carried over, its first screens drafted."""
    page.click("#skim-draft")
    page.wait_for_selector("#tab-draft:visible")
    page.wait_for_function(f"document.querySelectorAll('.segment.draft').length >= {_DRAFTED}", timeout=60_000)
    page.evaluate("scrollTo(0, 0)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "screenshots")
