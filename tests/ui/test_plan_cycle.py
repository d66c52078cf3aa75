"""The view of a cycle: its points, what was agreed, its goals, its start and its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from app.domain.cycles import Agreed, Cycle, Person, Point, Relation
from app.domain.goals import Goal, GoalState
from app.domain.ids import NO_ID, Kind
from app.operations import cycles, journal, packs, people
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.queries.cycles import LETTER
from tests.ui.plan_desk import (
    KEY,
    TODAY,
    Desk,
    choose,
    entries_of,
    none_open,
    open_desk,
    opened,
    type_into,
)
from ui.context import Destination
from ui.forms import Form
from ui.plan.agreement_form import AgreementForm
from ui.plan.cycle_end import EndForm
from ui.plan.cycle_form import CycleForm
from ui.plan.cycle_view import CycleView
from ui.plan.evidence import EvidencePopover
from ui.widgets.check import Check
from ui.widgets.date_field import DateField
from ui.widgets.picker import Picker
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
WEEK = timedelta(weeks=1)
HERE = Destination("plan", kind=Kind.CYCLE)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def spring(desk: Desk, weeks_left: int = 15, **fields: object) -> Cycle:
    """A cycle of 26 weeks with so many of them to come."""
    end = TODAY + weeks_left * WEEK - timedelta(days=1)
    start = end - 26 * WEEK + timedelta(days=1)
    made = Cycle(title="Spring cycle", start=start, middle=start + 13 * WEEK, end=end)
    return cycles.add_cycle(desk.vault, replace(made, **fields))  # type: ignore[arg-type]  # by name


def shown(desk: Desk, cycle: Cycle | None = None, act: str = "") -> CycleView:
    """The view, on a cycle or on the one that it chooses."""
    desk.page.arrive(replace(HERE, id=cycle.id if cycle else NO_ID, act=act))
    view = desk.page.shown
    assert isinstance(view, CycleView)
    return view


def kept(desk: Desk, cycle: Cycle) -> Cycle:
    """The cycle as the vault has it."""
    return desk.vault.read.get(Cycle, cycle.id)


def texts(view: CycleView) -> list[str]:
    """What the labels of the view say."""
    return [label.text() for label in view.findChildren(Label) if label.isVisible()]


def check(box: Check, *, on: bool) -> None:
    """Tick a check, or take the tick away."""
    if box.isChecked() is not on:
        box.click()


# The line of the plan


def test_the_plan_tells_of_the_cycle_in_a_line_that_leads_to_it(desk: Desk) -> None:
    cycle = spring(desk, purpose="Leading the team.")
    line = desk.page.home.cycle.line
    told = "Spring cycle: Leading the team. 4 Mar to 1 Sept, week 12 of 26."
    assert line.accessibleName().replace("Sep,", "Sept,") == told
    line.setFocus()
    QTest.keyClick(line, KEY.Key_Return)
    assert desk.page.where() == Destination("plan", cycle.id, Kind.CYCLE)


def test_a_plan_without_a_cycle_offers_to_start_one(desk: Desk) -> None:
    assert desk.page.home.cycle.line.isHidden()
    desk.page.home.cycle.start.click()
    assert opened(CycleForm).windowTitle() == "Start a cycle"


def test_a_plan_whose_cycle_is_over_tells_of_the_last_one(desk: Desk) -> None:
    cycle = spring(desk)
    cycles.end_cycle(desk.vault, cycle.id, date(2026, 5, 8), "")
    line = desk.page.home.cycle
    assert line.line.accessibleName() == "No cycle runs now. Spring cycle ended on 8 May."
    assert line.start.isVisible()
    line.line.click()
    assert desk.page.where().id == cycle.id


# The view


def test_a_cycle_shows_its_days_week_purpose_and_person(desk: Desk) -> None:
    ruth = packs.add_recipient(desk.vault, "Ruth Adeyemi", Relation.MENTOR)
    view = shown(desk, spring(desk, purpose="Lead without being there.", person=ruth.id))
    said = texts(view)
    assert "Week 12 of 26" in said
    assert "Lead without being there." in said
    assert view.facts.person.text() == "With Ruth Adeyemi, mentor"
    view.facts.person.click()
    assert desk.sent[-1].id == ruth.id


def test_without_any_cycle_the_view_offers_to_start_one(desk: Desk) -> None:
    view = shown(desk)
    assert "No cycle yet" in texts(view)
    assert view.side_holder.isHidden()
    view.start.click()
    form = opened(CycleForm)
    type_into(form, "title", "Spring")
    form.submit()
    assert view.title.text() == "Spring"
    assert "No cycle yet" not in texts(view)


def test_a_cycle_that_is_gone_gives_way_to_the_plan(desk: Desk) -> None:
    cycle = spring(desk)
    view = shown(desk, cycle)
    choose_from_menu(view, "Move to trash")
    assert desk.page.shown is None
    assert desk.said == ["Cycle moved to trash"]
    desk.page.arrive(replace(HERE, id=cycle.id))
    assert desk.page.shown is None
    desk.vault.undo()
    assert shown(desk, cycle).title.text() == "Spring cycle"


def choose_from_menu(view: CycleView, words: str) -> None:
    """Choose an entry of the menu of the cycle."""
    view.more.click()
    choose(opened(QMenu), words)


def test_ctrl_w_goes_back_and_f2_edits(desk: Desk) -> None:
    view = shown(desk, spring(desk))
    view.back.setFocus()
    QTest.keyClick(view.back, KEY.Key_F2)
    form = opened(CycleForm)
    type_into(form, "title", "Summer cycle")
    form.submit()
    assert view.title.text() == "Summer cycle"
    QTest.keyClick(view.back, KEY.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.shown is None


def test_ctrl_p_makes_a_pdf_of_the_cycle(desk: Desk) -> None:
    cycle = spring(desk)
    view = shown(desk, cycle)
    QTest.keyClick(view.back, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.sent == [Destination("share", act="new", detail=f"cycle:{cycle.id}")]


def test_other_cycles_say_when_with_whom_and_what_came_of_them(desk: Desk) -> None:
    ruth = people.add_person(desk.vault, Person(name="Ruth"))
    autumn = spring(desk, weeks_left=-12, title="Autumn cycle", person=ruth.id)
    cycles.end_cycle(desk.vault, autumn.id, date(2026, 1, 28), "I can tell the story.")
    view = shown(desk, spring(desk))
    (row,) = view.others.rows
    assert (
        row.accessibleName()
        == "Autumn cycle, 27 Aug 2025 to 28 Jan, With Ruth. I can tell the story."
    )
    row.click()
    assert view.title.text() == "Autumn cycle"


# The points


def test_an_open_point_begins_its_entry_from_the_fitting_template(desk: Desk) -> None:
    cycle = spring(desk)
    view = shown(desk, cycle)
    for point in Point:
        view.points.rows[point].write.click()
    question = "prompt:What would make this cycle worth it?"
    assert [to.detail.splitlines() for to in desk.sent] == [
        ["title:Start reflection", f"start:{cycle.id}", question],
        ["title:Mid-cycle check-in", f"middle:{cycle.id}", "template:mid-cycle-check-in"],
        ["title:Exit reflection", f"exit:{cycle.id}", "template:exit-reflection"],
    ]
    assert {(to.place, to.act) for to in desk.sent} == {("journal", "new")}


def test_the_point_that_comes_next_stands_out(desk: Desk) -> None:
    view = shown(desk, spring(desk))
    states = [row.state for row in view.points.rows.values()]
    assert states == ["ahead", "current", "ahead"]
    over = shown(desk, spring(desk, weeks_left=-1))
    assert [row.state for row in over.points.rows.values()] == ["ahead", "ahead", "current"]


def test_a_point_that_was_written_opens_its_entry_and_can_be_left_without_it(desk: Desk) -> None:
    cycle = spring(desk)
    middle = Reflection(cycle.id, Point.MIDDLE)
    entry = cycles.write_reflection(desk.vault, middle, EntryDraft(title="Halfway"))
    view = shown(desk, cycle)
    row = view.points.rows[Point.MIDDLE]
    assert (row.state, row.entry.accessibleName()) == ("done", "Halfway, Mid-cycle check-in")
    row.entry.click()
    assert desk.sent == [Destination("journal", id=entry.id)]
    row.entry.setFocus()
    QTest.keyClick(row.entry, KEY.Key_Delete)
    assert kept(desk, cycle).middle_entry == NO_ID
    assert view.points.rows[Point.MIDDLE].write.hasFocus()
    assert desk.said == ["Entry taken away from the cycle"]
    desk.vault.undo()
    assert view.points.rows[Point.MIDDLE].state == "done"


def test_the_dots_stand_where_reading_begins(desk: Desk, look: ThemeSource) -> None:
    points = shown(desk, spring(desk)).points
    row = points.rows[Point.START]
    lead = row.x()
    points.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.processEvents()
    assert (lead, row.x(), points.width() - row.geometry().right() - 1) == (29, 0, 29)
    look.choose_scale(2.0)
    QCoreApplication.processEvents()
    assert points.width() - row.geometry().right() - 1 == 58


def test_an_entry_written_before_can_be_chosen_for_a_point(desk: Desk) -> None:
    entry = journal.add(desk.vault, EntryDraft(title="How it began"))
    journal.add(desk.vault, EntryDraft(title="Another"))
    cycle = spring(desk)
    view = shown(desk, cycle)
    view.points.rows[Point.START].choose.click()
    popover = opened(EvidencePopover)
    assert popover.accessibleName() == "Choose an entry"
    QTest.keyClicks(popover.search, "began")
    QTest.keyClick(popover.search, KEY.Key_Return)
    assert kept(desk, cycle).start_entry == entry.id
    assert desk.said == ["Entry chosen for the cycle"]
    assert none_open(EvidencePopover)


# What was agreed


def test_the_agreement_is_written_in_a_sheet_and_read_as_a_page(desk: Desk) -> None:
    cycle = spring(desk)
    view = shown(desk, cycle, act="agreement")
    form = opened(AgreementForm)
    assert len(form.fields) == 11
    type_into(form, "time-limit", "Two hours a month")
    type_into(form, "purpose", "Handing over")
    form.submit()
    agreed = (Agreed("purpose", "Handing over"), Agreed("time-limit", "Two hours a month"))
    assert kept(desk, cycle).agreement == agreed
    said = texts(view)
    at = said.index("What we're here to work on")
    assert said[at : at + 4] == [
        "What we're here to work on",
        "Handing over",
        "The most time each of us can give in a month",
        "Two hours a month",
    ]
    assert none_open(Form)
    desk.vault.undo()
    assert kept(desk, cycle).agreement == ()
    assert view.agreement.begin.isVisible()


def test_the_agreement_keeps_a_draft_and_what_it_does_not_know(desk: Desk) -> None:
    cycle = spring(desk, agreement=(Agreed("of-old", "Kept"),))
    view = shown(desk, cycle)
    view.agreement.edit.click()
    form = opened(AgreementForm)
    type_into(form, "ending", "On time")
    form.reject()
    assert kept(desk, cycle).agreement == (Agreed("of-old", "Kept"),)
    view.agreement.edit.click()
    form = opened(AgreementForm)
    assert form.text("ending") == "On time"
    form.submit()
    assert kept(desk, cycle).agreement == (Agreed("ending", "On time"), Agreed("of-old", "Kept"))
    view.agreement.share.click()
    assert desk.sent == [
        Destination("share", act="new", detail=f"cycle:{cycle.id}\ntype:agreement")
    ]


# Starting


def test_a_cycle_asks_for_a_name_and_days_that_can_be_read(desk: Desk) -> None:
    shown(desk, act="new")
    form = opened(CycleForm)
    form.submit()
    assert form.fields["title"].error == "Give it a name first. Everything else can wait."
    type_into(form, "title", "Spring")
    for day, words in (
        ("1 May", "It would end before it starts. Check the two dates."),
        ("noday", "Write a day such as 22 May, or choose one."),
    ):
        type_into(form, "middle", day)
        form.submit()
        assert form.fields["middle"].error == words
    form.put_day("middle", None)
    form.submit()
    assert form.fields["middle"].error == "A cycle needs this day."
    type_into(form, "middle", "22 May")
    form.submit()
    (cycle,) = desk.vault.read.all(Cycle)
    assert (cycle.title, cycle.start, cycle.weeks) == ("Spring", TODAY, 26)
    assert none_open(Form)


def test_somebody_new_comes_with_the_cycle_in_one_step(desk: Desk) -> None:
    shown(desk, act="new")
    form = opened(CycleForm)
    assert form.fields["name"].isHidden()
    type_into(form, "title", "Spring")
    form.person.set_value("new")
    assert form.fields["name"].isVisible()
    form.submit()
    assert form.fields["name"].error == "Say who it is with."
    type_into(form, "name", "Ruth Adeyemi")
    form.submit()
    (cycle,), (ruth,) = desk.vault.read.all(Cycle), desk.vault.read.all(Person)
    assert (cycle.person, ruth.name, ruth.relation) == (ruth.id, "Ruth Adeyemi", Relation.MENTOR)
    desk.vault.undo()
    assert (desk.vault.read.all(Cycle), desk.vault.read.all(Person)) == ([], [])


def test_the_next_cycle_takes_person_agreement_and_open_goals_from_the_last(desk: Desk) -> None:
    ruth = packs.add_recipient(desk.vault, "Ruth", Relation.MENTOR)
    agreed = (Agreed("rhythm", "Every three weeks"),)
    last = spring(desk, weeks_left=1, person=ruth.id, agreement=agreed)
    goal = desk.goal("Delegate", cycle=last.id)
    desk.goal("Done", cycle=last.id, state=GoalState.MET)
    choose_from_menu(shown(desk, last), "Start the next cycle")
    form = opened(CycleForm)
    assert form.carry.text() == "Carry over 1 open goal"
    assert (form.carry.isChecked(), form.copy_agreement.isChecked()) == (True, False)
    check(form.copy_agreement, on=True)
    type_into(form, "title", "Autumn")
    form.submit()
    new = next(c for c in desk.vault.read.all(Cycle) if c.title == "Autumn")
    assert (new.start, new.person, new.agreement) == (TODAY + WEEK, ruth.id, agreed)
    assert desk.kept(goal.id).cycle == new.id
    desk.vault.undo()
    assert desk.kept(goal.id).cycle == last.id


def test_goals_stay_where_they_are_unless_they_are_carried_over(desk: Desk) -> None:
    last = spring(desk, weeks_left=1)
    goal = desk.goal("Delegate", cycle=last.id)
    shown(desk, last, act="new")
    form = opened(CycleForm)
    check(form.carry, on=False)
    type_into(form, "title", "Autumn")
    form.reject()
    shown(desk, last, act="new")
    form = opened(CycleForm)
    assert (form.text("title"), form.carry.isChecked()) == ("Autumn", False)
    form.submit()
    assert desk.kept(goal.id).cycle == last.id


def test_cycles_that_overlap_are_allowed_and_told_of(desk: Desk) -> None:
    spring(desk)
    shown(desk, act="new")
    form = opened(CycleForm)
    assert form.overlap.isHidden()
    type_into(form, "start", "22 May")
    start = form.fields["start"].editor
    assert isinstance(start, DateField)
    start.settle()
    told = form.overlap.text().replace("Sep.", "Sept.")
    assert told == "It shares days with Spring cycle, 4 Mar to 1 Sept. That can be what you want."
    type_into(form, "title", "Beside it")
    form.submit()
    assert len(desk.vault.read.all(Cycle)) == 2


def test_editing_a_cycle_offers_nothing_to_take_over(desk: Desk) -> None:
    cycle = spring(desk, agreement=(Agreed("rhythm", "Weekly"),))
    desk.goal("Delegate", cycle=cycle.id)
    shown(desk, cycle, act="edit")
    form = opened(CycleForm)
    assert (form.carry.isHidden(), form.copy_agreement.isHidden()) == (True, True)
    type_into(form, "purpose", "Lead")
    form.submit()
    assert kept(desk, cycle).purpose == "Lead"
    assert kept(desk, cycle).agreement == cycle.agreement


# Goals


def test_goals_join_and_leave_a_cycle(desk: Desk) -> None:
    cycle = spring(desk)
    goal = desk.goal("Delegate")
    view = shown(desk, cycle)
    assert "No goal belongs to it yet." in texts(view)
    view.goals.add.click()
    picker = opened(Picker)
    QTest.keyClick(picker._search, KEY.Key_Return)
    assert desk.kept(goal.id).cycle == cycle.id
    (row,) = view.goals.rows
    assert view.goals.add.isHidden()
    row.setFocus()
    QTest.keyClick(row, KEY.Key_Delete)
    assert desk.kept(goal.id).cycle == NO_ID
    assert desk.said == ["Goal added to the cycle", "Goal taken out of the cycle"]
    desk.vault.undo()
    view.goals.rows[0].click()
    assert desk.page.where() == Destination("plan", goal.id, Kind.GOAL)


def test_a_new_goal_belongs_to_the_cycle_that_runs(desk: Desk) -> None:
    cycle = spring(desk)
    desk.page.actions_on_goals.new()
    form = opened(Form)
    type_into(form, "title", "Delegate")
    form.submit()
    assert [goal.cycle for goal in desk.vault.read.all(Goal)] == [cycle.id]


# Ending


def test_a_cycle_is_ended_with_what_came_of_it_and_reopened(desk: Desk) -> None:
    cycle = spring(desk)
    view = shown(desk, cycle)
    assert not view.closing.isVisible()
    choose_from_menu(view, "End cycle...")
    form = opened(EndForm)
    type_into(form, "ended", "2 Jan")
    form.submit()
    assert form.fields["ended"].error == "It would end before it starts. Check the two dates."
    form.put_day("ended", None)
    form.submit()
    assert form.fields["ended"].error == "An end needs a day."
    type_into(form, "ended", "today")
    type_into(form, "outcome", "The team decides without me.")
    form.submit()
    assert desk.said == ["Cycle ended"]
    assert kept(desk, cycle).ended == TODAY
    assert {"Ended on 20 May", "The team decides without me."} <= set(texts(view))
    assert view.closing.isVisible()
    view.more.click()
    menu = opened(QMenu)
    assert "Reopen" in entries_of(menu)
    menu.close()
    view.ended.reopen.click()
    assert kept(desk, cycle).ended is None
    assert not view.ended.isVisible()
    desk.vault.undo()
    assert kept(desk, cycle).ended == TODAY


def test_near_its_end_a_cycle_offers_reflection_handover_and_letter(desk: Desk) -> None:
    cycle = spring(desk, weeks_left=2)
    view = shown(desk, cycle)
    closing = view.closing
    assert closing.isVisible()
    for button in (closing.reflection, closing.handover, closing.letter):
        assert button.accessibleName().startswith("Begin, ")
        button.click()
    reflection, handover, letter = desk.sent
    assert reflection.detail.splitlines()[1:] == [f"exit:{cycle.id}", "template:exit-reflection"]
    assert handover.detail == f"cycle:{cycle.id}\ntitle:Handover: Spring cycle\ntype:handover"
    assert letter.detail == f"title:Letter to the next mentee\ntemplate:{LETTER}"


def test_what_is_written_at_a_cycles_end_is_opened_again(desk: Desk) -> None:
    cycle = spring(desk, weeks_left=2)
    link = Reflection(cycle.id, Point.EXIT)
    written = cycles.write_reflection(desk.vault, link, EntryDraft(title="Out"))
    letter = journal.add(desk.vault, EntryDraft(title="Dear next mentee", template=LETTER))
    closing = shown(desk, cycle).closing
    assert closing.letter.accessibleName() == "Open, Letter to the next mentee"
    closing.reflection.click()
    closing.letter.click()
    assert [to.id for to in desk.sent] == [written.id, letter.id]


# For everybody


@pytest.mark.parametrize("act", ["new", "edit", "agreement", "end"])
def test_sheets_are_freed_when_they_close(desk: Desk, act: str) -> None:
    shown(desk, spring(desk), act=act)
    form = opened(Form)
    form.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(form)


def test_whatever_takes_the_focus_has_a_name(desk: Desk) -> None:
    cycle = spring(desk, weeks_left=1, agreement=(Agreed("rhythm", "Weekly"),))
    link = Reflection(cycle.id, Point.START)
    cycles.write_reflection(desk.vault, link, EntryDraft(title="In"))
    desk.goal("Delegate", cycle=cycle.id)
    view = shown(desk, cycle)
    inside: list[QWidget] = view.findChildren(QWidget)
    stops = [w for w in inside if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in stops]
    assert len(names) > 10
    assert [name for name in names if not name.strip()] == []
    assert len(set(names)) == len(names)
