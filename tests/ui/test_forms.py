"""Forms: a draft is kept when typing pauses and comes back as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.stretch_desk import CTRL, KEY, TODAY, Desk, none_open
from tests.vaults import new_vault
from ui.forms import Form, read_number
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


class Trip(Form):
    """A form of three fields; submitting keeps what it was called."""

    def __init__(self, desk: Desk, today: date = TODAY) -> None:
        super().__init__(desk.context, "Trip", desk.page, draft="trip")
        self.submitted = ""
        self.add_field("title", Field("Title", LineEdit()))
        self.add_field("due", Field("Due", DateField(lambda: today)))
        self.add_field("by", Field("By", Choice([("Train", "train"), ("Boat", "boat")])))
        self.add_buttons("Save")
        self.begin()

    def submit(self) -> None:
        """Take the title."""
        self.submitted = self.run(lambda: self.text("title")) or ""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


def test_a_draft_keeps_the_day_that_tomorrow_was(desk: Desk) -> None:
    form = Trip(desk)
    form.open()
    form.put("due", "tomorrow")
    form.fields["by"].editor.setCurrentIndex(1)  # type: ignore[attr-defined]
    form.reject()
    again = Trip(desk, TODAY + timedelta(days=3))
    assert again.day("due") == TODAY + timedelta(days=1)
    assert again.text("by") == "boat"
    assert again._note.text() == "What you had typed is back."
    again.reject()


@pytest.mark.parametrize("kept", ["", "{", "[1]", "7", '{"title": "Lisbon", "by": '])
def test_a_damaged_draft_opens_an_empty_form_and_says_so(desk: Desk, kept: str) -> None:
    """A draft may be of another version; the form has to open all the same."""
    desk.context.vault.keep_draft("trip", kept)
    form = Trip(desk)
    form.open()
    assert (form.text("title"), form.text("by")) == ("", "train")
    assert form._note.text() == "Not all that you had typed could be read again."
    form.reject()


def test_a_draft_is_kept_once_typing_pauses_and_goes_when_all_is_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    form = Trip(desk)
    form._pause.setInterval(1)
    form.open()
    QTest.keyClicks(form.fields["title"].editor, "Ro")
    qtbot.waitUntil(lambda: '"Ro"' in (desk.vault.read.draft("trip") or ""))
    form.put("title", "")
    qtbot.waitUntil(lambda: desk.vault.read.draft("trip") is None)
    form.reject()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_ctrl_enter_of_both_kinds_saves(desk: Desk, key: Qt.Key, qtbot: QtBot) -> None:
    form = Trip(desk)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    QTest.keyClicks(form.fields["title"].editor, "Rome")
    QTest.keyClick(form.fields["title"].editor, key, CTRL)
    assert form.submitted == "Rome"
    assert none_open(Form)
    assert desk.vault.read.draft("trip") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("8", 8.0), (" 8.5 ", 8.5), ("8,5", 8.5), ("eight", None), ("1e999", None), ("", None)],
)
def test_a_number_is_read_with_a_point_or_a_comma(text: str, number: float | None) -> None:
    assert read_number(text) == number
