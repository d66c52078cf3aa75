"""What each type of pack suggests, in the order it lists it; nothing is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Agreed, Cycle, Person
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, FeedbackState
from app.domain.forms import Consent
from app.domain.goals import Goal, GoalState, Stretch, StretchState
from app.domain.ids import NO_ID, Id, Kind, new_id
from app.domain.packs import NEVER_OFFERED, Pack, PackItem, PackType, offered
from app.domain.sessions import Action, ActionState, AgendaItem, Session
from app.queries.growth import Days
from app.queries.packs import Candidate, candidates
from app.queries.suggestions import about, arranged, is_within, listed, suggested
from app.sharing.source import KINDS
from app.vault import Vault
from tests.assessments import assessed
from tests.vaults import NOON, new_vault

LIBRARY = Library()
DAY = NOON.day
MARCH, MAY = date(2026, 3, 2), date(2026, 5, 29)
SPRING = Cycle(
    title="Spring",
    start=MARCH,
    middle=date(2026, 4, 13),
    end=MAY,
    agreement=(Agreed("rhythm", "Every three weeks"),),
)
RUTH = Person(name="Ruth Adeyemi")
ON_IT = Goal(title="On the agenda", state=GoalState.LET_GO)
TALK = Session(
    title="The talk",
    person=RUTH.id,
    agenda=(AgendaItem("On it", 10, kind=Kind.GOAL, record=ON_IT.id), AgendaItem("Else", 5)),
).dated(replace(NOON, at=NOON.at + 86_400_000))
KEPT = Feedback(name="Kept", state=FeedbackState.KEPT, consent=Consent.UNNAMED)
AUTUMN = replace(
    SPRING, id=Id("0190aaaa-0000-7000-8000-000000000001"), title="Autumn",
    start=date(2025, 9, 1), middle=date(2025, 10, 1), end=date(2025, 12, 1), agreement=(),
)  # fmt: skip


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Two cycles with a goal in every state, stretch goals, experiences, entries and ratings."""
    vault = new_vault(tmp_path / "a.greenroom")
    exit_entry = Entry(title="Exit reflection", at=NOON.at, offset=NOON.offset)
    with vault.transact(Op.IMPORT) as write:
        for record in (
            exit_entry,
            replace(SPRING, exit_entry=exit_entry.id),
            AUTUMN,
            *(Goal(title=state.value, state=state, cycle=SPRING.id) for state in GoalState),
            Goal(title="Of autumn", state=GoalState.MET, cycle=AUTUMN.id),
            ON_IT,
            Stretch(title="Speak last", state=StretchState.ACTIVE),
            Stretch(title="Reached it", state=StretchState.REACHED, cycle=SPRING.id),
            Experience(title="With outcome", outcome="Kept.", cycle=SPRING.id, start=MARCH),
            Experience(title="Without", start=MARCH, end=MAY),
            RUTH,
            TALK,
            Session(title="With nobody", at=NOON.at).dated(NOON),
            Action(title="Mine, open", person=RUTH.id),
            Action(title="Theirs, open", person=RUTH.id, mine=False),
            Action(title="Theirs, done", person=RUTH.id, mine=False, state=ActionState.DONE),
            Action(title="Of somebody else"),
            KEPT,
            replace(KEPT, id=new_id(), name="Private", consent=Consent.PRIVATE),
            Entry(title="To bring", bring=True, at=NOON.at, offset=NOON.offset),
            Entry(title="Kept back", at=NOON.at, offset=NOON.offset),
            assessed(MARCH, 2),
            assessed(DAY, 3),
        ):
            write.put(record)
    yield vault
    vault.close()


def found(vault: Vault, pack: Pack, asked: Id | None = None) -> tuple[Candidate, ...]:
    near = about(vault, pack, asked)
    every = candidates(vault, LIBRARY, span=near.span)
    return suggested(pack.type, arranged(pack.type, every), near)


def titles(vault: Vault, pack: Pack, asked: Id | None = None) -> list[str]:
    return [each.title for each in found(vault, pack, asked)]


def test_a_progress_summary_suggests_what_is_flagged_and_active(vault: Vault) -> None:
    told = titles(vault, Pack(type=PackType.PROGRESS))
    assert told == ["active", "Speak last", "To bring", "Then and now"]


def test_a_session_brief_suggests_the_session_what_is_open_and_what_is_to_be_brought(
    vault: Vault,
) -> None:
    brief = Pack(type=PackType.BRIEF, recipient=RUTH.id)
    told = ["The talk", "Mine, open", "Theirs, open", "On the agenda", "To bring"]
    assert titles(vault, brief) == told
    assert titles(vault, brief, TALK.id) == told
    assert about(vault, brief).session == vault.read.get(Session, TALK.id)


def test_a_brief_is_for_the_session_it_was_begun_from_or_for_a_chosen_one(vault: Vault) -> None:
    (other,) = (each for each in vault.read.all(Session) if each.title == "With nobody")
    brief = Pack(type=PackType.BRIEF, recipient=RUTH.id)
    assert about(vault, brief, other.id).session == other
    chosen = replace(brief, items=(PackItem(Kind.SESSION, other.id, ()),))
    assert about(vault, chosen).session == other
    assert about(vault, replace(brief, recipient=NO_ID)).session is None
    assert titles(vault, replace(brief, recipient=NO_ID)) == ["To bring"]


def test_a_brief_says_of_an_entry_nothing_but_its_title() -> None:
    assert offered(PackType.BRIEF, Kind.ENTRY) == ()


def test_a_sponsor_brief_suggests_what_was_reached_and_never_an_entry(vault: Vault) -> None:
    told = titles(vault, Pack(type=PackType.SPONSOR))
    assert told[:5] == ["active", "met", "partly_met", "Of autumn", "Reached it"]
    assert told[5:] == ["With outcome", "Experience mix", "Goals by state"]
    assert Kind.ENTRY not in listed(PackType.SPONSOR)


def test_a_cycle_report_suggests_the_cycle_and_all_that_belongs_to_it(vault: Vault) -> None:
    told = titles(vault, Pack(type=PackType.CYCLE))
    states = [state.value for state in GoalState]
    assert told == [
        "Spring",
        *states,
        "Reached it",
        "With outcome",
        "Then and now",
        "Exit reflection",
    ]


def test_a_cycle_report_is_about_the_cycle_it_was_begun_from(vault: Vault) -> None:
    assert titles(vault, Pack(type=PackType.CYCLE), AUTUMN.id) == ["Autumn", "Of autumn"]
    chosen = Pack(type=PackType.CYCLE, items=(PackItem(Kind.CYCLE, AUTUMN.id, ()),))
    assert about(vault, chosen).cycle == vault.read.get(Cycle, AUTUMN.id)
    assert about(vault, chosen).span == Days(AUTUMN.start, AUTUMN.end)


def test_a_handover_suggests_the_cycle_and_what_goes_on(vault: Vault) -> None:
    told = titles(vault, Pack(type=PackType.HANDOVER))
    assert told == ["Spring", "active", "Speak last", "Then and now"]
    assert "outcome" in offered(PackType.HANDOVER, Kind.CYCLE)


def test_an_agreement_page_suggests_what_was_agreed_and_lists_cycles_alone(vault: Vault) -> None:
    assert titles(vault, Pack(type=PackType.AGREEMENT)) == ["Spring"]
    assert titles(vault, Pack(type=PackType.AGREEMENT), AUTUMN.id) == []
    assert listed(PackType.AGREEMENT) == (Kind.CYCLE,)


def test_an_own_choice_suggests_nothing_and_lists_everything(vault: Vault) -> None:
    assert titles(vault, Pack(type=PackType.OWN)) == []
    assert listed(PackType.OWN) == KINDS


@pytest.mark.parametrize("pack_type", PackType)
def test_no_type_suggests_what_is_never_offered(vault: Vault, pack_type: PackType) -> None:
    for each in found(vault, Pack(type=pack_type)):
        assert not NEVER_OFFERED & set(offered(pack_type, each.kind))
        assert not each.id.startswith(("confidence", "themes"))


@pytest.mark.parametrize("pack_type", PackType)
def test_every_kind_stands_somewhere_in_the_list_of_a_type(
    vault: Vault, pack_type: PackType
) -> None:
    every = candidates(vault, LIBRARY)
    order = arranged(pack_type, every)
    assert sorted(each.id for each in order) == sorted(each.id for each in every)
    kinds = [each.kind for each in order]
    assert list(dict.fromkeys(kinds))[: len(listed(pack_type))] == list(listed(pack_type))


def test_the_days_of_a_pack_decide_what_its_charts_are_drawn_over(vault: Vault) -> None:
    april = date(2026, 4, 1)
    assert about(vault, Pack(first=april, last=MAY)).span == Days(april, MAY)
    assert about(vault, Pack(first=april)).span == Days(april, DAY)
    assert about(vault, Pack(last=MAY)).span.last == MAY
    assert about(vault, Pack(last=MARCH)).span.last == MARCH
    assert about(vault, Pack()).span == Days(MARCH, MAY)
    narrowed = Pack(type=PackType.PROGRESS, first=DAY, last=DAY)
    (chart,) = (each for each in found(vault, narrowed) if each.kind is Kind.CHART)
    assert chart.id == f"then_now/{DAY}/{DAY}"


def test_without_a_cycle_there_is_none_to_report(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "b.greenroom")
    near = about(vault, Pack(type=PackType.CYCLE), NO_ID)
    assert near.cycle is None
    assert titles(vault, Pack(type=PackType.CYCLE)) == []
    vault.close()


def test_an_item_is_listed_if_any_of_its_days_lies_between(vault: Vault) -> None:
    every = {each.title: each for each in candidates(vault, LIBRARY)}
    april = date(2026, 4, 1)
    within = [title for title in every if is_within(every[title], april, april)]
    assert "Spring" in within
    assert "Without" in within
    assert "Then and now" in within
    assert "Autumn" not in within
    assert "With outcome" not in within
    assert "To bring" not in within
    assert "active" not in within
    assert all(is_within(each, None, None) for each in every.values())
    assert is_within(every["active"], DAY, None)
    assert not is_within(every["active"], None, MARCH)
