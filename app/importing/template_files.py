"""Templates as files of their own: Markdown with a head, for any editor and for other people.

A file from somebody else is read with suspicion. Its head is taken apart word by word and never
built into objects, whatever it names is not opened, and everything has a limit.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.records import TitleMissingError
from app.domain.templates import MINUTES_LIMIT, OwnTemplate
from app.errors import RuleBrokenError
from app.export import failures, saving
from app.importing.drafts import ImportFailedError, NotTextError, UnreachableJournalError, clean

if TYPE_CHECKING:
    from yaml.events import Event

SUFFIX: Final = "md"
FILE_BYTES: Final = 512 * 1024
HEAD_CHARACTERS: Final = 32 * 1024
_FENCE: Final = "---\n"
_MINUTES = re.compile(r"[0-9]{1,4}")
_ESCAPES = {"\\": "\\\\", '"': '\\"'}
_BASIC_PLANE = 0xFFFF
_LINES_BEFORE = 2
"""The head is counted from 0, after the line of its fence."""


class NoTemplateError(ImportFailedError):
    """A file does not begin as a template does."""

    message = (
        "This file is no template of Greenroom: it has no head with a name in it. Nothing was "
        "imported. The user guide shows what such a file looks like."
    )


class TemplateHeadError(ImportFailedError):
    """The head of a template holds something that has no place there."""

    message = (
        "The head of this file could not be understood at line {line}. Nothing was imported. "
        "The user guide shows what it may hold."
    )


class TemplateTooLargeError(ImportFailedError):
    """A file holds more than a template does."""

    message = "This file holds more than a template can. Nothing was imported."


class TemplateNotSavedError(failures.SaveError):
    """A template did not reach its file."""

    message = (
        "The file was not saved. Your template is still in Greenroom. "
        "Try again, or choose another folder or name."
    )


class TemplateFolderReadOnlyError(TemplateNotSavedError):
    """The folder lets nobody write, or not this person."""

    message = (
        "The file was not saved. The folder is read-only; your template is still in Greenroom. "
        "Choose another folder."
    )


class TemplateDiskFullError(TemplateNotSavedError):
    """There is no room for the file."""

    message = (
        "The file was not saved. The disk is full; your template is still in Greenroom. "
        "Make room, or choose another disk."
    )


def read(path: Path) -> OwnTemplate:
    """The template that a file holds, to look at; nothing is kept. Raises ImportFailedError."""
    try:
        # Only a plain file: a device or a pipe may have no end, or wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreachableJournalError
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError:
        raise UnreachableJournalError from None
    return parse(data)


def save(template: OwnTemplate, path: Path, *, replace: bool) -> None:
    """Write a template into a file that only its owner can read; raises TemplateNotSavedError."""
    try:
        saving.save(compose(template).encode(), path, replace=replace)
    except failures.FolderReadOnlyError:
        raise TemplateFolderReadOnlyError from None
    except failures.DiskFullError:
        raise TemplateDiskFullError from None
    except failures.SaveError:
        raise TemplateNotSavedError from None


def compose(template: OwnTemplate) -> str:
    """A template as the text of a file."""
    lines = [f"name: {_quoted(template.name)}"]
    if template.when:
        lines.append(f"when: {_quoted(template.when)}")
    if template.minutes:
        lines.append(f"minutes: {template.minutes}")
    if template.tags:
        lines.append(f"tags: [{', '.join(map(_quoted, template.tags))}]")
    head = "\n".join(lines)
    return f"{_FENCE}{head}\n{_FENCE}\n{template.body}\n"


def parse(data: bytes) -> OwnTemplate:
    """The template in the bytes of a file; raises ImportFailedError."""
    if len(data) > FILE_BYTES:
        raise TemplateTooLargeError
    try:
        text = clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotTextError from None
    head, body = _parted(text)
    values = _Head(head).read()
    name, when, minutes = (" ".join(values.get(key, ())) for key in ("name", "when", "minutes"))
    template = OwnTemplate(
        name=name,
        when=when,
        minutes=_minutes(minutes),
        tags=values.get("tags", ()),
        body=body,
    ).cleaned()
    try:
        template.check()
    except TitleMissingError:
        raise NoTemplateError from None
    except RuleBrokenError:
        raise TemplateTooLargeError from None
    return template


def _parted(text: str) -> tuple[str, str]:
    """The head between its fences, and the body without the line that sets it off."""
    whole = text if text.endswith("\n") else f"{text}\n"
    head, fence, body = whole.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    if not whole.startswith(_FENCE) or not fence:
        raise NoTemplateError
    if len(head) > HEAD_CHARACTERS:
        raise TemplateTooLargeError
    return head, body.removeprefix("\n").removesuffix("\n")


class _Head:
    """Names with a text or a list of texts, read event by event; all else is refused.

    No value is ever interpreted: what looks like a date, a number or an object is a text.
    """

    def __init__(self, text: str) -> None:
        import yaml  # noqa: PLC0415 - not at app start

        self._yaml = yaml
        self._text = text
        self._line = 1

    def read(self) -> dict[str, tuple[str, ...]]:
        """What the head holds, each text or list as texts; raises ImportFailedError."""
        try:
            return self._mapping(iter(self._yaml.parse(self._text, Loader=self._yaml.SafeLoader)))
        except self._yaml.YAMLError:
            raise TemplateHeadError(line=self._line) from None

    def _mapping(self, events: Iterator[Event]) -> dict[str, tuple[str, ...]]:
        kinds = self._yaml.events
        opening = (kinds.StreamStartEvent, kinds.DocumentStartEvent, kinds.MappingStartEvent)
        if not all(isinstance(self._next(events), kind) for kind in opening):
            raise NoTemplateError
        found: dict[str, tuple[str, ...]] = {}
        while not isinstance(event := self._next(events), kinds.MappingEndEvent):
            name = self._text_of(event)
            if name in found:
                raise TemplateHeadError(line=self._line)
            found[name] = self._value(events)
        self._expect_end(events)
        return found

    def _value(self, events: Iterator[Event]) -> tuple[str, ...]:
        event = self._next(events)
        if not isinstance(event, self._yaml.SequenceStartEvent):
            return (self._text_of(event),)
        texts = []
        while not isinstance(event := self._next(events), self._yaml.SequenceEndEvent):
            texts.append(self._text_of(event))
        return tuple(texts)

    def _expect_end(self, events: Iterator[Event]) -> None:
        for kind in (self._yaml.DocumentEndEvent, self._yaml.StreamEndEvent):
            if not isinstance(self._next(events), kind):
                raise TemplateHeadError(line=self._line)

    def _next(self, events: Iterator[Event]) -> Event:
        event = next(events)
        if event.start_mark is not None:
            self._line = event.start_mark.line + _LINES_BEFORE
        # What an anchor names can be repeated without end, and a tag asks for an object.
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise TemplateHeadError(line=self._line)
        return event

    def _text_of(self, event: Event) -> str:
        if not isinstance(event, self._yaml.ScalarEvent):
            raise TemplateHeadError(line=self._line)
        # An escape can spell what the file itself may not hold.
        return clean(event.value)


def _minutes(text: str) -> int:
    """The minutes a head names; more than a day, or anything but digits, says nothing."""
    minutes = int(text) if _MINUTES.fullmatch(text) else 0
    return minutes if minutes <= MINUTES_LIMIT else 0


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES or character.isprintable():
        return _ESCAPES.get(character, character)
    code = ord(character)
    return f"\\U{code:08x}" if code > _BASIC_PLANE else f"\\u{code:04x}"
