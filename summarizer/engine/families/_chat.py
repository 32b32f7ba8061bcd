"""One question to a server that speaks OpenAI's interface, asked again where the fault may pass."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.engine.families import _sse
from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    import httpx

_LOG = logging.getLogger(__name__)
_TRIES = 4
_PATIENCE = 30.0  # seconds that a server's Retry-After is followed for; it may ask for an hour
_PASSING = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_SHOWN = 200  # characters of a server's own words in a message
# Thinking off, as vLLM, SGLang and llama.cpp take it; a server that refuses what it does not know is asked without it.
_EXTRAS = {"chat_template_kwargs": {"enable_thinking": False}}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server wrote; `cut` where it says that it stopped at the length limit."""

    text: str
    cut: bool


class _PassingError(Exception):
    """May be gone at the next try; `wait` is what the server asks for, in seconds."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait


class Chat:
    """The chat of one model on one server; `first_wait` doubles with every further try, in seconds."""

    def __init__(self, client: "httpx.AsyncClient", model: str, *, first_wait: float = 0.5, secret: str = "") -> None:
        self._client = client
        self._model = model
        self._first_wait = first_wait
        self._secret = secret
        self._extras: dict[str, Any] = _EXTRAS

    async def ask(self, messages: list[dict[str, str]], most: int) -> Answer:
        """The answer, of `most` tokens at most. Raises `ModelError` when it stays away or is refused."""
        fault = ""
        for turn in range(_TRIES):
            try:
                return await self._once(messages, most)
            except _PassingError as error:
                fault = str(error)
                if turn + 1 < _TRIES:
                    wait = max(self._first_wait * 2**turn, min(error.wait, _PATIENCE))
                    _LOG.info("the server: %s; again in %.1f s", fault, wait)
                    await asyncio.sleep(wait)
        raise ModelError(f"the server gave no answer in {_TRIES} tries: {fault}", "see the server's own log")

    async def _once(self, messages: list[dict[str, str]], most: int) -> Answer:
        import httpx

        while True:
            extras = self._extras
            body = {"model": self._model, "messages": messages, "max_tokens": most, "temperature": 0, "stream": True}
            try:
                async with self._client.stream("POST", "chat/completions", json=body | extras) as response:
                    if response.status_code not in {400, 422} or not extras:
                        return await self._answer(response)
            except httpx.TransportError as error:
                raise _PassingError(one_line(error) or type(error).__name__) from error
            self._extras = {}

    async def _answer(self, response: "httpx.Response") -> Answer:
        if response.status_code != 200:
            raise await self._refusal(response)
        if "json" in response.headers.get("content-type", ""):  # it does not stream
            return _whole(await response.aread())
        return await self._streamed(_sse.events(response.aiter_lines()))

    async def _streamed(self, events: AsyncIterator[str]) -> Answer:
        said: list[str] = []
        reason = ""
        async for event in events:
            if event.strip() == "[DONE]":
                break
            choice = _choice(event)
            said.append(_text(choice.get("delta"), "content"))
            reason = choice.get("finish_reason") or reason
        if not reason:
            raise _PassingError("its answer broke off")
        return Answer("".join(said), reason == "length")

    async def _refusal(self, response: "httpx.Response") -> Exception:
        status = response.status_code
        if status in {401, 403}:  # their words may repeat the key
            return ModelError(f"the server refuses the key ({status})", "set SVODKA_SERVER_KEY to a key it knows")
        said = _message(await response.aread())
        said = said.replace(self._secret, "…") if self._secret else said
        fault = f"status {status}{': ' + said[:_SHOWN] if said else ''}"
        if status in _PASSING:
            return _PassingError(fault, _seconds(response.headers.get("retry-after", "")))
        hint = "see which models it has: SVODKA_SERVER_MODEL names one" if status == 404 else ""
        return ModelError(f"the server refuses {self._model}: {fault}", hint)


def _whole(body: bytes) -> Answer:
    choice = _choice(body)
    return Answer(_text(choice.get("message"), "content"), choice.get("finish_reason") == "length")


def _choice(body: str | bytes) -> dict[str, Any]:
    """The first choice; none in a last event that only counts tokens."""
    try:
        content = json.loads(body)
    except ValueError as error:
        raise _PassingError("its answer is not JSON") from error
    if not isinstance(content, dict) or "error" in content:
        raise _PassingError(f"its answer is an error: {_message(body)[:_SHOWN]}")
    choices = content.get("choices")
    if not isinstance(choices, list):
        raise _PassingError("its answer has no choices")
    return choices[0] if choices and isinstance(choices[0], dict) else {}


def _text(holder: Any, name: str) -> str:
    value = holder.get(name) if isinstance(holder, dict) else None
    return value if isinstance(value, str) else ""


def _message(body: str | bytes) -> str:
    """A server's own word on what is wrong, on one line: OpenAI's `error.message`, FastAPI's `detail`, or all of it."""
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    try:
        content = json.loads(text)
    except ValueError:
        return " ".join(text.split())
    error = content.get("error", content.get("detail", content)) if isinstance(content, dict) else content
    return " ".join((_text(error, "message") or str(error)).split())


def _seconds(value: str) -> float:
    return float(value) if value.strip().isdecimal() else 0.0
