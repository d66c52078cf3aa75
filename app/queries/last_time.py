"""What somebody got before: to choose it again, and to see what has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.charts import confidence, themes
from app.charts.seen import ChartChoice
from app.clock import Moment
from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import NEVER_OFFERED, PackItem, Shared, SharedItem
from app.queries.packs import Candidate
from app.sharing.fields import ALWAYS, changed, digest, short
from app.vault import Vault

_ASKED_FOR: Final = frozenset({confidence.KEY, themes.KEY})
"""The charts of what is never offered."""


@dataclass(frozen=True, slots=True)
class Got:
    """An item that somebody got, as it read when they got it last."""

    item: SharedItem
    when: Moment

    def choice(self, candidate: Candidate) -> PackItem:
        """The item with the fields they got, but for those that are never offered.

        Where it reads differently by now, the choice waits until the mentee has looked.
        """
        item = self.item
        pairs = tuple(zip(item.fields, item.versions, strict=True))
        kept = tuple(pair for pair in pairs if pair[0] not in NEVER_OFFERED)
        fields = tuple(name for name, _ in kept)
        now = candidate.choice(fields)
        title, passages = now.versions[: len(ALWAYS)]
        if candidate.whole.record.title != item.title:
            title = ""
        if len(candidate.whole.passages) != item.passages:
            passages = ""
        then = PackItem(
            item.kind,
            item.id,
            fields,
            versions=(title, passages, *(short(version) for _, version in kept)),
        )
        return then if changed(candidate.whole, then) else now

    def is_changed(self, candidate: Candidate) -> bool:
        """Whether the item, or a field that they got of it, reads differently by now."""
        pairs = zip(self.item.fields, self.item.versions, strict=True)
        renamed = candidate.whole.record.title != self.item.title
        return renamed or any(digest(candidate.whole, name) != each for name, each in pairs)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Everything a person got, each item as it was last, and what was in the newest PDF."""

    got: dict[tuple[Kind, Id], Got]
    last: tuple[tuple[Kind, Id], ...] = ()

    def find(self, candidate: Candidate) -> Got | None:
        """What they got of an item, if they did."""
        return self.got.get((candidate.kind, candidate.id))

    def again(self, candidates: Iterable[Candidate]) -> tuple[PackItem, ...]:
        """What was in the newest PDF and is still there, in its order then."""
        known = {(each.kind, each.id): each for each in candidates}
        found = ((known.get(key), self.got[key]) for key in self.last)
        return tuple(
            got.choice(candidate)
            for candidate, got in found
            if candidate is not None and may_be_ticked(candidate)
        )

    @property
    def charts(self) -> tuple[Id, ...]:
        """The charts in the newest PDF."""
        return tuple(each for kind, each in self.last if kind is Kind.CHART)


def earlier(vault: Vault, recipient: Id) -> Earlier:
    """What the ledger says that somebody got; lines without a person count by their name."""
    person = vault.read.find(Person, recipient) if recipient else None
    if person is None:
        return Earlier({})
    lines = sorted((each for each in vault.read.all(Shared) if _is_for(each, person)), key=_when)
    got = {
        (item.kind, item.id): Got(item, Moment(line.at, line.offset))
        for line in lines
        for item in line.items
    }
    last = tuple((item.kind, item.id) for item in lines[-1].items) if lines else ()
    return Earlier(got, last)


def _is_for(line: Shared, person: Person) -> bool:
    if line.person != NO_ID:
        return line.person == person.id
    return (line.recipient, line.relation) == (person.name, person.relation)


def _when(line: Shared) -> tuple[int, Id]:
    return line.at, line.id


def may_be_ticked(candidate: Candidate) -> bool:
    """Whether a button may tick it: no chart of what is never offered."""
    choice = ChartChoice.read(candidate.id) if candidate.kind is Kind.CHART else None
    return choice is None or choice.key not in _ASKED_FOR
