"""A request for feedback: what was asked of whom, and what can be done until they answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.feedback import FeedbackState, Request
from app.domain.forms import AnswerType, Question
from app.domain.ids import Id, Kind
from app.queries.feedback import ReplyRow, RequestView
from ui.context import Context, Destination
from ui.feedback.actions import FeedbackActions
from ui.feedback.cards import Facts, HeadedCard
from ui.feedback.reading import Reading
from ui.feedback.words import asked_lede, asked_title
from ui.labels import short_day
from ui.widgets.button import Button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.fact_row import FactRow
from ui.widgets.given_words import GivenWords
from ui.widgets.notices import Banner
from ui.widgets.section import Section
from ui.widgets.text import Label

Act = Callable[[Id], None]


class RequestDetail(QWidget):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, context: Context, actions: FeedbackActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._view: RequestView | None = None
        self._shown: Request | None = None
        self.back = Button("", "ghost", icon="arrow-left")
        self.more = Button("", "ghost", icon="ellipsis")
        self.receive = Button(self.tr("Take in the reply"), "primary", icon="inbox")
        self.title = Label("", "title-detail", wrap=True)
        self.lede = Label("", "body", "text-2", wrap=True)
        self.due = Banner(
            "lamp",
            self.tr("That day has gone by. A friendly word is fine, and so is letting it rest."),
            action=self.tr("Copy a reminder"),
            icon="clock",
        )
        self.closed = Banner(
            "lamp",
            self.tr("You stopped waiting. A reply that comes still finds its request."),
            action=self.tr("Wait again"),
            icon="clock",
        )
        self.replies = Section(self.tr("What came back"), gap=2)
        self.rows: list[FactRow] = []
        self.form = Section(self.tr("The form as they have it"), gap=14)
        self.about = HeadedCard()
        self.facts = Facts()
        self.goal = ElidedButton("", "link")
        self.out = HeadedCard()
        self.save = Button(self.tr("Save the PDF again"), "link", icon="file-down")
        self.message = Button(self.tr("Copy a message"), "link", icon="copy")
        self.text = Button(self.tr("Copy the form as text"), "link", icon="copy")
        self.hand = Button(self.tr("Type the answers in"), "link", icon="pencil")
        self.reading = Reading()
        self._lay_out()
        self._connect()

    # Methods

    def show_view(self, view: RequestView) -> None:
        """Show a request; another one is shown from the top."""
        moved = self._view is None or self._view.request.id != view.request.id
        self._view = view
        request, today = view.request, self._context.today()
        waiting = not view.replies and request.closed is None
        self.title.setText(asked_title(view))
        self.lede.setText(asked_lede(request, today))
        self.due.setVisible(waiting and request.reply_by is not None and request.reply_by < today)
        self.closed.setVisible(request.closed is not None and not view.replies)
        self._show_replies(view.replies)
        self._show_form(request)
        self.about.head("message-square-quote", self.tr("What you asked"))
        self.facts.show_facts(
            [
                (self.tr("On"), request.about),
                (self.tr("Number"), request.code),
                (self.tr("Went out"), self._way(request)),
            ]
        )
        self.goal.setVisible(view.goal is not None)
        if view.goal is not None:
            words = self.tr("On the way to {0}").format(view.goal.title)
            self.goal.show_words(words, words)
        self.out.head("send", self.tr("What you can give them"))
        if moved:
            self.reading.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """The button that takes the reply in."""
        return self.receive

    def press_primary(self) -> None:
        """Take the reply in."""
        self._actions.receive()

    def menu(self) -> QMenu | None:
        """What else one can do with it; None where nothing is shown."""
        view, acts = self._view, self._actions
        if view is None:
            return None
        request, menu = view.request, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, act in self._ways():
            menu.addAction(button.text(), partial(act, request.id))
        menu.addAction(self.tr("Copy a reminder"), partial(acts.copy_reminder, request.id))
        menu.addSeparator()
        menu.addAction(self.tr("Change the reply day"), partial(acts.move_reply_day, request.id))
        if request.closed is None:
            menu.addAction(self.tr("Stop waiting"), partial(acts.stop_waiting, request.id))
        else:
            menu.addAction(self.tr("Wait again"), partial(acts.wait_again, request.id))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), partial(acts.trash_request, request.id))
        return menu

    # Building

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back to the list"))
        self.more.setToolTip(self.tr("More"))
        self.receive.setToolTip(self.tr("Take in the reply (Ctrl+Enter)"))
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lede)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, top)
        row.addWidget(self.receive, 0, top)
        page = self.reading
        page.setAccessibleName(self.tr("What was asked"))
        page.head.addLayout(row)
        page.head.addSpacing(18)
        page.head.addWidget(self.due)
        page.head.addWidget(self.closed)
        page.head.addSpacing(16)
        page.main.addWidget(self.replies)
        page.main.addWidget(self.form)
        self.about.column.addWidget(self.facts)
        self.about.column.addWidget(self.goal)
        for button, _act in self._ways():
            self.out.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        page.side.addWidget(self.about)
        page.side.addWidget(self.out)
        page.main.setSpacing(24)
        page.side.setSpacing(12)
        page.main.addStretch()
        page.side.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._open_menu)
        self.receive.clicked.connect(self.press_primary)
        self.goal.clicked.connect(self._go_to_goal)
        self.due.acted.connect(lambda: self._act(self._actions.copy_reminder))
        self.closed.acted.connect(lambda: self._act(self._actions.wait_again))
        for button, act in self._ways():
            button.clicked.connect(partial(self._act, act))

    # Private

    def _ways(self) -> tuple[tuple[Button, Act], ...]:
        acts = self._actions
        return (
            (self.save, acts.save_pdf),
            (self.message, acts.copy_message),
            (self.text, acts.copy_form),
            (self.hand, acts.by_hand),
        )

    def _act(self, act: Act, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - of clicked
        if self._view is not None:
            act(self._view.request.id)

    def _way(self, request: Request) -> str:
        return self.tr("as a PDF") if request.places else self.tr("as a message")

    def _show_replies(self, replies: tuple[ReplyRow, ...]) -> None:
        for row in self.rows:
            self.replies.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._reply(each) for each in replies]
        for row in self.rows:
            self.replies.column.addWidget(row)
        self.replies.setVisible(bool(replies))

    def _reply(self, reply: ReplyRow) -> FactRow:
        words = {
            FeedbackState.ARRIVED: self.tr("Their answer, to be read first"),
            FeedbackState.KEPT: self.tr("Their answer"),
            FeedbackState.SET_ASIDE: self.tr("Their answer, set aside"),
        }
        day = short_day(reply.day, self._context.today())
        row = FactRow(words[reply.state], day, icon="message-square-quote")
        to = Destination("feedback", reply.id, Kind.FEEDBACK)
        row.clicked.connect(lambda: self.navigate.emit(to))
        return row

    def _show_form(self, request: Request) -> None:
        """Show the words that went out, unless they are shown already."""
        if request == self._shown:
            return
        self._shown = request
        column = self.form.column
        while column.count() > 1:
            item = column.takeAt(1)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        column.addWidget(GivenWords(request.intro, "writing", size=15))
        for number, question in enumerate(request.questions, 1):
            column.addWidget(self._question(number, question))

    def _question(self, number: int, question: Question) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = self.tr("{number}. {question}").format(number=number, question=question.label)
        column.addWidget(GivenWords(words, "section"))
        column.addWidget(Label(self._kind(question), "caption", "text-2", wrap=True))
        return holder

    def _kind(self, question: Question) -> str:
        if question.type is AnswerType.SCALE:
            if not (question.low and question.high):
                return self.tr("From 1 to 5")
            ends = self.tr("From 1 to 5: {low} to {high}")
            return ends.format(low=question.low, high=question.high)
        if question.type is AnswerType.CHOICE:
            return " \u00b7 ".join(option.label for option in question.options)
        if question.type is AnswerType.TEXT:
            return self.tr("In one line")
        return self.tr("In a few lines")

    def _go_to_goal(self) -> None:
        goal = self._view.goal if self._view else None
        if goal is not None:
            place = "stretch" if goal.kind is Kind.STRETCH else "plan"
            self.navigate.emit(Destination(place, goal.id, goal.kind))

    def _open_menu(self) -> None:
        if menu := self.menu():
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
