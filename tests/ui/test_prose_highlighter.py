"""Looks land on the right letters, and only where the text changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from app.prose import Template
from tests.ui.prose_styles import prose_style
from ui.widgets.prose_highlighter import ProseHighlighter

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Counting(ProseHighlighter):
    """Notes which lines are looked at."""

    seen: list[str]

    def highlightBlock(self, text: str) -> None:
        """Note the line first."""
        self.seen.append(text)
        super().highlightBlock(text)


@pytest.fixture
def page(qtbot: QtBot) -> QTextDocument:  # noqa: ARG001 - a document's layout needs the application
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    return document


def formats(document: QTextDocument, line: int = 0) -> dict[str, QTextCharFormat]:
    block = document.findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    return {
        units[part.start * 2 : (part.start + part.length) * 2].decode("utf-16-le"): QTextCharFormat(
            part.format
        )
        for part in block.layout().formats()
    }


@pytest.mark.parametrize("before", ["", "é", "🔒🔒", "日本", "שלום", "e\u0301", "👩🏽‍🚀"])
def test_looks_stand_right_behind_any_script(page: QTextDocument, before: str) -> None:
    page.setPlainText(f"{before} **b** *c*")
    ProseHighlighter(page, prose_style()).rehighlight()

    found = formats(page)

    assert found["b"].fontWeight() == QFont.Weight.DemiBold
    assert found["c"].fontItalic()
    assert found["**"].foreground().color() == prose_style().text_3


def test_a_changed_line_is_looked_at_alone(page: QTextDocument) -> None:
    page.setPlainText("\n".join(["*a*"] * 50))
    highlighter = Counting(page, prose_style())
    highlighter.seen = []
    highlighter.rehighlight()
    highlighter.seen = []

    QTextCursor(page.findBlockByNumber(20)).insertText("b")

    assert highlighter.seen == ["b*a*"]


def test_an_opened_fence_reaches_the_lines_below(page: QTextDocument) -> None:
    page.setPlainText("x\n*a*\n~~~\n*b*")
    ProseHighlighter(page, prose_style()).rehighlight()
    assert formats(page, 1)["a"].fontItalic()

    QTextCursor(page.findBlockByNumber(0)).insertText("~~~~\n")

    assert list(formats(page, 2)) == ["*a*"]
    assert formats(page, 4)["*b*"].background().color() == prose_style().code_background


def test_only_prompts_of_the_template_are_ghosts(page: QTextDocument) -> None:
    highlighter = ProseHighlighter(page, prose_style())
    highlighter.take(Template.of("_Ask._"), lambda: page.setPlainText("🔒 _Ask._ _mine_"))
    QApplication.processEvents()

    found = formats(page)

    assert found["_Ask._"].foreground().color() == prose_style().text_3
    assert found["mine"].foreground().color() == prose_style().text


@pytest.fixture
def style_of(page: QTextDocument) -> Callable[[str], dict[str, QTextCharFormat]]:
    def styled(text: str) -> dict[str, QTextCharFormat]:
        page.setPlainText(text)
        ProseHighlighter(page, prose_style()).rehighlight()
        return formats(page)

    return styled


def test_quotations_links_and_done_tasks_have_their_colours(
    style_of: Callable[[str], dict[str, QTextCharFormat]],
) -> None:
    style = prose_style()

    assert style_of("> q")["q"].foreground().color() == style.text_2
    assert style_of("[l](x)")["l"].foreground().color() == style.accent_text
    assert style_of("- [x] d")["- [x] d"].foreground().color() == style.text_3


def test_a_table_has_a_header_as_soon_as_its_dashes_are_written(page: QTextDocument) -> None:
    ProseHighlighter(page, prose_style())
    page.setPlainText("| a |\n")
    QApplication.processEvents()
    assert formats(page)[" a "].fontWeight() == QFont.Weight.Normal

    cursor = QTextCursor(page.lastBlock())
    cursor.insertText("| - |")
    QApplication.processEvents()
    assert formats(page)[" a "].fontWeight() == QFont.Weight.DemiBold

    cursor.deletePreviousChar()
    QApplication.processEvents()
    assert formats(page)[" a "].fontWeight() == QFont.Weight.Normal


def test_a_new_text_gets_its_looks_little_by_little_to_its_end(page: QTextDocument) -> None:
    highlighter = ProseHighlighter(page, prose_style())
    text = "```\na\n```\n" + "*b*\n" * 5000 + "**c**"

    highlighter.take(Template(), lambda: page.setPlainText(text))
    assert formats(page, 5003) == {}
    assert page.findBlockByNumber(1).userState() > 0

    for _ in range(10):
        QApplication.processEvents()
    assert formats(page, 5003)["c"].fontWeight() == QFont.Weight.DemiBold


def test_what_is_seen_has_its_looks_at_once(page: QTextDocument) -> None:
    highlighter = ProseHighlighter(page, prose_style())
    highlighter.take(Template(), lambda: page.setPlainText("*a*\n*b*\n*c*"))

    highlighter.hurry(page.findBlockByNumber(1), 1)

    assert [formats(page, line) == {} for line in range(3)] == [True, False, True]


def test_the_rest_of_a_text_waits_until_nobody_types(page: QTextDocument, qtbot: QtBot) -> None:
    highlighter = ProseHighlighter(page, prose_style())
    highlighter.take(Template(), lambda: page.setPlainText("a\n*b*"))

    QTextCursor(page).insertText("c")
    QApplication.processEvents()
    assert formats(page, 1) == {}

    qtbot.waitUntil(lambda: "b" in formats(page, 1))
