"""Looks land on the right letters, and only where the text changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

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
    page.setPlainText("🔒 _Ask._ _mine_")
    highlighter = ProseHighlighter(page, prose_style())
    highlighter.set_template(Template.of("_Ask._"))

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
