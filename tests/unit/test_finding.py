from __future__ import annotations

from datetime import date

from app.domain.entries import Entry
from app.domain.goals import Goal, Milestone
from app.domain.ids import Id, Kind
from app.storage.finding import (
    SEARCHED,
    day_of,
    depends_on,
    facet,
    first_minute,
    kinds_in,
    owner_of,
    texts_of,
    title_of,
)
from app.storage.tables import TABLES


def test_every_field_that_is_searched_exists() -> None:
    for kind, searched in SEARCHED.items():
        named = {searched.title, *searched.texts, searched.tags, searched.owner, searched.day}
        assert not {n for n in named - {""} if not hasattr(TABLES[kind].cls, n)}, kind
        for other, name in searched.touches.items():
            assert name in TABLES[other].columns


def test_a_group_is_known_by_its_beginning() -> None:
    assert kinds_in("journal") == kinds_in("Jour") == (Kind.ENTRY,)
    goals = {Kind.GOAL, Kind.MILESTONE, Kind.CHECK_IN, Kind.CYCLE}
    growing = {Kind.COMPETENCY, Kind.ASSESSMENT, Kind.EXPERIENCE}
    assert set(kinds_in("plan")) == goals | growing
    assert kinds_in("") == kinds_in("nowhere") == ()


def test_a_tag_is_known_without_case_and_accents() -> None:
    assert facet("tag", "#Réflexion") == facet("tag", "reflexion")
    assert facet("tag", "a") != facet("is", "a")


def test_what_a_record_shows() -> None:
    goal = Goal(title="g", why="w", due=date(2026, 6, 1))
    step = Milestone(title="m", goal=goal.id)
    assert (title_of(goal), next(texts_of(goal)), day_of(goal)) == ("g", "w", goal.due)
    assert (owner_of(step), day_of(step), owner_of(goal)) == (goal.id, None, None)
    assert day_of(Entry(id=Id("e"), day=date(2026, 5, 1))) == date(2026, 5, 1)


def test_evidence_changes_what_its_entry_is_found_by() -> None:
    assert list(depends_on(Kind.EVIDENCE)) == [(Kind.ENTRY, "entry")]
    assert list(depends_on(Kind.GOAL)) == []


def test_minutes_run_on_from_day_to_day() -> None:
    assert first_minute(date(2026, 1, 1)) + 24 * 60 == first_minute(date(2026, 1, 2))
