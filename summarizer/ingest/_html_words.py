"""Word lists of the page reader: tags, the names by which pages mark what is not the article, the phrases of walls.

A class or id name is cut at hyphens, underscores and capitals before it is looked up: "bar" is not in "sidebar".
"""


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


SKIPPED = word_set(
    "script style noscript template svg math iframe object embed video audio canvas button select option textarea "
    "input datalist head title link meta map applet frameset picture source track progress meter"
)
BREAKING = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section "
    "summary table tbody td tfoot th thead tr ul"
)
WITHIN = word_set("p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre td th tr tbody table")
TEXT_TAGS = word_set("p h1 h2 h3 h4 h5 h6")
VOID = word_set("area base br col embed hr img input link meta param source track wbr")
ARTICLE_TYPES = word_set(
    "Article NewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle "
    "ReviewNewsArticle BlogPosting LiveBlogPosting Report SocialMediaPosting TechArticle ScholarlyArticle"
)

_RELATED = word_set(
    "related relatedlinks relatedposts recommended recommendation recommendations readmore readalso promo teaser "
    "teasers trending popular mostread inj inject outbrain taboola stories rail crosslink crosslinks"
)
_SHARE = word_set(
    "share shares sharing shared social socials sociable newsletter newsletters subscribe subscription "
    "subscriptions signup cta follow donate donation membership"
)
_COMMENTS = word_set("comments commentlist respond disqus")
_ADS = word_set("ad ads advert advertisement advertising adv banner sponsored sponsor commercial")
_CAPTION = word_set("caption captions credit credits")
_NAVIGATION = word_set("nav navigation navbar menu pagination pager sidebar toc footer cookie cookies consent noscript")
CHROME: dict[str, frozenset[str]] = {
    "related links": _RELATED,
    "share or subscribe": _SHARE,
    "comments": _COMMENTS,
    "advertisement": _ADS,
    "caption": _CAPTION,
    "navigation": _NAVIGATION,
}
BYLINE = word_set(
    "byline meta date published pubdate postinfo timestamp readtime author authors autor breadcrumb breadcrumbs tags"
)
QUOTED_POSTS = word_set("twitter-tweet instagram-media tiktok-embed twitter-video fb-post telegram-post bluesky-embed")
LEAD = word_set(
    "lead lede leadin deck dek standfirst subtitle subline subhead subheadline intro introduction announce anons "
    "annotation description summary excerpt preamble kicker abstract"
)

CONSENT = (
    "we value your privacy",
    "we use cookies",
    "accept all cookies",
    "before you continue",
    "cookie settings",
    "manage your privacy",
    "and our partners store",
    "accept cookies",
    "consent to the use",
    "мы используем cookie",
    "мы используем файлы cookie",
    "файлов cookie",
    "файлы cookie",
    "согласие на обработку",
    "принять все",
)
PAYWALL = (
    "subscribe to continue",
    "subscribe to read",
    "subscribe now to",
    "subscribers only",
    "subscriber-only",
    "subscriber only",
    "to continue reading",
    "continue reading with a",
    "to read the full",
    "this article is for subscribers",
    "already a subscriber",
    "already a member",
    "log in to read",
    "sign in to read",
    "this content is for members",
    "доступно только подписчикам",
    "только для подписчиков",
    "доступен только подписчикам",
    "доступна только подписчикам",
    "оформите подписку",
    "чтобы читать дальше",
    "чтобы дочитать",
    "полная версия доступна",
    "полный текст доступен",
    "материал доступен по подписке",
    "читать по подписке",
)
SCRIPTS = (
    "enable javascript",
    "javascript is disabled",
    "javascript is required",
    "requires javascript",
    "javascript to run this app",
    "turn on javascript",
    "включите javascript",
    "включить javascript",
    "поддержку javascript",
    "необходим javascript",
    "checking your browser",
    "just a moment...",
    "verify you are human",
    "проверка браузера",
)
