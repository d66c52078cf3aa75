"""Calendar files of any sessions: valid, one event each, and importing again changes nothing."""

from __future__ import annotations

import vobject
from hypothesis import given
from hypothesis import strategies as st

from app.export.calendar import Appointment, calendar_file
from tests.calendars import ModelCalendar, read_calendar

HOSTILE = st.sampled_from(
    ["\r\n", "\n", "\r", "\\", ",", ";", ":", '"', "END:VEVENT", "\x00", "\u2028", "\x85", "\ud800"]
)
TEXTS = st.lists(st.text(max_size=30) | HOSTILE, max_size=6).map("".join)
ADDRESSES = TEXTS.map("https://".__add__) | st.just("http://[::1]/x%2") | TEXTS
APPOINTMENTS = st.builds(
    Appointment,
    id=st.text("0123456789abcdef-", min_size=1, max_size=36),
    sequence=st.integers(0, 2**31 - 1),
    title=TEXTS,
    start=st.integers(0, 4_000_000_000_000),
    minutes=st.integers(0, 1440),
    place=TEXTS,
    link=ADDRESSES,
    cancelled=st.booleans(),
    modified=st.integers(0, 4_000_000_000_000),
)
MANY = st.lists(APPOINTMENTS, max_size=4, unique_by=lambda appointment: appointment.id)


def _words(text: str) -> str:
    """The words of a text, without what a calendar has no sign for."""
    encodable = text.encode(errors="ignore").decode()
    return "".join(sign for sign in encodable if sign.isprintable() and not sign.isspace())


@given(MANY)
def test_a_file_is_valid_and_has_an_event_for_each(appointments: list[Appointment]) -> None:
    calendar = read_calendar(calendar_file(appointments))
    assert [event.name for event in calendar.inside] == ["VEVENT"] * len(appointments)
    assert len({event.values["UID"] for event in calendar.inside}) == len(appointments)
    for event, appointment in zip(calendar.inside, appointments, strict=True):
        assert event.inside == []
        assert _words(event.values.get("SUMMARY", "")) == _words(appointment.title)


@given(MANY)
def test_another_library_reads_the_same_titles(appointments: list[Appointment]) -> None:
    data = calendar_file(appointments)
    ours = [event.values["SUMMARY"] for event in read_calendar(data).inside]
    theirs = [event.summary.value for event in vobject.readOne(data.decode()).components()]
    assert theirs == ours


@given(MANY)
def test_importing_twice_is_importing_once(appointments: list[Appointment]) -> None:
    once, twice = ModelCalendar(), ModelCalendar()
    once.take_in(calendar_file(appointments))
    for _ in range(2):
        twice.take_in(calendar_file(appointments))
    assert twice.events == once.events
    assert len(once.events) == len(appointments)
