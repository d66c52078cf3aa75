"""Meeting: the agenda with its time, notes beside it, and what is agreed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.domain.sessions import Action, Session
from app.operations import actions, sessions
from app.queries.sessions import SessionView
from ui.actions.line import ActionLineField, TypedAction
from ui.actions.section import ActionSection
from ui.context import Context, Destination
from ui.sessions.meet_words import carried_words, remark_words
from ui.sessions.part import SessionPart
from ui.sessions.topics import TopicList, topic_rows
from ui.sessions.writing_box import WritingBox
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.key_cap import KeyCap
from ui.widgets.section import Section
from ui.widgets.styling import Rule
from ui.widgets.tall_list import RECORD
from ui.widgets.text import Label

_TICK_MS = 5000
_STACKED, _NOTES_LINES = 560, 7


class MeetPart(SessionPart):
    """Ctrl+T goes on with the next topic; Enter or a click on a topic talks about that one.

    The clock of a topic runs on while the vault is locked.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: SessionView | None = None
        self.question = Label("", "quote", wrap=True)
        self.topics = TopicList(self.tr("Agenda"))
        self.next = Button(self.tr("Next topic"), "ghost", trailing="arrow-right")
        self.rest = Button("", "ghost", icon="timer")
        self.notes = WritingBox(
            context, self.tr("Notes"), _NOTES_LINES, self._keep_notes, self.tr("Write here")
        )
        self.line = ActionLineField(context)
        self.actions_list = ActionSection(context, self.tr("Actions from this session"))
        self.carried = Button("", "quiet")
        self._question = Section(self.tr("My real question"))
        self._agenda = Section(self.tr("Agenda"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()

    # What the frame asks

    def show_view(self, view: SessionView) -> None:
        """Show a session as it is now; what is being typed stays."""
        self._view = view
        session = view.session
        self.question.setText(session.question.strip())
        self._question.setVisible(bool(session.question.strip()))
        self._agenda.setVisible(bool(session.agenda))
        self.notes.show_text(session.id, session.notes)
        self.line.begin(f"actions.{session.id}", session.person)
        self.actions_list.show_rows(view.actions, session.id)
        self.carried.setText(carried_words(view))
        self.carried.setVisible(bool(view.carried))
        self._show_time()

    def flush(self) -> None:
        """Write what was typed; raises AppError where that fails."""
        self.notes.flush()
        self.line.flush()

    def remark(self) -> str:
        """How far the session is."""
        return remark_words(self._view.session, self._now()) if self._view else ""

    def first_focus(self) -> QWidget | None:
        """The notes."""
        return self.notes.prose

    # Methods

    def go_on(self) -> None:
        """Talk about the next topic; after the last one the clock stops."""
        session = self._session()
        if session is None or not session.under_way:
            return
        following = _following(session)
        if following >= 0 or session.topic >= 0:
            self._go_to(following)

    # Events

    def event(self, event: QEvent) -> bool:
        """Fit the columns to the width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock while it is seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock go unseen."""
        super().hideEvent(event)
        self._clock.stop()

    # Building

    def _lay_out(self) -> None:
        self.next.setToolTip(self.tr("Next topic (Ctrl+T)"))
        self._question.column.addWidget(self.question)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.next)
        acts.addWidget(self.rest)
        acts.addStretch()
        self._agenda.column.addWidget(self.topics)
        self._agenda.column.addLayout(acts)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(20)
        for part in (self._question, self._agenda):
            left.addWidget(part)
        left.addStretch()
        right.setSpacing(6)
        right.addWidget(self.notes)
        right.addSpacing(18)
        right.addLayout(self._action_head())
        right.addWidget(self.line)
        right.addWidget(Rule())
        right.addWidget(self.actions_list)
        right.addWidget(self.carried, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch()
        self._columns.setContentsMargins(0, 20, 0, 0)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 7)

    def _action_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Label(self.tr("Actions from this session"), "section"), 1)
        row.addWidget(KeyCap(self.tr("Enter")))
        row.addWidget(Label(self.tr("adds it"), "caption", "text-2"))
        return row

    def _connect(self) -> None:
        self.topics.opened.connect(self._open_topic)
        self.next.clicked.connect(self.go_on)
        self.rest.clicked.connect(self._rest)
        self.line.added.connect(self._add)
        self.actions_list.navigate.connect(self.navigate)
        self.carried.clicked.connect(lambda: self.navigate.emit(Destination("actions")))
        self._clock.timeout.connect(self._show_time)
        key = QShortcut(QKeySequence("Ctrl+T"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.go_on)

    # Private

    def _session(self) -> Session | None:
        return self._view.session if self._view else None

    def _now(self) -> int:
        return self._context.vault.now().at

    def _show_time(self) -> None:
        """Show what the clock says now."""
        session = self._session()
        if session is None:
            return
        self.topics.show_topics(topic_rows(session, self._now()))
        following = _following(session)
        on = session.topic >= 0
        self.next.setVisible(session.under_way and on)
        self.next.setText(self.tr("Next topic") if following >= 0 else self.tr("Topics done"))
        self.rest.setVisible(session.under_way and (on or following >= 0))
        self.rest.setText(self.tr("Pause") if on else self.tr("Go on"))
        self.rest.setToolTip(
            self.tr("Stop the clock of this topic") if on else self.tr("Go on with the next topic")
        )
        self.remarked.emit()

    def _open_topic(self, index: QModelIndex) -> None:
        row, session = index.data(RECORD), self._session()
        if row is not None and session is not None and session.under_way and not row.on:
            self._go_to(row.place)

    def _go_to(self, place: int) -> None:
        session = self._session()
        if session is None:
            return
        vault = self._context.vault
        if self._context.perform(lambda: sessions.go_to_topic(vault, session.id, place)):
            # The focus stays in the notes, so nobody else says what is talked about now.
            titles = [item.title for item in session.agenda]
            words = titles[place] if 0 <= place < len(titles) else self.tr("All topics done")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _rest(self) -> None:
        session = self._session()
        if session is None:
            return
        if session.topic < 0:
            self.go_on()
            return
        vault = self._context.vault
        self._context.perform(lambda: sessions.pause_session(vault, session.id))

    def _keep_notes(self, session_id: Id, notes: str) -> None:
        vault = self._context.vault
        session = vault.read.find(Session, session_id)
        if session is not None and session.deleted is None:
            sessions.write_session(vault, replace(session, notes=notes))

    def _add(self, typed: TypedAction) -> None:
        session = self._session()
        if session is None:
            return
        mine = typed.person == NO_ID and typed.newcomer is None
        action = Action(
            title=typed.words,
            session=session.id,
            person=session.person if mine else typed.person,
            mine=mine,
            due=typed.due,
        )
        vault = self._context.vault
        self._context.perform(lambda: actions.add_action(vault, action, typed.newcomer))

    def _fit(self) -> None:
        theme = current_theme()
        stacked = theme.effective_width(self.width()) < _STACKED
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._columns.setSpacing(24)


def _following(session: Session) -> int:
    """The next topic that was not talked about, after the present one or else from the top."""
    left = [
        place
        for place, item in enumerate(session.agenda)
        if not item.done and place != session.topic
    ]
    return next((place for place in left if place > session.topic), left[0] if left else -1)
