"""Assessing oneself, one competency at a time, and noting how somebody else sees one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Cycle, Person
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.operations import competencies, cycles, goals, journal, people
from app.operations.journal import EntryDraft
from app.queries import assessments
from app.queries.assessments import OTHER_DRAFT, OWN_DRAFT
from app.queries.competencies import catalogue
from tests.ui.plan_desk import Desk, choose, open_desk
from tests.vaults import NOON
from ui.context import Destination
from ui.plan.assessment import AssessmentView
from ui.plan.assessment_flow import AssessmentFlow
from ui.plan.evidence_rows import EvidenceModel, EvidenceSide
from ui.theme import ThemeSource
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEY = Qt.Key
TODAY = date(2026, 5, 20)
MAY = date(2026, 5, 4)
CHOSEN = ("listening", "coaching-others", "delegating")
LIBRARY = Library()


@pytest.fixture
def desk(look: ThemeSource, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A plan with a goal that names three competencies."""
    del look
    for made in open_desk(qtbot, tmp_path):
        goals.add_goal(made.vault, Goal(title="g", competencies=CHOSEN))
        yield made


def begin(desk: Desk, act: str = "new") -> AssessmentFlow:
    """The assessment under way, at its first screen or where it was left."""
    desk.page.arrive(Destination("plan", kind=Kind.ASSESSMENT, act=act))
    return flow_of(desk)


def flow_of(desk: Desk) -> AssessmentFlow:
    view = desk.page.view(Kind.ASSESSMENT)
    assert isinstance(view, AssessmentView)
    assert view.flow is not None
    return view.flow


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def rated(desk: Desk, competency: str, level: int, day: date = MAY) -> Assessment:
    rating = Rating(competency, competency, level)
    return competencies.assess(desk.vault, Assessment(day=day, label="x", ratings=(rating,)))


def asked(flow: AssessmentFlow) -> str:
    return flow.step.name.text()


def descriptions(flow: AssessmentFlow) -> list[str]:
    return [row.accessibleDescription() for row in flow.step.anchors.rows]


def sentences(side: EvidenceSide) -> list[str]:
    model = side.rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


# Before it starts


def test_it_begins_with_the_competencies_of_open_goals_and_of_last_time(desk: Desk) -> None:
    rated(desk, "hard-conversations", 2)
    flow = begin(desk)
    assert set(flow.setup.competencies.competencies()) == {*CHOSEN, "hard-conversations"}


def test_its_name_follows_from_the_cycle_and_can_be_changed(desk: Desk) -> None:
    days = timedelta(20)
    cycle = Cycle(title="c", start=TODAY - days, middle=TODAY, end=TODAY + days)
    cycles.add_cycle(desk.vault, cycle)
    flow = begin(desk)
    assert flow.setup.label.text() == "Mid-cycle assessment"
    flow.setup.label.setText("Half-time")
    flow.foot.next.click()
    assert flow.draft.value.label == "Half-time"


def test_nothing_to_ask_about_is_said_at_the_field(desk: Desk) -> None:
    flow = begin(desk)
    flow.setup.competencies.set_competencies([])
    flow.foot.next.click()
    assert flow.setup.chosen_field.error == "Choose one competency at least."
    flow.setup.all.click()
    assert flow.setup.chosen_field.error == ""
    flow.foot.next.click()
    assert len(flow.draft.value.chosen) == len(LIBRARY.framework.competencies)


def test_a_new_competency_is_offered_the_next_time(desk: Desk) -> None:
    begin(desk)
    desk.page.go_home()
    first = catalogue(desk.vault.read, LIBRARY).rows[0]
    competencies.revise_competency(desk.vault, replace(first.own, name="Staying curious"))
    add = begin(desk).setup.competencies.add
    assert add.findText("Staying curious") >= 0


# One competency a screen


def test_a_whole_assessment_is_made_with_the_keyboard_alone(desk: Desk) -> None:
    desk.page.activateWindow()
    flow = begin(desk)
    flow.foot.next.setFocus()
    press(KEY.Key_Return)
    assert (asked(flow), flow.draft.value.place) == ("Listening", 0)
    press(KEY.Key_Return)
    assert flow.draft.value.place == 0
    press(KEY.Key_4)
    press(KEY.Key_Return)
    press(KEY.Key_2)
    press(KEY.Key_Down)
    flow.step.proof.setFocus()
    write("3 times since May")
    press(KEY.Key_Return)
    flow.foot.skip.setFocus()
    press(KEY.Key_Space)
    assert flow.foot.next.hasFocus()
    press(KEY.Key_Return)
    (done,) = assessments.past(desk.vault.read)
    known = {c.id: c for c in LIBRARY.framework.competencies}
    assert [(r.competency, r.level, r.anchor, r.note) for r in done.ratings] == [
        ("listening", 4, known["listening"].anchors[3], ""),
        ("coaching-others", 3, known["coaching-others"].anchors[2], "3 times since May"),
    ]
    assert (done.day, done.own) == (TODAY, True)
    assert desk.vault.read.draft(OWN_DRAFT) is None
    assert desk.page.where() == Destination("plan", done.id, Kind.ASSESSMENT)


def test_next_waits_for_a_level_and_says_so(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    assert not flow.foot.next.isEnabled()
    assert flow.foot.next.toolTip() == "Choose a level first, or skip."
    flow.step.anchors.choose_level(1)
    assert flow.foot.next.isEnabled()
    QTest.keyClick(flow.step.anchors.stop(), KEY.Key_Delete)
    assert (flow.step.anchors.level(), flow.foot.next.isEnabled()) == (0, False)


def test_the_earlier_rating_hides_until_a_level_is_chosen(desk: Desk) -> None:
    rated(desk, "listening", 3)
    flow = begin(desk)
    flow.foot.next.click()
    assert descriptions(flow) == ["", "", "", "", ""]
    assert flow.step.differently.isHidden()
    flow.step.anchors.choose_level(3)
    assert descriptions(flow) == ["", "", "Yours on 4 May", "", ""]
    assert flow.step.differently.isHidden()
    flow.step.anchors.choose_level(2)
    assert not flow.step.differently.isHidden()


def test_seeing_it_differently_is_kept_only_while_the_levels_differ(desk: Desk) -> None:
    rated(desk, "listening", 3)
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(2)
    flow.step.differently.click()
    assert flow.draft.value.answer("listening").recalibrated
    flow.step.anchors.choose_level(3)
    assert not flow.draft.value.answer("listening").recalibrated


def test_back_shows_what_was_answered_and_skipping_takes_it_back(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(5)
    flow.foot.next.click()
    assert flow.step.anchors.level() == 0
    flow.foot.back.click()
    assert (asked(flow), flow.step.anchors.level()) == ("Listening", 5)
    flow.foot.skip.click()
    flow.foot.back.click()
    assert flow.step.anchors.level() == 0
    flow.foot.back.click()
    assert not flow.draft.value.begun


def test_the_progress_is_said(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    flow.foot.skip.click()
    shown = [label.text() for label in flow.head.findChildren(Label) if label.isVisible()]
    assert "2 of 3" in shown


def test_the_bar_of_progress_gives_way_where_the_title_needs_its_room(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    (bar,) = flow.head.findChildren(QProgressBar)
    assert bar.isVisible()
    flow.head.resize(500, flow.head.height())
    assert bar.isHidden()


def test_a_competency_that_went_to_the_trash_is_not_asked_about(desk: Desk) -> None:
    own = competencies.add_competency(
        desk.vault, replace(catalogue(desk.vault.read, LIBRARY).rows[0].own, id=Id("own"))
    )
    flow = begin(desk)
    flow.setup.competencies.set_competencies(["listening", own.id])
    flow.setup.competencies.changed.emit()
    flow.foot.next.click()
    assert len(flow.draft.value.chosen) == 2
    flow._go_to(flow.draft.value.chosen.index(own.id))
    competencies.delete_competency(desk.vault, own.id)
    desk.page.refresh()
    assert list(flow.draft.value.chosen) == ["listening"]


# Evidence beside


def test_recent_evidence_stands_beside_and_older_at_a_press(desk: Desk) -> None:
    rated(desk, "listening", 3, MAY)
    for title, day in (("New", TODAY), ("Old", MAY - timedelta(days=1))):
        entry = journal.add(desk.vault, EntryDraft(title=title, body="They found it."))
        journal.quote(desk.vault, entry.id, "They found it.", Kind.COMPETENCY, Id("listening"))
        journal.move_to(desk.vault, entry.id, NOON.on(day))
    flow = begin(desk)
    flow.foot.next.click()
    side = flow.step.evidence
    assert sentences(side) == ["New, 20 May, “They found it.”"]
    side.older.click()
    assert sentences(side)[1] == "Old, 3 May, “They found it.”"
    side.rows.opened.emit(side.rows.model().index(1, 0))
    assert (desk.sent[-1].place, desk.sent[-1].act) == ("journal", "passage")


def test_the_model_of_evidence_keeps_the_rules_of_models(desk: Desk) -> None:
    entry = journal.add(desk.vault, EntryDraft(title="", body="b"))
    journal.link(desk.vault, entry.id, Kind.COMPETENCY, Id("listening"))
    model = EvidenceModel(lambda: TODAY)
    tester = QAbstractItemModelTester(model)
    found = assessments.evidence(desk.vault.read, "listening")
    model.show_rows(found)
    model.show_rows(())
    model.show_rows(found)
    assert model.rowCount() == 1
    del tester


# Stopping and coming back


def test_locking_in_the_middle_loses_nothing(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(4)
    QTest.keyClicks(flow.step.proof, "half a sent")
    where = desk.page.where()
    desk.page.save()
    again = Desk(desk.vault)
    again.page.show()
    again.page.arrive(where)
    flow = flow_of(again)
    assert (asked(flow), flow.step.anchors.level()) == ("Listening", 4)
    assert flow.step.proof.text() == "half a sent"
    again.page.close()
    again.page.deleteLater()


def test_every_level_is_kept_as_it_is_given(desk: Desk) -> None:
    flow = begin(desk)
    assert desk.vault.read.draft(OWN_DRAFT) is None
    flow.foot.next.click()
    flow.step.anchors.choose_level(4)
    kept = desk.vault.read.draft(OWN_DRAFT)
    assert kept is not None
    assert '["listening", 4, "", false]' in kept


def test_starting_over_can_be_taken_back(desk: Desk) -> None:
    offered: list[object] = []
    desk.messages.offered.connect(lambda _said, _act, act: offered.append(act))
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(4)
    choose(flow.menu(), "Start over")
    assert (flow.draft.value.begun, flow.draft.value.answers) == (False, ())
    (bring_back,) = offered
    assert callable(bring_back)
    bring_back()
    assert flow.draft.value.answer("listening").level == 4


# The end


def test_the_last_screen_lists_what_was_chosen_and_leads_back(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(4)
    for _ in range(3):
        (flow.foot.skip if flow.draft.value.place else flow.foot.next).click()
    assert flow.draft.value.current == ""
    bulbs = flow.review.findChildren(Bulbs)
    assert [each.value() for each in bulbs] == [4]
    change = [b for b in flow.review.findChildren(Button) if b.text() == "Change"]
    assert change[1].accessibleName() == "Change Coaching others"
    change[1].click()
    assert asked(flow) == "Coaching others"


def test_nothing_rated_cannot_be_finished_and_says_why(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    for _ in range(3):
        flow.foot.skip.click()
    flow.foot.next.click()
    assert assessments.past(desk.vault.read) == ()
    said = [label.text() for label in flow.foot.findChildren(Label)]
    assert "Rate one competency at least. The others can stay as they are." in said


def test_a_finished_assessment_is_read_and_goes_to_the_trash_as_a_whole(desk: Desk) -> None:
    done = rated(desk, "listening", 3)
    desk.page.arrive(Destination("plan", done.id, Kind.ASSESSMENT))
    view = desk.page.view(Kind.ASSESSMENT)
    assert isinstance(view, AssessmentView)
    shown = [label.text() for label in view.finished.findChildren(Label)]
    assert {"x", "4 May, how you saw yourself", "listening"} <= set(shown)
    choose(view.finished.menu(), "Move to trash")
    assert assessments.past(desk.vault.read) == ()
    desk.page.refresh()
    assert desk.page.shown is None
    assert desk.said == ["Assessment moved to trash"]
    assert desk.vault.undo() is not None
    assert [each.id for each in assessments.past(desk.vault.read)] == [done.id]


def test_what_is_gone_cannot_be_opened(desk: Desk) -> None:
    desk.page.arrive(Destination("plan", Id("gone"), Kind.ASSESSMENT))
    assert desk.page.shown is None


# Somebody else's view


def test_a_mentors_view_is_asked_in_their_name_and_kept_beside(desk: Desk) -> None:
    ruth = people.add_person(desk.vault, Person(name="Ruth"))
    flow = begin(desk, "view")
    flow.setup.day.set_day(MAY)
    flow.foot.next.click()
    questions = [label.text() for label in flow.step.findChildren(Label)]
    assert "Which would Ruth say is most like you in the last weeks?" in questions
    flow.step.anchors.choose_level(2)
    for _ in range(3):
        (flow.foot.skip if flow.draft.value.place else flow.foot.next).click()
    flow.foot.next.click()
    (done,) = assessments.past(desk.vault.read)
    assert (done.person, done.by, done.day, done.level("listening")) == (ruth.id, "Ruth", MAY, 2)
    assert desk.vault.read.draft(OTHER_DRAFT) is None
    flow = begin(desk, "view")
    flow.foot.next.click()
    flow.step.anchors.choose_level(3)
    assert descriptions(flow)[1] == "Ruth on 4 May"


def test_somebody_new_needs_a_name_and_becomes_one_of_the_people(desk: Desk) -> None:
    flow = begin(desk, "view")
    flow.foot.next.click()
    assert not flow.draft.value.begun
    flow.setup.name.setText("Sana")
    flow.foot.next.click()
    (sana,) = desk.vault.read.all(Person)
    assert (sana.name, flow.draft.value.person) == ("Sana", sana.id)


def test_ones_own_and_anothers_are_under_way_side_by_side(desk: Desk) -> None:
    people.add_person(desk.vault, Person(name="Ruth"))
    own = begin(desk)
    own.foot.next.click()
    own.step.anchors.choose_level(4)
    other = begin(desk, "view")
    other.foot.next.click()
    assert (other.step.anchors.level(), begin(desk).step.anchors.level()) == (0, 4)


# Reading aloud


def test_anchors_are_radio_buttons_with_number_and_words(desk: Desk) -> None:
    flow = begin(desk)
    flow.foot.next.click()
    flow.step.anchors.choose_level(2)
    known = next(c for c in LIBRARY.framework.competencies if c.id == "listening")
    for level, row in enumerate(flow.step.anchors.rows, start=1):
        heard = QAccessible.queryAccessibleInterface(row)
        assert heard.role() is QAccessible.Role.RadioButton
        name = heard.text(QAccessible.Text.Name)
        assert name == f"{level}. {known.anchors[level - 1]}"
        assert bool(heard.state().checked) is (level == 2)


@pytest.mark.parametrize("act", ["new", "view"])
def test_whatever_has_the_focus_has_a_name(desk: Desk, act: str) -> None:
    people.add_person(desk.vault, Person(name="Ruth"))
    flow = begin(desk, act)
    for _ in range(5):
        for widget in flow.findChildren(QWidget):
            stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
            if stops and widget.isVisible():
                heard = QAccessible.queryAccessibleInterface(widget)
                assert heard.text(QAccessible.Text.Name), widget
        (flow.foot.skip if flow.foot.skip.isVisible() else flow.foot.next).click()
