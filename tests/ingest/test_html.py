import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import NoArticleError
from summarizer.ingest import _html_page
from summarizer.ingest.html import read
from summarizer.source import Source

ONE = (
    "The town council voted on Tuesday to reopen the tram line between the harbour and the station, which has stood "
    "unused since the spring floods of last year, and to buy four second-hand cars for it."
)
TWO = (
    "Engineers expect the work to take eleven weeks. Most of the rails can stay where they are, they said, but two "
    "bridges over the canal must be raised by forty centimetres before a loaded car may cross them."
)
THREE = (
    "Shopkeepers along the quay had asked for the line to return before the summer season. They lost about a third of "
    "their customers, according to a survey that their association paid for and published in January."
)


def page(body: str, head: str = "<title>Trams return to the harbour</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}<script src='a.js'></script></head><body>{body}</body></html>"


def article(*parts: str, around: str = "") -> str:
    inner = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    heading = "<h1>Trams return to the harbour</h1>"
    return page(f'{around}<article>{heading}<div class="article-body">{inner}</div></article>')


def items(html: str, origin: str = "https://news.example/trams") -> list[Piece | Dropped | Meta]:
    return list(read(Source(data=html.encode(), name="trams.html", media_type="text/html", origin=origin)))


def pieces(html: str) -> list[Piece]:
    return [item for item in items(html) if isinstance(item, Piece)]


def texts(html: str) -> list[str]:
    return [piece.text for piece in pieces(html) if piece.kind != "title"]


def meta(html: str) -> Meta:
    return next(item for item in items(html) if isinstance(item, Meta))


def dropped(html: str) -> dict[str, str]:
    return {item.reason: item.text for item in items(html) if isinstance(item, Dropped)}


def refusal(html: str) -> tuple[str, str]:
    with pytest.raises(NoArticleError) as caught:
        items(html)
    return str(caught.value), caught.value.hint


# --- what is kept


def test_an_article_gives_its_title_and_its_paragraphs_in_order():
    assert pieces(article(ONE, TWO, THREE)) == [
        Piece("title", "Trams return to the harbour"),
        Piece("paragraph", ONE),
        Piece("paragraph", TWO),
        Piece("paragraph", THREE),
    ]


def test_headings_keep_their_level():
    got = pieces(article(ONE, "<h2>The bridges</h2>", TWO, "<h3>The cost</h3>", THREE))
    assert [(piece.text, piece.level) for piece in got if piece.kind == "heading"] == [
        ("The bridges", 2),
        ("The cost", 3),
    ]


def test_a_list_in_a_box_is_kept_with_its_nesting():
    box = "<div class='facts'><ul><li>Four cars<ul><li>two of them from Basel</li></ul></li><li>Two bridges</li></ul></div>"
    got = [piece for piece in pieces(article(ONE, TWO, box, THREE)) if piece.kind == "item"]
    assert [(piece.text, piece.level) for piece in got] == [
        ("Four cars", 0),
        ("two of them from Basel", 1),
        ("Two bridges", 0),
    ]


def test_a_quotation_is_a_quote():
    got = pieces(article(ONE, "<blockquote><p>We waited a year for this bell.</p></blockquote>", TWO))
    assert got[2] == Piece("quote", "We waited a year for this bell.")


def test_code_keeps_its_line_breaks():
    got = pieces(article(ONE, "<pre>for tram in line:\n    tram.run()\n</pre>", TWO))
    assert got[2] == Piece("code", "for tram in line:\n    tram.run()")


def test_the_cells_of_a_table_say_where_they_stand():
    table = (
        "<table><tr><th>Year</th><th>Riders</th></tr><tr><td>2022</td><td>81,000</td></tr>"
        "<tr><td colspan='2'>2023: closed</td></tr></table>"
    )
    got = [piece for piece in pieces(article(ONE, TWO, table, THREE)) if piece.kind == "cell"]
    assert [(piece.anchor, piece.text) for piece in got] == [
        ("t0r0c0", "Year"),
        ("t0r0c1", "Riders"),
        ("t0r1c0", "2022"),
        ("t0r1c1", "81,000"),
        ("t0r2c0", "2023: closed"),
    ]


def test_a_table_that_lays_out_the_page_gives_paragraphs():
    layout = f"<table><tr><td><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td><td><p>{TWO[:80]}</p></td></tr></table>"
    got = pieces(page(f"<h1>Trams return to the harbour</h1>{layout}"))
    assert [piece.kind for piece in got if piece.text in (ONE, TWO, THREE)] == ["paragraph"] * 3


def test_inline_marks_have_offsets_into_the_text():
    inline = (
        "The <b>tram <i>line</i></b> opens; see <a href='/plan'>the  plan</a>, or run <code>tram --list</code>. " + ONE
    )
    got = pieces(article(f"<p>{inline}</p>", TWO, THREE))[1]
    assert got.text == "The tram line opens; see the plan, or run tram --list. " + ONE
    assert got.marks == (
        Mark(4, 13, "bold"),
        Mark(9, 13, "italic"),
        Mark(25, 33, "link", "https://news.example/plan"),
        Mark(42, 53, "code"),
    )


@pytest.mark.parametrize("target", ["#top", "javascript:open()", "http://[", "data:text/html,x"])
def test_a_link_that_leads_nowhere_is_only_text(target):
    got = pieces(article(f"<p>{ONE} See <a href='{target}'>here</a>.</p>", TWO, THREE))[1]
    assert got == Piece("paragraph", f"{ONE} See here.")


def test_a_page_in_windows_1251_is_read_by_its_own_word():
    text = (
        "Трамвай возвращается в порт после года ожидания, решил во вторник городской совет на заседании в ратуше. " * 2
    )
    html = f"<meta charset='windows-1251'><title>Порт</title><body><a href='/'>Главная</a><p>{text}</p><p>{text}Да.</p>"
    found = list(read(Source(data=html.encode("cp1251"), name="a.html")))
    assert Piece("paragraph", text.strip()) in found


def test_a_paragraph_goes_on_after_a_comment_and_after_an_inline_tag():
    broken = "The cars<!-- --> came by <span>barge <!-- x -->from</span> Basel<sup><a href='#n1'>1</a></sup>, he said. "
    assert texts(article(f"<p>{broken}{ONE}</p>", TWO))[0] == f"The cars came by barge from Basel, he said. {ONE}"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("Riders wait.<br><br>Trams come.", ["Riders wait.", "Trams come."]),
        ("Riders wait.<br>Trams come.", ["Riders wait.", "Trams come."]),
        ("Пассажиры ждут.<br>— Едем! — сказал он.", ["Пассажиры ждут.", "— Едем! — сказал он."]),
        ("The riders<br>wait for trams.", ["The riders wait for trams."]),
    ],
)
def test_a_line_break_ends_a_paragraph_only_between_sentences(inner, expected):
    got = texts(article(ONE, f"<p>{inner}</p>", TWO))
    assert got == [ONE, *expected, TWO]


def test_text_without_a_tag_between_paragraphs_is_kept():
    assert texts(article(ONE, "<span></span>" + TWO, THREE)) == [ONE, TWO, THREE]


def test_the_second_half_in_a_container_of_its_own_is_kept():
    halves = f"<div class='story'><p>{ONE}</p><p>{TWO}</p></div><div class='ad'>Buy boots</div><div class='story'><p>{THREE}</p></div>"
    assert texts(page(f"<main><h1>Trams return to the harbour</h1>{halves}</main>")) == [ONE, TWO, THREE]


def test_the_lead_over_the_text_is_kept():
    lead = "After a year without trams the harbour hears their bells again."
    top = f"<h1>Trams return to the harbour</h1><div class='article__lead'>{lead}</div>"
    body = f"<div class='article__body'><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"
    assert texts(page(f"<div class='article'>{top}{body}</div>"))[0] == lead


def test_a_quoted_post_is_part_of_the_article():
    post = "<div class='embed'><blockquote class='twitter-tweet'><p>First ride at last!</p>— Anna (@anna)</blockquote></div>"
    assert "First ride at last!" in texts(article(ONE, TWO, post, THREE))


def test_white_space_and_invisible_letters_are_made_plain():
    assert texts(article(ONE, "<p>Двадцать\u00a0пять\n   трам\u00adва\u00adев вышли в\u200b рейс утром.</p>", TWO))[
        1
    ] == ("Двадцать пять трамваев вышли в рейс утром.")


def test_a_text_with_neither_links_nor_scripts_is_read_whole():
    html = "<html><body><h2>Note</h2><p>The tram is late.</p><div>Take the ferry.</div><ul><li>Pier 3</li></ul></body></html>"
    assert texts(html) == ["Note", "The tram is late.", "Take the ferry.", "Pier 3"]


# --- what is left out, and said so


@pytest.mark.parametrize(
    ("insert", "reason", "text"),
    [
        ("<p><a href='/a'>How the flood closed the line</a></p>", "related links", "How the flood closed the line"),
        ("<aside><p>More about trams in our archive</p></aside>", "related links", "More about trams in our archive"),
        ("<div class='readMore'><p>Old trams of Basel</p></div>", "related links", "Old trams of Basel"),
        ("<div class='related-box'><p>Old trams of Basel</p></div>", "related links", "Old trams of Basel"),
        ("<div class='share-bar'><p>Send to a friend</p></div>", "share or subscribe", "Send to a friend"),
        ("<figure><img src='a.jpg'><figcaption>A tram in 1931</figcaption></figure>", "caption", "A tram in 1931"),
        ("<div class='newsletterBox'><p>Get our letter</p></div>", "share or subscribe", "Get our letter"),
        ("<div style='display: none'><p>Only for editors</p></div>", "hidden on the page", "Only for editors"),
        ("<p class='post-date'>4 March, 10:15</p>", "byline", "4 March, 10:15"),
        (
            "<blockquote class='pull'>two bridges over the canal must be raised</blockquote>",
            "said again in the article",
            "",
        ),
    ],
)
def test_what_is_set_into_the_article_is_dropped_with_its_reason(insert, reason, text):
    html = article(ONE, TWO, insert, THREE)
    assert texts(html) == [ONE, TWO, THREE]
    assert text in dropped(html)[reason]


def test_the_rest_of_the_page_is_dropped_in_one_piece():
    menu = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(60)) + "</ul></nav>"
    html = article(ONE, TWO, THREE, around=menu)
    assert dropped(html)["outside the article"].startswith("Section 0\nSection 1\n")
    assert len([item for item in items(html) if isinstance(item, Dropped)]) == 1


def test_comments_are_dropped_as_comments():
    comments = "<div class='comments'><p>I never liked trams.</p><p>You never rode one.</p></div>"
    html = article(ONE, TWO, THREE).replace("</article>", f"</article>{comments}")
    assert texts(html) == [ONE, TWO, THREE]
    assert dropped(html)["comments"] == "I never liked trams.\nYou never rode one."


def test_the_card_over_a_name_is_no_part_of_the_sentence():
    card = "<span class='rollover-people-block'><a href='/p'>Anna Berg</a><a href='/q'>Berg wins again</a></span>"
    assert texts(article(f"<p><a href='/p'>Anna Berg</a>{card} spoke. {ONE}</p>", TWO))[0] == f"Anna Berg spoke. {ONE}"


# --- what the page says of itself

LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": '
    '"Trams return to the harbour", "datePublished": "2024-03-05T08:00:00+01:00", "author": [{"@type": "Person", '
    '"name": "Anna Berg"}, {"@type": "Person", "name": "Ivo Lund"}], "publisher": {"name": "Harbour News"}}</script>'
)


def test_the_meta_data_are_read_from_linked_data():
    html = article(ONE, TWO, THREE).replace(
        "</head>", f'{LINKED}<link rel="canonical" href="https://news.example/t1"></head>'
    )
    assert meta(html) == Meta(
        "Trams return to the harbour", "Anna Berg, Ivo Lund", "Harbour News", "2024-03-05", "https://news.example/t1"
    )


def test_the_meta_data_are_read_from_meta_tags():
    tags = (
        '<meta property="og:title" content="Трамвай возвращается в порт"><meta property="og:site_name" content="Порт">'
        '<meta name="author" content="Автор: Анна Берг"><meta property="article:published_time" content="2024-03-05">'
    )
    html = page(f"<h1>Трамвай возвращается в порт</h1><div class='text'><p>{ONE}</p><p>{TWO}</p></div>", tags)
    assert meta(html)[:4] == ("Трамвай возвращается в порт", "Анна Берг", "Порт", "2024-03-05")


def test_the_title_is_the_heading_and_not_the_name_of_the_site():
    body = f"<h1>Harbour News</h1><h2>Trams return to the harbour</h2><div class='text'><p>{ONE}</p><p>{TWO}</p></div>"
    assert pieces(page(body))[0] == Piece("title", "Trams return to the harbour")


def test_a_title_without_a_heading_loses_the_name_of_the_site():
    head = '<meta property="og:site_name" content="Harbour News"><meta property="og:title" content="Trams return - Harbour News">'
    assert pieces(page(f"<article><p>{ONE}</p><p>{TWO}</p></article>", head))[0] == Piece("title", "Trams return")


def test_a_body_that_only_linked_data_hold_is_read_from_there():
    data = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{ONE}\\n\\n{TWO}\\n\\n{THREE}"}}</script>'
    assert texts(page(f"<div id='root'><p>{ONE}</p></div>{data}")) == [ONE, TWO, THREE]


# --- pages without an article

SCRIPTED = page(
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script>x()</script>'
)
CONSENT = page(
    "<div><h1>We value your privacy</h1><p>We and our partners store and access information on a device, such as "
    "cookies, and process personal data, for advertising and audience research and for the development of services."
    "</p><button>Accept all</button></div>"
)
WALL = page(
    "<h1>Trams return to the harbour</h1><div><p>Subscribe to continue reading.</p><p>Already a subscriber?</p></div>"
)
FRONT = page(
    "<main>"
    + "".join(
        f"<div class='card'><h2><a href='/{n}'>Story number {n} of this long day</a></h2><p>{ONE[: 60 + n]}</p></div>"
        for n in range(12)
    )
    + "</main>",
    "<title>Harbour News</title><meta property='og:type' content='website'>",
)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("", "'trams.html' is an empty page"),
        (page(""), "'trams.html' is an empty page"),
        ("<!-- nothing -->", "'trams.html' is an empty page"),
        (SCRIPTED, "'trams.html' is filled by scripts: the page as it was sent holds no text"),
        (CONSENT, "'trams.html' is a cookie or consent notice, not an article"),
        (WALL, "'trams.html' is behind a paywall: the page holds no part of the article"),
        (FRONT, "'trams.html' holds links to articles but no article"),
        (page("<p>Page not found</p>"), "'trams.html' holds no article, only 3 words outside any text"),
    ],
)
def test_a_page_without_an_article_is_named_for_what_it_is(html, said):
    message, hint = refusal(html)
    assert message == said
    assert hint


def test_the_opening_before_a_paywall_is_read_and_said_to_be_the_opening():
    html = article(ONE, TWO, "<div class='wall'><p>Subscribe to continue reading.</p></div>")
    assert texts(html)[:2] == [ONE, TWO]
    assert dropped(html)["the page is behind a paywall: only the opening of the article was there"] == (
        "Subscribe to continue reading."
    )


def test_a_cookie_banner_over_an_article_does_not_refuse_it():
    banner = "<div class='cookie-banner'><p>We use cookies. Accept all cookies to go on.</p></div>"
    assert texts(article(ONE, TWO, THREE, around=banner)) == [ONE, TWO, THREE]


# --- bad input


@pytest.mark.parametrize(
    "around",
    [
        ("<div>" * 10_000, "</div>" * 10_000),
        ("<b>" * 10_000, ""),
        ("<ul><li>" * 5_000, ""),
        ("<span>" * 10_000, "</p>" * 9),
    ],
)
def test_ten_thousand_levels_hide_nothing(around):
    html = page(f"<h1>Trams return to the harbour</h1><p>{ONE}</p>{around[0]}<p>{TWO}</p>{around[1]}<p>{THREE}</p>")
    assert [text for text in (ONE, TWO, THREE) if text not in " ".join(texts(html))] == []


def test_a_line_of_fifty_thousand_characters_is_read_whole():
    long = "слово " * 8_400
    assert max(len(text) for text in texts(article(f"<p>{long}</p>", ONE))) == len(long) - 1


@pytest.mark.parametrize(
    "broken",
    [
        "<p>{0}<p>{1}<div><p>{2}",
        "<p>{0}</div></p></span><p>{1}</b></i><p>{2}</table>",
        '<p class=\'a\' class=>{0}</p><p id="x>" x=">{1}</p><p>{2}</p>',
        "<?xml version='1.0' encoding='utf-16'?><p>{0}</p><p>{1}</p>\x00\x01<p>{2}</p>",
    ],
)
def test_malformed_pages_keep_their_first_paragraph(broken):
    assert ONE in texts(page("<h1>Trams return</h1>" + broken.format(ONE, TWO, THREE)))


def test_broken_linked_data_are_passed_over():
    html = article(ONE, TWO, '<script type="application/ld+json">{"@type": </script>')
    assert texts(html) == [ONE, TWO]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/=\"' abipdvh1&;#!-xя\n", max_size=300))
def test_any_text_gives_pieces_or_a_refusal(text):
    try:
        found = items(text + ONE)
    except NoArticleError:
        return
    for piece in (item for item in found if isinstance(item, Piece)):
        assert piece.text.strip() == piece.text != ""
        assert all(0 <= mark.start < mark.stop <= len(piece.text) for mark in piece.marks)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=100))
def test_parsing_never_fails(text):
    _html_page.parse(text)
