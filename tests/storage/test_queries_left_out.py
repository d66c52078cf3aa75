"""What stays of what is near the chosen items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.forms import Consent
from app.domain.goals import Attempt, Stretch
from app.domain.ids import Kind
from app.domain.packs import Pack, Passage
from app.domain.sessions import Debrief, Session
from app.domain.support import Support
from app.operations import goals, journal, packs, people
from app.operations.journal import EntryDraft
from app.queries.left_out import LeftOut, beside, left_out
from app.queries.packs import Candidate, candidates, source
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
STRETCH = Stretch(title="Speak last", why="To listen", support="Ask Dev to stop me")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom")
    goals.add_stretch(vault, STRETCH)
    yield vault
    vault.close()


def titled(vault: Vault, title: str) -> Candidate:
    return next(each for each in candidates(vault, LIBRARY) if each.title == title)


def test_everything_near_a_chosen_item_is_told(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="Behind it", body="Dev knew."))
    journal.link(vault, entry.id, Kind.STRETCH, STRETCH.id)
    dev = people.add_person(vault, Person(name="Dev"))
    with vault.transact(Op.IMPORT) as write:
        write.put(Attempt(goal=STRETCH.id, day=NOON.day, title="In the board"))
        write.put(Support(goal=STRETCH.id, title="Stop me"))
    pack = Pack(unnamed=(dev.id,)).with_item(titled(vault, "Speak last").choice(("support",)))
    (stays,) = left_out(vault, source(vault, pack, LIBRARY))
    assert (stays.kind, stays.id, stays.title) == (Kind.STRETCH, STRETCH.id, "Speak last")
    assert stays.fields == ("why",)
    assert [(each.id, each.title, each.day) for each in stays.linked] == [
        (entry.id, "Behind it", NOON.day)
    ]
    assert (stays.attempts, stays.support, stays.passages, stays.names) == (1, 1, 0, 1)


def test_passages_that_are_withheld_are_counted(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    journal.add(vault, EntryDraft(title="T", body="One. Two."))
    candidate = titled(vault, "T")
    pack = packs.add(vault, Pack(recipient=ruth.id).with_item(candidate.choice(("body",))))
    passages = (Passage("One."), Passage("Two.", marked=False))
    whole = Candidate(replace(candidate.whole, passages=passages))
    pack = packs.withhold(vault, pack, whole.choice(("body",)), passages)
    (stays,) = left_out(vault, source(vault, pack, LIBRARY))
    assert stays.passages == 2


def test_an_item_that_leaves_whole_is_not_told(vault: Vault) -> None:
    pack = Pack().with_item(titled(vault, "Speak last").choice(("why", "support")))
    assert left_out(vault, source(vault, pack, LIBRARY)) == ()
    assert not LeftOut(Kind.STRETCH, STRETCH.id, "t").is_any


def test_what_no_pack_can_hold_is_counted(vault: Vault) -> None:
    people.add_person(vault, Person(name="Ruth"))
    with vault.transact(Op.IMPORT) as write:
        session = write.put(Session())
        write.put(Debrief(session=session.id, answers="Too quiet."))
        for state, consent in (
            (FeedbackState.KEPT, Consent.PRIVATE),
            (FeedbackState.SET_ASIDE, Consent.PRIVATE),
            (FeedbackState.ARRIVED, Consent.NAMED),
            (FeedbackState.KEPT, Consent.UNNAMED),
        ):
            write.put(Feedback(name="SBI", state=state, consent=consent))
        write.put(Request(person=session.id))
    found = beside(vault.read)
    assert (found.private, found.unkept) == (2, 1)
    assert found.kinds == {
        Kind.DEBRIEF: 1,
        Kind.PERSON: 1,
        Kind.ASSESSMENT: 0,
        Kind.SUPPORT: 0,
        Kind.REQUEST: 1,
    }


def test_the_debrief_of_a_session_and_feedback_on_a_goal_are_told_and_stay(vault: Vault) -> None:
    linked = Feedback(
        name="SBI",
        state=FeedbackState.KEPT,
        consent=Consent.NAMED,
        links=(Linked(Kind.STRETCH, STRETCH.id),),
    )
    with vault.transact(Op.IMPORT) as write:
        session = write.put(Session(title="Our third", question="What now?"))
        write.put(Debrief(session=session.id, answers="Too quiet."))
        write.put(linked)
    pack = Pack().with_item(titled(vault, "Our third").choice(("when", "question")))
    pack = pack.with_item(titled(vault, "Speak last").choice(("why", "support")))
    talked, stretch = left_out(vault, source(vault, pack, LIBRARY))
    assert (talked.debriefs, talked.feedback, stretch.feedback) == (1, 0, 1)
    pack = pack.with_item(titled(vault, "SBI").choice(("about",)))
    told = left_out(vault, source(vault, pack, LIBRARY))
    assert [each.feedback for each in told] == [0]
