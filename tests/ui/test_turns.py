"""The queue: turns in the order of asking, a limit for all and for each, nothing left over after an error."""

import contextlib
import threading

import pytest

from ui.turns import BusyError, LeftError, Turns


def test_a_user_with_too_many_jobs_is_told_the_position():
    turns = Turns(at_once=2, waiting=5, each=1)
    with turns.turn("anna"), pytest.raises(BusyError, match="busy, position 2"), turns.turn("anna"):
        pass
    assert turns.length == 0


def test_a_full_queue_refuses_the_next():
    turns = Turns(at_once=1, waiting=0, each=5)
    with turns.turn("anna"), pytest.raises(BusyError, match="busy, position 2"), turns.turn("boris"):
        pass


def test_an_error_gives_the_turn_back():
    turns = Turns(at_once=1, waiting=0)
    with pytest.raises(ZeroDivisionError), turns.turn("anna"):
        raise ZeroDivisionError
    with turns.turn("boris"):
        assert turns.length == 1


def test_turns_come_in_the_order_of_asking_and_never_too_many_at_once():
    turns, order, at_work, most = Turns(at_once=1, waiting=20), [], [0], [0]

    def work(number):
        with turns.turn(str(number)):
            at_work[0] += 1
            most[0] = max(most[0], at_work[0])
            order.append(number)
            at_work[0] -= 1

    with turns.turn("first"):
        threads = []
        for number in range(10):
            threads.append(threading.Thread(target=work, args=(number,)))
            threads[-1].start()
            while turns.length < number + 2:
                pass
    for thread in threads:
        thread.join()
    assert order == list(range(10))
    assert most == [1]


def test_of_long_jobs_one_is_done_at_a_time_and_short_ones_go_by():
    turns, waits = Turns(at_once=2), threading.Event()
    with turns.turn("anna", is_long=True):
        thread = threading.Thread(target=_in_turn, args=(turns, waits), kwargs={"is_long": True})
        thread.start()
        while turns.length < 2:
            pass
        with turns.turn("boris"):
            assert not waits.is_set()
    thread.join()
    assert (waits.is_set(), turns.length) == (True, 0)


def test_who_leaves_while_waiting_is_out_of_the_queue_at_once():
    turns, left, came = Turns(at_once=1), threading.Event(), threading.Event()
    with turns.turn("anna"):
        thread = threading.Thread(target=_in_turn, args=(turns, came), kwargs={"left": left})
        thread.start()
        while turns.length < 2:
            pass
        left.set()
        turns.look()
        thread.join()
        assert (came.is_set(), turns.length) == (False, 1)


def _in_turn(turns, came, **kinds):
    with contextlib.suppress(LeftError), turns.turn("clara", **kinds):
        came.set()
