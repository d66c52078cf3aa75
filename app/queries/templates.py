"""Templates to begin an entry with: one's own, and those that ship with Greenroom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Final

from app.content.library import Library
from app.content.templates import Template
from app.domain.ids import Id
from app.domain.records import TITLE_LIMIT
from app.domain.templates import OwnTemplate
from app.storage.rows import Reader

MINE: Final = "mine"
"""The group of one's own templates; it has no name here, because words belong to the window."""


@dataclass(frozen=True, slots=True)
class JournalTemplate:
    """A template, wherever it comes from; 0 minutes says nothing about how long it takes."""

    id: str
    name: str
    when: str
    minutes: int
    tags: tuple[str, ...]
    body: str
    own: bool = False

    def copied(self, name: str) -> OwnTemplate:
        """A template of one's own that says the same under this name."""
        return OwnTemplate(
            name=name, when=self.when, minutes=self.minutes, tags=self.tags, body=self.body
        )


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """Templates under one heading."""

    id: str
    name: str
    templates: tuple[JournalTemplate, ...]


def groups(reader: Reader, library: Library) -> tuple[TemplateGroup, ...]:
    """All templates by group, one's own first if there are any."""
    shipped = (
        TemplateGroup(
            group.id, group.name, tuple(map(_shipped, library.templates.of_group(group.id)))
        )
        for group in library.templates.groups
    )
    own = mine(reader)
    return (*([TemplateGroup(MINE, "", own)] if own else []), *shipped)


def mine(reader: Reader) -> tuple[JournalTemplate, ...]:
    """One's own templates, by name."""
    kept = sorted(reader.all(OwnTemplate), key=lambda each: (each.name.casefold(), each.id))
    return tuple(map(_own, kept))


def find(reader: Reader, library: Library, template_id: str) -> JournalTemplate | None:
    """The template with this id; None where it is gone."""
    shipped = library.templates.find(template_id)
    if shipped is not None:
        return _shipped(shipped)
    own = reader.find(OwnTemplate, Id(template_id))
    return _own(own) if own is not None and own.deleted is None else None


def named(reader: Reader, library: Library, words: str) -> JournalTemplate | None:
    """The template with this id, or of this name in any case, one's own first."""
    every = (template for group in groups(reader, library) for template in group.templates)
    same = (each for each in every if each.name.casefold() == words.casefold())
    return find(reader, library, words) or next(same, None)


def name_of(reader: Reader, library: Library, template_id: str) -> str:
    """What a template is called, also one in the trash; its id where nobody knows it any more."""
    shipped = library.templates.find(template_id)
    if shipped is not None:
        return shipped.name
    own = reader.find(OwnTemplate, Id(template_id))
    return own.name if own is not None else template_id


def free_name(reader: Reader, name: str) -> str:
    """The name, or with a number after it where a template of one's own has it already."""
    taken = {template.name.casefold() for template in reader.all(OwnTemplate)}
    numbered = (f"{name[: TITLE_LIMIT - 8]} ({number})" for number in count(2))
    return (
        name
        if name.casefold() not in taken
        else next(n for n in numbered if n.casefold() not in taken)
    )


def _shipped(template: Template) -> JournalTemplate:
    return JournalTemplate(
        template.id, template.name, template.when, template.minutes, template.tags, template.body
    )


def _own(template: OwnTemplate) -> JournalTemplate:
    return JournalTemplate(
        template.id,
        template.name,
        template.when,
        template.minutes,
        template.tags,
        template.body,
        own=True,
    )
