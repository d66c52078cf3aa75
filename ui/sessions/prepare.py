"""Preparing a session: the one real question, a timed agenda, and what to put onto it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.sessions import SessionState
from app.queries.people import listed
from app.queries.sessions import SessionView
from app.queries.since_last_time import since_last_time
from ui import session_words
from ui.context import Context
from ui.sessions import words
from ui.sessions.agenda import Agenda
from ui.sessions.bring import Bring
from ui.sessions.checklist import ACTIONS, AGENDA, BRING, QUESTION, Checklist
from ui.sessions.owed import Owed
from ui.sessions.part import SessionPart
from ui.sessions.preparing import Preparing
from ui.sessions.question import Question
from ui.sessions.since import Since
from ui.sessions.thinking import Thinking
from ui.theme import current_theme, follow_theme
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_SIDE, _APART, _SECTIONS = 268, 36, 28


class PreparePart(SessionPart):
    """Checklist, and below it question, agenda and since last time beside what to bring."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: SessionView | None = None
        self.preparing = Preparing(context)
        self.checklist = Checklist()
        self.question = Question(
            context, lambda session, text: self.preparing.write(session, question=text)
        )
        self.agenda = Agenda(context, self.preparing)
        self.since = Since(context, self.preparing)
        self.thinking = Thinking(
            context, lambda session, text: self.preparing.write(session, prep=text)
        )
        self.bring = Bring(context, self.preparing)
        self.owed = Owed(context, self.preparing)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        self._lay_out()
        self._connect()
        follow_theme(self.fit)

    # What the frame asks

    def show_view(self, view: SessionView) -> None:
        """Show what there is to prepare."""
        session, today = view.session, self._context.today()
        self._view = view
        self.preparing.session_id = session.id
        since = since_last_time(self._context.vault, view)
        owed = any(action.is_open for action in since.actions)
        self.checklist.show_readiness(session_words.readiness_words(view.readiness, owed=owed))
        self.question.show_question(session, since.question, today)
        self.agenda.show_view(view)
        self.since.show_since(view, since)
        template = self._context.library.sessions.find(session.template)
        self.thinking.show_questions(template, session)
        self.bring.show_entries(session, since.flagged, self._short(view))
        self.owed.show_actions(view, since.actions)

    def flush(self) -> None:
        """Write what was typed; raises AppError where that fails."""
        self.agenda.keep()
        self.question.field.typed.flush()
        self.thinking.field.typed.flush()

    def remark(self) -> str:
        """Return whose session it is."""
        if self._view is None or self._view.session.state is not SessionState.PLANNED:
            return ""
        return words.time_words(self._view.person)

    def first_focus(self) -> QWidget | None:
        """Return the field of the one real question."""
        return self.question.field

    # Fitting

    def fit(self) -> None:
        """Let the side stand below where the window is narrow."""
        theme = current_theme()
        width = theme.effective_width(self.window().width())
        stacked = width < theme.breakpoint("side-panel-stack-below")
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        narrow = width < theme.breakpoint("rail-collapse-below")
        self._columns.setSpacing(theme.px(_SECTIONS if stacked else 24 if narrow else _APART))
        side = theme.px(220 if narrow else _SIDE)
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(1 << 20 if stacked else side)

    def event(self, event: QEvent) -> bool:
        """Fit to the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        main, side, column = QVBoxLayout(), QVBoxLayout(self._side), QVBoxLayout(self)
        for layout, widgets in (
            (main, (self.question, self.agenda, self.since, self.thinking)),
            (side, (self.bring, self.owed, _private_card())),
        ):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(_SECTIONS)
            for widget in widgets:
                layout.addWidget(widget)
            layout.addStretch()
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.checklist)
        column.addLayout(self._columns, 1)

    def _connect(self) -> None:
        for part in (self.agenda, self.since, self.bring, self.owed):
            part.navigate.connect(self.navigate)
        self.checklist.asked.connect(self._go_to)

    # Private

    def _go_to(self, place: int) -> None:
        """Go to the part that a mark of the checklist stands for."""
        target = {
            AGENDA: self.agenda.first_focus(),
            BRING: self.bring.rows,
            ACTIONS: self.owed.reviewed,
            QUESTION: self.question.field,
        }[place]
        if not target.isVisibleTo(self):
            target = self.since.rows
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _short(self, view: SessionView) -> str:
        people = {row.id: row.short for row in listed(self._context.vault.read)}
        return people.get(view.session.person, "")


def _private_card() -> Card:
    """What stands where the debrief is before there is one."""
    card = Card("quiet-card")
    row = QHBoxLayout(card)
    row.setContentsMargins(14, 12, 14, 12)
    row.setSpacing(12)
    strong = card.tr("Private debrief")
    words_of_it = card.tr("{what} opens after the session. It is for you alone.")
    label = Label(words_of_it.format(what=strong), "caption", "text-2", wrap=True)
    label.emphasise([strong])
    row.addWidget(Picture("lock", "text-2", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return card
