"""The pack that is being made: every choice is kept in the vault as it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.clock import Moment
from app.domain.cycles import Person
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem, PackType, offered
from app.operations import packs
from app.queries import packs as queries
from app.queries import suggestions
from app.queries.last_time import Earlier, earlier
from app.queries.packs import Candidate
from app.sharing.source import PackSource, fields_of
from ui.context import Context


class DraftPack(QObject):
    """A pack and its candidates. Nothing is ticked but what the mentee ticks, one by one.

    `asked` is an item that the mentee came from: it stands on top, and is not ticked either.
    `recipient` is the name of the one it is for, `earlier` what they got before.
    """

    changed = Signal()
    """The pack reads differently, or its items do."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.pack = Pack()
        self.stored = False
        self.saved: Moment | None = None
        self.asked: Id | None = None
        self.candidates: tuple[Candidate, ...] = ()
        self.earlier = Earlier({})
        self.recipient = ""
        self.about = suggestions.about(context.vault, self.pack)
        self._loaded_for: object = None
        self._source: PackSource | None = None

    # Properties

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The candidates that will leave: ticked, and reading as when they were ticked."""
        return tuple(each for each in self.candidates if self.is_ticked(each))

    @property
    def picked(self) -> tuple[Candidate, ...]:
        """The candidates in the pack, in their order on paper; what changed since is among them."""
        known = {(each.kind, each.id): each for each in self.candidates}
        found = (known.get((item.kind, item.id)) for item in self.pack.items)
        return tuple(each for each in found if each is not None)

    @property
    def stale(self) -> tuple[Candidate, ...]:
        """The candidates that were ticked and have changed since: they stay until looked at."""
        return tuple(each for each in self.picked if not self.is_ticked(each))

    @property
    def suggested(self) -> tuple[Candidate, ...]:
        """What is worth a look in a pack of this type, ticked or not."""
        within = (each for each in self.candidates if self.is_within(each))
        return suggestions.suggested(self.pack.type, within, self.about)

    @property
    def suggestions(self) -> tuple[Candidate, ...]:
        """The candidates worth a look that were not ticked yet."""
        return tuple(each for each in self.suggested if not self.has(each))

    @property
    def again(self) -> tuple[PackItem, ...]:
        """What the recipient got last time and is not in the pack yet."""
        items = self.earlier.again(self.candidates)
        return tuple(each for each in items if self.pack.item(each.kind, each.id) is None)

    def has(self, candidate: Candidate) -> bool:
        """Whether an item is in the pack, whether or not it has changed since."""
        return self.pack.item(candidate.kind, candidate.id) is not None

    def is_within(self, candidate: Candidate) -> bool:
        """Whether an item lies between the days of the pack."""
        return suggestions.is_within(candidate, self.pack.first, self.pack.last)

    def is_ticked(self, candidate: Candidate) -> bool:
        """Whether an item leaves as it reads now."""
        item = self.pack.item(candidate.kind, candidate.id)
        return item is not None and candidate.is_current(item)

    def fields(self, candidate: Candidate) -> tuple[str, ...]:
        """The ticked fields of an item."""
        item = self.pack.item(candidate.kind, candidate.id)
        return item.fields if item else ()

    def differs(self, candidate: Candidate) -> tuple[str, ...]:
        """What of an item in the pack says something else since it was ticked."""
        item = self.pack.item(candidate.kind, candidate.id)
        return candidate.changed(item) if item else ()

    @property
    def source(self) -> PackSource:
        """What the PDF is made from, as of the last change that this was told of."""
        if self._source is None:
            self._source = self.read_source()
        return self._source

    def read_source(self) -> PackSource:
        """What the PDF is made from now."""
        return queries.source(self._context.vault, self.pack, self._context.library)

    # Methods

    def begin(self, pack: Pack, asked: Id | None = None) -> None:
        """Start a pack; it is kept once something is in it."""
        self._show(pack, stored=False, asked=asked)

    def open(self, pack: Pack) -> None:
        """Go on with a pack."""
        self._show(pack, stored=True, asked=None)

    def reload(self) -> bool:
        """Show the pack as it is in the vault; False where it is gone."""
        if self.stored:
            found = queries.find(self._context.vault, self.pack.id)
            if found is None:
                return False
            self.pack, self.saved = found, self._written(found)
        self._tell()
        return True

    def load_candidates(self) -> None:
        """Show what can be shared as it reads now."""
        vault, pack = self._context.vault, self.pack
        self._loaded_for = self._basis()
        self.about = suggestions.about(vault, pack, self.asked)
        self.earlier = earlier(vault, pack.recipient)
        person = vault.read.find(Person, pack.recipient)
        self.recipient = person.name if person else ""
        charts = [item.id for item in pack.items if item.kind is Kind.CHART]
        asked = [self.asked] if self.asked else []
        found = queries.candidates(
            vault,
            self._context.library,
            [*asked, *charts, *self.earlier.charts],
            pack.recipient,
            self.about.span,
        )
        self.candidates = suggestions.arranged(pack.type, found)

    def keep(self, pack: Pack) -> bool:
        """The pack reads so from now on; returns whether that is on disk."""
        if pack == self.pack:
            return True
        operation = packs.revise if self.stored else packs.add
        kept = self._context.perform(lambda: operation(self._context.vault, pack))
        if kept is None:
            return False
        # A page that is seen has already shown it, as it does every change.
        if self.pack != kept or not self.stored:
            self.pack, self.stored, self.saved = kept, True, self._written(kept)
            self._tell()
        return True

    def delete(self) -> bool:
        """The pack to the trash; returns whether there was one to delete."""
        if not self.stored:
            return False
        pack_id = self.pack.id
        self._context.perform(lambda: packs.delete(self._context.vault, pack_id))
        return True

    # Choosing

    def tick(self, candidate: Candidate) -> None:
        """Choose an item with the fields that are offered, or as it reads now if it changed."""
        self._act(self._ticked(self.pack, candidate))

    def untick(self, candidate: Candidate) -> None:
        """Keep an item and all its fields."""
        self._act(self.pack.without_item(candidate.kind, candidate.id))

    def tick_suggestions(self) -> None:
        """Choose everything that is suggested."""
        pack = self.pack
        for candidate in self.suggestions:
            pack = self._ticked(pack, candidate)
        self._act(pack)

    def tick_again(self) -> None:
        """Choose what the recipient got last time; what has changed since waits to be looked at."""
        pack = self.pack
        for item in self.again:
            pack = pack.with_item(item, pack.place_of(item.id, self._order()))
        self._act(pack)

    def toggle_field(self, candidate: Candidate, field: str) -> None:
        """Choose one more field of a chosen item, or keep one that was chosen."""
        fields = set(self.fields(candidate)) ^ {field}
        self._act(self.pack.with_item(candidate.choice(_ordered(candidate.kind, fields))))

    def put(self, candidate: Candidate, place: int) -> None:
        """Give an item another place on paper, counted among the others in the pack."""
        others = [each for each in self.picked if each.id != candidate.id]
        rest = self.pack.without_item(candidate.kind, candidate.id)
        places = {item.id: number for number, item in enumerate(rest.items)}
        at = places[others[place].id] if place < len(others) else len(rest.items)
        self._act(self.pack.with_moved(candidate.kind, candidate.id, at))

    def call_by_role(self, people: Iterable[Id], *, by_role: bool = True) -> None:
        """Call people by what they are to the mentee, or by their names again."""
        others = [each for each in self.pack.unnamed if each not in set(people)]
        self._act(replace(self.pack, unnamed=(*others, *(people if by_role else ()))))

    def set_days(self, first: date | None, last: date | None) -> None:
        """List what lies between two days; what is in the pack stays in it."""
        self._act(replace(self.pack, first=first, last=last))

    # Private

    def _act(self, pack: Pack) -> None:
        """Keep the pack by a step of undo of its own."""
        self._context.vault.seal()
        self.keep(pack)
        self._context.vault.seal()

    def _ticked(self, pack: Pack, candidate: Candidate) -> Pack:
        before = pack.item(candidate.kind, candidate.id)
        usual = offered(pack.type, candidate.kind)
        fields = before.fields if before else tuple(n for n in usual if candidate.says(n))
        return pack.with_item(candidate.choice(fields), pack.place_of(candidate.id, self._order()))

    def _order(self) -> list[Id]:
        return [each.id for each in self.candidates]

    def _show(self, pack: Pack, *, stored: bool, asked: Id | None) -> None:
        self.pack, self.stored, self.asked = pack, stored, asked
        self.saved = self._written(pack) if stored else None
        self.load_candidates()
        self._tell()

    def _written(self, pack: Pack) -> Moment:
        return Moment(pack.modified, self._context.vault.now().offset)

    def _tell(self) -> None:
        self._source = None
        if self._loaded_for != self._basis():
            self.load_candidates()
        self.changed.emit()

    def _basis(self) -> tuple[Id, PackType, date | None, date | None]:
        """What of the pack decides which items there are to choose from."""
        pack = self.pack
        return pack.recipient, pack.type, pack.first, pack.last


def _ordered(kind: Kind, fields: Iterable[str]) -> tuple[str, ...]:
    chosen = set(fields)
    return tuple(name for name in fields_of(kind) if name in chosen)
