"""Searches that are kept to be made again."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.ids import Id
from app.domain.searches import SavedSearch, Sort
from app.vault import Vault


def save(vault: Vault, name: str, query: str, sort: Sort) -> SavedSearch:
    """A search kept under a name; one that has this name already becomes this one."""
    with vault.transact(Op.SAVE_SEARCH) as write:
        known = write.all(SavedSearch)
        same = (found for found in known if found.name.casefold() == name.strip().casefold())
        kept = next(same, SavedSearch())
        return write.put(replace(kept, name=name.strip(), query=query, sort=sort))


def rename(vault: Vault, search_id: Id, name: str) -> SavedSearch:
    """The search under another name."""
    with vault.transact(Op.SAVE_SEARCH) as write:
        return write.put(replace(write.get(SavedSearch, search_id), name=name.strip()))


def delete(vault: Vault, search_id: Id) -> None:
    """The search no longer kept; what it finds stays."""
    with vault.transact(Op.DELETE_SEARCH) as write:
        write.delete(write.get(SavedSearch, search_id))
