"""Choosing competencies, by group, in every sheet that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.queries.competencies import Catalogue, CompetencyRow
from ui.competency_field import CompetencyField
from ui.theme import ThemeSource
from ui.widgets.chip import Chip
from ui.widgets.choice import Heading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KNOWN = Catalogue(
    (
        CompetencyRow("rest", "Resting", "Alone"),
        CompetencyRow("row", "Rowing", "At sea"),
        CompetencyRow("sail", "Sailing", "At sea", archived=True),
        CompetencyRow("sing", "Singing", ""),
    )
)


@pytest.fixture
def field(look: ThemeSource, qtbot: QtBot) -> CompetencyField:
    """A field with nothing chosen."""
    del look
    made = CompetencyField(KNOWN)
    qtbot.addWidget(made)
    return made


def options(field: CompetencyField) -> list[str]:
    return [field.add.itemText(place) for place in range(field.add.count())]


def chips(field: CompetencyField) -> list[str]:
    return [chip.text() for chip in field.findChildren(Chip) if not chip.isHidden()]


def test_groups_are_named_and_archived_ones_are_not_offered(field: CompetencyField) -> None:
    assert options(field) == ["Add a competency", "Alone", "Resting", "At sea", "Rowing", "Singing"]


def test_a_group_without_anything_left_is_not_named(field: CompetencyField) -> None:
    field.set_competencies(["rest"])
    assert options(field) == ["Add a competency", "At sea", "Rowing", "Singing"]


def test_the_arrows_pass_over_the_names_of_groups(field: CompetencyField) -> None:
    field.show()
    QTest.keyClick(field.add, Qt.Key.Key_Down)
    assert field.competencies() == ("rest",)


def test_the_name_of_a_group_chooses_nothing(field: CompetencyField) -> None:
    place = options(field).index("At sea")
    field.add.setCurrentIndex(place)
    field.add.activated.emit(place)
    assert isinstance(field.add.itemData(place), Heading)
    assert (field.competencies(), field.add.currentIndex()) == ((), 0)


def test_what_is_archived_or_gone_stays_chosen(field: CompetencyField) -> None:
    field.set_competencies(["sail", "juggling", "row"])
    assert chips(field) == ["Sailing", "juggling", "Rowing"]
    assert field.competencies() == ("sail", "juggling", "row")


def test_a_draft_brings_the_chosen_back_in_their_order(field: CompetencyField) -> None:
    field.set_competencies(["row", "rest"])
    kept = field.draft()
    field.set_competencies([])
    field.take_draft(kept)
    assert field.competencies() == ("row", "rest")


def test_a_chip_taken_away_is_offered_again_and_told(field: CompetencyField, qtbot: QtBot) -> None:
    field.set_competencies(["row"])
    chip = next(chip for chip in field.findChildren(Chip) if chip.text() == "Rowing")
    with qtbot.waitSignal(field.changed):
        chip.removed.emit()
    assert (field.competencies(), "Rowing" in options(field)) == ((), True)
