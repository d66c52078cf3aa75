"""What is near the chosen items and will not go, beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry
from app.domain.feedback import Feedback, FeedbackState
from app.domain.forms import Consent
from app.domain.ids import Kind
from app.domain.sessions import Debrief, Session
from app.operations import journal
from tests.ui.share_desk import GOAL, ShareDesk
from tests.vaults import NOON
from ui.share.items import ITEMS, STAYS

pytestmark = pytest.mark.qt
BEHIND = Entry(title="Behind it", body="Dev knew.", at=NOON.at, offset=NOON.offset, day=NOON.day)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path, BEHIND)
    qtbot.addWidget(made.page)
    journal.link(made.vault, BEHIND.id, Kind.GOAL, GOAL.id)
    yield made
    made.close()


def told(desk: ShareDesk) -> list[str]:
    model = desk.flow.items.left_out.model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


def test_it_is_folded_at_first_and_opens_by_key(
    desk: ShareDesk, qtmodeltester: ModelTester
) -> None:
    desk.begin()
    panel = desk.flow.items.left_out
    assert not panel.list.isVisible()
    panel.toggle.setFocus()
    QTest.keyClick(panel.toggle, Qt.Key.Key_Space)
    assert panel.list.isVisible()
    desk.press("Delegate")
    qtmodeltester.check(panel.model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    assert told(desk) == [
        "Delegate",
        "Support to ask for",
        "Behind it, linked, 20 May",
        "Everything else",
        "Journal: 1",
        "Growth: 1",
        "1 person, and what you wrote about them",
    ]
    QTest.keyClick(panel.toggle, Qt.Key.Key_Space)
    assert not panel.list.isVisible()


def test_it_follows_what_is_ticked_and_headings_are_passed_over(desk: ShareDesk) -> None:
    desk.begin()
    panel = desk.flow.items.left_out
    panel.toggle.click()
    assert told(desk)[0] == "Everything else"
    assert panel.model.flags(panel.model.index(0)) == Qt.ItemFlag.NoItemFlags
    desk.press("Delegate")
    desk.press("Behind it")
    assert "Behind it, linked, 20 May" not in told(desk)
    assert panel.list.accessibleName() == "Left out"


def test_it_is_a_side_of_its_own_where_room_is_short(desk: ShareDesk) -> None:
    desk.begin()
    desk.press("Delegate")
    desk.page.resize(800, 600)
    desk.stage.settle()
    items = desk.flow.items
    assert not items.left_out.isVisible()
    items.sides.setCurrentIndex(2)
    assert items.sides.view() == STAYS
    assert items.left_out.list.isVisible()
    assert not items.list.isVisible()
    assert not items.left_out.toggle.isVisible()
    assert told(desk)[0] == "Delegate"
    items.sides.setCurrentIndex(0)
    assert items.sides.view() == ITEMS
    assert items.list.isVisible()


def test_what_can_never_leave_is_counted_beside_the_pages(desk: ShareDesk) -> None:
    session = Session(question="What now?").dated(NOON)
    desk.put(
        session,
        Debrief(session=session.id, answers="Too quiet."),
        *(
            Feedback(name="SBI", state=FeedbackState.KEPT, consent=consent)
            for consent in (Consent.PRIVATE, Consent.PRIVATE, Consent.UNNAMED)
        ),
        Feedback(name="SBI", consent=Consent.NAMED),
    )
    desk.begin()
    desk.flow.items.left_out.toggle.click()
    desk.press("Session on 20 May")
    lines = told(desk)
    assert lines[0] == "A session"
    assert lines[1:3] == ["1 private debrief", "Everything else"]
    assert lines[-4:] == [
        "1 private debrief",
        "2 pieces of feedback that are private",
        "1 piece of feedback that you have not kept",
        "1 person, and what you wrote about them",
    ]
    assert "Feedback: 1" in lines
