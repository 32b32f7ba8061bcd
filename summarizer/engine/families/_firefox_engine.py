"""fxtranslate's translator (0.5.0) as the rest of Svodka can use it: from any thread, and with errors that are errors.

Any thread but the one that made it is answered with a panic, be it to use the translator or to free it, and so is a
file with a part missing; a panic is no `Exception` and would get past everybody.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import TYPE_CHECKING, TypeVar

from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    from fxtranslate import Translator

Answer = TypeVar("Answer")
_PANIC = "PanicException"  # of PyO3, which exports no name to catch it by
_HERE = local()  # each engine's thread has its translator in it, and frees it when it ends


class Native:
    """The engine on a thread of its own: callers take turns. Every method raises `ModelError`."""

    def __init__(self, name: str, model: bytes, vocabularies: Sequence[bytes], shortlist: bytes | None) -> None:
        from fxtranslate import Translator

        source, target = vocabularies

        def make() -> None:
            _HERE.translator = Translator(model, source, target, shortlist)

        self._name = name
        self._thread = ThreadPoolExecutor(1, "fxtranslate")
        self._run(make)

    def translate(self, sentence: str) -> str:
        """One sentence."""
        return self._ask(lambda translator: str(translator.translate(sentence)))

    def backend(self) -> str:
        """The instructions that it computes with."""
        return self._ask(lambda translator: str(translator.backend()))

    def close(self) -> None:
        """Free the memory; what is being translated is finished."""
        self._thread.shutdown()

    def _ask(self, what: "Callable[[Translator], Answer]") -> Answer:
        return self._run(lambda: what(_HERE.translator))

    def _run(self, what: Callable[[], Answer]) -> Answer:
        try:
            return self._thread.submit(what).result()
        except RuntimeError as error:  # the thread takes no more work
            raise ModelError(f"the model {self._name} was closed") from error
        except BaseException as error:
            if not isinstance(error, ValueError) and type(error).__name__ != _PANIC:
                raise
            raise ModelError(f"fxtranslate failed on {self._name}: {one_line(error)}") from error
