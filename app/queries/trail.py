"""The trail of a goal: its evidence, milestones reached, check-ins, and sessions on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.goals import CheckIn, Goal, Milestone
from app.domain.ids import NO_ID, Id, Kind
from app.domain.measures import values_before
from app.prose import plain, snippet
from app.storage import goal_rows
from app.storage.connection import Row
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class PackMention:
    """A share pack that names an item; `left` says that a file of it was saved."""

    pack: Id
    title: str
    left: bool


@dataclass(frozen=True, slots=True)
class TrailItem:
    """Something that happened on the way; what falls on one day is one event.

    `kind` says what it is first of all: an entry, a milestone reached or a check-in. `id` is
    that record's, `check_in` that of the value logged with it; `before` is the value until then.
    `quotes` are the passages of an entry that are evidence, as they read when they were quoted,
    and `passage` is the Evidence of the first one. A session and feedback are with, or from,
    `name`; `number` counts sessions with them.
    """

    kind: Kind
    id: Id
    day: date
    title: str = ""
    text: str = ""
    packs: tuple[PackMention, ...] = ()
    check_in: Id = NO_ID
    before: float | None = None
    now: float | None = None
    quotes: tuple[str, ...] = ()
    passage: Id = NO_ID
    name: str = ""
    number: int | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether it is proof of something, and no event."""
        return self.kind in {Kind.ENTRY, Kind.FEEDBACK}


def trail(
    reader: Reader, goal: Goal, steps: Iterable[Milestone], notes: Sequence[CheckIn]
) -> tuple[TrailItem, ...]:
    """All that happened on the way to a goal, newest first."""
    found = (
        *entries(reader, goal.id),
        *feedback(reader, goal.id),
        *_sessions(reader, goal.id),
        *events(goal, steps, notes),
    )
    # Sorting is stable: entries keep their order by time and stand above the day's events.
    return tuple(sorted(found, key=lambda item: item.day, reverse=True))


def events(
    goal: Goal, steps: Iterable[Milestone], notes: Sequence[CheckIn]
) -> tuple[TrailItem, ...]:
    """Milestones reached and check-ins; a check-in on the day of a milestone belongs to it."""
    before = values_before(notes, goal.baseline)
    found = {note.id: note for note in sorted(notes, key=_noted)}
    reached: list[TrailItem] = []
    for step in steps:
        if step.done is not None:
            same = next((n for n in reversed(found.values()) if n.day == step.done), None)
            reached.append(_reached(step, step.done, found.pop(same.id) if same else None, before))
    alone = (_checked_in(note, before) for note in found.values())
    return (*reached, *alone)


def entries(reader: Reader, target: Id) -> tuple[TrailItem, ...]:
    """The entries that are evidence for a goal, newest first, with the passages quoted of them."""
    packs, quotes = mentions(reader, Kind.ENTRY), quoted(reader, target)
    return tuple(
        TrailItem(
            Kind.ENTRY,
            Id(row[0]),
            _day(row),
            row[3],
            "" if row[0] in quotes else beginning(row[4]),
            packs.get(row[0], ()),
            quotes=tuple(quote for _, quote in quotes.get(row[0], ())),
            passage=quotes[row[0]][0][0] if row[0] in quotes else NO_ID,
        )
        for row in goal_rows.evidence(reader, target)
    )


def feedback(reader: Reader, target: Id) -> tuple[TrailItem, ...]:
    """The feedback that is evidence for something, newest first; its title says on what it was."""
    return tuple(
        TrailItem(Kind.FEEDBACK, Id(row[0]), _day(row), row[3], name=row[2])
        for row in goal_rows.feedback_for(reader, target)
    )


def _sessions(reader: Reader, goal: Id) -> Iterator[TrailItem]:
    for row in goal_rows.sessions_about(reader, goal):
        own, _, title, number, name = row
        yield TrailItem(Kind.SESSION, Id(own), _day(row), title, name=name, number=number)


def quoted(reader: Reader, target: Id) -> dict[str, list[tuple[Id, str]]]:
    """The passages that are evidence for a goal, by their entry, in the order of their quoting."""
    found: dict[str, list[tuple[Id, str]]] = defaultdict(list)
    for entry, link, quote in goal_rows.quotes(reader, target):
        found[entry].append((Id(link), " ".join(plain(quote).split())))
    return dict(found)


def step_evidence(reader: Reader, steps: Iterable[Milestone]) -> dict[Id, int]:
    """How many entries are evidence for each of these milestones that has any."""
    counts = goal_rows.evidence_counts(reader, [step.id for step in steps])
    return {Id(step): count for step, count in counts.items()}


def mentions(reader: Reader, kind: Kind) -> dict[str, tuple[PackMention, ...]]:
    """The packs that name each record of a kind."""
    found: dict[str, tuple[PackMention, ...]] = {}
    for item, pack, title, left in goal_rows.in_packs(reader, kind):
        found[item] = (*found.get(item, ()), PackMention(Id(pack), title, left))
    return found


def beginning(opening: str) -> str:
    """What was written, without the headings that a template put above it."""
    lines = opening.splitlines()
    own = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return snippet(own) or snippet(opening)


def _reached(
    step: Milestone, done: date, note: CheckIn | None, before: dict[str, float | None]
) -> TrailItem:
    if note is None:
        return TrailItem(Kind.MILESTONE, step.id, done, step.title)
    value = before[note.id] if note.value is not None else None
    return TrailItem(
        Kind.MILESTONE, step.id, done, step.title, note.note, (), note.id, value, note.value
    )


def _checked_in(note: CheckIn, before: dict[str, float | None]) -> TrailItem:
    value = before[note.id] if note.value is not None else None
    return TrailItem(
        Kind.CHECK_IN, note.id, note.day, "", note.note, (), note.id, value, note.value
    )


def _noted(note: CheckIn) -> tuple[date, int, Id]:
    return (note.day, note.created, note.id)


def _day(row: Row) -> date:
    return date.fromisoformat(str(row[1]))
