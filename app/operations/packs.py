"""Share packs: choosing, and the line in the ledger once a file was saved."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.ids import Id
from app.domain.packs import Pack, Shared
from app.vault import Vault


def add(vault: Vault, pack: Pack) -> Pack:
    """A new pack; nothing is chosen unless the pack says so."""
    with vault.transact(Op.ADD_PACK) as write:
        return write.put(pack)


def revise(vault: Vault, pack: Pack) -> Pack:
    """The pack as it reads now; a run of these is one step of undo until `vault.seal()`."""
    with vault.transact(Op.REVISE_PACK) as write:
        write.get(Pack, pack.id)
        return write.put(pack)


def delete(vault: Vault, pack_id: Id) -> None:
    """The pack to the trash; what is in it and the ledger stay as they are."""
    with vault.transact(Op.DELETE_PACK) as write:
        write.delete(write.get(Pack, pack_id))


def restore(vault: Vault, pack_id: Id) -> None:
    """The pack back from the trash."""
    with vault.transact(Op.RESTORE) as write:
        pack = write.find(Pack, pack_id)
        if pack is not None and pack.deleted is not None:
            write.put(replace(pack, deleted=None))


def record(vault: Vault, shared: Shared) -> Shared:
    """A line in the ledger, once the file is on disk; it cannot be undone, like the file."""
    with vault.transact(Op.SHARE_PACK) as write:
        return write.put(shared)
