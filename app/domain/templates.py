"""Templates for entries that somebody made for themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.domain.ids import Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_title, clean_tags
from app.errors import RuleBrokenError

BODY_LIMIT = 100_000
TAGS_LIMIT = 30
MINUTES_LIMIT = 24 * 60


class MinutesError(RuleBrokenError):
    """A template takes less than no time, or more than a day."""

    message = "Minutes run from 0 to {limit}; 0 says nothing about how long it takes."


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

    def cleaned(self) -> OwnTemplate:
        """The template with a name and an occasion of one line each, and few, clean tags."""
        name, when = (_one_line(text) for text in (self.name, self.when))
        body = self.body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        return replace(self, name=name, when=when, body=body).tagged(
            tuple(_one_line(tag) for tag in self.tags[:TAGS_LIMIT])
        )

    def check(self) -> None:
        """Raise RuleBrokenError where it has no name, or a text or the time is too long."""
        check_title(self.name)
        check_length("when", self.when, TITLE_LIMIT)
        check_length("body", self.body, BODY_LIMIT)
        if not 0 <= self.minutes <= MINUTES_LIMIT:
            raise MinutesError(field="minutes", limit=MINUTES_LIMIT)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
