"""Then and now: the first and the last rating, never more than what was rated."""

from __future__ import annotations

from datetime import date

from app.domain.competencies import Assessment, Rating
from app.domain.progress import Change, Listed, ThenNow, then_now
from tests.assessments import MARCH, MAY, NAMES, assessed


def test_the_first_and_the_last_rating_are_compared() -> None:
    middle = date(2026, 4, 1)
    seen = then_now([assessed(MAY, 3, 2), assessed(middle, 5, 5), assessed(MARCH, 1, 2)])
    assert [(row.name, row.then, row.now, row.change) for row in seen.rows] == [
        ("Delegation", 2, 2, Change.SAME),
        ("Setting direction", 1, 3, Change.HIGHER),
    ]
    assert (seen.then_day, seen.now_day, seen.compared) == (MARCH, MAY, True)


def test_anchors_are_those_that_were_read_then() -> None:
    (row,) = then_now([assessed(MARCH, 1), assessed(MAY, 3)]).rows
    assert (row.then_anchor, row.now_anchor) == ("Setting direction 1", "Setting direction 3")


def test_the_framework_gives_order_and_names_and_the_rest_comes_last() -> None:
    framework = [Listed(NAMES[1], "Handing over", "Leading"), Listed("unrated", "Unrated")]
    seen = then_now([assessed(MARCH, 1, 2, 3)], framework)
    assert [(row.name, row.group) for row in seen.rows] == [
        ("Handing over", "Leading"),
        ("Hard conversations", ""),
        ("Setting direction", ""),
    ]


def test_what_is_seen_anew_is_neither_higher_nor_lower() -> None:
    seen = then_now([assessed(MARCH, 4, 2), assessed(MAY, 3, 2, anew=NAMES[0])])
    assert [seen.count(change) for change in Change] == [0, 1, 0, 1, 0]
    later = then_now([assessed(MARCH, 4), assessed(MAY, 3, anew=NAMES[0]), assessed(MAY, 5)])
    assert later.count(Change.ANEW) == 1


def test_rated_once_is_then_only_where_it_was_rated_at_the_start() -> None:
    seen = then_now([assessed(MARCH, 3, None), assessed(MAY, None, 4)])
    rows = {row.name: (row.then, row.now, row.change) for row in seen.rows}
    assert rows == {
        "Delegation": (None, 4, Change.ONCE),
        "Setting direction": (3, None, Change.ONCE),
    }
    assert not seen.compared
    (row,) = then_now([assessed(MARCH, 3)]).rows
    assert (row.then, row.now) == (None, 3)


def test_another_view_stands_beside_and_is_never_mixed_in() -> None:
    ruth = [assessed(date(2026, 6, day), level, by="Ruth") for day, level in ((1, 1), (2, 5))]
    seen = then_now([assessed(MARCH, 2), assessed(MAY, 3), *ruth])
    (row,) = seen.rows
    assert (row.then, row.now, row.mentor, row.by, row.apart) == (2, 3, 5, "Ruth", 2)
    assert seen.widest == row
    assert seen.now_day == MAY
    assert then_now(ruth) == ThenNow()


def test_a_small_difference_is_no_question() -> None:
    seen = then_now([assessed(MARCH, 2), assessed(MAY, 3, by="Ruth")])
    assert seen.widest is None
    assert then_now([assessed(MARCH, 2)]).widest is None


def test_of_two_on_a_day_the_one_made_first_is_then() -> None:
    early, late = (
        Assessment(day=MARCH, created=created, ratings=(Rating("a", "A", level, note="so"),))
        for created, level in ((1, 2), (2, 4))
    )
    (row,) = then_now([late, early]).rows
    assert (row.then, row.now, row.evidence) == (2, 4, "so")
    assert (row.then_id, row.now_id) == (early.id, late.id)
