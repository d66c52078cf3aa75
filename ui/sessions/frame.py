"""One session: its head, its title and the day it is for, and one of its parts at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.domain.sessions import SessionState
from app.queries.sessions import SessionView
from ui import session_words
from ui.context import Context
from ui.sessions.actions import SessionActions
from ui.sessions.header import SessionHeader
from ui.sessions.part import DEBRIEF, MEET, PREPARE, SessionPart
from ui.sessions.where import Where
from ui.theme import current_theme, follow_theme
from ui.widgets.page_frame import PageFrame
from ui.widgets.styling import Rule
from ui.widgets.text import Label


class SessionFrame(QWidget):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(
        self,
        context: Context,
        acts: SessionActions,
        parts: Mapping[str, tuple[str, SessionPart]],
    ) -> None:
        """Take the words and the widget of each part by its name."""
        super().__init__()
        self._context = context
        self._acts = acts
        self._view: SessionView | None = None
        self.parts = {name: part for name, (_, part) in parts.items()}
        self.header = SessionHeader([(name, words) for name, (words, _) in parts.items()])
        self.title = Label("", "title-detail", wrap=True)
        self.when = Label("", "body", "text-2", wrap=True, numbers=True)
        self.place = Where()
        self._scroll = PageFrame()
        self._lay_out()
        self._connect()
        follow_theme(self.fit)

    # Properties

    @property
    def session_id(self) -> Id:
        """The session that is shown; NO_ID for none."""
        return self._view.session.id if self._view else NO_ID

    @property
    def part(self) -> SessionPart:
        """The part that is shown."""
        return self.parts[self.header.parts.view()]

    # Methods

    def show_view(self, view: SessionView) -> None:
        """Show a session; another one begins with the part that it is at."""
        other = self._view is None or self._view.session.id != view.session.id
        if other and self._view is not None:
            self._context.perform(self.flush)
        self._view = view
        self.header.show_view(view)
        name = view.person.name if view.person else ""
        self.title.setText(session_words.full_title(view.session.title, view.number, name))
        self.place.show_place(view.session.place, view.session.link)
        if other:
            self.show_part(self._usual(view))
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self.part.show_view(view)
        self._show_when()

    def show_part(self, name: str) -> None:
        """Show a part of the session."""
        wanted = name if name in self.parts else PREPARE
        if self.parts[wanted].isHidden():
            self._scroll.verticalScrollBar().setValue(0)
        self.header.parts.set_view(wanted)
        for each, part in self.parts.items():
            part.setVisible(each == wanted)
        if self._view is not None:
            self.part.show_view(self._view)
        self._show_when()

    def flush(self) -> None:
        """Write what was typed; raises AppError where that fails."""
        for part in self.parts.values():
            part.flush()

    def press_primary(self) -> None:
        """Begin or end the session, plan it again, or plan the next one."""
        view = self._view
        if view is None:
            return
        session = view.session
        if session.state is SessionState.CANCELLED:
            self._acts.plan_again(session.id)
        elif session.state is SessionState.HELD:
            self._acts.new_with(session.person)
        elif session.under_way:
            self._context.perform(self.flush)
            self._acts.end(session.id)
        else:
            self._context.perform(self.flush)
            self._acts.start(session.id)

    def fit(self) -> None:
        """Fit the head to the window."""
        self.header.fit(current_theme().effective_width(self.window().width()))

    def event(self, event: QEvent) -> bool:
        """Fit to the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        main = self._scroll.main
        main.setSpacing(0)
        main.addWidget(self.header)
        main.addSpacing(18)
        main.addWidget(self.title)
        main.addSpacing(2)
        main.addWidget(self.when)
        main.addWidget(self.place)
        main.addSpacing(16)
        main.addWidget(Rule())
        for part in self.parts.values():
            main.addWidget(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.header.back.clicked.connect(self.left)
        self.place.copied.connect(lambda: self._context.messages.say(self.tr("Link copied")))
        self.header.more.clicked.connect(self._open_menu)
        self.header.primary.clicked.connect(self.press_primary)
        self.header.parts.chosen.connect(self._choose_part)
        for part in self.parts.values():
            part.navigate.connect(self.navigate)
            part.remarked.connect(self._show_when)
        self._acts.began.connect(lambda begun: self._follow(begun, MEET))
        self._acts.ended.connect(lambda ended: self._follow(ended, DEBRIEF))

    # Private

    def _usual(self, view: SessionView) -> str:
        if view.session.under_way:
            return MEET
        return DEBRIEF if view.session.state is SessionState.HELD else PREPARE

    def _choose_part(self, name: str) -> None:
        self._context.perform(self.flush)
        self.show_part(name)

    def _follow(self, session_id: str, part: str) -> None:
        """Go on with the part that a session is at now."""
        if session_id == self.session_id:
            self.show_part(part)
            focus = self.part.first_focus() or self.header.parts
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_when(self) -> None:
        if self._view is None:
            return
        session, today = self._view.session, self._context.today()
        form = self.tr("{words}.")
        said = [
            session_words.whole_when(session, today),
            session_words.moved_words(session.moved, today),
        ]
        if session.state is SessionState.CANCELLED:
            said.append(self.tr("Cancelled"))
        sentences = [form.format(words=part) for part in said if part]
        self.when.setText(" ".join(filter(None, (*sentences, self.part.remark()))))

    def _open_menu(self) -> None:
        if self._view is not None:
            menu = self._acts.menu(self._view.session, self)
            menu.popup(self.header.more.mapToGlobal(self.header.more.rect().bottomLeft()))
