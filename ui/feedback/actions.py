"""What one can do with feedback and with requests for it, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.feedback import Feedback, Request
from app.domain.feedback import Way as CameBy
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.ids import NO_ID, Id, Kind
from app.operations import competencies, feedback
from app.queries.feedback import (
    FeedbackView,
    RequestView,
    assessment_of,
    feedback_view,
    request_view,
)
from app.replies.reply import Reply, Way
from ui.context import Context, Destination
from ui.feedback import arrival
from ui.feedback.arrival import Arrival
from ui.feedback.ask_sheet import AskSheet, Wish
from ui.feedback.hand_sheet import HandSheet
from ui.feedback.outgoing import Outgoing
from ui.feedback.receive_sheet import ReceiveSheet
from ui.feedback.send_sheet import SendSheet
from ui.feedback.small_sheets import GiverSheet, ReplyDaySheet, ThanksSheet
from ui.widgets.prose_clipboard import unremembered

T = TypeVar("T")


class FeedbackActions(QObject):
    """Acts on feedback and requests; `added` carries the Destination of what is new."""

    added = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._outgoing = Outgoing(context, page)

    # Asking

    def ask(self) -> None:
        """Open the sheet to ask somebody."""
        self.ask_for(Wish())

    def ask_for(self, wish: Wish) -> None:
        """Open the sheet to ask somebody, about what is wished as far as that is known."""
        sheet = AskSheet(self._context, self._page, wish)
        sheet.accepted.connect(lambda: self._send(sheet, wish))
        sheet.open()

    def save_pdf(self, request: Id) -> None:
        """Save the form of a request once more."""
        self._with_request(request, self._outgoing.save_pdf)

    def copy_form(self, request: Id) -> None:
        """Copy the form of a request as text."""
        self._with_request(request, self._outgoing.copy_form)

    def copy_message(self, request: Id) -> None:
        """Copy the words that go with the PDF of a request."""
        self._with_request(request, self._outgoing.copy_message)

    def copy_reminder(self, request: Id) -> None:
        """Copy a word to somebody who has not answered yet."""
        self._with_request(request, self._outgoing.copy_reminder)

    def move_reply_day(self, request: Id) -> None:
        """Open the sheet for another day to reply by."""
        found = self._context.vault.read.get(Request, request)
        ReplyDaySheet(self._context, self._page, found).open()

    def stop_waiting(self, request: Id) -> None:
        """Wait no longer for a reply."""
        words = self.tr("You stopped waiting. A reply still finds its request.")
        self._do(lambda: feedback.close_request(self._context.vault, request), words)

    def wait_again(self, request: Id) -> None:
        """Wait for a reply again."""
        words = self.tr("Waiting for a reply again")
        self._do(lambda: feedback.reopen_request(self._context.vault, request), words)

    def trash_request(self, request: Id) -> None:
        """Move a request to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: feedback.delete_request(vault, request))
        self._context.messages.say(self.tr("Request moved to trash"), undo=True)

    # Receiving

    def receive(self) -> None:
        """Open the sheet that takes a reply in."""
        self._open_receiving()

    def receive_file(self, path: Path) -> None:
        """Open the sheet that takes a reply in, and read a file at once."""
        self._open_receiving().take_file(path)

    def _open_receiving(self) -> ReceiveSheet:
        sheet = ReceiveSheet(self._context, self._page)
        sheet.accepted.connect(lambda: self._arrive(sheet))
        sheet.by_hand_asked.connect(self.by_hand)
        sheet.open()
        return sheet

    def by_hand(self, request: Id = NO_ID) -> None:
        """Open the sheet in which what somebody said is typed in."""
        found = self._context.vault.read.find(Request, request) if request else None
        sheet = HandSheet(self._context, self._page, found)
        sheet.accepted.connect(lambda: self._show(Kind.FEEDBACK, sheet.given.id))
        sheet.open()

    # What came

    def keep(self, given: Id) -> bool:
        """Keep what was read; returns whether it is kept."""
        vault = self._context.vault
        kept = self._context.perform(lambda: feedback.keep(vault, given))
        if kept is None:
            return False
        self._context.perform(lambda: arrival.forget(vault, given))
        self._context.messages.say(self.tr("Feedback kept"), undo=True)
        return True

    def set_aside(self, given: Id) -> None:
        """Read, and not used for now."""
        vault = self._context.vault
        self._do(lambda: feedback.set_aside(vault, given), self.tr("Feedback set aside"))

    def trash(self, given: Id) -> None:
        """Move feedback to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: feedback.delete_feedback(vault, given))
        self._context.messages.say(self.tr("Feedback moved to trash"), undo=True)

    def note(self, given: Id, text: str) -> None:
        """Keep the mentee's own note."""
        vault = self._context.vault
        self._context.perform(lambda: feedback.note(vault, given, text))

    def edit(self, given: Id) -> None:
        """Open the sheet of what was typed in."""
        found = self._context.vault.read.get(Feedback, given)
        HandSheet(self._context, self._page, edited=found).open()

    def name_giver(self, given: Id) -> None:
        """Open the sheet that says who it is from."""
        found = self._context.vault.read.get(Feedback, given)
        GiverSheet(self._context, self._page, found).open()

    def narrow(self, given: Id, consent: Consent) -> None:
        """Let less be done with it, as the giver asked."""
        vault = self._context.vault
        words = {
            Consent.PRIVATE: self.tr("It stays private from now on"),
            Consent.UNNAMED: self.tr("It goes without their name from now on"),
        }
        self._do(lambda: feedback.narrow_consent(vault, given, consent), words[consent])

    def thank(self, given: Id) -> None:
        """Open the sheet with words of thanks."""
        view = self._view(given)
        if view is not None:
            ThanksSheet(self._context, self._page, view).open()

    def unthank(self, given: Id) -> None:
        """Say that they were not thanked yet."""
        vault = self._context.vault
        self._do(lambda: feedback.thank(vault, given, None), self.tr("Not thanked yet"))

    def put_beside(self, given: Id) -> None:
        """Make the levels they chose an assessment by them."""
        vault, library = self._context.vault, self._context.library
        found = vault.read.get(Feedback, given)
        seen = assessment_of(vault.read, library, found)
        self._do(lambda: competencies.assess(vault, seen), self.tr("Put beside your own ratings"))

    def copy_answers(self, given: Feedback) -> None:
        """Copy what somebody said as text."""
        blocks = ["\n".join(_lines(each)) for each in given.said]
        QGuiApplication.clipboard().setMimeData(unremembered("\n\n".join(blocks)))
        self._context.messages.say(self.tr("The answers are on the clipboard"))

    # Private

    def _do(self, operation: Callable[[], T], words: str) -> None:
        if self._context.perform(operation) is not None:
            self._context.messages.say(words, undo=True)

    def _show(self, kind: Kind, record: Id) -> None:
        self.added.emit(Destination("feedback", record, kind))

    def _with_request(self, request: Id, act: Callable[[RequestView], None]) -> None:
        view = request_view(self._context.vault.read, self._context.library, request)
        if view is not None:
            act(view)

    def _view(self, given: Id) -> FeedbackView | None:
        vault = self._context.vault
        return feedback_view(vault.read, self._context.library, given, vault.now().offset)

    def _send(self, asked: AskSheet, wish: Wish) -> None:
        """Show what leaves; going back opens the sheet with all that was typed."""
        if asked.composed is None:
            return
        sheet = SendSheet(self._context, self._page, asked.composed, wish.draft)
        sheet.back_asked.connect(lambda: self.ask_for(wish))
        sheet.accepted.connect(lambda: self._show(Kind.REQUEST, sheet.request))
        sheet.open()

    def _arrive(self, sheet: ReceiveSheet) -> None:
        """Put what was read into quarantine and show it there."""
        vault, reply = self._context.vault, sheet.reply
        if reply is None:
            return
        arrived = self._as_feedback(reply, sheet.answers.id if sheet.answers else NO_ID)

        def receive() -> Feedback:
            stored = feedback.receive(vault, arrived)
            arrival.keep(vault, stored.id, Arrival.of(reply))
            return stored

        stored = self._context.perform(receive)
        if stored is not None:
            self._show(Kind.FEEDBACK, stored.id)

    def _as_feedback(self, reply: Reply, request: Id) -> Feedback:
        answers = reply.answers
        if reply.rest.strip():
            beside = self.tr("Beside the answers")
            answers = (*answers, Answer("beside", beside, AnswerType.MULTILINE, reply.rest.strip()))
        return Feedback(
            request=request,
            giver=reply.giver,
            name=reply.asked.form.name if reply.asked else self.tr("A reply without a request"),
            answers=answers,
            consent=reply.consent,
            day=self._context.today(),
            way=CameBy.TEXT if reply.way is Way.TEXT else CameBy.FILE,
            sha256=reply.digest,
        )


def _lines(answer: Answer) -> list[str]:
    level = [f"{answer.rating}/5"] if answer.rating is not None else []
    return [answer.label, *level, *([answer.text.strip()] if answer.text.strip() else [])]
