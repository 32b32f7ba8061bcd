"""Items made ahead: order, what is begun when, errors and closing."""

from threading import Event

import pytest

from summarizer.ahead import Pace, made_ahead


def _made(log, count):
    for number in range(count):
        log.append(f"make {number}")
        yield number


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_all_items_come_in_order(count):
    assert list(made_ahead(range(count))) == list(range(count))


@pytest.mark.parametrize(
    ("seconds", "sizes"),
    [
        ([0.01, 0.9, 3.0, 9.0], [8, 32, 96, 96, 32]),
        ([40.0, 10.0, 8.0, 1.0], [8, 1, 1, 1, 2]),
        ([8.0, 2.0, 0.1], [8, 8, 32, 96]),
    ],
)
def test_windows_are_as_large_as_a_reader_waits(monkeypatch, seconds, sizes):
    clock = [0.0]
    monkeypatch.setattr("summarizer.ahead.monotonic", lambda: clock[0])
    pace, found = Pace(), []
    for took in seconds:
        found.append(pace.size)
        with pace.taken():
            clock[0] += took
    assert [*found, pace.size] == sizes


def test_nothing_is_begun_before_the_first_item_is_used():
    log = []
    items = made_ahead(_made(log, 5))
    assert next(items) == 0
    assert log == ["make 0"]
    items.close()


def test_the_third_item_is_made_while_the_second_is_used():
    begun, used = Event(), Event()

    def items():
        yield 1
        yield 2
        begun.set()
        assert used.wait(30)
        yield 3

    found = made_ahead(items())
    assert [next(found), next(found)] == [1, 2]
    assert begun.wait(30)  # the consumer still holds the second
    used.set()
    assert list(found) == [3]


def test_an_error_comes_after_the_items_before_it():
    def items():
        yield from (1, 2, 3)
        raise ValueError("no fourth")

    found = made_ahead(items())
    assert [next(found) for _ in range(3)] == [1, 2, 3]
    with pytest.raises(ValueError, match="no fourth"):
        next(found)


def test_closing_waits_for_what_is_being_made_and_begins_nothing_more():
    begun, log = Event(), []

    def items():
        yield from (1, 2)
        begun.set()
        Event().wait(0.2)
        log.append("third done")
        yield 3
        log.append("fourth begun")

    found = made_ahead(items())
    assert [next(found), next(found)] == [1, 2]
    assert begun.wait(30)
    found.close()
    assert log == ["third done"]
