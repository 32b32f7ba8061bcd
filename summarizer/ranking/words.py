"""Word lists of the ranking: function words, and openings that lean on the sentence before."""

_RU_STOP = """
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет
о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя
ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж
тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех
никогда можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три
эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между также это
который которая которые которых которого которой которому которым которыми свой своей своего своих своим однако
поэтому
"""
_EN_STOP = """
a about above after again against all also am an and any are as at be because been before being below between both but
by can could did do does doing down during each few for from further had has have having he her here hers herself him
himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other
our ours out over own said same say says she should so some such than that the their theirs them themselves then there
these they this those through to too under until up very was we were what when where which while who whom why will
with would you your
"""
STOP = {"ru": frozenset(_RU_STOP.split()), "en": frozenset(_EN_STOP.split())}

# a sentence that begins so needs the one before it to be understood
_RU_LEANING = (
    "он она оно они его ее их ему ей им ими него нее них этот эта это эти этого этой этих этому этим такой такая "
    "такое такие там тогда здесь туда оттуда однако но а и или также тоже впрочем поэтому потому затем потом так "
    "причем притом зато мы я вы нам мне нас меня наш наша наши мой моя ведь вот тот та те то иначе напротив "
    "наоборот просто"
)
_RU_LEANING_PHRASES = (
    "проще говоря|иными словами|другими словами|говоря иначе|"
    "при этом|кроме того|тем не менее|таким образом|в свою очередь|более того|к тому же|между тем|вместе с тем|"
    "в то же время|помимо этого|после этого|в связи с этим|из-за этого|на этом фоне|об этом|в этом|в этой|с этой|"
    "по этой|для этого|к этому|до этого|за это|при таком|в таком|в результате|в итоге|например|к примеру|"
    "в частности|со своей стороны|с другой стороны|в том числе|по его|по ее|по их|у него|у нее|у них|в ней|в нем|"
    "в них|на нем|на ней|среди них|кстати|как следствие|в противном случае|несмотря на это|вслед за этим|"
    "в отличие от (?:него|нее|них)|к тому времени|рядом с (?:ним|ней|ними)|"
    "(?:пока|когда|если|хотя|чтобы|после того как|поскольку|как только) "
    "(?:он|она|оно|они|его|ее|их|ему|ей|им|это|этот|эта|эти)"
)
_EN_LEANING = (
    "he she it they his her hers their its him them this these those that such however but and so yet then also "
    "moreover meanwhile instead thus therefore nevertheless nonetheless besides still or nor otherwise hence "
    "furthermore i we my our you your likewise similarly consequently conversely afterwards"
)
_EN_LEANING_PHRASES = (
    "in other words|simply put|"
    "in addition|for example|for instance|as a result|on the other hand|in contrast|at the same time|after that|"
    "because of (?:this|that)|in turn|by contrast|even so|in fact|in particular|to (?:this|that) end|"
    "in (?:this|that|these|those)|at (?:this|that)|by (?:this|that)|of (?:these|those|them)|among them|here is|"
    "here are|here's|there's|on top of that|what's more|by then|next to (?:him|her|it|them)|"
    "(?:when|while|if|although|though|after|before|since|because|as) "
    "(?:he|she|it|they|his|her|its|their|this|these|that)"
)
LEANING = {
    "ru": frozenset(_RU_LEANING.split()),
    "en": frozenset(_EN_LEANING.split()),
}
LEANING_PHRASES = {"ru": _RU_LEANING_PHRASES, "en": _EN_LEANING_PHRASES}

# credits, captions and appeals that no digest wants, whatever their words score
NEVER = (
    r"^\s*©|contributed to this report|"
    r"^\s*(?:об этом|это следует|такие данные) (?:говор|сообщ|пиш|заяв|расска|из )|"
    # who said it, and nothing of what
    r"^\s*об этом (?:[\w.]+ ){0,3}(?:говор|сообщ|пиш|заяв|расска|переда|свидетельств|информир|стало известно)"
    r"(?![^:]*(?:, что|, чтобы|добав|отмет|уточн|подчерк|поясн))[^:]*$|"
    # a headline or a caption that ran into a dateline: two sentences, neither whole
    r"(?-i:^.{10,}\s[A-ZА-ЯЁ]{3,}(?:[ -][A-ZА-ЯЁ]+)*(?:, [\w. ]{3,20})? (?:\((?:Reuters|AP|AFP|CNN)\) ?(?:--|[—–-])|"
    r"[—–-] (?:РИА Новости|ТАСС)\.))|"
    r"^\s*(?:фото|видео|источник|читайте|подписывайтесь|photo|video|source|read more|click here|scroll down|see also|"
    r"watch|follow us)\b"
)

# how a sentence begins that tells what held, or was believed, until the news came
OVERTURNED = (
    r"до недавнего времени|(?:до сих пор|раньше|ранее|прежде|долгое время)(?: [\w-]+){0,2} (?:считал|полагал)|"
    r"считалось, что|"
    r"until recently|until now|(?:previously|originally),? (?:[\w-]+ ){0,3}(?:thought|believed|assumed)|"
    r"it (?:was|had been|has been) (?:long |once |previously |widely )?(?:thought|believed|assumed)|"
    r"(?:scientists|researchers|experts|historians|doctors|economists) (?:had |have )?(?:long |once |previously )"
    r"(?:thought|believed|assumed)"
)
# where it goes on to the news itself
TURNED = r", (?:но|а|однако|теперь|but|yet|although|though)\b"
