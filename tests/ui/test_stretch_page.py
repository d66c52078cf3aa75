"""The page of stretch goals: list, detail, and what one can do there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.goals import Goal, Milestone, StretchState, Zone
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from tests.ui.stretch_desk import CTRL, KEY, TODAY, Desk, choose, none_open, opened
from tests.vaults import new_vault
from ui.context import Destination
from ui.stretch.check_in_sheet import CheckInSheet
from ui.stretch.closing import CloseStretch
from ui.stretch.milestone_dialog import MilestoneDialog
from ui.stretch.stretch_sheet import StretchSheet
from ui.theme import ThemeSource

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


def test_an_empty_page_offers_to_begin(desk: Desk) -> None:
    assert not desk.page.pane.isVisible()
    assert desk.page.first_focus() is desk.page.begin
    desk.page.begin.click()
    opened(StretchSheet).reject()


def test_rows_stand_on_their_shelves_and_say_their_sentence(
    desk: Desk, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(desk.page.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    talk = desk.stretch("Talk", commit_day=date(2026, 6, 18), reach_day=date(2026, 8, 20), size=4)
    desk.checked_in(talk, 2, 4)
    desk.stretch("Book", state=StretchState.SOMEDAY)
    desk.stretch("Race", state=StretchState.TRIED)
    assert desk.rows() == ["Talk", "Someday", "Book", "Closed", "Race"]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    said = [desk.page.model.index(at, 0).data(spoken) for at in (0, 4)]
    talk_said = "Talk, Commit 18 Jun, stretch 20 Aug, Stretch zone, confidence 4 of 5"
    assert said == [
        f"{talk_said}, Nobody lined up for feedback yet",
        "Race, Tried, confidence not rated",
    ]


def test_three_active_ones_are_plenty(desk: Desk) -> None:
    quiet = "Three at once is plenty. A fourth can wait in Someday."
    made = [desk.stretch(f"Goal {number}") for number in range(3)]
    assert desk.rows()[3] == quiet
    assert desk.page.model.flags(desk.page.model.index(3, 0)) == Qt.ItemFlag.NoItemFlags
    desk.page.acts.set_state(made[0].id, StretchState.SOMEDAY)
    assert quiet not in desk.rows()


def test_the_detail_follows_the_list_and_a_changed_goal_stays_chosen(desk: Desk) -> None:
    first, second = desk.stretch("First"), desk.stretch("Second")
    desk.show(first)
    QTest.keyClick(desk.page.rows, KEY.Key_Down)
    assert desk.page.detail.title.text() == "Second"
    desk.page.acts.set_state(second.id, StretchState.SOMEDAY)
    assert desk.page.detail.title.text() == "Second"
    assert desk.page.rows.currentIndex().data() == "Second"


def test_trash_goes_to_the_neighbour_and_can_be_taken_back(desk: Desk) -> None:
    made = [desk.stretch(f"Goal {number}") for number in range(3)]
    desk.show(made[1])
    QTest.keyClick(desk.page.rows, KEY.Key_Delete)
    assert desk.said == [("Stretch goal moved to trash", True)]
    assert desk.page.detail.title.text() == "Goal 2"
    desk.vault.undo()
    assert desk.rows()[:3] == ["Goal 0", "Goal 1", "Goal 2"]


def test_the_menu_acts(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.show(talk)
    choose(desk.page.detail.menu(), "Leave for someday")
    assert desk.kept(talk.id).state is StretchState.SOMEDAY
    assert desk.page.detail.header.primary.text() == "Make active"
    desk.page.detail.header.primary.click()
    assert desk.kept(talk.id).state is StretchState.ACTIVE
    choose(desk.page.detail.menu(), "Make a PDF of this")
    assert desk.sent == [Destination("share", act="new", detail=f"stretch:{talk.id}")]


def test_closing_asks_how_it_ended_and_what_it_taught(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.show(talk)
    choose(desk.page.detail.menu(), "Close stretch goal...")
    dialog = opened(CloseStretch)
    dialog.confirm.click()
    assert dialog.isVisible()
    assert not desk.kept(talk.id).state.closed
    dialog.end.options[2].click()
    dialog.put("learned", "  Slides hide me. ")
    dialog.confirm.click()
    assert none_open(CloseStretch)
    closed = desk.kept(talk.id)
    assert (closed.state, closed.learned) == (StretchState.LET_GO, "Slides hide me.")
    assert desk.page.detail.end.isVisible()
    assert desk.page.detail.end.heading.text() == "Let go"
    assert desk.said == [("Stretch goal closed", True)]
    desk.vault.undo()
    assert desk.page.detail.header.primary.text() == "Check in"


def test_how_it_ended_is_kept_as_a_draft(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.page.acts.close(talk)
    dialog = opened(CloseStretch)
    dialog.end.options[1].click()
    dialog.put("learned", "Slides")
    desk.page.save()
    dialog.reject()
    desk.page.acts.close(talk)
    again = opened(CloseStretch)
    assert (again.end.value(), again.text("learned")) == (StretchState.TRIED, "Slides")
    again.reject()


def test_the_zone_is_suggested_until_it_is_chosen(desk: Desk) -> None:
    talk = desk.stretch("Talk", size=5)
    desk.show(talk)
    arch = desk.page.detail.zone.arch
    assert (arch.value(), arch.accessibleDescription()) == (None, "Panic, suggested")
    arch.options[1].click()
    assert desk.kept(talk.id).zone is Zone.STRETCH
    assert arch.accessibleDescription() == "Stretch"
    arch.options[1].click()
    assert desk.kept(talk.id).zone is None


def test_links_lead_to_goal_entry_and_share(desk: Desk) -> None:
    goal = goals.add_goal(desk.vault, Goal(title="A direction people can repeat"))
    talk = desk.stretch("Talk", goal=goal.id)
    entry = journal.add(desk.vault, EntryDraft(title="Rehearsed"))
    journal.link(desk.vault, entry.id, Kind.STRETCH, talk.id)
    packs.add(desk.vault, Pack(title="For Ruth", items=(PackItem(Kind.STRETCH, talk.id, ()),)))
    desk.show(talk)
    header = desk.page.detail.header
    assert header.goal.accessibleName() == "Linked to A direction people can repeat"
    assert header.chip.text() == "In a share pack"
    assert header.chip.toolTip() == "For Ruth: a draft"
    header.goal.click()
    header.chip.click()
    evidence = desk.page.detail.evidence
    evidence.setCurrentIndex(evidence.model().index(0, 0))
    QTest.keyClick(evidence, KEY.Key_Return)
    assert desk.sent == [
        Destination("plan", id=goal.id, kind=Kind.GOAL),
        Destination("share"),
        Destination("journal", id=entry.id, kind=Kind.ENTRY),
    ]


def test_milestones_are_added_ticked_changed_and_removed(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.show(talk)
    steps = desk.page.detail.steps
    QTest.keyClicks(steps.new, "Ask for a slot")
    QTest.keyClick(steps.new, KEY.Key_Return)
    (step,) = desk.vault.read.all(Milestone, goal=talk.id)
    row = steps._rows[step.id]
    row.check.click()
    assert desk.vault.read.get(Milestone, step.id).done == TODAY
    assert row.check.accessibleName() == "Ask for a slot, Done 20 May"
    row.edit_asked.emit()
    dialog = opened(MilestoneDialog)
    dialog.put("title", "")
    dialog.confirm.click()
    assert dialog.isVisible()
    dialog.put("title", "Ask Johan")
    dialog.confirm.click()
    assert desk.vault.read.get(Milestone, step.id).title == "Ask Johan"
    row.trash_asked.emit()
    assert desk.vault.read.all(Milestone, goal=talk.id) == []
    assert desk.said == [("Milestone moved to trash", True)]


def test_arriving_begins_what_the_act_names(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.show(talk, "check-in")
    opened(CheckInSheet).reject()
    desk.page.arrive(Destination("stretch", act="new"))
    opened(StretchSheet).reject()
    assert desk.page.where() == Destination("stretch", id=talk.id, kind=Kind.STRETCH)


def test_ctrl_enter_checks_in(desk: Desk) -> None:
    desk.show(desk.stretch("Talk"))
    desk.page.activateWindow()
    desk.page.rows.setFocus()
    QTest.keyClick(desk.page.rows, KEY.Key_Return, CTRL)
    opened(CheckInSheet).reject()


def test_a_narrow_window_shows_one_pane_with_a_way_back(desk: Desk) -> None:
    talk = desk.stretch("Talk")
    desk.page.resize(800, 600)
    assert (desk.page.pane.isVisible(), desk.page.detail.isVisible()) == (True, False)
    desk.show(talk)
    assert (desk.page.pane.isVisible(), desk.page.detail.isVisible()) == (False, True)
    desk.page.detail.header.back.click()
    assert (desk.page.pane.isVisible(), desk.page.detail.isVisible()) == (True, False)
    desk.page.resize(1280, 800)
    assert (desk.page.pane.isVisible(), desk.page.detail.isVisible()) == (True, True)
    assert not desk.page.detail.header.back.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(960, 1.0), (1280, 1.0), (1280, 2.0)])
def test_nothing_is_wider_than_its_pane(
    desk: Desk, look: ThemeSource, width: int, scale: float
) -> None:
    talk = desk.stretch(
        "A very long title of something that one might perhaps not quite manage this year",
        why="Why " * 30,
        commit="Commit " * 10,
        reach="Reach " * 10,
        if_when="something happens " * 5,
        then_do="do something else " * 5,
        measure="Minutes I can speak without looking at any slides at all",
        baseline=0,
        target=10,
    )
    desk.checked_in(talk, 1, 2, 3)
    look.choose_scale(scale)
    desk.page.resize(width, 640)
    desk.show(talk)
    detail = desk.page.detail
    inside = detail.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= detail.viewport().width()
    assert inside.width() == detail.viewport().width()
