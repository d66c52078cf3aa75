"""How to get to the scenes of writing: finding, focus, reading, long texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.domain.entries import Entry
from app.operations import journal
from app.operations.journal import EntryDraft
from tests.bench.typing_bench import long_text
from ui.journal.editor import EntryEditor

if TYPE_CHECKING:
    from tests.gallery.scenes import Set

_READ_SECONDS = 1.5
"""Dictionaries are looked for and read before the first wave is drawn."""
_TASKS = """## Before the release
- [x] Ask Sana to run the checklist
- [ ] Leave my status on *away*
    - [ ] and my phone in the other room

> What changed because I did not step in?

| Who | What | When |
| --- | --- | --- |
| Sana | runs the checklist | 09:00 |
| Luca | watches the **dashboards** | 09:30 |

1. Write `hold` in the channel
2. ~~Answer~~ [Read what they decide](https://greenroom.example/release)
"""


def _open(stage: Set, title: str, body: str) -> EntryEditor:
    found = [entry for entry in stage.vault.read.all(Entry) if entry.title == title]
    entry = found[0] if found else journal.add(stage.vault, EntryDraft(title=title, body=body))
    stage.go("journal", entry)
    stage.settle()
    editor = stage.workspace.findChildren(EntryEditor)[0]
    if editor.sheet.reading:
        editor.toggle_reading()
    return editor


def find(stage: Set) -> None:
    """Words found and about to be replaced."""
    editor = _open(stage, "Letting others decide", _TASKS)
    editor.finding.bar.open(replacing=True)
    editor.finding.bar.field.setText("the")
    editor.finding.bar.go_on()


def focus(stage: Set) -> None:
    """The text alone."""
    _end(stage)
    editor = _open(stage, "Letting others decide", _TASKS)
    editor.focus_asked.emit()


def _end(stage: Set) -> None:
    """Put the bar away, and show everything."""
    for editor in stage.workspace.findChildren(EntryEditor):
        editor.finding.bar.close_bar()
        editor.header.leave.click()


def write(stage: Set) -> None:
    """Every mark there is, as it is written."""
    _end(stage)
    _open(stage, "Letting others decide", _TASKS)


def read(stage: Set) -> None:
    """The same, as it is read."""
    _end(stage)
    _open(stage, "Letting others decide", _TASKS).toggle_reading()


def long(stage: Set) -> None:
    """200 kB, at the end."""
    _end(stage)
    editor = _open(stage, "The longest", long_text())
    prose = editor.sheet.prose
    prose.moveCursor(prose.textCursor().MoveOperation.End)
    prose.ensureCursorVisible()


def misspell(stage: Set) -> None:
    """Misspelt words, and the menu of one of them."""
    body = (
        "The standup went better than I feared. I let Sana finnish her update before I anwsered, "
        "and when the map lagged they chose to hold.\n\n"
        "- [ ] Thank Luca for the dashbord\n"
    )
    editor = _open(stage, "Smaller promises, kept", body)
    prose = editor.sheet.prose
    stage.settle(_READ_SECONDS)
    prose.setFocus()
    place = body.index("anwsered")
    prose.setTextCursor(prose.find_span(place, place))
    where = prose.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, where, prose.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(prose.viewport(), event)
