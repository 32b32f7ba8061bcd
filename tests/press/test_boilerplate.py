import pytest

from summarizer.document import Dropped, Piece
from summarizer.press import tidy
from summarizer.press.boilerplate import reason_of

DROPPED = [
    ("Share", "share buttons"),
    ("Share this article on Facebook", "share buttons"),
    ("Facebook | Twitter | Telegram", "share buttons"),
    ("Поделиться в соцсетях", "share buttons"),
    ("Версия для печати", "share buttons"),
    ("ADVERTISEMENT", "advertisement"),
    ("Story continues below", "advertisement"),
    ("На правах рекламы", "advertisement"),
    ("На страницу галереи", "picture or video button"),
    ("View gallery", "picture or video button"),
    ("Follow us on Telegram for the latest news", "subscription"),
    ("Подписывайтесь на наш канал в Telegram", "subscription"),
    ("Больше новостей в нашем Telegram-канале", "subscription"),
    ("Sign up for our daily newsletter", "subscription"),
    ("Become a Member of the Harbour Club", "subscription"),
    ("Comment on our stories on our Facebook page", "comments"),
    ("Комментарии (12)", "comments"),
    ("Нашли опечатку? Выделите её и нажмите Ctrl+Enter", "comments"),
    ("For media inquiries: press@example.org", "contact line"),
    ("Для СМИ: press@example.org", "contact line"),
    ("Copyright © A. Writer, Example Times, 2013", "copyright"),
    ("© 2024 Example Times. All rights reserved.", "copyright"),
    ("Все права защищены.", "copyright"),
    ("Полное или частичное использование материалов сайта запрещено без согласия редакции.", "reprint terms"),
    ("При использовании материалов ссылка на сайт обязательна.", "reprint terms"),
    ("Disclaimer: the contents of this article are the author's own.", "disclaimer"),
    ("The views expressed in this article are those of the author.", "disclaimer"),
    ("Мнение автора может не совпадать с мнением редакции.", "disclaimer"),
    ("We use cookies to improve this site.", "cookie notice"),
    ("Фото: И. Петров / Агентство", "photo credit"),
    ("Photo: A. Writer", "photo credit"),
    ("© Иван Петров", "photo credit"),
    ("Reuters", "photo credit"),
    ("AFP / Getty Images", "photo credit"),
]

KEPT = [
    "Copyright law protects the author for seventy years after death.",
    "Share prices fell by a tenth on Monday.",
    "The views of the council were divided.",
    "Reuters reported that the harbour was shut.",
    "Реклама пива на стадионах снова разрешена.",
    "Использование этого газа запрещено с 1923 года.",
    "Comments by the mayor angered the members.",
    "Подписка на журнал подорожала втрое, говорится в отчёте, который вышел в понедельник.",
    "Follow the river to the sea.",
]


@pytest.mark.parametrize(("text", "reason"), DROPPED)
def test_boilerplate_is_known_by_its_words(text, reason):
    assert reason_of(Piece("paragraph", text)) == reason


@pytest.mark.parametrize("text", KEPT[:7] + KEPT[8:])
def test_prose_that_begins_alike_stays(text):
    assert reason_of(Piece("paragraph", text)) == ""


def test_a_step_of_an_instruction_is_no_call_to_subscribe():
    text = "Sign up for the free account"
    assert (reason_of(Piece("item", text)), reason_of(Piece("paragraph", text))) == ("", "subscription")


def test_titles_cells_and_code_are_never_boilerplate():
    assert [reason_of(Piece(kind, "Reuters")) for kind in ("title", "cell", "code")] == ["", "", ""]


def test_a_disclaimer_that_a_page_break_cut_goes_whole():
    first = Piece("paragraph", "Disclaimer: this site holds copyrighted material. If you wish to use the")
    second = Piece("paragraph", "material for other purposes, you must ask its owner.")
    kept, dropped, _ = tidy(
        [Piece("paragraph", "The harbour was shut on Monday, and the ferries went home."), first, second]
    )
    assert len(kept) == 1
    assert dropped == [Dropped("disclaimer", first.text), Dropped("disclaimer", second.text)]


def test_a_text_that_would_go_whole_stays_whole():
    assert tidy([Piece("paragraph", "Reuters")])[:2] == ([Piece("paragraph", "Reuters")], [])
