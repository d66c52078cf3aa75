"""What changed since a PDF was saved, in the words of then and of now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock
from app.content.library import Library
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.cycles import Agreed, Cycle, Person, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, FeedbackState
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import FIELDS, Pack, Shared
from app.domain.sessions import Action, ActionState, AgendaItem, Session
from app.domain.worddiff import Fate, Piece
from app.operations import (
    actions,
    competencies,
    cycles,
    experiences,
    feedback,
    goals,
    journal,
    packs,
    people,
    sessions,
    trash,
)
from app.operations.journal import EntryDraft
from app.queries import packs as pack_queries
from app.queries.ledger import detail
from app.queries.ledger_changes import Difference, differences
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
DAY = date(2026, 5, 20)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    yield vault
    vault.close()


def save(vault: Vault, folder: Path) -> Id:
    """A PDF of all there is, with every field of it."""
    ruth = packs.add_recipient(vault, "Ruth", Relation.MENTOR)
    pack = Pack(title="All", recipient=ruth.id, purpose="Check-in")
    for candidate in pack_queries.candidates(vault, LIBRARY):
        pack = pack.with_item(candidate.choice(FIELDS[candidate.kind]))
    pack = packs.add(vault, pack)
    built = packs.build(pack_queries.source(vault, pack, LIBRARY), None)
    return packs.save(vault, built, folder / "a.pdf").id


def changes(vault: Vault, line: Id) -> list[Difference]:
    return list(differences(vault, detail(vault, line, LIBRARY), LIBRARY))


def told(vault: Vault, line: Id) -> dict[str, tuple[str | None, str]]:
    return {each.field: (each.then, each.now) for each in changes(vault, line)}


def test_nothing_is_told_while_nothing_changed(vault: Vault, tmp_path: Path) -> None:
    journal.add(vault, EntryDraft(title="Day", body="I waited."))
    assert changes(vault, save(vault, tmp_path)) == []


def test_words_of_then_stand_beside_those_of_now(vault: Vault, tmp_path: Path) -> None:
    entry = journal.add(vault, EntryDraft(title="Day", body="I waited for *two* hours."))
    line = save(vault, tmp_path)
    draft = EntryDraft.of(entry)
    journal.write(vault, entry.id, replace(draft, body="I waited for three."))
    journal.write(vault, entry.id, replace(draft, title="Night", body="I waited for an hour."))
    assert told(vault, line) == {
        "title": ("Day", "Night"),
        "body": (
            "20 May 2026\nI waited for two hours.",
            "20 May 2026\nI waited for an hour.",
        ),
    }
    assert changes(vault, line)[1].pieces() == (
        Piece(Fate.KEPT, "20 May 2026\nI waited for "),
        Piece(Fate.DELETED, "two hours"),
        Piece(Fate.INSERTED, "an hour"),
        Piece(Fate.KEPT, "."),
    )


def test_signs_that_paper_does_not_show_are_compared_as_they_were_typed(
    vault: Vault, tmp_path: Path
) -> None:
    entry = journal.add(vault, EntryDraft(title="Day", body="I waited."))
    line = save(vault, tmp_path)
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body="I **waited**."))
    assert told(vault, line) == {"body": ("I waited.", "I **waited**.")}


def test_milestones_and_check_ins_are_found_as_they_were(vault: Vault, tmp_path: Path) -> None:
    goal = Goal(title="g", measure="who knows", unit="teams", baseline=1.0, target=5.0)
    goal = goals.add_goal(vault, goal, [Milestone(title="one"), Milestone(title="two")])
    goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, value=2, confidence=2, note="n"))
    line = save(vault, tmp_path)
    first, second = vault.read.all(Milestone)
    goals.tick_milestone(vault, first.id, DAY)
    goals.delete_milestone(vault, second.id)
    goals.add_milestone(vault, Milestone(goal=goal.id, title="three"))
    goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, value=3, note="more"))
    found = told(vault, line)
    assert found["milestones"] == ("one\ntwo", "one (Done 20 May 2026)\nthree")
    then, now = found["measure"]
    assert then is not None
    assert "2 teams" in then
    assert "3 teams" in now
    assert found["check_ins"] == ("20 May 2026, 2, n", "20 May 2026, 2, n\n20 May 2026, 3, more")


def test_every_other_kind_is_told_of_as_well(vault: Vault, tmp_path: Path) -> None:
    """Names of people and competencies are part of it, and what was agreed."""
    ruth = people.add_person(vault, Person(name="Priya"))
    known = competencies.add_competency(vault, OwnCompetency(name="Patience", group="Own"))
    cycle = Cycle(title="Spring", start=DAY, middle=DAY, end=date(2026, 8, 1), person=ruth.id)
    cycle = cycles.add_cycle(vault, replace(cycle, agreement=(Agreed("rhythm", "Weekly"),)))
    lived = experiences.add_experience(
        vault, Experience(title="x", did="Sat in", people=(ruth.id,), competencies=(known.id,))
    )
    goals.add_stretch(vault, Stretch(title="s", commit="Ask once"))
    line = save(vault, tmp_path)
    people.revise_person(vault, replace(ruth, name="Priya Nair"))
    competencies.revise_competency(vault, replace(known, name="Calm"))
    cycles.agree(vault, cycle.id, (Agreed("rhythm", "Monthly"),))
    experiences.revise_experience(vault, replace(lived, did="Led"))
    (stretch,) = vault.read.all(Stretch)
    goals.revise_stretch(vault, replace(stretch, commit="Ask twice"))
    found = told(vault, line)
    assert found["people"] == ("With: Priya", "With: Priya Nair")
    then, now = found["competencies"]
    assert (then or "").endswith("Patience")
    assert now.endswith("Calm")
    agreed = found["agreement"]
    assert (agreed[0] or "").endswith("Weekly")
    assert agreed[1].endswith("Monthly")
    assert found["did"][0] == "What I did: Sat in"
    assert (found["targets"][0] or "").endswith("Ask once")


def test_a_chart_is_told_of_by_its_figures(vault: Vault, tmp_path: Path) -> None:
    assess = Assessment(day=DAY, ratings=(Rating("prioritising", "Prioritising", 2),))
    competencies.assess(vault, assess)
    line = save(vault, tmp_path)
    assert [item.kind for item in detail(vault, line, LIBRARY).items] == [Kind.CHART]
    competencies.assess(
        vault, Assessment(day=DAY, ratings=(Rating("prioritising", "Prioritising", 4),))
    )
    (found,) = changes(vault, line)
    assert found.then is not None
    assert "2" in found.then
    assert found.then != found.now


def test_what_was_deleted_for_good_is_not_made_up(vault: Vault, tmp_path: Path) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="one"), Milestone(title="two")])
    line = save(vault, tmp_path)
    (first, _) = vault.read.all(Milestone)
    goals.delete_milestone(vault, first.id)
    assert told(vault, line) == {"milestones": ("one\ntwo", "two")}
    trash.purge(vault, Kind.MILESTONE, first.id)
    assert told(vault, line) == {"milestones": (None, "two")}
    (found,) = changes(vault, line)
    assert found.length == 3
    goals.delete_goal(vault, goal.id)
    assert changes(vault, line) == []


def test_words_are_believed_only_where_they_give_the_digest_that_was_kept(
    vault: Vault, tmp_path: Path
) -> None:
    entry = journal.add(vault, EntryDraft(title="Day", body="I waited."))
    line = vault.read.get(Shared, save(vault, tmp_path))
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body="I spoke."))
    forged = replace(line, id=Id("forged"), created=0, at=line.at + 1)
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(forged)
    (found,) = changes(vault, Id("forged"))
    assert (found.then, found.now) == (None, "20 May 2026\nI spoke.")
    assert vault.read.get(Entry, entry.id).body == "I spoke."


def test_a_session_and_an_action_are_told_in_the_words_of_paper(
    vault: Vault, tmp_path: Path
) -> None:
    talk = Session(question="What now?", agenda=(AgendaItem("Bets", 10),)).dated(NOON)
    action = Action(title="Send the page", due=DAY)
    with vault.transact(Op.IMPORT) as write:
        write.put(talk)
        write.put(action)
    line = save(vault, tmp_path)
    moved = replace(NOON, at=NOON.at + 3_600_000)
    sessions.move_session(vault, talk.id, moved, 30)
    longer = replace(vault.read.get(Session, talk.id), agenda=(AgendaItem("Bets", 20),))
    sessions.write_session(vault, longer)
    actions.settle_action(vault, action.id, ActionState.DONE)
    assert told(vault, line) == {
        "when": ("20 May 2026, 12:00, 50 minutes", "20 May 2026, 13:00, 30 minutes"),
        "agenda": ("Bets, 10 minutes", "Bets, 20 minutes"),
        "state": ("Open", "Done 20 May 2026"),
    }


def test_feedback_that_may_not_leave_any_more_is_told_as_that(vault: Vault, tmp_path: Path) -> None:
    answer = Answer("start", "Start doing", AnswerType.MULTILINE, "Saying the number")
    given = Feedback(
        name="SBI", consent=Consent.UNNAMED, state=FeedbackState.KEPT, answers=(answer,)
    )
    with vault.transact(Op.IMPORT) as write:
        write.put(given)
    line = save(vault, tmp_path)
    assert changes(vault, line) == []
    feedback.narrow_consent(vault, given.id, Consent.PRIVATE)
    (item,) = detail(vault, line, LIBRARY).items
    assert (item.withdrawn, item.gone, item.changed) == (True, False, ())
    assert changes(vault, line) == []
    feedback.delete_feedback(vault, given.id)
    (item,) = detail(vault, line, LIBRARY).items
    assert (item.withdrawn, item.gone) == (False, True)
