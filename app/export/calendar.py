"""Writes sessions as a calendar file, which any calendar takes in, changes and takes out again.

Only what an appointment holds can be in the file: it has no room for notes or questions.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from icalendar import Calendar, Event

from app.errors import AppError
from app.export.failures import DiskFullError, FolderReadOnlyError, SaveError
from app.export.saving import save

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_PRODUCT: Final = "-//Greenroom//Sessions//EN"
_SCHEMES: Final = {"http", "https"}
_IN_ADDRESSES: Final = "!#$%&'()*+,-./:;=?@[]_~"
"""What an address holds as it is; anything else is written by its number."""


class CalendarNotSavedError(AppError):
    """A calendar file did not reach its folder; whatever was there before is untouched."""

    message = (
        "The calendar file was not saved. Your sessions are still in Greenroom. "
        "Try again, or choose another folder or name."
    )


class CalendarFolderReadOnlyError(CalendarNotSavedError):
    """The folder lets nobody write, or not this person."""

    message = (
        "The calendar file was not saved. The folder is read-only; your sessions are still in "
        "Greenroom. Choose another folder."
    )


class CalendarDiskFullError(CalendarNotSavedError):
    """There is no room left for the file."""

    message = (
        "The calendar file was not saved. The disk is full; your sessions are still in "
        "Greenroom. Make room or choose another folder."
    )


_FAILURES: Final[dict[type[SaveError], type[CalendarNotSavedError]]] = {
    FolderReadOnlyError: CalendarFolderReadOnlyError,
    DiskFullError: CalendarDiskFullError,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A session as a calendar sees it.

    Attributes:
        id: Of the session. The same one makes a calendar change what it has instead of adding.
        sequence: Grows by one with each change of time or place, and when it is cancelled.
        title: What the calendar shows, chosen by the mentee: other people may see it.
        start: In UTC milliseconds.
        minutes: How long it takes; with none the file gives a beginning only.
        modified: When it was last changed, in UTC milliseconds: of two the later one holds.
    """

    id: str
    sequence: int = 0
    title: str
    start: int
    minutes: int = 0
    place: str = ""
    link: str = ""
    cancelled: bool = False
    modified: int


def calendar_file(appointments: Iterable[Appointment]) -> bytes:
    """The bytes of an iCalendar file (RFC 5545), the same for the same appointments."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    data: bytes = calendar.to_ical()
    return data


def save_calendar(
    appointments: Iterable[Appointment], path: Path, *, replace: bool = False
) -> None:
    """Write a calendar file, over an existing one only with `replace`.

    Raises:
        CalendarNotSavedError: or one of its subclasses; the folder is then as it was.
    """
    failed: type[CalendarNotSavedError] | None = None
    try:
        save(calendar_file(appointments), path, replace=replace)
    except SaveError as error:
        failed = _FAILURES.get(type(error), CalendarNotSavedError)
    if failed is not None:  # raised outside: the cause would carry the path into a log
        raise failed


def _event(appointment: Appointment) -> Event:
    event = Event()
    # Digested, because an id of ours says to the millisecond when it was made.
    event.add("UID", f"{sha256(appointment.id.encode()).hexdigest()[:32]}@greenroom")
    event.add("SEQUENCE", appointment.sequence)
    event.add("DTSTAMP", _utc(appointment.modified))
    start = _utc(appointment.start)
    event.add("DTSTART", start)
    if appointment.minutes > 0:
        event.add("DTEND", _utc(appointment.start + appointment.minutes * 60_000))
    event.add("SUMMARY", _line(appointment.title))
    event.add("CLASS", "PRIVATE")
    event.add("STATUS", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    address = _address(appointment.link)
    if address:
        event.add("URL", address)
    place = _line(appointment.place)
    if not (place and address):  # many calendars show no address but the one in this line
        place = f"{place} {_line(appointment.link)}".strip()
    if place:
        event.add("LOCATION", place)
    return event


def _utc(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(seconds=milliseconds // 1000)


def _line(text: str) -> str:
    """A text in one line, without signs that no calendar shows and some trip over."""
    shown = "".join(" " if sign.isspace() else sign for sign in text)
    kept = (sign for sign in shown if unicodedata.category(sign) not in {"Cc", "Cs"})
    return " ".join("".join(kept).split())


def _address(link: str) -> str:
    """A web address that can stand in a file by itself; empty where it is none."""
    bare = link.strip()
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not parts.hostname or any(map(str.isspace, bare)):
        return ""
    return quote(bare, safe=_IN_ADDRESSES, errors="ignore")
