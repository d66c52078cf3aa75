"""A chart on paper: where its values are, what it says, whole, and in the colours of the theme."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest

from app.charts.stretch import Flag, StretchWords, stretch_chart, stretch_spark
from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.domain.document import ChartPart
from app.domain.progress import Listed, ThenNow, ThenNowRow, then_now
from app.drawing.chart import Chart, Space, Table
from app.drawing.shapes import Box, Disc, Drawing, Icon, Line, Polygon, Stroke, Text
from app.export import charts
from app.export.pdf import build
from app.export.styles import Setter
from tests.assessments import MARCH, MAY, NAMES, assessed
from tests.canvas import Recorder
from tests.documents import holding, page_texts, prose, rated, words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH = 468.0
STRETCH = stretch_chart(rated(1, 3, 5), StretchWords())
SIX = then_now_chart(
    then_now(
        [assessed(MARCH, 1, 2, 2, 3, 3, 4), assessed(MAY, 3, 3, 3, 4, 3, 3)],
        [Listed(name, name) for name in NAMES],
    ),
    ThenNowWords(),
)


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def painted(chart: Chart, setter: Setter) -> Recorder:
    drawn = charts.drawn(chart, WIDTH, setter)
    assert drawn is not None
    recorder = Recorder()
    drawn.paint(cast("Canvas", recorder), 0, 100)
    return recorder


def test_lamps_stand_at_their_time_and_rating(setter: Setter) -> None:
    recorder = painted(STRETCH, setter)
    lamps = recorder.of("circle")
    assert recorder.of("translate")[0] == (0, 100)
    assert [round(y, 2) for _, y, *_ in lamps] == [
        round(-y * charts.SCALE, 2) for y in (116, 64, 12)
    ]
    gaps = [round(two[0] - one[0], 2) for one, two in pairwise(lamps)]
    assert gaps[0] == gaps[1] > 0


def test_the_page_says_what_the_chart_says() -> None:
    for chart in (
        SIX,
        STRETCH,
        stretch_chart(rated(2, 4), StretchWords(), [Flag("f", MAY, "Team lunch")]),
        stretch_spark(rated(2, 4), StretchWords()),
    ):
        text = words(build(holding(ChartPart(chart))).data)
        assert chart.name in text
        assert chart.heading in text
        assert chart.under in text
        drawing = chart.draw(
            Space(WIDTH / charts.SCALE, lambda said, _: len(said) * 7.0, paper=True)
        )
        said = [shape.words for shape in drawing.shapes if isinstance(shape, Text)]
        assert [each for each in said if each not in text] == []


def test_a_chart_is_never_split() -> None:
    filler = prose(*["A line of its own."] * 31)
    texts = page_texts(build(holding(filler, ChartPart(SIX))).data)
    assert len(texts) == 2
    assert "Then and now" not in texts[0]
    assert all(name in texts[1] for name in NAMES)


def test_a_chart_higher_than_a_page_is_drawn_smaller(setter: Setter) -> None:
    rows = tuple(ThenNowRow(f"c{n}", f"Competency {n}", "", 2, 3) for n in range(60))
    chart = then_now_chart(ThenNow(rows), ThenNowWords())
    drawn = charts.drawn(chart, WIDTH, setter)
    assert drawn is not None
    assert drawn.height <= charts.MOST_HEIGHT + 1
    assert drawn.width == pytest.approx(WIDTH)
    pdf = build(holding(ChartPart(chart)))
    assert "Competency 59" in page_texts(pdf.data)[-1]


def test_a_chart_without_anything_to_see_is_not_drawn(setter: Setter) -> None:
    assert charts.drawn(then_now_chart(ThenNow(), ThenNowWords()), WIDTH, setter) is None


def test_what_no_font_shows_is_a_square_in_a_chart_as_well() -> None:
    rows = (ThenNowRow("c", "Courage \N{YI SYLLABLE IT}", "", 2, 3),)
    pdf = build(holding(ChartPart(then_now_chart(ThenNow(rows), ThenNowWords()))))
    assert "Courage \N{WHITE SQUARE}" in words(pdf.data)
    assert pdf.unprinted == "\N{YI SYLLABLE IT}"


SHAPES = Drawing(
    200,
    100,
    (
        Box(0, 0, 40, 40, fill="heat-2", stroke=Stroke("accent", 4)),
        Box(50, 0, 40, 40, radius=6, fill="ground", hatch="chart-then"),
        Disc(120, 20, 15, fill="lamp", half="left", stroke=Stroke("lamp-edge")),
        Polygon(((150, 0), (190, 0), (170, 40)), fill="mix-others"),
        Line(((0, 60), (200, 60)), Stroke("chart-now", 4)),
        Line(((0, 70), (200, 70)), Stroke("chart-then", 4, "dashed")),
        Box(0, 80, 16, 16, radius=4, stroke=Stroke("chart-marker", 2)),
        Icon(60, 78, 16, "flag"),
    ),
)


def drawn_as_given(_space: Space) -> Drawing:
    return SHAPES


class Page:
    """The pixels of a page with these shapes on it, by their place in the drawing."""

    SHARP = 4

    def __init__(self, setter: Setter) -> None:
        chart = Chart("k", "Shapes", "", "", Table(), "", "", drawn_as_given)
        with pypdfium2.PdfDocument(build(holding(ChartPart(chart))).data) as document:
            bitmap = document[0].render(scale=self.SHARP)
            self._pixels = bytes(bitmap.buffer)
            self._stride, self._bytes = bitmap.stride, bitmap.n_channels
            self._size = bitmap.width, bitmap.height
        found = self._all(self.code(setter, "mix-others"))
        # The upper left corner of the triangle, which is at 150, 0.
        left, top = min(x for x, _ in found), min(y for _, y in found)
        self._left = left - 150 * charts.SCALE * self.SHARP
        self._top = top

    def at(self, x: float, y: float) -> str:
        """The colour at a place of the drawing."""
        across = round(self._left + x * charts.SCALE * self.SHARP)
        down = round(self._top + y * charts.SCALE * self.SHARP)
        return self._code(across, down)

    def within(self, left: int, top: int, right: int, bottom: int) -> set[str]:
        """The colours in a part of the drawing."""
        return {self.at(x, y) for x in range(left, right) for y in range(top, bottom)}

    @staticmethod
    def code(setter: Setter, name: str) -> str:
        """The code of a colour of the theme."""
        return setter.inks.named(name).hexval()[2:]  # type: ignore[arg-type] # a name of a colour

    def _code(self, x: int, y: int) -> str:
        place = y * self._stride + x * self._bytes
        blue, green, red = self._pixels[place : place + 3]
        return f"{red:02x}{green:02x}{blue:02x}"

    def _all(self, code: str) -> list[tuple[int, int]]:
        width, height = self._size
        return [
            (x, y)
            for y in range(height)
            for x in range(width)
            if self._pixels[y * self._stride + x * self._bytes + 2] == int(code[:2], 16)
            and self._code(x, y) == code
        ]


def test_every_shape_is_painted_in_its_colour(setter: Setter) -> None:
    page = Page(setter)
    white = "ffffff"
    assert page.at(20, 20) == page.code(setter, "heat-2")
    assert page.at(20, 2) == page.code(setter, "accent")
    assert page.at(112, 20) == page.code(setter, "lamp")
    assert page.at(128, 20) == white
    assert page.at(100, 60) == page.code(setter, "chart-now")
    assert page.at(8, 81) == page.code(setter, "chart-marker")
    assert page.at(8, 88) == white
    assert page.code(setter, "text-2") in page.within(60, 78, 76, 94)
    assert {white, page.code(setter, "chart-then")} <= page.within(52, 2, 88, 38)
    assert {white, page.code(setter, "chart-then")} <= page.within(0, 70, 200, 71)


def test_then_and_now_are_told_apart_without_colours(setter: Setter) -> None:
    def lightness(name: str) -> float:
        code = Page.code(setter, name)
        red, green, blue = (int(code[at : at + 2], 16) for at in (0, 2, 4))
        return 0.3 * red + 0.59 * green + 0.11 * blue

    assert lightness("chart-then") - lightness("chart-now") > 50
