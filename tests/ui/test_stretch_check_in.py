"""Checking in by keyboard: in a few keys, week by week, and by the kind of the measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.goals import CheckIn, MeasureKind, PlanUse, Stretch, StretchState
from app.operations import goals
from tests.ui.stretch_desk import CTRL, KEY, TODAY, Desk, none_open, opened
from tests.vaults import new_vault
from ui.context import Destination
from ui.forms import Form
from ui.stretch.attempt_sheet import AttemptSheet
from ui.stretch.check_in_sheet import CheckInSheet
from ui.stretch.closing import CloseStretch
from ui.stretch.stretch_sheet import StretchSheet
from ui.support.sheet import SupportSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Keys:
    """Presses keys, each where the focus is by then, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.count = 0

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys one after the other."""
        for key in keys:
            held = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(focused(), key, held)
            self.count += 1

    def sheet(self) -> CheckInSheet:
        """The sheet, once it is the active window."""
        sheet = opened(CheckInSheet)
        sheet.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
        return sheet


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    return Keys(qtbot)


def planned(desk: Desk, title: str, **fields: object) -> Stretch:
    return desk.stretch(title, if_when=f"{title} begins", then_do="I breathe", **fields)


def from_the_page(desk: Desk, keys: Keys, stretch: Stretch) -> CheckInSheet:
    desk.show(stretch)
    desk.page.activateWindow()
    desk.page.rows.setFocus()
    keys.press(KEY.Key_Return, ctrl=True)
    return keys.sheet()


def test_five_keys_from_the_page_to_a_saved_check_in(desk: Desk, keys: Keys) -> None:
    talk = planned(desk, "Talk")
    from_the_page(desk, keys, talk)
    keys.press(KEY.Key_Space, KEY.Key_Tab, KEY.Key_4, KEY.Key_Return)
    (note,) = desk.notes(talk)
    assert (note.plan_used, note.confidence) == (PlanUse.YES, 4)
    assert none_open(CheckInSheet)
    assert keys.count == 5


def test_seven_keys_with_a_measure(desk: Desk, keys: Keys) -> None:
    talk = planned(desk, "Talk", measure="Minutes", baseline=0.0, target=10.0)
    from_the_page(desk, keys, talk)
    keys.press(KEY.Key_Space, KEY.Key_Tab, KEY.Key_8, KEY.Key_Tab, KEY.Key_4, KEY.Key_Return)
    (note,) = desk.notes(talk)
    assert (note.plan_used, note.value, note.confidence) == (PlanUse.YES, 8, 4)
    assert keys.count == 7


def test_enter_in_the_note_is_a_new_line(desk: Desk, keys: Keys) -> None:
    talk = desk.stretch("Talk")
    sheet = from_the_page(desk, keys, talk)
    keys.press(KEY.Key_Tab, KEY.Key_A, KEY.Key_Return, KEY.Key_B)
    assert sheet.form.note.toPlainText() == "a\nb"
    keys.press(KEY.Key_Return, ctrl=True)
    assert [note.note for note in desk.notes(talk)] == ["a\nb"]


@pytest.mark.parametrize(
    ("kind", "pressed", "said"),
    [
        (MeasureKind.NUMBER, (KEY.Key_3,), "3"),
        (MeasureKind.COUNT, (KEY.Key_Tab, KEY.Key_Space), "1"),
        (MeasureKind.YES_NO, (KEY.Key_Space,), "Yes"),
        (MeasureKind.RATING, (KEY.Key_3,), "3 of 5"),
    ],
)
def test_a_value_is_given_in_the_way_of_its_kind(
    desk: Desk, keys: Keys, kind: MeasureKind, pressed: tuple[Qt.Key, ...], said: str
) -> None:
    talk = desk.stretch("Talk", measure="How it went", measure_kind=kind)
    sheet = from_the_page(desk, keys, talk)
    assert sheet.form._last_value() == ""
    keys.press(*pressed)
    keys.press(KEY.Key_Return, ctrl=True)
    assert [note.value for note in desk.notes(talk)] == [3.0 if said[0] == "3" else 1.0]
    desk.page.acts.check_in(talk.id)
    again = opened(CheckInSheet)
    assert again.form._last_value() == f"{said} on 20 May"
    again.reject()


def test_the_last_rating_is_named_and_an_earlier_check_in_is_not_its_own_last(
    desk: Desk,
) -> None:
    talk = desk.stretch("Talk")
    first, second = desk.checked_in(talk, 2, 3)
    desk.show(talk)
    desk.page.acts.check_in(talk.id)
    sheet = opened(CheckInSheet)
    assert sheet.form._last_rating() == "3 on 20 May"
    sheet.reject()
    desk.page.acts.check_in(talk.id, second.id)
    sheet = opened(CheckInSheet)
    assert sheet.form._last_rating() == "2 on 13 May"
    sheet.reject()
    assert first.day == TODAY - timedelta(weeks=1)


def test_a_week_is_checked_in_on_by_keyboard_alone(desk: Desk, keys: Keys) -> None:
    """J3: each stretch goal that is due, its plan shown again, in four keys each."""
    due = TODAY - timedelta(days=7)
    talk, review = planned(desk, "Talk", commit_day=TODAY), planned(desk, "Review")
    fresh, closed = planned(desk, "Fresh"), planned(desk, "Closed", state=StretchState.TRIED)
    goals.check_in(desk.vault, CheckIn(goal=talk.id, day=due, confidence=2))
    goals.check_in(desk.vault, CheckIn(goal=fresh.id, day=due + timedelta(days=1), confidence=2))
    desk.page.activateWindow()
    desk.page.arrive(Destination("stretch", act="review"))
    sheet = keys.sheet()
    assert sheet.accessibleName() == "Weekly check-in, Talk, 1 of 2"
    assert sheet.form.used.first().hasFocus()
    keys.press(KEY.Key_Space, KEY.Key_Tab, KEY.Key_3, KEY.Key_Return)
    assert sheet.accessibleName() == "Weekly check-in, Review, 2 of 2"
    assert sheet.form.used.first().hasFocus()
    keys.press(KEY.Key_Right, KEY.Key_Tab, KEY.Key_4, KEY.Key_Return)
    assert none_open(CheckInSheet)
    assert [note.confidence for note in desk.notes(talk)] == [2, 3]
    (note,) = desk.notes(review)
    assert (note.plan_used, note.confidence) == (PlanUse.NOT_THIS_TIME, 4)
    assert len(desk.notes(fresh)) == 1
    assert desk.notes(closed) == []
    assert desk.said == [("2 check-ins saved", False)]
    assert keys.count == 8
    desk.vault.undo()
    assert desk.notes(review) == []


def test_skipping_keeps_what_was_typed_and_enter_passes_over_what_was_not(desk: Desk) -> None:
    first, second, third = (desk.stretch(title) for title in ("A", "B", "C"))
    desk.page.acts.review()
    sheet = opened(CheckInSheet)
    sheet.form.note.setPlainText("Half a")
    sheet.skip.click()
    sheet.submit()
    sheet.form.rating.set_value(3)
    sheet.submit()
    assert [len(desk.notes(each)) for each in (first, second, third)] == [0, 0, 1]
    assert desk.said == [("1 check-in saved", False)]
    desk.page.acts.check_in(first.id)
    again = opened(CheckInSheet)
    assert again.form.note.toPlainText() == "Half a"
    again.reject()
    assert desk.vault.read.draft(f"check-in.{second.id}") is None


def test_a_lock_in_the_middle_keeps_what_is_typed_and_what_is_saved(desk: Desk) -> None:
    first, second = desk.stretch("A"), desk.stretch("B")
    desk.page.acts.review()
    sheet = opened(CheckInSheet)
    sheet.form.rating.set_value(3)
    sheet.submit()
    sheet.form.note.setPlainText("Half a")
    desk.page.save()
    sheet.close()
    assert len(desk.notes(first)) == 1
    assert "Half a" in (desk.vault.read.draft(f"check-in.{second.id}") or "")
    desk.page.acts.review()
    again = opened(CheckInSheet)
    assert again.view.stretch.title == "B"
    assert again.form.note.toPlainText() == "Half a"
    again.reject()


def test_where_nothing_is_due_that_is_said(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.checked_in(talk, 3)
    desk.page.review.click()
    assert none_open(CheckInSheet)
    assert desk.said == [("Nothing to check in on before next week", False)]


def test_every_sheet_is_freed_when_it_closes(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.stretch("Talk")
    desk.show(talk)
    acts, support = desk.page.acts, desk.page.detail.support
    sheets: list[tuple[Callable[[], object], type[Form]]] = [
        (acts.new, StretchSheet),
        (lambda: acts.check_in(talk.id), CheckInSheet),
        (acts.review, CheckInSheet),
        (lambda: acts.close(talk), CloseStretch),
        (lambda: acts.add_attempt(talk), AttemptSheet),
        (support.ask, SupportSheet),
    ]
    for open_sheet, kind in sheets:
        open_sheet()
        sheet = opened(kind)
        sheet.reject()
        qtbot.waitUntil(partial(_is_freed, sheet))
        assert desk.vault.read.rows("SELECT name FROM draft") == []


def _is_freed(sheet: Form) -> bool:
    return not shiboken6.isValid(sheet)
