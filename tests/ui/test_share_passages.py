"""Withholding passages in step 2 of a share pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.cycles import Relation
from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import new_id
from app.domain.packs import OWNER_NAME, Pack, Passage, Withholding
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from app.sharing.readback import read_back
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui.share.actions import ITEMS
from ui.share.flow import PackFlow
from ui.share.items_delegate import ItemsDelegate
from ui.share.items_model import ROW
from ui.share.items_rows import Row, RowKind, State
from ui.share.page import SharePage
from ui.share.withhold_sheet import WithholdSheet
from ui.share.words import withholding_words

pytestmark = pytest.mark.qt
LONG = "I think Dev knew too. It was late. Nobody had eaten since six in the morning."
BODY = f"I had the number.\n\n{LONG}".replace("Dev", "**Dev**")
DEV = Passage("I think Dev knew too.")
LATE = Passage("It was late.", marked=False)
Opener = Callable[..., WithholdSheet]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Two entries and a goal, all of them chosen for Ruth."""
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    journal.add(vault, EntryDraft(title="Planning day", body=BODY))
    journal.add(vault, EntryDraft(title="The day after", body="Dev knew, too. I asked him."))
    goals.add_goal(vault, Goal(title="Delegate", why="So that Priya can"))
    packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)
    vault.prefer(OWNER_NAME, "Ines Duarte")
    yield vault
    vault.close()


@pytest.fixture
def stage(vault: Vault, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.page.go_home()
    stage.page.close()
    stage.context.jobs.stop()


@pytest.fixture
def flow(stage: Stage[SharePage]) -> PackFlow:
    """A pack for Ruth in which the two entries and the goal are ticked, and none is open."""
    stage.page.home.new.click()
    flow = stage.page.flow
    ruth = flow.recipient.person.findText("Ruth Adeyemi, mentor")
    flow.recipient.person.setCurrentIndex(ruth)
    flow.recipient.purpose.setText("Our check-in")
    flow.actions_below.choose.click()
    assert flow.step == ITEMS
    for candidate in flow.draft.candidates:
        if candidate.title in {"Planning day", "The day after", "Delegate"}:
            flow.draft.tick(candidate)
    return flow


@pytest.fixture
def said(stage: Stage[SharePage]) -> list[tuple[str, bool]]:
    """The notes at the foot of the window, and whether they can be undone."""
    said: list[tuple[str, bool]] = []
    stage.context.messages.toast.connect(lambda words, undo: said.append((words, undo)))
    return said


def rows(flow: PackFlow) -> list[Row]:
    model = flow.items.model
    return [model.index(number).data(ROW) for number in range(model.rowCount())]


def index(flow: PackFlow, title: str) -> QModelIndex:
    number = next(i for i, row in enumerate(rows(flow)) if row.title == title)
    return flow.items.model.index(number)


def press(flow: PackFlow, title: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    flow.items.list.setCurrentIndex(index(flow, title))
    QTest.keyClick(flow.items.list, key)


@pytest.fixture
def opened(flow: PackFlow, qtbot: QtBot) -> Opener:
    """Opens the sheet of an item, closed until then, by the keyboard alone."""

    def open_sheet(title: str = "Planning day") -> WithholdSheet:
        titles = [row.title for row in rows(flow)]
        if not any(words.startswith("Withhold a") for words in titles):
            press(flow, title)
        words = next(r.title for r in rows(flow) if r.kind is RowKind.WITHHOLD)
        press(flow, words)
        found = flow.window().findChildren(WithholdSheet)
        (sheet,) = (each for each in found if each.isVisible())
        sheet.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
        return sheet

    return open_sheet


def select(sheet: WithholdSheet, words: str) -> None:
    """Select words by keys: down to them, then over them."""
    place = sheet.text.toPlainText().index(words)
    QTest.keyClick(sheet.text, Qt.Key.Key_Home, CONTROL)
    for _ in range(place):
        QTest.keyClick(sheet.text, Qt.Key.Key_Right)
    for _ in words:
        QTest.keyClick(sheet.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def withhold(sheet: WithholdSheet, words: str, *, marked: bool = True) -> None:
    select(sheet, words)
    sheet.trace.set_value("mark" if marked else "none")
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CONTROL)


def passages(flow: PackFlow, title: str = "Planning day") -> tuple[Passage, ...]:
    """What of an item is withheld, as long as it goes on paper."""
    source = flow.draft.source
    return next(each.passages for each in source.chosen if each.record.title == title)


def test_an_open_item_offers_to_withhold_a_passage_and_a_closed_one_does_not(
    flow: PackFlow,
) -> None:
    assert RowKind.WITHHOLD not in {row.kind for row in rows(flow)}
    press(flow, "Planning day")
    inside = [
        row.kind for row in rows(flow) if row.item == index(flow, "Planning day").data(ROW).item
    ]
    assert inside == [RowKind.ITEM, RowKind.FIELD, RowKind.WITHHOLD]


def test_a_passage_is_withheld_by_the_keyboard_alone(
    flow: PackFlow, opened: Opener, said: list[tuple[str, bool]]
) -> None:
    sheet = opened()
    assert sheet.text.toPlainText().startswith("Title\nPlanning day\nText\nI had the number.")
    for _ in range(len("I had the number.") + 3):
        QTest.keyClick(sheet.text, Qt.Key.Key_Right)
    QTest.keyClick(sheet.text, Qt.Key.Key_Period, CONTROL)
    QTest.keyClick(sheet.text, Qt.Key.Key_Period, CONTROL)
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CONTROL)
    assert passages(flow) == (DEV,)
    assert said == []
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert said == [("Passage withheld", True)]


def test_several_are_withheld_one_after_another_and_taken_back_at_once(
    flow: PackFlow, opened: Opener, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    withhold(sheet, LATE.text, marked=False)
    assert passages(flow) == (DEV, LATE)
    assert len(sheet.text.extraSelections()) == len(sheet.cards) == 2
    sheet.accept()
    assert said == [("2 passages withheld", True)]
    vault.undo()
    assert passages(flow) == ()


def test_what_was_selected_is_not_in_the_file_and_a_mark_stands_in_its_place(
    flow: PackFlow, opened: Opener
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    withhold(sheet, LATE.text, marked=False)
    sheet.accept()
    pages = "".join(read_back(packs.build(flow.draft.source, None).data, None, ()).pages)
    text = " ".join(pages.split())
    assert "I had the number." in text
    assert "Nobody had eaten" in text
    assert "One passage withheld by Ines" in text
    assert "Dev knew too" not in text
    assert "It was late" not in text


def test_the_sheet_closes_with_the_vault_and_what_was_withheld_stays(
    flow: PackFlow, opened: Opener, vault: Vault
) -> None:
    """As a lock does: dialogs are closed, then the vault."""
    sheet = opened()
    withhold(sheet, DEV.text)
    select(sheet, "the number")
    sheet.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(sheet)
    assert [each.passages for each in vault.read.all(Withholding)] == [(DEV,)]
    assert passages(flow) == (DEV,)


def test_the_item_shows_what_is_withheld_as_rows_that_are_sentences(
    flow: PackFlow, opened: Opener
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    withhold(sheet, LATE.text, marked=False)
    sheet.accept()
    item = index(flow, "Planning day").data(ROW)
    assert (item.state, item.words) == (State.PASSAGES, "2 withheld")
    spoken = [
        flow.items.model.index(number).data(Qt.ItemDataRole.AccessibleTextRole)
        for number, row in enumerate(rows(flow))
        if row.kind in {RowKind.PASSAGE, RowKind.WITHHOLD}
    ]
    assert spoken == [
        "Withheld passage, “I think Dev knew too.”, Show again",
        "Withheld without a trace, “It was late.”, Show again",
        "Withhold another passage",
    ]


def test_the_rows_keep_the_rules_of_a_model(
    flow: PackFlow, opened: Opener, qtmodeltester: ModelTester
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    qtmodeltester.check(flow.items.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it


def test_enter_on_its_row_shows_a_passage_again(
    flow: PackFlow, opened: Opener, vault: Vault, said: list[tuple[str, bool]]
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    press(flow, "Withheld passage")
    assert passages(flow) == ()
    assert said[-1] == ("Passage shown again", True)
    assert flow.items.list.currentIndex().data(ROW).title == "Withhold a passage"
    vault.undo()
    assert passages(flow) == (DEV,)


def test_a_press_on_the_words_does_nothing_and_one_on_the_link_shows_them(
    flow: PackFlow, opened: Opener, stage: Stage[SharePage]
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    stage.settle()
    box = flow.items.list.visualRect(index(flow, "Withheld passage"))
    viewport = flow.items.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    assert passages(flow) == (DEV,)
    link = QPoint(box.right() - 60, box.top() + 18)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=link)
    assert passages(flow) == ()


def test_a_long_passage_makes_its_row_higher(
    flow: PackFlow, opened: Opener, stage: Stage[SharePage]
) -> None:
    sheet = opened()
    withhold(sheet, LONG)
    withhold(sheet, LATE.text)
    sheet.accept()
    stage.settle()
    delegate = flow.items.list.itemDelegate()
    assert isinstance(delegate, ItemsDelegate)
    long, short = (
        flow.items.list.visualRect(flow.items.model.index(number)).height()
        for number, row in enumerate(rows(flow))
        if row.kind is RowKind.PASSAGE
    )
    assert long > short > 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (".", "There is no word in it. Select a little more."),
        ("to", "That is found in many words. Select a little more."),
    ],
)
def test_what_would_be_found_everywhere_or_nowhere_is_refused(
    flow: PackFlow, opened: Opener, words: str, expected: str
) -> None:
    sheet = opened()
    withhold(sheet, words)
    assert sheet.hint.text() == expected
    assert passages(flow) == ()


def test_without_a_selection_it_says_how_to_select(flow: PackFlow, opened: Opener) -> None:
    sheet = opened()
    told = "Select words with the mouse, or with Shift and the arrow keys."
    assert sheet.hint.text() == told
    sheet.withhold.click()
    assert (sheet.hint.text(), passages(flow)) == (told, ())


def test_the_same_words_again_are_withheld_already_but_may_lose_their_mark(
    flow: PackFlow,
    opened: Opener,
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    withhold(sheet, DEV.text)
    assert sheet.hint.text() == "These words are withheld already."
    withhold(sheet, DEV.text, marked=False)
    assert passages(flow) == (replace(DEV, marked=False),)


def test_all_of_a_field_can_be_unticked_instead_but_not_the_title(
    flow: PackFlow, opened: Opener, qtbot: QtBot
) -> None:
    sheet = opened("Delegate")
    told = "That is all of “Why”. You can untick it in the list instead."
    select(sheet, "So that Priya can")
    qtbot.waitUntil(lambda: sheet.hint.text() == told)
    select(sheet, "Delegate")
    qtbot.waitUntil(lambda: not sheet.hint.text())
    withhold(sheet, "So that Priya can")
    assert passages(flow, "Delegate") == (Passage("So that Priya can"),)


def test_it_is_said_where_the_words_also_stand(
    flow: PackFlow, opened: Opener, qtbot: QtBot
) -> None:
    flow.draft.keep(replace(flow.draft.pack, note="What Dev knew, we talk about"))
    sheet = opened()
    told = "Also stands in: The day after and the words before the items. It stays there too."
    select(sheet, "Dev knew")
    qtbot.waitUntil(lambda: sheet.hint.text() == told)
    select(sheet, "I had")
    qtbot.waitUntil(lambda: not sheet.hint.text())


def test_a_card_shows_a_passage_again_or_leaves_no_trace_of_it(
    flow: PackFlow, opened: Opener
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    withhold(sheet, LATE.text)
    dev, late = sheet.cards
    assert dev.again.accessibleName() == "Show again: “I think Dev knew too.”"
    late.turn.click()
    assert passages(flow) == (DEV, LATE)
    assert sheet.cards[1].turn.text() == "Leave a mark"
    sheet.cards[0].again.click()
    assert passages(flow) == (LATE,)
    assert sheet.hint.text() == "It is shown again."
    assert len(sheet.cards) == 1


def test_words_that_changed_since_are_told_on_the_card(
    flow: PackFlow, opened: Opener, vault: Vault
) -> None:
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(60_000)
    (entry,) = (each for each in vault.read.all(Entry) if each.title == "Planning day")
    journal.write(vault, entry.id, EntryDraft(title=entry.title, body="Dev knew nothing of it."))
    assert index(flow, "Planning day").data(ROW).state is State.CHANGED
    press(flow, "Planning day", Qt.Key.Key_Space)
    changed = index(flow, "Withheld passage").data(ROW)
    assert changed.note == "These words have changed since; look again"
    sheet = opened()
    assert len(sheet.cards) == 1
    assert sheet.text.extraSelections() == []


def test_another_pack_of_theirs_asks_again_and_says_that_passages_changed(
    flow: PackFlow, opened: Opener, vault: Vault
) -> None:
    other = packs.add(vault, replace(flow.draft.pack, id=new_id()))
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    flow.open(other)
    assert index(flow, "Planning day").data(ROW).state is State.CHANGED
    press(flow, "Planning day", Qt.Key.Key_Right)
    told = next(row for row in rows(flow) if row.kind is RowKind.READS)
    assert (told.title, told.about, told.words) == ("What is withheld", "1 withheld", "Changed")


def test_one_of_the_two_ways_to_leave_it_out_always_holds(opened: Opener) -> None:
    sheet = opened()
    first = sheet.trace.options[0]
    first.click()
    assert sheet.trace.value() == "mark"


def test_looking_alone_says_nothing(
    flow: PackFlow, opened: Opener, said: list[tuple[str, bool]]
) -> None:
    sheet = opened()
    select(sheet, "the number")
    sheet.reject()
    assert (said, passages(flow)) == ([], ())


def test_the_sheet_is_freed_and_gives_the_focus_back(flow: PackFlow, opened: Opener) -> None:
    flow.items.list.setFocus()
    sheet = opened()
    sheet.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(sheet)
    assert flow.items.list.currentIndex().data(ROW).kind is RowKind.WITHHOLD
    assert flow.window().focusWidget() is flow.items.list


def test_the_bar_below_counts_what_is_withheld(flow: PackFlow, opened: Opener) -> None:
    before = flow.foot.heading.text()
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    assert "withheld" not in before
    assert flow.foot.heading.text().endswith("will leave this room, 1 detail withheld.")


def test_the_pack_is_kept_as_of_now(flow: PackFlow, opened: Opener, vault: Vault) -> None:
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(60_000)
    sheet = opened()
    withhold(sheet, DEV.text)
    sheet.accept()
    assert flow.draft.saved == vault.now()
    (pack,) = vault.read.all(Pack)
    assert pack == flow.draft.pack


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((), (), ""),
        ((DEV,), (DEV,), ""),
        ((), (DEV,), "Passage withheld"),
        ((LATE,), (), "Passage shown again"),
        ((DEV, LATE), (), "2 passages shown again"),
        ((DEV,), (LATE,), "Withheld passages changed"),
        ((DEV,), (replace(DEV, marked=False),), "Withheld passages changed"),
    ],
)
def test_a_note_says_what_became_of_the_passages(
    before: tuple[Passage, ...], now: tuple[Passage, ...], expected: str
) -> None:
    assert withholding_words(before, now) == expected
