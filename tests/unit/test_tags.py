"""What a screen reader finds in a PDF: everything once, in order, pictures with their words."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.charts.stretch import StretchWords, stretch_chart, stretch_spark
from app.domain.document import ChartPart, MeasureBar, Section
from app.export.pdf import build
from app.export.tags import Element, Tags
from app.sharing.readback import Withheld, read_back
from tests.canvas import Recorder
from tests.documents import EMPTY, brief, holding, prose, rated


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The reading order."""
    return list(pdf.Root.StructTreeRoot.K.K)


def marks(page: pikepdf.Page) -> list[pikepdf.ContentStreamInstruction]:
    """Where something on a page begins or ends."""
    return [
        each
        for each in pikepdf.parse_content_stream(page)
        if isinstance(each, pikepdf.ContentStreamInstruction)
        and str(each.operator) in {"BDC", "BMC", "EMC"}
    ]


def operators(page: pikepdf.Page) -> list[str]:
    """The marks on a page, begun and ended."""
    return [str(each.operator) for each in marks(page)]


def numbers(page: pikepdf.Page) -> list[int]:
    """The numbers of what is to be read on a page."""
    return [int(each.operands[1].MCID) for each in marks(page) if str(each.operator) == "BDC"]


def test_headings_and_paragraphs_stand_in_order() -> None:
    with opened(build(brief()).data) as pdf:
        tags = [str(element.S) for element in elements(pdf)]
        assert pdf.Root.MarkInfo.Marked
        assert tags.count("/H1") == 1
        assert tags.count("/H2") == 7
        assert set(tags) == {"/P", "/H1", "/H2", "/Figure"}


def test_every_mark_on_a_page_is_ended_and_has_its_place() -> None:
    with opened(build(brief()).data) as pdf:
        for page in pdf.pages:
            begun, ended = operators(page)[::2], operators(page)[1::2]
            assert set(begun) <= {"BDC", "BMC"}
            assert ended == ["EMC"] * len(begun)
            placed = [e for e in elements(pdf) if e.Pg.objgen == page.obj.objgen]
            assert [int(element.K) for element in placed] == numbers(page)
            assert numbers(page) == list(range(len(placed)))
        tree = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert [int(number) for number in tree[::2]] == [
            int(p.obj.StructParents) for p in pdf.pages
        ]


@pytest.mark.parametrize("chart", [stretch_chart, stretch_spark])
def test_a_chart_has_its_words_as_alternate_text(chart: object) -> None:
    made = chart(rated(2, 4), StretchWords())  # type: ignore[operator] # either of the two
    with opened(build(holding(ChartPart(made))).data) as pdf:
        (figure,) = [e for e in elements(pdf) if str(e.S) == "/Figure"]
        assert str(figure.Alt) == made.description
        assert "13 May 2026: 2 of 5." in made.description


def test_a_measure_has_its_words_as_alternate_text() -> None:
    bar = MeasureBar(0.5, "3 now", "1", "teams", "5", "Half way")
    with opened(build(holding(bar)).data) as pdf:
        assert [str(e.Alt) for e in elements(pdf) if "/Alt" in e] == ["Half way"]


def test_a_withheld_word_in_an_alternate_text_is_found() -> None:
    bar = MeasureBar(0.5, "3 now", "1", "teams", "5", "Half way, says Ottoline")
    reading = read_back(build(holding(bar)).data, None, [Withheld("name", "Ottoline")])
    assert [str(finding) for finding in reading.findings] == ["name: elsewhere in the file"]


def test_a_section_without_a_title_is_headed_by_its_kicker() -> None:
    document = replace(EMPTY, sections=(Section("", kicker="Please", parts=(prose("Ask."),)),))
    with opened(build(document).data) as pdf:
        assert [str(element.S) for element in elements(pdf)][-2:] == ["/H2", "/P"]


def test_marks_are_counted_page_by_page() -> None:
    recorder = Recorder()
    tags = Tags(recorder)  # type: ignore[arg-type] # stands in for a canvas
    drawn: list[str] = []
    tags.mark(lambda: drawn.append("a"), "P")
    tags.mark(lambda: drawn.append("ornament"))
    tags.turn()
    tags.mark(lambda: drawn.append("b"), "Figure", "What\nit shows")
    assert drawn == ["a", "ornament", "b"]
    assert tags.elements == [Element(0, 0, "P"), Element(1, 0, "Figure", "What it shows")]
    said = [str(values[0]) for values in recorder.of("addLiteral")]
    assert [word for word in said if re.fullmatch("EMC", word)] == ["EMC"] * 3
    assert said[2] == "/Artifact BMC"
