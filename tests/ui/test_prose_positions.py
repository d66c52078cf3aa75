"""Characters and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.widgets.prose_positions import Positions

TEXTS = st.text("aé🔒👩🏽‍🚀日本שלום\u0301 ", max_size=40)


def test_an_emoji_is_two_units() -> None:
    positions = Positions("é🔒b")

    assert [positions.unit(character) for character in range(4)] == [0, 1, 3, 4]
    assert [positions.character(unit) for unit in (0, 1, 3, 4)] == [0, 1, 2, 3]


@given(TEXTS, st.data())
def test_qt_selects_the_characters_python_means(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    positions = Positions(text)

    cursor.setPosition(positions.unit(start))
    cursor.setPosition(positions.unit(end), QTextCursor.MoveMode.KeepAnchor)

    assert cursor.selectedText() == text[start:end]
    assert positions.character(positions.unit(end)) == end
