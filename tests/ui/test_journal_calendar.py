"""The calendar beside the journal's list: days, On this day, and beginning on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.operations import journal
from app.operations.journal import EntryDraft
from tests.ui.journal_desk import Desk, add
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.journal.calendar import JournalCalendar
from ui.journal.entries import EntryRole
from ui.theme import ThemeSource
from ui.widgets.rows import RowRole

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on entries of today, of last week, and of the same day in other years."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Last week", 8, body="old words")
    add(vault, "Today", 0, body="new words")
    for year in (2024, 2025):
        draft = EntryDraft(title=f"In {year}", body="words")
        journal.add(vault, draft, NOON.on(date(year, 5, 20)))
    vault.seal()
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    desk.page._browser.toggle_calendar()
    yield desk
    desk.jobs.stop()


def calendar(desk: Desk) -> JournalCalendar:
    return desk.page._browser.calendar


def days(desk: Desk) -> list[str]:
    model = desk.page._browser.model
    rows = [model.index(row) for row in range(model.rowCount())]
    return [str(index.data(EntryRole.DAY) or index.data(RowRole.ASIDE)) for index in rows]


def choose(desk: Desk, day: date) -> None:
    grid = calendar(desk).month.grid
    grid.go_to(day)
    QTest.keyClick(grid, KEY.Key_Return)


def test_it_shows_the_day_of_the_open_entry_and_the_same_day_before(desk: Desk) -> None:
    assert calendar(desk).isVisible()
    assert desk.page.window().focusWidget() is calendar(desk).month.grid
    assert desk.rows() == ["Wednesday 20 May", "Today", "On this day", "In 2025", "In 2024"]
    assert days(desk) == ["1 entry", "12:00", "2 entries", "20 May 2025", "20 May 2024"]
    assert desk.selected() == desk.editor.entry_id
    assert desk.page._browser.rows.accessibleName() == "Wednesday 20 May, 1 entry"


def test_a_chosen_day_is_listed_and_its_entry_is_opened(desk: Desk) -> None:
    choose(desk, date(2026, 5, 12))
    assert desk.rows() == ["Tuesday 12 May", "Last week"]
    assert desk.editor.sheet.title.text() == "Last week"
    assert desk.page.window().focusWidget() is calendar(desk).month.grid


def test_on_this_day_follows_the_chosen_date(desk: Desk) -> None:
    choose(desk, date(2025, 5, 20))
    assert desk.rows() == [
        "Tuesday 20 May 2025",
        "In 2025",
        "On this day",
        "Today",
        "In 2024",
    ]


def test_an_empty_day_says_so_and_begins_an_entry_of_that_day(desk: Desk, qtbot: QtBot) -> None:
    assert not calendar(desk).nothing.isVisible()
    choose(desk, date(2026, 5, 14))
    assert desk.rows() == []
    assert calendar(desk).nothing.isVisible()
    assert calendar(desk)._nothing_words.text() == "Nothing is written on Thursday 14 May."
    calendar(desk).start.click()
    QTest.keyClicks(desk.editor.sheet.prose, "Late words")
    desk.page.save()
    made = next(entry for entry in desk.entries if entry.body == "Late words")
    assert made.day == date(2026, 5, 14)
    assert made.written.local.hour == 12
    qtbot.waitUntil(lambda: desk.rows()[:1] == ["Thursday 14 May"])
    assert not calendar(desk).nothing.isVisible()
    grid = calendar(desk).month.grid
    assert grid.days.count(date(2026, 5, 14)) == 1


def test_days_say_how_many_entries_they_have(desk: Desk) -> None:
    model = calendar(desk).month.grid.days

    def told(day: date) -> object:
        return model.data(model.index_of(day), Qt.ItemDataRole.AccessibleTextRole)

    assert told(date(2026, 5, 20)) == "20 May, 1 entry, today, chosen"
    assert told(date(2026, 5, 12)) == "12 May, 1 entry"
    assert told(date(2026, 5, 13)) == "13 May"


def test_an_entry_that_is_gone_to_brings_its_day_with_it(desk: Desk) -> None:
    entry = next(entry for entry in desk.entries if entry.title == "Last week")
    desk.page.arrive(Destination("journal", entry.id))
    assert calendar(desk).day == date(2026, 5, 12)
    assert desk.rows() == ["Tuesday 12 May", "Last week"]
    assert desk.selected() == entry.id


def test_moving_an_entry_to_another_day_takes_it_from_the_list(desk: Desk) -> None:
    journal.move_to(desk.vault, desk.editor.entry_id, NOON.on(date(2026, 5, 13)))
    assert "Today" not in desk.rows()
    assert calendar(desk).month.grid.days.count(date(2026, 5, 13)) == 1


def test_its_key_shows_the_whole_list_again(desk: Desk) -> None:
    QTest.keyClick(calendar(desk).month.grid, KEY.Key_D, CTRL_SHIFT)
    assert not calendar(desk).isVisible()
    assert desk.rows()[:2] == ["This week", "Today"]
    assert desk.page._browser.segments is not None
    assert desk.page._browser.segments.isVisible()
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_D, CTRL_SHIFT)
    assert calendar(desk).isVisible()


def test_another_page_can_ask_for_a_day(desk: Desk) -> None:
    """What was written on it is listed and opened, whatever was listed before; or nothing is."""
    desk.page._browser.toggle_calendar()
    desk.page.arrive(Destination("journal", act="day", detail="2026-05-12"))
    assert desk.rows() == ["Tuesday 12 May", "Last week"]
    assert desk.editor.entry_id == desk.selected()
    desk.page.arrive(Destination("journal", act="day", detail="2026-05-11"))
    assert calendar(desk).day == date(2026, 5, 11)
    assert calendar(desk).nothing.isVisible()
