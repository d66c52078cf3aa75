"""What holds for every page and sheet: names, targets, reflow, the way of Tab, plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QDialog,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal, GoalState, Stretch, StretchState
from app.domain.ids import Kind
from app.domain.packs import Pack
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.settings import Settings, save
from app.unlocking import approach
from app.vault import Vault
from tests.gallery.meeting import going_on, thought_about
from tests.stage import sample_vault
from tests.vaults import NOON, PASSPHRASE
from ui.application import Greenroom
from ui.context import Destination
from ui.journal.browser import Browser
from ui.journal.editor import EntryEditor
from ui.journal.entry_pane import EntryPane
from ui.places import PLACES
from ui.support.section import SupportSection
from ui.theme import current_theme, theme_source
from ui.widgets.bulbs import Bulbs
from ui.widgets.text import Elided
from ui.window import DEFAULT_SIZE, SMALLEST_SIZE, Window

LEAST_TARGET = 28
LEAST_BULB = 24
MOST_STOPS = 300
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@dataclass
class Room:
    """The window on the sample vault, and the ways to what can be shown in it."""

    greenroom: Greenroom
    folder: Path
    qtbot: QtBot

    @property
    def window(self) -> Window:
        """The one window."""
        return self.greenroom.window

    @property
    def vault(self) -> Vault:
        """The open vault, opened now if it was not."""
        if self.window.vault is None:
            self.window.enter(approach(self.folder).unlock(PASSPHRASE))
        assert self.window.vault is not None
        return self.window.vault

    def go(self, destination: Destination) -> None:
        """Show a place of the open vault."""
        assert self.vault
        workspace = self.window.workspace
        assert workspace is not None
        workspace.go(destination)

    def resize(self, size: tuple[int, int], scale: float) -> None:
        """Show everything in a window of a size and in a text size."""
        self.window.resize(*size)
        desk = self.greenroom.desk
        desk.choose(replace(desk.settings, scale=scale))
        # Tests before this one may have left a source of their own, which widgets find first.
        theme_source().choose_scale(scale)

    def refresh(self) -> None:
        """Show the page anew, as after a change."""
        workspace = self.window.workspace
        if workspace is not None and workspace.page is not None:
            workspace.page.refresh()
            self.settle()

    def settle(self) -> None:
        """Let layouts and slow work come to rest."""
        self.qtbot.waitUntil(lambda: not self.greenroom.desk.jobs.busy, timeout=10_000)
        # Without a window system nobody makes the window active again when a sheet closes.
        self.shown().activateWindow()
        self.qtbot.wait(20)

    def shown(self) -> QWidget:
        """The window, or the sheet that lies over it."""
        over = [w for w in self.window.findChildren(QDialog) if w.isVisible()]
        return over[-1] if over else self.window

    def visible(self) -> list[QWidget]:
        """Every visible widget of what is shown."""
        shown = self.shown()
        found = [widget for widget in shown.findChildren(QWidget) if widget.isVisible()]
        return [widget for widget in found if widget.window() is shown]

    def stops(self) -> list[QWidget]:
        """Every widget that can have the focus of the keyboard."""
        return [
            widget
            for widget in self.visible()
            if widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and not is_other_choice(widget)
        ]


def is_other_choice(widget: QWidget) -> bool:
    """Whether the arrows go to a radio button, and Tab to the chosen one beside it."""
    return isinstance(widget, QRadioButton) and not widget.isChecked()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "ines.greenroom"
    sample_vault(folder).close()
    return folder


@pytest.fixture(scope="module")
def greenroom(
    qapp: QApplication, sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Greenroom]:
    settings = tmp_path_factory.mktemp("settings")
    save(settings, Settings(scheme="light").with_vault(sample))
    running = Greenroom(qapp, FixedClock(NOON), settings)
    running.open()
    yield running
    running.desk.choose(replace(running.desk.settings, scale=1.0))
    theme_source().choose_scale(1.0)
    running.window.close()
    running.close()
    running.window.deleteLater()


@pytest.fixture
def room(greenroom: Greenroom, sample: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(greenroom, sample, qtbot)
    yield room
    for dialog in room.window.findChildren(QDialog):
        dialog.close()


def _lock(room: Room) -> None:
    assert room.window.lock()


def _unlock(room: Room) -> None:
    _lock(room)
    room.window.show_unlock(room.folder)


def _create(room: Room) -> None:
    _lock(room)
    room.window.show_create()


def _place(room: Room, *, name: str) -> None:
    room.go(Destination(name))


def _act(room: Room, *, place: str, act: str) -> None:
    room.go(Destination(place, act=act))


def _entry(room: Room) -> None:
    for browser in room.window.findChildren(Browser):
        browser.show_calendar(on=False)
    newest = max(room.vault.read.all(Entry), key=lambda entry: entry.at)
    room.go(Destination("journal", id=newest.id))


def _panel(room: Room) -> None:
    _entry(room)
    room.settle()
    pane = room.window.findChildren(EntryPane)[0]
    if pane.panel.isHidden():
        pane.open_panel()


def _versions(room: Room) -> None:
    _entry(room)
    editor = room.window.findChildren(EntryEditor)[0]
    entry = room.vault.read.get(Entry, editor.entry_id)
    draft = EntryDraft.of(entry)
    journal.write(room.vault, entry.id, replace(draft, body=f"Before. {draft.body}"))
    editor.open_versions()


def _trash(room: Room) -> None:
    for title in ("First", "Second"):
        gone = journal.add(room.vault, EntryDraft(title=title, body="A page."))
        journal.delete(room.vault, gone.id)
    room.go(Destination("settings", act="trash"))


def _calendar(room: Room) -> None:
    _entry(room)
    room.window.findChildren(Browser)[0].show_calendar(on=True)


def _goal(room: Room) -> None:
    goals = room.vault.read.all(Goal)
    room.go(Destination("plan", id=next(g.id for g in goals if g.state is GoalState.ACTIVE)))


def _cycle(room: Room, act: str) -> None:
    room.go(Destination("plan", kind=Kind.CYCLE, act=act))


def _experiences(room: Room) -> None:
    room.go(Destination("plan", kind=Kind.EXPERIENCE))


def _experience(room: Room) -> None:
    found = max(room.vault.read.all(Experience), key=lambda each: len(each.people))
    room.go(Destination("plan", found.id, Kind.EXPERIENCE))


def _new_experience(room: Room) -> None:
    room.go(Destination("plan", kind=Kind.EXPERIENCE, act="new"))


def _check_in(room: Room) -> None:
    stretches = room.vault.read.all(Stretch)
    active = next(s.id for s in stretches if s.state is StretchState.ACTIVE)
    room.go(Destination("stretch", id=active, act="check-in"))


def _weekly(room: Room) -> None:
    for title in ("Lead a review", "Run a loop"):
        if not any(each.title == title for each in room.vault.read.all(Stretch)):
            goals.add_stretch(
                room.vault, Stretch(title=title, size=5, if_when="I rush", then_do="I breathe")
            )
    room.go(Destination("stretch", act="review"))


def _support(room: Room) -> None:
    room.go(Destination("stretch"))
    room.settle()
    room.window.findChildren(SupportSection)[0].ask_for_feedback()


def _person(room: Room) -> None:
    people = room.vault.read.all(Person)
    most = max(people, key=lambda each: len(each.can_help))
    room.go(Destination("people", most.id, Kind.PERSON))


def _meet(room: Room) -> None:
    room.go(Destination("sessions", going_on(room.vault).id, Kind.SESSION, "meet"))


def _debrief(room: Room) -> None:
    room.go(Destination("sessions", thought_about(room.vault).id, Kind.SESSION, "debrief"))


def _pack(room: Room) -> None:
    room.go(Destination("share", id=room.vault.read.all(Pack)[0].id))


def _results(room: Room) -> None:
    room.go(Destination("search", detail="release after:2026-03 #feedback"))
    room.settle()
    room.go(Destination("search", detail="release after:2026-01"))


def _palette(room: Room) -> None:
    room.go(Destination("today"))
    workspace = room.window.workspace
    assert workspace is not None
    workspace.open_palette()


def _capture(room: Room) -> None:
    room.go(Destination("today"))
    workspace = room.window.workspace
    assert workspace is not None
    workspace.capture()


def _new_template(room: Room) -> None:
    room.go(Destination("settings", act="templates", detail="new"))


VIEWS: dict[str, Callable[[Room], None]] = {
    "unlock": _unlock,
    "create": _create,
    **{place.name: partial(_place, name=place.name) for place in PLACES},
    "palette": _palette,
    "search results": _results,
    "quick capture": _capture,
    "new template": _new_template,
    "entry": _entry,
    "panel": _panel,
    "versions": _versions,
    "trash with things in it": _trash,
    "calendar": _calendar,
    "goal": _goal,
    "new goal": partial(_act, place="plan", act="new"),
    "cycle": partial(_cycle, act=""),
    "new cycle": partial(_cycle, act="new"),
    "agreement": partial(_cycle, act="agreement"),
    "experiences": _experiences,
    "experience": _experience,
    "new experience": _new_experience,
    "new stretch goal": partial(_act, place="stretch", act="new"),
    "attempt": partial(_act, place="stretch", act="attempt"),
    "weekly check-in": _weekly,
    "support": _support,
    "check-in": _check_in,
    "session that goes on": _meet,
    "debrief": _debrief,
    "person": _person,
    "new session": partial(_act, place="sessions", act="new"),
    "feedback to ask for": partial(_act, place="feedback", act="ask"),
    "feedback that came back": partial(_act, place="feedback", act="receive"),
    "feedback by hand": partial(_act, place="feedback", act="hand"),
    "new person": partial(_act, place="people", act="new"),
    "support to ask for": partial(_act, place="people", act="ask"),
    "new pack": partial(_act, place="share", act="new"),
    "pack": _pack,
    **{
        f"settings: {name}": partial(_act, place="settings", act=name)
        for name in ("privacy", "writing", "profile", "templates", "tags", "trash", "about")
    },
}


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest, room: Room) -> Room:
    """Something that can be shown, as it opens."""
    room.resize(DEFAULT_SIZE, 1.0)
    VIEWS[request.param](room)
    room.settle()
    return room


@pytest.fixture(params=VIEWS)
def large_view(request: pytest.FixtureRequest, room: Room) -> Room:
    """The same in the smallest window and the largest text."""
    room.resize(SMALLEST_SIZE, 2.0)
    VIEWS[request.param](room)
    room.settle()
    return room


def said(widget: QWidget, text: QAccessible.Text) -> str:
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(text)


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def told(widgets: list[QWidget]) -> list[str]:
    """What a failing test says of widgets."""
    return [
        f"{type(w).__name__} {said(w, QAccessible.Text.Name)!r} {w.geometry()}" for w in widgets
    ]


def test_whatever_takes_the_focus_has_a_role_and_a_name(view: Room) -> None:
    stops = view.stops()
    assert stops
    assert told([w for w in stops if not said(w, QAccessible.Text.Name).strip()]) == []
    assert told([w for w in stops if role_of(w) in NO_ROLES]) == []


def test_a_button_without_words_says_what_it_does(view: Room) -> None:
    buttons = [w for w in view.stops() if isinstance(w, QAbstractButton) and not w.text()]
    bare = [b for b in buttons if not (b.toolTip() or _labelled(b))]
    assert told(list(bare)) == []


def _labelled(button: QAbstractButton) -> bool:
    """Whether words beside it say what it is, as with a check."""
    return button.isCheckable()


def test_everything_that_can_be_clicked_can_be_hit(view: Room) -> None:
    small: list[QWidget] = []
    for widget in view.visible():
        if isinstance(widget, Bulbs) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            if widget.width() < 5 * LEAST_BULB or widget.height() < LEAST_TARGET:
                small.append(widget)
        elif isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < 28:
            small.append(widget)
    assert told(small) == []


def test_everything_shown_is_plain_text(view: Room) -> None:
    labels = [w for w in view.visible() if isinstance(w, QLabel) and w.text()]
    assert [x.text() for x in labels if x.textFormat() != Qt.TextFormat.PlainText] == []
    assert [w.toolTip() for w in view.visible() if "<" in w.toolTip()] == []


def test_tab_visits_everything_in_the_order_of_reading_and_returns(view: Room) -> None:
    view.refresh()
    expected = view.stops()
    expected[0].setFocus(Qt.FocusReason.TabFocusReason)
    focus: QWidget | None = expected[0]
    visited: list[QWidget] = []
    while focus is not None and focus not in visited and len(visited) < MOST_STOPS:
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    assert focus is expected[0], told(visited[-5:])
    assert told([w for w in expected if w not in visited]) == []
    assert [told(list(pair)) for pair in _steps_up(visited)] == []


def _steps_up(visited: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """Where Tab goes up in a part that scrolls as one, but for the way back to its first."""
    pairs = pairwise([*visited, visited[0]])
    up = [
        pair for pair in pairs if _part(pair[0]) is _part(pair[1]) and _is_above(pair[1], pair[0])
    ]
    return [pair for pair in up if any(_is_above(each, pair[1]) for each in visited)]


def _is_above(one: QWidget, other: QWidget) -> bool:
    """Whether a widget stands wholly above another one of its part, in no later column."""
    part = _part(one)
    if part is not _part(other):
        return False
    mine = QRect(one.mapTo(part, QPoint()), one.size())
    theirs = QRect(other.mapTo(part, QPoint()), other.size())
    return mine.bottom() < theirs.top() and mine.left() <= theirs.right()


def _part(widget: QWidget) -> QWidget:
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        if isinstance(parent, QScrollArea):
            return child
        child, parent = parent, parent.parentWidget()
    return child


def test_at_twice_the_size_everything_is_reached_by_scrolling_down(large_view: Room) -> None:
    view = large_view
    assert (view.window.width(), current_theme().scale) == (SMALLEST_SIZE[0], 2.0)
    bars = [w for w in view.visible() if isinstance(w, QAbstractScrollArea)]
    sideways = [w for w in bars if w.horizontalScrollBar().maximum() > 0]
    assert told([w for w in sideways if not isinstance(w, QTableView)]) == []
    assert told([w for w in view.visible() if _is_out(w, view.shown())]) == []
    assert told([w for w in view.visible() if _is_cut(w)]) == []


def _is_out(widget: QWidget, shown: QWidget) -> bool:
    left = widget.mapTo(shown, widget.rect().topLeft()).x()
    return left < 0 or left + widget.width() > shown.width()


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and not isinstance(widget, Elided) and not widget.wordWrap():
        return widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() + 1
    if isinstance(widget, QAbstractButton) and not widget.text():
        return widget.width() < LEAST_TARGET
    if isinstance(widget, QAbstractButton | QAbstractSlider):
        return widget.width() < widget.minimumSizeHint().width()
    return False
