from __future__ import annotations

from datetime import time, timedelta

from app.clock import Moment
from app.domain.ids import NO_ID
from app.operations.story_ids import StoryDays, record_id
from tests.vaults import NOON


def test_day_0_is_the_latest_wednesday() -> None:
    for ahead in range(7):
        now = Moment(NOON.at + ahead * 86_400_000, NOON.offset)
        anchor = StoryDays(now).anchor
        assert anchor.isoweekday() == 3
        assert timedelta() <= now.day - anchor < timedelta(days=7)


def test_an_hour_of_a_day_is_in_the_zone_of_now() -> None:
    days = StoryDays(NOON)
    assert (
        days.at(-1, time(10)).local.isoformat()[10:]
        == NOON.local.replace(hour=10, minute=0).isoformat()[10:]
    )
    assert days.at(-1, time(10)).day == days.day(-1)


def test_an_id_is_the_same_in_every_sample_vault_and_no_id_stays_none() -> None:
    assert record_id("goal-speak-early") == record_id("goal-speak-early")
    assert (record_id(""), record_id(None)) == (NO_ID, NO_ID)
