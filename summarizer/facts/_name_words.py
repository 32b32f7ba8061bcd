"""Words that the search for names passes over, and the endings that Russian names take: tables only."""

_EN_PLAIN_WORDS = """
i i'm i've i'd i'll mr mrs ms miss dr prof st sir lord lady the a an in on at of and or but for to by from with as it
its he she they we you his her their our my this that these those there here what when where who why how which while
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday am pm will hope grant mark rich young page long king bishop church summer brown white
black green day love joy grace faith penny rose lane many few more most some all no not yes if so then now after
before since until because although however also even just only still yet one two three such both each every other
another new old good any well last next first second than too very under over out up down off about into through
during against between without within among around near like per via our once do does did is are was were be been have
has had can could should would might must shall let please god
"""
_RU_PLAIN_WORDS = """
и в во не он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о
из ему теперь когда даже ну если уже или ни быть был него до вас вы вам ваш них сейчас этот эта это эти при для мы их
чем они после над под об про без через перед около среди против ради им где куда сюда ним нам вам всё все тем тот та
те там тогда здесь этого этой этом вера надежда любовь роман лев марк май роза рада мир слава милан бог господь
господа новым нового новому новом
"""
_RU_ENDINGS_WORDS = """
иями ями ами ией иям ием иях ыми ими его ого ему ому ых их ей ой ий ый ым им ям ам ем ом ах ях ию ью ия ья ии ую юю ая
яя ое ее ые ие ев ов а е и й о у ы ь ю я
"""
_INSTITUTIONS_WORDS = """
federation council house ministry department supreme federal saint inspectorate united national committee court state
economic assembly duma senate congress parliament agency bureau office commission association republic society union
papers sciences academy university institute college school museum church cathedral county city street avenue square
федерации федерация федерацию федерацией национальная национального национальной национальный всероссийской
всероссийский международной международный республиканской республиканский святого святой чудотворца
всемирное всемирной всемирная всемирного всемирному всемирную
"""
_RU_SUFFIXES_WORDS = """
овск евск инск анск янск ионск ианск ическ еск йск ск овц евц инц анц янц овец евец инец анец янец ец чан чанин анин
янин истан
"""
_EN_SUFFIXES_WORDS = """
ians ian ans an ese ish ical ics ic is i ites ite ers er s
"""
# the postal and the newspapers' short forms of states, as American papers print them after a town
_EN_SHORT_FORMS = (
    "ala alabama|ariz arizona|ark arkansas|calif california|colo colorado|conn connecticut|del delaware|fla florida|"
    "ill illinois|ind indiana|kan kansas|ky kentucky|la louisiana|md maryland|mass massachusetts|mich michigan|"
    "minn minnesota|miss mississippi|mo missouri|mont montana|neb nebraska|nev nevada|okla oklahoma|ore oregon|"
    "pa pennsylvania|tenn tennessee|tex texas|va virginia|vt vermont|wash washington|wis wisconsin|wyo wyoming"
)
_RU_SHORT_FORMS = (
    "ъ kommersant|спб petersburg|мск moscow|екб yekaterinburg|нск novosibirsk|рф russia russian|сша us states american"
)
# first parts of Russian compounds and what English says for them
_RU_COMPOUND_FORMS = (
    "мин ministry minister|гос state government|ген general|глав chief main head|рос russian russia federal|"
    "спец special|обл regional oblast region|гор city municipal town|рай district|нац national|центр central|"
    "евро european europe|пром industrial industry|сельхоз agricultural agriculture|мос moscow|вице vice deputy|"
    "проф union trade|юр legal|полит political|тех technical|мед medical|соц social|ин foreign|гидро hydro"
)
# capitalised for another reason than being a name, or a first name far more often a plain word
EN_PLAIN = frozenset(_EN_PLAIN_WORDS.split())
RU_PLAIN = frozenset(_RU_PLAIN_WORDS.split())
# case endings of nouns and adjectives; a name and its case form share a base when one of these is taken off
RU_ENDINGS = tuple(_RU_ENDINGS_WORDS.split())
# parts of the names of institutions, which the other language leaves out, shortens or renders freely
INSTITUTIONS = frozenset(_INSTITUTIONS_WORDS.split())
# suffixes of adjectives, peoples and countries that are made from a name, the longer first
RU_SUFFIXES = tuple(_RU_SUFFIXES_WORDS.split())
EN_SUFFIXES = tuple(_EN_SUFFIXES_WORDS.split())


def _pairs(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in table.split("|"))
    return {first: tuple(others) for first, *others in rows}


EN_SHORT = {short: full for short, (full,) in _pairs(_EN_SHORT_FORMS).items()}
RU_SHORT = _pairs(_RU_SHORT_FORMS)
RU_COMPOUNDS = _pairs(_RU_COMPOUND_FORMS)
