"""Filling an empty vault with the story that ships with Greenroom."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from app import unlocking
from app.changes import Op
from app.clock import Clock, Moment
from app.content.library import Library
from app.content.story import Story, StoryEntry, StoryPack
from app.content.story_aims import StoryAim, StoryGoal, StoryStretch
from app.domain.cycles import Cycle, Person, Preference, Relation
from app.domain.document import PaperSize
from app.domain.entries import Entry, Evidence
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch, StretchState
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import OFFERED, OWNER_NAME, SAMPLE, Pack, PackItem
from app.domain.records import Record
from app.security.kdf import Argon2Params
from app.security.recovery import RecoveryKey
from app.sharing.source import stamp
from app.storage.writing import Write
from app.vault import Vault

_LEAST_MEMORY_KIB: Final = 64 * 1024
_WEDNESDAY: Final = 2
_DAYS_IN_WEEK: Final = 7
_EVENING: Final = time(20, 40)
_BRING_FROM_DAY: Final = -21
_NAMESPACE: Final = uuid.UUID("5d3f6f0a-52a1-5c36-8f0e-3c4b7a1d9e10")
_PACKED: Final = {"goal": Kind.GOAL, "stretch_goal": Kind.STRETCH, "entry": Kind.ENTRY}
_CLASSES: Final[dict[Kind, type[Entry | Goal | Stretch]]] = {
    Kind.GOAL: Goal,
    Kind.STRETCH: Stretch,
    Kind.ENTRY: Entry,
}
_SHORT: Final = {Kind.GOAL: ("why", "measure"), Kind.STRETCH: ("why", "targets")}


def quick() -> Argon2Params:
    """The least work for a passphrase nobody learns: the story is no secret, the wait is short."""
    return Argon2Params.fresh(_LEAST_MEMORY_KIB, iterations=1)


def create(
    folder: Path,
    passphrase: str,
    clock: Clock,
    library: Library,
    params: Argon2Params | None = None,
) -> None:
    """Make a vault that holds the sample story, and close it (slow).

    Nobody learns its recovery key. Raises FolderTakenError or FolderRefusedError; a half-made
    vault is removed again.
    """
    recovery = RecoveryKey.generate()
    try:
        keys = unlocking.create(folder, passphrase, recovery, clock.now(), params)
    finally:
        recovery.wipe()
    try:
        vault = Vault(keys, clock)
        try:
            fill(vault, library)
        finally:
            vault.close()
    except BaseException:
        keys.wipe()
        unlocking.remove(folder)
        raise


def fill(vault: Vault, library: Library) -> None:
    """Put the sample story into an empty vault, ending on the latest Wednesday by its clock.

    The vault says so of itself from then on, so that each of its PDFs is marked as a sample.
    Entries that the story marks as private are not in its packs; neither is what Greenroom
    does not keep yet.
    """
    with vault.transact(Op.IMPORT) as write:
        write.set_meta(SAMPLE, write.now.day.isoformat())
        calendar = _Calendar(write.now)
        for record in calendar.records(library.story):
            write.put(record)
        for pack in map(calendar.pack, library.story.share_packs):
            items = tuple(_looked_at(write, item) for item in pack.items)
            write.put(replace(pack, items=items))


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Turns the story's days into dates before `now`."""

    now: Moment

    @property
    def anchor(self) -> date:
        """Day 0: the latest Wednesday."""
        today = self.now.day
        return today - timedelta(days=(today.weekday() - _WEDNESDAY) % _DAYS_IN_WEEK)

    def day(self, number: int) -> date:
        """The date of a day of the story."""
        return self.anchor + timedelta(days=number)

    def evening(self, number: int) -> Moment:
        """The hour of writing on a day of the story."""
        zone = self.now.local.tzinfo
        return Moment.of(datetime.combine(self.day(number), _EVENING, zone))

    def records(self, story: Story) -> Iterator[Record]:
        """Every record of the story but its packs."""
        yield Preference(id=Id(OWNER_NAME), value=story.profile.name)
        for person in story.people:
            relation = Relation(person.relation)
            yield Person(id=_id(person.id), name=person.name, relation=relation, role=person.role)
        for cycle in story.cycles:
            yield Cycle(
                id=_id(cycle.id),
                title=cycle.title,
                purpose=cycle.purpose,
                start=self.day(cycle.start_day),
                middle=self.day(cycle.mid_day),
                end=self.day(cycle.end_day),
                person=_id(cycle.person),
            )
        for number, goal in enumerate(story.goals, start=1):
            yield self.goal(goal, number)
            yield from self.steps(goal)
        for stretch in story.stretch_goals:
            yield self.stretch(stretch)
            yield from self.steps(stretch)
        for entry in story.entries:
            yield from self.entry(entry)

    def goal(self, goal: StoryGoal, number: int) -> Goal:
        """A goal of the story."""
        return Goal(
            **_aim(self, goal),
            due=self.day(goal.end_day),
            state=GoalState(goal.status.replace("-", "_")),
            position=float(number),
        )

    def stretch(self, stretch: StoryStretch) -> Stretch:
        """A stretch goal of the story."""
        done = stretch.status == "done"
        return Stretch(
            **(_aim(self, stretch) | {"learned": stretch.result or ""}),
            commit=stretch.commit.text,
            commit_day=self.day(stretch.commit.day),
            reach=stretch.reach.text,
            reach_day=self.day(stretch.reach.day),
            size=stretch.challenge,
            if_badly=stretch.if_it_goes_badly,
            state=StretchState.REACHED if done else StretchState.ACTIVE,
        )

    def steps(self, aim: StoryGoal | StoryStretch) -> Iterator[Record]:
        """The milestones and check-ins of a goal or stretch goal."""
        for number, step in enumerate(aim.milestones, start=1):
            yield Milestone(
                id=_id(step.id),
                goal=_id(aim.id),
                title=step.text,
                due=self.day(step.due_day),
                done=None if step.done_day is None else self.day(step.done_day),
                position=float(number),
            )
        for note in aim.check_ins:
            yield CheckIn(
                id=_id(f"{aim.id}@{note.day}"),
                goal=_id(aim.id),
                day=self.day(note.day),
                value=getattr(note, "value", None),
                confidence=getattr(note, "confidence", None),
                note=note.note,
                created=self.evening(note.day).at,
            )

    def entry(self, entry: StoryEntry) -> Iterator[Record]:
        """An entry of the story and its links to goals and stretch goals."""
        written = self.evening(entry.day)
        yield (
            Entry(
                id=_id(entry.id),
                title=entry.title,
                body=entry.body,
                template=entry.template,
                energy=entry.energy,
                confidence=entry.confidence,
                bring=entry.day >= _BRING_FROM_DAY and not entry.keep_private,
                created=written.at,
            )
            .dated(written)
            .tagged(entry.tags)
        )
        links = [(Kind.GOAL, name) for name in entry.links.goals]
        links += [(Kind.STRETCH, name) for name in entry.links.stretch_goals]
        for kind, name in links:
            yield Evidence(
                id=_id(f"{entry.id}>{name}"),
                entry=_id(entry.id),
                target_kind=kind,
                target=_id(name),
            )

    def pack(self, pack: StoryPack) -> Pack:
        """A share pack of the story, as a draft of the items that Greenroom keeps."""
        items = tuple(
            PackItem(kind, _id(item.id), _fields(kind, item.mode))
            for item in pack.included
            # A redacted item had a passage taken out by hand, so it is not taken over whole.
            if (kind := _PACKED.get(item.type)) is not None and item.mode != "redacted"
        )
        return Pack(
            id=_id(pack.id),
            title=pack.title,
            recipient=_id(pack.to),
            purpose=pack.purpose,
            note=pack.note_to_reader,
            items=items,
            paper=PaperSize.A4,
            created=self.evening(pack.day).at,
        )


def _looked_at(write: Write, item: PackItem) -> PackItem:
    """The choice of an item as it was just written."""
    record = write.get(_CLASSES[item.kind], item.id)
    milestones = tuple(write.all(Milestone, goal=item.id))
    check_ins = tuple(write.all(CheckIn, goal=item.id))
    return replace(item, seen=stamp(record, item.fields, milestones, check_ins))


def _id(story_id: str) -> Id:
    """The same id for the same record of the story, in every sample vault."""
    return Id(str(uuid.uuid5(_NAMESPACE, story_id))) if story_id else NO_ID


def _fields(kind: Kind, mode: str) -> tuple[str, ...]:
    return OFFERED[kind] if mode == "full" else _SHORT.get(kind, OFFERED[kind])


def _aim(calendar: _Calendar, aim: StoryAim) -> dict[str, Any]:
    return {
        "id": _id(aim.id),
        "title": aim.title,
        "why": aim.why,
        "measure": aim.measure.what,
        "unit": aim.measure.unit,
        "baseline": float(aim.measure.baseline),
        "target": float(aim.measure.target),
        "obstacle": aim.obstacle,
        "if_when": aim.if_then.if_when,
        "then_do": aim.if_then.then_do,
        "support": aim.support,
        "competencies": aim.competencies,
        "start": calendar.day(aim.start_day),
        "cycle": _id(aim.cycle),
        "template": aim.template or "",
        "created": calendar.evening(aim.start_day).at,
    }
