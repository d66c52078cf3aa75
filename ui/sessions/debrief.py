"""The debrief: how safe and how useful a session was, what one thinks of it, and what is next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Id
from app.domain.sessions import Debrief, Score, Session, SessionState
from app.operations import sessions
from app.queries.debriefs import debrief_of, following, low_twice
from app.queries.sessions import SessionView
from ui.context import Context
from ui.labels import clock
from ui.sessions.debrief_parts import Following, NextStep, Prompts, Ratings, WaysToRaise
from ui.sessions.part import SessionPart
from ui.sessions.writing_box import WritingBox
from ui.theme import current_theme
from ui.widgets.icons import Picture
from ui.widgets.text import Label

_STACKED, _LINES = 560, 6


class DebriefPart(SessionPart):
    """Seven ratings, the questions of the template, a next step; it is in no pack, ever."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: SessionView | None = None
        ratings = context.library.sessions.private_ratings
        self.private = Label(
            self.tr("It is for you alone. No share pack ever holds it."),
            "body",
            "text-2",
            wrap=True,
        )
        self.waiting = Label("", "body", "text-2", wrap=True)
        self.ratings = Ratings(ratings)
        self.raising = WaysToRaise(ratings)
        self.prompts = Prompts()
        self.answers = WritingBox(
            context,
            self.tr("What I think of it"),
            _LINES,
            self._keep_answers,
            self.tr("Write here"),
        )
        self.next_step = NextStep(context, self._keep_next_step)
        self.following = Following(context)
        self._inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.ratings.rated.connect(self._rate)
        self.following.navigate.connect(self.navigate)

    # What the frame asks

    def show_view(self, view: SessionView) -> None:
        """Show the debrief of a session, once that is over; what is being typed stays."""
        self._view = view
        session, vault = view.session, self._context.vault
        waits = self._waits(session)
        self._inside.setVisible(not waits)
        self.waiting.setVisible(waits)
        self.waiting.setText(
            self.tr("The debrief opens when the session ends, at {time}.").format(
                time=clock(session.end.local)
            )
        )
        debrief = debrief_of(vault.read, session.id)
        self.ratings.show_scores(debrief)
        self.raising.show_items(low_twice(vault.read, session))
        template = self._context.library.sessions.find(session.template)
        self.prompts.show_questions(template.debrief_questions if template else ())
        self.answers.show_text(session.id, debrief.answers)
        self.next_step.show_step(session, debrief.next_step)
        self.following.show_next(session, following(vault.read, session))

    def flush(self) -> None:
        """Write what was typed; raises AppError where that fails."""
        self.answers.flush()
        self.next_step.flush()

    def first_focus(self) -> QWidget | None:
        """The first rating."""
        if self._view is None or self._waits(self._view.session):
            return None
        return self.ratings.first()

    # Events

    def event(self, event: QEvent) -> bool:
        """Fit the columns to the width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        note, column, inner = QHBoxLayout(), QVBoxLayout(self), QVBoxLayout(self._inside)
        note.setSpacing(8)
        note.addWidget(Picture("lock", "text-2", 16), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.private, 1)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(20)
        column.addLayout(note)
        column.addWidget(self.waiting)
        column.addWidget(self._inside)
        column.addStretch()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._columns)
        left, right = QVBoxLayout(), QVBoxLayout()
        first = (self.ratings, self.raising)
        second = (self.prompts, self.answers, self.next_step, self.following)
        for side, parts in ((left, first), (right, second)):
            for part in parts:
                side.addWidget(part)
            side.setSpacing(20)
            side.addStretch()
            self._columns.addLayout(side, 1)

    # Private

    def _waits(self, session: Session) -> bool:
        """Whether a session is still to end: by its plan, or because it goes on."""
        if session.state is SessionState.HELD:
            return False
        return session.under_way or session.end.at > self._context.vault.now().at

    def _rate(self, item: str, level: int) -> None:
        def scored(debrief: Debrief) -> Debrief:
            order = [each.id for each in self._context.library.sessions.private_ratings.items]
            kept = {score.item: score.level for score in debrief.scores}
            kept[item] = level
            known = [each for each in (*order, *kept) if kept.get(each)]
            return replace(
                debrief, scores=tuple(Score(each, kept[each]) for each in dict.fromkeys(known))
            )

        if self._view is not None:
            session = self._view.session.id
            self._context.perform(lambda: self._write(session, scored))

    def _keep_answers(self, session: Id, answers: str) -> None:
        self._write(session, lambda debrief: replace(debrief, answers=answers))

    def _keep_next_step(self, session: Id, step: str) -> None:
        self._write(session, lambda debrief: replace(debrief, next_step=step))

    def _write(self, session: Id, changed: Callable[[Debrief], Debrief]) -> None:
        vault = self._context.vault
        found = vault.read.find(Session, session)
        if found is not None and found.deleted is None:
            sessions.debrief_session(vault, changed(debrief_of(vault.read, session)))

    def _fit(self) -> None:
        theme = current_theme()
        stacked = theme.effective_width(self.width()) < _STACKED
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._columns.setSpacing(20 if stacked else 32)
