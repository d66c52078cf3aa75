from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from app.domain.worddiff import Fate, Piece
from ui.theme import ThemeSource
from ui.widgets.changed_words import ChangedWords

pytestmark = pytest.mark.qt
KEPT, DELETED, INSERTED = Fate.KEPT, Fate.DELETED, Fate.INSERTED


def shown(qtbot: QtBot, *parts: tuple[Fate, str]) -> ChangedWords:
    label = ChangedWords([Piece(fate, text) for fate, text in parts])
    qtbot.addWidget(label)
    return label


def test_what_was_replaced_stands_apart_from_what_replaces_it(
    qtbot: QtBot, look: ThemeSource
) -> None:
    assert look
    label = shown(qtbot, (DELETED, "2"), (INSERTED, "3"), (KEPT, " teams\n\n\nnow"))
    assert label.text() == "2 3 teams\nnow"
    assert shown(qtbot, (DELETED, "2 "), (INSERTED, "3")).text() == "2 3"


def test_it_differs_by_more_than_colour_and_is_said_in_sentences(
    qtbot: QtBot, look: ThemeSource
) -> None:
    assert look
    label = shown(qtbot, (KEPT, "I\n"), (DELETED, "went quiet"), (INSERTED, "spoke\nup"))
    second = label._formats("went quiet spoke", 2)
    assert [(each.start, each.length) for each in second] == [(0, 10), (11, 5)]
    struck, underlined = (each.format for each in second)
    assert struck.fontStrikeOut()
    assert underlined.fontUnderline()
    assert underlined.fontWeight() == QFont.Weight.DemiBold
    third = label._formats("up", 19)
    assert [(each.start, each.length) for each in third] == [(0, 2)]
    assert label.accessibleName() == "Deleted: went quiet. Inserted: spoke up."
