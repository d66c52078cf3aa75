"""A canvas that knows what is drawn on it."""

from __future__ import annotations

import gc
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus.paraparser import ParaFrag

from app.charts.stretch import StretchWords, stretch_chart, stretch_spark
from app.domain.document import ChartPart, MeasureBar, Prose, Section, TablePart
from app.domain.prose import Paragraph, Run
from app.export.pdf import build
from app.export.structure import Spoken, Structure
from app.export.styles import Setter
from app.export.tags import TaggedCanvas
from app.export.tree import Element, Furniture
from app.sharing.readback import Withheld, read_back
from tests.accessibility import Node, faults, tree
from tests.documents import EMPTY, holding, prose, rated
from tests.everything import everything

ROADMAP, ELSEWHERE = "https://example.org/roadmap", "mailto:ines@example.org"


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def nodes(pdf: pikepdf.Pdf, role: str) -> list[Node]:
    """The elements of one kind, in order."""
    return [node for node in tree(pdf).walk() if node.role == role]


def written(*runs: Run) -> bytes:
    """A file with one paragraph."""
    return build(replace(holding(Prose((Paragraph(runs),))), title="Links")).data


def kinds(page: pikepdf.Page) -> list[str]:
    """What each ornament of a page is, in order."""
    marks = pikepdf.parse_content_stream(page, "BDC")
    said = [each.operands[1] for each in marks if str(each.operands[0]) == "/Artifact"]
    return [str(each.get("/Subtype", each.Type)) for each in said]


def test_marks_are_counted_page_by_page() -> None:
    Setter()
    structure = Structure(2, Spoken())
    target = BytesIO()
    canvas = TaggedCanvas(target, (400, 800), "Inter_400Regular", structure)
    paragraph = Element("P")
    with canvas.marked(paragraph):
        canvas.line(0, 0, 1, 1)
    with canvas.marked(Furniture.WATERMARK):
        canvas.line(0, 0, 1, 1)
    with canvas.marked(Element("Figure", alt="What\nit shows"), (1, 2, 3, 4)):
        canvas.line(0, 0, 1, 1)
    canvas.showPage()
    with canvas.marked(paragraph):
        canvas.line(0, 0, 1, 1)
    canvas.save()
    with opened(target.getvalue()) as pdf:
        assert [(node.role, node.marks) for node in tree(pdf).kids] == [
            ("P", ((0, 0), (1, 0))),
            ("Figure", ((0, 1),)),
        ]
        assert [kinds(page) for page in pdf.pages] == [["/Watermark"], []]
        (figure,) = nodes(pdf, "Figure")
        assert str(figure.element.Alt) == "What it shows"
        assert [float(side) for side in figure.element.A.BBox] == [1, 2, 3, 4]


def test_a_paragraph_over_the_foot_of_a_page_is_one_element() -> None:
    with opened(build(holding(prose("A sentence of some length. " * 400))).data) as pdf:
        (paragraph,) = nodes(pdf, "P")
        assert [page for page, _ in paragraph.marks] == list(range(len(pdf.pages)))


def test_a_row_over_the_foot_of_a_page_is_one_row_and_its_head_is_read_once() -> None:
    rows = (("short", "word " * 900), ("a", "b"))
    with opened(build(holding(TablePart(("Action", "Owner"), rows))).data) as pdf:
        table = nodes(pdf, "Table")[0]
        assert [[cell.role for cell in row.kids] for row in table.kids] == [
            ["TH", "TH"],
            ["TD", "TD"],
            ["TD", "TD"],
        ]
        assert [len({page for page, _ in cell.marks}) for cell in table.kids[1].kids] == [1, 2]
        assert kinds(pdf.pages[1]).count("/Pagination") == 0


def test_a_head_that_stands_there_again_is_ornament() -> None:
    rows = tuple((f"{number}", "b") for number in range(60))
    with opened(build(holding(TablePart(("Action", "Owner"), rows))).data) as pdf:
        assert kinds(pdf.pages[1]).count("/Pagination") == 2
        assert len(nodes(pdf, "TH")) == 2


def test_the_foot_of_a_page_is_its_foot() -> None:
    with opened(build(replace(EMPTY, footer="Shared", sample="SAMPLE")).data) as pdf:
        assert [kinds(pdf.pages[0])[0], kinds(pdf.pages[0])[-1]] == ["/Watermark", "/Footer"]


def test_a_link_is_an_element_with_its_words_and_its_place() -> None:
    data = written(Run("See "), Run("the roadmap", link=ROADMAP), Run(", or "), Run("x"))
    with opened(data) as pdf:
        paragraph = nodes(pdf, "P")[-1]
        (link,) = paragraph.kids
        assert paragraph.element.K[1].objgen == link.element.objgen
        assert (len(paragraph.marks), len(link.marks), len(link.places)) == (2, 1, 1)
        assert [str(place.A.URI) for place in link.places] == [ROADMAP]
        assert [str(place.Contents) for place in link.places] == [ROADMAP]
    assert faults(data) == []


def test_a_link_on_several_lines_is_one_and_two_links_are_two() -> None:
    data = written(Run("the roadmap " * 30, link=ROADMAP), Run(" "), Run("us", link=ELSEWHERE))
    with opened(data) as pdf:
        first, second = nodes(pdf, "Link")
        assert len(first.places) == len(first.marks) > 2
        assert {str(place.A.URI) for place in first.places} == {ROADMAP}
        assert [str(place.A.URI) for place in second.places] == [ELSEWHERE]
    assert faults(data) == []


def test_a_paragraph_that_is_all_link_is_one() -> None:
    data = written(Run("the roadmap " * 20, link=ROADMAP))
    with opened(data) as pdf:
        (link,) = nodes(pdf, "Link")
        assert len(link.places) > 1
        assert nodes(pdf, "P")[-1].marks == ()
    assert faults(data) == []


def test_a_link_goes_on_on_the_next_page() -> None:
    data = written(Run("Before "), Run("the roadmap " * 900, link=ROADMAP), Run(" after"))
    with opened(data) as pdf:
        (link,) = nodes(pdf, "Link")
        assert {page for page, _ in link.marks} == set(range(len(pdf.pages)))
        assert len(link.places) == len(link.marks)
    assert faults(data) == []


def test_lines_under_and_through_words_are_ornament_beside_a_link() -> None:
    data = written(Run("See "), Run("the roadmap", link=ROADMAP), Run(" gone", strike=True))
    assert faults(data) == []


def test_links_in_any_script_are_elements_with_their_words() -> None:
    data = written(
        Run("見る "), Run("予定 " * 60, link=ROADMAP), Run(" や "), Run("私", link=ELSEWHERE)
    )
    with opened(data) as pdf:
        first, second = nodes(pdf, "Link")
        assert len(first.marks) >= 1
        assert {str(place.A.URI) for place in first.places} == {ROADMAP}
        assert (len(second.marks), len(second.places)) == (1, 1)
    assert faults(data) == []


def test_words_that_a_line_parts_have_a_space_between_them_unless_they_are_one() -> None:
    longest = "Donaudampfschifffahrt" * 12
    said = [
        "".join(str(each.operands[0]) for each in pikepdf.parse_content_stream(page, "Tj"))
        for page in opened(written(Run("It goes on. " * 20 + longest + " and ends. " * 20))).pages
    ]
    assert "It goes on. " * 20 in said[0]
    assert longest in said[0]
    assert "and ends. " * 15 in said[0]


@pytest.mark.parametrize("title", ["\r0", "a\n" + "long" * 60, "x " * 90 + "long" * 60])
def test_a_title_is_set_whatever_its_lines_are(title: str) -> None:
    assert faults(build(replace(EMPTY, title=title)).data) == []


def test_words_longer_than_a_line_are_set_in_any_look_over_any_page() -> None:
    longest = "long" * 60
    runs = [Run(f"{longest} it goes on {longest} ", bold=n % 2 == 0) for n in range(60)]
    linked = Run(f"see {longest}", link=ROADMAP)
    assert faults(written(*runs, linked, Run("\n"), *runs)) == []


def test_nothing_of_a_document_stays_behind() -> None:
    def alive() -> int:
        gc.collect()
        kinds = (Element, TaggedCanvas, Structure, ParaFrag)
        return sum(isinstance(each, kinds) for each in gc.get_objects())

    before = alive()
    build(everything())
    assert alive() == before


@pytest.mark.parametrize("chart", [stretch_chart, stretch_spark])
def test_a_chart_has_its_words_as_alternate_text(chart: object) -> None:
    made = chart(rated(2, 4), StretchWords())  # type: ignore[operator] # either of the two
    with opened(build(holding(ChartPart(made))).data) as pdf:
        (figure,) = nodes(pdf, "Figure")
        assert str(figure.element.Alt) == made.description
        assert "13 May 2026: 2 of 5." in made.description


def test_a_withheld_word_in_an_alternate_text_is_found() -> None:
    bar = MeasureBar(0.5, "3 now", "1", "teams", "5", "Half way, says Ottoline")
    reading = read_back(build(holding(bar)).data, None, [Withheld("name", "Ottoline")])
    assert [str(finding) for finding in reading.findings] == ["name: text for screen readers"]


def test_a_section_without_a_title_is_headed_by_its_kicker() -> None:
    document = replace(EMPTY, sections=(Section("", kicker="Please", parts=(prose("Ask."),)),))
    with opened(build(document).data) as pdf:
        assert [kid.role for kid in nodes(pdf, "Sect")[0].kids] == ["H2", "P"]
