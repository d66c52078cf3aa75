"""The Share page with a pack for Ruth, for tests of its steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from app.changes import Op
from app.clock import FixedClock
from app.domain.cycles import Person, Relation
from app.domain.goals import Goal
from app.domain.packs import OWNER_NAME, Pack, PackType
from app.domain.records import Record
from app.operations import packs
from app.queries.packs import Candidate, candidates, source
from tests.stage import staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.share.flow import PackFlow
from ui.share.items_model import ROW
from ui.share.items_rows import Row
from ui.share.page import SharePage

MINUTE = 60_000
GOAL = Goal(title="Delegate", why="So that Priya can", support="Ask Ruth first")


class ShareDesk:
    """A vault with a goal and with Ruth, and the page that shows it."""

    def __init__(self, folder: Path, *records: Record) -> None:
        self.folder = folder
        self.clock = FixedClock(NOON)
        self.vault = new_vault(folder / "a.greenroom", self.clock)
        self.put(GOAL, *records)
        self.ruth: Person = packs.add_recipient(self.vault, "Ruth Adeyemi", Relation.MENTOR)
        self.vault.prefer(OWNER_NAME, "Ines Duarte")
        self.stage = staged(SharePage, self.vault)
        self.page = self.stage.page

    # The vault

    def put(self, *records: Record) -> None:
        """Write records as they are."""
        with self.vault.transact(Op.IMPORT) as write:
            for record in records:
                write.put(record)

    def later(self, record: Record) -> None:
        """Write a record a minute later."""
        self.clock.advance(MINUTE)
        self.put(record)

    def pack(self) -> Pack:
        """The pack that is being made, as it is kept."""
        return self.flow.draft.pack

    def titled(self, title: str) -> Candidate:
        """What can be shared that has this title."""
        found = candidates(self.vault, self.stage.context.library, (), self.ruth.id)
        return next(each for each in found if each.title == title)

    def sent(self, pack: Pack) -> None:
        """Save a PDF of a pack to Ruth, so that the ledger has its line."""
        kept = packs.add(self.vault, pack)
        built = packs.build(source(self.vault, kept, self.stage.context.library), None)
        packs.save(self.vault, built, self.folder / f"{kept.id}.pdf")
        packs.delete(self.vault, kept.id)
        self.clock.advance(MINUTE)

    # The page

    @property
    def flow(self) -> PackFlow:
        """The four steps."""
        return self.page.flow

    def begin(self, pack: PackType = PackType.PROGRESS, detail: str = "") -> PackFlow:
        """A new pack for Ruth of this type, at its second step."""
        lines = f"for:{self.ruth.id}\ntype:{pack.value}\n{detail}"
        self.page.arrive(Destination("share", act="new", detail=lines))
        self.flow.recipient.purpose.setText("Our check-in")
        self.flow.actions_below.choose.click()
        return self.flow

    def rows(self) -> list[Row]:
        """The rows of the second step."""
        model = self.flow.items.model
        return [model.index(at).data(ROW) for at in range(model.rowCount())]

    def titles(self) -> list[str]:
        """What the rows of the second step are called."""
        return [row.title for row in self.rows()]

    def row(self, title: str) -> Row:
        """The row with this title."""
        return next(row for row in self.rows() if row.title == title)

    def index(self, title: str) -> QModelIndex:
        """The place of the row with this title."""
        return self.flow.items.model.index(self.titles().index(title))

    def press(
        self,
        title: str,
        key: Qt.Key = Qt.Key.Key_Space,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key on a row."""
        self.flow.items.list.setCurrentIndex(self.index(title))
        QTest.keyClick(self.flow.items.list, key, modifier)

    def close(self) -> None:
        """Close the page and the vault."""
        self.page.go_home()
        self.page.close()
        self.stage.context.jobs.stop()
        self.vault.close()
