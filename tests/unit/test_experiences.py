from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.experiences import Experience, ExperienceKind, HoursError, Learning, Phase
from app.domain.goals import DatesReversedError
from app.domain.records import TitleMissingError

MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("kind", "learning"),
    [
        (ExperienceKind.SHADOWING, Learning.WITH_OTHERS),
        (ExperienceKind.COACHING, Learning.WITH_OTHERS),
        (ExperienceKind.COURSE, Learning.FORMAL),
        (ExperienceKind.ROTATION, Learning.ON_THE_JOB),
        (ExperienceKind.HARDSHIP, Learning.ON_THE_JOB),
    ],
)
def test_how_one_learns_follows_from_the_kind(kind: ExperienceKind, learning: Learning) -> None:
    assert Experience(title="x", type=kind).learnt_by is learning


def test_how_one_learns_can_be_chosen() -> None:
    chosen = Experience(title="x", type=ExperienceKind.COURSE, learning=Learning.WITH_OTHERS)
    assert chosen.learnt_by is Learning.WITH_OTHERS


@pytest.mark.parametrize(
    ("start", "end", "day", "phase"),
    [
        (None, None, MARCH, Phase.PLANNED),
        (MAY, None, MARCH, Phase.PLANNED),
        (MARCH, None, MAY, Phase.UNDER_WAY),
        (MARCH, MAY, MARCH, Phase.UNDER_WAY),
        (MARCH, MARCH, MARCH, Phase.DONE),
        (None, MARCH, MAY, Phase.DONE),
        (None, MAY, MARCH, Phase.UNDER_WAY),
    ],
)
def test_where_it_stands_follows_from_its_dates(
    start: date | None, end: date | None, day: date, phase: Phase
) -> None:
    assert Experience(title="x", start=start, end=end).phase(day) is phase


@given(DAYS, DAYS, DAYS, DAYS)
def test_it_overlaps_a_range_if_a_day_of_it_lies_there(
    one: date, other: date, first: date, last: date
) -> None:
    start, end = sorted((one, other))
    first, last = sorted((first, last))
    shared = max(start, first) <= min(end, last)
    assert Experience(title="x", start=start, end=end).overlaps(first, last) == shared


def test_without_dates_it_lies_in_no_range() -> None:
    assert not Experience(title="x").overlaps(date.min, date.max)
    assert Experience(title="x", start=MARCH).overlaps(MAY, MAY)
    assert not Experience(title="x", end=MARCH).overlaps(MAY, MAY)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(TitleMissingError):
        Experience().check()
    with pytest.raises(DatesReversedError):
        Experience(title="x", start=MAY, end=MARCH).check()
    with pytest.raises(HoursError):
        Experience(title="x", hours=float("nan")).check()
    Experience(title="x", hours=0.5).check()
