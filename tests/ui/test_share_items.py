"""Choosing what leaves: suggestions, what somebody got last time, changes, days and order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal
from app.domain.packs import Pack, PackType
from tests.ui.share_desk import GOAL, ShareDesk
from tests.vaults import NOON
from ui.share.days_choice import ALL, CYCLE, MONTHS, OWN
from ui.share.items_rows import RowKind, State

pytestmark = pytest.mark.qt
DAY = NOON.day
ALT = Qt.KeyboardModifier.AltModifier
SPRING = Cycle(
    title="Spring", start=date(2026, 3, 2), middle=date(2026, 4, 13), end=date(2026, 5, 29)
)
BRING = Entry(
    title="Planning day", body="I went quiet.", energy=2, bring=True,
    at=NOON.at, offset=NOON.offset, day=DAY,
)  # fmt: skip
OLD = Entry(title="Old page", body="Long ago.", at=1, day=date(2025, 1, 1))
DONE = Experience(title="Rotation", did="Answered.", outcome="Kept.", start=date(2026, 3, 2))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path, SPRING, BRING, OLD, DONE)
    qtbot.addWidget(made.page)
    yield made
    made.close()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def chosen(desk: ShareDesk) -> list[str]:
    return [each.title for each in desk.flow.draft.chosen]


def on_paper(desk: ShareDesk) -> list[str]:
    return [each.record.title for each in desk.flow.draft.source.chosen]


# Suggestions


def test_suggestions_stand_on_top_and_are_not_ticked(desk: ShareDesk) -> None:
    desk.begin()
    assert desk.titles()[:3] == ["Suggested for a progress summary", "Delegate", "Planning day"]
    assert not any(row.ticked for row in desk.rows())
    assert desk.pack().items == ()
    assert desk.titles().count("Delegate") == 1


def test_one_button_ticks_the_suggestions_of_the_type_with_its_fields(desk: ShareDesk) -> None:
    desk.begin(PackType.SPONSOR)
    assert desk.titles()[0] == "Suggested for a sponsor brief"
    desk.flow.items.suggest.click()
    assert chosen(desk) == ["Delegate", "Rotation", "Experience mix", "Goals by state"]
    assert desk.pack().items[0].fields == ("support",)
    assert not desk.flow.items.suggest.isVisible()


def test_what_a_type_does_not_list_is_one_row_away(desk: ShareDesk) -> None:
    desk.begin(PackType.SPONSOR)
    assert "Planning day" not in desk.titles()
    assert desk.rows()[-1].kind is RowKind.REST
    assert desk.rows()[-1].words == "2 items"
    desk.press("List everything else")
    assert "Planning day" in desk.titles()
    assert RowKind.REST not in {row.kind for row in desk.rows()}


def test_the_filter_looks_through_everything(desk: ShareDesk) -> None:
    desk.begin(PackType.AGREEMENT)
    desk.flow.items.filter.setText("planning")
    assert desk.titles() == ["Journal", "Planning day"]


# Last time


def test_nobody_got_anything_so_there_is_nothing_to_repeat(desk: ShareDesk) -> None:
    desk.begin()
    assert not desk.flow.items.again.isVisible()
    assert desk.row("Delegate").words == "Private"


def test_another_button_ticks_what_they_got_last_time(desk: ShareDesk) -> None:
    pack = Pack(recipient=desk.ruth.id).with_item(desk.titled("Planning day").choice(("body",)))
    desk.sent(pack.with_item(desk.titled("Delegate").choice(("why", "support"))))
    desk.begin(PackType.OWN)
    assert desk.row("Delegate").state is State.GOT
    assert desk.row("Delegate").words == "Ruth got it"
    assert desk.flow.items.again.text() == "Tick what Ruth got last time"
    desk.flow.items.again.click()
    fields = {each.record.title: each.fields for each in desk.flow.draft.source.chosen}
    assert fields == {"Delegate": ("why", "support"), "Planning day": ("body",)}
    assert not desk.flow.items.again.isVisible()


def test_what_is_never_offered_is_not_ticked_again(desk: ShareDesk) -> None:
    pack = Pack(recipient=desk.ruth.id)
    desk.sent(pack.with_item(desk.titled("Planning day").choice(("body", "energy"))))
    desk.begin()
    desk.flow.items.again.click()
    assert desk.pack().items[0].fields == ("body",)


def test_what_changed_since_they_got_it_waits_until_it_is_looked_at(
    desk: ShareDesk, announced: list[str]
) -> None:
    pack = Pack(recipient=desk.ruth.id)
    desk.sent(pack.with_item(desk.titled("Delegate").choice(("why", "support"))))
    desk.later(replace(desk.vault.read.get(Goal, GOAL.id), support="Ask Dev"))
    desk.begin()
    assert desk.row("Delegate").state is State.GOT_OTHER
    assert desk.row("Delegate").words == "Changed since Ruth got it"
    desk.flow.items.again.click()
    assert desk.row("Delegate").state is State.CHANGED
    assert chosen(desk) == []
    desk.press("Delegate")
    assert chosen(desk) == []
    assert announced[-1] == (
        "Changed since you ticked it: Support to ask for. Tick it again to let it leave."
    )
    reading = [(row.title, row.about, row.words) for row in desk.rows()
               if row.kind is RowKind.READS]  # fmt: skip
    assert reading == [
        ("Why", "So that Priya can", ""),
        ("Support to ask for", "Ask Dev", "Changed"),
    ]
    desk.press("Tick it as it reads now")
    assert chosen(desk) == ["Delegate"]


# Changed since it was ticked


def test_a_changed_title_is_told_and_looking_does_not_tick(desk: ShareDesk) -> None:
    desk.begin()
    desk.press("Delegate")
    desk.press("Delegate", Qt.Key.Key_Left)
    desk.later(replace(desk.vault.read.get(Goal, GOAL.id), title="Hand over"))
    assert desk.row("Hand over").words == "Changed, look again"
    desk.press("Hand over", Qt.Key.Key_Right)
    assert [(row.title, row.about, row.words) for row in desk.rows()][2:4] == [
        ("Title", "Hand over", "Changed"),
        ("Why", "So that Priya can", ""),
    ]
    desk.press("Why")
    assert chosen(desk) == []
    desk.press("Hand over", Qt.Key.Key_Left)
    desk.press("Hand over")
    assert chosen(desk) == []
    desk.press("Hand over")
    assert chosen(desk) == ["Hand over"]


# Days


def test_the_days_narrow_what_is_listed_and_keep_what_is_ticked(desk: ShareDesk) -> None:
    desk.begin()
    desk.press("Old page")
    days = desk.flow.items.days
    days.range.set_value(MONTHS)
    days.range.activated.emit(days.range.currentIndex())
    assert (desk.pack().first, desk.pack().last) == (date(2026, 2, 20), DAY)
    assert "Old page" in desk.titles()
    desk.press("Old page")
    assert "Old page" not in desk.titles()
    days.range.set_value(ALL)
    days.range.activated.emit(days.range.currentIndex())
    assert (desk.pack().first, desk.pack().last) == (None, None)
    assert "Old page" in desk.titles()


def test_charts_are_drawn_over_the_days(desk: ShareDesk) -> None:
    desk.begin(PackType.OWN)
    days = desk.flow.items.days
    days.range.set_value(OWN)
    days.range.activated.emit(days.range.currentIndex())
    assert days.first.isVisible()
    for field, day in ((days.first, "2026-03-01"), (days.last, "2026-04-01")):
        field.setText(day)
        field.settle()
    charts = [each.id for each in desk.flow.draft.candidates if each.id.startswith("mix")]
    assert charts == ["mix/2026-03-01/2026-04-01"]
    assert days.range.value() == OWN


def test_the_days_of_the_cycle_are_one_choice(desk: ShareDesk) -> None:
    desk.begin()
    days = desk.flow.items.days
    days.range.set_value(CYCLE)
    days.range.activated.emit(days.range.currentIndex())
    assert (desk.pack().first, desk.pack().last) == (SPRING.start, SPRING.end)
    assert "Old page" not in desk.titles()
    desk.flow.draft.set_days(None, None)
    assert days.range.value() == ALL


def test_days_the_wrong_way_round_are_turned(desk: ShareDesk) -> None:
    desk.begin()
    days = desk.flow.items.days
    days.range.set_value(OWN)
    days.range.activated.emit(days.range.currentIndex())
    days.first.set_day(DAY)
    days.last.setText(str(DAY - timedelta(days=7)))
    days.last.settle()
    assert (desk.pack().first, desk.pack().last) == (DAY - timedelta(days=7), DAY)


# Order


def test_alt_and_an_arrow_move_an_item_on_paper_and_say_where(
    desk: ShareDesk, announced: list[str]
) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    assert on_paper(desk) == ["Delegate", "Planning day"]
    desk.press("Delegate", Qt.Key.Key_Down, ALT)
    assert on_paper(desk) == ["Planning day", "Delegate"]
    assert announced[-1] == "Delegate, 2 of 2 on paper"
    assert desk.flow.items.list.currentIndex() == desk.index("Delegate")
    desk.press("Delegate", Qt.Key.Key_Down, ALT)
    assert on_paper(desk) == ["Planning day", "Delegate"]
    desk.press("Old page", Qt.Key.Key_Up, ALT)
    assert on_paper(desk) == ["Planning day", "Delegate"]
    desk.vault.undo()
    assert on_paper(desk) == ["Delegate", "Planning day"]


def is_seen(desk: ShareDesk, title: str) -> bool:
    rows = desk.flow.items.list
    return rows.viewport().rect().contains(rows.visualRect(desk.index(title)))


def test_what_a_key_unfolds_is_seen(desk: ShareDesk) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    rows = desk.flow.items.list
    rows.setFixedHeight(rows.sizeHintForRow(1) * 5)
    desk.stage.settle()
    rows.setCurrentIndex(desk.index("Planning day"))
    rows.scrollTo(desk.index("Planning day"), QAbstractItemView.ScrollHint.PositionAtBottom)
    desk.press("Planning day", Qt.Key.Key_Right)
    assert is_seen(desk, "Planning day")
    assert is_seen(desk, "More fields")


def test_a_list_that_gets_the_keyboard_shows_where_it_is(desk: ShareDesk) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    rows = desk.flow.items.list
    rows.setFixedHeight(rows.sizeHintForRow(1) * 2)
    desk.stage.settle()
    rows.setCurrentIndex(desk.index("Delegate"))
    desk.flow.items.filter.setFocus()
    rows.scrollToBottom()
    assert not is_seen(desk, "Delegate")
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_seen(desk, "Delegate")


def test_each_pack_begins_at_its_first_item(desk: ShareDesk) -> None:
    rows = desk.begin().items.list
    assert rows.currentIndex() == desk.index("Delegate")
    rows.setCurrentIndex(desk.index("Old page"))
    desk.page.go_home()
    desk.begin()
    assert rows.currentIndex() == desk.index("Delegate")
    rows.setCurrentIndex(QModelIndex())
    desk.flow.items.show_pack()
    assert rows.currentIndex() == desk.index("Delegate")


def test_what_is_chosen_is_listed_in_its_order_on_paper(
    desk: ShareDesk, qtmodeltester: ModelTester
) -> None:
    desk.begin()
    qtmodeltester.check(desk.flow.items.model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    desk.flow.items.suggest.click()
    desk.flow.items.views.setCurrentIndex(0)
    assert desk.titles() == ["In this order on paper", "Delegate", "Planning day"]
    desk.press("Planning day", Qt.Key.Key_Up, ALT)
    assert desk.titles() == ["In this order on paper", "Planning day", "Delegate"]
    assert desk.flow.items.list.currentIndex() == desk.index("Planning day")


def test_a_chosen_item_is_dragged_to_another_place(desk: ShareDesk) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    desk.flow.items.views.setCurrentIndex(0)
    view, first = desk.flow.items.list, desk.index("Delegate")
    start = view.visualRect(first).center()
    end = view.visualRect(desk.index("Planning day")).center() + QPoint(0, 18)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=start)
    for spot in (start + QPoint(0, 30), end):
        QTest.mouseMove(view.viewport(), spot)
    assert view.gap == 2
    QTest.mouseRelease(view.viewport(), left, pos=end)
    assert on_paper(desk) == ["Planning day", "Delegate"]
    assert chosen(desk) == ["Delegate", "Planning day"]


def test_esc_puts_a_dragged_item_back(desk: ShareDesk) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    desk.flow.items.views.setCurrentIndex(0)
    view = desk.flow.items.list
    start = view.visualRect(desk.index("Delegate")).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 60))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.gap == -1
    assert on_paper(desk) == ["Delegate", "Planning day"]


def test_rows_are_not_dragged_while_all_are_listed(desk: ShareDesk) -> None:
    desk.begin()
    desk.flow.items.suggest.click()
    view = desk.flow.items.list
    start = view.visualRect(desk.index("Delegate")).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 60))
    assert view.gap == -1
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))


# Room


def test_where_room_is_short_one_side_has_all_of_it(desk: ShareDesk) -> None:
    desk.begin()
    desk.page.resize(700, 600)
    desk.page.show()
    desk.stage.settle()
    step = desk.flow.items
    assert step.sides.isVisible()
    assert step._pane.width() == step.width()
    step.sides.set_view("pages")
    step._fit()
    desk.stage.settle()
    assert step.preview.width() == step.width()
    desk.page.resize(1100, 700)
    desk.stage.settle()
    assert step._pane.width() < step.width() / 2
    assert step.preview.isVisible()
