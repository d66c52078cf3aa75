"""Writing in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from app.changes import Op
from app.clock import Moment
from app.domain.entries import Entry, Evidence
from app.domain.entry_content import Content
from app.domain.experiences import Experience
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.records import clean_tags
from app.prose import has_words
from app.storage.writing import Write
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft(Content):
    """What an editor holds of an entry: what is written in it, and its marks."""

    bring: bool = False
    pinned: bool = False

    def onto(self, entry: Entry) -> Entry:
        """The entry as this draft has it."""
        held = {field.name: getattr(self, field.name) for field in fields(self)}
        tags = held.pop("tags")
        return replace(entry, **held).tagged(tags)

    def merged(self, base: EntryDraft, theirs: EntryDraft) -> EntryDraft:
        """This draft with what was changed elsewhere since `base` and not here; tags one by one."""
        changed = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name != "tags" and getattr(self, field.name) != getattr(base, field.name)
        }
        kept = tuple(tag for tag in theirs.tags if tag in self.tags or tag not in base.tags)
        added = tuple(tag for tag in self.tags if tag not in base.tags)
        return replace(theirs, tags=clean_tags((*kept, *added)), **changed)


def add(
    vault: Vault,
    draft: EntryDraft,
    written: Moment | None = None,
    evidence: Iterable[tuple[Kind, Id]] = (),
) -> Entry:
    """A new entry, dated now unless told otherwise, and evidence for what is named."""
    with vault.transact(Op.ADD_ENTRY) as write:
        return put_entry(write, draft, written or write.now, evidence)


def write(vault: Vault, entry_id: Id, draft: EntryDraft) -> Entry:
    """What was typed, saved; a run of these is one step of undo until `vault.seal()`."""
    with vault.transact(Op.WRITE_ENTRY) as writing:
        return writing.put(draft.onto(writing.get(Entry, entry_id)))


def move_to(vault: Vault, entry_id: Id, written: Moment) -> Entry:
    """The entry dated another day or time."""
    with vault.transact(Op.WRITE_ENTRY) as writing:
        return writing.put(writing.get(Entry, entry_id).dated(written))


def delete(vault: Vault, entry_id: Id) -> None:
    """The entry and its evidence links, to the trash."""
    with vault.transact(Op.DELETE_ENTRY) as write:
        write.delete(write.get(Entry, entry_id))
        for link in write.all(Evidence, entry=entry_id):
            write.delete(link)


def restore(vault: Vault, entry_id: Id) -> None:
    """The entry back from the trash, with the links that went with it."""
    with vault.transact(Op.RESTORE) as write:
        entry = write.find(Entry, entry_id)
        if entry is None or entry.deleted is None:
            return
        for link in write.deleted(Evidence):
            if link.entry == entry_id and link.deleted == entry.deleted:
                # Where the goal lies in the trash now, the link comes back with it.
                write.put(replace(link, deleted=_target_deleted(write, link)))
        write.put(replace(entry, deleted=None))


def link(vault: Vault, entry_id: Id, target_kind: Kind, target: Id) -> None:
    """The entry as evidence for something; linking twice changes nothing."""
    with vault.transact(Op.LINK_EVIDENCE) as write:
        write.get(Entry, entry_id)
        if not write.all(Evidence, entry=entry_id, target=target):
            write.put(Evidence(entry=entry_id, target_kind=target_kind, target=target))


def unlink(vault: Vault, entry_id: Id, target: Id) -> None:
    """The entry no longer as evidence for it."""
    with vault.transact(Op.UNLINK_EVIDENCE) as write:
        for found in write.all(Evidence, entry=entry_id, target=target):
            write.delete(found)


def quote(
    vault: Vault, entry_id: Id, passage: str, target_kind: Kind, target: Id
) -> Evidence | None:
    """A passage of the entry as evidence, kept as it reads today; the same one twice is one."""
    with vault.transact(Op.QUOTE_EVIDENCE) as write:
        write.get(Entry, entry_id)
        words = passage.strip()
        same = write.all(Evidence, entry=entry_id, target=target, quote=words)
        if same or not has_words(words):
            return None
        return write.put(
            Evidence(
                entry=entry_id,
                target_kind=target_kind,
                target=target,
                quote=words,
                quoted=write.now.day,
            )
        )


def unquote(vault: Vault, evidence_id: Id) -> None:
    """The passage no longer as evidence."""
    with vault.transact(Op.UNLINK_EVIDENCE) as write:
        write.delete(write.get(Evidence, evidence_id))


def put_entry(
    write: Write, draft: EntryDraft, written: Moment, evidence: Iterable[tuple[Kind, Id]]
) -> Entry:
    """Store a new entry that is evidence for what is named, within a transaction."""
    entry = write.put(draft.onto(Entry()).dated(written))
    for kind, target in evidence:
        write.put(Evidence(entry=entry.id, target_kind=kind, target=target))
    return entry


def _target_deleted(write: Write, link: Evidence) -> int | None:
    """When what a link names went to the trash, if it lies there."""
    kinds: dict[Kind, type[Goal | Stretch | Milestone | Experience]] = {
        Kind.GOAL: Goal,
        Kind.STRETCH: Stretch,
        Kind.MILESTONE: Milestone,
        Kind.EXPERIENCE: Experience,
    }
    cls = kinds.get(link.target_kind)
    found = write.find(cls, link.target) if cls else None
    return found.deleted if found else None
