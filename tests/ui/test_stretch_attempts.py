"""Attempts at a stretch goal: written down, debriefed, and flagged in the chart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from app.domain.cycles import Person
from app.domain.experiences import Experience
from app.domain.goals import Attempt, Stretch
from app.domain.ids import Kind
from app.domain.support import SupportState
from app.operations import experiences, journal, people
from app.operations.experiences import Debrief, write_debrief
from app.operations.journal import EntryDraft
from tests.ui.plan_desk import choose
from tests.ui.stretch_desk import CTRL, KEY, TODAY, Desk, none_open, opened
from tests.vaults import new_vault
from ui.context import Destination
from ui.stretch.attempt_sheet import AttemptSheet
from ui.stretch.attempts import AttemptList
from ui.support.sheet import SupportSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


@pytest.fixture
def talk(desk: Desk) -> Stretch:
    made = desk.stretch("Talk", size=4, competencies=("public-speaking",))
    desk.show(made)
    return made


def rows_of(desk: Desk) -> AttemptList:
    return desk.page.detail.attempts.rows


def sentences(desk: Desk) -> list[str]:
    model, role = rows_of(desk).model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def tried(desk: Desk, talk: Stretch, title: str, days: int = 0, taught: str = "") -> Attempt:
    day = TODAY - timedelta(days=days)
    attempt = Attempt(goal=talk.id, title=title, day=day, taught=taught)
    return experiences.add_attempt(desk.vault, attempt)


def test_an_attempt_is_written_down_and_flagged(desk: Desk, talk: Stretch) -> None:
    desk.page.detail.attempts.add.click()
    sheet = opened(AttemptSheet)
    sheet.submit()
    assert sheet.fields["title"].error == "Give it a name first. Everything else can wait."
    sheet.put("title", "Team lunch")
    sheet.put("day", "15 May")
    sheet.put("taught", "My notes are for me.")
    sheet.submit()
    assert none_open(AttemptSheet)
    assert sentences(desk) == [
        "Team lunch, 15 May, Taught me: My notes are for me., Write the debrief"
    ]
    desk.checked_in(talk, 2, 3)
    chart = desk.page.detail.confidence.chart
    assert "15 May: Team lunch" in [mark.strong for mark in chart.drawing.marks]
    QAbstractItemModelTester(rows_of(desk).model())


def test_the_newest_attempt_of_the_last_two_weeks_offers_its_debrief(
    desk: Desk, talk: Stretch
) -> None:
    tried(desk, talk, "Older", days=15)
    assert sentences(desk) == ["Older, 5 May"]
    tried(desk, talk, "Newer", days=14)
    tried(desk, talk, "Between", days=15)
    assert sentences(desk) == ["Newer, 6 May, Write the debrief", "Between, 5 May", "Older, 5 May"]


def test_enter_edits_an_attempt_and_opens_its_debrief_once_there_is_one(
    desk: Desk, talk: Stretch
) -> None:
    attempt = tried(desk, talk, "Guild demo")
    rows = rows_of(desk)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    sheet = opened(AttemptSheet)
    sheet.put("title", "A demo for the guild")
    sheet.submit()
    entry = write_debrief(desk.vault, Debrief(attempt.id), EntryDraft(title="How it went"))
    assert sentences(desk) == ["A demo for the guild, 20 May, Debrief"]
    QTest.keyClick(rows, KEY.Key_Return)
    assert desk.sent == [Destination("journal", entry.id, Kind.ENTRY)]
    desk.page.detail.confidence.attempt_opened.emit(attempt.id)
    assert desk.sent[1:] == desk.sent[:1]
    journal.delete(desk.vault, entry.id)
    assert sentences(desk) == ["A demo for the guild, 20 May, Write the debrief"]
    QTest.keyClick(rows, KEY.Key_Return)
    opened(AttemptSheet).reject()


def test_space_begins_the_debrief_as_evidence_and_for_the_attempt(
    desk: Desk, talk: Stretch
) -> None:
    attempt = tried(desk, talk, "Guild demo")
    rows = rows_of(desk)
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, KEY.Key_Space)
    assert desk.sent == [
        Destination(
            "journal",
            act="new",
            detail=f"title:Guild demo\ntemplate:stretch-debrief\n"
            f"evidence:stretch:{talk.id}\nattempt:{attempt.id}",
        )
    ]


def test_the_offer_can_be_clicked_and_the_sheet_has_one(desk: Desk, talk: Stretch) -> None:
    tried(desk, talk, "Guild demo", taught="History is not an opening. " * 9)
    rows = rows_of(desk)
    index = rows.model().index(0, 0)
    assert rows.visualRect(index).contains(rows.spot_box(index))
    where = rows.spot_box(index).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(desk.sent) == 1
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    sheet = opened(AttemptSheet)
    sheet.put("title", "")
    sheet.debrief.click()
    assert len(desk.sent) == 1
    sheet.put("title", "Demo")
    sheet.debrief.click()
    assert len(desk.sent) == 2
    assert sentences(desk)[0].startswith("Demo,")


def test_an_attempt_moves_to_the_trash_by_menu_and_key(desk: Desk, talk: Stretch) -> None:
    tried(desk, talk, "One", days=1)
    tried(desk, talk, "Two")
    rows = rows_of(desk)
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.customContextMenuRequested.emit(QPoint(4, 4))
    choose(opened(QMenu), "Move to trash")
    assert desk.said == [("Attempt moved to trash", True)]
    QTest.keyClick(rows, KEY.Key_Delete)
    assert sentences(desk) == []
    desk.vault.undo()
    desk.vault.undo()
    assert len(sentences(desk)) == 2


def test_a_draft_of_an_attempt_survives_a_lock(desk: Desk, talk: Stretch) -> None:
    desk.page.acts.add_attempt(talk)
    sheet = opened(AttemptSheet)
    sheet.put("happened", "I began with")
    desk.page.save()
    assert "I began with" in (desk.vault.read.draft(f"attempt.new.{talk.id}") or "")
    sheet.reject()


@pytest.mark.usefixtures("talk")
def test_a_big_one_without_feedback_asks_who_could(desk: Desk) -> None:
    ruth = people.add_person(desk.vault, Person(name="Ruth", can_help=("public-speaking",)))
    card = desk.page.detail.feedback
    assert card.isVisible()
    card.ask.click()
    sheet = opened(SupportSheet)
    assert sheet.text("person") == ruth.id
    sheet.put("state", SupportState.ASKED)
    QTest.keyClick(sheet.fields["title"].editor, KEY.Key_Return, CTRL)
    sheet.submit()
    assert not card.isVisible()
    desk.vault.undo()
    assert card.isVisible()


def test_experiences_that_name_it_lead_there(desk: Desk, talk: Stretch) -> None:
    experience = Experience(title="The all-hands", goals=(talk.id,))
    experiences.add_experience(desk.vault, experience)
    (row,) = desk.page.detail._experiences.facts
    row.click()
    assert desk.sent == [Destination("plan", experience.id, Kind.EXPERIENCE)]
    desk.page.refresh()
    assert desk.page.detail._experiences.facts == [row]
