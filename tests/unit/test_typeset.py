"""Sections become boxes that hold together as they should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.charts.stretch import StretchWords, stretch_chart, stretch_spark
from app.domain.document import Badge, ChartPart, MeasureBar, Section
from app.export.boxes import Box, Drawing, Row
from app.export.styles import Setter
from app.export.typeset import FRAME_STEP, Typesetter
from tests.documents import prose, rated

WIDTH = 468.0
LONG = "A paragraph that goes on for quite a while. " * 12


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(Setter(), WIDTH)


def boxes_of(typesetter: Typesetter, *sections: Section, fresh: bool = False) -> list[Box]:
    return list(typesetter.sections(sections, fresh_page=fresh))


def test_a_head_stays_with_its_first_part(typesetter: Typesetter) -> None:
    section = Section("Title", kicker="Kicker", parts=(prose(LONG, LONG, LONG, LONG),))
    boxes = boxes_of(typesetter, section)
    assert [box.keep for box in boxes] == [True, True, False, False, False, False]
    assert boxes[0].bookmark == "Title"


def test_a_short_section_is_not_parted(typesetter: Typesetter) -> None:
    section = Section("Title", kicker="Kicker", parts=(prose("a", "b"), Badge("c")))
    assert [box.keep for box in boxes_of(typesetter, section)] == [True] * 4 + [False]


def test_a_section_without_a_kicker_follows_a_line(typesetter: Typesetter) -> None:
    first, line, *_ = boxes_of(typesetter, Section("A", kicker="K"), Section("B"))[1:]
    assert isinstance(first, Row)
    assert isinstance(line, Drawing)
    assert line.fades


def test_a_colophon_begins_a_page(typesetter: Typesetter) -> None:
    boxes = boxes_of(typesetter, Section("A", kicker="K"), Section("B", kicker="K"), fresh=True)
    assert [box.breaks for box in boxes] == [True, False, False, False]
    assert boxes_of(typesetter, fresh=True) == []


def test_what_stands_beside_a_title_goes_under_it_where_there_is_no_room(
    typesetter: Typesetter,
) -> None:
    section = Section("Title", kicker="K", aside="8 May", badge="name withheld")
    _, beside = boxes_of(typesetter, section)
    assert isinstance(beside, Row)
    assert len(beside.cells) == 3
    assert len(boxes_of(typesetter, replace(section, aside=LONG))) == 4


def test_a_framed_section_stands_behind_a_bar_with_its_kicker(typesetter: Typesetter) -> None:
    section = Section("", kicker="Please", parts=(prose("Ask.", lead=True, framed=True),))
    boxes = boxes_of(typesetter, section)
    assert [(len(box.bars), box.inset) for box in boxes] == [(1, FRAME_STEP)] * 2


@pytest.mark.parametrize("position", [-1, 0, 0.5, 1, 7, float("nan"), float("inf")])
def test_the_words_of_a_measure_stay_on_the_page(typesetter: Typesetter, position: float) -> None:
    bar = MeasureBar(position, "3 teams now", "1 team", "middle", "5 teams", "text")
    boxes = boxes_of(typesetter, Section("", kicker="K", parts=(bar,)))
    _, now, track, ends = boxes
    assert isinstance(now, Row)
    assert isinstance(track, Drawing)
    assert isinstance(ends, Row)
    assert 0 <= now.cells[0].x <= WIDTH - now.cells[0].width
    assert now.keep
    assert track.keep


def test_a_small_chart_has_its_words_beside_it(typesetter: Typesetter) -> None:
    part = ChartPart(stretch_spark(rated(2, 4), StretchWords()))
    _, beside = boxes_of(typesetter, Section("", kicker="K", parts=(part,)))
    assert isinstance(beside, Row)
    assert beside.mark is not None
    assert beside.inset > 70
    assert beside.split(beside.height / 2) is None or beside.least == beside.height


def test_a_chart_stays_whole_and_with_its_words(typesetter: Typesetter) -> None:
    part = ChartPart(stretch_chart(rated(2, 4), StretchWords()))
    _, said, drawing = boxes_of(typesetter, Section("", kicker="K", parts=(part,)))
    assert isinstance(said, Row)
    assert said.keep
    assert isinstance(drawing, Drawing)


def test_a_chart_without_a_drawing_is_its_words(typesetter: Typesetter) -> None:
    part = ChartPart(stretch_chart(rated(), StretchWords()))
    boxes = boxes_of(typesetter, Section("", kicker="K", parts=(part,)))
    assert [type(box) for box in boxes] == [Row, Row]
