"""The smaller sheets: words of thanks, who it is from, and another day to reply by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.cycles import Person, Relation
from app.domain.feedback import Feedback, Request
from app.domain.ids import NO_ID, Id
from app.operations import feedback
from app.queries.feedback import FeedbackView
from app.queries.people import listed
from ui.context import Context
from ui.feedback.ask_sheet import NEW
from ui.forms import Form
from ui.person_words import person_words, relation_options
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.prose_clipboard import unremembered


class ThanksSheet(Form):
    """Words to say thank you with; copying them says that it was done today."""

    def __init__(self, context: Context, parent: QWidget, view: FeedbackView) -> None:
        given = view.feedback
        title = QCoreApplication.translate("ThanksSheet", "Say thank you")
        super().__init__(context, title, parent, draft=f"feedback.thanks:{given.id}")
        self._given = given
        note = self.tr("Nothing is sent. Copy it to wherever you write to each other.")
        words = MultiLine(lines=7)
        self.add_field("words", Field(self.tr("Your words"), words, help_text=note))
        self.add_buttons(self.tr("Copy, and thanked today"))
        self.put("words", self._words(view))
        self.focus_first(words)
        self.begin()
        words.moveCursor(QTextCursor.MoveOperation.End)

    def submit(self) -> None:
        """Copy the words, and keep that they were said."""
        vault, today = self.context.vault, self.context.today()
        words = self.text("words")
        if self.run(lambda: feedback.thank(vault, self._given.id, today)):
            QGuiApplication.clipboard().setMimeData(unremembered(words))
            self.context.messages.say(self.tr("Copied, and marked as thanked today"), undo=True)

    def _words(self, view: FeedbackView) -> str:
        name, about = view.short, view.feedback.about
        hello = self.tr("Hello {name},").format(name=name) if name else self.tr("Hello,")
        if about:
            thanks = self.tr("thank you for what you wrote about this: {about}.")
            thanks = thanks.format(about=about.rstrip("."))
        else:
            thanks = self.tr("thank you for what you wrote.")
        return "\n\n".join((hello, thanks, self.tr("What I will do with it: ")))


class GiverSheet(Form):
    """Who feedback is from, as far as the mentee knows; what was said stays as it came."""

    def __init__(self, context: Context, parent: QWidget, given: Feedback) -> None:
        title = QCoreApplication.translate("GiverSheet", "Who is it from?")
        super().__init__(context, title, parent, draft=f"feedback.giver:{given.id}", kind="dialog")
        self._given = given
        known: list[tuple[str, object]] = [
            (person_words(each.name, each.relation), each.id) for each in listed(context.vault.read)
        ]
        nobody = (self.tr("Nobody I know"), "")
        self.person = Choice([nobody, *known, (self.tr("Somebody new"), NEW)])
        self.add_field("person", Field(self.tr("Person"), self.person))
        self.add_field("name", Field(self.tr("Name"), LineEdit(), required=True))
        self.add_field("relation", Field(self.tr("Who they are"), Choice(relation_options())))
        self.add_buttons(self.tr("Save"))
        self.put("person", given.person)
        self.put("name", given.giver)
        self.focus_first(self.person)
        self.person.currentIndexChanged.connect(self._show_rest)
        self.begin()
        self._show_rest()

    def submit(self) -> None:
        """Keep who it is from."""
        if self.text("person") == NEW and not self.text("name"):
            self.show_field_error("name", self.tr("Write their name, or choose somebody else."))
            return
        self.run(self._keep_giver)

    def _keep_giver(self) -> Feedback:
        vault, chosen, newcomer = self.context.vault, self.text("person"), None
        if chosen == NEW:
            chosen, relation = NO_ID, Relation(self.text("relation"))
            newcomer = Person(name=self.text("name"), relation=relation)
        given = replace(vault.read.get(Feedback, self._given.id), person=Id(chosen))
        return feedback.revise_by_hand(vault, given, newcomer)

    def _show_rest(self) -> None:
        new = self.text("person") == NEW
        for name in ("name", "relation"):
            self.fields[name].setVisible(new)


class ReplyDaySheet(Form):
    """Another day by which a reply is waited for; the form that went out stays as it is."""

    def __init__(self, context: Context, parent: QWidget, request: Request) -> None:
        title = QCoreApplication.translate("ReplyDaySheet", "Reply by")
        super().__init__(
            context, title, parent, draft=f"feedback.reply:{request.id}", kind="dialog"
        )
        self._request = request
        words = self.tr("For your own list. The form that you gave them stays as it is.")
        day = DateField(context.today)
        self.add_field("reply_by", Field(self.tr("Day"), day, help_text=words))
        self.add_buttons(self.tr("Save"))
        self.put_day("reply_by", request.reply_by)
        self.focus_first(day)
        self.begin()

    def submit(self) -> None:
        """Keep the day."""
        if self.understood():
            vault, day = self.context.vault, self.day("reply_by")
            self.run(lambda: feedback.revise_request(vault, self._revised(day)))

    def _revised(self, day: date | None) -> Request:
        return replace(self.context.vault.read.get(Request, self._request.id), reply_by=day)
