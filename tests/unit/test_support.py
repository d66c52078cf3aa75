from __future__ import annotations

import pytest

from app.domain.ids import NO_ID, Id
from app.domain.records import TitleMissingError
from app.domain.support import Support, SupportState


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
