"""What programs call: digest, translate, extract and check by name, through Gradio's client or as tools of an agent.

Plain functions over the pipeline with JSON on both sides; the docstrings and annotations are what an agent is shown.
"""

import functools
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

from summarizer import Job, Pipeline, Result, Source, SvodkaError, UsageError
from ui.texts import MOST_CHARACTERS
from ui.turns import BusyError, Turns

Task = Literal["translate", "digest"]
Call = Callable[..., dict[str, Any]]
Fault = Callable[[str], Exception]  # from a message, what the protocol raises to pass it on
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Programs:
    """The calls, over one pipeline and one queue; they raise `SvodkaError`."""

    pipeline: Pipeline
    turns: Turns

    def calls(self, user: Callable[[], str], fault: Fault) -> dict[str, Call]:
        """By name, what programs may call: each in a turn of `user()`, who is asking; raises nothing but `fault`s."""
        calls: tuple[Call, ...] = (self.digest, self.translate, self.extract, self.check)
        return {call.__name__: _guarded(self._in_turn(call, user), fault) for call in calls}

    def digest(
        self,
        text: str,
        to: str = "",
        length: str = "medium",
        form: str = "paragraph",
    ) -> dict[str, Any]:
        """The few sentences that carry an article, each with its evidence.

        Args:
            text: The article's text, or a link (http or https) to it.
            to: Language of the digest, ru or en; empty for the article's own.
            length: short, medium or long: about 60, 120 or 250 words.
            form: paragraph, points, headline or card.

        Returns:
            JSON with job, document (blocks, sentences), passages (text, the numbers of their source sentences),
            findings and signature.
        """
        return self._done(text, {"task": "digest", "to": to, "length": length, "form": form})

    def translate(self, text: str, to: str = "") -> dict[str, Any]:
        """A whole article translated sentence by sentence, with what the checks found.

        Args:
            text: The text, or a link (http or https) to it, in Russian or English.
            to: Language to translate into, ru or en; empty for the other one.

        Returns:
            JSON with job, document, passages (one for every sentence), findings and signature.
        """
        return self._done(text, {"task": "translate", "to": to})

    def extract(self, text: str) -> dict[str, Any]:
        """What is read of a text or of the page behind a link: blocks and sentences, and what was left out.

        Args:
            text: The text, or a link (http or https) to it.

        Returns:
            JSON {"document": {"lang", "meta", "blocks", "sentences", "dropped"}}.
        """
        document = self.pipeline.read(self._source("text", text))
        data = self.pipeline.export(Result(job=Job(), document=document, passages=()), "json")
        return {"document": json.loads(data)["document"]}

    def check(self, source: str, draft: str, task: str = "translate") -> dict[str, Any]:
        """What is wrong with a translation or digest that somebody else wrote: numbers, names, omissions, loops.

        Args:
            source: The original text, or a link (http or https) to it.
            draft: The translation or digest of it.
            task: translate or digest.

        Returns:
            JSON {"findings": [...]}, each with check, message, severity and its places: source and target are offsets
            into the text of the original and of the draft.
        """
        wanted = cast(Task, _chosen("task", task))
        article = self.pipeline.read(self._source("source", source))
        theirs = self.pipeline.read(Source.from_text(_text("draft", draft)))
        found = self.pipeline.check_draft(article, theirs, wanted)
        data = self.pipeline.export(Result(job=Job(), document=article, passages=(), findings=found), "json")
        return {"findings": json.loads(data)["findings"]}

    def _in_turn(self, call: Call, user: Callable[[], str]) -> Call:
        @functools.wraps(call)
        def in_turn(*given: Any, **named: Any) -> dict[str, Any]:
            with self.turns.turn(user()):
                return call(*given, **named)

        return in_turn

    def _done(self, text: str, wanted: dict[str, str]) -> dict[str, Any]:
        chosen: dict[str, Any] = {name: _chosen(name, value) or None for name, value in wanted.items()}
        document = self.pipeline.read(self._source("text", text))
        result = self.pipeline.run(document, Job(**chosen))
        return cast(dict[str, Any], json.loads(self.pipeline.export(result, "json")))

    def _source(self, name: str, text: str) -> Source:
        bare = _text(name, text).strip()
        if bare.startswith(("http://", "https://")) and not any(char.isspace() for char in bare):
            return Source.from_url(bare, self.pipeline.settings)
        return Source.from_text(text)


def _guarded(call: Call, fault: Fault) -> Call:
    """The call with every error as its message alone: a fault of ours is logged, and told by its kind."""

    @functools.wraps(call)
    def guarded(*given: Any, **named: Any) -> dict[str, Any]:
        try:
            return call(*given, **named)
        except BusyError as error:
            raise fault(str(error)) from error
        except SvodkaError as error:
            raise fault(f"{error}; {error.hint}" if error.hint else str(error)) from error
        except Exception as error:
            _log.exception("a call of a program")
            raise fault(f"a bug: {type(error).__name__}") from error

    return guarded


_CHOICES = {
    "task": ("translate", "digest"),
    "to": ("ru", "en", ""),
    "length": ("short", "medium", "long"),
    "form": ("paragraph", "points", "headline", "card"),
}


def _chosen(name: str, value: object) -> str:
    """A value that this argument can have; what comes over the wire may be anything."""
    if value is None and "" in _CHOICES[name]:
        return ""
    if value not in _CHOICES[name]:
        raise UsageError(f"{name} is {value!r:.80}", f"it can be: {', '.join(filter(None, _CHOICES[name]))}")
    return str(value)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{name} is no text: {value!r:.80}", "send a text, or a link to one")
    if len(value) > MOST_CHARACTERS:
        raise UsageError(f"{name} has {len(value)} characters", f"send {MOST_CHARACTERS} at most")
    return value
