"""The support map: its table and its list, what its cells do, and what it suggests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.cycles import Person, Relation
from app.domain.goals import Goal
from app.domain.ids import NO_ID, Kind
from app.domain.support import SupportState
from tests.ui.people_desk import TODAY, Desk, menu_words
from tests.ui.stretch_desk import CTRL, KEY, choose, opened, press
from tests.vaults import new_vault
from ui.context import Destination
from ui.people.ask_form import AskForm
from ui.people.map_model import MapModel
from ui.people.person_form import PersonForm
from ui.theme import ThemeSource

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


@pytest.fixture
def filled(desk: Desk) -> tuple[Desk, Person, Person, Goal]:
    """Ruth can help with the one need, Priya was asked for the other."""
    ruth, priya, train = desk.everybody()
    return desk, ruth, priya, train


def words(model: MapModel) -> list[list[str]]:
    """What the rows of the table show, headings by themselves."""
    rows = []
    for row in range(model.rowCount()):
        cells = [model.index(row, column).data() for column in range(model.columnCount())]
        rows.append([str(cell) for cell in cells if cell is not None])
    return rows


def spoken(index: QModelIndex) -> str:
    return str(index.data(SPOKEN))


def focus(desk: Desk) -> None:
    """Go to the table by key."""
    desk.page.map.table.setFocus(Qt.FocusReason.TabFocusReason)


# What it shows


def test_what_nobody_covers_comes_first_and_people_in_a_cell_before_others(
    filled: tuple[Desk, Person, Person, Goal], qtmodeltester: ModelTester
) -> None:
    desk, *_ = filled
    desk.person("Adam", Relation.MENTOR)
    cells = desk.page.map.table.cells
    qtmodeltester.check(cells)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    assert words(cells) == [
        ["Not covered yet"],
        ["Handing work over", "Can help", "", ""],
        ["Asked"],
        ["Planning ahead", "", "Asked", ""],
    ]
    across = Qt.Orientation.Horizontal
    assert [cells.headerData(column, across) for column in range(4)] == [
        "Need, and the goal behind it",
        "Ruth Adeyemi, mentor",
        "Priya Nair, manager",
        "Adam, mentor",
    ]


def test_cells_are_sentences_for_whoever_hears_them(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, *_ = filled
    cells = desk.page.map.table.cells
    assert spoken(cells.index(0, 0)) == "Not covered yet: 1"
    assert [spoken(cells.index(1, column)) for column in range(3)] == [
        "Handing work over, Delegate the release train, Not covered yet",
        "Handing work over: Ruth Adeyemi can help",
        "Handing work over: Priya Nair was not asked",
    ]
    table = QAccessible.queryAccessibleInterface(desk.page.map.table)
    assert table.role() is QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Support map"


def test_a_need_of_several_goals_says_how_many(desk: Desk) -> None:
    desk.person("Ruth")
    for title, day in (("Second", 20), ("First", 10), ("Third", 30)):
        desk.goal(title, "delegating", due=date(2026, 6, day))
    said = spoken(desk.page.map.table.cells.index(1, 0))
    assert said == "Handing work over, First and 2 more goals, Not covered yet"


def test_the_map_as_text(filled: tuple[Desk, Person, Person, Goal]) -> None:
    desk, *_ = filled
    choose(desk.page.map.menu(), "Copy as text")
    assert QGuiApplication.clipboard().text() == (
        "Need, and the goal behind it\tRuth Adeyemi, mentor\tPriya Nair, manager\n"
        "Handing work over\tCan help\t\nPlanning ahead\t\tAsked"
    )
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    assert desk.said == [("Support map copied", False)]


def test_without_a_need_the_way_leads_to_the_plan(desk: Desk) -> None:
    desk.person("Ruth")
    desk.goal("Without competencies")
    desk.show_map()
    view = desk.page.map
    assert not view.table.isVisible()
    assert not view.suggestion.isVisible()
    view.first_focus().click()  # type: ignore[attr-defined] # it is a button here
    assert desk.sent == [Destination("plan")]


# By key


def test_the_whole_map_is_gone_through_and_acted_on_by_keys(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, priya, train = filled
    desk.page.rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(desk.page.rows, KEY.Key_Home, KEY.Key_Return)
    table = desk.page.map.table
    assert desk.page.window().focusWidget() is table
    assert spoken(table.currentIndex()).startswith("Handing work over, ")
    press(table, KEY.Key_Right)
    assert spoken(table.currentIndex()) == "Handing work over: Ruth Adeyemi can help"
    press(table, KEY.Key_Return)
    form = opened(AskForm)
    assert (form.text("person"), form.text("competency")) == (ruth.id, "delegating")
    assert form.text("goal") == train.id
    form.put("title", "Look over my list")
    form.submit()
    assert spoken(table.currentIndex()) == "Handing work over: Ruth Adeyemi was asked"
    press(table, KEY.Key_Down, KEY.Key_Right)
    assert spoken(table.currentIndex()) == "Planning ahead: Priya Nair was asked"
    press(table, KEY.Key_Return)
    menu = opened(QMenu)
    assert menu_words(menu) == ["Agreed", "Not this time", "Show Priya", "Show Plan ahead"]
    choose(menu, "Agreed")
    assert spoken(table.currentIndex()) == "Planning ahead: Priya Nair is helping"
    assert [each.state for each in desk.supports() if each.person == priya.id] == [
        SupportState.AGREED
    ]


def test_arrows_go_over_headings_and_stop_at_the_edges(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, *_ = filled
    focus(desk)
    table = desk.page.map.table

    def at() -> tuple[int, int]:
        return table.currentIndex().row(), table.currentIndex().column()

    seen = []
    for key in (KEY.Key_Up, KEY.Key_Left, KEY.Key_Down, KEY.Key_Down, KEY.Key_End, KEY.Key_Right):
        press(table, key)
        seen.append(at())
    assert seen == [(1, 0), (1, 0), (3, 0), (3, 0), (3, 2), (3, 2)]
    QTest.keyClick(table, KEY.Key_Home, CTRL)
    assert at() == (1, 0)
    QTest.keyClick(table, KEY.Key_End, CTRL)
    assert at() == (3, 2)


def test_left_and_right_follow_the_screen(filled: tuple[Desk, Person, Person, Goal]) -> None:
    desk, *_ = filled
    table = desk.page.map.table
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    focus(desk)
    press(table, KEY.Key_Left)
    assert table.currentIndex().column() == 1
    table.grab()


def test_enter_on_a_need_shows_its_goal_or_offers_them(desk: Desk) -> None:
    desk.person("Ruth", can_help=("delegating",))
    goal = desk.goal("First", "delegating", due=date(2026, 6, 1))
    desk.show_map()
    focus(desk)
    press(desk.page.map.table, KEY.Key_Return)
    assert desk.sent == [Destination("plan", goal.id, Kind.GOAL)]
    desk.goal("Second", "delegating")
    press(desk.page.map.table, KEY.Key_Return)
    assert menu_words(opened(QMenu)) == [
        "Ask Ruth",
        "Ask someone else",
        "Show First",
        "Show Second",
    ]


def test_where_nothing_is_known_enter_asks_all_the_same(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, _, priya, _ = filled
    focus(desk)
    press(desk.page.map.table, KEY.Key_End, KEY.Key_Return)
    form = opened(AskForm)
    assert (form.text("person"), form.text("competency")) == (priya.id, "delegating")
    form.reject()


def test_the_menu_key_offers_what_a_cell_can_do(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, _ = filled
    focus(desk)
    press(desk.page.map.table, KEY.Key_Right, KEY.Key_Menu)
    menu = opened(QMenu)
    assert menu_words(menu) == ["Ask Ruth", "Show Ruth", "Show Delegate the release train"]
    choose(menu, "Show Ruth")
    assert desk.sent == [Destination("people", ruth.id, Kind.PERSON)]


def test_an_ampersand_in_a_title_is_no_key_of_a_menu(desk: Desk) -> None:
    """Two of them are one on the screen; one alone would underline what follows it."""
    desk.person("R&D", can_help=("delegating",))
    desk.goal("Plan Q&A", "delegating")
    focus(desk)
    press(desk.page.map.table, KEY.Key_Right, KEY.Key_Menu)
    assert menu_words(opened(QMenu)) == ["Ask R&&D", "Show R&&D", "Show Plan Q&&A"]


def test_not_this_time_can_be_taken_back(filled: tuple[Desk, Person, Person, Goal]) -> None:
    desk, _, priya, _ = filled
    focus(desk)
    table = desk.page.map.table
    press(table, KEY.Key_Down, KEY.Key_End, KEY.Key_Return)
    choose(opened(QMenu), "Not this time")
    assert desk.said == [("Not this time", True)]
    assert [each.state for each in desk.supports()] == [SupportState.DECLINED]
    assert table.cells.cell(table.currentIndex()) is None
    desk.vault.undo()
    assert [each.state for each in desk.supports()] == [SupportState.ASKED]
    cell = table.cells.cell(table.currentIndex())
    assert cell is not None
    assert cell.person == priya.id


def test_the_current_cell_stays_with_its_need_and_person(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, _, _, train = filled
    focus(desk)
    table = desk.page.map.table
    press(table, KEY.Key_Down, KEY.Key_End)
    desk.asked(train, desk.person("Adam"), SupportState.AGREED)
    assert spoken(table.currentIndex()) == "Planning ahead: Priya Nair was asked"


# Many people, little room


def test_of_many_people_as_many_as_fit_are_shown_beside_the_needs(desk: Desk) -> None:
    for number in range(20):
        desk.person(f"Person {number:02}", can_help=("delegating",))
    desk.goal("Goal", "delegating")
    desk.show_map()
    view, table = desk.page.map, desk.page.map.table
    first, last = table.window_of_people()
    assert (first, view.turning.isVisible()) == (1, True)
    assert 4 <= last < 20
    assert view.turning.words.text() == f"1 to {last} of 20 people"
    assert not view.turning.before.isEnabled()
    assert not table.horizontalScrollBar().isVisible()
    widths = [table.columnWidth(c) for c in range(21) if not table.isColumnHidden(c)]
    assert sum(widths) <= table.viewport().width()
    focus(desk)
    press(table, KEY.Key_End)
    assert table.window_of_people()[1] == 20
    assert not table.isColumnHidden(0)
    assert not view.turning.after.isEnabled()
    view.turning.before.click()
    assert table.window_of_people()[1] < 20


@pytest.mark.parametrize(("width", "scale"), [(960, 1.2), (1280, 2.0)])
def test_where_a_table_does_not_fit_needs_say_their_people_in_words(
    filled: tuple[Desk, Person, Person, Goal], look: ThemeSource, width: int, scale: float
) -> None:
    desk, ruth, _, _ = filled
    look.choose_scale(scale)
    desk.page.resize(width, 800)
    desk.show_map()
    view = desk.page.map
    assert view.needs.isVisible()
    assert not view.table.isVisible()
    needs = view.needs.needs
    assert [needs.index(at, 0).data(SPOKEN) for at in range(4)] == [
        "Not covered yet, 1",
        "Handing work over, Delegate the release train, Ruth can help",
        "Asked, 1",
        "Planning ahead, Plan ahead, Priya was asked",
    ]
    view.needs.setFocus(Qt.FocusReason.TabFocusReason)
    view.needs.setCurrentIndex(needs.index(1, 0))
    press(view.needs, KEY.Key_Return)
    choose(opened(QMenu), "Ask Ruth")
    assert opened(AskForm).text("person") == ruth.id
    opened(AskForm).reject()


def test_the_list_of_needs_keeps_its_rows(
    filled: tuple[Desk, Person, Person, Goal], look: ThemeSource, qtmodeltester: ModelTester
) -> None:
    desk, *_ = filled
    look.choose_scale(2.0)
    desk.show_map()
    needs = desk.page.map.needs.needs
    assert needs.rowCount() == 4
    qtmodeltester.check(needs)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    assert needs.flags(needs.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    desk.goal("Speak", "public-speaking")
    assert needs.index(2, 0).data() == "Speaking to groups"
    assert needs.index(2, 0).data(SPOKEN) == "Speaking to groups, Speak, Nobody yet"


def test_with_room_again_the_table_shows_what_has_changed_meanwhile(
    filled: tuple[Desk, Person, Person, Goal], look: ThemeSource
) -> None:
    desk, *_ = filled
    look.choose_scale(2.0)
    desk.show_map()
    desk.goal("Speak", "public-speaking")
    look.choose_scale(1.0)
    assert desk.page.map.table.isVisible()
    assert desk.page.map.table.cells.row_of("public-speaking") == 2


# What it suggests


def test_the_card_says_whom_to_ask_next_and_asks_them(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, _ = filled
    desk.show_map()
    card = desk.page.map.suggestion
    said = "Nobody covers Handing work over yet. Ruth knows it; you last spoke on 8 May."
    assert card.words.text() == said
    assert card.ask.text() == "Ask Ruth"
    QTest.keyClick(desk.page.map.table, KEY.Key_Return, CTRL)
    assert opened(AskForm).text("person") == ruth.id
    opened(AskForm).reject()
    desk.page.acts.spoke_today(ruth.id)
    assert card.words.text().endswith("Ruth knows it; you spoke today.")


def test_where_nobody_knows_it_the_card_asks_who_might(desk: Desk) -> None:
    desk.person("Ruth")
    desk.goal("Goal", "delegating")
    desk.show_map()
    card = desk.page.map.suggestion
    assert card.words.text() == "Nobody you listed knows Handing work over. Who might?"
    card.ask.click()
    opened(PersonForm).reject()


def test_the_card_goes_once_everything_was_asked_for(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, train = filled
    desk.asked(train, ruth, SupportState.ASKED)
    desk.show_map()
    assert not desk.page.map.suggestion.isVisible()
    desk.page.map.press_primary()
    assert opened(AskForm).text("competency") == ""
    opened(AskForm).reject()


# Asking


def test_the_words_follow_what_is_asked_and_carry_nothing_else(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, _ = filled
    desk.page.acts.revise(ruth.id, safety=1, safety_note="careful", note="slow")
    desk.show_map()
    desk.page.map.press_primary()
    form = opened(AskForm)
    form.put("title", "Look over my list")
    text = form.words.toPlainText()
    assert text.startswith("Hello Ruth,")
    assert "Look over my list" in text
    for private in ("Delegate", "Handing", "careful", "slow", "Adeyemi", "1"):
        assert private not in text
    form.reject()


def test_another_template_changes_the_words_and_a_key_brings_them_back(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, *_ = filled
    desk.page.acts.ask()
    form = opened(AskForm)
    form.words.setPlainText("My own words")
    form.put("title", "A")
    assert form.words.toPlainText() == "My own words"
    template = form.fields["template"].editor
    template.set_value("ask-feedback")  # type: ignore[attr-defined] # a choice
    template.picked.emit("ask-feedback")  # type: ignore[attr-defined] # as above
    assert form.words.toPlainText().startswith("Hello Ruth,")
    assert form.feedback.isChecked()
    form.words.undo()
    assert form.words.toPlainText() == "My own words"
    form.reject()


def test_the_words_are_copied_and_kept_out_of_histories(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, *_ = filled
    desk.page.acts.ask()
    form = opened(AskForm)
    form.copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == form.words.toPlainText()
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    clipboard.clear()
    form.reject()


def test_asking_is_kept_as_asked_today_and_can_be_undone(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, train = filled
    desk.show_map()
    desk.page.map.press_primary()
    form = opened(AskForm)
    form.submit()
    assert form.fields["title"].error == "Say what you ask for, in a few words."
    form.put("title", "Look over my list")
    form.feedback.setChecked(True)
    form.submit()
    new = next(each for each in desk.supports() if each.person == ruth.id)
    assert (new.title, new.state, new.day) == ("Look over my list", SupportState.ASKED, TODAY)
    assert (new.goal, new.competency, new.feedback) == (train.id, "delegating", True)
    assert desk.said == [("Asked Ruth today", True)]
    desk.vault.undo()
    assert not [each for each in desk.supports() if each.person == ruth.id]


def test_what_was_noted_to_ask_is_asked_and_not_noted_twice(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, ruth, _, train = filled
    noted = desk.asked(train, ruth, SupportState.WANTED, "Walk through it once")
    desk.show_map()
    desk.page.map.press_primary()
    form = opened(AskForm)
    assert form.text("title") == "Walk through it once"
    assert "Walk through it once" in form.words.toPlainText()
    form.submit()
    (asked,) = (each for each in desk.supports() if each.person == ruth.id)
    assert (asked.id, asked.state) == (noted.id, SupportState.ASKED)


def test_what_was_typed_comes_back_when_one_asks_the_same_again(
    filled: tuple[Desk, Person, Person, Goal],
) -> None:
    desk, *_ = filled
    desk.page.acts.ask()
    form = opened(AskForm)
    form.put("title", "Something")
    form.words.setPlainText("My own words")
    form.feedback.setChecked(True)
    form.put("goal", NO_ID)
    form.reject()
    desk.page.acts.ask()
    again = opened(AskForm)
    assert (again.text("title"), again.words.toPlainText()) == ("Something", "My own words")
    assert again.feedback.isChecked()
    again.put("title", "Something else")
    assert again.words.toPlainText() == "My own words"
    again.reject()
