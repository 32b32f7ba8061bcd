"""Stand-ins that tests of every part share."""

from collections import deque
from collections.abc import Iterable, Sequence

from summarizer.engine.model import Completion, Prompt


class FakeModel:
    """Gives its answers in order, one a prompt, and keeps the prompts it saw; a prompt too many fails the test.

    Without `answers` every text comes back marked: `[en] text`.
    """

    name = "fake"
    signature = "fake@1"

    def __init__(self, answers: Iterable[str | Completion] | None = None, *, window: int = 512) -> None:
        self.window = window
        self.chats = False
        self.prompts: list[Prompt] = []
        self.closed = False
        self._answers = None if answers is None else deque(answers)

    def count(self, text: str) -> int:
        return len(text.split())

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        assert not self.closed, "a closed model was used"
        self.prompts.extend(prompts)
        return [self._answer(prompt) for prompt in prompts]

    def close(self) -> None:
        self.closed = True

    def _answer(self, prompt: Prompt) -> Completion:
        if self._answers is None:
            return Completion(f"[{prompt.to}] {prompt.text}")
        assert self._answers, f"no answer is left for {prompt.text!r}"
        answer = self._answers.popleft()
        return answer if isinstance(answer, Completion) else Completion(answer)
