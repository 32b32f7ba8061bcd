"""What a chat model is told, in every family that chats: messages for chat templates and for OpenAI's interface.

One user message and no system message: templates of some models (TranslateGemma's) refuse one. The instruction comes
first and the text last, after a line of its own, so that a text that gives orders is still only a text.
"""

import re

from summarizer.document import Lang
from summarizer.engine.model import Prompt

Message = dict[str, str]

_NAMES: dict[Lang, str] = {"ru": "Russian", "en": "English"}
_THINKING = re.compile(r"<(think|thinking|thought)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_LEFT_OPEN = re.compile(r"\A.*?</(?:think|thinking|thought)>", re.DOTALL | re.IGNORECASE)

_TRANSLATE = (
    "Translate the text below into {language}. Write only the translation, with no comment and no quotation marks "
    "around it. Leave out nothing and add nothing. Keep numbers, names and marks such as #7 exactly as they stand."
    "\n\nText:\n{text}"
)
_DIGEST = (
    "Below are the numbered sentences of an article. Write a digest of it in {language}{length}: short sentences, each "
    "one fact that the article states. Take names, numbers, dates and quotations exactly from the article; add "
    "nothing, judge nothing, and do not speak of the article itself. After each sentence write the numbers of the "
    "sentences it rests on, in square brackets, one or two of them, like [3] or [3, 5]. Write only the digest."
    "\n\nArticle:\n{text}"
)


def translate(text: str, to: Lang) -> list[Message]:
    """Asks for a translation and nothing around it."""
    return _user(_TRANSLATE.format(language=_NAMES[to], text=text))


def digest(text: str, to: Lang, words: int = 0) -> list[Message]:
    """Asks for short factual sentences that end with their sources' numbers; `words` 0 leaves the length open."""
    length = f" in about {words} words" if words else ""
    return _user(_DIGEST.format(language=_NAMES[to], length=length, text=text))


def messages(prompt: Prompt) -> list[Message]:
    """What is asked for a prompt; a prompt that names no language is sent as it stands."""
    if prompt.to is None:
        return _user(prompt.text)
    if prompt.task == "digest":
        return digest(prompt.text, prompt.to, prompt.words)
    return translate(prompt.text, prompt.to)


def answer(text: str) -> str:
    """The answer without what the model thought aloud, be it closed, left open, or opened by the chat template."""
    spoken = _THINKING.sub("", text)
    return _LEFT_OPEN.sub("", spoken).strip()


def _user(content: str) -> list[Message]:
    return [{"role": "user", "content": content}]
