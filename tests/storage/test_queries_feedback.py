"""The list of feedback, a request, and what somebody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Cycle, Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request, Way
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import FIELDS, Pack, PackItem
from app.domain.progress import ThenNow
from app.operations import competencies, cycles, feedback, goals, packs
from app.queries.feedback import (
    Shelf,
    assessment_of,
    feedback_view,
    linked,
    listed,
    offered,
    request_view,
)
from app.queries.shared_charts import offered as charts
from app.vault import Vault
from tests.vaults import NOON

TODAY = date(2026, 5, 20)
SAID = (Answer("start", "Start", AnswerType.MULTILINE, "Say what you need."),)
PULSE = (
    Answer("listening--rating", "Listening", AnswerType.SCALE, rating=4),
    Answer("listening--evidence", "An example", AnswerType.MULTILINE, "Asked twice."),
    Answer("delegating--rating", "Delegating", AnswerType.SCALE),
    Answer("gone--rating", "Not here any more", AnswerType.SCALE, rating=2),
)


def asked(vault: Vault, name: str, day: int = 19, by: int | None = 26) -> Request:
    reply_by = date(2026, 5, by) if by else None
    request = Request(name="SBI", about="The talk", asked=date(2026, 5, day), reply_by=reply_by)
    return feedback.ask(vault, request, Person(name=name))


def given(vault: Vault, **fields: object) -> Feedback:
    spoken = Feedback(answers=SAID, way=Way.FILE, day=TODAY)
    return feedback.receive(vault, replace(spoken, **fields))  # type: ignore[arg-type]


def shelves(vault: Vault) -> list[tuple[Shelf, str]]:
    return [(row.shelf, row.who) for row in listed(vault.read)]


def test_what_arrived_stands_before_what_is_waited_for_and_what_is_used(vault: Vault) -> None:
    asked(vault, "Luca", by=28)
    asked(vault, "Ruth", by=26)
    asked(vault, "Whenever", by=None)
    given(vault, giver="Tomás", day=date(2026, 5, 1))
    given(vault, giver="Ana")
    feedback.keep(vault, given(vault, giver="Sana").id)
    feedback.set_aside(vault, given(vault, giver="Jun").id)
    assert shelves(vault) == [
        (Shelf.ARRIVED, "Ana"),
        (Shelf.ARRIVED, "Tomás"),
        (Shelf.ASKED, "Ruth"),
        (Shelf.ASKED, "Luca"),
        (Shelf.ASKED, "Whenever"),
        (Shelf.USED, "Sana"),
        (Shelf.ASIDE, "Jun"),
    ]


def test_a_request_is_earlier_once_it_was_answered_or_nobody_waits_for_it(vault: Vault) -> None:
    luca, ruth = asked(vault, "Luca"), asked(vault, "Ruth")
    reply = given(vault, request=luca.id)
    feedback.close_request(vault, ruth.id)
    rows = {row.id: row for row in listed(vault.read)}
    assert (rows[luca.id].shelf, rows[luca.id].answered) == (Shelf.EARLIER, TODAY)
    assert (rows[ruth.id].shelf, rows[ruth.id].closed) == (Shelf.EARLIER, TODAY)
    feedback.delete_feedback(vault, reply.id)
    feedback.reopen_request(vault, ruth.id)
    assert [shelf for shelf, _ in shelves(vault)] == [Shelf.ASKED, Shelf.ASKED]


def test_a_row_says_for_how_much_it_is_evidence_and_whether_it_is_in_a_pack(vault: Vault) -> None:
    made = given(vault, consent=Consent.UNNAMED)
    feedback.keep(vault, made.id)
    feedback.link(vault, made.id, Linked(Kind.COMPETENCY, Id("listening")))
    (row,) = listed(vault.read)
    assert (row.evidence, row.shared, row.consent) == (1, False, Consent.UNNAMED)
    packs.add(
        vault, Pack(title="For Ruth", items=(PackItem(Kind.FEEDBACK, made.id, ("answers",)),))
    )
    assert listed(vault.read)[0].shared
    view = feedback_view(vault.read, Library(), made.id, NOON.offset)
    assert view
    assert [(pack.title, pack.left) for pack in view.packs] == [("For Ruth", False)]
    assert [target.title for target in view.targets] == ["Listening"]


def test_a_request_is_shown_with_its_goal_and_what_came_back(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="Speak"))
    request = feedback.ask(vault, Request(goal=stretch.id, asked=TODAY), Person(name="Luca Marin"))
    reply = given(vault, request=request.id)
    view = request_view(vault.read, Library(), request.id)
    assert view
    assert view.who
    assert view.goal
    assert (view.who.short, view.goal.title, view.goal.kind) == ("Luca", "Speak", Kind.STRETCH)
    assert [(each.id, each.state) for each in view.replies] == [(reply.id, FeedbackState.ARRIVED)]
    feedback.delete_request(vault, request.id)
    assert request_view(vault.read, Library(), request.id) is None
    answered = feedback_view(vault.read, Library(), reply.id, NOON.offset)
    assert answered
    assert answered.request is None


def test_feedback_that_is_in_the_trash_is_not_shown(vault: Vault) -> None:
    made = given(vault, giver="Ana")
    view = feedback_view(vault.read, Library(), made.id, NOON.offset)
    assert view
    assert (view.name, view.short, view.who, view.arrived.day) == ("Ana", "Ana", None, TODAY)
    feedback.delete_feedback(vault, made.id)
    assert feedback_view(vault.read, Library(), made.id, NOON.offset) is None
    assert feedback_view(vault.read, Library(), Id("no"), NOON.offset) is None


def test_feedback_can_be_evidence_for_all_but_a_milestone(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak"))
    goals.add_milestone(vault, Milestone(goal=goal.id, title="Once"))
    kinds = {target.kind for target in offered(vault.read, Library())}
    assert kinds == {Kind.GOAL, Kind.COMPETENCY}
    assert linked(offered(vault.read, Library())[0]) == Linked(Kind.GOAL, goal.id)


def test_levels_of_known_competencies_become_how_the_giver_sees_one(vault: Vault) -> None:
    cycle = cycles.add_cycle(
        vault, Cycle(title="Spring", start=TODAY, middle=TODAY, end=TODAY + timedelta(90))
    )
    request = asked(vault, "Ruth")
    made = given(vault, request=request.id, answers=PULSE)
    view = feedback_view(vault.read, Library(), made.id, NOON.offset)
    assert view
    assert view.ratings == (Rating("listening", "Listening", 4, note="Asked twice."),)
    assert view.beside == NO_ID
    seen = assessment_of(vault.read, Library(), view.feedback)
    assert (seen.by, seen.day, seen.label, seen.cycle) == ("Ruth", TODAY, "SBI", cycle.id)
    assert seen.ratings[0].anchor
    kept = competencies.assess(vault, seen)
    again = feedback_view(vault.read, Library(), made.id, NOON.offset)
    assert again
    assert again.beside == kept.id
    competencies.delete_assessment(vault, kept.id)
    gone = feedback_view(vault.read, Library(), made.id, NOON.offset)
    assert gone
    assert gone.beside == NO_ID


def test_what_somebody_rated_in_private_leaves_with_no_chart(vault: Vault) -> None:
    """An assessment has no consent of its own, so none by somebody else is ever offered."""
    mine = Assessment(day=TODAY, ratings=(Rating("listening", "Listening", 3),))
    competencies.assess(vault, mine)
    request = asked(vault, "Ruth")
    made = given(vault, request=request.id, answers=PULSE, consent=Consent.PRIVATE)
    before = charts(vault.read, Library(), TODAY)
    competencies.assess(vault, assessment_of(vault.read, Library(), made))
    assert charts(vault.read, Library(), TODAY) == before
    compared = next(each.seen for each in before if isinstance(each.seen, ThenNow))
    assert [(row.now, row.mentor, row.by) for row in compared.rows if row.now] == [(3, None, "")]
    assert Kind.ASSESSMENT not in FIELDS
