"""Taking things out of the trash."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.ids import Id, Kind
from app.domain.packs import Pack
from app.operations import goals, journal
from app.vault import Vault


def restore(vault: Vault, kind: Kind, record_id: Id) -> None:
    """The entry, goal, stretch goal or pack back, with all that went with it.

    What is no longer in the trash stays as it is.
    """
    back = {
        Kind.ENTRY: journal.restore,
        Kind.GOAL: goals.restore_goal,
        Kind.STRETCH: goals.restore_stretch,
        Kind.PACK: _restore_pack,
    }
    back[kind](vault, record_id)


def _restore_pack(vault: Vault, pack_id: Id) -> None:
    with vault.transact(Op.RESTORE) as write:
        pack = write.find(Pack, pack_id)
        if pack is not None and pack.deleted is not None:
            write.put(replace(pack, deleted=None))
