"""What is typed in a session is kept for the one it was typed in, also where saving failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from app.domain.ids import Id
from app.storage.errors import DiskFullError
from ui.context import Context
from ui.sessions.writing_box import WritingBox
from ui.sessions.written_field import WrittenField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
ONE, TWO = Id("one"), Id("two")


class Keeping:
    """Keeps what is written, unless the disk is full."""

    def __init__(self) -> None:
        self.kept: list[tuple[Id, str]] = []
        self.full = False

    def write(self, record: Id, text: str) -> None:
        """Keep it, or fail."""
        if self.full:
            raise DiskFullError
        self.kept.append((record, text))


def test_what_could_not_be_kept_comes_back_where_it_was_typed(
    context: Context, qtbot: QtBot
) -> None:
    keeping = Keeping()
    field = WrittenField(context, keeping.write, role="body", lines=2, name="Text")
    qtbot.addWidget(field)
    field.show_text(ONE, "was")
    field.selectAll()
    QTest.keyClicks(field, "typed")
    keeping.full = True
    field.show_text(TWO, "other")
    assert (field.toPlainText(), keeping.kept) == ("other", [])
    with pytest.raises(DiskFullError):
        field.typed.flush()
    field.show_text(ONE, "was")
    assert (field.toPlainText(), field.typed.unsaved) == ("typed", True)
    keeping.full = False
    field.typed.flush()
    assert keeping.kept == [(ONE, "typed")]
    assert not field.typed.unsaved


def test_what_waits_is_kept_with_the_next_thing(context: Context, qtbot: QtBot) -> None:
    keeping = Keeping()
    box = WritingBox(context, "Notes", 3, keeping.write)
    qtbot.addWidget(box)
    box.show_text(ONE, "")
    QTest.keyClicks(box.prose, "first")
    keeping.full = True
    box.show_text(TWO, "")
    QTest.keyClicks(box.prose, "second")
    keeping.full = False
    box.flush()
    box.flush()
    assert keeping.kept == [(ONE, "first"), (TWO, "second")]
    box.show_text(ONE, "first")
    assert box.prose.text() == "first"
