from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.domain.goals import Goal, Milestone
from app.domain.ids import Kind
from app.domain.searches import SavedSearch, Sort
from app.errors import AppError
from app.operations import goals, searches
from app.queries.search import Found, find
from app.vault import Vault
from tests.ui.journal_desk import add, opened
from tests.vaults import new_vault
from ui.context import Context, Destination
from ui.jobs import Jobs
from ui.messages import Messages
from ui.search import asking
from ui.search.kinds import ALL, KindTabs
from ui.search.narrowing import DayPopover
from ui.search.page import SearchPage
from ui.search.saved import NamePopover

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The page of search on a small vault of its own."""

    def __init__(self, qtbot: QtBot, vault: Vault) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.jobs = Jobs()
        self.messages = Messages()
        self.context = Context(vault, Library(), self.jobs, self.messages, sample=False)
        self.page = SearchPage(self.context)
        self.page.resize(1068, 800)
        self.went: list[Destination] = []
        self.said: list[str] = []
        self.page.navigate.connect(self.went.append)
        self.messages.toast.connect(lambda words, _: self.said.append(words))
        qtbot.addWidget(self.page)
        self.page.show()

    def search(self, text: str) -> None:
        """Type a search and wait for all of its answer."""
        self.page.frame.box.field.setFocus()
        self.page.frame.box.field.clear()
        QTest.keyClicks(self.page.frame.box.field, text)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked any more."""
        self.qtbot.wait(25)
        self.qtbot.waitUntil(lambda: not self.jobs.busy and not self.page._asking.busy)
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: not self.jobs.busy)

    def rows(self) -> list[str]:
        """What the list shows, headings included; nothing where it is hidden."""
        model = self.page.model
        if self.page.frame.rows.isHidden():
            return []
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def tabs(self) -> list[str]:
        """The kinds offered, with their counts."""
        tabs = self.page.frame.kinds.tabs
        return [tabs.accessibleTabName(place) for place in range(tabs.count())]

    def chips(self) -> list[str]:
        """What the chips say."""
        return [chip.text() for chip in self.page.frame.chips.chips()]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "v.greenroom")
    add(vault, "The release went out", 1, body="Nobody asked me.", tags=("hard",))
    add(vault, "Keyboard", 30, body="On the third release I took it back.")
    add(vault, "Rest", 2)
    goal = goals.add_goal(vault, Goal(title="Delegate the release train"))
    goals.add_milestone(vault, Milestone(title="Sana runs one", goal=goal.id))
    yield vault
    vault.close()


@pytest.fixture
def desk(qtbot: QtBot, look: object, vault: Vault) -> Iterator[Desk]:
    assert look
    desk = Desk(qtbot, vault)
    yield desk
    desk.page.hide()
    desk.jobs.stop()


def test_before_anything_is_typed_it_says_what_it_does(desk: Desk) -> None:
    desk.settle()
    assert desk.rows() == []
    assert desk.page.frame._heading.text() == "Find anything you wrote"
    assert not desk.page.frame.save.isEnabled()
    assert desk.page.frame.save.accessibleDescription() == "Search for something first."


def test_hits_stand_by_kind_with_their_counts(desk: Desk) -> None:
    desk.search("release")
    assert set(desk.rows()) == {
        "Journal",
        "The release went out",
        "Keyboard",
        "Plan",
        "Delegate the release train",
    }
    assert desk.tabs() == ["All, 3", "Journal, 2", "Plan, 1"]
    assert desk.page.frame.rows.accessibleName() == "Search, 3 results"


def test_newest_first_is_one_list_by_date(desk: Desk) -> None:
    desk.search("release")
    desk.page._choose_sort(Sort.NEWEST)
    desk.settle()
    assert desk.rows()[:2] == ["Delegate the release train", "The release went out"]
    assert desk.page.frame.sort.accessibleName() == "Order: Newest first"


def test_a_tab_shows_one_kind_and_keeps_the_box(desk: Desk) -> None:
    desk.search("release")
    tabs = desk.page.frame.kinds.tabs
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    desk.settle()
    assert tabs.view() == "journal"
    assert set(desk.rows()) == {"The release went out", "Keyboard"}
    assert desk.page.frame.box.text() == "release"
    assert desk.tabs() == ["All, 3", "Journal, 2", "Plan, 1"]


def test_a_tab_lies_within_the_kinds_that_the_search_names(desk: Desk) -> None:
    desk.search("release in:goals")
    desk.page.frame.kinds.set_view("plan")
    desk.page._ask()
    desk.settle()
    assert desk.rows() == ["Delegate the release train"]


def test_nothing_found_says_so_without_an_error(desk: Desk) -> None:
    desk.search('xylophone "')
    assert desk.rows() == []
    assert desk.page.frame._heading.text() == 'Nothing found for “xylophone "”'
    assert desk.page.frame._sentence.text() == "Parts of words count. Check the filters."


def test_a_long_query_that_finds_nothing_is_not_said_again_in_full(desk: Desk) -> None:
    desk.search("x" * 300)
    assert len(desk.page.frame._heading.text()) < 120


def test_chips_mirror_the_filters_and_take_them_out(desk: Desk) -> None:
    desk.search("release #hard after:2026-05")
    assert desk.chips() == ["Tag hard", "After 1 May 2026"]
    assert desk.rows()[1:] == ["The release went out"]
    first = desk.page.frame.chips.chips()[0]
    assert first.accessibleName() == "Filter: Tag hard. Delete removes it."
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert desk.page.frame.box.text() == "release after:2026-05"
    assert desk.chips() == ["After 1 May 2026"]
    assert desk.page.focusWidget() is desk.page.frame.chips.chips()[0]
    QTest.keyClick(desk.page.frame.chips.chips()[0], Qt.Key.Key_Delete)
    assert desk.page.focusWidget() is desk.page.frame.chips.add


def test_a_chip_points_at_its_words(desk: Desk) -> None:
    desk.search("release #hard")
    QTest.keyClick(desk.page.frame.chips.chips()[0], Qt.Key.Key_Return)
    assert desk.page.frame.box.field.selectedText() == "#hard"


def test_a_filter_is_added_from_the_menu(desk: Desk) -> None:
    desk.search("release")
    desk.page._narrowing.open_menu(QPoint(0, 0))
    desk.settle()
    menu = next(m for m in desk.page.findChildren(QMenu) if m.isVisible())
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered[:3] == ["Kind", "Tag", "Goal"]
    goal = next(action for action in menu.actions() if action.text() == "Goal").menu()
    assert isinstance(goal, QMenu)
    goal.actions()[0].trigger()
    menu.close()
    assert desk.page.frame.box.text() == 'release goal:"Delegate the release train"'
    assert desk.chips() == ["Goal Delegate the release train"]


def test_a_day_is_asked_for_in_words(desk: Desk) -> None:
    desk.search("release")
    desk.page._narrowing._ask_day("before", "Up to a day...")
    popover = opened(DayPopover)
    QTest.keyClicks(popover.day, "noday")
    QTest.keyClick(popover.day, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert "22 May" in popover._field.error
    popover.day.clear()
    QTest.keyClicks(popover.day, "1 May")
    QTest.keyClick(popover.day, Qt.Key.Key_Return)
    assert desk.page.frame.box.text() == "release before:2026-05-01"


def test_by_keyboard_from_the_box_to_a_hit_and_back(desk: Desk) -> None:
    desk.search("release")
    field, rows = desk.page.frame.box.field, desk.page.frame.rows
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert desk.page.focusWidget() is rows
    assert rows.currentIndex() == desk.page.model.first()
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert desk.page.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClicks(rows, "s")
    assert desk.page.focusWidget() is field
    assert field.text() == "releases"


def test_enter_opens_a_hit_in_its_place_and_back_finds_the_row(desk: Desk) -> None:
    desk.search("keyboard")
    field, rows = desk.page.frame.box.field, desk.page.frame.rows
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    entry = desk.page.model.hits()[0]
    assert desk.went == [Destination("journal", entry.id, Kind.ENTRY, detail="find:keyboard")]
    assert desk.page.first_focus() is rows
    desk.search("rest")
    assert desk.page.first_focus() is field


def test_arriving_with_words_searches_for_them_and_without_keeps_what_was(desk: Desk) -> None:
    desk.page.arrive(Destination("search", detail="#hard"))
    desk.settle()
    assert desk.rows() == ["The release went out"]
    desk.page.arrive(Destination("search"))
    assert desk.page.frame.box.text() == "#hard"
    assert desk.page.where() == Destination("search"), "what was looked for outlives no lock"


def test_a_search_is_saved_under_a_name_and_made_again(desk: Desk) -> None:
    desk.search("release #hard")
    desk.page.frame.save.click()
    popover = opened(NamePopover)
    assert popover.name.text() == "release #hard"
    popover.name.clear()
    popover.save.click()
    assert popover.isVisible()
    assert popover._field.error
    QTest.keyClicks(popover.name, "Where I went quiet")
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    assert desk.said == ["Search saved"]
    side = desk.page.frame.side
    desk.qtbot.waitUntil(
        lambda: (
            side.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
            == ("Where I went quiet, release #hard, 1")
        )
    )
    desk.search("rest")
    side.rows.setCurrentIndex(side.model.index(0))
    QTest.keyClick(side.rows, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.frame.box.text() == "release #hard"


def test_a_saved_search_is_renamed_and_removed(desk: Desk) -> None:
    searches.save(desk.vault, "One", "release", Sort.NEWEST)
    side = desk.page.frame.side
    side.rows.setCurrentIndex(side.model.index(0))
    QTest.keyClick(side.rows, Qt.Key.Key_F2)
    popover = opened(NamePopover)
    QTest.keyClicks(popover.name, "Two")
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    assert side.model.index(0).data() == "Two"
    QTest.keyClick(side.rows, Qt.Key.Key_Delete)
    assert desk.vault.read.all(SavedSearch) == []
    assert desk.said == ["Saved search removed"]
    desk.vault.undo()
    assert side.model.index(0).data() == "Two"


def test_the_next_hits_come_by_scrolling(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(120):
        add(desk.vault, f"Note {number}", number)
    desk.search("note")
    assert "Show all 120 in Journal" in desk.rows()
    desk.page._choose_sort(Sort.NEWEST)
    desk.settle()
    first = desk.rows()[:50]
    bar = desk.page.frame.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
        desk.settle()
    assert len(desk.rows()) == 120
    assert desk.rows()[:50] == first
    monkeypatch.undo()


def test_the_row_that_leads_to_the_rest_shows_its_kind(desk: Desk) -> None:
    for number in range(60):
        add(desk.vault, f"Note {number}", number)
    goals.add_goal(desk.vault, Goal(title="Note it"))
    desk.search("note")
    rows, model = desk.page.frame.rows, desk.page.model
    place = desk.rows().index("Show all 60 in Journal")
    rows.setCurrentIndex(model.index(place))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.frame.kinds.view() == "journal"
    assert len(model.hits()) >= 50


def test_it_says_how_many_were_put_in_order(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def bounded(*given: object, **named: object) -> Found | None:
        answer = find(*given, **named)  # type: ignore[arg-type] # handed through
        return Found(answer.hits, answer.more, ranked=10_000) if answer else None

    monkeypatch.setattr(asking, "find", bounded)
    desk.search("release")
    note = desk.page.frame._note
    assert note.isVisible()
    assert note.text() == (
        "The best of the newest 10,000 come first, older ones follow by date."
    ).replace("10,000", note.text().split()[5])


def test_a_change_is_found_at_once_and_the_current_row_stays(desk: Desk) -> None:
    desk.search("release")
    rows = desk.page.frame.rows
    place = desk.rows().index("Keyboard")
    rows.setCurrentIndex(desk.page.model.index(place))
    add(desk.vault, "Another release")
    desk.settle()
    assert "Another release" in desk.rows()
    assert rows.currentIndex().data() == "Keyboard"


def test_a_vault_that_cannot_be_read_is_said_in_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Found:
        raise AppError

    with monkeypatch.context() as patch:
        patch.setattr(asking, "find", broken)
        desk.search("release")
    assert desk.page.frame.retry.isVisible()
    desk.page.frame.retry.click()
    desk.settle()
    assert "Keyboard" in desk.rows()
    assert not desk.page.frame.retry.isVisible()


def test_nothing_is_asked_while_the_page_is_hidden(desk: Desk) -> None:
    searches.save(desk.vault, "One", "release", Sort.BEST)
    desk.search("release")
    desk.page.hide()
    add(desk.vault, "A release", 1)
    desk.qtbot.wait(400)
    assert not desk.jobs.busy
    assert "A release" not in desk.rows()
    desk.page.show()
    desk.settle()
    assert "A release" in desk.rows()


def test_results_are_said_once_after_the_last_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    desk.search("release")
    desk.qtbot.wait(800)
    monkeypatch.undo()
    assert said == ["3 results"]


def test_kinds_are_a_choice_where_the_tabs_do_not_fit(qtbot: QtBot, look: object) -> None:
    assert look
    kinds, chosen = KindTabs(), []
    qtbot.addWidget(kinds)
    kinds.chosen.connect(lambda: chosen.append(kinds.view()))
    kinds.show_views([(ALL, "All", "9"), ("journal", "Journal", "5"), ("plan", "Plan", "4")])
    kinds.resize(400, 40)
    kinds.show()
    assert kinds.tabs.isVisible()
    kinds.resize(150, 40)
    assert kinds.tabs.isHidden()
    assert kinds.choice.isVisible()
    offered = [kinds.choice.itemText(place) for place in range(kinds.choice.count())]
    assert offered == ["All (9)", "Journal (5)", "Plan (4)"]
    kinds.choice.setFocus()
    QTest.keyClick(kinds.choice, Qt.Key.Key_End)
    assert (kinds.view(), chosen) == ("plan", ["plan"])
    kinds.resize(400, 40)
    assert kinds.tabs.view() == "plan"


def test_what_was_read_stays_when_something_changes(desk: Desk) -> None:
    for number in range(80):
        add(desk.vault, f"Note {number}", number)
    desk.search("note")
    desk.page._choose_sort(Sort.NEWEST)
    desk.settle()
    bar = desk.page.frame.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.settle()
    assert len(desk.rows()) == 80
    add(desk.vault, "Note of today")
    desk.settle()
    assert len(desk.rows()) >= 80


def test_a_long_filter_is_cut_on_its_chip_and_whole_in_its_name(desk: Desk) -> None:
    title = "Delegate " * 12
    desk.search(f'goal:"{title}"')
    chip = desk.page.frame.chips.chips()[0]
    assert len(chip.text()) == 45
    assert title.strip() in chip.toolTip()
    assert title.strip() in chip.accessibleName()


def test_below_its_width_the_side_stands_below_and_is_one_press_away(desk: Desk) -> None:
    searches.save(desk.vault, "One", "release", Sort.BEST)
    frame = desk.page.frame
    assert not frame.jump.isVisible()
    desk.page.resize(800, 700)
    desk.search("release")
    assert frame.stacked
    frame.jump.click()
    assert desk.page.focusWidget() is frame.side.rows
    assert QApplication.activePopupWidget() is None
