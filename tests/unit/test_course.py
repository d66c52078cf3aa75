from __future__ import annotations

import pytest

from app.course import Course, StoppedError, part, unwatched, watched


def test_it_tells_how_far_it_is() -> None:
    course = Course()
    course.step(0.25)
    assert course.done == 0.25


def test_it_stops_at_the_next_step() -> None:
    course = Course()
    course.stop()
    with pytest.raises(StoppedError):
        course.step(0.5)
    assert course.done == 0.0


def test_a_part_runs_between_two_shares_of_the_whole() -> None:
    course = Course()
    step = part(part(course.step, 0.5, 1), 0, 0.5)
    step(0)
    assert course.done == 0.5
    step(1)
    assert course.done == 0.75


def test_nobody_has_to_watch() -> None:
    unwatched(0.5)


def test_things_are_watched_one_by_one() -> None:
    course = Course()
    seen = [(thing, course.done) for thing in watched("abcd", course.step)]
    assert seen == [("a", 0.0), ("b", 0.25), ("c", 0.5), ("d", 0.75)]
