"""The next session on the page of the day: with whom, when, and how ready it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries.coming import Coming
from ui import session_words
from ui.context import Destination
from ui.person_words import relation_title
from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import paint_bulb
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.initials import Initials
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label

_BULB = 12
PREPARE, MEET = "prepare", "meet"
"""The parts of a session that its page opens with."""


class ComingCard(Card):
    """`went` carries a Destination: to prepare the session, and on its day to hold it."""

    went = Signal(object)

    def __init__(self) -> None:
        super().__init__("card")
        self._shown: tuple[Coming, date] | None = None
        self.disc = Initials()
        self.title = Label("", "heading", wrap=True)
        self.when = Label("", "body", "text-2", wrap=True)
        self.go = Button("", "plain")
        self._ready = QWidget()
        self._facts = FlowLayout(self._ready, gap=24, row_gap=6)
        self._lay_out()
        self.go.clicked.connect(self._go)

    def show_coming(self, found: Coming, today: date) -> None:
        """Show a session; the same again leaves the card alone."""
        if self._shown == (found, today):
            return
        self._shown = (found, today)
        session, person = found.session, found.person
        name = person.name if person else ""
        self.disc.setVisible(person is not None)
        if person is not None:
            self.disc.show_name(name)
        self.title.setText(session_words.full_title(session.title, None, name))
        self.when.setText(self._when(found, today))
        self.go.setText(self._act(found, today))
        self.setAccessibleName(f"{self.title.text()}, {self.when.text()}")
        while item := self._facts.takeAt(0):
            if fact := item.widget():
                fact.hide()
                fact.deleteLater()
        for words, ready in session_words.readiness_words(found.readiness, owed=found.owed):
            fact = ReadyFact(words, ready=ready)
            self._facts.addWidget(fact)
            fact.show()

    # Private

    def _lay_out(self) -> None:
        words, head, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.when)
        head.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.disc, 0, top)
        head.addLayout(words, 1)
        head.addWidget(self.go, 0, top)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._ready)

    def _when(self, found: Coming, today: date) -> str:
        session = found.session
        parts = [session_words.soon_words(session, today)]
        if found.person is not None:
            parts.append(relation_title(found.person.relation))
        if found.number is not None and found.person is not None:
            parts.append(session_words.title_words("", found.number))
        return " · ".join(parts)

    def _act(self, found: Coming, today: date) -> str:
        if found.session.under_way:
            return self.tr("Go on with it")
        return self.tr("Start session") if self._is_on(today) else self.tr("Prepare session")

    def _is_on(self, today: date) -> bool:
        """Whether it is the day of it, or it goes on."""
        session = self._shown[0].session if self._shown else None
        return session is not None and (session.under_way or session.day == today)

    def _go(self) -> None:
        if self._shown is not None:
            found, today = self._shown
            part = MEET if self._is_on(today) else PREPARE
            self.went.emit(Destination("sessions", found.session.id, Kind.SESSION, part))


class ReadyFact(QWidget):
    """One thing that makes a session ready, with a bulb that is lit once it is there."""

    def __init__(self, words: str, *, ready: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        label = Label(words, "body", "text" if ready else "text-2")
        form = self.tr("{words}, ready") if ready else self.tr("{words}, to do")
        label.setAccessibleName(form.format(words=words))
        row.addWidget(_Bulb(lit=ready))
        row.addWidget(label)


class _Bulb(QWidget):
    """A bulb; what it says is said beside it."""

    def __init__(self, *, lit: bool) -> None:
        super().__init__()
        self._lit = lit
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the bulb."""
        side = current_theme().px(_BULB)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bulb(painter, QRectF(self.rect()), lit=self._lit)
        painter.end()
