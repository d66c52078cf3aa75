"""Pages drawn on sheets of paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.document import PaperSize
from app.export.pdf import build
from app.export.sheets import Sheet
from tests.documents import EMPTY, brief, holding, page_texts, prose


@pytest.mark.parametrize("paper", PaperSize)
def test_the_margins_leave_a_readable_measure(paper: PaperSize) -> None:
    sheet = Sheet.of(paper)
    assert 460 < sheet.measure < 490
    assert sheet.depth == pytest.approx(sheet.height - 122.3)


def test_a_long_foot_ends_in_an_ellipsis_instead_of_growing() -> None:
    document = replace(EMPTY, footer="Shared with many people. " * 400, date="21 May 2026")
    (text,) = page_texts(build(document).data)
    assert text.count("Shared with many people.") < 12
    assert "…" in text
    assert "21 May 2026" in text


def test_the_label_of_a_page_takes_any_braces() -> None:
    document = replace(EMPTY, page_label="{page}/{pages} {x} {} {0.__class__}")
    (text,) = page_texts(build(document).data)
    assert "1/1 {x} {} {0.__class__}" in text


def test_a_sample_word_lies_under_the_text() -> None:
    for text in page_texts(build(replace(brief(), sample="SAMPLE")).data):
        assert text.startswith("SAMPLE")


def test_a_long_sample_word_still_fits() -> None:
    document = replace(holding(prose("x")), sample="A very long word for a sample indeed")
    assert "sample indeed" in " ".join(page_texts(build(document).data)[0].split())
