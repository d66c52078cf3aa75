"""An item of a share pack with what hangs on it, and with nothing of it that no field says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from app.content.library import Library
from app.domain.cycles import Cycle, Person
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import Consent
from app.domain.goals import CheckIn, Milestone
from app.domain.ids import Id
from app.domain.images import Image
from app.domain.packs import Passage, Withholding
from app.domain.sessions import Action, Session
from app.queries import shared_images, shared_near
from app.queries.competencies import Catalogue
from app.sharing.charts import SharedChart
from app.sharing.source import Chosen, Near, Shareable
from app.storage.rows import Reader
from app.storage.tables import R


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on items by their ids, what of them is withheld, and people's names.

    `leaving` is the feedback that a topic may tell of.
    """

    milestones: dict[Id, list[Milestone]]
    check_ins: dict[Id, list[CheckIn]]
    evidence: dict[Id, list[Entry]]
    people: dict[Id, str]
    passages: dict[Id, tuple[Passage, ...]]
    images: dict[Id, Image]
    near: dict[Id, list[Near]]
    leaving: frozenset[Id]


def who_of(record: Shareable, parts: Parts) -> str:
    """Whom a session or an action is with, or who gave feedback."""
    if isinstance(record, Feedback):
        return shared_near.giver_of(record, parts.people)
    return parts.people.get(record.person, "") if isinstance(record, Session | Action) else ""


def whole(record: Shareable, parts: Parts, known: Catalogue, library: Library) -> Chosen:
    """The item with none of its fields chosen."""
    withheld = parts.passages.get(record.id, ())
    if isinstance(record, Cycle):
        agreed = record.agreement
        points = library.working_agreement.points_of(agreed) if agreed else ()
        return Chosen(record, (), agreed=points, passages=withheld)
    if isinstance(record, SharedChart):
        return Chosen(record, (), passages=withheld)
    if isinstance(record, Session | Action | Feedback):
        return replace(_talked(record, parts), passages=withheld)
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
        near=tuple(parts.near.get(record.id, ())),
    )


def _talked(record: Session | Action | Feedback, parts: Parts) -> Chosen:
    """A session, an action or feedback without what no field says; names only where they may."""
    near = tuple(parts.near.get(record.id, ()))
    if isinstance(record, Session):
        return Chosen(shared_near.without_sources(record, parts.leaving), (), near=near)
    if isinstance(record, Feedback):
        giver = shared_near.giver_of(record, parts.people)
        named = record.consent is Consent.NAMED and giver
        people = (giver,) if named else ()
        return Chosen(shared_near.without_giver(record), (), people=people)
    # Of what the mentee owes, nobody is told to whom.
    other = "" if record.mine else parts.people.get(record.person, "")
    return Chosen(record, (), people=(other,) if other else (), near=near)


def _names(experience: Experience, parts: Parts) -> tuple[str, ...]:
    return tuple(parts.people[each] for each in experience.people if each in parts.people)


def parts_of(
    reader: Reader,
    aims: Collection[Id] | None,
    entries: list[Entry] | None,
    recipient: Id,
    images: Collection[Image],
) -> Parts:
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
    leaving = shared_near.spoken_of(reader)
    return Parts(milestones, check_ins, evidence, people, passages, shown, {}, leaving)


def _of(reader: Reader, cls: type[R], name: str, ids: Collection[Id] | None) -> list[R]:
    return reader.all(cls) if ids is None else reader.among(cls, name, ids)
