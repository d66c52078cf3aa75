"""A journal page on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock, Moment
from app.content.library import Library
from app.domain.entries import Entry
from app.domain.ids import Id
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage.errors import DiskFullError
from app.vault import Vault
from tests.vaults import NOON
from ui.context import Context
from ui.jobs import Jobs
from ui.journal.editor import EntryEditor
from ui.journal.page import JournalPage
from ui.messages import Messages

WidgetT = TypeVar("WidgetT", bound=QWidget)
DAY = 86_400_000


class Desk:
    """The page, its vault, and what was said to the person."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.jobs = Jobs()
        self.messages = Messages()
        self.said: list[str] = []
        self.failures: list[str] = []
        self.messages.toast.connect(lambda words, _: self.said.append(words))
        self.messages.failed.connect(self.failures.append)
        self.context = Context(vault, Library(), self.jobs, self.messages, sample=False)
        self.page = JournalPage(self.context)
        self.page.resize(1068, 800)

    @property
    def editor(self) -> EntryEditor:
        """The editor of the page."""
        return self.page._editor

    @property
    def entries(self) -> list[Entry]:
        """What the vault holds, oldest first."""
        return self.vault.read.all(Entry)

    def rows(self) -> list[str]:
        """What the list shows, headings included."""
        model = self.page._browser.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def selected(self) -> Id:
        """The entry the list has selected; empty for none."""
        browser = self.page._browser
        selected = browser.rows.selectionModel().selectedIndexes()
        row = browser.model.entry(selected[0]) if selected else None
        return row.id if row else Id("")

    def tick(self) -> None:
        """Let a minute pass on the vault's clock."""
        assert isinstance(self.vault.clock, FixedClock)
        self.vault.clock.advance(60_000)


def add(vault: Vault, title: str, days_ago: int = 0, **fields: object) -> Entry:
    """An entry of some days ago."""
    moment = Moment(NOON.at - days_ago * DAY, NOON.offset)
    return journal.add(vault, EntryDraft(title=title, **fields), moment)  # type: ignore[arg-type]


@contextmanager
def full_disk(vault: Vault) -> Iterator[None]:
    """Nothing can be written, as on a full disk; reading still works."""

    def refuse(*_: object) -> None:
        raise DiskFullError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault._connection, "execute", refuse)
        yield


def opened(kind: type[WidgetT]) -> WidgetT:
    """The popover or dialog of this kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]
