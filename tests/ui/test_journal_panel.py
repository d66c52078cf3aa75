"""The side panel about an entry: where it stands, what it tells, and what can be done there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.domain.cycles import Person
from app.domain.entries import Evidence
from app.domain.goals import Goal, Milestone
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.domain.sessions import AgendaItem, Session
from app.operations import goals, journal, packs, people, sessions
from app.operations.journal import EntryDraft
from tests.ui.journal_desk import Desk, add
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.journal.agenda_section import AgendaSection
from ui.journal.entry_pane import EntryPane
from ui.journal.links_section import LinksSection
from ui.theme import ThemeSource
from ui.widgets.fact_row import FactRow
from ui.widgets.quote_block import QuoteBlock
from ui.widgets.text import Label

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BODY = "At nine they chose **to hold** for ten minutes."


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on one entry that is linked to nothing yet."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Newest", 0, body=BODY)
    vault.seal()
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def pane(desk: Desk) -> EntryPane:
    return desk.page._entry


def rows(desk: Desk) -> list[str]:
    links = pane(desk).panel.findChildren(LinksSection)[0]
    found: list[FactRow] = links.findChildren(FactRow)
    return [row.accessibleName() for row in found if row.isVisible()]


def quotes(desk: Desk) -> list[QuoteBlock]:
    found: list[QuoteBlock] = pane(desk).panel.findChildren(QuoteBlock)
    return [block for block in found if block.isVisible()]


def said(desk: Desk) -> list[str]:
    found: list[Label] = pane(desk).panel.findChildren(Label)
    return [label.text() for label in found if label.isVisible()]


def quote(desk: Desk, words: str = "chose to hold") -> Goal:
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"))
    journal.quote(desk.vault, desk.editor.entry_id, words, Kind.GOAL, goal.id)
    return goal


def test_the_panel_is_off_at_first_and_its_key_opens_it(desk: Desk) -> None:
    assert not pane(desk).panel.isVisible()
    width = desk.editor.width()
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_E, CTRL_SHIFT)
    assert pane(desk).panel.isVisible()
    assert desk.editor.width() == width - 320
    assert desk.editor.header.panel.isChecked()
    assert (
        pane(desk).panel.close_button is QApplication.focusWidget()
        or not desk.page.isActiveWindow()
    )


def test_esc_closes_it_and_the_focus_returns(desk: Desk) -> None:
    desk.editor.sheet.prose.setFocus()
    pane(desk).toggle_panel()
    QTest.keyClick(pane(desk).panel.close_button, KEY.Key_Escape)
    assert not pane(desk).panel.isVisible()
    assert desk.page.window().focusWidget() is desk.editor.sheet.prose


def test_the_vault_remembers_that_it_is_open(desk: Desk, qtbot: QtBot) -> None:
    pane(desk).toggle_panel()
    again = Desk(desk.vault)
    qtbot.addWidget(again.page)
    again.page.show()
    assert pane(again).panel.isVisible()
    pane(again).panel.close_button.click()
    assert not EntryPane(again.context, again.editor)._wanted
    again.jobs.stop()


def test_in_a_small_window_it_opens_over_the_text_when_asked_for(desk: Desk) -> None:
    pane(desk).toggle_panel()
    desk.page.resize(900, 600)
    assert not pane(desk).panel.isVisible()
    width = desk.editor.width()
    desk.editor.header.panel.click()
    assert pane(desk).panel.isVisible()
    assert desk.editor.width() == width
    pane(desk).panel.close_button.click()
    desk.page.resize(1068, 800)
    assert not pane(desk).panel.isVisible()


def test_it_tells_that_nothing_left_the_room(desk: Desk) -> None:
    pane(desk).toggle_panel()
    assert "Nowhere. It has not left this room." in said(desk)
    assert "It is not linked to anything." in said(desk)
    entry = desk.entries[0]
    packs.add(desk.vault, Pack(title="For Ruth", items=(PackItem(Kind.ENTRY, entry.id, ()),)))
    assert "Chosen for a draft: For Ruth" in said(desk)


def test_links_of_every_kind_are_named_with_their_kind(desk: Desk) -> None:
    pane(desk).toggle_panel()
    entry_id = desk.editor.entry_id
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"), [Milestone(title="First")])
    step = desk.vault.read.all(Milestone)[0]
    known = Library().framework.competencies[0]
    journal.link(desk.vault, entry_id, Kind.GOAL, goal.id)
    journal.link(desk.vault, entry_id, Kind.MILESTONE, step.id)
    journal.link(desk.vault, entry_id, Kind.COMPETENCY, Id(known.id))
    assert rows(desk) == ["Delegate, Goal", "First, Milestone", f"{known.name}, Competency"]


def test_a_new_name_of_a_goal_shows_at_once(desk: Desk) -> None:
    pane(desk).toggle_panel()
    goal = goals.add_goal(desk.vault, Goal(title="Old"))
    journal.link(desk.vault, desk.editor.entry_id, Kind.GOAL, goal.id)
    goals.revise_goal(desk.vault, Goal(id=goal.id, title="New"))
    assert rows(desk) == ["New, Goal"]


def test_a_link_is_followed_and_removed_by_keys(desk: Desk, qtbot: QtBot) -> None:
    pane(desk).toggle_panel()
    goal = goals.add_goal(desk.vault, Goal(title="Delegate"))
    journal.link(desk.vault, desk.editor.entry_id, Kind.GOAL, goal.id)
    row = next(row for row in pane(desk).panel.findChildren(FactRow) if row.isVisible())
    with qtbot.waitSignal(desk.page.navigate) as caught:
        QTest.keyClick(row, KEY.Key_Return)
    assert caught.args == [Destination("plan", goal.id, Kind.GOAL)]
    QTest.keyClick(row, KEY.Key_Delete)
    assert rows(desk) == []
    assert desk.vault.read.all(Evidence) == []


def test_a_passage_stands_with_its_goal_and_is_gone_to(desk: Desk) -> None:
    pane(desk).toggle_panel()
    quote(desk)
    (block,) = quotes(desk)
    assert block.accessibleName() == "“chose to hold”, For Delegate"
    block.click()
    assert desk.editor.sheet.prose.textCursor().selectedText() == "chose **to hold"


def test_a_passage_whose_text_changed_says_when_it_was_quoted(desk: Desk) -> None:
    pane(desk).toggle_panel()
    quote(desk)
    journal.write(desk.vault, desk.editor.entry_id, EntryDraft(title="Newest", body="Other."))
    (block,) = quotes(desk)
    assert block.accessibleName().endswith("For Delegate, quoted as it read on 20 May")
    desk.vault.undo()
    assert quotes(desk)[0].accessibleName().endswith("For Delegate")


def test_removing_one_of_two_passages_leaves_the_other(desk: Desk) -> None:
    pane(desk).toggle_panel()
    quote(desk)
    goal = desk.vault.read.all(Goal)[0]
    journal.quote(desk.vault, desk.editor.entry_id, "ten minutes", Kind.GOAL, goal.id)
    first, second = quotes(desk)
    QTest.keyClick(first, KEY.Key_Backspace)
    assert [block.accessibleName() for block in quotes(desk)] == [second.accessibleName()]
    assert rows(desk) == ["Delegate, Goal"]
    desk.vault.undo()
    assert len(quotes(desk)) == 2


def test_the_sessions_that_have_it_on_their_agenda_are_named_and_lead_there(desk: Desk) -> None:
    pane(desk).toggle_panel()
    (part,) = pane(desk).panel.findChildren(AgendaSection)
    assert not part.isVisible()
    ruth = people.add_person(desk.vault, Person(name="Ruth")).id
    item = AgendaItem("Newest", kind=Kind.ENTRY, record=desk.editor.entry_id)
    session = Session(person=ruth, agenda=(item,)).dated(NOON)
    planned = sessions.plan_session(desk.vault, session)
    assert part.isVisible()
    (row,) = part.findChildren(FactRow)
    assert row.accessibleName() == "Session 1 with Ruth, 20 May"
    sent: list[Destination] = []
    desk.page.navigate.connect(sent.append)
    row.click()
    assert sent == [Destination("sessions", planned.id, Kind.SESSION)]
    sessions.write_session(desk.vault, planned.without(item.record))
    assert not part.isVisible()
