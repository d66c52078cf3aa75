"""Templates for entries that somebody made for themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.domain.ids import Kind
from app.domain.records import Record, check_length, check_title, clean_tags


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate(Record):
    """A template of one's own; `body` is Markdown in which `_text like this_` is a prompt.

    `when` says when it serves, `minutes` how long it takes; 0 says nothing about that.
    """

    kind: ClassVar[Kind] = Kind.TEMPLATE

    name: str = ""
    when: str = ""
    minutes: int = 0
    tags: tuple[str, ...] = ()
    body: str = ""

    def tagged(self, tags: tuple[str, ...]) -> OwnTemplate:
        """The template with these tags, cleaned."""
        return replace(self, tags=clean_tags(tags))

    def check(self) -> None:
        """Raise RuleBrokenError where it has no name or a text is too long."""
        check_title(self.name)
        check_length("when", self.when)
        check_length("body", self.body)
