"""The words of numbers in Russian and English: tables only, the grammar is in `_number_grammar`."""

from typing import Literal, NamedTuple

Role = Literal["unit", "teen", "ten", "hundred", "scale", "whole"]


class Word(NamedTuple):
    """What a number word stands for; `weak` words (one, second, half) are often no figures at all."""

    value: str
    role: Role
    ordinal: bool = False
    weak: bool = False


_ADJECTIVE = "ый ого ому ым ом ая ой ую ое ые ых ыми"  # endings of a hard adjective
_THIRD = "третий третьего третьему третьим третьем третья третьей третью третье третьи третьих третьими"

_RU_CARDINALS: tuple[tuple[int, Role, str], ...] = (
    (2, "unit", "два две двух двум двумя двое двоих двоим двоими"),
    (3, "unit", "три трех трем тремя трое троих троим троими"),
    (4, "unit", "четыре четырех четырем четырьмя четверо четверых четверым"),
    (5, "unit", "пять пяти пятью пятеро пятерых"),
    (6, "unit", "шесть шести шестью шестеро шестерых"),
    (7, "unit", "семь семи семеро семерых"),
    (8, "unit", "восемь восьми восемью восьмью"),
    (9, "unit", "девять девяти девятью"),
    (10, "teen", "десять десяти десятью"),
    (11, "teen", "одиннадцать одиннадцати"),
    (12, "teen", "двенадцать двенадцати"),
    (13, "teen", "тринадцать тринадцати"),
    (14, "teen", "четырнадцать четырнадцати"),
    (15, "teen", "пятнадцать пятнадцати"),
    (16, "teen", "шестнадцать шестнадцати"),
    (17, "teen", "семнадцать семнадцати"),
    (18, "teen", "восемнадцать восемнадцати"),
    (19, "teen", "девятнадцать девятнадцати"),
    (20, "ten", "двадцать двадцати двадцатью"),
    (30, "ten", "тридцать тридцати тридцатью"),
    (40, "ten", "сорок сорока"),
    (50, "ten", "пятьдесят пятидесяти пятьюдесятью"),
    (60, "ten", "шестьдесят шестидесяти шестьюдесятью"),
    (70, "ten", "семьдесят семидесяти семьюдесятью"),
    (80, "ten", "восемьдесят восьмидесяти восемьюдесятью"),
    (90, "ten", "девяносто девяноста"),
    (100, "hundred", "сто ста"),
    (200, "hundred", "двести двухсот двумстам двумястами двухстах"),
    (300, "hundred", "триста трехсот тремстам тремястами трехстах"),
    (400, "hundred", "четыреста четырехсот четыремстам четырьмястами четырехстах"),
    (500, "hundred", "пятьсот пятисот пятистам пятистах"),
    (600, "hundred", "шестьсот шестисот шестистам шестистах"),
    (700, "hundred", "семьсот семисот семистам семистах"),
    (800, "hundred", "восемьсот восьмисот восьмистам восьмистах"),
    (900, "hundred", "девятьсот девятисот девятистам девятистах"),
)

_RU_ORDINAL_STEMS: tuple[tuple[int, Role, str], ...] = (
    (4, "unit", "четверт"),
    (5, "unit", "пят"),
    (6, "unit", "шест"),
    (7, "unit", "седьм"),
    (8, "unit", "восьм"),
    (9, "unit", "девят"),
    (10, "teen", "десят"),
    (11, "teen", "одиннадцат"),
    (12, "teen", "двенадцат"),
    (13, "teen", "тринадцат"),
    (14, "teen", "четырнадцат"),
    (15, "teen", "пятнадцат"),
    (16, "teen", "шестнадцат"),
    (17, "teen", "семнадцат"),
    (18, "teen", "восемнадцат"),
    (19, "teen", "девятнадцат"),
    (20, "ten", "двадцат"),
    (30, "ten", "тридцат"),
    (40, "ten", "сороков"),
    (50, "ten", "пятидесят"),
    (60, "ten", "шестидесят"),
    (70, "ten", "семидесят"),
    (80, "ten", "восьмидесят"),
    (90, "ten", "девяност"),
    (100, "hundred", "сот"),
)

_RU_WEAK: tuple[tuple[str, Role, str], ...] = (
    ("1", "unit", "один одного одному одним одном одна одной одну одно"),
    ("1", "unit", "первый первого первому первым первом первая первой первую первое первые первых первыми"),
    ("2", "unit", "второй второго второму вторым втором вторая вторую второе вторые вторых вторыми"),
    ("2", "whole", "пара пары пару паре двойка дважды двойной двойная двойное вдвое вдвоем обе оба обоих обеих обоим"),
    ("2", "whole", "удвоить удвоил удвоили"),
    ("3", "whole", "тройка тройки тройку трижды тройной"),
    ("7", "whole", "семью"),  # a family in the accusative, far more often
    ("2000", "whole", "нулевые нулевых нулевым"),
    ("4", "whole", "четверка четверки четверку четверке"),
    ("5", "whole", "пятерка пятерки пятерку пятерке"),
    ("6", "whole", "шестерка шестерки шестерку шестерке"),
    ("7", "whole", "семерка семерки семерку семерке"),
    ("8", "whole", "восьмерка восьмерки восьмерку восьмерке"),
    ("50", "whole", "полсотни полусотни"),
    ("100", "whole", "сотня сотни сотню сотне сотней"),
    ("10", "whole", "десятилетие десятилетия десятилетию десятилетием десятилетии"),
    ("10", "whole", "десяток десятка десятке десятку"),
    ("12", "whole", "дюжина дюжины дюжину"),
    ("20", "whole", "двадцатка двадцатки двадцатку двадцатке"),
    ("0.5", "whole", "половина половины половину половине половиной полугода полгода полчаса"),
    ("1/3", "whole", "треть трети третью"),
    ("0.25", "whole", "четверть четверти четвертью"),
    ("0", "whole", "ноль нуль ноля нуля нулю нулем"),
)

_RU_HALVES = (
    ("500", "полтысячи полутысячи"),
    ("500000", "полмиллиона полумиллиона"),
    ("500000000", "полмиллиарда полумиллиарда"),
)

RU_SCALES: tuple[tuple[str, str], ...] = (
    ("1000", "тыс тысяча тысячи тысяч тысячу тысячей тысячам тысячами тысячах"),
    ("1000000", "млн миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами миллионах"),
    (
        "1000000000",
        "млрд миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиардам миллиардами миллиардах",
    ),
    ("1000000000000", "трлн триллион триллиона триллионов триллиону триллионом триллионе триллионам триллионами"),
)
EN_SCALES: tuple[tuple[str, str], ...] = (
    ("1000", "thousand thousands"),
    ("1000000", "million millions mln mn"),
    ("1000000000", "billion billions bn bln"),
    ("1000000000000", "trillion trillions trn tn"),
)
# indefinite where no number stands before them: "thousands of people" is no figure
_INDEFINITE = (
    "тыс тысячи тысяч тысячам тысячами тысячах миллионы миллионов миллионам миллионами миллионах миллиардов миллиардам "
    "миллиардами триллионов млн млрд трлн thousands millions billions trillions hundreds mln mn bn bln trn tn "
    "thousand million billion trillion hundred миллиона миллиарда триллиона"
)
INDEFINITE = frozenset(_INDEFINITE.split())
LETTER_SCALES = {"k": "1000", "m": "1000000", "b": "1000000000", "bn": "1000000000", "tn": "1000000000000"}

_EN_UNITS = "two three four five six seven eight nine"
_EN_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_UNITS_TH = "fourth fifth sixth seventh eighth ninth"
_EN_TEENS_TH = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_EN_TENS_TH = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_EN_WEAK: tuple[tuple[str, Role, str], ...] = (
    ("1", "unit", "one first"),
    ("2", "unit", "second"),
    ("3", "unit", "third"),
    ("2", "whole", "twice both couple pair double doubled twin twins twofold"),
    ("3", "whole", "triple thrice trio"),
    ("12", "whole", "dozen"),
    ("10", "whole", "decade"),
    ("0.5", "whole", "half halved halves"),
    ("0.25", "whole", "quarter"),
    ("0", "whole", "zero nil"),
)
_EN_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"

# Russian compounds carry their number as a prefix: пятилетний, двадцатиэтажный, трёхдневный
_RU_PREFIXES = (
    ("одно двух дву трех четырех", "1 2 2 3 4"),
    ("пятидесяти шестидесяти семидесяти восьмидесяти девяносто", "50 60 70 80 90"),
    ("одиннадцати двенадцати тринадцати четырнадцати пятнадцати", "11 12 13 14 15"),
    ("шестнадцати семнадцати восемнадцати девятнадцати", "16 17 18 19"),
    ("пяти шести семи восьми девяти десяти", "5 6 7 8 9 10"),
    ("двадцати тридцати сорока сто полутора", "20 30 40 100 1.5"),
)
RU_PREFIXES = tuple(
    pair for prefixes, values in _RU_PREFIXES for pair in zip(prefixes.split(), values.split(), strict=True)
)
RU_COMPOUND_STEMS = (
    "лет", "днев", "месячн", "недельн", "часов", "минутн", "секундн", "этажн", "комнатн", "процентн", "миллионн",
    "тысячн", "километров", "метров", "кратн", "местн", "дверн", "сторонн", "значн", "томн", "тонн", "очков", "раундов",
)  # fmt: skip


def _russian() -> dict[str, Word]:
    words = {form: Word(str(n), role) for n, role, forms in _RU_CARDINALS for form in forms.split()}
    for n, role, stem in _RU_ORDINAL_STEMS:
        for ending in _ADJECTIVE.split():
            words[stem + ending] = Word(str(n), role, ordinal=True)
    words |= {"шестой": Word("6", "unit", ordinal=True), "сороковой": Word("40", "ten", ordinal=True)}
    words |= {form: Word("3", "unit", ordinal=True) for form in _THIRD.split()}
    words |= {form: Word(value, "whole") for value, forms in _RU_HALVES for form in forms.split()}
    words |= {form: Word("1.5", "unit") for form in ("полтора", "полторы", "полутора")}
    words |= {form: Word(value, role, weak=True) for value, role, forms in _RU_WEAK for form in forms.split()}
    return words


def _english() -> dict[str, Word]:
    words: dict[str, Word] = {}
    rows: tuple[tuple[str, int, int, Role, bool], ...] = (
        (_EN_UNITS, 2, 1, "unit", False),
        (_EN_TEENS, 10, 1, "teen", False),
        (_EN_TENS, 2, 10, "ten", False),
        (_EN_UNITS_TH, 4, 1, "unit", True),
        (_EN_TEENS_TH, 10, 1, "teen", True),
        (_EN_TENS_TH, 2, 10, "ten", True),
    )
    for forms, first, step, role, ordinal in rows:
        words |= {word: Word(str(n * step), role, ordinal) for n, word in enumerate(forms.split(), first)}
    words |= {word: Word(value, role, weak=True) for value, role, forms in _EN_WEAK for word in forms.split()}
    words |= {word: Word(str(n * 10), "whole", weak=True) for n, word in enumerate(_EN_DECADES.split(), 2)}
    return words


WORDS = {"ru": _russian(), "en": _english()}
SCALES = {
    "ru": {form: value for value, forms in RU_SCALES for form in forms.split()},
    "en": {form: value for value, forms in EN_SCALES for form in forms.split()},
}

# words and signs that make a number a share or an amount of money
PERCENT = r"%|процент\w*|п\.\s?п\.|per\s?cent\w*|percentage|pct"
MONEY: tuple[tuple[str, str], ...] = (
    ("usd", r"(?:US\s?)?\$|долл\b|доллар\w*|dollars?\b|usd\b|бакс\w*"),
    ("eur", r"€|евро\b|euros?\b|eur\b"),
    ("rub", r"₽|руб\b|рубл\w*|rubles?\b|roubles?\b|rub\b"),
    ("gbp", r"£|фунт\w*|pounds?\b|gbp\b"),
    ("uah", r"₴|грив\w*|hryvni\w*|hryvnas?\b"),
    ("cny", r"юан\w*|yuan\b"),
    ("jpy", r"¥|иен\w*|йен\w*|yen\b"),
)
APPROXIMATE = {
    "ru": r"около|примерно|почти|порядка|приблизительно|приблизительно в|ориентировочно",
    "en": r"about|around|nearly|almost|roughly|approximately|some|approx\.|an estimated",
}
