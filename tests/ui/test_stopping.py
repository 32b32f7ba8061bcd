"""Jobs that a reader stops: what the page gets last, and what becomes of the job."""

import threading
import time

import pytest

from ui.handlers import View, in_turn
from ui.stopping import Stops
from ui.turns import Turns


class _Job:
    """Views that count up and wait at the third until they may go on."""

    def __init__(self):
        self.may_go_on, self.ended = threading.Event(), threading.Event()

    def views(self):
        try:
            for number in range(4):
                if number == 2:
                    self.may_go_on.wait()
                yield View(stage="write", done=number)
        finally:
            self.ended.set()


def test_a_job_that_nobody_stops_comes_whole():
    job, stops = _Job(), Stops()
    job.may_go_on.set()
    assert [view.done for view in stops.until_stopped("page", job.views())] == [0, 1, 2, 3]
    assert not stops.stop("page")


@pytest.mark.parametrize(("why", "last"), [("stopped", [("stopped", 1)]), ("replaced", [])])
def test_a_job_ends_at_once_though_a_view_is_being_made(why, last):
    job, stops = _Job(), Stops()
    views = stops.until_stopped("page", job.views())
    assert [next(views).done, next(views).done] == [0, 1]
    threading.Timer(0.05, stops.stop, ("page", why)).start()
    assert [(view.stage, view.done) for view in views] == last
    assert not job.ended.is_set()
    job.may_go_on.set()
    assert job.ended.wait(60)


def test_a_page_stops_no_job_but_its_own():
    job, stops = _Job(), Stops()
    job.may_go_on.set()
    views = stops.until_stopped("page", job.views())
    next(views)
    assert not stops.stop("another page")
    assert [view.stage for view in views] == ["write"] * 3


def test_a_page_that_is_gone_ends_its_job():
    job, stops = _Job(), Stops()
    views = stops.until_stopped("page", job.views())
    next(views)
    views.close()
    assert job.ended.wait(60)
    assert not stops.stop("page")


def test_a_job_that_waits_for_its_turn_leaves_the_queue():
    turns, stops, left = Turns(at_once=1), Stops(), threading.Event()

    def leave():
        left.set()
        turns.look()

    with turns.turn("another"):
        waiting = in_turn(turns, "me", iter([View(stage="read")]), left)
        threading.Timer(0.05, stops.stop, ("page",)).start()
        assert [view.stage for view in stops.until_stopped("page", waiting, leave)] == ["stopped"]
        while turns.length > 1:  # it ends: who left is let go though the turn never came
            time.sleep(0.01)


def test_what_a_job_raises_is_raised():
    def views():
        yield View()
        raise ZeroDivisionError

    shown = Stops().until_stopped("page", views())
    next(shown)
    with pytest.raises(ZeroDivisionError):
        next(shown)
