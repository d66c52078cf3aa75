"""Parts of a debrief: its ratings, ways to raise what was low, its questions, and what is next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.sessions import PrivateRatings
from app.domain.action_line import LineReader
from app.domain.ids import Id, Kind
from app.domain.mentions import Named, People
from app.domain.sessions import Action, Debrief, Session
from app.operations import actions
from app.queries.people import listed
from ui.actions.words import action_language, me_words
from ui.context import Context, Destination
from ui.labels import counted, weekday_and_day
from ui.sessions.written_field import WrittenField
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.section import Section
from ui.widgets.styling import Card
from ui.widgets.text import Label


class Ratings(QWidget):
    """The statements by their groups, each with bulbs; `rated` carries one's id and level."""

    rated = Signal(str, int)

    def __init__(self, ratings: PrivateRatings) -> None:
        super().__init__()
        self.bulbs: dict[str, Bulbs] = {}
        scale = ratings.scale
        anchors = (scale.low, *("" for _ in range(scale.min + 1, scale.max)), scale.high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        groups = {"safety": self.tr("How safe it was"), "usefulness": self.tr("How useful it was")}
        for group, heading in groups.items():
            section = Section(heading, gap=4)
            for item in ratings.items:
                if item.group == group:
                    self.bulbs[item.id] = Bulbs(item.label, anchors)
                    section.column.addLayout(_rating_row(item.label, self.bulbs[item.id]))
            column.addWidget(section)
        said = self.tr("1: {low}. 5: {high}.").format(low=scale.low, high=scale.high)
        column.addWidget(Label(said, "caption", "text-2", wrap=True))
        for item_id, bulbs in self.bulbs.items():
            bulbs.rated.connect(partial(self.rated.emit, item_id))

    def show_scores(self, debrief: Debrief) -> None:
        """Show what was rated."""
        for item, bulbs in self.bulbs.items():
            bulbs.setValue(debrief.score(item) or 0)

    def first(self) -> QWidget:
        """Return the first rating."""
        return next(iter(self.bulbs.values()))


class WaysToRaise(Card):
    """What could be said of a line that was low twice; it vanishes where none was."""

    def __init__(self, ratings: PrivateRatings) -> None:
        super().__init__("quiet-card")
        self._labels = {item.id: item.label for item in ratings.items}
        self.lines = Label("", "quote", wrap=True, size=15)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.heading = Label("", "section", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        lead = self.tr("If you want to raise it, these are ways to begin:")
        column.addWidget(Label(lead, "body", "text-2", wrap=True))
        for way in ratings.ways_to_raise_it:
            column.addWidget(Label(self.tr("“{0}”").format(way), "body", wrap=True))
        for note in ratings.reading_your_scores[-1:]:
            column.addWidget(Label(note, "caption", "text-2", wrap=True))
        self.hide()

    def show_items(self, items: Sequence[str]) -> None:
        """Show which lines were low twice."""
        lines = [self._labels[item] for item in items if item in self._labels]
        one = self.tr("This line was low last time, too")
        self.heading.setText(
            counted(len(lines), one, self.tr("These lines were low last time, too"))
        )
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(lines))


class Prompts(QWidget):
    """The questions that a template asks afterwards; it vanishes without any."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "writing", "text-2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("To think about"), "section"))
        column.addWidget(self.words)

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show these."""
        self.words.setText("\n".join(questions))
        self.setVisible(bool(questions))


class NextStep(QWidget):
    """What to do next, which can become an action; `write` keeps it for a session."""

    def __init__(self, context: Context, write: Callable[[Id, str], object]) -> None:
        super().__init__()
        self._context = context
        self._session: Session | None = None
        heading = Label(self.tr("What I do next"), "section")
        self.field = WrittenField(context, write, role="body", lines=2, name=heading.text())
        self.make = Button(self.tr("Make it an action"), "ghost", icon="square-check")
        heading.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(self.field)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textChanged.connect(self._show_use)
        self.make.clicked.connect(self._make)

    def show_step(self, session: Session, step: str) -> None:
        """Show the step of a session; what is being typed for the same one stays."""
        self._session = session
        self.field.show_text(session.id, step)
        self._show_use()

    def flush(self) -> None:
        """Keep what was typed; raises AppError where that fails."""
        self.field.typed.flush()

    def _show_use(self) -> None:
        written = bool(self.field.toPlainText().strip())
        why = "" if written else self.tr("Write what you do next first.")
        self.make.setEnabled(written)
        self.make.setToolTip(why)
        self.make.setAccessibleDescription(why)

    def _make(self) -> None:
        """Add the step to what is to be done, with whom and by when as it says."""
        session, vault = self._session, self._context.vault
        if session is None:
            return
        self.field.typed.keep()
        known = tuple(Named(row.id, row.name) for row in listed(vault.read))
        people = People(known, session.person, me_words())
        reader = LineReader(self._context.today(), people, action_language())
        line = " ".join(self.field.toPlainText().split())
        read = reader.read(line)
        if not read.who.settled or not read.words:
            read = reader.read(reader.as_words(line))
        action = Action(
            title=read.words or line,
            session=session.id,
            person=read.who.person or session.person,
            mine=read.who.mine,
            due=read.due,
        )
        if self._context.perform(lambda: actions.add_action(vault, action)):
            self._context.messages.say(self.tr("Added to the actions"), undo=True)


class Following(QWidget):
    """When one meets again, or that it is not planned; `navigate` carries a Destination."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._to: Destination | None = None
        self.words = Label("", "body", "text-2", wrap=True)
        self.go = Button("", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.go.clicked.connect(lambda: self.navigate.emit(self._to))

    def show_next(self, session: Session, following: Session | None) -> None:
        """Show the session that comes after one, if it is planned."""
        if following is None:
            self._to = Destination("sessions", session.person, Kind.PERSON, act="new")
            self.words.setText(self.tr("No next session is planned yet."))
            self.go.setText(self.tr("Plan the next one"))
        else:
            day = weekday_and_day(following.day, self._context.today())
            self._to = Destination("sessions", following.id, Kind.SESSION)
            self.words.setText(self.tr("The next session is on {day}.").format(day=day))
            self.go.setText(self.tr("Prepare it"))


def _rating_row(label: str, bulbs: Bulbs) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    words = Label(label, "body", wrap=True)
    words.setBuddy(bulbs)
    row.addWidget(words, 1)
    row.addWidget(bulbs, 0, Qt.AlignmentFlag.AlignTop)
    return row
