"""The journal's list with 10,000 entries: from the query to the painted rows."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

from app.changes import Op
from app.clock import Moment
from app.domain.entries import Entry, Evidence
from app.domain.ids import Id
from app.queries import journal
from app.queries.journal import EntryFilter, EntryRow, Listing
from app.vault import Vault
from tests.vaults import NOON, new_vault

if TYPE_CHECKING:
    from ui.journal.entries import EntryModel
    from ui.widgets.list_pane import ListPane

ENTRIES = 10_000
RUNS = 9
FIVE_HOURS = 5 * 3_600_000
WORDS = "the release went out without me and nobody asked why it took so long to say so"
ROWS = (
    "SELECT e.id, e.day, e.at, e.title, substr(e.body, 1, 600), e.bring, e.pinned, e.confidence, "
    "(SELECT count(*) FROM evidence v WHERE v.entry = e.id AND v.deleted IS NULL) FROM entry e "
    "WHERE e.deleted IS NULL ORDER BY e.day DESC, e.at DESC LIMIT 200"
)


def filled(vault: Vault, entries: int = ENTRIES) -> None:
    """Fill a vault with entries of 150 words, a third of them evidence."""
    words = WORDS.split()
    with vault.transact(Op.IMPORT) as write:
        for number in range(entries):
            turned = words[number % 17 :] + words[: number % 17]
            entry = Entry(
                title=f"Entry {number}: {' '.join(turned[:5])}",
                body=" ".join(turned * 9),
                confidence=number % 6 or None,
                bring=number % 40 == 0,
                tags=(turned[0],),
            )
            moment = Moment(NOON.at - number * FIVE_HOURS, NOON.offset)
            write.put(entry.dated(moment))
            if number % 3 == 0:
                write.put(Evidence(entry=entry.id, target=Id("goal")))


def list_10k() -> tuple[float, float]:
    """To read the first page, model it and paint the list; and for its bare rows (ms, medians)."""
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "a.greenroom")
        filled(vault)
        _painted(vault)
        painted = statistics.median(_painted(vault) for _ in range(RUNS))
        bare = statistics.median(_bare(vault) for _ in range(RUNS))
        vault.close()
    return painted * 1000, bare * 1000


def _bare(vault: Vault) -> float:
    start = perf_counter()
    assert len(vault.read.rows(ROWS)) == journal.PAGE
    return perf_counter() - start


def _painted(vault: Vault) -> float:
    with listed(vault) as (model, _, paint):
        start = perf_counter()
        model.show(journal.entries(vault.read, EntryFilter()), NOON.day)
        paint()
        took = perf_counter() - start
        assert model.read_rows() == journal.PAGE
    return took


@contextmanager
def listed(vault: Vault) -> Iterator[tuple[EntryModel, ListPane, Callable[[], None]]]:
    """The journal's list of a vault, with nothing in it yet, and a function that paints it."""
    from PySide6.QtGui import QPixmap  # noqa: PLC0415 - the platform is chosen before Qt starts
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from ui.journal.entries import EntryModel  # noqa: PLC0415 - as above
    from ui.journal.row import EntryDelegate  # noqa: PLC0415 - as above
    from ui.theme import ThemeSource  # noqa: PLC0415 - as above
    from ui.widgets.list_pane import ListPane  # noqa: PLC0415 - as above

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = cast("QApplication", QApplication.instance() or QApplication([]))
    _themes = application.findChild(ThemeSource) or ThemeSource(application)

    def older(last: EntryRow) -> Listing:
        rows = journal.next_rows(model.read_rows())
        return journal.older(vault.read, EntryFilter(), last, rows)

    model = EntryModel(older)
    pane = ListPane("Journal", "Journal", EntryDelegate(model))
    pane.rows.setModel(model)
    pane.resize(304, 800)
    target = QPixmap(pane.size())
    yield model, pane, lambda: pane.render(target)
    pane.rows.setModel(None)
    pane.deleteLater()
