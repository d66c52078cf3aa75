from __future__ import annotations

import pytest

from app.domain.records import TitleMissingError, TooLongError
from app.domain.templates import (
    BODY_LIMIT,
    MINUTES_LIMIT,
    TAGS_LIMIT,
    MinutesError,
    OwnTemplate,
)


def test_a_template_needs_a_name() -> None:
    with pytest.raises(TitleMissingError):
        OwnTemplate(body="## What happened").check()


def test_tags_of_a_template_are_cleaned() -> None:
    assert OwnTemplate(name="Friday").tagged(("#week", "Week")).tags == ("week",)


def test_a_template_is_kept_in_plain_lines() -> None:
    tags = ("@ #week", *map(str, range(TAGS_LIMIT)))
    kept = OwnTemplate(name=" Friday\nlook ", when="At\tfour", body="a\r\nb\rc\0", tags=tags)
    cleaned = kept.cleaned()
    assert (cleaned.name, cleaned.when, cleaned.body) == ("Friday look", "At four", "a\nb\nc")
    assert cleaned.tags[:2] == ("week", "0")
    assert len(cleaned.tags) == TAGS_LIMIT
    assert cleaned.cleaned() == cleaned


@pytest.mark.parametrize("minutes", [-1, MINUTES_LIMIT + 1])
def test_a_template_takes_between_no_time_and_a_day(minutes: int) -> None:
    with pytest.raises(MinutesError):
        OwnTemplate(name="x", minutes=minutes).check()


def test_a_template_has_an_end() -> None:
    OwnTemplate(name="x", body="b" * BODY_LIMIT).check()
    with pytest.raises(TooLongError):
        OwnTemplate(name="x", body="b" * (BODY_LIMIT + 1)).check()
