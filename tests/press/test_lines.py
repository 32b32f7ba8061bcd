import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.press.lines import paragraphs

WRAPPED = """The council met on Tuesday evening to discuss
the future of the old harbour, which has stood
empty since the ferries left. Members could not
agree on a plan, and the vote was put off.

A second meeting is planned for the spring. Until
then the sheds will stay as they are, the mayor
said, and the gates will be kept shut.
"""


def test_hard_wrapped_lines_are_one_paragraph():
    assert paragraphs(WRAPPED) == [
        (
            "The council met on Tuesday evening to discuss the future of the old harbour, which has stood empty since the "
            "ferries left. Members could not agree on a plan, and the vote was put off."
        ),
        (
            "A second meeting is planned for the spring. Until then the sheds will stay as they are, the mayor said, and "
            "the gates will be kept shut."
        ),
    ]


def test_a_short_line_that_ends_a_sentence_ends_a_wrapped_paragraph():
    assert len(paragraphs(WRAPPED.replace("\n\n", "\n"))) == 2


def test_an_indent_begins_a_wrapped_paragraph():
    text = WRAPPED.replace("\n\nA", "\n   A").replace("the vote was put off.", "the vote was put off at nine.")
    assert [paragraph[:8] for paragraph in paragraphs(text)] == ["The coun", "A second"]


def test_a_line_of_press_text_is_a_paragraph():
    text = "Мост открыли в понедельник.\nДвижение по нему бесплатное.\nРаботы шли три года."
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Власти города\nобъявили конкурс\nна лучший проект.", ["Власти города объявили конкурс на лучший проект."]),
        ("Мост всё равно\nоткроют в срок\n, сообщили в мэрии.", ["Мост всё равно откроют в срок, сообщили в мэрии."]),
        ("Ими (строителями. —\nРед.\n) довольны.", ["Ими (строителями. — Ред.) довольны."]),
        (
            (
                "На заседание пришли министр, его заместитель и главный архитектор области. Слово взял инженер\n"
                "Иван Петров\n, который вёл стройку."
            ),
            [
                (
                    "На заседание пришли министр, его заместитель и главный архитектор области. Слово взял инженер Иван "
                    "Петров, который вёл стройку."
                )
            ],
        ),
        ("Об этом\nПетров рассказал\nгазете.", ["Об этом Петров рассказал газете."]),
        ("Новые сроки\nМост откроют весной.", ["Новые сроки", "Мост откроют весной."]),
        ("Смета выросла до 2 млрд.\nДеньги нашли.", ["Смета выросла до 2 млрд.", "Деньги нашли."]),
        ("Он назвал это\n«ошибкой века»\nи ушёл.", ["Он назвал это «ошибкой века» и ушёл."]),
        (
            "The phone is made by a firm called\niPhone is a brand.",
            ["The phone is made by a firm called", "iPhone is a brand."],
        ),
    ],
)
def test_a_break_inside_a_sentence_is_undone(text, expected):
    assert paragraphs(text) == expected


def test_the_lines_of_an_insert_stay_apart():
    text = (
        "Мост через пролив построили за три года и, как было обещано весной на встрече с жителями, открыли\nТакже по теме\nКак строили мост через пролив: хроника\n"
        "Строительство шло три года. За это время...\nв срок, сообщили в мэрии."
    )
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Передана инфор-\nмация о сделке.", "Передана информация о сделке."),
        ("Пришёл кто-\nто из своих.", "Пришёл кто-то из своих."),
        ("The wind came from the north-\neast.", "The wind came from the north-east."),
        ("The north-\nern wind.", "The northern wind."),
        ("Боевые Су-\n24 вернулись.", "Боевые Су-24 вернулись."),
        ("Дорога Москва-\nКазань открыта.", "Дорога Москва-Казань открыта."),
        ("Two-\nand three-storey houses.", "Two- and three-storey houses."),
        ("Про\xad\nверка шла\xad долго.", "Проверка шла долго."),
        ("A co-\noperative. They like the co-operative.", "A co-operative. They like the co-operative."),
        ("A missile-\ndefence plan; the missile, the defence.", "A missile-defence plan; the missile, the defence."),
        ("Он сказал это по-\nрусски.", "Он сказал это по-русски."),
        ("Об этом спросили по-\nлитика.", "Об этом спросили политика."),
        ("ИНФОР-\nМАЦИЯ", "ИНФОРМАЦИЯ"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_only_where_it_belongs_to_the_word(text, expected):
    assert paragraphs(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n\f\xa0\u200b", []),
        ("Один.\r\nДва.\rТри.", ["Один.", "Два.", "Три."]),
        ("10\xa0000 рублей\u202fи т.\u2009д.", ["10 000 рублей и т. д."]),
        ("слово\u200b с\ufeff нулём\x00 и\u200d", ["слово с нулём и"]),
        ("The ﬁrst oﬃce", ["The first office"]),
        ("Сергеи\u0306 жил тут", ["Сергей жил тут"]),
        ("Конец страницы.\fНачало новой.", ["Конец страницы.", "Начало новой."]),
        ("Emoji 👩\u200d🚀 stays.", ["Emoji 👩\u200d🚀 stays."]),
    ],
)
def test_characters_that_carry_no_text_are_taken_out(text, expected):
    assert paragraphs(text) == expected


def test_a_text_of_one_long_line_is_one_paragraph():
    assert paragraphs("слово " * 8000) == [("слово " * 8000).strip()]


def test_verse_and_lists_without_marks_keep_their_lines():
    text = "мука\nсахар\nсоль по вкусу\nдва яйца"
    assert paragraphs(text) == text.split("\n")


def test_a_list_item_keeps_its_mark_and_its_wrapped_line():
    text = "The plan of the new council has got three parts:\n- a bridge over the river that is open to all of\n  the town\n- a park with old trees, a pond and benches and\n  lamps\n"
    assert paragraphs(text)[1:] == [
        "- a bridge over the river that is open to all of the town",
        "- a park with old trees, a pond and benches and lamps",
    ]


@given(st.text(alphabet="аб Яz.,-—\n\r\f\t\xad\u200b(«»)1•", max_size=200))
def test_every_letter_stays_and_no_white_space_is_left_over(text):
    found = paragraphs(text)
    assert "".join(filter(str.isalnum, "".join(found))) == "".join(filter(str.isalnum, text))
    assert all(paragraph == " ".join(paragraph.split()) and paragraph for paragraph in found)
