"""Words that the sentence rules know: abbreviations by what may follow them, and words that open a sentence.

Russian abbreviations that razdel has are not repeated here. Lower case throughout, but for the English lists.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# English. A name or a title follows, never a new sentence; the case is part of the abbreviation ("Rep." but "a rep.").
BEFORE_NAME = _words(
    "Cf Viz Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Mme Mlle Rev Revs Fr Msgr Hon Gen Gens Lt Col Sgt Capt Cpt Maj Adm",
    "Cpl Pvt Cmdr Brig Cmdt Insp Det Supt Sen Sens Rep Reps Gov Govs Pres Amb Atty Asst Assoc Dep Sec Dist St Ste",
    "Mt Ft vs v cf viz e.g i.e E.g I.e approx incl esp feat",
)

# English. A number follows.
BEFORE_NUMBER = _words(
    "No Nos no nos p pp P Pp vol vols Vol Vols ch Ch chap Chap Sec sec Sect Art Fig Figs fig figs Eq Eqs eq para",
    "Para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun approx ca c",
    "est Op op Ver ver tel Tel ext Ext Rm Apt apt Bldg Pt Reg reg",
)

# English. As often inside a sentence as at its end: what follows decides.
COMPANY = _words(
    "Inc Corp Co Ltd Cos Bros LLC Plc plc Pty Mfg Intl",
)
AFTER_NAME = _words(
    "Jr Sr Esq Dept Univ Assn Govt Natl",
)
STREET = _words(
    "Ave Blvd Rd St Sq Ln Dr Pkwy Hwy Pl Ct",
)
STATE = _words(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa",
    "Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que",
)

# English. What follows "Inc." inside a sentence, and "p.m." or "Ave.".
AFTER_COMPANY = _words(
    "CEO CFO COO CTO Chief Chairman Chairwoman President Vice Executive Director Managing Founder Founders",
    "Spokesman Spokeswoman Ltd Inc Corp LLC KG Class",
)
AFTER_TIME = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August",
    "September October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec EST EDT ET CST CDT CT MST MDT PST PDT",
    "PT GMT UTC BST CET CEST MSK Eastern Central Pacific Mountain Moscow London Beijing Tokyo Paris Washington",
)
AFTER_STREET = _words(
    "NW NE SW SE N S E W",
)

# English. Verbs that follow a name after a question or a cry in quotes: "Who is it?" John asked.
SAYING = _words(
    "said says asked asks replied replies answered answers added adds shouted shouts cried cries wrote writes",
    "tweeted wondered wonders exclaimed yelled screamed whispered demanded quipped joked responded told called",
    "recalled",
)

# English. A new sentence may begin with them; nobody and nothing is called so.
OPENERS_EN = _words(
    "The A An He She It They We You I This That These Those There Here His Her Its Their Our My Your But And Or So",
    "Yet Nor If When While As After Before Since Although Though Because Unless Until Whether Despite In On At For",
    "From With By To Of During Over About Among Between Through Within Without According Into What Who Why",
    "How Where Which Both Some Many Most All More Not Now Then Today Yesterday Tomorrow Last Next Also However",
    "Meanwhile Still Even Only Once Such Another Each Every Few Several Instead Therefore Thus Perhaps Maybe",
    "Earlier Later Recently Nobody Nothing Everyone Someone Asked Let Please Are Is Was Were Do Does Did Can Could",
    "Would Should Have Has Had Just Never",
)

# Russian. A sentence may begin with them; no name does.
OPENERS_RU = _words(
    "он она оно они мы вы я ты это этот эта эти этого этому этом этой этим тот та те то того тому там тут здесь так",
    "также тоже но а и или либо однако если когда пока хотя чтобы поэтому потом затем тогда теперь сейчас сегодня",
    "вчера завтра в во на по с со к ко у о об от до из за для при после перед через между под над без около среди",
    "кроме против как что кто где куда почему зачем какой какая какие который его её ее их ему ей им наш наша наше",
    "наши мой моя свой все всё вся весь всего каждый каждая многие некоторые несколько ранее раньше позже позднее",
    "впрочем ведь не ни нет да вот ещё еще уже только даже именно вместо вместе согласно несмотря благодаря помимо",
    "напомним кстати причём причем зато значит итак наконец например конечно возможно может можно нужно надо есть",
    "был была было были другой другие сам сама сами такой такая такое такие тем чем во-первых во-вторых в-третьих",
)

# Russian. razdel lets nothing end a sentence after these, but they are whole words too: "сказал им.", "вымыл пол.".
WHOLE_WORDS = _words(
    "обл пол нем тел гор ум букв кат лит рус ком доп зав кн ред обр пер пос внутр пт пом",
)

# Russian. Abbreviations before a name or a number that razdel has not; "м. «Курская»" is the underground.
BEFORE_NAME_RU = _words(
    "ген полк подполк кап лейт адм серж митр еп архиеп прот доц реж худ авт наб бульв туп мкр мкрн дер пгт м иссл",
    "соч собр",
)
BEFORE_NUMBER_RU = _words(
    "табл илл ил вып янв февр фев апр июн июл авг сент сен окт нояб ноя дек прибл макс мин тыс вкл кол",
)

# Russian. After a number these are units, and the sentence may end with them.
UNITS = _words(
    "г гг в вв см мм м км кг т р руб коп долл мин сек ч час л га проц тыс млн млрд трлн шт экз чел кв куб",
)

# Russian. What follows "долл." inside a sentence.
COUNTRIES = _words("США Канады Австралии СССР РФ")

# Russian. Words of a date that opens a sentence: "В начале 2014 г. Россия ..." is one sentence.
DATE_WORDS = _words(
    "в во к с со по на до после около начале начала началу конце конца концу середине середины течение первой",
    "второй половине половины квартале квартала год года году лето летом зимой осенью весной весна осень зима лишь",
    "только уже ещё еще и а но январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель",
    "май июнь июль август сентябрь октябрь ноябрь декабрь январю февралю марту апрелю маю июню июлю августу",
    "сентябрю октябрю ноябрю декабрю период за из от числа е го м х й",
)

# What stands before a single letter that is not somebody's initial.
LETTERED = _words(
    "plan vitamin group hepatitis category class grade section appendix type part division serie schedule",
    "exhibit figure article point letter option influenza blood план витамин витамина группа группе группы группу",
    "гепатит гепатита гепатитом категория категории класс класса серия серии серию буква буквы пункт пункте корпус",
    "точка точки тип типа лига лиге лиги зона зоне литера вариант рынок",
)

# A heading's word before its number: "Глава 1. Введение".
NUMBERED = _words(
    "chapter section article part book volume lesson act scene figure table appendix step rule day глава раздел",
    "статья часть книга том урок действие сцена рисунок таблица приложение шаг правило день параграф",
)

# Names that end in an exclamation mark.
EXCLAIMED = _words(
    "yahoo jeopardy wham oklahoma kahoot joomla",
)

# What a lower-case word and a dot before a capital make together: "Amazon.Com", "readme.Txt".
SUFFIXES = _words(
    "com org net edu gov mil int info biz io ai co uk us eu ru su ua by kz de fr tv me app dev js ts py rb cs php",
    "html htm xml json yaml csv txt pdf doc docx xls xlsx ppt pptx zip exe jpg jpeg png gif mp md рф ру сайт онлайн",
)
