"""Filling an empty vault with the story that ships with Greenroom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from app import unlocking
from app.changes import Op
from app.clock import Clock, Moment
from app.content.library import Library
from app.content.story import PackedItem, StoryPack
from app.domain.document import PaperSize
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import SAMPLE, Pack, PackItem, PackType, Passage, Withholding, offered
from app.operations.story_ids import record_id
from app.operations.story_records import StoryRecords
from app.security.kdf import Argon2Params
from app.security.recovery import RecoveryKey
from app.sharing.source import KINDS, stamp
from app.storage.writing import Write
from app.vault import Vault

_LEAST_MEMORY_KIB: Final = 64 * 1024
_PACKED: Final = {
    "goal": Kind.GOAL,
    "stretch_goal": Kind.STRETCH,
    "experience": Kind.EXPERIENCE,
    "entry": Kind.ENTRY,
    "feedback": Kind.FEEDBACK,
}
_CLASSES: Final[dict[Kind, type[Entry | Experience | Feedback | Goal | Stretch]]] = {
    Kind.GOAL: Goal,
    Kind.STRETCH: Stretch,
    Kind.EXPERIENCE: Experience,
    Kind.ENTRY: Entry,
    Kind.FEEDBACK: Feedback,
}
_SHORT: Final = {
    Kind.GOAL: ("why", "measure"),
    Kind.STRETCH: ("why", "targets"),
    Kind.EXPERIENCE: ("outcome",),
    Kind.FEEDBACK: ("answers",),
}
"""Those of the fields a pack offers that leave where an item is only summed up."""


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
    Entries that the story marks as private are not in its packs, nor is feedback of which it does
    not say which words were taken out.
    """
    with vault.transact(Op.IMPORT) as write:
        write.set_meta(SAMPLE, write.now.day.isoformat())
        records = StoryRecords(write.now, library.framework, library.feedback_forms)
        for record in records.of(library.story):
            write.put(record)
        for told in library.story.share_packs:
            withheld = dict(_withheld(told))
            for item_id, passages in withheld.items():
                recipient = record_id(told.to)
                write.put(Withholding(recipient=recipient, item=item_id, passages=passages))
            pack = _pack(told, records.evening(told.day))
            items = (_looked_at(write, each, withheld.get(each.id, ())) for each in pack.items)
            write.put(replace(pack, items=tuple(items)))


def _pack(pack: StoryPack, made: Moment) -> Pack:
    """A share pack of the story, as a draft of the items that Greenroom keeps."""
    kind_of_pack = PackType(pack.type)
    items = tuple(
        PackItem(kind, record_id(item.id), _fields(kind_of_pack, kind, item.mode))
        for item in pack.included
        if (kind := _PACKED.get(item.type)) is not None and _is_told(item)
    )
    ordered = sorted(items, key=lambda item: KINDS.index(item.kind))
    return Pack(
        id=record_id(pack.id),
        title=pack.title,
        type=kind_of_pack,
        recipient=record_id(pack.to),
        purpose=pack.purpose,
        note=pack.note_to_reader,
        items=tuple(ordered),
        paper=PaperSize.A4,
        created=made.at,
    )


def _is_told(item: PackedItem) -> bool:
    """Whether the story says what of somebody else's words stays."""
    return item.type != "feedback" or item.mode != "redacted" or bool(item.withheld)


def _withheld(pack: StoryPack) -> Iterator[tuple[Id, tuple[Passage, ...]]]:
    """The items of which passages stay, and these."""
    for item in pack.included:
        if item.withheld and item.type in _PACKED:
            yield record_id(item.id), tuple(map(Passage, item.withheld))


def _looked_at(write: Write, item: PackItem, passages: tuple[Passage, ...]) -> PackItem:
    """The choice of an item as it was just written."""
    record = write.get(_CLASSES[item.kind], item.id)
    milestones = tuple(write.all(Milestone, goal=item.id))
    check_ins = tuple(write.all(CheckIn, goal=item.id))
    seen = stamp(record, item.fields, milestones, check_ins, passages=passages)
    return replace(item, seen=seen)


def _fields(pack: PackType, kind: Kind, mode: str) -> tuple[str, ...]:
    # Its entries show no images.
    usual = tuple(name for name in offered(pack, kind) if name != "images")
    return tuple(name for name in usual if name in _SHORT[kind]) if mode == "summary" else usual
