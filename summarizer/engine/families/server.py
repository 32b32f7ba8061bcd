"""Any server that speaks OpenAI's interface: vLLM, llama.cpp, Ollama, `transformers serve`.

SVODKA_SERVER_URL and SVODKA_SERVER_MODEL name it, or `url` and `model` of an entry of one's own; the key is read from
SVODKA_SERVER_KEY alone and never shown. Questions run on an event loop in a thread of its own, so that an interrupt
or `close` ends the connections at once, and the server stops writing.
"""

import asyncio
import os
from collections.abc import Coroutine, Sequence
from concurrent.futures import CancelledError
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from summarizer.config import Settings
from summarizer.engine import instructions
from summarizer.engine.families._chat import Answer, Chat
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError, UsageError, one_line

if TYPE_CHECKING:
    import httpx

FILES: tuple[str, ...] = ()
COMMAND = "export SVODKA_SERVER_URL=http://127.0.0.1:8000/v1"

_Result = TypeVar("_Result")
_WINDOW = 4096  # of an entry that names none: Ollama's default, the smallest of the four
_AT_ONCE = 8  # questions: a server that batches gains by them, one that does not lets them wait
_CONNECT, _READ = 5.0, 180.0  # seconds; the second until the first word, which waits for the prompt to be read
_BYTES = 3  # of UTF-8 a token: on the safe side of vocabularies of 100,000 pieces and more; not measured for any one


class Server:
    """A `Model` behind a connection. It gives no scores and no alternatives, and its tokens are an estimate."""

    def __init__(self, spec: Spec, client: "httpx.AsyncClient", model: str, *, first_wait: float, secret: str) -> None:
        self.name = spec.name
        self.signature = f"{spec.name}@{model}"
        self.window = spec.window or _WINDOW
        self.chats = True
        self._client = client
        self._chat = Chat(client, model, first_wait=first_wait, secret=secret)
        self._loop = _Loop()

    def count(self, text: str) -> int:
        """An estimate on the safe side: the server's own tokenizer is not to be had."""
        return -(-len(text.encode()) // _BYTES)

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; some are asked at the same time. Raises `ModelError`."""
        return self._loop.run(self._all(prompts))

    def close(self) -> None:
        """Break off what is being asked and hang up."""
        self._loop.close(self._client.aclose())

    async def _all(self, prompts: Sequence[Prompt]) -> list[Completion]:
        turns = asyncio.Semaphore(_AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._one(prompt, turns)) for prompt in prompts]
        except* ModelError as errors:  # the first of them: the others were called off or say the same
            raise _first(errors) from None
        return [task.result() for task in tasks]

    async def _one(self, prompt: Prompt, turns: asyncio.Semaphore) -> Completion:
        if not prompt.text.strip():
            return Completion("")
        text, over = self._within(prompt.text)
        asked = instructions.messages(Prompt(text, prompt.to, task=prompt.task, words=prompt.words))
        async with turns:
            answer = await self._chat.ask(asked, self._most(prompt))
        return _completion(answer, over=over)

    def _most(self, prompt: Prompt) -> int:
        """Tokens of the answer: twice the source's estimate, eight a word of a digest; some more for short ones."""
        wanted = 8 * (prompt.words or 250) if prompt.task == "digest" else 2 * self.count(prompt.text)
        return min(256 + wanted, self.window)

    def _within(self, text: str) -> tuple[str, bool]:
        """The text up to the window, and whether it was over."""
        most = self.window * _BYTES
        data = text.encode()
        return (text, False) if len(data) <= most else (data[:most].decode(errors="ignore"), True)


class _Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="svodka-server", daemon=True)
        self._thread.start()

    def run(self, work: "Coroutine[Any, Any, _Result]") -> _Result:
        """The result; an interrupt of this thread, or `close` in another one, calls the work off."""
        if self._loop.is_closed():
            work.close()
            raise ModelError("the connection to the server was closed")
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except CancelledError as error:
            raise ModelError("the connection to the server was closed") from error
        finally:
            future.cancel()

    def close(self, last: "Coroutine[Any, Any, None]") -> None:
        """Call off what runs, do `last`, end the thread; once."""
        if self._loop.is_closed():
            last.close()
            return
        asyncio.run_coroutine_threadsafe(_called_off(last), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _called_off(last: "Coroutine[Any, Any, None]") -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await last


def ready(spec: Spec, settings: Settings) -> bool:
    """Whether an address is known; nothing is asked of it yet."""
    return bool(spec.url or settings.server_url)


def connect(spec: Spec, settings: Settings, *, first_wait: float = 0.5) -> Server:
    """The model behind the address. Raises `ModelError` where offline work forbids it or nobody answers."""
    import httpx

    url = _address(spec.url or settings.server_url, offline=settings.offline)
    key = os.environ.get("SVODKA_SERVER_KEY", "").strip()
    options: dict[str, Any] = {
        "base_url": url.rstrip("/") + "/",
        "headers": {"Authorization": f"Bearer {key}"} if key else {},
        "timeout": httpx.Timeout(_READ, connect=_CONNECT),
        "trust_env": not _is_loopback(url),  # a proxy does not know this machine
    }
    model = spec.model or settings.server_model or _only_model(options)
    limits = httpx.Limits(max_connections=_AT_ONCE)
    return Server(spec, httpx.AsyncClient(limits=limits, **options), model, first_wait=first_wait, secret=key)


def load(spec: Spec, weights: Path, device: Device) -> Server:  # noqa: ARG001 - they are the server's
    """The model behind the address that the environment names."""
    return connect(spec, Settings.from_env())


def _address(url: str, *, offline: bool) -> str:
    """Raises `ModelError` where there is none or it may not be used now, `UsageError` where it is no address."""
    if not url:
        raise ModelError("no server is named", COMMAND)
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        raise UsageError(f"the server's address {url!r} is none", "it looks like http://127.0.0.1:8000/v1")
    if parts.username or parts.password:
        raise UsageError("the server's address holds a user or a password", "put the key into SVODKA_SERVER_KEY")
    if offline and not _is_loopback(url):
        raise ModelError(f"the server {host} is not on this machine, and work is to be offline", "unset SVODKA_OFFLINE")
    return url


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _only_model(options: dict[str, Any]) -> str:
    """The name of the one model that the server has. Raises `ModelError` where there are more, or nobody answers."""
    import httpx

    hint = "set SVODKA_SERVER_MODEL to the name that the server knows it by"
    try:
        with httpx.Client(**options) as client:
            response = client.get("models")
            if response.status_code in {401, 403}:
                raise ModelError("the server refuses the key", "set SVODKA_SERVER_KEY to a key it knows")
            names = [entry["id"] for entry in response.raise_for_status().json()["data"]]
    except httpx.TransportError as error:
        at = urlsplit(options["base_url"]).netloc
        raise ModelError(f"no server answers at {at}: {one_line(error)}", "start it, or mend the address") from error
    except (httpx.HTTPStatusError, ValueError, KeyError, TypeError) as error:
        raise ModelError("the server does not say which models it has", hint) from error
    if len(names) != 1:
        raise ModelError(f"the server has {len(names)} models: {', '.join(map(str, names[:10]))}", hint)
    return str(names[0])


def _completion(answer: Answer, *, over: bool) -> Completion:
    return Completion(instructions.answer(answer.text), cut=over or answer.cut)


def _first(errors: ExceptionGroup[ModelError]) -> ModelError:
    inner = errors.exceptions[0]
    return _first(inner) if isinstance(inner, ExceptionGroup) else inner
