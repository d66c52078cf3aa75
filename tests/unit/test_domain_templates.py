from __future__ import annotations

import pytest

from app.domain.records import TitleMissingError
from app.domain.templates import OwnTemplate


def test_a_template_needs_a_name() -> None:
    with pytest.raises(TitleMissingError):
        OwnTemplate(body="## What happened").check()


def test_tags_of_a_template_are_cleaned() -> None:
    assert OwnTemplate(name="Friday").tagged(("#week", "Week")).tags == ("week",)
