"""The chart of then and now: its sentence, its table and its marks say the same."""

from __future__ import annotations

from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.charts.words import CommonWords
from app.domain.progress import Listed, ThenNow, then_now
from app.drawing.shapes import Opens
from tests.assessments import MARCH, MAY, NAMES, assessed
from tests.drawings import space

WORDS = ThenNowWords(CommonWords(day=lambda day: f"{day:%-d %b}"))
FRAMEWORK = [Listed(name, name) for name in NAMES]


def test_the_table_has_every_row_in_the_order_of_the_marks() -> None:
    own = [assessed(MARCH, 1, 2), assessed(MAY, 3, 2)]
    seen = then_now([*own, assessed(MAY, 3, 4, by="Ruth")], FRAMEWORK)
    chart = then_now_chart(seen, WORDS)
    columns = [column.name for column in chart.table.columns]
    assert columns == ["Competency", "Then", "Now", "Difference", "Ruth"]
    assert [[cell.words for cell in row.cells] for row in chart.table.rows] == [
        ["Setting direction", "1", "3", "2 higher", "3"],
        ["Delegation", "2", "2", "The same", "4"],
    ]
    marks = chart.draw(space(440)).marks
    assert [mark.id for mark in marks] == [row.id for row in chart.table.rows]
    assert marks[0].opens == Opens("competency", NAMES[0])


def test_all_of_it_is_said_for_who_cannot_see_it() -> None:
    seen = then_now([assessed(MARCH, 2), assessed(MAY, 3)], FRAMEWORK)
    assert then_now_chart(seen, WORDS).description == (
        "Then and now. One higher. Your own view, from 1 to 5. "
        "Setting direction: 2 to 3. 2 Mar and 4 May."
    )


def test_without_assessments_there_is_an_invitation() -> None:
    chart = then_now_chart(ThenNow(), WORDS)
    assert (chart.heading, chart.description) == ("", "")
    assert chart.invitation == WORDS.nothing
    assert chart.draw(space()).is_empty
