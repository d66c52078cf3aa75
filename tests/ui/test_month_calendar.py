"""The month to choose a day from: its keys, its words, both directions."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journal_desk import opened
from ui.theme import ThemeSource, current_theme
from ui.widgets.date_field import DateField
from ui.widgets.month_calendar import MonthCalendar
from ui.widgets.month_grid import MonthGrid, other_month
from ui.widgets.popover import Popover

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
TODAY = date(2026, 5, 21)
MARKS = {date(2026, 5, 20): 1, date(2026, 5, 8): 2}


@pytest.fixture
def calendar(qtbot: QtBot, look: ThemeSource) -> MonthCalendar:
    """May 2026 with the 20th chosen."""
    del look
    made = MonthCalendar(
        "Calendar",
        lambda: TODAY,
        lambda since, until: {d: n for d, n in MARKS.items() if since <= d <= until},
        lambda day, count: f"{day.day} {day:%b}, {count}",
    )
    qtbot.addWidget(made)
    made.set_day(date(2026, 5, 20))
    made.resize(290, 260)
    made.show()
    made.grid.setFocus()
    return made


def press(calendar: MonthCalendar, *keys: Qt.Key) -> date:
    for key in keys:
        QTest.keyClick(calendar.grid, key)
    return calendar.grid.current_day()


def test_it_shows_whole_weeks_that_begin_by_the_locale(calendar: MonthCalendar) -> None:
    days = calendar.grid.days
    first = days.day(days.index(0, 0))
    assert first.isoweekday() == QLocale().firstDayOfWeek().value
    assert days.index_of(date(2026, 5, 1)).isValid()
    assert days.index_of(date(2026, 5, 31)).isValid()
    assert calendar.title.text() == "May 2026"


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([KEY.Key_Right], date(2026, 5, 21)),
        ([KEY.Key_Left], date(2026, 5, 19)),
        ([KEY.Key_Down, KEY.Key_Down], date(2026, 6, 3)),
        ([KEY.Key_Up], date(2026, 5, 13)),
        ([KEY.Key_PageUp], date(2026, 4, 20)),
        ([KEY.Key_PageDown], date(2026, 6, 20)),
        ([KEY.Key_Home], date(2026, 5, 1)),
        ([KEY.Key_End], date(2026, 5, 31)),
        ([KEY.Key_End, KEY.Key_Right, KEY.Key_PageDown], date(2026, 7, 1)),
        ([KEY.Key_End, KEY.Key_PageUp], date(2026, 4, 30)),
    ],
)
def test_keys_move_and_choose_nothing(
    calendar: MonthCalendar, keys: list[Qt.Key], day: date
) -> None:
    assert press(calendar, *keys) == day
    assert calendar.grid.days.month == day.replace(day=1)
    assert calendar.day == date(2026, 5, 20)


def test_arrows_follow_the_screen_from_right_to_left(calendar: MonthCalendar) -> None:
    before = calendar.before.property("icon"), calendar.before._icon
    calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert press(calendar, KEY.Key_Right) == date(2026, 5, 19)
    assert before[1] == "chevron-left"
    assert calendar.before._icon == "chevron-right"


def test_enter_and_a_click_choose(calendar: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.chosen) as caught:
        press(calendar, KEY.Key_Left, KEY.Key_Return)
    assert caught.args == [date(2026, 5, 19)]
    box = calendar.grid.visualRect(calendar.grid.days.index_of(date(2026, 5, 8)))
    with qtbot.waitSignal(calendar.chosen) as caught:
        QTest.mouseClick(calendar.grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert caught.args == [date(2026, 5, 8)]
    assert calendar.day == date(2026, 5, 8)


def test_today_and_the_months_beside_have_buttons(calendar: MonthCalendar) -> None:
    calendar.after.click()
    calendar.after.click()
    assert calendar.title.text() == "July 2026"
    assert calendar.day == date(2026, 5, 20)
    calendar.to_today.click()
    assert (calendar.title.text(), calendar.day) == ("May 2026", TODAY)


def test_it_is_a_table_whose_cells_say_day_count_and_choice(calendar: MonthCalendar) -> None:
    interface = QAccessible.queryAccessibleInterface(calendar.grid)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Calendar"
    days = calendar.grid.days
    told = days.data(days.index_of(date(2026, 5, 20)), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "20 May, 1, chosen"
    told = days.data(days.index_of(TODAY), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "21 May, 0, today"
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert "20 May, 1, chosen" in names


def test_a_day_with_something_has_a_dot(calendar: MonthCalendar) -> None:
    image = calendar.grid.viewport().grab().toImage()
    accent = current_theme().colours.accent

    def dotted(day: date) -> bool:
        box = calendar.grid.visualRect(calendar.grid.days.index_of(day))
        lower = range(box.bottom() - 9, box.bottom() - 3)
        return any(image.pixelColor(box.center().x(), y) == accent for y in lower)

    assert dotted(date(2026, 5, 8))
    assert not dotted(date(2026, 5, 7))


def test_every_day_can_be_hit(calendar: MonthCalendar) -> None:
    days = calendar.grid.days
    boxes = [
        calendar.grid.visualRect(days.index(r, c)) for r in range(days.rowCount()) for c in range(7)
    ]
    assert all(box.width() >= 28 and box.height() >= 28 for box in boxes)


def test_the_ends_of_all_time_are_walls(calendar: MonthCalendar) -> None:
    calendar.set_day(date(9999, 12, 31))
    assert calendar.title.text() == "November 9999"
    calendar.set_day(date(9999, 11, 30))
    assert press(calendar, KEY.Key_PageDown, KEY.Key_Down).year == 9999
    calendar.set_day(date(1, 2, 1))
    assert press(calendar, KEY.Key_PageUp, KEY.Key_Up).year == 1
    assert other_month(date(2026, 1, 31), 1) == date(2026, 2, 28)


def test_a_field_for_a_day_opens_it_by_alt_down_and_takes_what_is_chosen(
    qtbot: QtBot, look: ThemeSource
) -> None:
    del look
    field = DateField(lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    grid = opened(Popover).findChildren(MonthGrid)[0]
    assert (grid.current_day(), grid.days.chosen) == (TODAY, None)
    QTest.keyClick(grid, KEY.Key_Right)
    with qtbot.waitSignal(field.day_changed) as caught:
        QTest.keyClick(grid, KEY.Key_Return)
    assert caught.args == [date(2026, 5, 22)]
    assert field.day() == date(2026, 5, 22)
    qtbot.waitUntil(lambda: not field.findChildren(Popover))
    field.open_calendar()
    assert opened(Popover).findChildren(MonthGrid)[0].days.chosen == date(2026, 5, 22)
    opened(Popover).close()
    qtbot.waitUntil(lambda: not field.findChildren(Popover))
