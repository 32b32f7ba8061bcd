from pathlib import Path

from summarizer.engine.families import echo
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.spec import Spec

SPEC = Spec(name="echo", family="echo", tasks=["translate"], directions=["ru-en"], window=8)


def test_the_text_comes_back_marked():
    model = echo.load(SPEC, Path(), None)
    assert model.complete([Prompt("Да.", "en"), Prompt("Нет.")]) == [Completion("[en] Да."), Completion("Нет.")]
    assert (model.signature, model.count("два слова")) == ("echo@1", 2)


def test_a_text_over_the_window_is_cut():
    model = echo.load(SPEC, Path(), None)
    assert model.complete([Prompt("1 2 3 4 5 6 7 8 9", "en")]) == [Completion("[en] 1 2 3 4 5 6 7 8", cut=True)]
