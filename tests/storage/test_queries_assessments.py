"""What to assess, what was rated before, and the evidence for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.content.library import Library
from app.domain.assessing import Answer, Assessing
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.cycles import Cycle, Person
from app.domain.goals import Goal, GoalState, Milestone, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.operations import competencies, cycles, goals, journal, people
from app.operations.journal import EntryDraft
from app.queries import assessments
from app.queries.assessments import Moment
from app.queries.competencies import catalogue
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
IDS = [c.id for c in LIBRARY.framework.competencies]
FIRST, SECOND, THIRD = IDS[:3]
MAY = date(2026, 5, 4)


def assess(vault: Vault, day: date, person: Id = NO_ID, **levels: int) -> Assessment:
    ratings = tuple(Rating(name.replace("_", "-"), name, level) for name, level in levels.items())
    by = "Ruth" if person else ""
    done = Assessment(day=day, label=str(day), person=person, by=by, ratings=ratings)
    return competencies.assess(vault, done)


def test_open_goals_and_the_last_assessment_suggest_what_to_assess(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="a", competencies=(THIRD,)))
    goals.add_stretch(vault, Stretch(title="b", competencies=(FIRST,)))
    closed = goals.add_goal(vault, Goal(title="c", competencies=(IDS[5],)))
    goals.close_goal(vault, closed.id, GoalState.MET, "")
    competencies.assess(vault, Assessment(day=MAY, ratings=(Rating(SECOND, "b", 2),)))
    assert assessments.suggested(vault.read, LIBRARY) == (FIRST, SECOND, THIRD)


def test_an_archived_competency_is_not_suggested(vault: Vault) -> None:
    row = catalogue(vault.read, LIBRARY).rows[0]
    goals.add_goal(vault, Goal(title="a", competencies=(FIRST,)))
    competencies.archive_competency(vault, row.own)
    assert assessments.suggested(vault.read, LIBRARY) == ()


def test_the_last_rating_of_each_is_ones_own_or_a_persons(vault: Vault) -> None:
    assess(vault, MAY, listening=2, delegating=3)
    assess(vault, MAY + timedelta(days=9), listening=4)
    assess(vault, MAY + timedelta(days=10), Id("ruth"), listening=1)
    own = assessments.latest(vault.read)
    assert {name: seen.rating.level for name, seen in own.items()} == {
        "listening": 4,
        "delegating": 3,
    }
    assert own["delegating"].day == MAY
    assert assessments.latest(vault.read, Id("ruth"))["listening"].by == "Ruth"


def test_of_two_on_one_day_the_one_made_later_is_the_last(vault: Vault) -> None:
    assess(vault, MAY, listening=2)
    later = assess(vault, MAY, listening=5)
    assert assessments.latest(vault.read)["listening"].assessment in {
        each.id for each in assessments.past(vault.read)[:1]
    }
    competencies.delete_assessment(vault, later.id)
    assert assessments.latest(vault.read)["listening"].rating.level == 2


def test_the_history_of_a_competency_holds_everybodys_ratings(vault: Vault) -> None:
    assess(vault, MAY, listening=2)
    assess(vault, MAY + timedelta(days=1), Id("ruth"), listening=1, delegating=1)
    found = assessments.history(vault.read, "listening")
    assert [(seen.by, seen.rating.level) for seen in found] == [("Ruth", 1), ("", 2)]


def test_an_assessment_in_the_trash_counts_nowhere(vault: Vault) -> None:
    done = assess(vault, MAY, listening=2)
    competencies.delete_assessment(vault, done.id)
    assert assessments.past(vault.read) == ()
    assert assessments.find(vault.read, done.id) is None
    assert assessments.latest(vault.read) == {}


def test_the_plan_tells_the_levels_of_open_goals_or_else_of_last_time(vault: Vault) -> None:
    competencies.assess(vault, Assessment(day=MAY, ratings=(Rating(FIRST, "a", 4),)))
    (rated,) = assessments.standings(vault.read, LIBRARY)
    assert (rated.id, rated.level, rated.day) == (FIRST, 4, MAY)
    goals.add_goal(vault, Goal(title="a", competencies=(SECOND,)))
    (wanted,) = assessments.standings(vault.read, LIBRARY)
    assert (wanted.id, wanted.level, wanted.day) == (SECOND, 0, None)


@pytest.mark.parametrize(
    ("days", "moment"),
    [
        (-1, Moment.ANY),
        (0, Moment.START),
        (10, Moment.START),
        (60, Moment.MIDDLE),
        (99, Moment.EXIT),
        (101, Moment.ANY),
    ],
)
def test_the_moment_is_the_nearest_of_the_cycle(vault: Vault, days: int, moment: Moment) -> None:
    start = MAY
    cycle = Cycle(title="c", start=start, middle=start + timedelta(50), end=start + timedelta(100))
    cycles.add_cycle(vault, cycle)
    assert assessments.moment_of(vault.read, start + timedelta(days)) is moment


def test_a_competency_without_anchors_reads_as_the_scale_does(vault: Vault) -> None:
    own = OwnCompetency(name="Rowing", anchors=("", "b", "", "", ""))
    competencies.add_competency(vault, own)
    row = catalogue(vault.read, LIBRARY).rows[-1]
    scale = LIBRARY.framework.scale
    found = assessments.anchors(row, LIBRARY)
    assert found[:2] == (f"{scale[0].label}. {scale[0].meaning}", "b")
    assert len(assessments.anchors(replace(row, anchors=()), LIBRARY)) == 5


def test_a_finished_draft_keeps_names_and_anchors_as_they_read(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    draft = Assessing(chosen=(FIRST, SECOND, "gone"), label=" Exit ", person=ruth.id, day=MAY)
    draft = draft.answered(Answer(FIRST, 2, " twice ", recalibrated=True))
    draft = draft.answered(Answer("gone", 3))
    done = assessments.finished(vault.read, LIBRARY, draft, NOON.day)
    shipped = LIBRARY.framework.competencies[0]
    assert (done.label, done.day, done.person, done.by) == ("Exit", MAY, ruth.id, "Ruth")
    assert done.ratings == (
        Rating(FIRST, shipped.name, 2, shipped.anchors[1], "twice", recalibrated=True),
    )


def test_a_finished_draft_belongs_to_the_cycle_of_its_day(vault: Vault) -> None:
    end = MAY + timedelta(9)
    cycle = cycles.add_cycle(vault, Cycle(title="c", start=MAY, middle=MAY, end=end))
    draft = Assessing(chosen=(FIRST,)).answered(Answer(FIRST, 1))
    assert assessments.finished(vault.read, LIBRARY, draft, end).cycle == cycle.id
    late = end + timedelta(1)
    assert assessments.finished(vault.read, LIBRARY, draft, late).cycle == NO_ID


def test_evidence_is_of_the_competency_its_goals_and_their_milestones(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="a", competencies=(FIRST,)))
    step = goals.add_milestone(vault, Milestone(goal=goal.id, title="s"))
    other = goals.add_goal(vault, Goal(title="b", competencies=(SECOND,)))
    for title, kind, target in (
        ("competency", Kind.COMPETENCY, Id(FIRST)),
        ("goal", Kind.GOAL, goal.id),
        ("milestone", Kind.MILESTONE, step.id),
        ("other", Kind.GOAL, other.id),
    ):
        entry = journal.add(vault, EntryDraft(title=title, body="I waited. They found it."))
        journal.quote(vault, entry.id, "They found it.", kind, target)
    found = assessments.evidence(vault.read, FIRST)
    assert {item.title for item in found} == {"competency", "goal", "milestone"}
    assert {item.quotes for item in found} == {("They found it.",)}


def test_what_is_under_way_is_known_until_it_is_forgotten(vault: Vault) -> None:
    assert assessments.under_way(vault.read) is None
    draft = Assessing(chosen=(FIRST,), begun=True)
    vault.keep_draft(assessments.OWN_DRAFT, draft.as_text())
    assert assessments.under_way(vault.read) == draft
    assert assessments.under_way(vault.read, assessments.OTHER_DRAFT) is None


def test_evidence_without_a_passage_begins_below_the_headings_of_a_template(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="t", body="## The attempt\n\nI chaired it."))
    journal.link(vault, entry.id, Kind.COMPETENCY, Id(FIRST))
    (found,) = assessments.evidence(vault.read, FIRST)
    assert (found.text, found.quotes) == ("I chaired it.", ())
