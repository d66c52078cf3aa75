from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress.themes import ENOUGH, LEAST, MONTHS, SHOWN, Tagged, themes

FIRST, LAST = date(2026, 3, 2), date(2026, 5, 21)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
SOME = st.lists(
    st.builds(Tagged, DAYS, st.lists(st.sampled_from("abcdefgh"), max_size=3).map(tuple)),
    max_size=60,
)


def test_a_tag_is_counted_once_for_each_entry_it_stands_in() -> None:
    found = themes(
        [Tagged(date(2026, 3, 9), ("calm",)), Tagged(date(2026, 5, 1), ("calm", "Calm"))],
        FIRST,
        LAST,
    )
    (calm,) = found.rows
    assert found.months == (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))
    assert (calm.by_month, calm.entries, calm.months) == ((1, 0, 1), 2, 2)
    assert calm.first == date(2026, 3, 9)


def test_a_tag_is_spelled_as_in_its_newest_entry() -> None:
    found = themes([Tagged(FIRST, ("calm",)), Tagged(LAST, ("Calm",))], FIRST, LAST)
    assert [row.tag for row in found.rows] == ["Calm"]


def test_few_tagged_entries_are_not_drawn_and_rare_tags_neither() -> None:
    few = [Tagged(FIRST, ("a",))] * (ENOUGH - 1)
    assert themes(few, FIRST, LAST).drawn == ()
    enough = [*few, Tagged(FIRST, ("rare",))]
    assert [row.tag for row in themes(enough, FIRST, LAST).drawn] == ["a"]
    assert themes(enough, FIRST, LAST).most == ENOUGH - 1


def test_no_more_than_twelve_months_and_six_tags_are_drawn() -> None:
    tags = tuple("abcdefgh")
    found = themes([Tagged(LAST, tags)] * ENOUGH, date(2024, 1, 1), LAST)
    assert len(found.months) == MONTHS
    assert [row.tag for row in found.drawn] == list("abcdef")
    assert len(found.rows) == len(tags)


def test_the_first_month_there_is_ends_the_range() -> None:
    assert themes([], date.min, date(1, 2, 3)).months == (date(1, 1, 1), date(1, 2, 1))


@given(SOME, DAYS, DAYS)
def test_every_tagged_entry_in_the_months_is_counted(
    entries: list[Tagged], one: date, other: date
) -> None:
    first, last = sorted((one, other))
    found = themes(entries, first, last)
    inside = [e for e in entries if e.tags and first <= e.day <= last and e.day >= found.months[0]]
    assert found.entries == len(inside)
    for row in found.rows:
        assert row.entries == sum(row.tag in entry.tags for entry in inside)
        assert len(row.by_month) == len(found.months) <= MONTHS
    counts = [row.entries for row in found.rows]
    assert counts == sorted(counts, reverse=True)
    assert len(found.drawn) <= SHOWN
    assert all(row.entries >= LEAST for row in found.drawn)
