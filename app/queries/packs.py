"""What can be shared, what a pack's PDF is made from, and what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from app.charts.seen import ChartChoice
from app.content.library import Library
from app.domain.cycles import Cycle, Person, Relation
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.domain.images import Image
from app.domain.packs import OWNER_NAME, SAMPLE, Pack, PackItem, Passage, Withholding
from app.queries import shared_charts, shared_images
from app.queries.competencies import Catalogue, catalogue
from app.queries.growth import Days
from app.sharing import fields as shared_fields
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.source import Chosen, PackSource, Shareable, Unnamed, fields_of
from app.storage.rows import Reader
from app.storage.tables import R
from app.vault import Vault

CLASSES: dict[Kind, type[Cycle | Entry | Experience | Goal | Stretch]] = {
    Kind.CYCLE: Cycle,
    Kind.ENTRY: Entry,
    Kind.GOAL: Goal,
    Kind.STRETCH: Stretch,
    Kind.EXPERIENCE: Experience,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that could be shared, with what hangs on it; no field of `whole` is chosen."""

    whole: Chosen

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
        """When it began or was written, or by when a goal or a stretch goal is wanted."""
        record = self.whole.record
        if isinstance(record, Cycle):
            return record.start
        if isinstance(record, Entry):
            return record.day
        if isinstance(record, Experience):
            return record.start or record.end
        if isinstance(record, SharedChart):
            return record.choice.first
        return record.due if isinstance(record, Goal) else record.reach_day

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


@dataclass(frozen=True, slots=True)
class _Parts:
    """What hangs on items by their ids, what of them is withheld, and people's names."""

    milestones: dict[Id, list[Milestone]]
    check_ins: dict[Id, list[CheckIn]]
    evidence: dict[Id, list[Entry]]
    people: dict[Id, str]
    passages: dict[Id, tuple[Passage, ...]]
    images: dict[Id, Image]


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
    parts = _parts(reader, None, entries, recipient, reader.all(Image))
    lived = sorted(reader.all(Experience), key=_newest_last, reverse=True)
    cycles = sorted(reader.all(Cycle), key=lambda cycle: cycle.start, reverse=True)
    drawn = shared_charts.offered(reader, library, vault.now().day, charts, span)
    records: list[Shareable] = [*cycles, *goals, *reader.all(Stretch), *lived, *entries, *drawn]
    known = catalogue(reader, library)
    return tuple(Candidate(_whole(record, parts, known, library)) for record in records)


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
        unnamed=_unnamed(reader, pack),
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

    What is withheld from the recipient is known of each. A reader of the past has them read as
    they did then.
    """
    reader, today = reader or vault.read, vault.now().day
    records = [_record(reader, item, library, today) for item in items]
    images = shared_images.of_entries(reader, [each for each in records if isinstance(each, Entry)])
    parts = _parts(reader, [item.id for item in items], None, recipient, images)
    known = catalogue(reader, library)
    return [
        None
        if record is None or record.deleted is not None
        else replace(_whole(record, parts, known, library), fields=_ordered(item))
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


def _unnamed(reader: Reader, pack: Pack) -> tuple[Unnamed, ...]:
    """Who is not to be named, somebody in the trash among them."""
    found = (reader.find(Person, each) for each in pack.unnamed)
    return tuple(Unnamed(one.name, one.relation) for one in found if one and one.name.strip())


def _record(reader: Reader, item: PackItem, library: Library, today: date) -> Shareable | None:
    if item.kind is Kind.CHART:
        choice = ChartChoice.read(item.id)
        return shared_charts.find(reader, library, choice, today) if choice else None
    return reader.find(CLASSES[item.kind], item.id)


def _ordered(item: PackItem) -> tuple[str, ...]:
    """The fields of an item that leave; images stand in the text and go nowhere without it."""
    alone = {"images"} if "body" not in item.fields else set()
    return tuple(name for name in fields_of(item.kind) if name in {*item.fields} - alone)


def _without(each: Chosen, chosen: tuple[Chosen, ...]) -> Chosen:
    """The item with those of its linked entries that are not chosen themselves."""
    taken = {other.id for other in chosen}
    return replace(each, evidence=tuple(e for e in each.evidence if e.id not in taken))


def _whole(record: Shareable, parts: _Parts, known: Catalogue, library: Library) -> Chosen:
    withheld = parts.passages.get(record.id, ())
    if isinstance(record, Cycle):
        agreed = record.agreement
        points = library.working_agreement.points_of(agreed) if agreed else ()
        return Chosen(record, (), agreed=points, passages=withheld)
    if isinstance(record, SharedChart):
        return Chosen(record, (), passages=withheld)
    ids = () if isinstance(record, Entry) else record.competencies
    rows = tuple(row for row in map(known.find, ids) if row)
    return Chosen(
        record=record,
        fields=(),
        milestones=tuple(parts.milestones.get(record.id, ())),
        check_ins=tuple(parts.check_ins.get(record.id, ())),
        competencies=tuple(row.name for row in rows),
        evidence=tuple(parts.evidence.get(record.id, ())),
        people=_names(record, parts) if isinstance(record, Experience) else (),
        named=sum(row.modified for row in rows),
        passages=withheld,
        images=shared_images.of_entry(record, parts.images) if isinstance(record, Entry) else (),
    )


def _names(experience: Experience, parts: _Parts) -> tuple[str, ...]:
    return tuple(parts.people[each] for each in experience.people if each in parts.people)


def _parts(
    reader: Reader,
    aims: Collection[Id] | None,
    entries: list[Entry] | None,
    recipient: Id,
    images: Collection[Image],
) -> _Parts:
    """What hangs on these goals and stretch goals, or on all of them."""
    milestones: dict[Id, list[Milestone]] = defaultdict(list)
    for step in sorted(_of(reader, Milestone, "goal", aims), key=lambda step: step.position):
        milestones[step.goal].append(step)
    check_ins: dict[Id, list[CheckIn]] = defaultdict(list)
    for note in sorted(_of(reader, CheckIn, "goal", aims), key=lambda note: note.day):
        check_ins[note.goal].append(note)
    home = {step.id: step.goal for steps in milestones.values() for step in steps}
    links = _of(reader, Evidence, "target", None if aims is None else [*aims, *home])
    if entries is None:
        entries = reader.among(Entry, "id", [link.entry for link in links]) if links else []
    known = {entry.id: entry for entry in entries}
    evidence: dict[Id, list[Entry]] = defaultdict(list)
    for link in links:
        # Evidence for a milestone is its goal's; several passages of an entry are one entry.
        mine, entry = evidence[home.get(link.target, link.target)], known.get(link.entry)
        if entry is not None and entry not in mine:
            mine.append(entry)
    people = {person.id: person.name for person in reader.all(Person)}
    kept = reader.all(Withholding, recipient=recipient) if recipient else []
    passages = {each.item: each.passages for each in kept}
    shown = {image.id: image for image in images}
    return _Parts(milestones, check_ins, evidence, people, passages, shown)


def _of(reader: Reader, cls: type[R], name: str, ids: Collection[Id] | None) -> list[R]:
    return reader.all(cls) if ids is None else reader.among(cls, name, ids)
