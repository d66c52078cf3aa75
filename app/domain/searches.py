"""Searches that somebody wants to make again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.ids import Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_title


class Sort(StrEnum):
    """The order of what a search found."""

    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch(Record):
    """A search with a name; `query` is what stands in the search box."""

    kind: ClassVar[Kind] = Kind.SEARCH

    name: str = ""
    query: str = ""
    sort: Sort = Sort.BEST

    def check(self) -> None:
        """Raise RuleBrokenError where it has no name or a text is too long."""
        check_title(self.name)
        check_length("query", self.query, TITLE_LIMIT)
