from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.goals import Stretch, StretchState
from app.domain.ids import NO_ID, Id
from app.domain.records import TitleMissingError
from app.domain.support import Support, SupportState, lacks_feedback


@pytest.mark.parametrize(
    ("person", "state", "lined_up"),
    [
        (Id("ruth"), SupportState.WANTED, False),
        (Id("ruth"), SupportState.ASKED, True),
        (Id("ruth"), SupportState.AGREED, True),
        (Id("ruth"), SupportState.DECLINED, False),
        (NO_ID, SupportState.ASKED, False),
    ],
)
def test_support_is_lined_up_once_somebody_was_asked_and_has_not_said_no(
    person: Id, state: SupportState, *, lined_up: bool
) -> None:
    assert Support(title="x", person=person, state=state).lined_up is lined_up


def test_support_says_what_is_asked_for() -> None:
    with pytest.raises(TitleMissingError):
        Support(title=" ").check()


FEEDBACK = Support(title="Watch me", person=Id("ruth"), state=SupportState.AGREED, feedback=True)


@pytest.mark.parametrize(
    ("size", "state", "lacks"),
    [
        (None, StretchState.ACTIVE, False),
        (3, StretchState.ACTIVE, False),
        (4, StretchState.ACTIVE, True),
        (5, StretchState.ACTIVE, True),
        (5, StretchState.SOMEDAY, False),
        (5, StretchState.TRIED, False),
    ],
)
def test_a_big_stretch_goal_under_way_needs_somebody_who_gives_feedback(
    size: int | None, state: StretchState, *, lacks: bool
) -> None:
    assert lacks_feedback(Stretch(title="x", size=size, state=state), []) is lacks


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [
        (FEEDBACK, False),
        (replace(FEEDBACK, state=SupportState.ASKED), False),
        (replace(FEEDBACK, state=SupportState.WANTED), True),
        (replace(FEEDBACK, state=SupportState.DECLINED), True),
        (replace(FEEDBACK, feedback=False), True),
        (replace(FEEDBACK, person=NO_ID), True),
    ],
)
def test_feedback_is_lined_up_once_somebody_was_asked_for_it(
    asked: Support, *, lacks: bool
) -> None:
    others = [replace(FEEDBACK, feedback=False), asked]
    assert lacks_feedback(Stretch(title="x", size=5), others) is lacks
