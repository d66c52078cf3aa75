"""From a document to the bytes of an open PDF."""

from __future__ import annotations

from reportlab import rl_config

from app.export.pages import draw
from tests.documents import brief, holding, page_texts, prose


def test_a_document_is_drawn_and_counted() -> None:
    drawn = draw(brief())
    assert len(page_texts(drawn.data)) == drawn.count == 2
    assert drawn.unprinted == ""


def test_what_could_not_be_shown_is_told_once_each() -> None:
    assert draw(holding(prose("ꀁ न ꀁ"))).unprinted == "नꀁ"


def test_reportlab_may_fetch_nothing_by_itself() -> None:
    draw(brief())
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == []
