from __future__ import annotations

from pathlib import Path

import pytest

from app.content.decoder import ContentError
from app.content.library import Library
from app.domain.cycles import Agreed


def test_the_working_agreement_has_eleven_points_and_is_read_apart_from_the_sessions() -> None:
    agreement = Library().working_agreement

    assert agreement.about.startswith("Fill this in together")
    assert len(agreement.fields) == 11
    assert {field.type for field in agreement.fields} == {"text", "multiline"}


def test_sessions_without_a_working_agreement_are_refused(tmp_path: Path) -> None:
    (tmp_path / "sessions.yaml").write_text("version: 1\nsessions: []\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"yaml, working_agreement: should be a mapping"):
        _ = Library(tmp_path).working_agreement


def test_what_was_agreed_stands_in_the_order_of_the_content_and_the_unknown_last() -> None:
    agreed = (Agreed("of-old", "Kept"), Agreed("ending", "On time"), Agreed("purpose", "Lead"))

    assert Library().working_agreement.points_of((*agreed, Agreed("rhythm", " "))) == (
        ("What we're here to work on", "Lead"),
        ("How we'll end, early or on time", "On time"),
        ("of-old", "Kept"),
    )
