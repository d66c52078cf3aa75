"""What is written in an entry, whoever holds it: an editor, or a version of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

from app.domain.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is written in an entry, not where it lies."""

    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    energy: int | None = None
    confidence: int | None = None
    template: str = ""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The content of an entry."""
        return cls(**{field.name: getattr(entry, field.name) for field in fields(cls)})
