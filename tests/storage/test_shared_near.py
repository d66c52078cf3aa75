"""Whose feedback leaves without their name, and what is near an item and stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Consent
from app.domain.goals import Goal
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import FIELDS, OWNER_NAME, Pack
from app.domain.records import Record
from app.domain.sessions import Action, AgendaItem, Debrief, Session
from app.operations import feedback as operations
from app.operations import packs, people, sessions, trash
from app.operations.packs import build
from app.queries.naming import people_named, unnamed_in
from app.queries.packs import Candidate, candidates, source
from app.queries.shared_near import giver_of, near, without_giver, without_sources
from app.sharing.source import PackSource, Unnamed
from app.vault import Vault
from tests.documents import words
from tests.vaults import NOON, new_vault

LIBRARY = Library()
PRIYA = Person(name="Priya Raman", relation=Relation.MANAGER)
RUTH = Person(name="Ruth Adeyemi")
TEXT = "In the planning you stopped, and Priya went on."
SAID = (
    Answer("behaviour", "What I did", AnswerType.MULTILINE, TEXT),
    Answer(CONSENT, "How may I use it?", AnswerType.CHOICE, "Not by name", chosen=("unnamed",)),
    Answer(GIVER, "Your name", AnswerType.TEXT, "Pri R., design lead"),
)
GIVEN = Feedback(
    person=PRIYA.id,
    name="Situation, behaviour, impact",
    about="The planning",
    answers=SAID,
    consent=Consent.UNNAMED,
    state=FeedbackState.KEPT,
)
GOAL = Goal(title="Speak first", why="Priya Raman said so, and she is my manager.")
DEBRIEF = "I did not dare to say that I am looking elsewhere."


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom")
    put(vault, PRIYA, RUTH, GOAL)
    vault.prefer(OWNER_NAME, "Ines Duarte")
    yield vault
    vault.close()


def put(vault: Vault, *records: Record) -> None:
    with vault.transact(Op.IMPORT) as write:
        for record in records:
            write.put(record)


def offered(vault: Vault, record_id: Id) -> Candidate | None:
    return next((each for each in candidates(vault, LIBRARY) if each.id == record_id), None)


def everything(vault: Vault, *ids: Id, recipient: Id = RUTH.id) -> Pack:
    """A pack of these with all of their fields."""
    pack = Pack(recipient=recipient, purpose="Our session")
    for each in candidates(vault, LIBRARY, (), recipient):
        if each.id in ids:
            pack = pack.with_item(each.choice(FIELDS[each.kind]))
    return pack


def made(vault: Vault, pack: Pack) -> PackSource:
    return source(vault, pack, LIBRARY)


@pytest.mark.parametrize("state", FeedbackState)
@pytest.mark.parametrize("consent", Consent)
def test_only_kept_feedback_that_is_not_private_is_ever_a_candidate(
    vault: Vault, state: FeedbackState, consent: Consent
) -> None:
    put(vault, replace(GIVEN, state=state, consent=consent))
    may = state is FeedbackState.KEPT and consent is not Consent.PRIVATE
    assert (offered(vault, GIVEN.id) is not None) == may


def test_feedback_is_without_its_giver_before_anything_is_made_of_it(vault: Vault) -> None:
    put(vault, replace(GIVEN, giver="Priya Raman", request=RUTH.id))
    candidate = offered(vault, GIVEN.id)
    assert candidate is not None
    assert candidate.who == "Priya Raman"
    assert not candidate.says("giver")
    held = repr(replace(candidate.whole, near=()))
    assert "Raman" not in held
    assert "Pri R." not in held
    assert PRIYA.id not in held


def test_a_giver_is_unnamed_in_all_of_the_pack_and_not_even_their_role_is_said(
    vault: Vault,
) -> None:
    put(vault, GIVEN, Action(title="Send the page", person=PRIYA.id, mine=False))
    (action,) = vault.read.all(Action)
    pack = replace(everything(vault, GIVEN.id, GOAL.id, action.id), unnamed=(PRIYA.id,))
    of_pack = made(vault, replace(pack, title="For Priya", note="Priya, again"))
    names = ("Priya Raman", "Pri R.", "design lead")
    assert of_pack.unnamed == (Unnamed(names[0], Relation.OTHER, names[1:], asked=True),)
    shown = words(build(of_pack, None).data)
    assert "Priya" not in shown
    assert "Raman" not in shown
    assert "Somebody I asked" in " ".join(shown.split())
    assert "the name of one person" in " ".join(shown.split())


def test_there_is_no_choice_of_how_such_a_giver_is_called(vault: Vault) -> None:
    put(vault, GIVEN)
    of_pack = made(vault, everything(vault, GIVEN.id, GOAL.id))
    assert [(each.person.name, each.asked) for each in people_named(vault, of_pack)] == [
        ("Priya Raman", True)
    ]
    assert unnamed_in(of_pack) == {GIVEN.id: 1, GOAL.id: 1}


def test_its_reader_is_named_in_what_they_gave_themselves(vault: Vault) -> None:
    put(vault, GIVEN)
    of_pack = made(vault, everything(vault, GIVEN.id, recipient=PRIYA.id))
    assert of_pack.unnamed == ()
    assert "Priya" in words(build(of_pack, None).data)


def test_whom_the_request_went_to_is_the_giver_whoever_signed(vault: Vault) -> None:
    request = Request(person=PRIYA.id)
    put(vault, request, replace(GIVEN, person=NO_ID, request=request.id))
    assert made(vault, everything(vault, GIVEN.id)).unnamed[0].name == "Priya Raman"


def test_a_signature_alone_is_a_name_too(vault: Vault) -> None:
    put(vault, replace(GIVEN, person=NO_ID, giver="Pri R."))
    (giver,) = made(vault, everything(vault, GIVEN.id)).unnamed
    assert giver.names == ("Pri R.", "design lead")


def test_with_a_name_it_leaves_only_once_that_was_ticked(vault: Vault) -> None:
    put(vault, replace(GIVEN, consent=Consent.NAMED, answers=SAID[:0], giver="Priya Raman"))
    pack = everything(vault, GIVEN.id)
    assert "Priya Raman" in words(build(made(vault, pack), None).data)
    fewer = replace(pack.items[0], fields=("about",))
    candidate = offered(vault, GIVEN.id)
    assert candidate is not None
    pack = pack.with_item(candidate.choice(fewer.fields))
    assert made(vault, pack).unnamed == ()
    shown = words(build(made(vault, pack), None).data)
    assert "Priya" not in shown
    assert "without the giver's name" in shown


def test_consent_that_was_narrowed_asks_again_and_never_leaves_with_the_name(
    vault: Vault,
) -> None:
    put(vault, replace(GIVEN, consent=Consent.NAMED, giver="Priya Raman"))
    pack = packs.add(vault, everything(vault, GIVEN.id))
    assert len(made(vault, pack).chosen) == 1
    operations.narrow_consent(vault, GIVEN.id, Consent.UNNAMED)
    assert made(vault, pack).chosen == ()
    candidate = offered(vault, GIVEN.id)
    assert candidate is not None
    again = pack.with_item(candidate.choice(pack.items[0].fields))
    (chosen,) = made(vault, again).chosen
    assert not chosen.has("giver")
    assert "Priya" not in words(build(made(vault, again), None).data)
    operations.narrow_consent(vault, GIVEN.id, Consent.PRIVATE)
    assert made(vault, again).chosen == ()
    assert offered(vault, GIVEN.id) is None


def test_feedback_set_aside_after_it_was_chosen_stays(vault: Vault) -> None:
    put(vault, GIVEN)
    pack = everything(vault, GIVEN.id)
    operations.set_aside(vault, GIVEN.id)
    assert made(vault, pack).chosen == ()


def test_an_agenda_says_nothing_of_what_was_pulled_onto_it_but_its_titles(vault: Vault) -> None:
    entry = Entry(title="Planning day", body="Nobody may read how angry I was that day.")
    pulled = AgendaItem("Planning day", 10, "angry that day", Kind.ENTRY, entry.id)
    session = Session(question="What now?", agenda=(pulled,)).dated(NOON)
    put(vault, entry, session)
    of_pack = made(vault, everything(vault, session.id))
    (chosen,) = of_pack.chosen
    assert chosen.record == replace(
        vault.read.get(Session, session.id), agenda=(AgendaItem("Planning day", 10),)
    )
    assert [each.id for each in chosen.near] == [entry.id]
    shown = words(build(of_pack, None).data)
    assert "Planning day" in shown
    assert "angry" not in shown


@pytest.mark.parametrize("consent", [Consent.PRIVATE, Consent.UNNAMED])
def test_feedback_on_an_agenda_gives_nobody_away(vault: Vault, consent: Consent) -> None:
    given = replace(GIVEN, consent=consent)
    pulled = AgendaItem("Feedback from Priya", 5, "", Kind.FEEDBACK, given.id)
    session = Session(question="Does Priya see it so?", agenda=(pulled,)).dated(NOON)
    put(vault, given, session)
    shown = " ".join(words(build(made(vault, everything(vault, session.id)), None).data).split())
    assert "Priya" not in shown
    assert ("One more topic" in shown) == (consent is Consent.PRIVATE)
    assert ("Feedback from somebody I asked" in shown) == (consent is Consent.UNNAMED)


@pytest.mark.parametrize("purged", [False, True])
@pytest.mark.parametrize("consent", Consent)
def test_a_topic_tells_nothing_of_feedback_that_was_deleted(
    vault: Vault, consent: Consent, *, purged: bool
) -> None:
    given = replace(GIVEN, consent=consent)
    pulled = AgendaItem("Feedback from Priya", 5, "", Kind.FEEDBACK, given.id)
    session = Session(question="What now?", agenda=(pulled,)).dated(NOON)
    put(vault, given, session)
    operations.delete_feedback(vault, given.id)
    if purged:
        trash.purge(vault, Kind.FEEDBACK, given.id)
    shown = " ".join(words(build(made(vault, everything(vault, session.id)), None).data).split())
    assert "Priya" not in shown
    assert "One more topic" in shown


def test_a_topic_tells_nothing_of_feedback_whose_giver_is_not_known_any_more(vault: Vault) -> None:
    given = replace(GIVEN, answers=SAID[:1])
    pulled = AgendaItem("Feedback from Priya", 5, "", Kind.FEEDBACK, given.id)
    session = Session(question="What now?", agenda=(pulled,)).dated(NOON)
    put(vault, given, session)
    people.delete_person(vault, PRIYA.id)
    assert "somebody I asked" in words(build(made(vault, everything(vault, session.id)), None).data)
    trash.purge(vault, Kind.PERSON, PRIYA.id)
    shown = words(build(made(vault, everything(vault, session.id)), None).data)
    assert "Priya" not in shown
    assert "One more topic" in shown


def test_who_answered_in_the_place_of_the_reader_goes_unnamed(vault: Vault) -> None:
    request = Request(person=RUTH.id)
    put(vault, request, replace(GIVEN, request=request.id))
    (giver,) = made(vault, everything(vault, GIVEN.id)).unnamed
    assert giver.names == ("Priya Raman", "Pri R.", "design lead")


def test_who_signed_what_was_asked_of_the_reader_goes_unnamed(vault: Vault) -> None:
    put(vault, replace(GIVEN, person=RUTH.id, giver="Priya Raman", answers=SAID[:1]))
    (giver,) = made(vault, everything(vault, GIVEN.id)).unnamed
    assert giver.names == ("Priya Raman",)
    shown = words(build(made(vault, everything(vault, GIVEN.id)), None).data)
    assert "Priya" not in shown


def test_a_debrief_is_near_its_session_and_in_no_field(vault: Vault) -> None:
    session = Session(title="Our sixth", notes="We spoke.").dated(NOON)
    debrief = Debrief(session=session.id, answers=DEBRIEF, next_step="Ask for a raise at last.")
    put(vault, session, debrief)
    assert offered(vault, debrief.id) is None
    of_pack = made(vault, everything(vault, session.id))
    (chosen,) = of_pack.chosen
    assert [each.id for each in chosen.near] == [debrief.id]
    document = words(build(of_pack, None).data)
    assert "elsewhere" not in document
    assert "raise" not in document


def test_feedback_that_is_evidence_stays_when_its_goal_leaves(vault: Vault) -> None:
    put(vault, replace(GIVEN, links=(Linked(Kind.GOAL, GOAL.id),), consent=Consent.PRIVATE))
    of_pack = made(vault, everything(vault, GOAL.id))
    assert [each.id for each in of_pack.chosen[0].near] == [GIVEN.id]
    assert TEXT not in words(build(of_pack, None).data)
    found = near(vault.read, [GOAL])
    assert TEXT in found[GOAL.id][0].texts[0]


def test_notes_that_are_typed_on_do_not_ask_again_while_they_stay(vault: Vault) -> None:
    session = Session(question="What now?", notes="").dated(NOON)
    put(vault, session)
    candidate = offered(vault, session.id)
    assert candidate is not None
    pack = Pack().with_item(candidate.choice(("when", "question")))
    now = sessions.write_session(vault, replace(session, notes="We began."))
    assert len(made(vault, pack).chosen) == 1
    sessions.write_session(vault, replace(now, question="And then?"))
    assert made(vault, pack).chosen == ()


def test_values_alone_lose_their_giver_and_their_sources() -> None:
    bare = without_giver(replace(GIVEN, giver="Priya Raman", sha256="ab"))
    assert (bare.giver, bare.person, bare.request, bare.sha256) == ("", NO_ID, NO_ID, "")
    assert [each.question for each in bare.answers] == ["behaviour"]
    assert bare.id == GIVEN.id
    session = Session(agenda=(AgendaItem("A", 5, "p", Kind.FEEDBACK, GIVEN.id),))
    assert without_sources(session, {GIVEN.id}).agenda == (AgendaItem("A", 5),)
    assert without_sources(session, ()).agenda == (AgendaItem("", 5),)
    assert giver_of(replace(GIVEN, giver=" Pri "), {PRIYA.id: PRIYA.name}) == "Pri"
    assert giver_of(GIVEN, {PRIYA.id: PRIYA.name}) == "Priya Raman"
