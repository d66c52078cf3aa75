from __future__ import annotations

from datetime import timedelta

from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id
from app.domain.sessions import Debrief, Score, Session
from app.operations import people, sessions
from app.queries.debriefs import debrief_of, following, low_twice
from app.vault import Vault
from tests.vaults import NOON


def _met(vault: Vault, person: Id, day: int, **levels: int) -> Session:
    start = NOON.on(NOON.day + timedelta(days=day))
    made = sessions.plan_session(vault, Session(person=person).dated(start))
    if levels:
        scores = tuple(Score(item, level) for item, level in levels.items())
        sessions.debrief_session(vault, Debrief(session=made.id, scores=scores))
    return made


def test_a_line_is_low_twice_where_it_was_low_in_the_last_debrief_with_the_same_person(
    vault: Vault,
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    jun = people.add_person(vault, Person(name="Jun")).id
    _met(vault, ruth, -30, room=1, kept=2, topic=4)
    _met(vault, ruth, -20)
    _met(vault, jun, -10, topic=1)
    now = _met(vault, ruth, 0, room=2, kept=3, topic=1, unsure=1)
    assert low_twice(vault.read, now) == ("room",)


def test_nothing_is_low_twice_the_first_time_or_without_a_person(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    assert low_twice(vault.read, _met(vault, ruth, 0, room=1)) == ()
    assert low_twice(vault.read, _met(vault, ruth, 1)) == ()
    _met(vault, NO_ID, 2, room=1)
    assert low_twice(vault.read, _met(vault, NO_ID, 3, room=1)) == ()


def test_the_following_session_is_the_first_that_is_planned_with_the_same_person(
    vault: Vault,
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    now = _met(vault, ruth, 0)
    assert following(vault.read, now) is None
    later, soon = _met(vault, ruth, 20), _met(vault, ruth, 10)
    called_off = _met(vault, ruth, 5)
    sessions.cancel_session(vault, called_off.id)
    _met(vault, NO_ID, 1)
    found = following(vault.read, now)
    assert found is not None
    assert found.id == soon.id
    assert following(vault.read, later) is None
    assert following(vault.read, _met(vault, NO_ID, -1)) is None


def test_a_session_without_a_debrief_has_a_blank_one(vault: Vault) -> None:
    made = _met(vault, NO_ID, 0)
    assert debrief_of(vault.read, made.id).empty
    kept = sessions.debrief_session(vault, Debrief(session=made.id, answers="Good"))
    assert debrief_of(vault.read, made.id) == kept
