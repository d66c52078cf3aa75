"""Renaming, merging and removing tags, everywhere at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from app.changes import Op
from app.domain.query import parse
from app.domain.records import TitleMissingError, clean_tags
from app.domain.searches import SavedSearch
from app.domain.templates import OwnTemplate
from app.storage import tag_rows
from app.vault import Vault


def rename(vault: Vault, old: Collection[str], new: str) -> int:
    """These tags under another name, whatever their case; returns how many entries changed.

    Renaming to a tag that exists merges them. Templates of one's own and saved searches follow.
    """
    cleaned = clean_tags((new,))
    if not cleaned:
        raise TitleMissingError(field="tag")
    # With the name itself: where it was spelled in another case it is the same tag.
    return _retag(vault, (*old, *cleaned), cleaned)


def remove(vault: Vault, tag: str) -> int:
    """The tag taken from everything that has it; saved searches for it stay as they are."""
    return _retag(vault, (tag,), ())


def _retag(vault: Vault, old: Collection[str], new: tuple[str, ...]) -> int:
    known = {tag.casefold() for tag in old}

    def is_old(tag: str) -> bool:
        return tag.casefold() in known

    with vault.transact(Op.RENAME_TAG) as write:
        count = tag_rows.retag(write, lambda tags: _retagged(tags, is_old, new))
        for template in (*write.all(OwnTemplate), *write.deleted(OwnTemplate)):
            write.put(replace(template, tags=_retagged(template.tags, is_old, new)))
        for search in write.all(SavedSearch) if new else ():
            write.put(replace(search, query=_requeried(search.query, is_old, new[0])))
    return count


def _retagged(
    tags: tuple[str, ...], is_old: Callable[[str], bool], new: tuple[str, ...]
) -> tuple[str, ...]:
    """Tags with the new one in the place of the first old one."""
    return clean_tags(tuple(name for tag in tags for name in (new if is_old(tag) else (tag,))))


def _requeried(query: str, is_old: Callable[[str], bool], new: str) -> str:
    """What somebody searches for, by the new name of a tag."""
    for found in reversed(parse(query).filters):
        if found.name == "tag" and is_old(found.value.lstrip("#")):
            sign = "#" if query[found.start] == "#" else "tag:"
            query = f"{query[: found.start]}{sign}{new}{query[found.end :]}"
    return query
