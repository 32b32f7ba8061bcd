"""The page as a reader sees it, in a browser."""

import docx

ARTICLE = """The bridge over the river

The city council voted on Monday for a new bridge over the river, after three years of debate.

The bridge will cost 48 million euros, and the work will begin in March, the mayor said.

Residents of the northern district had asked for it since the ferry was closed in 2019.

The opposition says that the money would be better spent on schools. A second vote is planned for the autumn.
"""
ENDLESS = "Endless\n\nThe council met on Monday in the old town hall. It voted for the new bridge over the river.\n"
HOSTILE = """<script>window.hurt = 1</script> The council voted for a bridge <img src=x onerror="window.hurt = 2">.

[A link](javascript:window.hurt=3) stands in the second paragraph, with \u202ereversed\u202c text and ${window.hurt=4}.

The third paragraph has {{value}} and &lt;b&gt; and </span><svg onload="window.hurt=5"> in it. It says nothing else.
"""


def _read(page, text):
    page.fill("#skim-box textarea", text)
    page.click("#skim-read")
    page.wait_for_selector(".remarks")
    page.wait_for_selector("#skim-stop", state="hidden")  # nothing is drawn anew any more


def _until(page, true):
    for _ in range(600):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came true")


def test_a_pasted_article_is_digested_in_the_readers_language(reader):
    page = reader(locale="ru-RU")
    _read(page, ARTICLE)
    assert page.locator("#skim-facts .title").inner_text() == "The bridge over the river"
    assert "английский · 76 слов" in page.locator("#skim-facts .meta").inner_text()
    assert page.locator(".digest").get_attribute("lang") == "ru"
    assert "мост" in page.locator(".digest").inner_text().lower()


def test_a_pressed_sentence_lights_up_its_evidence_and_shows_its_translation(reader):
    page = reader(locale="ru-RU")
    _read(page, "\n\n".join([ARTICLE, *(f"Filler paragraph number {n} says little." for n in range(60))]))
    claim = page.locator(".claim").first
    claim.click()
    lit = page.locator(".sentence.lit")
    assert lit.get_attribute("data-at") == claim.get_attribute("data-evidence")
    assert page.locator(".footnote .gloss span").inner_text() == claim.get_attribute("data-gloss")
    page.wait_for_function("""() => { const lit = document.querySelector('.sentence.lit').getBoundingClientRect();
        return lit.top >= 0 && lit.bottom <= innerHeight }""")


def test_a_sentence_is_reached_and_left_with_the_keyboard(reader):
    page = reader()
    _read(page, ARTICLE)
    page.locator(".claim").first.focus()
    page.wait_for_selector(".sentence.lit")
    assert page.locator(".sentence.lit").count() == 1
    page.keyboard.press("Escape")
    _until(page, lambda: page.locator(".sentence.lit").count() == 0)


def test_an_endless_job_stops_on_the_page_and_on_the_server(reader, page_folder):
    page = reader()
    page.fill("#skim-box textarea", ENDLESS)
    page.click("#skim-read")
    page.wait_for_selector(".claim")
    page.click("#skim-stop")
    page.wait_for_selector("text=Stopped.")
    page.wait_for_selector("#skim-stop", state="hidden")
    _until(page, (page_folder / "stopped").exists)
    written = page.locator(".claim").count()
    page.wait_for_timeout(1000)
    assert page.locator(".claim").count() == written
    assert page.locator("text=Error").count() == 0


def test_another_article_replaces_the_job_at_work(reader, page_folder):
    page = reader()
    page.fill("#skim-box textarea", ENDLESS)
    page.click("#skim-read")
    page.wait_for_selector(".claim")
    _read(page, ARTICLE)
    assert "bridge" in page.locator(".digest").inner_text()
    assert "Endless" not in page.locator(".pane").inner_text()
    _until(page, (page_folder / "stopped").exists)


def test_wishes_that_change_while_a_job_is_at_work_are_all_heard(reader):
    page = reader()
    page.fill("#skim-box textarea", ARTICLE)
    page.click("#skim-read", no_wait_after=True)
    page.click("#skim-options label:has-text('long')", no_wait_after=True)
    for form in ("card", "points"):
        page.click(f"#skim-options label:has-text('{form}')", no_wait_after=True)
    page.wait_for_selector(".digest ul")
    page.wait_for_selector("#skim-stop", state="hidden")


def test_the_page_speaks_the_other_language_when_asked(reader):
    page = reader(locale="en-GB")
    _read(page, ARTICLE)
    page.click("#switch-language")
    page.wait_for_selector("#skim-read:has-text('Прочитать')")
    page.wait_for_selector(".remarks:has-text('Сводка опирается')")
    page.reload()
    page.wait_for_selector("#skim-read:has-text('Прочитать')")
    assert page.locator("html").get_attribute("lang") == "ru"


def test_a_hostile_article_is_shown_as_text(reader):
    page = reader()
    _read(page, HOSTILE)
    shown = page.locator(".pane").inner_text()
    assert page.evaluate("window.hurt") is None
    assert "\u202e" not in shown
    assert [part for part in ("<script>", "onerror=", "${window.hurt=4}", "{{value}}") if part not in shown] == []
    assert page.locator(".pane a[href^='javascript']").count() == 0
    assert page.locator(".pane img, .pane svg, .pane script").count() == 0


def test_two_readers_do_not_see_each_others_articles(reader):
    first, second = reader(locale="ru-RU"), reader(locale="en-GB")
    for page, text in ((first, ARTICLE), (second, ARTICLE.replace("bridge", "tunnel"))):
        page.fill("#skim-box textarea", text)
    for page in (first, second):
        page.click("#skim-read", no_wait_after=True)
    for page in (first, second):
        page.wait_for_selector(".remarks")
    assert "bridge" in first.locator(".pane").inner_text()
    assert "tunnel" in second.locator(".digest").inner_text()


def test_another_length_does_not_read_the_article_again(reader):
    page = reader()
    _read(page, ARTICLE)
    page.evaluate("document.querySelector('.pane').dataset.seen = 'yes'")
    page.fill("#skim-box textarea", "something else")
    page.click("#skim-options label:has-text('points')")
    page.wait_for_selector(".digest ul")
    assert page.locator(".pane").get_attribute("data-seen") == "yes"


def test_an_address_in_the_link_fills_the_box_and_fetches_nothing(reader):
    page = reader("/?url=https%3A%2F%2Fexample.org%2Fnews")
    page.wait_for_function("document.querySelector('#skim-box textarea').value === 'https://example.org/news'")
    assert page.locator("#skim-status .progress, .trouble").count() == 0


def test_a_paste_from_a_browser_keeps_headings_and_links(reader):
    page = reader()
    html = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n")[1:])
    html = f"<h1>The bridge over the river</h1>{html}<p>See <a href='https://example.org/plan'>the plan</a> of it.</p>"
    page.evaluate(
        """([html, text]) => { const box = document.querySelector('#skim-box textarea'); box.focus();
        const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', text);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""",
        [html, ARTICLE + "\nSee the plan of it."],
    )
    _read(page, ARTICLE + "\nSee the plan of it.")
    assert page.locator(".pane a").get_attribute("href") == "https://example.org/plan"


def test_a_dropped_file_is_read_and_its_digest_downloaded(reader, tmp_path):
    written = docx.Document()
    for line in ARTICLE.strip().split("\n\n"):
        written.add_paragraph(line)
    written.save(tmp_path / "bridge.docx")
    page = reader()
    page.set_input_files("#skim-box input[type=file]", tmp_path / "bridge.docx")
    page.wait_for_selector("#skim-files :text('bridge.docx')")
    page.click("#skim-read")
    page.wait_for_selector(".remarks")
    with page.expect_download() as download:
        page.click("#skim-actions :text('Markdown')")
    assert download.value.suggested_filename == "The-bridge-over-the-river.en.md"
    assert "bridge" in download.value.path().read_text(encoding="utf-8")


def test_what_was_read_is_in_the_history_until_it_is_cleared(reader):
    page = reader()
    _read(page, ARTICLE)
    page.reload()
    page.click("[data-tab-id=history]:visible")
    page.click(".entries button:has-text('The bridge over the river') >> nth=0")
    page.wait_for_selector(".claim")
    page.click("[data-tab-id=history]:visible")
    page.click("#history-clear")
    page.click("#history-yes")
    page.wait_for_selector("text=The articles you read will be listed here.")


def test_nothing_stands_out_of_a_narrow_window(reader):
    page = reader(viewport={"width": 380, "height": 760})
    _read(page, ARTICLE)
    widths = {}
    for tab in ("skim", "draft", "models", "history"):
        page.click(f"[data-tab-id={tab}]:visible")
        page.wait_for_selector(f"#tab-{tab}:visible")
        widths[tab] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(widths, 380)


def test_a_link_that_cannot_be_opened_says_why(reader):
    page = reader()
    page.fill("#skim-box textarea", "http://127.0.0.1:9/news")
    page.click("#skim-read")
    assert "127.0.0.1" in page.locator(".trouble").inner_text()
