"""A comparison as it is shown: told apart by more than colour, and told in words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QTextCharFormat
from pytestqt.qtbot import QtBot

from app.domain.worddiff import Fate, Piece, diff
from ui.widgets.comparison import Comparison

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def view(qtbot: QtBot) -> Comparison:
    view = Comparison("What changed")
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    return view


def format_of(view: Comparison, words: str) -> QTextCharFormat:
    cursor = view.document().find(words)
    assert not cursor.isNull()
    return cursor.charFormat()


def test_insertions_are_underlined_and_deletions_struck(view: Comparison) -> None:
    view.show_pieces(diff("They were right.", "They were wrong."))
    assert view.toPlainText() == "They were rightwrong."
    right, wrong, kept = (format_of(view, words) for words in ("right", "wrong", "They"))
    assert right.fontStrikeOut() and not right.fontUnderline()  # noqa: PT018 - one look
    assert wrong.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not kept.fontStrikeOut()
    assert kept.underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline


def test_whoever_listens_is_told_what_was_inserted_and_deleted(view: Comparison) -> None:
    view.show_pieces(diff("They were right.", "They were wrong."))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "What changed"
    told = interface.text(QAccessible.Text.Description)
    assert told == "Deleted: right. Inserted: wrong."
    view.show_pieces(diff("same", "same"))
    assert interface.text(QAccessible.Text.Description) == "No word differs."


def test_steps_go_from_change_to_change_and_begin_again(view: Comparison) -> None:
    view.show_pieces(diff("one two three four", "one 2 three 4"))
    seen: list[tuple[int, int, str]] = []
    view.stepped.connect(lambda at, n: seen.append((at, n, view.textCursor().selectedText())))
    for by in (1, 1, 1, -1, -1, -1):
        view.step(by)
    assert seen == [
        (1, 4, "two"),
        (2, 4, "2"),
        (3, 4, "four"),
        (2, 4, "2"),
        (1, 4, "two"),
        (4, 4, "4"),
    ]


def test_a_step_back_begins_at_the_last_change(view: Comparison) -> None:
    view.show_pieces(diff("one two three", "one 2 three!"))
    view.step(-1)
    assert view.textCursor().selectedText() == "!"


def test_a_line_that_was_only_ended_is_not_invisible(view: Comparison) -> None:
    view.show_pieces((Piece(Fate.KEPT, "One."), Piece(Fate.INSERTED, "\n\n")))
    assert view.toPlainText() == "One.\u00b6\n\u00b6\n"


@pytest.mark.parametrize("text", ["<b>bold</b> <img src='file:///x.png'>", "\ud800 \x00 😀", ""])
def test_any_text_is_shown_as_text(view: Comparison, text: str) -> None:
    view.show_pieces(diff("", text))
    assert "bold" not in text or "<b>bold</b>" in view.toPlainText()


def test_the_first_change_of_a_long_text_is_in_sight(view: Comparison) -> None:
    lines = [f"Line {n}." for n in range(400)]
    changed = [*lines[:300], "Another.", *lines[301:]]
    view.show_pieces(diff("\n".join(lines), "\n".join(changed)))
    assert view.viewport().rect().contains(view.cursorRect().center())
