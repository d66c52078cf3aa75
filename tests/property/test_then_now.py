"""Then and now of any assessments: nothing invented, nothing counted twice, told either way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.competencies import Assessment, Rating
from app.domain.ids import Id
from app.domain.progress import Change, Listed, then_now

NAMES = "abcde"
RATINGS = st.builds(
    lambda names, levels, anew: tuple(
        Rating(name, name.upper(), level, recalibrated=seen)
        for name, level, seen in zip(names, levels, anew, strict=False)
    ),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True),
    st.lists(st.integers(1, 5), min_size=5, max_size=5),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
ASSESSMENTS = st.lists(
    st.builds(
        Assessment,
        day=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
        created=st.integers(0, 10**6),
        person=st.sampled_from([Id(""), Id(""), Id("ruth")]),
        ratings=RATINGS,
    ),
    max_size=6,
)
FRAMEWORK = [Listed(name, name, "group") for name in NAMES]


@given(ASSESSMENTS)
def test_every_own_rating_is_in_a_row_and_every_level_was_given(found: list[Assessment]) -> None:
    seen = then_now(found, FRAMEWORK)
    own = [each for each in found if each.own]
    rated = {rating.competency for each in own for rating in each.ratings}
    assert [row.competency for row in seen.rows] == sorted(rated)
    by_id = {each.id: each for each in own}
    for row in seen.rows:
        if row.then is not None:
            assert by_id[row.then_id].level(row.competency) == row.then
        if row.now is not None:
            assert by_id[row.now_id].level(row.competency) == row.now
        assert row.then is not None or row.now is not None
        given_by_others = {each.level(row.competency) for each in found if not each.own}
        assert row.mentor in {None, *given_by_others}


@given(ASSESSMENTS)
def test_every_row_is_counted_once(found: list[Assessment]) -> None:
    seen = then_now(found)
    assert sum(seen.count(change) for change in Change) == len(seen.rows)
    for row in seen.rows:
        if row.then_day and row.now_day:
            assert row.then_day <= row.now_day


@given(ASSESSMENTS, st.randoms(use_true_random=False))
def test_the_order_they_come_in_does_not_matter(found: list[Assessment], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis types its randoms as objects
    assert then_now(mixed, FRAMEWORK) == then_now(found, FRAMEWORK)


@given(ASSESSMENTS)
def test_told_backwards_higher_is_lower(found: list[Assessment]) -> None:
    plain = [
        replace(each, ratings=tuple(replace(r, recalibrated=False) for r in each.ratings))
        for each in found
        if each.own
    ]
    days = [each.day for each in plain]
    assume(len(set(days)) == len(days))
    middle = date(2026, 1, 1).toordinal()
    turned = [
        replace(each, day=date.fromordinal(2 * middle - each.day.toordinal())) for each in plain
    ]
    forth, back = then_now(plain), then_now(turned)
    assert forth.count(Change.HIGHER) == back.count(Change.LOWER)
    assert forth.count(Change.LOWER) == back.count(Change.HIGHER)
    assert forth.count(Change.SAME) == back.count(Change.SAME)


@given(ASSESSMENTS)
def test_what_was_seen_anew_is_no_change(found: list[Assessment]) -> None:
    anew = [
        replace(each, ratings=tuple(replace(r, recalibrated=True) for r in each.ratings))
        for each in found
    ]
    seen = then_now(anew)
    assert seen.count(Change.HIGHER) == 0
    assert seen.count(Change.LOWER) == 0
