"""What stays of what is near the chosen items, to be told beside the pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.domain.entries import Entry
from app.domain.goals import Attempt
from app.domain.ids import Id, Kind
from app.domain.support import Support
from app.queries.naming import unnamed_in
from app.sharing.fields import filled
from app.sharing.source import PackSource
from app.storage.rows import Reader
from app.vault import Vault

BESIDE = (Kind.PERSON, Kind.ASSESSMENT, Kind.SUPPORT)
"""The kinds of record that no pack can hold, beside the private debrief of a session."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An entry that is linked to a chosen item and stays."""

    id: Id
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a chosen item, and near it, stays: its other fields and what hangs on it.

    `attempts` and `support` count what is never shared; `passages` and `names` what is taken out
    of the fields that leave.
    """

    kind: Kind
    id: Id
    title: str
    fields: tuple[str, ...] = ()
    linked: tuple[Linked, ...] = ()
    attempts: int = 0
    support: int = 0
    passages: int = 0
    names: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything stays."""
        counts = (self.attempts, self.support, self.passages, self.names)
        return bool(self.fields or self.linked or any(counts))


def left_out(vault: Vault, source: PackSource) -> tuple[LeftOut, ...]:
    """What of the chosen items, and near them, does not leave; only where there is any."""
    ids = [each.id for each in source.chosen]
    attempts = Counter(each.goal for each in vault.read.among(Attempt, "goal", ids))
    support = Counter(each.goal for each in vault.read.among(Support, "goal", ids))
    names = unnamed_in(vault, source)
    found = (
        LeftOut(
            kind=each.kind,
            id=each.id,
            title=each.record.title.strip(),
            fields=filled(each),
            linked=tuple(_linked(entry) for entry in each.evidence),
            attempts=attempts[each.id],
            support=support[each.id],
            passages=len(each.passages),
            names=names.get(each.id, 0),
        )
        for each in source.chosen
    )
    return tuple(each for each in found if each.is_any)


def beside(reader: Reader) -> dict[Kind, int]:
    """How much the vault holds that no pack can hold."""
    return {kind: reader.count(kind) for kind in BESIDE}


def _linked(entry: Entry) -> Linked:
    return Linked(entry.id, entry.title.strip(), entry.day)
