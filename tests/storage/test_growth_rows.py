from __future__ import annotations

from datetime import date, timedelta

from app.clock import Moment
from app.domain.goals import CheckIn, Stretch, StretchState
from app.operations import goals, journal
from app.storage import growth_rows
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day


def stretch(
    vault: Vault, title: str, day: date, state: StretchState, rating: int | None
) -> Stretch:
    made = goals.add_stretch(vault, Stretch(title=title, state=state))
    goals.check_in(vault, CheckIn(goal=made.id, day=day, confidence=rating, note="n"))
    return made


def test_stretch_goals_with_a_rating_in_the_days_come_active_first(vault: Vault) -> None:
    tried = stretch(vault, "tried", DAY, StretchState.TRIED, 3)
    old = stretch(vault, "old", DAY - timedelta(days=9), StretchState.ACTIVE, 2)
    new = stretch(vault, "new", DAY - timedelta(days=1), StretchState.ACTIVE, 2)
    stretch(vault, "unrated", DAY, StretchState.ACTIVE, None)
    stretch(vault, "before", DAY - timedelta(days=90), StretchState.ACTIVE, 2)
    first = DAY - timedelta(days=30)
    assert growth_rows.rated_stretches(vault.read, first, DAY, 5) == [new.id, old.id, tried.id]
    assert growth_rows.rated_stretches(vault.read, first, DAY, 1) == [new.id]


def test_entries_of_the_days_are_read_and_those_in_the_trash_are_not(vault: Vault) -> None:
    draft = journal.EntryDraft(body="one two", tags=("calm",), confidence=4)
    journal.add(vault, draft, NOON)
    journal.add(vault, draft, Moment(NOON.at - 40 * 86_400_000, NOON.offset))
    gone = journal.add(vault, draft, NOON)
    journal.delete(vault, gone.id)
    assert growth_rows.written(vault.read, DAY - timedelta(days=1), DAY) == [
        (DAY.isoformat(), 4, '["calm"]', "one two")
    ]


def test_the_first_day_of_each_kind_is_known(vault: Vault) -> None:
    assert growth_rows.first_days(vault.read) == []
    stretch(vault, "a", DAY, StretchState.ACTIVE, 3)
    journal.add(vault, journal.EntryDraft(body="one"), NOON)
    assert growth_rows.first_days(vault.read) == [DAY.isoformat(), DAY.isoformat()]
