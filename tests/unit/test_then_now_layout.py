"""Where rings, discs, squares and lines of then and now stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.charts.then_now_layout import GROUP, MOST_ROWS, Source, lay_out
from app.charts.then_now_words import ThenNowWords
from app.charts.words import CommonWords
from app.domain.competencies import Assessment, Rating
from app.domain.progress import Listed, ThenNow, then_now
from app.drawing.shapes import Box, Disc, Drawing, Line, Opens, Text
from tests.assessments import MARCH, MAY, NAMES, assessed
from tests.drawings import of, outside, overlapping, space, texts

WORDS = ThenNowWords(CommonWords(day=lambda day: f"{day:%-d %b}"))
FRAMEWORK = [Listed(name, name) for name in NAMES]


def drawn(seen: ThenNow, width: float = 440, unfolded: str | None = None, **ways: bool) -> Drawing:
    return lay_out(Source(seen, WORDS, unfolded), space(width, **ways))


def levels(drawing: Drawing) -> dict[str, float]:
    """Where the scale has its numbers."""
    return {text.words: text.x for text in of(drawing, Text) if text.words in "12345"}


def lines(drawing: Drawing, colour: str) -> list[Line]:
    return [line for line in of(drawing, Line) if line.stroke.colour == colour]


def test_then_is_a_ring_and_now_a_disc_at_their_levels() -> None:
    seen = then_now([assessed(MARCH, 1, 4), assessed(MAY, 3, 3)], FRAMEWORK)
    drawing = drawn(seen)
    at = levels(drawing)
    ring, disc, later_ring, later_disc = of(drawing, Disc)[:4]
    assert [round(ring.x, 3), round(disc.x, 3)] == [round(at["1"], 3), round(at["3"], 3)]
    assert [round(later_ring.x, 3), round(later_disc.x, 3)] == [
        round(at["4"], 3),
        round(at["3"], 3),
    ]
    assert (ring.fill, disc.fill) == ("ground", "chart-now")
    assert later_ring.y - ring.y == 31


def test_a_chevron_points_to_now_either_way() -> None:
    seen = then_now([assessed(MARCH, 1, 4), assessed(MAY, 3, 2)], FRAMEWORK)
    way, chevron, back, back_chevron = lines(drawn(seen), "chart-line")
    assert way.spots[0][0] < way.spots[1][0]
    assert chevron.spots[1][0] > chevron.spots[0][0]
    assert back.spots[0][0] > back.spots[1][0]
    assert back_chevron.spots[1][0] < back_chevron.spots[0][0]


def test_what_is_seen_anew_is_dashed_without_a_direction() -> None:
    seen = then_now([assessed(MARCH, 2), assessed(MAY, 4, anew=NAMES[0])])
    drawing = drawn(seen)
    assert lines(drawing, "chart-line") == []
    way, key = lines(drawing, "chart-then")
    assert (way.stroke.dash, key.stroke.dash) == ("dashed", "dashed")
    assert "Seen anew" in texts(drawing)


def test_equal_is_a_disc_inside_a_ring() -> None:
    drawing = drawn(then_now([assessed(MARCH, 3), assessed(MAY, 3)]))
    ring, disc = of(drawing, Disc)[:2]
    assert ring.x == disc.x
    assert ring.stroke
    assert ring.radius - ring.stroke.width / 2 > disc.radius
    assert lines(drawing, "chart-line") == []


def test_another_view_is_a_hollow_square_that_hides_nothing() -> None:
    own = [assessed(MARCH, 3, 2), assessed(MAY, 3, 3)]
    drawing = drawn(then_now([*own, assessed(MAY, 3, 5, by="Ruth")], FRAMEWORK))
    around, alone, key = of(drawing, Box)
    assert (around.fill, alone.fill) == (None, None)
    assert around.width > 22 > alone.width
    assert "Ruth" in texts(drawing)
    assert key.y > around.y


def test_what_was_rated_once_is_a_single_mark() -> None:
    seen = then_now([assessed(MARCH, 3, 2), assessed(MAY, None, 2)], FRAMEWORK)
    drawing = drawn(seen)
    first = [disc for disc in of(drawing, Disc) if disc.y == of(drawing, Disc)[0].y]
    assert [disc.fill for disc in first] == ["ground"]


def test_keys_have_a_day_only_where_all_are_of_one() -> None:
    drawing = drawn(then_now([assessed(MARCH, 3, 2), assessed(MAY, 3, 2)]))
    assert {"Then, 2 Mar", "Now, 4 May"} <= set(texts(drawing))
    mixed = then_now(
        [assessed(MARCH, 3), assessed(MAY, 3, 2), assessed(MAY.replace(day=9), None, 2)]
    )
    assert {"Then", "Now"} <= set(texts(drawn(mixed)))


@pytest.mark.parametrize("width", [140, 180, 199, 200, 260, 319, 320, 440, 700])
def test_no_words_are_over_others_at_any_width(width: float) -> None:
    own = [assessed(MARCH, 1, 2, 2, 3, 3, 4), assessed(MAY, 3, 3, 3, 4, 3, 3, anew=NAMES[0])]
    seen = then_now([*own, assessed(MAY, *[5] * 6, by="Ruth Adeyemi")], FRAMEWORK)
    drawing = drawn(seen, width)
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    assert len(of(drawing, Disc)) == 14


def many(count: int, *, lower: int = 0) -> ThenNow:
    """So many competencies in three groups, one level higher; every so many one is lower."""
    groups = ("People", "Self", "Business")
    ratings = tuple(Rating(f"c{n:02}", f"Competency {n}", 3) for n in range(count))
    framework = [
        Listed(rating.competency, rating.name, groups[n * 3 // count])
        for n, rating in enumerate(ratings)
    ]
    later = tuple(
        replace(rating, level=2 if lower and not n % lower else 4)
        for n, rating in enumerate(ratings)
    )
    found = [Assessment(day=MARCH, ratings=ratings), Assessment(day=MAY, ratings=later)]
    return then_now(found, framework)


def test_over_twelve_competencies_fold_by_group() -> None:
    assert len(drawn(many(MOST_ROWS)).marks) == MOST_ROWS
    folded = drawn(many(15))
    assert [mark.id for mark in folded.marks if mark.id.startswith(GROUP)] == [
        "group:People",
        "group:Self",
        "group:Business",
    ]
    assert len(folded.marks) == 8
    assert folded.marks[0].said == "People: five higher."
    assert folded.marks[-1].opens == Opens(GROUP, "Business")
    other = drawn(many(15), unfolded="Business")
    assert [mark.row for mark in other.marks] == list(range(8))
    assert other.marks[-1].id == "c14"
    assert len(drawn(many(15), unfolded="").marks) == 3


def test_a_folded_group_says_what_changed_where_there_is_room() -> None:
    assert texts(drawn(many(15))).count("five higher") == 3
    small = drawn(many(15, lower=5), 150)
    assert not [words for words in texts(small) if "higher" in words]
    assert small.marks[0].said == "People: four higher, one lower."


def test_paper_shows_every_competency() -> None:
    assert len(drawn(many(15), paper=True).marks) == 15
