"""What stays of what is near the chosen items, to be told beside the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.forms import Consent
from app.domain.goals import Attempt
from app.domain.ids import Id, Kind
from app.domain.sessions import Debrief
from app.domain.support import Support
from app.queries.naming import unnamed_in
from app.sharing.fields import filled
from app.sharing.source import PackSource
from app.storage.rows import Reader
from app.vault import Vault

BESIDE = (Kind.DEBRIEF, Kind.PERSON, Kind.ASSESSMENT, Kind.SUPPORT, Kind.REQUEST)
"""The kinds of record that no pack can hold."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An entry that is linked to a chosen item and stays."""

    id: Id
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a chosen item, and near it, stays: its other fields and what hangs on it.

    `attempts`, `support`, `debriefs` and `feedback`, which is evidence for it, count what stays
    with it; `passages` and `names` what is taken out of the fields that leave.
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
    debriefs: int = 0
    feedback: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything stays."""
        counts = (
            self.attempts, self.support, self.passages, self.names, self.debriefs, self.feedback
        )  # fmt: skip
        return bool(self.fields or self.linked or any(counts))


def left_out(vault: Vault, source: PackSource) -> tuple[LeftOut, ...]:
    """What of the chosen items, and near them, does not leave; only where there is any."""
    ids = [each.id for each in source.chosen]
    attempts = Counter(each.goal for each in vault.read.among(Attempt, "goal", ids))
    support = Counter(each.goal for each in vault.read.among(Support, "goal", ids))
    names = unnamed_in(source)
    debriefs = Counter(each.session for each in vault.read.among(Debrief, "session", ids))
    going = {each.id for each in source.chosen}
    proofs = Counter(
        link.id for each in vault.read.all(Feedback) if each.id not in going for link in each.links
    )
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
            debriefs=debriefs[each.id],
            feedback=proofs[each.id],
        )
        for each in source.chosen
    )
    return tuple(each for each in found if each.is_any)


@dataclass(frozen=True, slots=True)
class Beside:
    """How much the vault holds that no pack can hold, by kind.

    `private` counts feedback that its givers want to stay, `unkept` other feedback that was not
    kept: it has only arrived, or was set aside.
    """

    kinds: Mapping[Kind, int]
    private: int
    unkept: int


def beside(reader: Reader) -> Beside:
    """How much the vault holds that no pack can hold."""
    stays = [each for each in reader.all(Feedback) if not each.may_leave]
    private = sum(each.consent is Consent.PRIVATE for each in stays)
    kinds = {kind: reader.count(kind) for kind in BESIDE}
    return Beside(kinds, private, len(stays) - private)


def _linked(entry: Entry) -> Linked:
    return Linked(entry.id, entry.title.strip(), entry.day)
