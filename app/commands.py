"""What each command does: results are printed, messages said, failures raised as AppError."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from app import unlocking
from app.clock import Moment, SystemClock
from app.content.library import Library
from app.domain.packs import Pack
from app.domain.records import TEXT_LIMIT
from app.errors import AppError
from app.export.failures import FileExistsAlreadyError
from app.importing import jrnl
from app.importing.apply import Plan, apply, plan
from app.importing.drafts import EntryDraft, Reading, SkipReason, clean
from app.importing.jrnl import zone_here
from app.operations import journal
from app.operations import packs as packing
from app.operations import sample as story
from app.operations.packs import BuiltPdf
from app.queries import packs, templates
from app.security import passphrase as passphrases
from app.storage.errors import ReadOnlyError, VaultDamagedError
from app.terminal import (
    TextNotUtf8Error,
    TextTooLongError,
    ask_new_secret,
    ask_secret,
    has_terminal,
    read_secret,
    read_text,
    result,
    say,
)
from app.unlocking import FolderTakenError
from app.vault import Vault

READERS: Final[dict[str, Callable[[Path], Reading]]] = {"jrnl": jrnl.read}
"""The journals that can be imported, by the names that --from takes."""

_REASONS: Final = {
    SkipReason.NOT_AN_ENTRY: "it is no entry",
    SkipReason.NO_DATE: "it has no date",
    SkipReason.BEFORE_FIRST_DATE: "it stands before the first date",
    SkipReason.EMPTY: "it is empty",
    SkipReason.TOO_LONG: "it is too long",
    SkipReason.REPEATED: "it is in there twice",
    SkipReason.NOT_TEXT: "it is not text in UTF-8",
    SkipReason.UNREADABLE: "it could not be read",
    SkipReason.LINK: "it is a link",
}


class PackMissingError(AppError):
    """No share pack has the id that was asked for."""

    message = (
        "There is no share pack with this id. Nothing was saved. "
        "The option --list shows the packs of the vault."
    )


class NothingChosenError(AppError):
    """Nothing of a share pack may leave, so there is no file to make."""

    message = (
        "Nothing in this share pack is chosen as it reads now, so no PDF was saved. "
        "Open Greenroom to choose."
    )


class TemplateMissingError(AppError):
    """No template has the name or the id that was asked for."""

    message = (
        "There is no template of this name. Nothing was changed. "
        "The window shows the names, where an entry begins."
    )


class NothingToAddError(AppError):
    """An entry was to be added, and there is no text for it."""

    message = (
        "There is no text to keep. Nothing was changed. Give it as words or on standard input, "
        "as in: greenroom add --vault DIR Hello"
    )


class NotSoundError(AppError):
    """Something in a vault is damaged."""

    message = "A part of this vault is damaged. Nothing was changed. Keep it and open a copy of it."


class IndexNotSoundError(AppError):
    """What was written is sound, but search does not find all of it."""

    message = (
        "Search does not find everything. What you wrote is safe. "
        "The option --rebuild-index makes its index anew."
    )


def sample(arguments: Namespace) -> None:
    """Make a vault with the sample story; print where it is, and the passphrase if it was made."""
    folder = Path(arguments.folder).absolute()
    if os.path.lexists(folder):
        raise FolderTakenError
    given = _new_passphrase(arguments.passphrase_fd)
    passphrase = given or passphrases.generate()
    passphrases.require_strong(passphrase)
    story.create(folder, passphrase, SystemClock(), Library())
    result(folder)
    if not given:
        result(passphrase)


def report(arguments: Namespace) -> None:
    """List the share packs of a vault, or save the PDF of one."""
    with _opened(arguments) as vault:
        if arguments.list:
            for pack in vault.read.all(Pack):
                result(pack.id, pack.title)
        else:
            _save_report(vault, arguments)


def add(arguments: Namespace) -> None:
    """Add an entry of the words given, or of what standard input holds; print its id."""
    text = clean(_given(arguments.text) or read_text(TEXT_LIMIT)).strip("\n").rstrip()
    if not text.strip():
        raise NothingToAddError
    draft = journal.EntryDraft(
        title=" ".join(_utf8(arguments.title).split()),
        body=text,
        tags=tuple(_utf8(tag) for tag in arguments.tag),
        bring=arguments.bring,
    )
    with _opened(arguments) as vault:
        draft = _filed(vault, draft, _utf8(arguments.template))
        result(journal.add(vault, draft, _moment(arguments.date, vault.now())).id)


def import_journal(arguments: Namespace) -> None:
    """Bring in another journal, or with --dry-run say what would come in."""
    reading = READERS[arguments.journal](Path(arguments.file))
    with _opened(arguments) as vault:
        if arguments.dry_run:
            _show(plan(vault, reading))
            return
        done = apply(vault, reading)
    for skipped in reading.skipped:
        say(f"Left out {skipped.where}: {_REASONS[skipped.reason]}.")
    result("added", done.added)
    result("already there", done.already_there)
    result("left out", len(reading.skipped))


def verify(arguments: Namespace) -> None:
    """Say whether a vault and the index of its search are in order."""
    with _opened(arguments) as vault:
        if arguments.rebuild_index and vault.read_only:
            raise ReadOnlyError
        pages = vault.verify_pages()
        if pages and arguments.rebuild_index:  # nothing is written into what is damaged
            vault.rebuild_index()
        index = _finds_everything(vault)
    for what, sound in (("vault", pages), ("search", index)):
        result(what, "sound" if sound else "damaged")
    if not pages:
        raise NotSoundError
    if not index:
        raise IndexNotSoundError


def _finds_everything(vault: Vault) -> bool:
    try:
        return vault.verify_index()
    except VaultDamagedError:
        return False


def _save_report(vault: Vault, arguments: Namespace) -> None:
    target = Path(arguments.output)
    _require_file(target, replace=arguments.force)
    if vault.read_only:
        raise ReadOnlyError
    built = _built(vault, arguments)
    line = packing.save(vault, built, target, replace=arguments.force)
    result(target, line.pages, line.sha256)


def _built(vault: Vault, arguments: Namespace) -> BuiltPdf:
    pack = packs.find(vault, arguments.pack)
    if pack is None:
        raise PackMissingError
    source = packs.source(vault, pack, Library())
    left_out = len(pack.items) - len(source.chosen)
    if not source.chosen:
        raise NothingChosenError
    if left_out:
        say(f"Left out: {left_out}, gone or edited since chosen. Open Greenroom to look again.")
    descriptor = arguments.pdf_passphrase_fd
    built = packing.build(source, None if descriptor is None else read_secret(descriptor))
    if built.unprinted:
        say(f"No font has these characters, so they are squares in the PDF: {built.unprinted}")
    return built


def _filed(vault: Vault, draft: journal.EntryDraft, name: str) -> journal.EntryDraft:
    """The draft as begun with a template, whose tags it takes where it has none of its own."""
    if not name:
        return draft
    template = templates.named(vault.read, Library(), name)
    if template is None:
        raise TemplateMissingError
    return replace(draft, template=template.id, tags=draft.tags or template.tags)


def _given(words: list[str]) -> str:
    text = _utf8(" ".join(words))
    if len(text) > TEXT_LIMIT:
        raise TextTooLongError(limit=TEXT_LIMIT)
    return text


def _utf8(word: str) -> str:
    """The word as it was typed; raises TextNotUtf8Error where it is in another encoding."""
    try:
        word.encode()
    except UnicodeEncodeError:
        raise TextNotUtf8Error from None
    return word


def _moment(given: date | None, now: Moment) -> Moment:
    """When an entry was written: a day has the time of now, a time without a zone is of here."""
    if given is None:
        return now
    if not isinstance(given, datetime):
        given = datetime.combine(given, now.local.time())
    return Moment.of(given if given.tzinfo else given.replace(tzinfo=zone_here(given)))


def _require_file(target: Path, *, replace: bool) -> None:
    """Raise where something is in the way: always for what is no plain file, such as a device."""
    if os.path.lexists(target) and not (replace and stat.S_ISREG(target.lstat().st_mode)):
        raise FileExistsAlreadyError


def _show(found: Plan) -> None:
    for word, drafts in (("new", found.new), ("already there", found.already_there)):
        for draft in drafts:
            result(word, _minute(draft), draft.title)
    for skipped in found.skipped:
        result("left out", skipped.where, _REASONS[skipped.reason])
    say("This was a dry run. Nothing was imported.")


def _minute(draft: EntryDraft) -> str:
    return f"{draft.written.local:%Y-%m-%d %H:%M}"


@contextmanager
def _opened(arguments: Namespace) -> Iterator[Vault]:
    """The vault that was named, open until it is done with."""
    door = unlocking.approach(Path(arguments.vault))
    descriptor = arguments.passphrase_fd
    keys = door.unlock(ask_secret("Passphrase") if descriptor is None else read_secret(descriptor))
    if keys.key_file_was_mended:
        say("The key file was damaged. Its copy was fine and has been put back.")
    try:
        vault = Vault(keys, SystemClock())
        try:
            yield vault
        finally:
            vault.close()
    finally:
        keys.wipe()


def _new_passphrase(descriptor: int | None) -> str:
    """What was given for a new vault; empty where one is to be made up."""
    if descriptor is not None:
        return read_secret(descriptor)
    if not has_terminal():
        return ""
    return ask_new_secret("Passphrase of the sample vault (leave it empty to be given one)")
