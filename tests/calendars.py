"""Calendar files, read strictly by RFC 5545, and a calendar that takes them in as RFC 5546 says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LONGEST = 75
_NAME = re.compile(r"[A-Z][A-Z0-9-]*")
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_ESCAPED = re.compile(r"\\(.)")
_BARE = re.compile(r"(?<!\\)(?:\\\\)*[,;]")
_UTC = re.compile(r"\d{8}T\d{6}Z")
TEXTS = {"SUMMARY", "LOCATION", "UID", "PRODID"}
TIMES = {"DTSTART", "DTEND", "DTSTAMP"}


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: each property once, and the components inside."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    inside: list[Component] = field(default_factory=list)


def content_lines(data: bytes) -> list[str]:
    """The unfolded lines of a file, which is as the RFC wants every line to be."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= _LONGEST for line in lines), "a line has more than 75 octets"
    assert all(b"\r" not in line and b"\n" not in line for line in lines)
    for line in lines:
        line.decode()  # a fold does not part the octets of a letter
    unfolded = data[:-2].decode().replace("\r\n ", "").split("\r\n")
    assert not any(_CONTROLS.search(line) for line in unfolded)
    return unfolded


def read_calendar(data: bytes) -> Component:
    """The calendar of a file that holds one and nothing else."""
    top = Component("")
    open_now = [top]
    for line in content_lines(data):
        name, colon, value = line.partition(":")
        assert colon, f"no property: {line!r}"
        assert _NAME.fullmatch(name), f"no name: {name!r}"
        if name == "BEGIN":
            open_now[-1].inside.append(Component(value))
            open_now.append(open_now[-1].inside[-1])
        elif name == "END":
            assert open_now.pop().name == value
        else:
            assert name not in open_now[-1].values, f"twice: {name}"
            open_now[-1].values[name] = _value(name, value)
    assert open_now == [top]
    (calendar,) = top.inside
    return calendar


def _value(name: str, value: str) -> str:
    if name in TIMES:
        assert _UTC.fullmatch(value), value
    if name not in TEXTS:
        return value
    assert not _BARE.search(value), f"not escaped: {value!r}"
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


@dataclass(slots=True)
class ModelCalendar:
    """A calendar somebody imports files into: events by UID, the newer state holds."""

    events: dict[str, dict[str, str]] = field(default_factory=dict)

    def take_in(self, data: bytes) -> None:
        """Import a published file."""
        calendar = read_calendar(data)
        assert calendar.values["METHOD"] == "PUBLISH"
        for event in calendar.inside:
            had = self.events.get(event.values["UID"])
            if had is None or _age(event.values) >= _age(had):
                self.events[event.values["UID"]] = event.values

    def shown(self) -> list[str]:
        """The titles of what takes place, by time."""
        held = [event for event in self.events.values() if event["STATUS"] != "CANCELLED"]
        return [event["SUMMARY"] for event in sorted(held, key=lambda event: event["DTSTART"])]


def _age(event: dict[str, str]) -> tuple[int, str]:
    return int(event["SEQUENCE"]), event["DTSTAMP"]
