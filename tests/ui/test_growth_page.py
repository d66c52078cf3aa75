"""Growth: each card says what was seen, and leads to what lies behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.goals import CheckIn, Goal, Stretch
from app.domain.ids import Id, Kind
from app.drawing.chart import Chart
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.drawings import space
from tests.stage import Stage, sample_vault, staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.growth.anchors import AnchorsPopover
from ui.growth.opening import destination
from ui.growth.page import GrowthPage
from ui.widgets.button import Button
from ui.widgets.chart_card import ChartCard
from ui.widgets.text import Label

KEY = Qt.Key


MADE: list[Stage[GrowthPage]] = []
"""The pages of a test, which still read when it ends."""


def close(vault: Vault) -> None:
    """Lock, as the app does: what is still being read is dropped before the vault closes."""
    while MADE:
        MADE.pop().context.jobs.stop()
    vault.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = sample_vault(tmp_path / "sample.greenroom")
    yield opened
    close(opened)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "a.greenroom")
    yield opened
    close(opened)


def shown(qtbot: QtBot, vault: Vault) -> Stage[GrowthPage]:
    stage = staged(GrowthPage, vault)
    MADE.append(stage)
    qtbot.addWidget(stage.page)
    read(qtbot, stage)
    return stage


def read(qtbot: QtBot, stage: Stage[GrowthPage]) -> None:
    """Wait until the journal was read."""
    qtbot.waitUntil(lambda: not stage.context.jobs.busy and not stage.page._reading._running)
    stage.settle()


def headings(stage: Stage[GrowthPage]) -> list[str]:
    cards = [card for card in stage.page.findChildren(ChartCard) if card.isVisible()]
    return [card.heading.text() for card in cards]


def choose(qtbot: QtBot, stage: Stage[GrowthPage], view: str) -> None:
    stage.page.range.set_view(view)
    stage.page.range.chosen.emit(view)
    read(qtbot, stage)


def test_the_story_is_told_by_its_cycle_and_by_all_of_it(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    assert headings(stage)[0] == "Five higher, three the same, one lower, one seen anew"
    cycle = stage.page.cards["writing"].heading.text()
    choose(qtbot, stage, "all")
    assert headings(stage)[0] == "Eight higher, one lower, one seen anew"
    assert stage.page.cards["writing"].heading.text() != cycle
    again = shown(qtbot, vault)
    assert again.page.range.view() == "all"


def test_sessions_are_marked_and_lead_to_their_tab(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    card = stage.page.cards["confidence"]
    assert card.under.text().endswith(", S marks a session")
    wanted: list[Destination] = []
    stage.page.navigate.connect(wanted.append)
    assert card._chart is not None
    mark = next(mark for mark in card._chart.draw(space()).marks if mark.row == 1)
    assert mark.opens is not None
    card.opened.emit(mark.opens.kind, mark.opens.id)
    assert wanted == [Destination("sessions", Id(mark.opens.id), Kind.SESSION)]


def test_what_was_agreed_is_shown_with_one_person_and_another_can_be_chosen(
    qtbot: QtBot, vault: Vault
) -> None:
    stage = shown(qtbot, vault)
    card = stage.page.kept
    assert card.heading.text() == "You did 8 of 8, Dafydd 1 of 2"
    names = [card.person.itemText(at) for at in range(card.person.count())]
    assert names[0] == "Dafydd Osei-Lark"
    card.person.setCurrentIndex(names.index("Jun Castellane"))
    card.person.picked.emit(card.person.value())
    assert card.heading.text().startswith("You did 1 of 3, Jun 0 of 1")
    stage.page.refresh()
    assert card.heading.text().startswith("You did 1 of 3")


def test_stretch_goals_of_the_days_have_a_card_each_with_their_attempts(
    qtbot: QtBot, vault: Vault
) -> None:
    stage = shown(qtbot, vault)
    choose(qtbot, stage, "all")
    titles = [card.heading.text() for card in stage.page.stretches if card.isVisible()]
    assert titles[0] == "Ask the board for a second person on call"
    assert len(titles) == 3
    said = [mark.said for mark in stage.page.stretches[0].body.view.drawing.marks]
    assert any("The request to Ruth, in writing" in words for words in said)


def test_an_empty_vault_invites_and_says_nothing_of_what_is_missing(
    qtbot: QtBot, empty: Vault
) -> None:
    stage = shown(qtbot, empty)
    assert stage.page.then_now.invitation.isVisible()
    assert not any(card.isVisible() for card in stage.page.stretches)
    assert [card.invitation.text() for card in stage.page.cards.values() if card.isVisible()] == [
        "Rate your competencies once, and later ones can be compared with it.",
        "Rate confidence on an entry and it shows here.",
        "No goals in these days yet.",
        "Write on a day and it shows here.",
        "Add an experience and the mix shows here.",
        "Tags show up here once a few entries have them.",
    ]
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    stage.page.then_now.begin.click()
    assert went == [Destination("plan", kind=Kind.ASSESSMENT, act="new")]


def test_what_is_written_meanwhile_shows_at_once(qtbot: QtBot, empty: Vault) -> None:
    stage = shown(qtbot, empty)
    journal.add(empty, EntryDraft(body="two words"), NOON)
    read(qtbot, stage)
    assert stage.page.cards["writing"].heading.text() == "You wrote on 1 day"
    empty.undo()
    read(qtbot, stage)
    assert stage.page.cards["writing"].invitation.isVisible()


def test_two_assessments_can_be_chosen(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    choose(qtbot, stage, "all")
    card = stage.page.then_now
    assert card.then.isVisible()
    card.now.set_value(card.then.itemData(1))
    card.now.picked.emit(card.now.value())
    assert card.heading.text() != "Eight higher, one lower, one seen anew"
    # The choice stays where what was chosen is still among the days.
    chosen = card.now.value()
    stage.page.refresh()
    assert card.now.value() == chosen


def test_tab_goes_through_the_dates_before_their_chart(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    choose(qtbot, stage, "all")
    card = stage.page.then_now
    order, widget = list[QWidget](), stage.page.assess.nextInFocusChain()
    while widget is not None and widget is not stage.page.assess:
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [card.swap, card.more, card.then, card.now, card.body.view]
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)


def test_a_table_is_kept_from_visit_to_visit(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    card = stage.page.cards["confidence"]
    card.swap.click()
    assert card.body.table.isVisible()
    again = shown(qtbot, vault)
    assert again.page.cards["confidence"].body.table.isVisible()
    assert again.page.cards["writing"].body.view.isVisible()


def test_a_week_opens_its_entries_by_key(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    view = stage.page.cards["confidence"].body.view
    QTest.keyClick(view, KEY.Key_Home)
    QTest.keyClick(view, KEY.Key_Return)
    (found,) = went
    assert found.place == "search"
    assert found.detail.startswith("in:journal after:")


def test_marks_lead_where_what_they_stand_for_is_shown(empty: Vault) -> None:
    read_only = empty.read
    talk = goals.add_stretch(empty, Stretch(title="talk"))
    note = goals.check_in(empty, CheckIn(goal=talk.id, day=NOON.day, confidence=3))
    stretch = Destination("stretch", talk.id, Kind.STRETCH)
    assert destination(read_only, "check_in", note.id) == stretch
    assert destination(read_only, "stretch", talk.id) == stretch
    ways = destination(read_only, "experiences", Id("formal"))
    assert ways == Destination("plan", kind=Kind.EXPERIENCE)
    assert destination(read_only, "goal", Id("g")) == Destination("plan", Id("g"), Kind.GOAL)
    day = destination(read_only, "days", Id("2026-05-20..2026-05-20"))
    assert day == Destination("search", detail="in:journal on:2026-05-20")
    tag = destination(read_only, "tag", Id("2026-05-01..2026-05-31#calm sea"))
    assert tag.detail == 'in:journal #"calm sea" after:2026-05-01 before:2026-05-31'


def test_a_competency_shows_both_anchors_and_leads_on_by_key(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    view = stage.page.then_now.body.view
    view.setFocus()
    QTest.keyClick(view, KEY.Key_Home)
    QTest.keyClick(view, KEY.Key_Return)
    (popover,) = stage.page.findChildren(AnchorsPopover)
    row = stage.page.then_now.compared.rows[0]
    words = [label.text() for label in popover.findChildren(Label)]
    assert row.then_anchor in words
    assert row.now_anchor in words
    QTest.keyClick(popover.findChildren(Button)[-1], KEY.Key_Space)
    assert went == [Destination("plan", Id(row.competency), Kind.COMPETENCY)]


def test_a_chart_is_asked_for_in_a_pack_with_the_days_it_shows(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    stage.page.cards["writing"].pack_asked.emit()
    stage.page.then_now.pack_asked.emit()
    details = [destination.detail for destination in went]
    assert details == [
        "chart:writing/2026-01-28/2026-06-03",
        "chart:then_now/2026-01-07/2026-04-01",
    ]


def test_a_copied_chart_says_so(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    with qtbot.waitSignal(stage.context.messages.toast) as told:
        stage.page.cards["goals"].body.table.copy()
    assert told.args == ["Chart copied as text", False]


def test_every_value_is_there_for_screen_readers(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    for card in stage.page.cards.values():
        if not card.body.view.isVisible():
            continue
        view = card.body.view
        face = QAccessible.queryAccessibleInterface(view)
        assert face.role() == QAccessible.Role.Chart
        assert card.heading.text() in face.text(QAccessible.Text.Name)
        said = [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]
        assert said == [mark.said for mark in view.drawing.marks]
        assert said


def test_a_wide_calendar_begins_at_its_end_and_follows_the_keys(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    stage.page.resize(700, 700)
    choose(qtbot, stage, "all")
    body = stage.page.cards["writing"].body
    assert body._scroll is not None
    bar = body._scroll.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    body.view.setFocus()
    QTest.keyClick(body.view, KEY.Key_Home)
    assert bar.value() < bar.maximum()


def test_another_text_size_reaches_every_card(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    choose(qtbot, stage, "all")
    cards = [card for card in stage.page.findChildren(ChartCard) if card.isVisible()]
    before = [card.heading.font().pixelSize() for card in cards]
    stage.themes.choose_scale(2.0)
    stage.settle()
    after = [card.heading.font().pixelSize() for card in cards]
    stage.themes.choose_scale(1.0)
    assert after == [2 * size for size in before]


def test_in_large_text_the_head_and_the_end_of_a_cycle_have_the_whole_width(
    qtbot: QtBot, vault: Vault
) -> None:
    """At once, where the text size changes and the window does not."""
    stage = shown(qtbot, vault)
    page = stage.page
    page.resize(900, 640)
    stage.settle()
    stage.themes.choose_scale(2.0)
    stage.settle()
    title, nowhere = page._frame.title, QPoint(0, 0)
    below = page.assess.mapTo(page, nowhere).y() > title.mapTo(page, nowhere).y()
    stacked = page.closing._row.direction() == QBoxLayout.Direction.TopToBottom
    whole = title.width() > title.fontMetrics().horizontalAdvance(title.text())
    stage.themes.choose_scale(1.0)
    assert (below, stacked, whole) == (True, True, True)


def test_near_its_end_a_cycle_leaves_three_things_to_do(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    assert stage.page.closing.isVisible()
    stage.page.closing.handover.click()
    (handover,) = went
    assert (handover.place, handover.act) == ("share", "new")
    assert handover.detail.startswith("cycle:")
    choose(qtbot, stage, "all")
    assert stage.page.closing.isHidden()


def test_to_come_back_shows_only_the_charts_whose_rows_are_others(
    qtbot: QtBot, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = shown(qtbot, vault)
    drawn: list[str] = []
    show = ChartCard.show_chart

    def noted(card: ChartCard, chart: Chart, *, as_table: bool = False, begin: str = "") -> None:
        drawn.append(chart.key)
        show(card, chart, as_table=as_table, begin=begin)

    monkeypatch.setattr(ChartCard, "show_chart", noted)
    stage.page.refresh()
    read(qtbot, stage)
    assert drawn == []
    goals.add_goal(vault, Goal(title="Another"))
    read(qtbot, stage)
    assert drawn == ["goals"]
    assert "Another" in stage.page.cards["goals"].body.table.as_text()
    stage.page.changeEvent(QEvent(QEvent.Type.LanguageChange))
    read(qtbot, stage)
    assert set(stage.page.cards) <= set(drawn)


def test_days_chosen_again_offer_what_can_be_compared(qtbot: QtBot, vault: Vault) -> None:
    stage = shown(qtbot, vault)
    before = stage.page.then_now.chosen()
    choose(qtbot, stage, "cycle")
    assert all(before)
    assert stage.page.then_now.chosen() == before
