"""A Share page with lines in its ledger, for tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.changes import Op
from app.content.library import Library
from app.domain.cycles import Relation
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, Shared, SharedItem
from app.operations import packs
from app.queries import packs as queries
from app.vault import Vault
from tests.stage import Stage
from tests.vaults import NOON
from ui.share.page import SharePage
from ui.widgets.text import Label

DAY = 86_400_000


def save(vault: Vault, path: Path, *entries: Entry, name: str = "Ruth Adeyemi") -> Shared:
    """The texts of these entries for somebody, saved as a PDF."""
    library = Library()
    person = packs.add_recipient(vault, name, Relation.MENTOR)
    known = {each.id: each for each in queries.candidates(vault, library, (), person.id)}
    pack = Pack(title=path.stem, recipient=person.id, purpose="Our check-in")
    for entry in entries:
        pack = pack.with_item(known[entry.id].choice(("body",)))
    pack = packs.add(vault, pack)
    source = queries.source(vault, pack, library)
    return packs.save(vault, packs.build(source, None), path)


def put_lines(vault: Vault, count: int, *names: str) -> list[Id]:
    """So many lines for these people in turn, a day apart, with nothing behind them."""
    item = SharedItem(Kind.ENTRY, Id("gone"), "Day", ("body",), ("",), passages=1)
    with vault.transact(Op.SHARE_PACK) as write:
        return [
            write.put(
                Shared(
                    title=f"Title {number}",
                    purpose=f"Purpose {number}",
                    recipient=names[number % len(names)],
                    at=NOON.at - number * DAY,
                    offset=NOON.offset,
                    items=(item,),
                    sha256=f"{number:064x}",
                    file_name=f"Summary {number}.pdf",
                )
            ).id
            for number in range(count)
        ]


def texts(stage: Stage[SharePage]) -> str:
    """What the detail says."""
    stage.settle()
    pane = stage.page.home.pane
    shown = (label for label in pane.findChildren(Label) if label.isVisibleTo(pane))
    return "\n".join(label.text() for label in shown)


def press(stage: Stage[SharePage], words: str) -> None:
    """Press the button that is called so."""
    stage.settle()
    buttons = stage.page.home.findChildren(QPushButton)
    shown = (each for each in buttons if each.isVisibleTo(stage.page.home))
    next(each for each in shown if each.text() == words).click()


def purposes(stage: Stage[SharePage]) -> list[str]:
    """What the lines that are shown were for."""
    return [row.line.purpose for row in stage.page.home.table.in_order()]
