"""Share packs: choosing, making the PDF, and the line in the ledger once it was saved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.changes import Op
from app.course import Step, part, unwatched
from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id
from app.domain.packs import (
    Mark,
    Pack,
    PackItem,
    Passage,
    Shared,
    SharedItem,
    SharedMark,
    Withholding,
)
from app.errors import AppError
from app.export import pdf, saving
from app.operations.people import known_or_new
from app.sharing.compose import ENGLISH, compose
from app.sharing.fields import shared_item
from app.sharing.matching import Needle
from app.sharing.readback import Finding, Place, Withheld, read_back
from app.sharing.source import PackSource
from app.sharing.withholding import NAME, PASSAGE, Secret, secrets
from app.sharing.words import PackWords
from app.storage.writing import Write
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Found:
    """Something withheld that a finished file still holds; `page` is 0 off the pages."""

    item: Id
    field: str
    page: int
    place: Place = Place.PAGE


class WithheldTextFoundError(AppError):
    """A finished file holds what was to stay; it is dropped. `found` says what and where."""

    message = (
        "A withheld passage was found in the file, so it was not saved. Nothing left the vault."
    )

    def __init__(self, found: tuple[Found, ...]) -> None:
        super().__init__(count=len(found))
        self.found = found


@dataclass(frozen=True, slots=True)
class DrawnPdf:
    """A PDF in memory that nobody has read back yet, and what it was made from."""

    data: bytes
    pages: int
    unprinted: str
    source: PackSource
    passphrase: str | None = field(repr=False)
    words: PackWords = field(repr=False)


@dataclass(frozen=True, slots=True)
class BuiltPdf:
    """A finished PDF in memory, read back, and what went into it.

    `searched` are the chosen items and their fields (or "evidence") that were looked for and
    not found, "passage" once for each passage. `sha256` is of these very bytes.
    """

    data: bytes
    pages: int
    sha256: str
    source: PackSource
    items: tuple[SharedItem, ...]
    searched: tuple[tuple[Id, str], ...]
    passphrase: bool
    unprinted: str = ""


def add(vault: Vault, pack: Pack) -> Pack:
    """A new pack; nothing is chosen unless the pack says so."""
    with vault.transact(Op.ADD_PACK) as write:
        return write.put(pack)


def add_recipient(vault: Vault, name: str, relation: Relation) -> Person:
    """Somebody new to share with; the same name and relation again is the same person."""
    with vault.transact(Op.ADD_PERSON) as write:
        return known_or_new(write, Person(name=name, relation=relation))


def revise(vault: Vault, pack: Pack) -> Pack:
    """The pack as it reads now; a run of these is one step of undo until `vault.seal()`.

    What was withheld from the one it was for stays withheld from the one it is for now.
    """
    with vault.transact(Op.REVISE_PACK) as write:
        before = write.get(Pack, pack.id)
        if pack.recipient and before.recipient not in {NO_ID, pack.recipient}:
            _withhold_alike(write, pack, before.recipient)
        return write.put(pack)


def withhold(vault: Vault, pack: Pack, item: PackItem, passages: tuple[Passage, ...]) -> Pack:
    """The pack with an item of which these passages, and no others, stay.

    They stay in every pack for the same recipient, which shows the item as changed. A run of
    these on one item is one step of undo until `vault.seal()`.
    """
    with vault.transact(Op.WITHHOLD) as write:
        write.get(Pack, pack.id)
        write.put(replace(_withholding(write, pack.recipient, item.id), passages=passages))
        return write.put(pack.with_item(item))


def delete(vault: Vault, pack_id: Id) -> None:
    """The pack to the trash; what is in it and the ledger stay as they are."""
    with vault.transact(Op.DELETE_PACK) as write:
        write.delete(write.get(Pack, pack_id))


def draw(
    source: PackSource,
    passphrase: str | None,
    words: PackWords = ENGLISH,
    step: Step = unwatched,
) -> DrawnPdf:
    """The pages of a pack, to look at; they may not be saved before they are read back.

    Raises:
        BuildError, PassphraseRefusedError: there is no file.
        StoppedError: `step` said so.
    """
    made = pdf.build(compose(source, words), passphrase, step)
    return DrawnPdf(made.data, made.pages, made.unprinted, source, passphrase, words)


def check(drawn: DrawnPdf, step: Step = unwatched) -> BuiltPdf:
    """The PDF of a pack, once nothing that was to stay is found in it.

    Raises:
        WithheldTextFoundError: the file holds something that was to stay.
        UnreadableError: the file cannot be read back.
        StoppedError: `step` said so.
    """
    source, passphrase = drawn.source, drawn.passphrase
    hidden = secrets(source, drawn.words)
    looked_for = [
        Withheld(str(number), each.text, name=each.field == NAME)
        for number, each in enumerate(hidden)
    ]
    findings = read_back(drawn.data, passphrase, looked_for, step).findings
    if findings and (told := _without_format(findings, drawn, looked_for)):
        raise WithheldTextFoundError(tuple(_found(each, hidden) for each in told))
    return BuiltPdf(
        data=drawn.data,
        pages=drawn.pages,
        sha256=hashlib.sha256(drawn.data).hexdigest(),
        source=source,
        items=tuple(shared_item(each) for each in source.chosen),
        searched=_searched(hidden),
        passphrase=passphrase is not None,
        unprinted=drawn.unprinted,
    )


def build(
    source: PackSource,
    passphrase: str | None,
    words: PackWords = ENGLISH,
    step: Step = unwatched,
) -> BuiltPdf:
    """The PDF of a pack, read back; it touches no vault and no disk, so any thread can do it.

    Raises:
        AppError: what `draw` and `check` raise.
    """
    return check(draw(source, passphrase, words, part(step, 0, 0.5)), part(step, 0.5, 1))


def save(vault: Vault, built: BuiltPdf, path: Path, *, replace: bool = False) -> Shared:
    """The file on disk and its line in the ledger: both or neither.

    The line is written first, so that a vault that takes none keeps the file from being made;
    it is taken back where the file cannot be written. The file is taken back, and one that it
    replaced put back, where the line does not reach the disk. Neither can be undone later.

    Raises:
        SaveError: or one of its subclasses; folder and ledger are then as they were.
        VaultError: the vault took no line; folder and ledger are then as they were.
    """
    with vault.transact(Op.SHARE_PACK) as write:
        line = write.put(_line(vault, built, path))
        write.beside.enter_context(saving.saved(built.data, path, replace=replace))
    return line


def mark(vault: Vault, shared_id: Id, kind: Mark) -> SharedMark:
    """A note beside a line of the ledger, of today: what became of the copy."""
    with vault.transact(Op.MARK_SHARED) as write:
        write.get(Shared, shared_id)
        return write.put(SharedMark(shared=shared_id, mark=kind, day=write.now.day))


def _withhold_alike(write: Write, pack: Pack, earlier: Id) -> None:
    """Withhold from the recipient of a pack what of its items was withheld from an earlier one."""
    for item in pack.items:
        before = _withholding(write, earlier, item.id)
        mine = _withholding(write, pack.recipient, item.id)
        known = {each.text for each in mine.passages}
        added = tuple(each for each in before.passages if each.text not in known)
        if added:
            write.put(replace(mine, passages=(*mine.passages, *added)))


def _withholding(write: Write, recipient: Id, item: Id) -> Withholding:
    found = write.all(Withholding, recipient=recipient, item=item)
    return found[0] if found else Withholding(recipient=recipient, item=item)


def _line(vault: Vault, built: BuiltPdf, path: Path) -> Shared:
    source, now = built.source, vault.now()
    return Shared(
        pack=source.pack.id,
        title=source.pack.title,
        recipient=source.recipient,
        relation=source.relation,
        purpose=source.pack.purpose,
        at=now.at,
        offset=now.offset,
        items=built.items,
        pages=built.pages,
        size=len(built.data),
        sha256=built.sha256,
        passphrase=built.passphrase,
        file_name=path.name,
        person=source.pack.recipient,
        type=source.pack.type,
        unnamed=len(source.unnamed),
        until=source.pack.until,
    )


def _searched(hidden: tuple[Secret, ...]) -> tuple[tuple[Id, str], ...]:
    pairs = [(each.item, each.field) for each in hidden]
    others = dict.fromkeys(pair for pair in pairs if pair[1] != PASSAGE)
    return (*others, *(pair for pair in pairs if pair[1] == PASSAGE))


def _without_format(
    findings: tuple[Finding, ...], drawn: DrawnPdf, looked_for: list[Withheld]
) -> tuple[Finding, ...]:
    """The findings, but for short words that the format says in a file of nobody's words, too.

    "ID", "part" and "default" stand in every PDF off its pages, and every sign of a page in a font.
    """
    needles = {each.label: Needle(each.text, name=each.name) for each in looked_for}
    short = {each.label for each in findings if not each.page and not needles[each.label].long}
    if not short:
        return findings
    source = drawn.source
    nothing = PackSource(
        Pack(paper=source.pack.paper), "", "", Relation.OTHER, (), 0, source.now, source.sample
    )
    bare = pdf.build(compose(nothing, drawn.words), drawn.passphrase)
    wanted = [each for each in looked_for if each.label in short]
    there = {
        (each.label, each.place)
        for each in read_back(bare.data, drawn.passphrase, wanted).findings
        if not each.page
    }
    signs = {label for label in short if len(needles[label].whole) == 1}
    there |= {(label, place) for label in signs for place in (Place.FONT, Place.FILE)}
    return tuple(each for each in findings if each.page or (each.label, each.place) not in there)


def _found(finding: Finding, hidden: tuple[Secret, ...]) -> Found:
    secret = hidden[int(finding.label)]
    return Found(secret.item, secret.field, finding.page, finding.place)
