"""Calendar files: valid by the RFC and by another library, no duplicates, nothing private."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
import vobject

from app.export import calendar
from app.export.calendar import (
    Appointment,
    CalendarDiskFullError,
    CalendarFolderReadOnlyError,
    CalendarNotSavedError,
    calendar_file,
    save_calendar,
)
from app.export.failures import DiskFullError, FolderReadOnlyError, SaveError
from tests.calendars import ModelCalendar, read_calendar

START = int(datetime(2026, 5, 22, 8, 0, tzinfo=UTC).timestamp() * 1000)
HOUR = 3_600_000
RUTH = Appointment(
    id="0190a1b2-0000-7000-8000-000000000001",
    title="Session with Ruth",
    start=START,
    minutes=50,
    place="Room 4, second floor",
    link="https://meet.example/ruth?a=1,2;b",
    modified=START - HOUR,
)


def test_an_appointment_has_all_its_properties() -> None:
    calendar = read_calendar(calendar_file([RUTH]))
    (event,) = calendar.inside
    assert (calendar.name, event.name) == ("VCALENDAR", "VEVENT")
    assert calendar.values == {
        "VERSION": "2.0",
        "PRODID": "-//Greenroom//Sessions//EN",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
    }
    assert event.values.pop("UID").endswith("@greenroom")
    assert event.values == {
        "SUMMARY": "Session with Ruth",
        "DTSTART": "20260522T080000Z",
        "DTEND": "20260522T085000Z",
        "DTSTAMP": "20260522T070000Z",
        "SEQUENCE": "0",
        "CLASS": "PRIVATE",
        "STATUS": "CONFIRMED",
        "LOCATION": "Room 4, second floor",
        "URL": "https://meet.example/ruth?a=1,2;b",
    }


def test_another_library_reads_the_same() -> None:
    event = vobject.readOne(calendar_file([RUTH]).decode(), validate=True).vevent
    assert event.summary.value == "Session with Ruth"
    assert event.dtstart.value == datetime(2026, 5, 22, 8, 0, tzinfo=UTC)
    assert event.dtend.value == datetime(2026, 5, 22, 8, 50, tzinfo=UTC)
    assert event.location.value == "Room 4, second floor"


def test_nothing_but_what_an_appointment_holds_can_be_in_a_file() -> None:
    """Notes, agenda, question and purpose have no field here; a new one is private until named."""
    assert {field.name for field in fields(Appointment)} == {
        "id",
        "sequence",
        "title",
        "start",
        "minutes",
        "place",
        "link",
        "cancelled",
        "modified",
    }


def test_the_id_of_the_record_is_not_in_the_file() -> None:
    """It would say when the session was planned, to the millisecond."""
    assert RUTH.id.encode() not in calendar_file([RUTH])
    assert b"0190a1b2" not in calendar_file([RUTH])


def test_the_same_appointments_give_the_same_file() -> None:
    assert calendar_file([RUTH]) == calendar_file([RUTH])


def test_importing_a_file_twice_adds_nothing() -> None:
    calendar = ModelCalendar()
    for _ in range(2):
        calendar.take_in(calendar_file([RUTH, replace(RUTH, id="another", start=START + HOUR)]))
    assert calendar.shown() == ["Session with Ruth", "Session with Ruth"]


def test_a_moved_session_takes_the_place_of_the_earlier_one() -> None:
    calendar = ModelCalendar()
    calendar.take_in(calendar_file([RUTH]))
    moved = replace(RUTH, sequence=1, start=START + 24 * HOUR, title="Moved", modified=START)
    calendar.take_in(calendar_file([moved]))
    calendar.take_in(calendar_file([RUTH]))  # an old file comes too late
    assert calendar.shown() == ["Moved"]
    assert [event["DTSTART"] for event in calendar.events.values()] == ["20260523T080000Z"]


def test_a_cancelled_session_goes_from_the_calendar() -> None:
    calendar = ModelCalendar()
    calendar.take_in(calendar_file([RUTH]))
    calendar.take_in(calendar_file([replace(RUTH, sequence=1, cancelled=True)]))
    assert calendar.shown() == []
    assert len(calendar.events) == 1


def test_words_with_the_signs_of_the_format_stay_words() -> None:
    title = 'Ruth; Ines, "Ana": \\n\r\nEND:VEVENT\rBEGIN:VALARM\x00\u2028'
    (event,) = read_calendar(calendar_file([replace(RUTH, title=title)])).inside
    assert event.values["SUMMARY"] == 'Ruth; Ines, "Ana": \\n END:VEVENT BEGIN:VALARM'
    assert event.inside == []


@pytest.mark.parametrize(
    ("link", "url", "place"),
    [
        ("https://meet.example/a b", None, "Room https://meet.example/a b"),
        ("https://meet.example/ä\u200b", "https://meet.example/%C3%A4%E2%80%8B", "Room"),
        ("https://meet.example/x\r\nATTACH:y", None, "Room https://meet.example/x ATTACH:y"),
        ("javascript:alert(1)", None, "Room javascript:alert(1)"),
        ("https://[", None, "Room https://["),
        ("Ask Ines for it", None, "Room Ask Ines for it"),
        ("", None, "Room"),
    ],
)
def test_only_a_web_address_is_given_as_one(link: str, url: str | None, place: str) -> None:
    (event,) = read_calendar(calendar_file([replace(RUTH, place="Room", link=link)])).inside
    assert (event.values.get("URL"), event.values["LOCATION"]) == (url, place)


def test_a_link_without_a_place_stands_where_every_calendar_shows_it() -> None:
    (event,) = read_calendar(calendar_file([replace(RUTH, place="")])).inside
    assert event.values["LOCATION"] == "https://meet.example/ruth?a=1,2;b"


def test_a_session_without_a_length_has_a_beginning_only() -> None:
    (event,) = read_calendar(calendar_file([replace(RUTH, minutes=0)])).inside
    assert "DTEND" not in event.values


def test_no_sessions_make_an_empty_calendar() -> None:
    assert read_calendar(calendar_file([])).inside == []


def test_a_file_is_saved_over_another_only_where_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "sessions.ics"
    save_calendar([RUTH], path)
    with pytest.raises(CalendarNotSavedError):
        save_calendar([], path)
    assert path.read_bytes() == calendar_file([RUTH])
    save_calendar([], path, replace=True)
    assert path.read_bytes() == calendar_file([])


@pytest.mark.parametrize(
    ("cause", "error"),
    [
        (FolderReadOnlyError, CalendarFolderReadOnlyError),
        (DiskFullError, CalendarDiskFullError),
        (SaveError, CalendarNotSavedError),
    ],
)
def test_a_file_that_was_not_saved_says_so_in_its_own_words(
    cause: type[SaveError],
    error: type[CalendarNotSavedError],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise cause

    monkeypatch.setattr(calendar, "save", fail)
    with pytest.raises(error) as caught:
        save_calendar([RUTH], tmp_path / "x.ics")
    assert "PDF" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
