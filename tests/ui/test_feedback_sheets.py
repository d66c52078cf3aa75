"""Asking for feedback, what leaves with it, and what comes back."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.content.feedback_forms import OwnQuestion
from app.domain.cycles import Person
from app.domain.feedback import OWN_FORM, Feedback, FeedbackState, Request, Way
from app.domain.forms import AnswerType, Consent
from app.domain.ids import Kind
from app.domain.support import Support, SupportState
from app.operations import feedback, people
from app.replies.message import as_text
from tests.fillers import by_pdfium
from tests.ui.feedback_desk import TODAY, Desk, clipboard
from tests.ui.stretch_desk import KEY, none_open, opened
from tests.ui.test_feedback_page import _data
from tests.vaults import new_vault
from ui.context import Destination
from ui.feedback.ask_sheet import NEW, AskSheet
from ui.feedback.hand_sheet import HandSheet
from ui.feedback.questions_field import MOST, QuestionsField
from ui.feedback.receive_sheet import ReceiveSheet, Source
from ui.feedback.send_sheet import SendSheet
from ui.theme import ThemeSource
from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
WAIT = 20_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


def asking(desk: Desk, about: str = "speaking without slides") -> AskSheet:
    desk.page.acts.ask()
    sheet = opened(AskSheet)
    sheet.put("about", about)
    return sheet


def sending(desk: Desk) -> SendSheet:
    asking(desk).submit()
    return opened(SendSheet)


# Asking


def test_who_promised_to_tell_how_it_goes_comes_first(desk: Desk) -> None:
    desk.person("Ana")
    tomas = desk.person("Tomás")
    support = Support(
        title="Watch me", person=tomas.id, feedback=True, state=SupportState.AGREED, day=TODAY
    )
    people.add_support(desk.vault, support)
    sheet = asking(desk)
    choice = sheet.person
    words = [choice.itemText(at) for at in range(choice.count())]
    assert words == [
        "Asked to tell you how it goes",
        "Tomás, peer",
        "Everybody else",
        "Ana, peer",
        "Somebody new",
    ]
    assert sheet.text("person") == tomas.id


def test_what_is_missing_is_said_at_its_field(desk: Desk) -> None:
    sheet = asking(desk, "")
    assert sheet.text("person") == NEW
    sheet.submit()
    assert sheet.fields["name"].error == "Write their name, or choose somebody else."
    sheet.put("name", "Tomás")
    sheet.submit()
    assert sheet.fields["about"].error
    sheet.put("about", "the talk")
    sheet.form.set_value("competency-pulse-form")
    assert sheet.fields["competencies"].isVisible()
    for chosen in ((), ("listening", "delegating", "writing", "feedback", "planning")):
        sheet.competencies.set_competencies(chosen)
        sheet.submit()
        assert sheet.fields["competencies"].error == "Choose one to four of them."
    sheet.form.set_value(OWN_FORM)
    assert not sheet.fields["competencies"].isVisible()
    sheet.submit()
    assert sheet.fields["questions"].error == "Write one question at least."
    sheet.form.set_value("sbi-form")
    sheet.put("reply_by", "1 May 2026")
    sheet.submit()
    assert sheet.fields["reply_by"].error == "Choose a day from today on."
    assert none_open(SendSheet)
    assert desk.vault.read.all(Request) == []


def test_a_form_is_filled_in_with_what_the_giver_may_read_and_nothing_else(desk: Desk) -> None:
    desk.named("Inês Marlowe")
    desk.person("Tomás Rey")
    sheet = asking(desk)
    sheet.form.set_value("competency-pulse-form")
    sheet.competencies.set_competencies(["listening"])
    sheet.put("reply_by", "28 May")
    sheet.submit()
    composed = sheet.composed
    assert composed
    request = composed.request
    assert request.intro.startswith("Hello Tomás,")
    assert "Thursday, 28 May" in request.intro
    assert request.questions[0].id == "listening--rating"
    assert (request.asked, request.reply_by) == (TODAY, date(2026, 5, 28))
    assert (composed.asker, composed.giver, composed.minutes) == ("Inês Marlowe", "Tomás Rey", 10)
    assert desk.vault.read.all(Request) == []


def test_what_was_typed_is_a_draft_and_comes_back(desk: Desk) -> None:
    sheet = asking(desk)
    sheet.put("name", "Tomás")
    sheet.form.set_value(OWN_FORM)
    scale = OwnQuestion("How clear was it?", AnswerType.SCALE, low="Foggy", high="Clear")
    sheet.questions.set_questions([scale])
    sheet.reject()
    desk.page.acts.ask()
    again = opened(AskSheet)
    assert (again.text("name"), again.text("form")) == ("Tomás", OWN_FORM)
    assert again.questions.questions() == (scale,)
    assert again.fields["questions"].isVisible()


def test_questions_of_ones_own_are_offered_again(desk: Desk) -> None:
    desk.person("Tomás")
    sheet = asking(desk)
    sheet.form.set_value(OWN_FORM)
    sheet.put("form_name", "After a demo")
    sheet.questions.set_questions([OwnQuestion("What did I not see?")])
    sheet.submit()
    send = opened(SendSheet)
    send.consent.check.setChecked(True)
    send.copy.click()
    (request,) = desk.vault.read.all(Request)
    assert (request.form, request.name) == (OWN_FORM, "After a demo")
    sheet = asking(desk)
    words = [sheet.form.itemText(at) for at in range(sheet.form.count())]
    assert words[-2:] == ["After a demo", "New questions of your own"]
    sheet.form.setCurrentIndex(sheet.form.count() - 2)
    sheet.form.activated.emit(sheet.form.count() - 2)
    assert sheet.questions.questions() == (OwnQuestion("What did I not see?"),)
    assert sheet.text("form_name") == "After a demo"


def test_a_name_on_the_form_is_kept_for_the_next_one(desk: Desk) -> None:
    desk.person("Tomás")
    sheet = asking(desk)
    sheet.put("owner", "Inês")
    sheet.submit()
    opened(SendSheet).reject()
    desk.page.acts.ask()
    assert opened(AskSheet).text("owner") == "Inês"


# Questions of one's own


def test_questions_are_added_moved_and_taken_away_and_the_focus_follows(
    qtbot: QtBot, look: ThemeSource
) -> None:
    del look
    field = QuestionsField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.cards[0].words, "First")
    field.add.click()
    assert field.window().focusWidget() is field.cards[1].words
    QTest.keyClicks(field.cards[1].words, "Second")
    field.cards[1].moved.emit(-1)
    assert [question.label for question in field.questions()] == ["Second", "First"]
    assert field.window().focusWidget() is field.cards[0].words
    assert field.cards[0].words.accessibleName() == "Question 1"
    assert not field.cards[0].up.isEnabled()
    field.cards[0].drop.click()
    assert [question.label for question in field.questions()] == ["First"]
    assert field.window().focusWidget() is field.cards[0].words
    field.cards[0].drop.click()
    assert field.questions() == ()
    assert field.window().focusWidget() is field.add


def test_a_question_has_what_its_answer_needs(qtbot: QtBot, look: ThemeSource) -> None:
    del look
    field = QuestionsField()
    qtbot.addWidget(field)
    field.show()
    asked = (
        OwnQuestion("Clear?", AnswerType.SCALE, low="Foggy", high="Clear"),
        OwnQuestion("Again?", AnswerType.CHOICE, ("Yes", "No"), multiple=True),
        OwnQuestion("One word", AnswerType.TEXT),
    )
    field.set_questions(asked)
    assert field.questions() == asked
    assert not field.cards[0]._scale.isHidden()
    assert field.cards[0]._choice.isHidden()
    assert not field.cards[1]._choice.isHidden()
    other = QuestionsField()
    qtbot.addWidget(other)
    other.take_draft(field.draft())
    assert other.questions() == asked
    field.set_questions([OwnQuestion(f"{at}") for at in range(MOST)])
    assert not field.add.isEnabled()


# What leaves


def test_the_words_that_leave_are_shown_and_agreed_to_first(desk: Desk) -> None:
    desk.named("Inês")
    desk.person("Tomás Rey")
    send = sending(desk)
    assert dict(send._leaving(TODAY)) == {
        "Your name": "Inês",
        "Their name": "Tomás Rey",
        "Form": "Situation, behaviour, impact",
        "On what": "speaking without slides",
        "Questions": "",
        "Competencies": "",
        "Reply by": "",
    }
    assert not send.save.isEnabled()
    assert send.save.toolTip() == "Tick the sentence first."
    assert send.focusWidget() is send.back
    send._press()
    assert send.window().focusWidget() is send.consent.check
    QTest.keyClick(send.consent.check, KEY.Key_Space)
    assert send.save.isEnabled()
    assert send.copy.isEnabled()


def test_going_back_brings_the_fields_with_all_that_was_typed(desk: Desk) -> None:
    desk.person("Tomás")
    sending(desk).back.click()
    sheet = opened(AskSheet)
    assert sheet.text("about") == "speaking without slides"
    assert none_open(SendSheet)


def test_a_message_is_copied_and_the_request_is_kept(desk: Desk) -> None:
    sheet = asking(desk)
    sheet.put("name", "Tomás Rey")
    sheet.submit()
    send = opened(SendSheet)
    send.consent.check.setChecked(True)
    send.copy.click()
    (request,) = desk.vault.read.all(Request)
    (tomas,) = desk.vault.read.all(Person)
    assert (request.person, request.places) == (tomas.id, ())
    assert request.code in clipboard()
    assert desk.page.where() == Destination("feedback", request.id, Kind.REQUEST)
    assert desk.vault.read.draft("feedback.ask::") is None
    assert none_open(SendSheet)


def test_the_pdf_is_saved_for_its_owner_alone_and_again_as_the_same(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.named("Inês")
    desk.person("Tomás Rey")
    send = sending(desk)
    send.consent.check.setChecked(True)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](first)):
        send.save.click()
        assert send.save.working
        qtbot.waitUntil(first.exists, timeout=WAIT)
    (request,) = desk.vault.read.all(Request)
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert request.places
    assert ("Went out", "as a PDF") in (desk.page.request.facts._shown or ())
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](second)):
        desk.page.request.save.click()
        qtbot.waitUntil(second.exists, timeout=WAIT)
    assert second.read_bytes() == first.read_bytes()
    assert desk.said[-1] == ("Saved as second.pdf", False)


def test_a_folder_that_is_not_there_is_said_and_nothing_is_asked(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.person("Tomás")
    send = sending(desk)
    send.consent.check.setChecked(True)
    missing = tmp_path / "missing" / "form.pdf"
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](missing)):
        send.save.click()
        qtbot.waitUntil(lambda: send._notices.count() == 1, timeout=WAIT)
    assert desk.vault.read.all(Request) == []
    assert send.isVisible()
    assert not send.save.working


def test_a_sheet_that_closed_meanwhile_asks_for_no_place(desk: Desk, qtbot: QtBot) -> None:
    desk.person("Tomás")
    send = sending(desk)
    send.consent.check.setChecked(True)
    asked = list[object]()
    with patch("ui.messages.choose_new_file", lambda *given, **_: asked.append(given)):
        send.save.click()
        send.reject()
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=WAIT)
    assert asked == []
    qtbot.waitUntil(lambda: not shiboken6.isValid(send))


# What comes back


def test_a_form_that_was_filled_in_comes_back_into_quarantine(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.person("Tomás Rey")
    send = sending(desk)
    send.consent.check.setChecked(True)
    form = tmp_path / "form.pdf"
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](form)):
        send.save.click()
        qtbot.waitUntil(form.exists, timeout=WAIT)
    (request,) = desk.vault.read.all(Request)
    said = {
        "situation": "The run-through",
        "behaviour-worked": "You paused. \u05e9\u05dc\u05d5\u05dd",
        "consent-choice": "unnamed",
        "giver-sign": "T. Rey",
    }
    reply = tmp_path / "renamed (1).pdf"
    reply.write_bytes(by_pdfium(form.read_bytes(), request.places, said))
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    with patch("ui.feedback.receive_sheet.choose_file", lambda *given, **_: given[3](reply)):
        sheet.choose.click()
    assert sheet.read.working
    qtbot.waitUntil(lambda: bool(desk.vault.read.all(Feedback)), timeout=WAIT)
    (arrived,) = desk.vault.read.all(Feedback)
    assert (arrived.state, arrived.way) == (FeedbackState.ARRIVED, Way.FILE)
    assert (arrived.request, arrived.person) == (request.id, request.person)
    assert (arrived.consent, arrived.giver) == (Consent.UNNAMED, "T. Rey")
    texts = {answer.question: answer.text for answer in arrived.answers}
    assert texts["behaviour-worked"] == said["behaviour-worked"]
    assert desk.page.where().id == arrived.id
    assert desk.page.detail.first.isVisible()
    assert desk.page.detail.match.heading.text() == "Matches your request"
    desk.page.acts.receive_file(reply)
    qtbot.waitUntil(lambda: bool(desk.failures), timeout=WAIT)
    assert desk.failures == ["This reply is already here. Nothing was added."]
    assert len(desk.vault.read.all(Feedback)) == 1


def test_a_message_that_was_answered_comes_back_as_text(desk: Desk, qtbot: QtBot) -> None:
    request = desk.asked(desk.person("Tomás"), form="start-stop-continue-form")
    text = as_text(request.as_asked.form, code=request.code)
    said = "Stop explaining the history."
    text = text.replace("An example helps.\n", f"An example helps.\n\n{said}\n")
    desk.page.request.receive.click()
    sheet = opened(ReceiveSheet)
    sheet.submit()
    assert sheet.fields["text"].error == "Paste what they wrote, or choose the PDF."
    sheet.put("text", f"Hi! Here you go.\n\n{text}")
    sheet.submit()
    qtbot.waitUntil(lambda: bool(desk.vault.read.all(Feedback)), timeout=WAIT)
    (arrived,) = desk.vault.read.all(Feedback)
    assert (arrived.way, arrived.request) == (Way.TEXT, request.id)
    assert said in [answer.text for answer in arrived.said]
    assert arrived.consent is Consent.PRIVATE
    assert ("Beside the answers", "Hi! Here you go.") in [
        (answer.label, answer.text) for answer in arrived.said
    ]


def test_where_nobody_can_tell_the_mentee_says_which_request_it_answers(
    desk: Desk, qtbot: QtBot
) -> None:
    request = desk.asked(desk.person("Tomás"))
    desk.asked(desk.person("Ana"), about="the review")
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    sheet.put("text", "Just: open with the bet.")
    sheet.submit()
    qtbot.waitUntil(sheet.fields["which"].isVisible, timeout=WAIT)
    words = [sheet.which.itemText(at) for at in range(sheet.which.count())]
    assert words == [
        "Ana, Feedforward, the review",
        "Tomás, Feedforward, speaking without slides",
        "None of these",
    ]
    sheet.which.set_value(request.id)
    sheet.submit()
    qtbot.waitUntil(lambda: bool(desk.vault.read.all(Feedback)), timeout=WAIT)
    (arrived,) = desk.vault.read.all(Feedback)
    assert arrived.request == request.id
    assert "Just: open with the bet." in arrived.words


def test_what_answers_none_of_them_arrives_without_a_request(desk: Desk, qtbot: QtBot) -> None:
    desk.asked(desk.person("Tomás"))
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    sheet.put("text", "Open with the bet.")
    sheet.submit()
    qtbot.waitUntil(sheet.fields["which"].isVisible, timeout=WAIT)
    sheet.which.set_value("none")
    sheet.submit()
    (arrived,) = desk.vault.read.all(Feedback)
    assert (arrived.request, arrived.name) == ("", "A reply without a request")
    assert "Open with the bet." in arrived.words
    assert desk.page.detail.match.choose_giver.isVisible()


def test_what_cannot_be_read_is_said_and_can_be_typed_in(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "reply.pdf"
    file.write_bytes(b"Not a PDF at all")
    desk.page.acts.receive_file(file)
    sheet = opened(ReceiveSheet)
    qtbot.waitUntil(lambda: sheet._notices.count() == 1, timeout=WAIT)
    assert sheet.window().focusWidget() is sheet.by_hand
    assert not sheet.read.working
    sheet.take_file(tmp_path / "gone.pdf")
    assert sheet._notices.count() == 1
    with patch("ui.feedback.receive_sheet.limits.FILE_BYTES", 3):
        sheet.take_file(file)
    assert sheet._notices.count() == 1
    sheet.by_hand.click()
    assert opened(HandSheet)
    assert none_open(ReceiveSheet)
    assert desk.vault.read.all(Feedback) == []


def test_what_is_still_read_when_the_sheet_closes_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    desk.asked(desk.person("Tomás"))
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    sheet.put("text", "Open with the bet.")
    sheet.submit()
    sheet.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=WAIT)
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
    assert desk.vault.read.all(Feedback) == []
    desk.page.acts.receive()
    assert opened(ReceiveSheet).text("text") == "Open with the bet."


def test_a_file_can_be_dropped_on_the_sheet(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "reply.pdf"
    file.write_bytes(b"%PDF-1.7")
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    data = _data(file)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    sheet.dropEvent(drop)
    assert sheet._source == Source(data=b"%PDF-1.7")
    sheet.reject()


def test_it_stays_known_what_was_left_alone_until_it_was_read(desk: Desk, qtbot: QtBot) -> None:
    from app.replies.reply import Ignored, Reply, What  # noqa: PLC0415 - of this test alone
    from app.replies.reply import Way as ReadAs  # noqa: PLC0415

    reply = Reply(
        ReadAs.FIELDS,
        "ab",
        ignored=(Ignored(What.SCRIPT, 1), Ignored(What.ATTACHMENT, 2)),
        unread=("start",),
    )
    desk.page.acts.receive()
    sheet = opened(ReceiveSheet)
    with patch.object(Source, "read", lambda *_: reply):
        sheet.put("text", "x")
        sheet.submit()
        qtbot.waitUntil(lambda: bool(desk.vault.read.all(Feedback)), timeout=WAIT)
    card = desk.page.detail.arrival
    assert card.isVisible()
    assert card._words.text() == (
        "Left alone: 1 script and 2 attachments. None of it was opened.\n"
        "Could not be made out: start. Look at what they sent."
    )
    (arrived,) = desk.vault.read.all(Feedback)
    desk.page.detail.foot.keep.click()
    assert not card.isVisible()
    feedback.set_aside(desk.vault, arrived.id)
    assert not card.isVisible()


def test_choices_give_way_to_a_narrow_sheet(desk: Desk) -> None:
    desk.person("Somebody with a name that is longer than any sheet is wide " * 2)
    sheet = asking(desk)
    choices = [field.editor for field in sheet.fields.values() if isinstance(field.editor, Choice)]
    assert choices
    assert max(choice.minimumSizeHint().width() for choice in choices) < 300
