"""Charts of growth in a share pack: only what was chosen, and nothing that others said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.charts.seen import KEYS, ChartChoice, SeenWords, chart_of, values_of
from app.clock import Moment
from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Person
from app.domain.experiences import Experience
from app.domain.goals import Goal
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Pack, PackItem
from app.domain.sessions import Session
from app.operations import competencies, experiences, goals, journal, packs, people, sessions
from app.operations.journal import EntryDraft
from app.queries import growth, shared_charts
from app.queries import packs as pack_queries
from app.queries.growth import Days
from app.sharing.charts import SharedChart
from app.sharing.words import PackWords
from app.vault import Vault
from tests.documents import words
from tests.drawings import space
from tests.vaults import NOON

LIBRARY = Library()
DAY = NOON.day
SPRING = ChartChoice("then_now", DAY - timedelta(days=60), DAY)


def assessed(vault: Vault, ago: int, level: int, person: Id = NO_ID) -> Assessment:
    rating = Rating("delegating", "Handing work over", level, "Anchor.", "A private proof of it.")
    day = DAY - timedelta(days=ago)
    by = "Ruth Adeyemi" if person else ""
    return competencies.assess(vault, Assessment(day=day, person=person, by=by, ratings=(rating,)))


def chosen(vault: Vault, choice: ChartChoice) -> Pack:
    """A pack with this chart, as it reads now."""
    found = pack_queries.candidates(vault, LIBRARY, [choice.id])
    (candidate,) = (each for each in found if each.id == choice.id)
    return packs.add(vault, Pack(title="P", items=(candidate.choice(("chart",)),)))


def test_nothing_is_offered_where_there_is_nothing_to_see(vault: Vault) -> None:
    assert shared_charts.offered(vault.read, LIBRARY, DAY, [SPRING.id, "no chart"]) == ()


def test_levels_that_somebody_gave_stay_whoever_that_was(vault: Vault) -> None:
    """What came back as feedback may be private; who gave it may not be known as a person."""
    rating = Rating("delegating", "Handing work over", 5, "", "As Priya sees it.")
    assessed(vault, 30, 2)
    alone = chosen(vault, SPRING)
    before = words(packs.build(pack_queries.source(vault, alone, LIBRARY), None).data)
    for person, by in ((people.add_person(vault, Person(name="Priya")).id, "Priya"), (NO_ID, "P")):
        competencies.assess(vault, Assessment(day=DAY, person=person, by=by, ratings=(rating,)))
    source = pack_queries.source(vault, alone, LIBRARY)
    assert len(source.chosen) == 1
    assert words(packs.build(source, None).data) == before


def test_what_one_felt_and_wrote_about_is_offered_only_where_asked_for(vault: Vault) -> None:
    assessed(vault, 30, 2)
    draft = EntryDraft(body="one", tags=("calm",), confidence=3)
    goals.add_goal(vault, Goal(title="A private goal"))
    experiences.add_experience(vault, Experience(title="A private talk", start=DAY))
    for _ in range(10):
        journal.add(vault, draft, NOON)
    offered = shared_charts.offered(vault.read, LIBRARY, DAY)
    assert [each.choice.key for each in offered] == ["then_now", "mix", "goals"]
    asked = [ChartChoice(key, DAY - timedelta(days=9), DAY).id for key in KEYS]
    found = shared_charts.offered(vault.read, LIBRARY, DAY, asked)
    assert {each.choice.key for each in found} == set(KEYS)
    ten_days = Days(DAY - timedelta(days=9), DAY)
    over = shared_charts.offered(vault.read, LIBRARY, DAY, span=ten_days)
    assert {(each.choice.first, each.choice.last) for each in over} == {(ten_days.first, DAY)}


def test_what_others_said_and_the_proof_are_not_in_it(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi"))
    assessed(vault, 30, 2)
    assessed(vault, 20, 5, ruth.id)
    assessed(vault, 1, 3)
    shared = shared_charts.find(vault.read, LIBRARY, SPRING, DAY)
    assert shared is not None
    said = " ".join(map(str, values_of(shared.seen)))
    assert "Handing work over" in said
    assert "Ruth" not in said
    assert "proof" not in said
    assert "Anchor." not in said


def test_tags_that_are_not_drawn_stay(vault: Vault) -> None:
    """Two entries are too few to be drawn, and a name in their tag is nobody's business."""
    for ago in range(12):
        tags = ("calm", "ruth") if ago < 2 else ("calm",)
        draft = EntryDraft(body="some words", tags=tags)
        journal.add(vault, draft, Moment(NOON.at - ago * 86_400_000, NOON.offset))
    shared = shared_charts.find(vault.read, LIBRARY, replace(SPRING, key="themes"), DAY)
    assert shared is not None
    said = [each for each in values_of(shared.seen) if isinstance(each, str)]
    assert said == ["calm"]


def test_a_chart_leaves_as_it_was_seen_and_no_other_way(vault: Vault) -> None:
    assessed(vault, 30, 2)
    assessed(vault, 1, 3)
    pack = chosen(vault, SPRING)
    assert [each.kind for each in pack_queries.source(vault, pack, LIBRARY).chosen] == [Kind.CHART]
    later = assessed(vault, 0, 5)
    assert pack_queries.source(vault, pack, LIBRARY).chosen == ()
    competencies.delete_assessment(vault, later.id)
    assert len(pack_queries.source(vault, pack, LIBRARY).chosen) == 1


def test_the_pages_say_what_the_chart_says(vault: Vault) -> None:
    assessed(vault, 30, 2)
    assessed(vault, 1, 3)
    pack = chosen(vault, SPRING)
    source = pack_queries.source(vault, pack, LIBRARY)
    text = words(packs.build(source, None).data)
    for said in ("How I have grown", "One higher", "Handing work over", "2 to 3"):
        assert said in text
    assert "private proof" not in text
    assert "Anchor." not in text


def test_confidence_days_and_tags_can_be_put_on_paper(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="A private goal", learned="A private lesson"))
    experiences.add_experience(vault, Experience(title="A private talk", start=DAY))
    for ago in range(0, 60, 4):
        draft = EntryDraft(body="some words", tags=("calm",), confidence=1 + ago % 5)
        journal.add(vault, draft, Moment(NOON.at - ago * 86_400_000, NOON.offset))
    for key in KEYS[1:]:
        source = pack_queries.source(vault, chosen(vault, replace(SPRING, key=key)), LIBRARY)
        (each,) = source.chosen
        text = words(packs.build(source, None).data)
        assert isinstance(each.record, SharedChart)
        heading = chart_of(each.record.seen, PackWords().seen()).heading
        assert heading.split(" in ")[0] in text
        assert "private" not in text


@pytest.mark.parametrize(
    ("key", "stays"),
    [
        ("confidence", ", with all ratings of energy and all tags."),
        ("themes", ", with all ratings of energy and confidence."),
        ("writing", ", with all ratings of energy and confidence and all tags."),
    ],
)
def test_what_a_chart_is_drawn_from_is_not_said_to_stay(vault: Vault, key: str, stays: str) -> None:
    """A chart of tags gives tags away, and one of confidence ratings of it."""
    for ago in range(0, 60, 4):
        draft = EntryDraft(body="some words", tags=("calm",), confidence=3)
        journal.add(vault, draft, Moment(NOON.at - ago * 86_400_000, NOON.offset))
    source = pack_queries.source(vault, chosen(vault, replace(SPRING, key=key)), LIBRARY)
    assert f"Everything else in the vault{stays}" in words(packs.build(source, None).data)


@pytest.mark.parametrize("key", KEYS)
def test_any_range_of_days_can_be_looked_at(vault: Vault, key: str) -> None:
    """The end of a cycle may be mistyped; the page of growth has to open all the same."""
    for _ in range(10):
        journal.add(vault, EntryDraft(body="some words", tags=("calm",), confidence=3))
    for first, last in ((date.min, date.max), (DAY, date.max), (date.min, DAY), (date.max,) * 2):
        found = shared_charts.find(vault.read, LIBRARY, ChartChoice(key, first, last), DAY)
        if found is not None:
            chart_of(found.seen, SeenWords()).draw(space(600))


def test_a_chart_of_no_days_is_gone(vault: Vault) -> None:
    pack = Pack(title="P", items=(PackItem(Kind.CHART, Id("then_now/x/y"), ("chart",)),))
    assert pack_queries.as_it_reads(vault, pack.items, LIBRARY) == [None]


def test_no_chart_that_leaves_says_when_there_were_sessions_or_with_whom(vault: Vault) -> None:
    """Whoever sees the mentee's sessions marked is the mentee: a pack may be for another mentor."""
    for ago in (0, 14, 28):
        journal.add(vault, EntryDraft(confidence=3), Moment(NOON.at - ago * 86_400_000, 120))
    held = Session(person=people.add_person(vault, Person(name="Ruth")).id)
    week = Moment(NOON.at - 7 * 86_400_000, NOON.offset)
    sessions.end_session(vault, sessions.plan_session(vault, held.dated(week)).id)
    covered = Days(DAY - timedelta(days=60), DAY)
    seen_by_oneself = growth.journal(vault, covered)
    assert seen_by_oneself is not None
    assert [each.name for each in seen_by_oneself.held] == ["Ruth"]
    choice = ChartChoice("confidence", covered.first, covered.last)
    found = shared_charts.find(vault.read, LIBRARY, choice, DAY)
    assert found is not None
    chart = chart_of(found.seen, SeenWords())
    assert all(mark.row == 0 for mark in chart.draw(space(600)).marks)
    assert "Ruth" not in chart.description
    assert not {"Session", "S1"} & set(chart.description.split())
