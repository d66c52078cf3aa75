"""What every record has in common, and the rules that more than one kind keeps."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import ClassVar

from app.domain.ids import Id, Kind, new_id
from app.errors import RuleBrokenError

TITLE_LIMIT = 300
TEXT_LIMIT = 1_000_000
TAG_LIMIT = 60
RATINGS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the vault; times are UTC milliseconds, stamped by the vault when it is written.

    `deleted` is the time it went to the trash; None while it is there.
    """

    kind: ClassVar[Kind]
    fixed: ClassVar[bool] = False
    """Whether it never changes once it is stored; it can still go to the trash and come back."""

    id: Id = field(default_factory=new_id)
    created: int = 0
    modified: int = 0
    deleted: int | None = None

    def check(self) -> None:
        """Raise RuleBrokenError where a field breaks a rule of its kind."""


class TooLongError(RuleBrokenError):
    """A text is longer than its field keeps."""

    message = "That is too long: at most {limit} characters fit here. Your text is still on screen."


class RatingError(RuleBrokenError):
    """A rating is not between 1 and 5."""

    message = "A rating runs from 1 to 5, or is left out."


class TitleMissingError(RuleBrokenError):
    """A record that needs a name has none."""

    message = "Give it a name first. Everything else can wait."


class FixedError(RuleBrokenError):
    """A record that never changes would be changed."""

    message = "This is kept as it was and does not change. You can add a new one."


def check_title(title: str, *, required: bool = True) -> None:
    """Raise where a title is missing or too long."""
    if required and not title.strip():
        raise TitleMissingError(field="title")
    check_length("title", title, TITLE_LIMIT)


def check_length(name: str, text: str, limit: int = TEXT_LIMIT) -> None:
    """Raise where a text is longer than its limit, in characters."""
    if len(text) > limit:
        raise TooLongError(field=name, limit=limit)


def check_rating(name: str, rating: int | None) -> None:
    """Raise where a rating is neither 1 to 5 nor left out."""
    if rating is not None and rating not in RATINGS:
        raise RatingError(field=name)


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without marks, spaces or repeats (compared without case), in the order given."""
    seen: dict[str, str] = {}
    for tag in tags:
        bare = unicodedata.normalize("NFC", tag).replace(",", "").strip()
        while bare.startswith(("#", "@")):
            bare = bare[1:].lstrip()
        name = "-".join(bare.split())[:TAG_LIMIT]
        if name:
            seen.setdefault(name.casefold(), name)
    return tuple(seen.values())
