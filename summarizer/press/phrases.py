"""What newspapers put around and between the text of an article: the words, apart from the rules.

Each entry is a regular expression for the beginning of a line, in small letters; rules say how long a line may be and
whether it must match whole.
"""

SHARE = (  # whole piece
    (
        "share( this)?( article| story| post| page| link)?( on| via| with)?( (facebook|twitter|x|whatsapp"
        "|telegram|linkedin|email|reddit|vk|friends))*"
    ),
    (
        "(tweet( this)?|pin it|e-?mail( this)?( article)?|print( this)?( article| page)?|copy (the )?link|save("
        " article)?|bookmark)"
    ),
    "поделиться(( ссылкой| статьёй| новостью| материалом)?( в соцсетях| с друзьями)?)?( (в|на|через) .{2,20})?",
    "(распечатать|версия для печати|отправить (другу|по почте|на e-?mail)|скопировать ссылку|сохранить|в закладки)",
    "(рассказать|отправить) друзьям",
    (
        "(facebook|twitter|whatsapp|telegram|вконтакте|одноклассники|вк|ok|vk|linkedin|reddit|viber)([ ,"
        "|·•/]+(facebook|twitter|whatsapp|telegram|вконтакте|одноклассники|вк|ok|vk|linkedin|reddit|viber"
        "|e-?mail))+"
    ),
)

SUBSCRIBE = (  # beginning of a short piece
    "(please )?(subscribe|register) (to|now|here|today)\\b",
    "(please )?(sign up|register) (for|to) (our|the|free|daily) ",
    "(please )?(sign up|register) (for|to) .{0,40}(newsletter|alert|update|briefing|e-?mail)",
    "(please )?sign up (now|here|today)\\b",
    (
        "(please )?(follow|like) (us|me|.{3,40}) on (facebook|twitter|x|instagram|telegram|youtube|tiktok|social"
        "|linkedin|whatsapp|google)"
    ),
    "join (us on|our|the conversation|the discussion|.{3,30}['’]s (telegram|whatsapp|facebook))\\b",
    "(get|receive) (the |our |all )?.{0,40}\\b(newsletter|inbox|briefing)\\b",
    "(download|get) (our|the) .{0,20}app\\b",
    "become a (member|subscriber|patron|supporter)\\b",
    "(support|donate to) (our|independent|quality|the guardian)\\b",
    "(подписывайтесь|подпишитесь|подписаться|подписка) (на|в|и)\\b",
    (
        "(читайте|смотрите|слушайте|следите за) (нас|нами|нашими новостями|.{2,30}) (в|на) (telegram|телеграм"
        "|вконтакте|дзен|яндекс|facebook|youtube|одноклассниках|соцсетях|социальных сетях|max)"
    ),
    "(присоединяйтесь|вступайте|добавляйте(сь)?|заходите|оставайтесь) (к|в|нас|на|с) ",
    (
        "(больше|ещё|еще|все|всё|самые|самое|главное|главные|оперативные|актуальные|важные|быстрые|наш[аеи]?|мы)"
        " .{0,60}(telegram|телеграм|вконтакте|дзен|youtube|viber|whatsapp|соцсет)"
    ),
    "(установите|скачайте|скачать) (наше )?(мобильное )?приложение",
    "(больше|ещё|еще) (новостей|материалов|интересного)",
)

COMMENT = (  # beginning of a short piece
    "(leave|post|write|add|submit) (a|your) (comment|reply)\\b",
    "(\\d+ )?comments?( \\(?\\d+\\)?)?$",
    "comments? (are|is) closed",
    "comment on .*(facebook|page|article)",
    "(\\d+ )?комментари(й|я|ев|и)( ?\\(?\\d+\\)?)?$",
    "(оставить|добавить|написать) комментарий",
    "обсудить( в .{2,20}| на форуме)?$",
    "комментировать$",
    "(нашли|заметили|увидели) (ошибку|опечатку)",
    "(spotted|see|found) (an error|a mistake|a typo)",
    "(do you )?have (a )?(tip|story|news tip)s?( for us)?\\b",
)

COPYRIGHT = (
    "the original (source|version) of this (article|story|post)",
    "(copyright|©|\\(c\\)|ⓒ)[ :]*(©|\\(c\\)|ⓒ)?.*\\b(1[89]|20)\\d\\d\\b",
    "(copyright|©) ?©",
    "©? ?(all rights reserved|все права (защищены|сохранены|принадлежат))",
    ".{0,80}(all rights reserved|все права защищены)\\.?$",
    "\\S+ contains copyrighted material",
    "if you wish to use copyrighted material",
    "авторские права (защищены|принадлежат)",
    "this (article|text|story|work) .{0,120}(public domain|creative commons|\\bcc0|\\bcc by)",
    "(эта )?(статья|заметка|работа) .{0,120}(общественное достояние|creative commons|\\bcc0|\\bcc by)",
)

REPRINT = (
    (
        "(полная |частичная |любая |любое |полное |частичное |полное или частичное )*(перепечатка|копирование"
        "|использование|воспроизведение|цитирование) .{0,60}(материал|стать|текст|публикаци|сайт|контент|фото)"
        ".*(разреш|запрещ|допуска|возможн|согласи|ссылк)"
    ),
    "при (полном |частичном |любом |или )*(использовании|цитировании|перепечатке|копировании)\\b.*(ссылк|обязательн)",
    (
        "(no part of|reproduction|republication|reprint(ing)?|redistribution|permission)\\b.*(permi|prohibit"
        "|consent|licen|forbid)"
    ),
    "(for|to) (reprint|syndication|republish|licens)\\w*.*(permission|contact|email|request|rights)",
    (
        "(this (article|work|content|material)|.{3,60}) (is|are) (licensed|distributed|published) under (a |the"
        " )?(creative commons|cc)"
    ),
)

DISCLAIMER = (
    "disclaimer\\b\\s*[:.—–-]",
    "disclaimer$",
    (
        "(the )?(views|opinions|statements|views and opinions|opinions and views)( and (opinions|views))?,? (\\w+"
        " )?(expressed|presented|stated)"
    ),
    "(the )?contents? of this (article|site|page) ",
    (
        "(this|the) (article|content|information|material|post) (is|was|does) (for|not|provided"
        "|intended)\\b.*(advice|purposes|informational|represent|reflect)"
    ),
    (
        "(мнение|мнения|точка зрения|позиция|взгляды) (автора|авторов|редакции|автора статьи"
        "|экспертов)\\b.*(совпада|отража|раздел)"
    ),
    "редакция (не несёт|не несет|не отвечает|может не|не всегда)",
    "(дисклеймер|отказ от ответственности)\\b",
    "(данное|настоящее|данный|настоящий) (сообщение|материал)[^.]{0,40}(создан|распростран)",
    "(материал|информация) (носит|предоставлен\\w*) .{0,30}(ознакомит|информационн|справочн)",
)

CONTACT = (
    "(for )?(media|press|all media|general) (inquir|enquir|contacts?\\b|requests?\\b|relations\\b)",
    "(контакты|информация|телефон|адрес)? ?для (сми|прессы|журналистов)( ?:|$)",
    "(контакты для|пресс-служба ?:|по вопросам (рекламы|сотрудничества|размещения))",
    "(contact (us|the (author|editor|newsroom))|write to (us|the (author|editor))|(пишите|напишите) (нам|автору))\\b",
)

ADVERTISEMENT = (  # whole piece
    "(advertisement|advertising|sponsored( content)?|promoted( content)?|paid (post|content)|ad)",
    "(реклама|на правах рекламы|партн[её]рский материал|промо)(\\. ?(\\d+\\+|ооо .*|erid.*))?",
    "(article|story) continues (below|after)( the| this)?( ad| advertisement| gallery| video| photos?)?",
    "(продолжение|статья продолжается) (ниже|после рекламы)",
)

MEDIA = (  # whole piece
    "(на страницу|открыть|смотреть|посмотреть) (галере[июя]|фотогалере[юи]|фото|видео)",
    "(view|open|see|launch) (the )?(gallery|slideshow|photos?|image|video|full[- ]?screen)",
    "(play|watch|hide|show)( the)?( video| caption| image)",
    "(увеличить|развернуть|закрыть|показать) (фото|изображение|видео|подпись)",
    "(enlarge|toggle) (this )?(image|caption)",
)

COOKIES = (
    "(we|this (site|website|page)|our (site|website)) (and our partners )?uses? cookies",
    "by (continuing|using|clicking)\\b.*cookies",
    "(мы|наш сайт|сайт|этот сайт) использу(ем|ет) (файлы )?cookie",
    "(продолжая|оставаясь|нажимая)\\b.*cookie",
)

AGENCIES = """
    reuters, afp, ap, ap photo, ap images, epa, epa-efe, upi, pa, pa media, dpa, xinhua, anadolu, anadolu agency, getty,
    getty images, gettyimages.ru, gettyimages, istock, shutterstock, alamy, depositphotos, unsplash, pixabay, wikimedia,
    wikimedia commons, wikipedia, flickr, sputnik, global look press, globallookpress.com, legion-media, legion media,
    zuma, zumapress.com, риа новости, ria novosti, тасс, tass, итар-тасс, интерфакс, интерпресс, ап, афп, рейтер, рбк,
    коммерсантъ, ведомости, лента.ру, агентство «москва», пресс-служба кремля, kremlin.ru, facebook, instagram, twitter
"""  # a picture's source, when it is all that the line says

CREDIT = (  # whole short piece
    (
        "(фото|фотография|снимок|иллюстрация|изображение|скриншот|видео|кадр|инфографика|коллаж)( с сайта| из"
        " архива| автора)? ?[:©/|]"
    ),
    (
        "(photo|photograph|photos|image|images|picture|pictures|illustration|video|screenshot|graphic)s?( credit|"
        " courtesy| by| source| copyright)* ?[:©/|]"
    ),
    "(photo|image|picture|video) (credit|courtesy|by)\\b",
    '(©|\\(c\\)) ?(\\w|«|")',
    "\\(?(ap|afp|reuters|getty images|тасс|риа новости|file)( photo)? ?[/(]",
    "(reuters|afp|тасс|риа новости|getty images) ?[/|]",
)

NOTES = (  # whole line or heading
    "(foot|end)?notes( and (references|sources))?",
    "references",
    "(sources|source notes|bibliography|works cited|citations)",
    "примечани[ея]",
    "сноск[аи]",
    "(список )?(использованн(ой|ая|ые) )?(литератур[аы]|источники|ссылки)",
    "примечания (и|к) .{3,30}",
)

DESKS = (  # a byline that is no name
    "(staff (reports?|writers?)|.{0,30}news ?room|web ?desk|.{0,20}(news|sports) (desk|staff))",
    "(редакция.{0,20}|отдел новостей)",
)

LAST_LINES = (  # beginning of a line below the text
    "(source|sources|источник|источники|via)\\s*[:—–]",
    "(additional|with) reporting (by|from)\\b",
    "(last )?updated( on| at)? .{0,20}\\d",
    "(edited|compiled|translated) by [A-ZА-Я]",
    "(перевод|редактор|подготовил[аи]?)\\s*[:—–]",
    "this (article|story|post) has been (adapted|updated|corrected|edited)",
    "(follow|read) .{0,40}(full|complete|more|live) coverage",
    "(listen to|watch) .{2,40} (live|here)\\b",
    "(tell us|let us know) what you think",
    "(what do you think|а что думаете вы|что вы думаете)\\b.{0,60}$",
    "(filed under|tags|теги|метки)\\b",
    "\\[/?\\w+ [^\\]]*=[^\\]]*\\]",
    "this slideshow requires javascript",
)

BLURBS = (  # beginning of the last paragraph: who wrote this
    "\\w+ [\\w.]* ?\\w+ (is|was) (a|an|the|.{2,25}['’]s) .{0,40}(reporter|correspondent|editor|columnist|curator)",
    "\\w+ [\\w.]* ?\\w+ (is|was) (a|an|the|.{2,25}['’]s) .{0,40}(writer|journalist|contributor)",
    "\\w+ [\\w.]* ?\\w+['’]s (new |latest |first )?book\\b",
    "(автор|об авторе)\\s*[—–:-]",
    "the (author|writer) is ",
)

LABELS = (  # a head line: the label, a colon, tags
    (
        "(region|regions|theme|themes|topics?|tags?|categor(y|ies)|section|keywords|filed under|in[- ]depth"
        " report|country|location)"
    ),
    "(регион|регионы|темы?|теги|тэги|метки|рубрик[аи]|раздел|категори[яи]|ключевые слова|сюжет|разделы|место)",
)
