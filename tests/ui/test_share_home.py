"""Packs and the ledger on the Share page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.content.library import Library
from app.domain.cycles import Relation
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.packs import Pack, Shared
from app.operations import journal, packs
from app.operations.journal import EntryDraft
from app.queries import packs as queries
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.share.page import SharePage
from ui.widgets.tab_order import stops_of
from ui.widgets.text import Label

pytestmark = pytest.mark.qt
DAY = 86_400_000


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    journal.add(vault, EntryDraft(title="Planning day", body="I went quiet."))
    yield vault
    vault.close()


def save(vault: Vault, folder: Path, purpose: str, passphrase: str | None = None) -> Shared:
    """A pack of the entry for Ruth, saved as a PDF."""
    library = Library()
    ruth = packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)
    (candidate,) = queries.candidates(vault, library)
    pack = Pack(title=f"T {purpose}", recipient=ruth.id, purpose=purpose)
    pack = packs.add(vault, pack.with_item(candidate.choice(("body",))))
    source = queries.source(vault, pack, library)
    return packs.save(vault, packs.build(source, passphrase), folder / f"{purpose}.pdf")


@pytest.fixture
def stage(vault: Vault, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    """Two saved packs, two days apart, and a draft."""
    save(vault, tmp_path, "First")
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(2 * DAY)
    save(vault, tmp_path, "Second", "harbour thimble oat ridge")
    packs.add(vault, Pack(title="A draft"))
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.page.go_home()
    stage.page.close()
    stage.context.jobs.stop()


def is_making(stage: Stage[SharePage]) -> bool:
    return stage.page.making


def texts(stage: Stage[SharePage]) -> str:
    labels = stage.page.home.pane.findChildren(Label)
    return "\n".join(label.text() for label in labels)


def pick(stage: Stage[SharePage], row: int) -> None:
    table = stage.page.home.table
    table.setCurrentIndex(table.model().index(row, 0))


def press(stage: Stage[SharePage], words: str) -> None:
    buttons = stage.page.home.findChildren(QPushButton)
    next(each for each in buttons if each.text() == words and not each.isHidden()).click()


def test_an_empty_ledger_says_so_and_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    vault = new_vault(tmp_path / "b.greenroom")
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    said = [label.text() for label in stage.page.home.findChildren(Label)]
    assert "Nothing has left this room." in said
    assert not stage.page.home.table.isVisible()
    assert stage.page.first_focus() is stage.page.home.new
    stage.page.close()
    stage.context.jobs.stop()
    vault.close()


def test_drafts_and_saved_packs_are_apart(stage: Stage[SharePage]) -> None:
    home = stage.page.home
    assert [card.accessibleName() for card in home.drafts.cards] == ["A draft, 0 items, Today"]
    names = {card.accessibleName() for card in home.saved.cards}
    assert names == {
        "T First, Ruth Adeyemi, 1 saved",
        "T Second, Ruth Adeyemi, 1 saved",
    }


def test_the_ledger_is_newest_first_and_sorts(stage: Stage[SharePage]) -> None:
    model = stage.page.home.table.model()

    def purposes() -> list[str]:
        return [model.index(row, 2).data() for row in range(model.rowCount())]

    assert purposes() == ["Second", "First"]
    assert [model.index(0, column).data() for column in (0, 1, 3, 5)] == [
        "22 May",
        "Ruth Adeyemi",
        "1",
        "Yes",
    ]
    stage.page.home.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert purposes() == ["First", "Second"]


def test_cells_are_spoken_with_their_header(
    stage: Stage[SharePage], qtmodeltester: ModelTester
) -> None:
    model = stage.page.home.table.lines
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    spoken = model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Passphrase: Yes"


def test_the_detail_says_what_left_and_whether_it_changed(
    stage: Stage[SharePage], vault: Vault
) -> None:
    assert not stage.page.home.pane.isVisible()
    pick(stage, 0)
    assert stage.page.home.pane.isVisible()
    assert "Saved 22 May, 12:00, for Ruth Adeyemi, mentor" in texts(stage)
    assert "Changed since you saved it" not in texts(stage)
    (entry,) = vault.read.all(Entry)
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body="I spoke."))
    assert "Changed since you saved it" in texts(stage)
    assert "Planning day: text" in texts(stage)
    assert "20 May 2026\nI went quiet spoke." in texts(stage)
    journal.delete(vault, entry.id)
    assert "In the trash" in texts(stage)


def test_notes_and_fingerprints_are_copied_whole(stage: Stage[SharePage], vault: Vault) -> None:
    clipboard = QGuiApplication.clipboard()
    pick(stage, 1)
    press(stage, "Copy the note")
    assert clipboard.text() == "Hello Ruth, would you delete the PDF from 20 May? Thank you."
    press(stage, "Copy the whole fingerprint")
    first = next(line for line in vault.read.all(Shared) if line.purpose == "First")
    assert clipboard.text() == first.sha256
    press(stage, "Copy as text")
    assert clipboard.text().splitlines()[0].startswith("Date\tRecipient\tPurpose")
    assert len(clipboard.text().splitlines()) == 3
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    clipboard.clear()


def test_use_again_makes_a_new_draft_with_nothing_agreed(
    stage: Stage[SharePage], vault: Vault
) -> None:
    before = {pack.id for pack in vault.read.all(Pack)}
    pick(stage, 0)
    press(stage, "Use again")
    assert is_making(stage)
    assert stage.page.flow.draft.pack.id not in before
    assert len(vault.read.all(Pack)) == len(before) + 1
    assert [each.title for each in stage.page.flow.draft.chosen] == ["Planning day"]
    assert not stage.page.flow.consent.consent.check.isChecked()


def test_a_line_outlives_its_pack(stage: Stage[SharePage], vault: Vault) -> None:
    for pack in vault.read.all(Pack):
        packs.delete(vault, pack.id)
    pick(stage, 0)
    buttons = [each.text() for each in stage.page.home.pane.findChildren(QPushButton)]
    assert "Use again" in buttons
    assert stage.page.home.table.model().rowCount() == 2
    assert not stage.page.home.saved.isVisible()


def test_cards_open_and_delete_with_undo(
    stage: Stage[SharePage], vault: Vault, qtbot: QtBot
) -> None:
    (card,) = stage.page.home.drafts.cards
    with qtbot.waitSignal(stage.context.messages.toast) as toast:
        QTest.keyClick(card, Qt.Key.Key_Delete)
    assert toast.args == ["Share pack moved to trash", True]
    assert stage.page.home.drafts.cards == []
    vault.undo()
    (card,) = stage.page.home.drafts.cards
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert is_making(stage)
    assert stage.page.flow.draft.pack.title == "A draft"


def test_a_closed_pack_gives_the_focus_to_its_card(stage: Stage[SharePage]) -> None:
    (card,) = stage.page.home.drafts.cards
    assert stage.page.foot() is None
    card.click()
    assert stage.page.foot() is stage.page.flow.foot
    stage.page.go_home()
    (card,) = stage.page.home.drafts.cards
    assert card.hasFocus()


def test_tab_goes_through_the_cards_before_the_ledger(stage: Stage[SharePage]) -> None:
    home = stage.page.home
    stage.page.refresh()
    home.new.setFocus()
    ledger = [stop for stop in stops_of(home.ledger) if stop.isVisible()]
    for widget in (*home.drafts.cards, *home.saved.cards, *ledger):
        QTest.keyClick(stage.page.focusWidget(), Qt.Key.Key_Tab)
        assert stage.page.focusWidget() is widget


def test_arriving_at_the_ledger_and_at_what_is_gone(stage: Stage[SharePage]) -> None:
    stage.page.arrive(Destination("share", id=Id("none")))
    assert not is_making(stage)
    stage.page.arrive(Destination("share", act="new"))
    assert is_making(stage)
    stage.page.arrive(Destination("share", act="ledger"))
    assert not is_making(stage)


def test_another_line_is_shown_from_its_beginning(stage: Stage[SharePage]) -> None:
    pick(stage, 0)
    stage.page.resize(1200, 320)
    stage.settle()
    bar = stage.page.home._detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    stage.page.home.refresh()
    assert bar.value() > 0
    pick(stage, 1)
    assert bar.value() == 0


def test_the_current_line_stays_current_when_the_ledger_grows(
    stage: Stage[SharePage], vault: Vault, tmp_path: Path
) -> None:
    pick(stage, 1)
    current = stage.page.home.table.current_id()
    save(vault, tmp_path, "Third")
    assert stage.page.home.table.current_id() == current
    assert stage.page.home.pane.line == current


def test_the_detail_moves_below_where_room_is_short(stage: Stage[SharePage]) -> None:
    pick(stage, 0)
    stage.settle()
    home = stage.page.home
    assert home.pane.mapTo(home, home.pane.rect().topLeft()).x() > home.table.width()
    stage.page.resize(700, 640)
    stage.settle()
    assert home.pane.mapTo(home, home.pane.rect().topLeft()).x() < 100
