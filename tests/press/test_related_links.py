import pytest

from summarizer.document import Mark, Piece
from summarizer.press import tidy

LEAD = "The old harbour will be rebuilt by the spring, the council said on Monday."
LAST = "Work begins in March, and the gates will stay shut until then."


def body(*lines):
    pieces = [
        Piece("paragraph", LEAD),
        *(line if isinstance(line, Piece) else Piece("paragraph", line) for line in lines),
    ]
    kept, dropped, _ = tidy([*pieces, Piece("paragraph", LAST)])
    assert {item.reason for item in dropped} <= {"related link"}
    return [piece.text for piece in kept[1:-1]], [item.text for item in dropped]


def link(text, kind="paragraph"):
    return Piece(kind, text, marks=(Mark(0, len(text), "link", "https://example.org"),))


@pytest.mark.parametrize(
    "lines",
    [
        ("Также по теме", "Как жила гавань: сто лет истории", "Гавань построили в 1920 году. С тех пор её не раз..."),
        ("Читайте также:", "Как жила гавань: сто лет истории"),
        ("ЧИТАЙТЕ ТАКЖЕ", "Зачем городу гавань?"),
        ("Read more", "Harbour plan wins the vote"),
        ("Related:", "Harbour plan wins the vote", "Old sheds are sold to the museum of the town"),
        ("See also", Piece("item", "Harbour plan wins"), Piece("item", "Sheds are sold")),
        (Piece("heading", "Related stories", 2), link("Harbour plan wins"), link("Sheds sold")),
        ("По теме: «Гавань вернут городу» — мэр о планах",),
        ("READ MORE: Harbour plan wins the vote",),
        ("Read more about the harbour plan here.",),
        ("Подробнее о гавани читайте в нашем материале.",),
        ('Читайте материал "Гавань вернут городу"',),
        (link("Harbour plan wins the vote in the council"),),
        (
            "Harbour plan wins the vote in the council",
            "The members met on Tuesday. After a long debate they agreed to put...",
        ),
    ],
)
def test_an_insert_goes_whole(lines):
    kept, dropped = body(*lines)
    assert (kept, len(dropped)) == ([], len(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("A new chapter", "The mayor spoke for an hour, and nobody left the hall before he had ended."),
        ("Рекомендуем: пейте больше воды и чаще гуляйте.",),
        ("Read more books, the teacher told them, and they did.",),
        (link("Agency"),),
        ('"Believe me, that is a lie," he said...',),
        (
            "— А как же сроки работ, о которых вы говорили весной",
            "— Сроки прежние, но всё будет зависеть от погоды и...",
        ),
    ],
)
def test_the_articles_own_lines_stay(lines):
    assert body(*lines) == ([line.text if isinstance(line, Piece) else line for line in lines], [])


def test_a_cue_above_a_paragraph_takes_only_itself():
    own = "The mayor spoke for an hour, and nobody left the hall before he had ended."
    assert body("See also", own) == ([own], ["See also"])


def test_an_own_subheading_below_a_teaser_stays():
    kept, dropped = body(
        "Также по теме", "Как жила гавань", "Гавань построили давно. С тех пор её...", "Новые сроки", LEAD
    )
    assert (kept, len(dropped)) == (["Новые сроки", LEAD], 3)


def test_a_sentence_that_an_insert_had_cut_is_whole_again():
    kept, dropped = body(
        "Работы в гавани начнутся весной и продлятся до", "Также по теме", "Как жила гавань: хроника", "конца года."
    )
    assert kept == ["Работы в гавани начнутся весной и продлятся до конца года."]
    assert dropped == ["Также по теме", "Как жила гавань: хроника"]


def test_a_linked_title_above_the_text_is_no_insert():
    kept, _, meta = tidy([link("Harbour plan wins the vote"), Piece("paragraph", LEAD), Piece("paragraph", LAST)])
    assert (kept[0].kind, meta.title) == ("title", "Harbour plan wins the vote")
