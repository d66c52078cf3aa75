"""The page of feedback: its list, what arrived, what is kept, and a request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from app.changes import Op
from app.domain.competencies import Assessment
from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request, Way
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.goals import Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.operations import feedback, goals, packs
from tests.ui.feedback_desk import PULSE, TODAY, Desk, clipboard, menu_words
from tests.ui.stretch_desk import CTRL, KEY, choose, none_open, opened
from tests.vaults import new_vault
from ui.context import Destination
from ui.feedback.ask_sheet import AskSheet
from ui.feedback.hand_sheet import HandSheet
from ui.feedback.receive_sheet import ReceiveSheet
from ui.feedback.small_sheets import GiverSheet, ReplyDaySheet, ThanksSheet
from ui.widgets.picker import Picker

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


# The list


def test_an_empty_page_keeps_the_tabs_and_asks_for_one_person(desk: Desk) -> None:
    assert desk.page.pane.tabs.isVisible()
    assert not desk.page.rows.isVisible()
    assert desk.page.first_focus() is desk.page.begin
    assert desk.page.where() == Destination("feedback")
    desk.page.begin.click()
    opened(AskSheet).reject()


def test_a_row_says_who_what_and_how_far_it_is(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.page.model)  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    tomas, luca, ruth = map(desk.person, ("Tomás Rey", "Luca Marin", "Ruth Adeyemi"))
    answered = desk.asked(tomas)
    desk.arrived(answered)
    desk.asked(luca)
    desk.asked(ruth, reply_by=date(2026, 5, 18))
    quiet = desk.asked(desk.person("Jun"), reply_by=None)
    feedback.close_request(desk.vault, quiet.id)
    used = desk.kept(giver="Sana", consent=Consent.PRIVATE)
    feedback.link(desk.vault, used.id, Linked(Kind.COMPETENCY, Id("listening")))
    feedback.set_aside(desk.vault, desk.arrived(giver="Ana", about="").id)
    model, spoken = desk.page.model, Qt.ItemDataRole.AccessibleTextRole
    said = [str(model.index(at, 0).data(spoken)) for at in range(model.rowCount())]
    assert said == [
        "Arrived",
        "Tomás Rey, Feedforward, speaking without slides, Read it first, Wednesday, 20 May",
        "Asked",
        "Ruth Adeyemi, Feedforward, speaking without slides, Asked 14 May, was due 18 May",
        "Luca Marin, Feedforward, speaking without slides, Asked 14 May, by 22 May",
        "Used",
        "Sana, Feedforward, Private, Wednesday, 20 May, evidence for 1 thing",
        "Set aside",
        "Ana, Feedforward, Set aside, Wednesday, 20 May",
        "Earlier requests",
        "Jun, Feedforward, speaking without slides, Stopped waiting 20 May, Thursday, 14 May",
        "Tomás Rey, Feedforward, speaking without slides, Answered 20 May, Thursday, 14 May",
    ]
    assert desk.page.rows.accessibleName() == "Feedback, 7 items"
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_the_arrows_skip_the_headings_and_the_pane_follows(desk: Desk) -> None:
    reply, request = desk.arrived(), desk.asked(desk.person("Luca Marin"))
    assert desk.page.where() == Destination("feedback", reply.id, Kind.FEEDBACK)
    QTest.keyClick(desk.page.rows, KEY.Key_Down)
    assert desk.page.where() == Destination("feedback", request.id, Kind.REQUEST)
    assert desk.page.request.title.text() == "Asked Luca Marin"
    assert desk.page.request.lede.text() == "Feedforward. Asked 14 May, by 22 May."
    QTest.keyClick(desk.page.rows, KEY.Key_Up)
    assert desk.page.detail.isVisible()


def test_with_more_than_twelve_rows_the_list_can_be_filtered(desk: Desk) -> None:
    for number in range(12):
        desk.asked(desk.person(f"Person {number:02}"))
    assert not desk.page.filter.isVisible()
    other = desk.asked(desk.person("Sana Iqbal"), about="the review")
    assert desk.page.filter.isVisible()
    QTest.keyClick(desk.page, KEY.Key_F, CTRL)
    assert desk.page.window().focusWidget() is desk.page.filter
    desk.page.filter.setText("review iqb")
    assert desk.rows() == ["Asked", "Sana Iqbal"]
    desk.page.filter.setText("nobody")
    assert desk.rows() == []
    desk.show(other)
    assert desk.page.filter.text() == ""
    assert len(desk.rows()) == 14


def test_a_row_in_a_share_pack_says_so_and_its_chip_leads_there(desk: Desk) -> None:
    used = desk.kept()
    items = (PackItem(Kind.FEEDBACK, used.id, ("answers",)),)
    pack = packs.add(desk.vault, Pack(title="For Ruth", items=items))
    sentence = desk.page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "In a share pack" in sentence
    assert desk.page.detail.chip.text() == "In a share pack"
    assert desk.page.detail.chip.toolTip() == "For Ruth: a draft"
    desk.page.detail.chip.click()
    assert desk.sent == [Destination("share", id=pack.id)]


# What arrived


def test_what_arrived_is_read_first_and_then_kept_by_keys_alone(desk: Desk) -> None:
    reply = desk.arrived(desk.asked(desk.person("Tomás Rey")))
    desk.show(reply)
    detail = desk.page.detail
    assert detail.title.text() == "Feedback from Tomás Rey"
    assert detail.lede.text() == "Feedforward. Arrived today, 12:00."
    assert detail.first.isVisible()
    assert detail.foot.isVisible()
    assert not detail.note.isVisible()
    assert not detail.evidence.isVisible()
    assert not detail.thank.isVisible()
    desk.page.rows.setFocus()
    QTest.keyClick(desk.page.rows, KEY.Key_Return)
    assert desk.page.window().focusWidget() is detail.reading
    QTest.keyClick(detail.reading, KEY.Key_Return, CTRL)
    assert desk.given(reply.id).state is FeedbackState.KEPT
    assert desk.said == [("Feedback kept", True)]
    assert desk.page.window().focusWidget() is detail.note
    assert not detail.first.isVisible()
    assert not detail.foot.isVisible()
    desk.vault.undo()
    assert detail.foot.isVisible()


def test_the_cards_say_what_it_belongs_to_and_what_the_giver_allows(desk: Desk) -> None:
    desk.show(desk.arrived(desk.asked(desk.person("Tomás Rey"))))
    detail = desk.page.detail
    assert detail.match.heading.text() == "Matches your request"
    assert detail.match.facts._shown == (
        ("Asked", "14 May"),
        ("Reply by", "22 May"),
        ("About", "speaking without slides"),
        ("Signed", "T. Rey"),
    )
    assert detail.allows.card.heading.text() == "Tomás allows"
    assert detail.allows.allowed.text() == "Share without my name"
    assert detail.allows.means.text() == (
        "In a share pack their name is withheld. You cannot change that here."
    )
    assert detail.allows.note.text() == (
        "Had they left this blank, their words would stay private."
    )
    detail.match.show_request.click()
    assert desk.page.request.isVisible()
    desk.page.request.rows[0].click()
    assert detail.isVisible()


def test_who_left_it_blank_is_said_to_have_done_so(desk: Desk) -> None:
    desk.arrived(answers=PULSE, consent=Consent.PRIVATE)
    allows = desk.page.detail.allows
    assert allows.allowed.text() == "Keep it between us"
    assert allows.note.text() == "They left this blank, so their words stay private."


def test_answers_are_plain_text_and_what_was_left_blank_is_not_shown(desk: Desk) -> None:
    said = "<b>Bold</b> <a href='https://a.example'>x</a>"
    desk.arrived(answers=(Answer("a", "<i>Why</i>", AnswerType.MULTILINE, said), *PULSE))
    answers = desk.page.detail.answers
    blocks = [child.accessibleName() for child in answers.findChildren(QWidget)]
    assert [name for name in blocks if ". " in name] == [
        f"<i>Why</i>. {said}",
        "Listening. 4 of 5",
        "An example. Asked twice.",
    ]


def test_it_is_set_aside_and_kept_after_all(desk: Desk) -> None:
    reply = desk.arrived()
    detail = desk.page.detail
    detail.foot.aside.click()
    assert desk.given(reply.id).state is FeedbackState.SET_ASIDE
    assert detail.aside.isVisible()
    assert not detail.foot.isVisible()
    detail.aside.acted.emit()
    assert desk.given(reply.id).state is FeedbackState.KEPT
    choose(detail.menu(), "Set aside")
    assert desk.given(reply.id).state is FeedbackState.SET_ASIDE


def test_deleting_goes_to_the_trash_and_the_next_one_is_shown(desk: Desk) -> None:
    first, second = desk.arrived(giver="Ana"), desk.arrived(giver="Ben")
    desk.show(second)
    desk.page.detail.foot.delete.click()
    assert desk.vault.read.deleted(Feedback)[0].id == second.id
    assert desk.said == [("Feedback moved to trash", True)]
    assert desk.page.where().id == first.id
    QTest.keyClick(desk.page.rows, KEY.Key_Delete)
    assert desk.rows() == []
    assert desk.page.first_focus() is desk.page.begin


def test_who_it_is_from_can_be_said_later(desk: Desk) -> None:
    desk.person("Luca")
    reply = desk.arrived()
    match = desk.page.detail.match
    assert match.heading.text() == "No request of yours matches"
    match.choose_giver.click()
    sheet = opened(GiverSheet)
    assert not sheet.fields["name"].isVisible()
    sheet.person.set_value("new")
    assert sheet.fields["name"].isVisible()
    assert sheet.text("name") == "T. Rey"
    sheet.put("name", "")
    sheet.submit()
    assert sheet.fields["name"].error == "Write their name, or choose somebody else."
    sheet.put("name", "Tomás Rey")
    sheet.submit()
    (tomas,) = [each for each in desk.vault.read.all(Person) if each.name == "Tomás Rey"]
    assert desk.given(reply.id).person == tomas.id
    assert desk.page.detail.title.text() == "Feedback from Tomás Rey"
    desk.vault.undo()
    assert desk.given(reply.id).person == ""
    assert len(desk.vault.read.all(Person)) == 1


# What is kept


def test_a_note_keeps_itself_and_is_one_step(desk: Desk, qtbot: QtBot) -> None:
    used, other = desk.kept(), desk.kept(giver="Ana")
    desk.show(used)
    note = desk.page.detail.note
    note.pause.setInterval(1)
    QTest.keyClicks(note, "Cut the")
    qtbot.waitUntil(lambda: desk.given(used.id).note == "Cut the")
    note.pause.setInterval(60_000)
    QTest.keyClicks(note, " history")
    desk.show(other)
    assert desk.given(used.id).note == "Cut the history"
    assert note.toPlainText() == ""
    assert desk.vault.can_undo() is Op.NOTE_FEEDBACK
    desk.vault.undo()
    assert desk.given(used.id).note == ""
    desk.show(used)
    QTest.keyClicks(note, "Kept on the way out")
    desk.page.save()
    assert desk.given(used.id).note == "Kept on the way out"


def test_it_becomes_evidence_for_the_goal_it_was_asked_about(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="A first one"))
    stretch = goals.add_stretch(desk.vault, Stretch(title="Speak"))
    reply = desk.arrived(desk.asked(desk.person("Tomás"), goal=stretch.id))
    feedback.keep(desk.vault, reply.id)
    desk.show(reply)
    detail = desk.page.detail
    QTest.keyClick(desk.page.rows, KEY.Key_L, CTRL | SHIFT)
    picker = opened(Picker)
    QTest.keyClick(picker._search, KEY.Key_Return)
    assert desk.given(reply.id).links == (Linked(Kind.STRETCH, stretch.id),)
    (chip,) = detail.evidence.chips
    assert chip.accessibleName() == "Evidence for Speak"
    chip.click()
    assert desk.sent == [Destination("stretch", stretch.id, Kind.STRETCH)]
    chip.removed.emit()
    assert desk.given(reply.id).links == ()
    assert detail.evidence.chips == []


def test_what_only_arrived_is_evidence_for_nothing(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="A first one"))
    desk.arrived()
    QTest.keyClick(desk.page.rows, KEY.Key_L, CTRL | SHIFT)
    assert none_open(Picker)


def test_thanking_copies_the_words_and_says_when(desk: Desk) -> None:
    used = desk.arrived(desk.asked(desk.person("Tomás Rey")))
    feedback.keep(desk.vault, used.id)
    desk.show(used)
    detail = desk.page.detail
    assert detail.thank.text() == "Thank Tomás"
    detail.thank.click()
    sheet = opened(ThanksSheet)
    assert sheet.text("words").startswith("Hello Tomás,\n\nthank you for what you wrote")
    sheet.submit()
    assert "speaking without slides" in clipboard()
    assert desk.given(used.id).thanked == TODAY
    assert not detail.thank.isVisible()
    assert ("Thanked", "20 May") in (detail.match.facts._shown or ())
    choose(detail.menu(), "Not thanked yet")
    assert desk.given(used.id).thanked is None


def test_what_is_allowed_is_only_ever_made_less(desk: Desk) -> None:
    used = desk.kept(consent=Consent.NAMED)
    detail = desk.page.detail
    choose(detail.menu(), "They asked me to leave their name out")
    assert desk.given(used.id).consent is Consent.UNNAMED
    assert "They asked me to leave their name out" not in menu_words(detail.menu())
    choose(detail.menu(), "They asked me to keep it private")
    assert desk.given(used.id).consent is Consent.PRIVATE
    assert not [words for words in menu_words(detail.menu()) if words.startswith("They asked")]
    desk.vault.undo()
    assert desk.given(used.id).consent is Consent.UNNAMED


def test_levels_are_put_beside_ones_own_once(desk: Desk) -> None:
    used = desk.arrived(desk.asked(desk.person("Ruth")), answers=PULSE)
    desk.show(used)
    detail = desk.page.detail
    assert not detail.pulse.isVisible()
    feedback.keep(desk.vault, used.id)
    assert detail.pulse.isVisible()
    detail.pulse.put.click()
    (seen,) = desk.vault.read.all(Assessment)
    assert (seen.by, seen.level("listening"), seen.ratings[0].note) == ("Ruth", 4, "Asked twice.")
    assert not detail.pulse.put.isVisible()
    detail.pulse.show_them.click()
    assert desk.sent == [Destination("plan", seen.id, Kind.ASSESSMENT)]
    desk.vault.undo()
    assert detail.pulse.put.isVisible()


def test_levels_of_nobody_one_knows_stay_where_they_are(desk: Desk) -> None:
    desk.kept(answers=PULSE)
    assert desk.page.detail.pulse.isVisible()
    assert not desk.page.detail.pulse.put.isVisible()


def test_answers_are_copied_as_text(desk: Desk) -> None:
    desk.kept(answers=PULSE)
    choose(desk.page.detail.menu(), "Copy the answers")
    assert clipboard() == "Listening\n4/5\n\nAn example\nAsked twice."


# A request


def test_a_request_shows_its_form_and_what_can_be_given(desk: Desk) -> None:
    stretch = goals.add_stretch(desk.vault, Stretch(title="Speak"))
    request = desk.asked(desk.person("Tomás Rey"), goal=stretch.id)
    pane = desk.page.request
    assert pane.facts._shown == (
        ("On", "speaking without slides"),
        ("Number", request.code),
        ("Went out", "as a message"),
    )
    assert pane.form.column.count() == 2 + len(request.questions)
    pane.goal.click()
    assert desk.sent == [Destination("stretch", stretch.id, Kind.STRETCH)]
    assert not pane.due.isVisible()
    pane.text.click()
    assert request.code in clipboard()
    assert "One thing I could try" in clipboard()
    desk.named("Inês")
    pane.message.click()
    assert clipboard().startswith(request.intro)
    assert clipboard().endswith("\n\nInês")


def test_a_day_that_went_by_offers_a_reminder_without_blame(desk: Desk) -> None:
    desk.asked(desk.person("Tomás Rey"), reply_by=date(2026, 5, 18))
    pane = desk.page.request
    assert pane.lede.text() == "Feedforward. Asked 14 May, was due 18 May."
    assert pane.due.isVisible()
    pane.due.acted.emit()
    assert clipboard().startswith("Hello Tomás,\n\non 14 May I asked you for feedback")


def test_one_stops_waiting_and_waits_again(desk: Desk) -> None:
    request = desk.asked(desk.person("Tomás"))
    pane = desk.page.request
    choose(pane.menu(), "Stop waiting")
    assert desk.request(request.id).closed == TODAY
    assert desk.rows() == ["Earlier requests", "Tomás"]
    assert pane.closed.isVisible()
    pane.closed.acted.emit()
    assert desk.request(request.id).closed is None
    choose(pane.menu(), "Change the reply day")
    sheet = opened(ReplyDaySheet)
    sheet.put("reply_by", "1 June")
    sheet.submit()
    assert desk.request(request.id).reply_by == date(2026, 6, 1)
    choose(pane.menu(), "Change the reply day")
    sheet = opened(ReplyDaySheet)
    sheet.put("reply_by", "1 May")
    sheet.submit()
    assert sheet.fields["reply_by"].error
    sheet.reject()


def test_a_request_goes_to_the_trash_and_comes_back(desk: Desk) -> None:
    request = desk.asked(desk.person("Tomás"))
    QTest.keyClick(desk.page.rows, KEY.Key_Delete)
    assert desk.vault.read.deleted(Request)[0].id == request.id
    assert desk.said == [("Request moved to trash", True)]
    desk.vault.undo()
    assert desk.rows() == ["Asked", "Tomás"]


# Arriving


def test_acts_open_their_sheets(desk: Desk) -> None:
    tomas = desk.person("Tomás")
    desk.person("Ana")
    desk.page.arrive(Destination("feedback", tomas.id, Kind.PERSON, act="ask"))
    sheet = opened(AskSheet)
    assert sheet.text("person") == tomas.id
    sheet.reject()
    stretch = goals.add_stretch(desk.vault, Stretch(title="Speak"))
    desk.page.arrive(Destination("feedback", stretch.id, Kind.STRETCH, act="ask"))
    sheet = opened(AskSheet)
    assert sheet.text("goal") == stretch.id
    sheet.reject()
    for act, kind in (("receive", ReceiveSheet), ("hand", HandSheet)):
        desk.page.arrive(Destination("feedback", act=act))
        opened(kind).reject()
    desk.page.arrive(Destination("feedback", act="tabs"))
    assert desk.page.window().focusWidget() is desk.page.pane.tabs


def test_another_tab_is_another_place(desk: Desk) -> None:
    desk.page.pane.tabs.chosen.emit("people")
    assert desk.sent == [Destination("people")]


def test_a_pdf_can_be_dropped_on_the_page_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    pdf, note = tmp_path / "reply.PDF", tmp_path / "note.txt"
    for file in (pdf, note):
        file.write_bytes(b"no form")
    assert not _drag(desk, note)
    assert _drag(desk, pdf)
    data = _data(pdf)
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    desk.page.dropEvent(drop)
    opened(ReceiveSheet).reject()


def _drag(desk: Desk, file: Path) -> bool:
    data = _data(file)
    event = QDragEnterEvent(
        desk.page.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    desk.page.dragEnterEvent(event)
    return event.isAccepted()


def _data(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


# By hand


def test_what_somebody_said_is_typed_in_and_kept(desk: Desk) -> None:
    desk.page.acts.by_hand()
    sheet = opened(HandSheet)
    assert sheet.text("person") == "new"
    assert sheet.text("consent") == "private"
    sheet.submit()
    assert sheet.fields["name"].error == "Write their name, or choose somebody else."
    sheet.put("name", "Sana Iqbal")
    sheet.submit()
    assert desk.vault.read.all(Feedback) == []
    said = sheet.answers.fields["said"].editor
    QTest.keyClicks(said, "Say what you need first.")
    sheet.put("about", "the review")
    sheet.submit()
    (given,) = desk.vault.read.all(Feedback)
    assert (given.state, given.way, given.consent) == (
        FeedbackState.KEPT, Way.HAND, Consent.PRIVATE,
    )  # fmt: skip
    assert given.answers[0].text == "Say what you need first."
    assert desk.page.where().id == given.id
    assert desk.page.detail.lede.text() == "In their own words. Typed in for 20 May."
    assert desk.page.detail.allows.note.text() == "As you typed it in."


def test_a_form_is_typed_in_with_the_competencies_it_asks_about(desk: Desk) -> None:
    ruth = desk.person("Ruth")
    desk.page.acts.by_hand()
    sheet = opened(HandSheet)
    sheet.form.set_value("competency-pulse-form")
    sheet.competencies.set_competencies(["listening"])
    sheet.competencies.changed.emit()
    rating = sheet.answers.fields["listening--rating"].editor
    QTest.keyClick(rating, KEY.Key_4)
    sheet.answers.fields["listening--seen"].editor.set_value("often")  # type: ignore[attr-defined] # a choice
    sheet.consent.set_value("named")
    sheet.submit()
    (given,) = desk.vault.read.all(Feedback)
    said = {answer.question: answer for answer in given.said}
    assert (said["listening--rating"].rating, said["listening--seen"].text) == (4, "Often")
    assert (given.person, given.consent, given.form) == (
        ruth.id, Consent.NAMED, "competency-pulse-form",
    )  # fmt: skip
    assert "consent-choice" not in said


def test_answers_to_a_request_are_typed_in_under_its_own_questions(desk: Desk) -> None:
    request = desk.asked(desk.person("Tomás"), form="start-stop-continue-form")
    desk.page.request.hand.click()
    sheet = opened(HandSheet)
    assert sheet.windowTitle() == "Type in what they said"
    assert not sheet.fields["person"].isVisible()
    assert list(sheet.answers.fields) == ["start", "stop", "continue", "most-difference", "ease"]
    QTest.keyClicks(sheet.answers.fields["stop"].editor, "Stop explaining.")
    sheet.reject()
    desk.page.request.hand.click()
    again = opened(HandSheet)
    assert again.answers.answers()[1].text == "Stop explaining."
    again.submit()
    (given,) = desk.vault.read.all(Feedback)
    assert (given.request, given.person, given.name) == (
        request.id, request.person, "Start, stop, continue",
    )  # fmt: skip
    assert desk.page.detail.match.heading.text() == "Matches your request"


def test_what_was_typed_in_can_be_put_right(desk: Desk) -> None:
    spoken = Feedback(name="SBI", answers=PULSE, day=TODAY)
    given = feedback.add_by_hand(desk.vault, spoken, Person(name="Sana"))
    choose(desk.page.detail.menu(), "Edit what you typed in")
    sheet = opened(HandSheet)
    QTest.keyClick(sheet.answers.fields["listening--rating"].editor, KEY.Key_5)
    sheet.submit()
    assert desk.given(given.id).answers[0] == replace(PULSE[0], rating=5)
    assert desk.given(given.id).answers[1] == PULSE[1]


def test_every_sheet_is_freed_once_it_closes(desk: Desk, qtbot: QtBot) -> None:
    used = desk.arrived(desk.asked(desk.person("Tomás")))
    feedback.keep(desk.vault, used.id)
    acts, request = desk.page.acts, used.request
    sheets: tuple[tuple[Callable[[], None], type[QDialog]], ...] = (
        (acts.ask, AskSheet),
        (acts.receive, ReceiveSheet),
        (acts.by_hand, HandSheet),
        (lambda: acts.thank(used.id), ThanksSheet),
        (lambda: acts.name_giver(used.id), GiverSheet),
        (lambda: acts.move_reply_day(request), ReplyDaySheet),
    )
    for act, kind in sheets:
        act()
        sheet = opened(kind)
        sheet.reject()
        qtbot.waitUntil(partial(_is_freed, sheet))


def _is_freed(sheet: QDialog) -> bool:
    return not shiboken6.isValid(sheet)
