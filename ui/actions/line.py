"""The line that adds an action as it is typed: what was understood is shown before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.action_line import ActionLine, LineReader
from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id
from app.domain.mentions import MINE, Named, People, Who
from app.queries.people import PersonRow, listed
from ui.actions.words import action_language, due_words, me_words
from ui.context import Context
from ui.labels import weekday_and_day
from ui.widgets.chip import Chip
from ui.widgets.line_edit import LineEdit
from ui.widgets.plain import tooltip, unmarked
from ui.widgets.text import Elided


@dataclass(frozen=True, slots=True)
class TypedAction:
    """What a line said once it was taken.

    `person` is who does it, NO_ID for the mentee; `newcomer` is somebody who is new.
    """

    words: str
    person: Id
    due: date | None
    newcomer: Person | None = None


class ActionLineField(QWidget):
    """Reads "@Ruth introduce me by Fri" while it is typed; Enter takes it.

    `added` carries a TypedAction. Where it is not clear who is meant, Enter asks. What was typed
    and not taken is kept as a draft under `draft`.
    """

    added = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = ""
        self._people: dict[Id, PersonRow] = {}
        self._reader = LineReader(context.today())
        self.field = LineEdit("", name=self.tr("Add an action"))
        self.words = Elided("", "caption", "text-2")
        self.who = Chip("", "evidence", icon="user")
        self.due = Chip("", "evidence", icon="calendar")
        self._understood = QWidget()
        self._lay_out()
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self.take)
        self.who.clicked.connect(self._ask)
        self._show()

    # Properties

    def typed(self) -> ActionLine:
        """What the line says now."""
        return self._reader.read(self.field.text())

    # Methods

    def begin(self, draft: str, present: Id = NO_ID) -> None:
        """Add actions somewhere, with somebody `present`; another draft's line comes back."""
        self._read_people(present)
        if draft != self._draft:
            self.flush()
            self._draft = draft
            self.field.setText(self._context.vault.read.draft(draft) or "")
        self._show()

    def flush(self) -> None:
        """Keep what was typed and not taken."""
        if not self._draft:
            return
        vault, typed = self._context.vault, self.field.text().strip() or None
        if typed != vault.read.draft(self._draft):
            self._context.perform(lambda: vault.keep_draft(self._draft, typed))

    def take(self) -> None:
        """Add what is typed, or ask who is meant where that is not clear."""
        typed = self.typed()
        if not typed.words.strip():
            return
        if typed.who.settled:
            self._take(typed)
        else:
            self._ask()

    # Building

    def _lay_out(self) -> None:
        for chip in (self.who, self.due):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep = self.tr("Write \\ in front of it to keep it a word.")
        self.due.setToolTip(tooltip(keep))
        row = QHBoxLayout(self._understood)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.who)
        row.addWidget(self.due)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._understood)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _read_people(self, present: Id) -> None:
        reader = self._context.vault.read
        self._people = {row.id: row for row in listed(reader)}
        known = tuple(Named(row.id, row.name) for row in self._people.values())
        people = People(known, present, me_words())
        self._reader = LineReader(self._context.today(), people, action_language())
        them = self._people.get(present)
        name = them.short if them else self.tr("Ruth")
        hint = self.tr("@{name} … by Friday").format(name=name.split()[0])
        self.field.setPlaceholderText(hint)

    # Private

    def _show(self) -> None:
        """Show what is understood of the line."""
        typed, any_words = self.typed(), bool(self.field.text().strip())
        self._understood.setVisible(any_words)
        if not any_words:
            self.field.setAccessibleDescription(self.tr("Enter adds it."))
            return
        self.words.setText(typed.words)
        self._show_who(typed.who)
        self.due.setVisible(typed.due is not None)
        due = self._due_said(typed.due)
        if typed.due is not None:
            said = due_words(typed.due, self._context.today())
            day = weekday_and_day(typed.due, self._context.today())
            self.due.show_state(day, "evidence", said)
        parts = (typed.words, self.who.accessibleName(), due, self.tr("Enter adds it."))
        self.field.setAccessibleDescription(", ".join(part for part in parts if part))

    def _due_said(self, due: date | None) -> str:
        return due_words(due, self._context.today()) if due else ""

    def _show_who(self, who: Who) -> None:
        if who.mine:
            self.who.show_state(self.tr("You"), "evidence")
        elif who.settled:
            self.who.show_state(self._called(who.person), "evidence")
        elif who.candidates:
            self.who.show_state(self.tr("Which {name}?").format(name=who.name), "bring")
        else:
            self.who.show_state(self.tr("{name} is new").format(name=who.name), "bring")
        self.who.show_icon("user" if who.settled else "circle-question-mark")

    def _called(self, person: Id) -> str:
        row = self._people.get(person)
        return row.short if row else ""

    def _take(self, typed: ActionLine, newcomer: Person | None = None) -> None:
        said = self.field.accessibleDescription()
        taken = TypedAction(typed.words, typed.who.person, typed.due, newcomer)
        self.field.clear()
        self.flush()
        self.added.emit(taken)
        words = self.tr("Added: {0}").format(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _ask(self) -> None:
        """Offer whom a name could mean, where that is not clear."""
        typed = self.typed()
        if typed.who.settled or not typed.words.strip():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in typed.who.candidates:
            name = self._people[person].name
            menu.addAction(unmarked(name), partial(self._take, _done_by(typed, person)))
        if not typed.who.candidates:
            name = typed.who.name
            words = self.tr("Add {name} to your people").format(name=name)
            newcomer = Person(name=name, relation=Relation.OTHER)
            menu.addAction(unmarked(words), partial(self._take, typed, newcomer))
        menu.addSeparator()
        menu.addAction(self.tr("It is mine; the name is a word"), self._keep_as_word)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._understood.mapToGlobal(self._understood.rect().bottomLeft()))

    def _keep_as_word(self) -> None:
        """Make the mention one of the words."""
        self.field.setText(self._reader.as_words(self.field.text()))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _done_by(typed: ActionLine, person: Id) -> ActionLine:
    return replace(typed, who=Who(person=person) if person else MINE)
