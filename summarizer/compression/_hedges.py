"""Words that narrow what a sentence claims: without them it would claim more."""

import re

from summarizer.document import Lang

_RU = (
    "судя|якобы|вероятно|возможно|предположительно|пожалуй|похоже|кажется|мнению|словам|данным|оценкам?|версии|"
    "если|условии|кроме|исключением|исключая|только|лишь|почти|около|примерно|отчасти|частично|пока|может|могут|мог|бы"
)
_EN = (
    "allegedly|reportedly|supposedly|apparently|probably|perhaps|maybe|possibly|likely|according|estimated|claims?|"
    "if|unless|except|excluding|only|almost|nearly|about|partly|partially|so far|may|might|could|would"
)
HEDGES: dict[Lang, re.Pattern[str]] = {
    "ru": re.compile(rf"\b(?:{_RU})\b", re.IGNORECASE),
    "en": re.compile(rf"\b(?:{_EN})\b", re.IGNORECASE),
}
