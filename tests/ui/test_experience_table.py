"""The table of experiences: its words, its order, its columns and its keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.charts.mix import LEARNING_ICONS
from app.domain.experiences import ExperienceKind, Learning, Phase
from app.domain.ids import Id
from app.queries.experiences import ExperienceRow
from ui.experience_words import KIND_ICONS, kind_words, learning_words
from ui.plan import experience_words as words
from ui.plan.experience_model import Column, ExperienceModel
from ui.plan.experience_table import ExperienceTable
from ui.theme import ThemeSource

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt]
TODAY = date(2026, 5, 20)
KEY = Qt.Key
ROTATION = ExperienceRow(
    id=Id("1"),
    title="Two weeks with Support",
    type=ExperienceKind.ROTATION,
    learning=Learning.ON_THE_JOB,
    phase=Phase.PLANNED,
    start=date(2026, 6, 1),
    end=date(2026, 6, 12),
    hours=80,
)
COURSE = ExperienceRow(
    id=Id("2"),
    title="Coaching skills",
    type=ExperienceKind.COURSE,
    learning=Learning.FORMAL,
    phase=Phase.DONE,
    end=date(2025, 11, 17),
    hours=7.5,
    evidence=2,
)
IDEA = ExperienceRow(
    id=Id("3"),
    title="Ask to sit in",
    type=ExperienceKind.OTHER,
    learning=Learning.ON_THE_JOB,
    phase=Phase.PLANNED,
)
ROWS = (IDEA, ROTATION, COURSE)


@pytest.fixture
def table(qtbot: QtBot, look: ThemeSource) -> ExperienceTable:
    """The table with three rows, wide enough for all columns."""
    del look
    made = ExperienceTable(lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_rows(ROWS, "Experiences, 3 experiences")
    return made


def _titles(table: ExperienceTable) -> list[str]:
    model = table.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def _shown(table: ExperienceTable) -> list[Column]:
    return [column for column in Column if not table.isColumnHidden(column)]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 6, 1), date(2026, 6, 12), "1 Jun to 12 Jun"),
        (date(2025, 12, 30), date(2026, 1, 9), "30 Dec 2025 to 9 Jan"),
        (date(2025, 11, 17), date(2025, 12, 31), "17 Nov to 31 Dec 2025"),
        (date(2026, 6, 18), date(2026, 6, 18), "18 Jun"),
        (date(2026, 6, 1), None, "from 1 Jun"),
        (date(2026, 5, 20), None, "since 20 May"),
        (None, date(2026, 6, 12), "until 12 Jun"),
        (None, date(2026, 5, 12), "12 May"),
        (None, None, ""),
    ],
)
def test_days_in_words(start: date | None, end: date | None, said: str) -> None:
    assert words.days_words(start, end, TODAY) == said


@pytest.mark.parametrize(
    ("start", "end", "phase", "said"),
    [
        (date(2026, 6, 1), date(2026, 6, 12), Phase.PLANNED, "Rotation, from 1 Jun"),
        (date(2026, 6, 18), date(2026, 6, 18), Phase.PLANNED, "Rotation, 18 Jun"),
        (date(2026, 5, 1), date(2026, 6, 12), Phase.UNDER_WAY, "Rotation, until 12 Jun"),
        (date(2026, 5, 1), None, Phase.UNDER_WAY, "Rotation, since 1 May"),
        (date(2026, 5, 1), date(2026, 5, 12), Phase.DONE, "Rotation, done 12 May"),
        (None, None, Phase.PLANNED, "Rotation, planned"),
    ],
)
def test_kind_and_state_in_a_line(
    start: date | None, end: date | None, phase: Phase, said: str
) -> None:
    row = ExperienceRow(
        Id("1"), "t", ExperienceKind.ROTATION, Learning.ON_THE_JOB, phase, start, end
    )
    assert words.aside_words(row, TODAY) == said


def test_every_kind_and_way_to_learn_has_words_and_an_icon() -> None:
    kinds = [kind_words(kind) for kind in ExperienceKind]
    assert len(set(kinds)) == len(ExperienceKind)
    assert set(KIND_ICONS) == set(ExperienceKind)
    assert [learning_words(each) for each in Learning] == [
        "On the job",
        "With others",
        "Formal",
    ]
    assert set(LEARNING_ICONS) == set(Learning)


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = ExperienceModel(lambda: TODAY)
    model.show_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped


def test_a_row_is_a_sentence_and_a_cell_has_its_header(table: ExperienceTable) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    model = table.model()
    assert model.index(2, Column.TITLE).data(role) == (
        "Coaching skills, Course, Done, 17 Nov 2025, Formal, 7.5 hours, 2 pieces of evidence"
    )
    assert model.index(1, Column.HOURS).data(role) == "Hours: 80"
    assert model.index(0, Column.WHEN).data(role) == "When: "


@pytest.mark.parametrize(
    ("column", "down", "expected"),
    [
        (Column.TITLE, False, ["Ask to sit in", "Coaching skills", "Two weeks with Support"]),
        (Column.WHEN, True, ["Ask to sit in", "Two weeks with Support", "Coaching skills"]),
        (Column.KIND, False, ["Coaching skills", "Ask to sit in", "Two weeks with Support"]),
        (Column.LEARNING, False, ["Coaching skills", "Ask to sit in", "Two weeks with Support"]),
        (Column.HOURS, True, ["Two weeks with Support", "Coaching skills", "Ask to sit in"]),
    ],
)
def test_any_column_sorts(
    table: ExperienceTable, column: Column, expected: list[str], *, down: bool
) -> None:
    table.sort_by(column, down=down)
    assert _titles(table) == expected


def test_a_press_on_a_heading_tells_of_the_order(table: ExperienceTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    x = header.sectionViewportPosition(Column.KIND) + 20
    with qtbot.waitSignal(table.sorted_by) as told:
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
        )
    assert told.args[0] == Column.KIND


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (900, list(Column)),
        (700, [Column.TITLE, Column.KIND, Column.WHEN]),
        (480, [Column.TITLE]),
    ],
)
def test_fewer_columns_stand_in_a_narrower_table(
    table: ExperienceTable, width: int, columns: list[Column]
) -> None:
    table.resize(width, table.height())
    assert _shown(table) == columns


def test_what_has_no_column_stands_below_the_title(table: ExperienceTable) -> None:
    assert table.below(ROTATION) == ""
    table.resize(700, table.height())
    assert table.below(ROTATION) == "On the job, 80 hours"
    table.resize(480, table.height())
    assert table.below(ROTATION) == "Rotation, 1 Jun to 12 Jun, On the job, 80 hours"
    assert table.below(IDEA) == "Other, On the job"


def test_the_table_is_as_tall_as_its_rows(table: ExperienceTable) -> None:
    """In one column each row has a line more, and a long title two."""
    wide = table.height()
    table.resize(480, wide)
    assert table.height() == wide + 3 * 20
    longer = ExperienceRow(
        Id("4"), "long " * 40, ExperienceKind.OTHER, Learning.FORMAL, Phase.PLANNED
    )
    table.show_rows((*ROWS, longer), "Experiences")
    assert sorted(table.rowHeight(at) for at in range(4)) == [64, 64, 64, 84]
    assert table.verticalScrollBar().maximum() == 0


def test_rows_are_as_tall_as_their_titles_from_the_first_moment(qtbot: QtBot) -> None:
    """They are measured in the width the title will have, before the table is shown in it."""
    made = ExperienceTable(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_rows(ROWS, "Experiences")
    made.resize(900, 400)
    made.show()
    assert [made.rowHeight(at) for at in range(3)] == [44, 44, 44]


def test_the_current_row_stays_when_the_rows_change(table: ExperienceTable) -> None:
    assert table.select(COURSE.id)
    table.show_rows((COURSE, IDEA), "Experiences")
    assert table.current_id() == COURSE.id
    table.show_rows((IDEA,), "Experiences")
    assert table.current_id() == IDEA.id
    assert not table.select(COURSE.id)


def test_the_current_cell_is_never_a_hidden_one(table: ExperienceTable) -> None:
    table.setCurrentIndex(table.model().index(1, Column.HOURS))
    table.resize(480, table.height())
    assert table.currentIndex().column() == Column.TITLE
    assert table.current_id() == ROTATION.id


def test_keys_open_edit_and_remove(table: ExperienceTable, qtbot: QtBot) -> None:
    table.select(ROTATION.id)
    for key, signal in (
        (KEY.Key_Return, table.opened),
        (KEY.Key_F2, table.edit_asked),
        (KEY.Key_Delete, table.trash_asked),
    ):
        with qtbot.waitSignal(signal) as told:
            QTest.keyClick(table, key)
        assert told.args == [ROTATION.id]


def test_the_table_is_copied_as_text_with_all_columns(table: ExperienceTable) -> None:
    table.resize(480, table.height())
    table.setFocus()
    QTest.keyClick(table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Title\tKind\tWhen\tLearning\tHours"
    assert lines[2] == "Two weeks with Support\tRotation\t1 Jun to 12 Jun\tOn the job\t80"


def test_nothing_is_asked_of_an_empty_table(table: ExperienceTable, qtbot: QtBot) -> None:
    table.show_rows((), "Experiences")
    with qtbot.assertNotEmitted(table.opened), qtbot.assertNotEmitted(table.trash_asked):
        QTest.keyClick(table, KEY.Key_Return)
        QTest.keyClick(table, KEY.Key_Delete)
    assert table.current_id() == ""
