"""Typing in the largest entry, and opening it, beside a bare text field with the same text."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.entries import Entry
from app.operations import journal
from app.operations.journal import EntryDraft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from tests.stage import Stage
    from ui.journal.page import JournalPage

SIZE, PARAGRAPH = 200_000, 20_000
KEYS = 80
APART = 0.06
"""Seconds from key to key: a fast typist, and a run long enough for saves to fall into it."""
OPENINGS = 9
_WORDS = (
    "the release went out without me and nobody asked why it took so long to say so Sana ran the "
    "checklist Luca watched the dashboards and when the map lagged they chose to hold"
)


def long_text() -> str:
    """200 kB of Markdown: headings, lists, emphasis, and one very long paragraph in the middle."""
    parts: list[str] = []
    while sum(map(len, parts)) < SIZE - PARAGRAPH:
        parts.append(_part(len(parts)))
    paragraph = " ".join(map(_sentence, range(PARAGRAPH // 100)))[:PARAGRAPH]
    parts.insert(len(parts) // 2, paragraph + "\n\n")
    return "".join(parts)[:SIZE]


def type_200k() -> tuple[float, float]:
    """From a key to the painted page, with autosave on, and in a bare field (ms, 95 in 100)."""
    with _journal() as (stage, entry):
        _open(stage, entry)
        ours = stage.page._editor.sheet.prose
        return _typed(ours), _typed(_bare(ours))


def open_200k() -> tuple[float, float]:
    """From choosing the entry to its painted page, and a bare field with its text (ms, medians)."""
    with _journal() as (stage, entry):
        other = journal.add(stage.context.vault, EntryDraft(title="Short", body="Short"))
        ours = []
        for _ in range(OPENINGS):
            _open(stage, other)
            ours.append(_milliseconds(lambda: _open(stage, entry)))
        like = stage.page._editor.sheet.prose
        floor = [_milliseconds(lambda: _bare(like)) for _ in range(OPENINGS)]
    return statistics.median(ours), statistics.median(floor)


@contextmanager
def _journal() -> Iterator[tuple[Stage[JournalPage], Entry]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.stage import sample_vault, staged  # noqa: PLC0415 - the platform comes before Qt
    from ui.desk import Desk  # noqa: PLC0415 - as above
    from ui.journal.page import JournalPage  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as folder:
        vault = sample_vault(Path(folder) / "a.greenroom")
        entry = journal.add(vault, EntryDraft(title="Long", body=long_text()))
        stage = staged(JournalPage, vault)
        # Spelling is checked, as for everybody who did not turn it off.
        desk = Desk(vault.clock, Path(folder) / "settings", stage.themes)
        stage.context.spelling.follow(desk)
        yield stage, entry
        stage.page.save()
        stage.page.hide()
        stage.page.deleteLater()
        stage.settle()
        stage.context.jobs.stop()
        vault.close()


def _open(stage: Stage[JournalPage], entry: Entry) -> None:
    from ui.context import Destination  # noqa: PLC0415 - as above

    stage.page.arrive(Destination("journal", id=entry.id))
    stage.settle()


def _bare(like: QPlainTextEdit) -> QPlainTextEdit:
    """A field with the same text, font and size, painted."""
    from PySide6.QtWidgets import QPlainTextEdit  # noqa: PLC0415 - as above

    bare = QPlainTextEdit()
    bare.setFont(like.font())
    bare.resize(like.size())
    bare.setViewportMargins(like.viewportMargins())
    bare.setPlainText(like.toPlainText())
    bare.show()
    _turn()
    return bare


@dataclass
class _Typist:
    """Types at an even pace, and waits for the page as long as it takes."""

    field: QPlainTextEdit
    next: float = 0.0

    def type_at(self, place: int) -> list[float]:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above
        from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

        cursor = self.field.textCursor()
        cursor.setPosition(place)
        self.field.setTextCursor(cursor)
        self.field.setFocus()
        _turn()
        took = []
        self.next = time.perf_counter()
        for number in range(KEYS):
            while time.perf_counter() < self.next:
                _turn()
            QTest.keyClick(self.field, Qt.Key.Key_E if number % 6 else Qt.Key.Key_Space)
            _turn()
            took.append((time.perf_counter() - self.next) * 1000)
            self.next = max(self.next + APART, time.perf_counter())
        return took


def _typed(field: QPlainTextEdit) -> float:
    text = field.toPlainText()
    typist = _Typist(field)
    took = typist.type_at(text.index("\n\n", len(text) // 2) - PARAGRAPH // 2)
    took += typist.type_at(field.document().characterCount() - 1)
    return statistics.quantiles(took, n=20)[-1]


def _turn() -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _sentence(number: int) -> str:
    words = _WORDS.split()
    turned = words[number % 17 :] + words[: number % 17]
    return f"{' '.join(turned).capitalize()}."


def _part(number: int) -> str:
    said, more = _sentence(number), _sentence(number + 7)
    lines = (
        f"## Part {number}: {said[:40]}",
        f"{said} *{more[:21].strip()}* and **{more[21:60].strip()}**, in short `{number}`. {more}",
        "",
        f"- {said}",
        f"- [ ] {more[:60]}",
        f"  - [as it was written](https://greenroom.example/{number})",
        f"> {more}",
        "",
    )
    return "\n".join(lines) + "\n"


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
