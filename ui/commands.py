"""What can be done from anywhere, each declared once: name, icon, keys and act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication

from app.domain.ids import Kind
from ui.command import Command
from ui.context import Destination
from ui.desk import Desk
from ui.places import SETTINGS, Place

_CONTEXT = "Commands"
CAPTURE: Final = "capture"


class Room(Protocol):
    """What commands act on: the window while a vault is open."""

    def go(self, destination: Destination) -> None:
        """Show a place, and the record or act it names."""

    def capture(self) -> None:
        """Write a thought down over whatever is shown."""

    def lock(self) -> None:
        """Save, close the vault and show the arch."""

    def undo(self) -> None:
        """Take the last change back."""

    def redo(self) -> None:
        """Do the last undone change again."""


def place_words(name: str) -> str:
    """What a place is called."""
    titles = {
        "today": _tr("Today"),
        "journal": _tr("Journal"),
        "plan": _tr("Plan"),
        "stretch": _tr("Stretch"),
        "sessions": _tr("Sessions"),
        "feedback": _tr("Feedback"),
        "people": _tr("People"),
        "actions": _tr("Actions"),
        "growth": _tr("Growth"),
        "share": _tr("Share"),
        "search": _tr("Search"),
        SETTINGS: _tr("Settings"),
    }
    return titles[name]


def commands(room: Room, desk: Desk, places: Iterable[Place]) -> tuple[Command, ...]:
    """Every command, in the order in which they are offered."""
    return (
        *_places(room, places),
        *_beginnings(room),
        *_stretching(room),
        *_cycles(room),
        *_competencies(room),
        *_waiting(room),
        *_sections(room),
        *_steps(room),
        *_looks(desk),
        Command("lock", "lock", _tr("Lock"), room.lock, ("Ctrl+L",), _tr("close the vault")),
    )


def _places(room: Room, places: Iterable[Place]) -> Iterable[Command]:
    number = 0
    for place in places:
        keys = place.keys
        if place.listed:
            number += 1
            keys = f"Ctrl+{number}"
        yield Command(
            place.name,
            place.icon,
            place_words(place.name),
            partial(room.go, Destination(place.name)),
            (keys,) if keys else (),
            _tr("go to page"),
            leads=True,
            # Its number goes to the tab that was used last, as its item on the rail does.
            bound=place.listed,
        )


def _beginnings(room: Room) -> Iterable[Command]:
    def begin(place: str) -> Callable[[], None]:
        return partial(room.go, Destination(place, act="new"))

    quick, also = _tr("Quick capture"), _tr("write note")
    yield Command(CAPTURE, "square-pen", quick, room.capture, ("Ctrl+N",), also)
    yield Command("new-entry", "notebook-pen", _tr("New entry"), begin("journal"), also=also)
    yield Command("new-goal", "target", _tr("New goal"), begin("plan"))
    adds = partial(room.go, Destination("plan", kind=Kind.EXPERIENCE, act="new"))
    also = _tr("rotation shadowing course talk")
    yield Command("new-experience", "layers", _tr("Add experience"), adds, also=also)
    yield Command("new-stretch", "mountain", _tr("New stretch goal"), begin("stretch"))
    also = _tr("mentor meeting plan agenda")
    yield Command("new-session", "calendar-plus", _tr("New session"), begin("sessions"), also=also)
    yield Command(
        "new-person", "user", _tr("Add person"), begin("people"), also=_tr("somebody new")
    )
    asking = partial(room.go, Destination("people", act="ask"))
    yield Command("ask", "hand-helping", _tr("Ask someone"), asking, also=_tr("support help"))
    whole = partial(room.go, Destination("people", act="map"))
    also = _tr("support help who knows")
    yield Command("map", "handshake", _tr("Support map"), whole, also=also, leads=True)
    asking, also = partial(room.go, Destination("feedback", act="ask")), _tr("form PDF request")
    yield Command("ask-feedback", "message-square-plus", _tr("Ask for feedback"), asking, also=also)
    taking, also = partial(room.go, Destination("feedback", act="receive")), _tr("feedback PDF")
    yield Command("take-reply", "inbox", _tr("Take in a reply"), taking, also=also)
    yield Command("new-pack", "send", _tr("New share pack"), begin("share"), also=_tr("PDF"))
    portfolio = partial(room.go, Destination("plan", kind=Kind.EXPERIENCE))
    also = _tr("portfolio")
    yield Command("experiences", "layers", _tr("Experiences"), portfolio, also=also, leads=True)
    ledger = partial(room.go, Destination("share", act="ledger"))
    yield Command("ledger", "history", _tr("Open sharing ledger"), ledger, leads=True)


def _cycles(room: Room) -> Iterable[Command]:
    def to(act: str) -> Callable[[], None]:
        return partial(room.go, Destination("plan", kind=Kind.CYCLE, act=act))

    also = _tr("coaching mentor check-in reflection")
    yield Command("cycle", "calendar-days", _tr("Cycle"), to(""), also=also, leads=True)
    also = _tr("boundaries time commitment mentor")
    yield Command("agreement", "handshake", _tr("Working agreement"), to("agreement"), also=also)
    also = _tr("finish close exit outcome")
    yield Command("end-cycle", "calendar-check", _tr("End cycle"), to("end"), also=also)
    yield Command("new-cycle", "calendar-plus", _tr("Start a cycle"), to("new"), also=_tr("next"))


def _competencies(room: Room) -> Iterable[Command]:
    def go(kind: Kind, act: str = "") -> Callable[[], None]:
        return partial(room.go, Destination("plan", kind=kind, act=act))

    assess, also = go(Kind.ASSESSMENT, "new"), _tr("rate yourself levels self-assessment")
    yield Command("assess", "list-checks", _tr("Assess competencies"), assess, also=also)
    view, also = go(Kind.ASSESSMENT, "view"), _tr("rating of a mentor")
    yield Command("add-view", "user-plus", _tr("Add somebody's view of you"), view, also=also)
    everything, also = go(Kind.COMPETENCY), _tr("framework skills levels")
    words = _tr("Competencies")
    yield Command("competencies", "sprout", words, everything, also=also, leads=True)
    bring, also = go(Kind.COMPETENCY, "import"), _tr("CSV framework file")
    yield Command("import-competencies", "file-input", _tr("Import competencies"), bring, also=also)


def _stretching(room: Room) -> Iterable[Command]:
    for act, icon, words, also in (
        ("check-in", "gauge", _tr("Check in"), _tr("stretch confidence")),
        ("review", "calendar-check", _tr("Weekly check-in"), _tr("review stretch confidence")),
        ("attempt", "flag", _tr("Add attempt"), _tr("stretch try")),
    ):
        go = partial(room.go, Destination("stretch", act=act))
        yield Command(f"stretch-{act}", icon, words, go, also=also)


def _waiting(room: Room) -> Iterable[Command]:
    go = partial(room.go, Destination("today", act="reminder"))
    also = _tr("waiting notification")
    yield Command("reminder", "bell", _tr("Show the reminder"), go, also=also)


def _sections(room: Room) -> Iterable[Command]:
    sections = (
        ("appearance", "palette", _tr("Appearance"), _tr("theme text size dark")),
        ("privacy", "lock-keyhole", _tr("Privacy and lock"), _tr("passphrase minutes")),
        ("writing", "notebook-pen", _tr("Writing"), _tr("spelling languages text width")),
        ("reminders", "bell", _tr("Reminders"), _tr("quiet hours notification weekly")),
        ("name", "user", _tr("Your name"), ""),
        ("tags", "tags", _tr("Tags"), _tr("rename merge")),
        ("templates", "file-text", _tr("Templates and prompts"), _tr("questions own")),
        ("trash", "trash-2", _tr("Trash"), _tr("restore deleted")),
        ("about", "info", _tr("About"), _tr("version licences")),
    )
    for section, icon, words, also in sections:
        act = partial(room.go, Destination(SETTINGS, act=section))
        title = _tr("Settings: {section}").format(section=words)
        yield Command(f"settings-{section}", icon, title, act, also=also, leads=True)


def _steps(room: Room) -> Iterable[Command]:
    redo = ("Ctrl+Shift+Z", "Ctrl+Y")
    yield Command("undo", "undo-2", _tr("Undo the last change"), room.undo, ("Ctrl+Z",))
    yield Command("redo", "redo-2", _tr("Redo the last undone change"), room.redo, redo)


def _looks(desk: Desk) -> Iterable[Command]:
    for step, words, icon, keys in (
        (1, _tr("Larger text"), "zoom-in", "Ctrl++"),
        (-1, _tr("Smaller text"), "zoom-out", "Ctrl+-"),
        (0, _tr("Text at 100 %"), "type", "Ctrl+0"),
    ):
        act = partial(desk.resize_text, step)
        yield Command(f"text-{step}", icon, words, act, (keys,), _tr("zoom size"), bound=True)
    for scheme, words, icon in (
        ("light", _tr("Light theme"), "sun"),
        ("dark", _tr("Dark theme"), "moon"),
        ("", _tr("Theme of the system"), "monitor"),
    ):
        act = partial(_choose_scheme, desk, scheme)
        yield Command(f"theme-{scheme}", icon, words, act, also=_tr("appearance colours"))


def _choose_scheme(desk: Desk, scheme: str) -> None:
    desk.choose(replace(desk.settings, scheme=scheme))


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
