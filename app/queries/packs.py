"""What can be shared, what a pack's PDF is made from, and what it leaves out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from app.charts.seen import ChartChoice
from app.content.library import Library
from app.domain.cycles import Cycle, Person, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import Consent
from app.domain.goals import Goal, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.domain.images import Image
from app.domain.packs import OWNER_NAME, SAMPLE, Pack, PackItem, Passage, Withholding
from app.domain.sessions import Action, Session
from app.queries import shared_charts, shared_images, shared_near
from app.queries.competencies import catalogue
from app.queries.growth import Days
from app.queries.pack_parts import parts_of, who_of, whole
from app.sharing import fields as shared_fields
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.source import Chosen, PackSource, Shareable, Unnamed, fields_of
from app.storage.rows import Reader
from app.vault import Vault

Stored = Cycle | Entry | Experience | Goal | Stretch | Session | Action | Feedback
"""What can be shared of what the vault keeps."""

CLASSES: dict[Kind, type[Stored]] = {
    Kind.CYCLE: Cycle,
    Kind.ENTRY: Entry,
    Kind.GOAL: Goal,
    Kind.STRETCH: Stretch,
    Kind.EXPERIENCE: Experience,
    Kind.SESSION: Session,
    Kind.ACTION: Action,
    Kind.FEEDBACK: Feedback,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that could be shared, with what hangs on it; no field of `whole` is chosen.

    `who` is whom a session or an action is with, or who gave feedback: for the mentee to tell them
    apart by, and in no field.
    """

    whole: Chosen
    who: str = ""

    @property
    def kind(self) -> Kind:
        """The item's kind."""
        return self.whole.kind

    @property
    def id(self) -> Id:
        """The item's id."""
        return self.whole.id

    @property
    def title(self) -> str:
        """The item's title; an entry may have none."""
        return self.whole.record.title.strip()

    @property
    def day(self) -> date | None:
        """When it began or was written, or by when a goal, an action and the like is wanted."""
        record = self.whole.record
        if isinstance(record, Cycle):
            return record.start
        if isinstance(record, Entry | Session | Feedback):
            return record.day
        if isinstance(record, Experience):
            return record.start or record.end
        if isinstance(record, SharedChart):
            return record.choice.first
        return record.due if isinstance(record, Goal | Action) else record.reach_day

    def stamp(self, fields: tuple[str, ...]) -> int:
        """Which version of these fields it is now (see PackItem.seen)."""
        return replace(self.whole, fields=fields).stamp

    def is_current(self, item: PackItem) -> bool:
        """Whether a choice was made of the item as it reads now."""
        return item.seen == self.stamp(item.fields)

    def choice(self, fields: tuple[str, ...]) -> PackItem:
        """The item chosen with these fields, as it reads now."""
        versions = shared_fields.versions(self.whole, fields)
        return PackItem(self.kind, self.id, fields, seen=self.stamp(fields), versions=versions)

    def changed(self, item: PackItem) -> tuple[str, ...]:
        """What says something else since it was chosen: "title", "passages" or a field."""
        return shared_fields.changed(self.whole, item)

    def says(self, field: str) -> bool:
        """Whether there is anything in a field."""
        return bool(said(self.whole, field))


def candidates(
    vault: Vault,
    library: Library,
    charts: Collection[str] = (),
    recipient: Id = NO_ID,
    span: Days | None = None,
) -> tuple[Candidate, ...]:
    """Everything that can be shared, by kind; goals stand in their order.

    Cycles, experiences and entries stand newest first. Charts are drawn over `span`, this cycle
    at first; `charts` are ids of others. What is withheld from the recipient is known of each.
    """
    reader = vault.read
    entries = sorted(reader.all(Entry), key=lambda entry: entry.at, reverse=True)
    goals = sorted(reader.all(Goal), key=lambda goal: goal.position)
    parts = parts_of(reader, None, entries, recipient, reader.all(Image))
    lived = sorted(reader.all(Experience), key=_newest_last, reverse=True)
    cycles = sorted(reader.all(Cycle), key=lambda cycle: cycle.start, reverse=True)
    drawn = shared_charts.offered(reader, library, vault.now().day, charts, span)
    records: list[Shareable] = [
        *sorted(reader.all(Session), key=lambda session: session.at, reverse=True),
        *reader.all(Action),
        *cycles, *goals, *reader.all(Stretch), *lived,
        *sorted(_that_may_leave(reader), key=lambda feedback: feedback.day, reverse=True),
        *entries, *drawn,
    ]  # fmt: skip
    known = catalogue(reader, library)
    return tuple(
        Candidate(whole(record, parts, known, library), who_of(record, parts)) for record in records
    )


def _that_may_leave(reader: Reader) -> list[Feedback]:
    return [feedback for feedback in reader.all(Feedback) if feedback.may_leave]


def _newest_last(experience: Experience) -> tuple[date, Id]:
    return (experience.start or experience.end or date.max, experience.id)


def source(vault: Vault, pack: Pack, library: Library) -> PackSource:
    """What the pack's PDF is made from now.

    An item that is gone, or that reads differently from when it was chosen, is not in it.
    """
    reader = vault.read
    person = reader.find(Person, pack.recipient)
    now = as_it_reads(vault, pack.items, library, pack.recipient)
    chosen = tuple(
        each
        for each, item in zip(now, pack.items, strict=True)
        if each is not None and each.stamp == item.seen
    )
    count = sum(reader.count(kind) for kind in CLASSES)
    return PackSource(
        pack=pack,
        owner=reader.preference(OWNER_NAME),
        recipient=person.name if person else "",
        relation=person.relation if person else Relation.OTHER,
        chosen=tuple(_without(each, chosen) for each in chosen),
        others=count - sum(each.kind in CLASSES for each in chosen),
        now=vault.now(),
        sample=reader.meta(SAMPLE) is not None,
        unnamed=_unnamed(reader, pack, chosen),
        figures=shared_images.figures(reader, chosen),
        kept=_kept(reader, pack, chosen),
    )


def as_it_reads(
    vault: Vault,
    items: tuple[PackItem, ...],
    library: Library,
    recipient: Id = NO_ID,
    reader: Reader | None = None,
) -> list[Chosen | None]:
    """Items with their fields as they read now; None in the place of one that is gone.

    Feedback that may not leave, or may not any more, is as if it were gone.
    What is withheld from the recipient is known of each. A reader of the past has them read as
    they did then.
    """
    reader, today = reader or vault.read, vault.now().day
    records = [_record(reader, item, library, today) for item in items]
    images = shared_images.of_entries(reader, [each for each in records if isinstance(each, Entry)])
    parts = parts_of(reader, [item.id for item in items], None, recipient, images)
    parts.near.update(shared_near.near(reader, [each for each in records if each is not None]))
    known = catalogue(reader, library)
    return [
        None
        if record is None or record.deleted is not None
        else replace(whole(record, parts, known, library), fields=_ordered(item, record))
        for record, item in zip(records, items, strict=True)
    ]


def people(vault: Vault) -> tuple[Person, ...]:
    """Everybody a pack can be for, by name."""
    return tuple(sorted(vault.read.all(Person), key=lambda person: person.name.casefold()))


def find(vault: Vault, pack_id: Id) -> Pack | None:
    """The pack with this id; None where it is gone."""
    found = vault.read.find(Pack, pack_id)
    return found if found is not None and found.deleted is None else None


def _kept(reader: Reader, pack: Pack, chosen: tuple[Chosen, ...]) -> tuple[Passage, ...]:
    """What is withheld in items of the pack that do not leave, for it may stand in others."""
    asleep = {item.id for item in pack.items} - {each.id for each in chosen}
    if not asleep or not pack.recipient:
        return ()
    rows = reader.all(Withholding, recipient=pack.recipient)
    return tuple(passage for row in rows if row.item in asleep for passage in row.passages)


def _unnamed(reader: Reader, pack: Pack, chosen: tuple[Chosen, ...]) -> tuple[Unnamed, ...]:
    """Who is not to be named, somebody in the trash among them; givers who said so first."""
    givers = shared_near.unnamed_givers(reader, chosen, pack.recipient)
    found = (reader.find(Person, each) for each in pack.unnamed if each not in givers)
    others = (Unnamed(one.name, one.relation) for one in found if one and one.name.strip())
    return (*givers.values(), *others)


def _record(reader: Reader, item: PackItem, library: Library, today: date) -> Shareable | None:
    if item.kind is Kind.CHART:
        choice = ChartChoice.read(item.id)
        return shared_charts.find(reader, library, choice, today) if choice else None
    found = reader.find(CLASSES[item.kind], item.id)
    return None if isinstance(found, Feedback) and not found.may_leave else found


def _ordered(item: PackItem, record: Shareable) -> tuple[str, ...]:
    """The fields of an item that leave; images stand in the text and go nowhere without it.

    Who gave feedback leaves only where they said that it may.
    """
    alone = {"images"} if "body" not in item.fields else set()
    if isinstance(record, Feedback) and record.consent is not Consent.NAMED:
        alone.add("giver")
    return tuple(name for name in fields_of(item.kind) if name in {*item.fields} - alone)


def _without(each: Chosen, chosen: tuple[Chosen, ...]) -> Chosen:
    """The item with those of its linked entries, and of what is near, that are not chosen."""
    taken = {other.id for other in chosen}
    evidence = tuple(e for e in each.evidence if e.id not in taken)
    return replace(each, evidence=evidence, near=tuple(n for n in each.near if n.id not in taken))
