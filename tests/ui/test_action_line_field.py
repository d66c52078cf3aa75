"""The action line shows what it understood before Enter takes it, and asks where it is unclear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.action_desk import ActionDesk
from tests.ui.stretch_desk import opened
from tests.vaults import new_vault
from ui.actions.line import ActionLineField, TypedAction

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
FRIDAY = date(2026, 5, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ActionDesk]:
    made = ActionDesk(new_vault(tmp_path / "a.greenroom"))
    yield made
    made.vault.close()


@pytest.fixture
def line(desk: ActionDesk, qtbot: QtBot) -> ActionLineField:
    made = ActionLineField(desk.context)
    qtbot.addWidget(made)
    made.resize(400, 80)
    made.begin("line", desk.ruth.id)
    made.show()
    return made


def taken(line: ActionLineField) -> list[TypedAction]:
    found: list[TypedAction] = []
    line.added.connect(found.append)
    return found


def test_what_is_understood_is_shown_before_it_is_taken(
    desk: ActionDesk, line: ActionLineField
) -> None:
    found = taken(line)
    QTest.keyClicks(line.field, "@Ruth introduce me to the design lead by Fri")
    assert line.words.text() == "introduce me to the design lead"
    assert (line.who.text(), line.due.text()) == ("Ruth", "Fri 22 May")
    assert line.field.accessibleDescription() == (
        "introduce me to the design lead, Ruth, due Fri 22 May, Enter adds it."
    )
    assert found == []
    QTest.keyClick(line.field, KEY.Key_Return)
    assert found == [TypedAction("introduce me to the design lead", desk.ruth.id, FRIDAY)]
    assert line.field.text() == ""
    assert not line.words.isVisible()


def test_without_a_mention_it_is_mine(line: ActionLineField) -> None:
    found = taken(line)
    QTest.keyClicks(line.field, "Name the missed handoffs")
    assert (line.who.text(), line.due.isVisible()) == ("You", False)
    QTest.keyClick(line.field, KEY.Key_Enter)
    assert [(each.words, each.person, each.due) for each in found] == [
        ("Name the missed handoffs", "", None)
    ]


def test_without_words_nothing_is_added(line: ActionLineField) -> None:
    found = taken(line)
    QTest.keyClicks(line.field, "@Ruth by Fri")
    QTest.keyClick(line.field, KEY.Key_Return)
    assert found == []
    assert line.field.text() == "@Ruth by Fri"


def test_a_name_that_two_people_have_is_asked_about(
    desk: ActionDesk, line: ActionLineField
) -> None:
    other = desk.person("Jun Li")
    line.begin("line", desk.ruth.id)
    found = taken(line)
    QTest.keyClicks(line.field, "@Jun call")
    assert line.who.text() == "Which Jun?"
    QTest.keyClick(line.field, KEY.Key_Return)
    menu = opened(QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Jun Li",
        "Jun Castellane",
        "It is mine; the name is a word",
    ]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert other.id != desk.jun.id
    assert [(each.words, each.person) for each in found] == [("call", desk.jun.id)]


def test_somebody_new_can_be_added_with_it(line: ActionLineField) -> None:
    found = taken(line)
    QTest.keyClicks(line.field, "@Zoe & send it")
    QTest.keyClick(line.field, KEY.Key_Return)
    QTest.keyClick(opened(QMenu), KEY.Key_Return)
    assert found[0].newcomer is not None
    assert (found[0].words, found[0].newcomer.name) == ("& send it", "Zoe")


def test_a_mention_can_be_kept_as_a_word(line: ActionLineField) -> None:
    QTest.keyClicks(line.field, "@Zoe is a brand")
    QTest.keyClick(line.field, KEY.Key_Return)
    QTest.keyClick(opened(QMenu), KEY.Key_Up)
    QTest.keyClick(opened(QMenu), KEY.Key_Return)
    assert line.field.text() == "\\@Zoe is a brand"
    assert (line.words.text(), line.who.text()) == ("@Zoe is a brand", "You")


def test_what_was_typed_comes_back_where_it_was_typed(
    desk: ActionDesk, line: ActionLineField
) -> None:
    QTest.keyClicks(line.field, "Half a thought")
    line.begin("other")
    assert line.field.text() == ""
    assert desk.vault.read.draft("line") == "Half a thought"
    line.begin("line")
    assert line.field.text() == "Half a thought"
    QTest.keyClick(line.field, KEY.Key_Return)
    assert desk.vault.read.draft("line") is None
