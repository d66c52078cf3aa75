"""The competencies beside the goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.competencies import Assessment, Rating
from app.domain.ids import Kind
from app.operations import competencies
from app.queries import assessments
from tests.ui.plan_desk import Desk, open_desk
from ui.context import Destination
from ui.plan.competency_aside import CompetencyAside, StandingModel
from ui.theme import ThemeSource
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(look: ThemeSource, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A plan page on an empty vault."""
    del look
    yield from open_desk(qtbot, tmp_path)


def aside(desk: Desk) -> CompetencyAside:
    desk.page.refresh()
    return desk.page.home.competencies


def rows(shown: CompetencyAside) -> list[str]:
    model = shown.rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def lines(shown: CompetencyAside) -> list[str]:
    return [label.text() for label in shown.findChildren(Label)]


def assess(desk: Desk, day: date, name: str, level: int) -> None:
    rating = Rating(name, name, level)
    competencies.assess(desk.vault, Assessment(day=day, ratings=(rating,)))


def test_without_anything_it_says_how_to_begin(desk: Desk) -> None:
    shown = aside(desk)
    assert "Rate yourself once, and the levels stand here." in lines(shown)
    assert (rows(shown), shown.rows.isHidden()) == ([], True)


def test_it_tells_the_levels_of_open_goals_and_when_they_were_rated(desk: Desk) -> None:
    desk.goal("a", competencies=("delegating", "listening"))
    assess(desk, date(2026, 5, 4), "listening", 3)
    shown = aside(desk)
    assert rows(shown) == ["Listening: 3 of 5", "Handing work over: not rated"]
    assert "Self-assessed 4 May, out of 5" in lines(shown)
    assess(desk, date(2026, 5, 8), "delegating", 4)
    assert "Self-assessed until 8 May, out of 5" in lines(aside(desk))


def test_it_leads_to_a_competency_and_to_all(desk: Desk) -> None:
    desk.goal("a", competencies=("listening",))
    shown = aside(desk)
    sent: list[Destination] = []
    shown.navigate.disconnect()
    shown.navigate.connect(sent.append)
    shown.rows.opened.emit(shown.rows.model().index(0, 0))
    shown.all.click()
    assert [(each.kind, each.id) for each in sent] == [
        (Kind.COMPETENCY, "listening"),
        (Kind.COMPETENCY, ""),
    ]


def test_what_is_under_way_is_gone_on_with(desk: Desk) -> None:
    desk.goal("a", competencies=("listening",))
    shown = aside(desk)
    assert shown.assess.text() == "Assess"
    shown.assess.click()
    assert desk.page.where().kind is Kind.ASSESSMENT
    flow = desk.page.view(Kind.ASSESSMENT).flow  # type: ignore[attr-defined] # it is one
    flow.foot.next.click()
    flow.step.anchors.choose_level(2)
    desk.page.go_home()
    assert aside(desk).assess.text() == "Go on"
    assert shown.assess.accessibleName() == "Go on with the assessment"


def test_the_model_keeps_the_rules_of_models(desk: Desk) -> None:
    desk.goal("a", competencies=("listening", "delegating"))
    model = StandingModel()
    tester = QAbstractItemModelTester(model)
    found = assessments.standings(desk.vault.read, desk.context.library)
    model.show_rows(found)
    model.show_rows(found[1:])
    assert model.rowCount() == 1
    del tester
