"""Finding a start in the journal: templates of one's own, and questions to write about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.goals import Goal
from app.domain.templates import OwnTemplate
from app.operations import goals, questions, templates
from app.queries import questions as asked
from app.queries.questions import By
from tests.ui.journal_desk import Desk, add, opened
from tests.vaults import NOON, new_vault
from ui.journal.asking import Asking
from ui.journal.narrowing import Narrowing
from ui.theme import ThemeSource
from ui.widgets.picker import Picker

KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(look: ThemeSource, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    assert look.theme
    vault = new_vault(tmp_path / "ines.greenroom", FixedClock(NOON))
    add(vault, "Only", body="what happened")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    qtbot.waitExposed(desk.page)
    yield desk
    desk.jobs.stop()
    vault.close()


def begin(desk: Desk) -> Picker:
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_N, CTRL_SHIFT)
    return opened(Picker)


def ask(desk: Desk) -> Asking:
    picker = begin(desk)
    QTest.keyClick(picker._search, KEY.Key_Down)
    QTest.keyClick(picker._search, KEY.Key_Return)
    return opened(Asking)


def test_a_template_of_ones_own_is_offered_used_and_filtered_by(desk: Desk) -> None:
    body = "## Look\n_What moved?_\n"
    own = templates.add(desk.vault, OwnTemplate(name="Friday", tags=("week",), body=body))
    picker = begin(desk)
    model = picker._model
    titles = [model.index(row).data() for row in range(4)]
    assert titles == ["Blank page", "Begin with a question", "Mine", "Friday"]
    QTest.keyClicks(picker._search, "friday")
    QTest.keyClick(picker._search, KEY.Key_Return)
    prose = desk.editor.sheet.prose
    assert prose.text() == body
    assert prose.written() == "## Look\n"
    QTest.keyClicks(prose, "Two things.")
    desk.page.save()
    entry = desk.entries[-1]
    assert (entry.template, entry.tags, entry.body) == (own.id, ("week",), "## Look\nTwo things.\n")
    templates.delete(desk.vault, own.id)
    desk.page._browser._open_narrowing()
    choice = opened(Narrowing)._template
    assert [choice.itemText(place) for place in range(choice.count())] == ["Any template", "Friday"]


def test_a_question_is_quoted_and_the_cursor_stands_below_it(desk: Desk) -> None:
    asking = ask(desk)
    question = asking._question.text()
    asking._take.setFocus()
    QTest.keyClick(asking._take, KEY.Key_Space)
    prose = desk.editor.sheet.prose
    assert prose.text() == f"> {question}\n\n"
    QTest.keyClicks(prose, "Nothing yet.")
    desk.page.save()
    assert desk.entries[-1].body == f"> {question}\n\nNothing yet."


def test_a_question_that_was_not_answered_is_no_entry(desk: Desk) -> None:
    asking = ask(desk)
    asking._take.click()
    desk.page.leave()
    assert len(desk.entries) == 1


def test_another_question_comes_at_each_step_until_all_were_asked(desk: Desk) -> None:
    asking = ask(desk)
    theme = asked.subjects(desk.vault.read, desk.context.library, By.THEME)[0]
    wanted = asked.about(desk.vault.read, desk.context.library, By.THEME, theme.id)
    found = []
    for _ in wanted:
        found.append(asking._question.text())
        QTest.keyClick(asking._another, KEY.Key_Space)
    assert sorted(found) == sorted(wanted)
    assert asking._question.text() == found[0]
    asking.close()


def test_questions_follow_the_goal_that_is_chosen(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="Listen", competencies=("coaching-others",)))
    asking = ask(desk)
    asking._by.setFocus()
    QTest.keyClick(asking._by, KEY.Key_Right)
    QTest.keyClick(asking._by, KEY.Key_Right)
    assert asking._by.view() == By.GOAL
    assert asking._subject.currentText() == "Listen"
    reader, library = desk.vault.read, desk.context.library
    assert asking._question.text() in asked.about(reader, library, By.COMPETENCY, "coaching-others")
    asking.close()


def test_ones_own_questions_can_be_asked(desk: Desk) -> None:
    questions.keep(desk.vault, "My own?")
    asking = ask(desk)
    asking._by.setCurrentIndex(asking._by.count() - 1)
    assert asking._question.text() == "My own?"
    assert not asking._subject.isVisible()
    assert not asking._another.isEnabled()
    asking._take.click()
    assert desk.editor.sheet.prose.text() == "> My own?\n\n"


def test_a_question_goes_above_what_is_written_already(desk: Desk) -> None:
    desk.editor.starting.open_questions()
    asking = opened(Asking)
    question = asking._question.text()
    asking._take.click()
    desk.page.save()
    assert desk.entries[0].body == f"> {question}\n\nwhat happened"
    prose = desk.editor.sheet.prose
    assert prose.selected_span()[0] == len(f"> {question}\n\n")
    prose.undo()
    assert prose.text() == "what happened"
