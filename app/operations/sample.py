"""Filling an empty vault with the story that ships with Greenroom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from app import unlocking
from app.changes import Op
from app.clock import Clock, Moment
from app.content.library import Library
from app.content.story import StoryPack
from app.domain.document import PaperSize
from app.domain.entries import Entry
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.packs import OFFERED, SAMPLE, Pack, PackItem
from app.operations.story_records import StoryRecords, record_id
from app.security.kdf import Argon2Params
from app.security.recovery import RecoveryKey
from app.sharing.source import KINDS, stamp
from app.storage.writing import Write
from app.vault import Vault

_LEAST_MEMORY_KIB: Final = 64 * 1024
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
        records = StoryRecords(write.now, library.framework)
        for record in records.of(library.story):
            write.put(record)
        for told in library.story.share_packs:
            pack = _pack(told, records.evening(told.day))
            items = tuple(_looked_at(write, item) for item in pack.items)
            write.put(replace(pack, items=items))


def _pack(pack: StoryPack, made: Moment) -> Pack:
    """A share pack of the story, as a draft of the items that Greenroom keeps."""
    items = tuple(
        PackItem(kind, record_id(item.id), _fields(kind, item.mode))
        for item in pack.included
        # A redacted item had a passage taken out by hand, so it is not taken over whole.
        if (kind := _PACKED.get(item.type)) is not None and item.mode != "redacted"
    )
    ordered = sorted(items, key=lambda item: KINDS.index(item.kind))
    return Pack(
        id=record_id(pack.id),
        title=pack.title,
        recipient=record_id(pack.to),
        purpose=pack.purpose,
        note=pack.note_to_reader,
        items=tuple(ordered),
        paper=PaperSize.A4,
        created=made.at,
    )


def _looked_at(write: Write, item: PackItem) -> PackItem:
    """The choice of an item as it was just written."""
    record = write.get(_CLASSES[item.kind], item.id)
    milestones = tuple(write.all(Milestone, goal=item.id))
    check_ins = tuple(write.all(CheckIn, goal=item.id))
    return replace(item, seen=stamp(record, item.fields, milestones, check_ins))


def _fields(kind: Kind, mode: str) -> tuple[str, ...]:
    return OFFERED[kind] if mode == "full" else _SHORT.get(kind, OFFERED[kind])
