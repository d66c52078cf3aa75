"""The pack that is being made: every choice is kept in the vault as it is made."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.clock import Moment
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, offered
from app.domain.records import TITLE_LIMIT
from app.operations import packs
from app.queries import packs as queries
from app.queries.packs import Candidate
from app.sharing.source import PackSource, fields_of
from ui.context import Context


class DraftPack(QObject):
    """A pack and its candidates. Nothing is ticked but what the mentee ticks, one by one.

    `asked` is an item that the mentee came from: it stands on top, and is not ticked either.
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

    # Properties

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The candidates that will leave: ticked, and reading as when they were ticked."""
        return tuple(each for each in self.candidates if self.is_ticked(each))

    @property
    def stale(self) -> tuple[Candidate, ...]:
        """The candidates that were ticked and have changed since: they stay until looked at."""
        return tuple(
            each
            for each in self.candidates
            if self.pack.item(each.kind, each.id) and not self.is_ticked(each)
        )

    @property
    def suggestions(self) -> tuple[Candidate, ...]:
        """The candidates worth a look that were not ticked yet."""
        return tuple(
            each
            for each in self.candidates
            if each.suggested and self.pack.item(each.kind, each.id) is None
        )

    def is_ticked(self, candidate: Candidate) -> bool:
        """Whether an item leaves as it reads now."""
        item = self.pack.item(candidate.kind, candidate.id)
        return item is not None and candidate.is_current(item)

    def fields(self, candidate: Candidate) -> tuple[str, ...]:
        """The ticked fields of an item."""
        item = self.pack.item(candidate.kind, candidate.id)
        return item.fields if item else ()

    def source(self) -> PackSource:
        """What the PDF is made from now."""
        return queries.source(self._context.vault, self.pack, self._context.library)

    # Methods

    def begin(self, asked: Id | None = None, title: str = "") -> None:
        """Start a pack; it is kept once something is in it."""
        self._show(Pack(title=title[:TITLE_LIMIT].strip()), stored=False, asked=asked)

    def open(self, pack: Pack) -> None:
        """Go on with a pack."""
        self._show(pack, stored=True, asked=None)

    def reload(self) -> bool:
        """Show the pack as it is in the vault; False where it is gone."""
        if self.stored:
            found = queries.find(self._context.vault, self.pack.id)
            if found is None:
                return False
            self.pack = found
        self.changed.emit()
        return True

    def load_candidates(self) -> None:
        """Show what can be shared as it reads now."""
        charts = [item.id for item in self.pack.items if item.kind is Kind.CHART]
        asked = [self.asked] if self.asked else []
        self.candidates = queries.candidates(
            self._context.vault,
            self._context.library,
            [*asked, *charts],
            self.pack.recipient,
        )

    def keep(self, pack: Pack) -> bool:
        """The pack reads so from now on; returns whether that is on disk."""
        if pack == self.pack:
            return True
        operation = packs.revise if self.stored else packs.add
        kept = self._context.perform(lambda: operation(self._context.vault, pack))
        if kept is None:
            return False
        self.pack, self.stored = kept, True
        self.saved = self._context.vault.now()
        self.changed.emit()
        return True

    def delete(self) -> bool:
        """The pack to the trash; returns whether there was one to delete."""
        if not self.stored:
            return False
        pack_id = self.pack.id
        self._context.perform(lambda: packs.delete(self._context.vault, pack_id))
        return True

    # Ticking

    def tick(self, candidate: Candidate) -> None:
        """Choose an item with the fields that are offered, or look again at one that changed."""
        self.keep(self._ticked(self.pack, candidate))

    def untick(self, candidate: Candidate) -> None:
        """Keep an item and all its fields."""
        self.keep(self.pack.without_item(candidate.kind, candidate.id))

    def tick_suggestions(self) -> None:
        """Choose everything that is suggested."""
        pack = self.pack
        for candidate in self.suggestions:
            pack = self._ticked(pack, candidate)
        self.keep(pack)

    def toggle_field(self, candidate: Candidate, field: str) -> None:
        """Choose one more field of a chosen item, or keep one that was chosen."""
        fields = set(self.fields(candidate)) ^ {field}
        self.keep(self.pack.with_item(candidate.choice(_ordered(candidate.kind, fields))))

    def _ticked(self, pack: Pack, candidate: Candidate) -> Pack:
        before = pack.item(candidate.kind, candidate.id)
        usual = offered(pack.type, candidate.kind)
        fields = before.fields if before else tuple(n for n in usual if candidate.says(n))
        place = pack.place_of(candidate.id, [each.id for each in self.candidates])
        return pack.with_item(candidate.choice(fields), place)

    def _show(self, pack: Pack, *, stored: bool, asked: Id | None) -> None:
        self.pack, self.stored, self.asked = pack, stored, asked
        self.saved = Moment(pack.modified, self._context.vault.now().offset) if stored else None
        self.load_candidates()
        self.changed.emit()


def _ordered(kind: Kind, fields: Iterable[str]) -> tuple[str, ...]:
    chosen = set(fields)
    return tuple(name for name in fields_of(kind) if name in chosen)
