"""The queue: turns in the order of asking, a limit for all and for each, nothing left over after an error."""

import threading

import pytest

from ui.turns import BusyError, Turns


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
