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
господа
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
"""
# capitalised for another reason than being a name, or a first name far more often a plain word
EN_PLAIN = frozenset(_EN_PLAIN_WORDS.split())
RU_PLAIN = frozenset(_RU_PLAIN_WORDS.split())
# case endings of nouns and adjectives; a name and its case form share a base when one of these is taken off
RU_ENDINGS = tuple(_RU_ENDINGS_WORDS.split())
# parts of the names of institutions, which the other language leaves out, shortens or renders freely
INSTITUTIONS = frozenset(_INSTITUTIONS_WORDS.split())
