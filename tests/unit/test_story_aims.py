"""The goals of the story."""

import pytest

from app.content.library import Library
from app.content.story_aims import StoryGoal, StoryStretch

LEVELS = [1, 2, 3, 4, 5]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def days_of(aim: StoryGoal | StoryStretch) -> tuple[list[int], int]:
    """The days of its check-ins, and its last day."""
    days = [check_in.day for check_in in aim.check_ins]
    return days, aim.end_day if isinstance(aim, StoryGoal) else aim.attempt_day


def test_goals_lie_within_their_cycles_and_nothing_is_done_in_the_future(library: Library) -> None:
    story = library.story
    aims: list[StoryGoal | StoryStretch] = [*story.goals, *story.stretch_goals]
    cycles = {cycle.id: cycle for cycle in story.cycles}
    for aim in aims:
        days, end = days_of(aim)
        cycle = cycles[aim.cycle]
        assert cycle.start_day <= aim.start_day <= end <= cycle.end_day
        assert days == sorted(set(days))
        assert all(aim.start_day <= day <= min(end, 0) for day in days)
        assert all(m.done_day is None or m.done_day <= 0 for m in aim.milestones)


def test_stretch_goals_are_rated_from_1_to_5(library: Library) -> None:
    for stretch in library.story.stretch_goals:
        assert stretch.challenge in LEVELS
        assert all(check_in.confidence in LEVELS for check_in in stretch.check_ins)


def test_goals_stand_where_their_last_check_in_says(library: Library) -> None:
    for goal in library.story.goals:
        measure = goal.measure
        assert goal.check_ins[-1].value == measure.current
        reached = measure.current >= measure.target
        assert goal.status == "active" or reached == (goal.status == "met")
    for stretch in library.story.stretch_goals:
        assert (stretch.status == "done") == (stretch.result is not None)
        assert (stretch.status == "done") == (stretch.attempt_day <= 0)
