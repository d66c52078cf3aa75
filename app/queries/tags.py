"""The tags of a vault, and how much has each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.domain.templates import OwnTemplate
from app.storage import tag_rows
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag, spelled as most entries spell it, with the entries and templates that have it.

    `spellings` counts the ways it is spelled: upper and lower case are one tag.
    """

    name: str
    entries: int
    templates: int
    spellings: int


def tags(reader: Reader) -> list[TagRow]:
    """Every tag in use, by the alphabet."""
    entries = Counter(tag_rows.counts(reader))
    templates = Counter(tag for made in reader.all(OwnTemplate) for tag in made.tags)
    spelled: dict[str, list[str]] = {}
    for tag in sorted({*entries, *templates}):
        spelled.setdefault(tag.casefold(), []).append(tag)
    return [
        TagRow(
            name=max(ways, key=lambda tag: (entries[tag], templates[tag])),
            entries=sum(entries[tag] for tag in ways),
            templates=sum(templates[tag] for tag in ways),
            spellings=len(ways),
        )
        for _, ways in sorted(spelled.items())
    ]
