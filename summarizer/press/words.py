"""Words that say whether a line can end, begin or break where it does: lists apart from the rules that use them."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# A line that ends with one of these goes on in the next, whatever letter that begins with.
JOINERS = word_set(
    """
    a an the of to in on at by for from with into onto over under about against between among through during without
    within and or but nor than that which who whose whom when while where because if as is are was were be been has
    have had will would can could should may might must its their his her our my your this these those not no president
    mr mrs ms dr minister
    а в во и к ко о об обо с со у на за по из изо от ото до для без при про над под перед через между среди около
    после ради или либо но да не ни что чтобы как если когда где который которая которое которые которого которой
    которых которым чем его её их это эта этот эти этого этой также лишь только ещё уже был была было были будет
    будут является президент министр глава депутат сенатор
    """
)

# A short line that opens with one of these is the beginning of a sentence, not a heading.
OPENERS = (
    "об этом",
    "кроме того",
    "при этом",
    "по словам",
    "по его словам",
    "по её словам",
    "по мнению",
    "по данным",
    "по информации",
    "как сообщает",
    "как сообщил",
    "как пишет",
    "ранее",
    "позднее",
    "напомним",
    "между тем",
    "отметим",
    "например",
    "однако",
    "также",
    "в частности",
    "according to",
    "earlier",
    "meanwhile",
    "however",
    "for example",
    "in addition",
    "on monday",
    "on tuesday",
    "on wednesday",
    "on thursday",
    "on friday",
    "on saturday",
    "on sunday",
)

# Abbreviations that end with a full stop and no sentence; with small letters.
ABBREVIATIONS = word_set(
    """
    г гг в вв т е д п ст рис табл стр с см ср напр др пр им ул пл просп обл р руб коп тыс млн млрд трлн кв куб мин сек
    проф акад доц ген полк кап лейт гл
    mr mrs ms dr prof gen col lt sgt capt sen rep gov st no vs etc inc ltd co corp jr sr fig vol pp p cf al e.g i.e u.s
    u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

# Of these, the ones that stand before a name and end no sentence.
TITLES = word_set("mr mrs ms dr prof gen col lt sgt capt sen rep gov st ул пл им проф акад доц ген полк кап лейт св")
