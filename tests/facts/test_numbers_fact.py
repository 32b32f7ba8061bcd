"""Numbers in Russian and English, and whether two of them state the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.numbers import find, same

RUSSIAN = [
    ("выросла на 5", "number:5"),
    ("население 24 601 человек", "number:24601"),
    ("население 24\u00a0601 человек", "number:24601"),
    ("население 24\u2009601 человек", "number:24601"),
    ("всего 1 234 567,8 тонны", "number:1234567.8"),
    ("всего 1.234.567 тонн", "number:1234567"),
    ("курс 57,70", "number:57.7"),
    ("рост 1,234", "number:1.234"),
    ("рост 1.234", "number:1234|number:1.234"),
    ("5,3%", "percent:5.3"),
    ("5 процентов", "percent:5"),
    ("5-процентный рост", "percent:5"),
    ("на 2 п.п.", "percent:2"),
    ("1,5 млрд", "number:1500000000"),
    ("3 млн рублей", "rub:3000000"),
    ("90 тыс. баррелей", "number:90000"),
    ("2 трлн руб.", "rub:2000000000000"),
    ("1 млн 200 тыс. рублей", "rub:1200000"),
    ("10 долларов", "usd:10"),
    ("7 евро", "eur:7"),
    ("$63", "usd:63"),
    ("500 ₽", "rub:500"),
    ("двадцать третьего мая", "number:23"),
    ("двадцати трёх районов", "number:23"),
    ("сто двадцать пять тысяч", "number:125000"),
    ("двумястами голосами", "number:200"),
    ("пятеро пассажиров", "number:5"),
    ("полтора миллиона", "number:1500000"),
    ("два с половиной миллиона", "number:2500000"),
    ("две трети", "number:0.6667|number:2"),
    ("две тысячи семнадцатый год", "number:2017"),
    ("в 2013 г.", "number:2013"),
    ("в 2010-х", "decade:2010|number:2010"),
    ("в девяностых", "decade:1990|decade:1890|number:90"),
    ("5-го числа", "number:5"),
    ("12 мая", "number:12"),
    ("12.05.2019", "date:12:5:2019|date:5:12:2019"),
    ("в 18:30", "pair:18:30"),
    ("счёт 3:1", "pair:3:1"),
    ("XX век", "number:20"),
    ("ХХ век", "number:20"),
    ("Ту-154", "number:154"),
    ("около 19 000 человек", "~number:19000"),
    ("20-летний студент", "number:20"),
    ("5-миллионный город", "number:5000000"),
    ("№ 44", "number:44"),
    ("¾ голосов", "number:0.75"),
]

ENGLISH = [
    ("rose by 5", "number:5"),
    ("24,601 people", "number:24601"),
    ("1,234,567.8 tonnes", "number:1234567.8"),
    ("1,234 tonnes", "number:1234"),
    ("a rate of 57.70", "number:57.7"),
    ("5.3%", "percent:5.3"),
    ("5 percent", "percent:5"),
    ("5 per cent", "percent:5"),
    ("2 percentage points", "percent:2"),
    ("1.5 billion", "number:1500000000"),
    ("$1.5bn", "usd:1500000000"),
    ("£2m", "gbp:2000000|gbp:2"),
    ("US$10", "usd:10"),
    ("3 million rubles", "rub:3000000"),
    ("7 euros", "eur:7"),
    ("twenty-third of May", "number:23"),
    ("twenty-three districts", "number:23"),
    ("two hundred and five", "number:205"),
    ("one hundred thousand", "number:100000"),
    ("two thousand and seventeen", "number:2017"),
    ("one and a half million", "number:1500000"),
    ("two-thirds of voters", "number:0.6667|number:2"),
    ("three quarters of voters", "number:0.75|number:3"),
    ("in 2013", "number:2013"),
    ("the 2010s", "decade:2010|number:2010"),
    ("the '90s", "decade:1990|decade:2090|number:90"),
    ("the 5th", "number:5"),
    ("May 12th", "number:12"),
    ("12/05/2019", "date:12:5:2019|date:5:12:2019"),
    ("2019-05-12", "date:12:5:2019"),
    ("6:30 p.m.", "pair:18:30|pair:6:30"),
    ("13:30 p.m.", "pair:13:30"),
    ("at 6 p.m.", "hour:6|number:18"),
    ("20th century", "number:20"),
    ("World War II", "number:2"),
    ("Louis XIV", "number:14"),
    ("F-16", "number:16"),
    ("about 19,000 people", "~number:19000"),
    ("a 30-year-old", "number:30"),
    ("1/3 of voters", "number:0.3333|pair:1:3"),
    ("release 1.2.3", "text:1.2.3"),
    ("a grant of 7,00,000 rupees", "number:700000"),
    ("numbers 1,2,3 of the list", "text:1,2,3"),
    ("1,234.567.89 in all", "text:1,234.567.89"),
]

NO_FIGURES = [
    ("ru", "тысячи людей и миллионы писем"),
    ("ru", "он и она, век и год"),
    ("en", "thousands of people, hundreds of letters"),
    ("en", "I think that V stands for victory"),
]

WEAK = [
    ("en", "the former European No 1"),
    ("en", "began to shape his starting XI"),
    ("ru", "один из них"),
    ("ru", "во второй раз"),
    ("ru", "половина зала"),
    ("ru", "пятилетний план"),
    ("en", "one of them"),
    ("en", "the second time"),
    ("en", "half of the room"),
    ("en", "a million people"),
]

PAIRS_THAT_AGREE = [
    ("более полумиллиарда долларов", "more than half a billion dollars"),
    ("четверть миллиона", "a quarter of a million"),
    ("полуторачасовой перелёт", "a 90-minute flight"),
    ("полтора года", "18 months"),
    ("полтора года", "a year and a half"),
    ("раньше на полгода", "six months early"),
    ("через сорок лет", "four decades later"),
    ("через десять лет", "a decade later"),
    ("ещё два с половиной года", "2½ more years"),
    ("упало в два раза", "dropped by half"),
    ("два мотива", "the twin motives"),
    ("четыре с половиной года", "four and half years"),
    ("сериал «Seven Up»", "the series “Seven Up”"),
    ("двадцатидюймовый экран", "a 20-inch screen"),
    ("вошёл в пятёрку лучших", "is in the top five"),
    ("1,5 млрд рублей", "1.5 billion rubles"),
    ("12 мая", "May 12"),
    ("двенадцатого мая", "May 12th"),
    ("24 601 пункт", "24,601 points"),
    ("в 18:30", "at 6:30 p.m."),
    ("в 18 часов", "at 6 p.m."),
    ("в 18:00", "at 6 p.m."),
    ("в 6 часов вечера", "at 6 p.m."),
    ("в 6:00", "at 6 a.m."),
    ("XX век", "20th century"),
    ("2010-х", "2010s"),
    ("девяностых", "1990s"),
    ("5%", "five percent"),
    ("полтора года", "1.5 years"),
    ("около 1,5 млн", "1,480,000"),
    ("двадцатилетний", "20-year-old"),
]

PAIRS_THAT_DISAGREE = [
    ("полтора года", "15 months"),
    ("более полумиллиарда долларов", "more than half a million dollars"),
    ("двадцатичетырёхлетний студент", "a 20-year-old student"),
    ("1,5 млрд рублей", "1.5 million rubles"),
    ("1,5 млн", "1,480,000"),
    ("5%", "$5"),
    ("10 рублей", "10 dollars"),
    ("в 18:30", "at 6:45 p.m."),
    ("в 6:00", "at 6 p.m."),
    ("2013 год", "2014"),
    ("XX век", "19th century"),
]


def readings(text, lang):
    return [fact.value for fact in find(text, lang)]


@pytest.mark.parametrize(("text", "value"), RUSSIAN)
def test_a_russian_number_has_its_normal_form(text, value):
    assert readings(text, "ru") == [value]


@pytest.mark.parametrize(("text", "value"), ENGLISH)
def test_an_english_number_has_its_normal_form(text, value):
    assert readings(text, "en") == [value]


@pytest.mark.parametrize(("lang", "text"), NO_FIGURES)
def test_indefinite_quantities_and_lone_letters_are_no_numbers(lang, text):
    assert readings(text, lang) == []


@pytest.mark.parametrize(("lang", "text"), WEAK)
def test_words_that_are_often_no_figures_are_weak(lang, text):
    assert [fact.kind for fact in find(text, lang)] == ["weak number"]


def test_a_range_gives_both_ends_and_the_scale_may_belong_to_both():
    assert readings("2–3 тысячи рублей", "ru") == ["rub:2|rub:2000", "rub:3000"]
    assert readings("5-10 percent", "en") == ["percent:5", "percent:10"]


def test_the_second_year_of_a_span_may_be_written_short():
    assert readings("2015-16", "en") == ["number:2015", "number:16|number:2016"]


@pytest.mark.parametrize(("russian", "english"), PAIRS_THAT_AGREE)
def test_a_number_is_the_same_in_both_languages(russian, english):
    (ours,), (theirs,) = find(russian, "ru"), find(english, "en")
    assert same(ours, theirs)
    assert same(theirs, ours)


@pytest.mark.parametrize(("russian", "english"), PAIRS_THAT_DISAGREE)
def test_numbers_that_differ_are_not_the_same(russian, english):
    (ours,), (theirs,) = find(russian, "ru"), find(english, "en")
    assert not same(ours, theirs)


@given(
    st.text(alphabet="0123456789 ,.-–:/%$тысячмлнXVIIpm½\u00a0двасторокand", max_size=60), st.sampled_from(["ru", "en"])
)
def test_any_text_gives_facts_that_lie_in_it_in_order_and_agree_with_themselves(text, lang):
    facts = list(find(text, lang))
    assert all(text[fact.start : fact.stop] == fact.text for fact in facts)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    assert all(same(fact, fact) for fact in facts)


@given(st.integers(10, 10**12))
def test_a_grouped_number_is_the_same_in_both_notations(number):
    english, russian = f"{number:,}", f"{number:,}".replace(",", "\u00a0")
    (ours,), (theirs,) = find(russian, "ru"), find(english, "en")
    assert same(ours, theirs)


@given(st.text(alphabet="0123456789.,:/-% ½°$IVXpam~ ", max_size=12), st.text(alphabet="0123456789.,:/ ", max_size=8))
def test_whatever_the_figures_look_like_they_can_be_compared(one, other):
    found = [*find(f"около {one} тонн", "ru"), *find(f"about {one} tons", "en"), *find(f"{other} tons", "en")]
    assert all(fact.value.strip("~") for fact in found)
    assert all(isinstance(same(a, b), bool) for a in found for b in found)
    assert all(same(fact, fact) for fact in found)
