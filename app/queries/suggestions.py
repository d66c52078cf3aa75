"""What each type of pack suggests, what it lists, and in which order. It never ticks anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.charts import goals, mix, then_now
from app.clock import Moment
from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import Goal, GoalState, Stretch, StretchState
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Pack, PackType
from app.domain.sessions import Action, ActionState, Session, SessionState
from app.queries.growth import Covered, Days, days
from app.queries.packs import Candidate
from app.sharing.charts import SharedChart
from app.sharing.source import KINDS, Shareable
from app.storage.rows import Reader
from app.vault import Vault

_LISTED: Final[dict[PackType, tuple[Kind, ...]]] = {
    PackType.BRIEF: (
        *(Kind.SESSION, Kind.ACTION, Kind.GOAL, Kind.STRETCH),
        *(Kind.FEEDBACK, Kind.ENTRY, Kind.CHART),
    ),
    PackType.SPONSOR: (
        *(Kind.GOAL, Kind.STRETCH, Kind.EXPERIENCE, Kind.FEEDBACK, Kind.CHART, Kind.CYCLE),
    ),
    PackType.CYCLE: (
        *(Kind.CYCLE, Kind.GOAL, Kind.STRETCH, Kind.EXPERIENCE),
        *(Kind.FEEDBACK, Kind.CHART, Kind.ENTRY),
    ),
    PackType.HANDOVER: (
        *(Kind.CYCLE, Kind.GOAL, Kind.STRETCH, Kind.CHART),
        *(Kind.EXPERIENCE, Kind.ACTION, Kind.FEEDBACK, Kind.ENTRY),
    ),
    PackType.AGREEMENT: (Kind.CYCLE,),
}
_ACTIVE: Final = frozenset({GoalState.ACTIVE, StretchState.ACTIVE})
_REACHED: Final = frozenset({GoalState.MET, GoalState.PARTLY_MET, StretchState.REACHED})
_OF_A_CYCLE: Final = frozenset({PackType.CYCLE, PackType.HANDOVER, PackType.AGREEMENT})


@dataclass(frozen=True, slots=True)
class About:
    """What a pack is about: a cycle, the days its charts are drawn over, and a session.

    The session is the one that a brief is for; `recipient` is whom the pack is for.
    """

    cycle: Cycle | None
    span: Days
    session: Session | None = None
    recipient: Id = NO_ID


def listed(pack: PackType) -> tuple[Kind, ...]:
    """The kinds that a type of pack lists at first, in the order it lists them."""
    return _LISTED.get(pack, KINDS)


def arranged(pack: PackType, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates by their kinds as a type lists them; kinds that it does not list come last."""
    usual = listed(pack)
    order = [*usual, *(kind for kind in KINDS if kind not in usual)]
    return tuple(sorted(candidates, key=lambda each: order.index(each.kind)))


def about(vault: Vault, pack: Pack, asked: Id | None = None) -> About:
    """What a pack is about; `asked` is the item that it was begun from."""
    reader, today = vault.read, vault.now().day
    cycle = _cycle_of(pack, reader.all(Cycle), today, asked)
    session = _session_of(pack, reader, today, asked) if pack.type is PackType.BRIEF else None
    return About(cycle, _span_of(pack, cycle, reader, today), session, pack.recipient)


def _span_of(pack: Pack, cycle: Cycle | None, reader: Reader, today: date) -> Days:
    if pack.first or pack.last:
        first = pack.first or min(days(reader, Covered.ALL, today).first, pack.last or today)
        return Days(first, pack.last or max(first, today))
    if cycle is not None and pack.type in _OF_A_CYCLE:
        return Days(cycle.start, cycle.last_day)
    return days(reader, Covered.CYCLE, today)


def _session_of(pack: Pack, reader: Reader, today: date, asked: Id | None) -> Session | None:
    """The session it came from, else a chosen one, else the next one with its reader."""
    chosen = [asked, *(item.id for item in pack.items if item.kind is Kind.SESSION)]
    sessions = reader.all(Session)
    known = {session.id: session for session in sessions}
    if found := next((known[each] for each in chosen if each in known), None):
        return found
    theirs = (each for each in sessions if pack.recipient and each.person == pack.recipient)
    coming = (each for each in theirs if each.state is SessionState.PLANNED and each.day >= today)
    return min(coming, key=lambda each: each.at, default=None)


def _cycle_of(pack: Pack, cycles: Iterable[Cycle], today: date, asked: Id | None) -> Cycle | None:
    """The cycle it came from, else a chosen one, else this one, else the last one."""
    newest_first = sorted(cycles, key=lambda cycle: cycle.start, reverse=True)
    chosen = {item.id for item in pack.items}
    tests: tuple[Callable[[Cycle], bool], ...] = (
        lambda cycle: cycle.id == asked,
        lambda cycle: cycle.id in chosen,
        lambda cycle: cycle.runs(today),
        lambda cycle: cycle.start <= today,
    )
    return next((cycle for test in tests for cycle in newest_first if test(cycle)), None)


def suggested(
    pack: PackType, candidates: Iterable[Candidate], found: About
) -> tuple[Candidate, ...]:
    """What is worth a look in a type of pack, about this cycle and with charts over its days."""
    rule = _RULES[pack]
    return tuple(
        each
        for each in candidates
        if _is_over(each.whole.record, found.span) and rule(each.whole.record, found)
    )


def is_within(candidate: Candidate, first: date | None, last: date | None) -> bool:
    """Whether any of an item's days lies between two; charts are drawn over those days."""
    begins, ends = _days(candidate.whole.record)
    return not ((last and begins and begins > last) or (first and ends and ends < first))


def _days(record: Shareable) -> tuple[date | None, date | None]:
    """From when to when an item was lived; None where it goes on, or has no day."""
    if isinstance(record, Cycle):
        return record.start, record.last_day
    if isinstance(record, Entry | Session | Feedback):
        return record.day, record.day
    if isinstance(record, Experience):
        return record.start or record.end, record.end or record.start
    if isinstance(record, SharedChart):
        return None, None
    if isinstance(record, Action):
        return Moment(record.created).day, record.state_day
    begun = record.start or Moment(record.created).day
    return begun, record.state_day if record.state.closed else None


def _is_over(record: Shareable, span: Days) -> bool:
    """Whether it is no chart of other days."""
    if not isinstance(record, SharedChart):
        return True
    return (record.choice.first, record.choice.last) == (span.first, span.last)


def _is_active(record: Shareable) -> bool:
    return isinstance(record, Goal | Stretch) and record.state in _ACTIVE


def _is_chart(record: Shareable, *keys: str) -> bool:
    return isinstance(record, SharedChart) and record.choice.key in keys


def _for_brief(record: Shareable, found: About) -> bool:
    """The session, what is open between the two, and what is on the agenda or to be brought."""
    session = found.session
    if isinstance(record, Action):
        theirs = bool(record.person) and record.person == found.recipient
        return theirs and record.state is ActionState.OPEN
    if session is None:
        return isinstance(record, Entry) and record.bring
    if record.id == session.id or session.holds(record.id):
        return True
    return record.id in session.goals or (isinstance(record, Entry) and record.bring)


def _for_progress(record: Shareable, _found: About) -> bool:
    if isinstance(record, Entry):
        return record.bring
    return _is_active(record) or _is_chart(record, then_now.KEY)


def _for_sponsor(record: Shareable, _found: About) -> bool:
    """What was reached, what is under way, and the figures; what one wrote or rated stays."""
    if isinstance(record, Goal | Stretch):
        return record.state in _REACHED or record.state is GoalState.ACTIVE
    if isinstance(record, Experience):
        return bool(record.outcome.strip())
    return _is_chart(record, mix.KEY, goals.KEY)


def _for_cycle(record: Shareable, found: About) -> bool:
    cycle = found.cycle
    if cycle is None or isinstance(record, SharedChart):
        return _is_chart(record, then_now.KEY)
    if isinstance(record, Entry):
        return record.id == cycle.exit_entry
    if isinstance(record, Goal | Stretch | Experience):
        return record.cycle == cycle.id
    return record.id == cycle.id


def _for_handover(record: Shareable, found: About) -> bool:
    if isinstance(record, Cycle):
        return found.cycle is not None and record.id == found.cycle.id
    return _is_active(record) or _is_chart(record, then_now.KEY)


def _for_agreement(record: Shareable, found: About) -> bool:
    agreed = isinstance(record, Cycle) and bool(record.agreed.strip())
    return agreed and found.cycle is not None and record.id == found.cycle.id


_RULES: Final[dict[PackType, Callable[[Shareable, About], bool]]] = {
    PackType.BRIEF: _for_brief,
    PackType.PROGRESS: _for_progress,
    PackType.SPONSOR: _for_sponsor,
    PackType.CYCLE: _for_cycle,
    PackType.HANDOVER: _for_handover,
    PackType.AGREEMENT: _for_agreement,
    PackType.OWN: lambda _record, _found: False,
}
