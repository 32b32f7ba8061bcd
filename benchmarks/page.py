"""How fast the page is, in a real browser: `python -m benchmarks.page [ARTICLE]`.

From `svodka ui` to a served page in seconds of CPU; from the press of Read to the first sentence of a Russian digest on
the screen and to the whole of it, in seconds on the clock, the first time (the model is loaded) and then again.
"""

import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks._page import BROWSER, ROOT, cpu, served

ARTICLE = ROOT / "examples" / "leap-second.en.md"
_TIMES = 3
# the page itself looks at every frame: asking from outside would add the pace of the questions
_WATCH = """() => { window.seen = {}; const start = performance.now(); const look = () => {
  for (const [name, what] of [['first', '.claim'], ['whole', '.remarks']])
    if (!window.seen[name] && document.querySelector(what)) window.seen[name] = (performance.now() - start) / 1000;
  if (!window.seen.whole) requestAnimationFrame(look); };
  document.querySelector('#skim-read').click(); setTimeout(() => requestAnimationFrame(look), 150); }"""


def main(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    with served() as (address, server, started), sync_playwright() as driver:
        print(f"served after {started:.1f} s of CPU")
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_context(locale="ru-RU").new_page()
        for time_number in range(1, _TIMES + 1):
            before = cpu(server.pid)
            first, whole = _read(page, address, text)
            used = cpu(server.pid) - before
            print(f"{path.name}, {time_number}: first sentence {first:.2f} s, whole {whole:.2f} s, {used:.2f} s of CPU")
        browser.close()


def _read(page: Page, address: str, text: str) -> tuple[float, float]:
    page.goto(address)
    page.wait_for_selector("#skim-options label.selected >> nth=2")
    page.fill("#skim-box textarea", text)
    time.sleep(0.5)
    page.evaluate(_WATCH)
    page.wait_for_function("window.seen.whole", timeout=120_000)
    seen = page.evaluate("window.seen")
    return seen["first"], seen["whole"]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE)
