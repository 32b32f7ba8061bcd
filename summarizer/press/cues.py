"""How newspapers announce a link to another article: the words, as in `phrases`."""

CUES = (  # whole line, or followed by a colon: a linked headline comes next
    "(читай(те)?|смотри(те)?|читать|смотреть) также",
    (
        "(также|ещё|еще|материалы|статьи|новости|сюжеты?|видео|фото|ранее|главное|больше|другие материалы) (по"
        "|на) (этой )?тем[еу]"
    ),
    "по теме",
    "на эту тему",
    "похожие (материалы|статьи|новости)",
    "(другие|главные|последние|свежие) (новости|материалы|статьи)",
    "(читать |читайте )?подробнее",
    "читать (далее|дальше|полностью)",
    "рекомендуем( прочитать| почитать| также)?",
    "(вам|вас) (также )?(может|могут) (быть интересно|заинтересовать)",
    "(самое )?(популярное|читаемое|обсуждаемое)",
    "выбор редакции",
    "не пропустите",
    "(read|see|watch) (also|next|more)",
    "also (read|see|on .{3,20})",
    "related",
    "related (articles?|stor(y|ies)|news|content|coverage|links?|topics?|posts?|reading|videos?|items?)",
    "more (on|about) (this|the) (story|topic|subject|issue)",
    "(more|top|latest|other|popular|trending|recommended) (stories|news|articles|headlines|reading)",
    "recommended( for you)?",
    "you (may|might) (also )?(like|be interested in|enjoy)",
    "don['’]?t miss( this)?",
    "most (read|popular|viewed|shared)",
    "trending( now)?",
    "(in case you missed it|up next|what to read next|read next|keep reading|continue reading)",
    "(editor['’]?s|editors['’]?) (picks?|choice)",
    "must[- ]reads?",
)

LINK_SENTENCES = (  # whole piece, a sentence that only sends the reader elsewhere
    "read more (about|on|here|from|at)\\b",
    "(click|tap) here (to|for) (read|see|view|watch|subscribe|sign|more)\\b",
    "(читайте|смотрите|слушайте)( также)?( наш)? (материал|статью|репортаж|интервью|подробности|видео)\\b",
    "подробнее об? .*(читайте|смотрите|в материале|в нашем|на сайте)",
    "\\(?(читайте|смотрите) (об этом |подробнее |также )+.*(в материале|на сайте|по ссылке)",
    "part (\\d+|[ivx]+) of this (article|series|story)",
    "(more|other|all) (stories|articles|posts) by ",
    "articles by[: ]",
    "(все|другие) (материалы|статьи|публикации) (автора|этого автора)",
    "this (article|story|post|piece) (was|is|first|originally) (first |originally )?(published|appeared)",
    "(материал|статья|текст) (впервые |изначально )?(опубликован|вышел|вышла)[аоы]? (на|в) ",
    "оригинал (статьи|материала|публикации)",
)
