"""The portfolio of experiences, one of them whole, and what is suggested next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.content.library import Library
from app.domain.cycles import Person
from app.domain.experiences import Experience, ExperienceKind, Learning, Phase
from app.domain.goals import Goal, GoalState, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.domain.progress.mix import mix
from app.domain.records import TITLE_LIMIT
from app.operations import experiences as operations
from app.operations import goals, journal, packs, people
from app.operations.journal import EntryDraft
from app.queries import experiences
from app.queries.experiences import FOREMOST, Suggestion
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
TODAY = NOON.day


def _add(vault: Vault, title: str, start: int | None, end: int | None = None) -> Experience:
    """An experience from so many days after today to so many."""
    days = [None if each is None else TODAY + timedelta(days=each) for each in (start, end)]
    return operations.add_experience(vault, Experience(title=title, start=days[0], end=days[1]))


def _titles(rows: tuple[experiences.ExperienceRow, ...]) -> list[str]:
    return [row.title for row in rows]


def test_the_newest_stand_first_and_what_has_no_day_yet_before_them(vault: Vault) -> None:
    _add(vault, "old", -90, -80)
    _add(vault, "someday", None)
    _add(vault, "ended", None, -3)
    _add(vault, "coming", 10)
    assert _titles(experiences.portfolio(vault.read, TODAY)) == [
        "someday",
        "coming",
        "ended",
        "old",
    ]


def test_a_row_tells_the_phase_the_learning_and_the_evidence(vault: Vault) -> None:
    """Two passages of one entry are one piece of evidence."""
    shadowing = Experience(title="s", type=ExperienceKind.SHADOWING, start=TODAY, hours=4.5)
    found = operations.add_experience(vault, shadowing)
    entry = journal.add(vault, EntryDraft(title="t", body="One. Two."))
    for passage in ("One.", "Two."):
        journal.quote(vault, entry.id, passage, Kind.EXPERIENCE, found.id)
    (row,) = experiences.portfolio(vault.read, TODAY)
    assert (row.phase, row.learning) == (Phase.UNDER_WAY, Learning.WITH_OTHERS)
    assert (row.hours, row.evidence) == (4.5, 1)


def test_the_plan_begins_with_what_is_open_and_the_newest_that_is_done(vault: Vault) -> None:
    for title, start, end in (
        ("done long ago", -90, -80),
        ("done", -20, -10),
        ("in June", 12, 20),
        ("in July", 45, None),
        ("running", -5, None),
    ):
        _add(vault, title, start, end)
    assert len(experiences.foremost(vault.read, TODAY)) == FOREMOST
    assert _titles(experiences.foremost(vault.read, TODAY)) == [
        "running",
        "in June",
        "in July",
        "done",
    ]


def test_one_experience_names_what_it_is_linked_to_as_it_is_called_now(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead"))
    stretch = goals.add_stretch(vault, Stretch(title="Chair"))
    person = people.add_person(vault, Person(name="Ruth"))
    left = people.add_person(vault, Person(name="Gone"))
    known = LIBRARY.framework.competencies[0]
    found = operations.add_experience(
        vault,
        Experience(
            title="e",
            goals=(goal.id, stretch.id, Id("nowhere")),
            people=(person.id, left.id),
            competencies=(known.id,),
        ),
    )
    people.delete_person(vault, left.id)
    page = experiences.experience_page(vault.read, LIBRARY, found.id, TODAY)
    assert page is not None
    assert [(link.kind, link.name) for link in page.goals] == [
        (Kind.GOAL, "Lead"),
        (Kind.STRETCH, "Chair"),
    ]
    assert [link.name for link in page.people] == ["Ruth"]
    assert [link.name for link in page.competencies] == [known.name]


def test_its_entries_stand_from_the_newest_to_the_oldest_with_their_passages(vault: Vault) -> None:
    found = _add(vault, "e", 0)
    first = journal.add(vault, EntryDraft(title="first", body="How it began."))
    second = journal.add(vault, EntryDraft(title="second", body="How it went on."), NOON.on(TODAY))
    journal.link(vault, first.id, Kind.EXPERIENCE, found.id)
    journal.quote(vault, second.id, "went on", Kind.EXPERIENCE, found.id)
    page = experiences.experience_page(vault.read, LIBRARY, found.id, TODAY)
    assert page is not None
    assert {(item.title, item.text, item.quotes) for item in page.evidence} == {
        ("second", "", ("went on",)),
        ("first", "How it began.", ()),
    }


def test_the_packs_that_name_it_are_told(vault: Vault) -> None:
    found = _add(vault, "e", 0)
    packs.add(vault, Pack(title="P", items=(PackItem(Kind.EXPERIENCE, found.id, ()),)))
    page = experiences.experience_page(vault.read, LIBRARY, found.id, TODAY)
    assert page is not None
    assert [(mention.title, mention.left) for mention in page.packs] == [("P", False)]


def test_what_lies_in_the_trash_is_not_shown(vault: Vault) -> None:
    found = _add(vault, "e", 0)
    operations.delete_experience(vault, found.id)
    assert experiences.portfolio(vault.read, TODAY) == ()
    assert experiences.experience_page(vault.read, LIBRARY, found.id, TODAY) is None
    assert experiences.find(vault.read, Id("nowhere")) is None


def test_goals_to_choose_from_stand_with_the_open_ones_first(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="ask", state=GoalState.MET))
    goals.add_goal(vault, Goal(title="Zeal"))
    goals.add_stretch(vault, Stretch(title="march"))
    assert [aim.name for aim in experiences.aims(vault.read)] == ["march", "Zeal", "ask"]


def test_people_to_choose_from_stand_by_name(vault: Vault) -> None:
    for name in ("ruth", "Ana"):
        people.add_person(vault, Person(name=name))
    assert [person.name for person in experiences.people(vault.read)] == ["Ana", "ruth"]


def test_suggestions_are_those_of_the_competencies_of_open_goals(vault: Vault) -> None:
    """Each competency once, and none for goals that ended or for competencies of one's own."""
    first, second, third = LIBRARY.framework.competencies[:3]
    goals.add_goal(vault, Goal(title="a", competencies=(second.id, "my own")))
    goals.add_stretch(vault, Stretch(title="b", competencies=(second.id, first.id)))
    goals.add_goal(vault, Goal(title="c", competencies=(third.id,), state=GoalState.LET_GO))
    found = experiences.suggestions(vault.read, LIBRARY)
    assert [each.name for each in found] == [second.name] * 3 + [first.name] * 3
    assert {each.learning for each in found[:3]} == set(Learning)
    assert found[0].text == second.experiences[0].text


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Pair for a day.", "Pair for a day", ""),
        ("Pair for a day. Swap notes.", "Pair for a day", "Pair for a day. Swap notes."),
        ("x" * 400, "x" * (TITLE_LIMIT - 1) + "…", "x" * 400),
    ],
)
def test_the_first_sentence_of_a_suggestion_is_its_title(text: str, title: str, rest: str) -> None:
    found = Suggestion("a--formal", text, Learning.FORMAL, "a", "A")
    assert (found.title, found.rest) == (title, rest)


@pytest.mark.parametrize("start", [-9, -3, 0, 3, 9, None])
@pytest.mark.parametrize("end", [-3, 0, 3, 9, None])
def test_the_mix_reads_what_overlaps_the_days_and_nothing_else(
    vault: Vault, start: int | None, end: int | None
) -> None:
    if start is not None and end is not None and end < start:
        return
    days = [None if at is None else TODAY + timedelta(days=at) for at in (start, end)]
    lived = Experience(title="e", start=days[0], end=days[1])
    operations.add_experience(vault, lived)
    week = (TODAY - timedelta(days=3), TODAY + timedelta(days=3))
    found = experiences.mix_of(vault.read, LIBRARY, week)
    assert bool(found.rows) == lived.overlaps(*week)


def test_the_mix_is_that_of_the_days_asked_for_with_the_names_of_competencies(vault: Vault) -> None:
    known = LIBRARY.framework.competencies[0]
    lived = Experience(title="e", start=TODAY, competencies=(known.id, "juggling"))
    operations.add_experience(vault, lived)
    _add(vault, "later", 30)
    found = experiences.mix_of(vault.read, LIBRARY, (TODAY, TODAY + timedelta(days=7)))
    assert [(row.title, row.competencies) for row in found.rows] == [
        ("e", (known.name, "juggling"))
    ]
    assert len(experiences.mix_of(vault.read, LIBRARY).rows) == 2
    rows = experiences.portfolio(vault.read, TODAY)
    assert {row.in_mix.id for row in rows} == {row.id for row in rows}
    assert experiences.mix_of(vault.read, LIBRARY).counts == mix(r.in_mix for r in rows).counts


def test_an_experience_without_days_sorts_as_still_to_come(vault: Vault) -> None:
    _add(vault, "e", None)
    assert experiences.portfolio(vault.read, TODAY)[0].when == date.max
