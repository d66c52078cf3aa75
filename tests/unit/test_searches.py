from __future__ import annotations

import pytest

from app.domain.records import TitleMissingError, TooLongError
from app.domain.searches import SavedSearch


def test_a_saved_search_needs_a_name() -> None:
    with pytest.raises(TitleMissingError):
        SavedSearch(query="release").check()


def test_a_query_has_the_length_of_a_line() -> None:
    with pytest.raises(TooLongError):
        SavedSearch(name="All of it", query="release " * 100).check()
