"""The mix of experiences: what is counted, and what can be said of it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.experiences import Experience, ExperienceKind, Learning
from app.domain.progress.mix import Balance, Mix, MixRow, mix

JOB, OTHERS, FORMAL = Learning


def of(job: int, others: int, formal: int) -> Mix:
    """A mix of so many by each way to learn."""
    ways = [JOB] * job + [OTHERS] * others + [FORMAL] * formal
    rows = (MixRow(str(at), "t", ExperienceKind.OTHER, way) for at, way in enumerate(ways))
    return mix(rows)


@pytest.mark.parametrize(
    ("counts", "balance", "most"),
    [
        ((0, 0, 0), Balance.NONE, ()),
        ((1, 0, 0), Balance.FEW, (JOB,)),
        ((1, 1, 1), Balance.FEW, (JOB, OTHERS, FORMAL)),
        ((4, 0, 0), Balance.ALL, (JOB,)),
        ((5, 2, 1), Balance.MOSTLY, (JOB,)),
        ((1, 2, 1), Balance.MOST_OFTEN, (OTHERS,)),
        ((2, 2, 1), Balance.TWO_ALIKE, (JOB, OTHERS)),
        ((2, 0, 2), Balance.TWO_ALIKE, (JOB, FORMAL)),
        ((2, 2, 2), Balance.EACH, (JOB, OTHERS, FORMAL)),
    ],
)
def test_what_can_be_said_of_so_many(
    counts: tuple[int, int, int], balance: Balance, most: tuple[Learning, ...]
) -> None:
    found = of(*counts)
    assert (found.balance, found.most) == (balance, most)
    assert tuple(count for _, count in found.counts) == counts


def test_a_row_is_learnt_as_chosen_or_as_its_kind_says() -> None:
    shadowing = Experience(title="s", type=ExperienceKind.SHADOWING, hours=4.0)
    chosen = Experience(title="c", type=ExperienceKind.SHADOWING, learning=FORMAL)
    assert MixRow.of(shadowing, ("Listening",)).learning is OTHERS
    assert MixRow.of(shadowing, ("Listening",)).competencies == ("Listening",)
    assert MixRow.of(chosen).learning is FORMAL


def test_only_what_overlaps_the_days_counts_and_without_days_all_does() -> None:
    rows = [
        MixRow("in", "t", ExperienceKind.OTHER, JOB, date(2026, 3, 1), date(2026, 3, 2)),
        MixRow("since", "t", ExperienceKind.OTHER, JOB, date(2025, 1, 1)),
        MixRow("before", "t", ExperienceKind.OTHER, JOB, None, date(2026, 2, 28)),
        MixRow("undated", "t", ExperienceKind.OTHER, JOB),
    ]
    found = mix(rows, (date(2026, 3, 1), date(2026, 3, 31)))
    assert [row.id for row in found.rows] == ["since", "in"]
    assert len(mix(rows).rows) == 4


def test_rows_stand_by_the_way_to_learn_and_then_by_date() -> None:
    rows = [
        MixRow("course", "t", ExperienceKind.COURSE, FORMAL, date(2026, 1, 1)),
        MixRow("undated", "t", ExperienceKind.OTHER, JOB),
        MixRow("later", "t", ExperienceKind.OTHER, JOB, None, date(2026, 5, 1)),
        MixRow("sooner", "t", ExperienceKind.OTHER, JOB, date(2026, 4, 1)),
    ]
    assert [row.id for row in mix(rows).rows] == ["sooner", "later", "undated", "course"]
