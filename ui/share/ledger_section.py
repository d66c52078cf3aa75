"""The ledger on the Share page: its heading, what narrows it, the table, and what is checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id, Kind
from app.queries.ledger import LedgerRow
from ui import labels
from ui.context import Context, Destination
from ui.share.file_check import FileCheck
from ui.share.ledger_table import LedgerTable
from ui.share.ledger_words import standing_words
from ui.share.type_words import type_words
from ui.share.words import counted, first_name
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.line_edit import LineEdit
from ui.widgets.notices import EmptyState
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.text import Label

_FILTERED_ABOVE = 12
_APART = 24
_NAMED = "name:"


class LedgerSection(QWidget):
    """Every PDF that was saved, narrowed by words and by who it was for.

    `navigate` carries a Destination.
    """

    navigate = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[LedgerRow, ...] = ()
        self._names: dict[str, str] = {}
        self.table = LedgerTable()
        self.check = FileCheck(context)
        self.filter = LineEdit(self.tr("Filter"), icon="search", name=self.tr("Filter the ledger"))
        self.person = Choice(name=self.tr("Saved for"))
        self.seen = Button("", "link", icon="eye")
        self.check_file = Button(self.tr("Check a file\u2026"), "link", icon="file-input")
        self._copy = Button(self.tr("Copy as text"), "link", icon="copy")
        self._since = Label("", "caption", "text-2")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title, self._tools = QWidget(), QWidget()
        self._narrowing = QWidget()
        self._nothing = EmptyState(
            self.tr("No line matches."), self.tr("Every line is still there."), [self._clearing()]
        )
        self._lay_out()
        self._connect()

    # Methods

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show the ledger as it is now; what narrows it stays."""
        self._rows = tuple(rows)
        self._offer_people()
        self.filter.setVisible(len(rows) > _FILTERED_ABOVE or bool(self.filter.text()))
        self._narrowing.setHidden(self.filter.isHidden() and self.person.isHidden())
        self._narrow()

    def show_person(self, person: Id) -> None:
        """Show what was saved for somebody alone."""
        self.filter.clear()
        self.person.set_value(person)
        self._narrow()

    def select(self, line: Id) -> None:
        """Make a line the current one; what narrows the ledger gives way to it."""
        if not self.table.select(line):
            self.clear()
            self.table.select(line)

    def clear(self) -> None:
        """Show every line again."""
        self.filter.clear()
        self.person.set_value(NO_ID)
        self._narrow()

    def copy(self) -> None:
        """Put the lines that are shown on the clipboard."""
        QGuiApplication.clipboard().setMimeData(unremembered(self.table.as_text()))
        self._context.messages.say(self.tr("Ledger copied"))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the heading where both have no room in a line."""
        super().resizeEvent(event)
        title = self._title.sizeHint().width()
        room = title + self._tools.sizeHint().width() + current_theme().px(_APART) <= self.width()
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if room else direction.TopToBottom)

    # Building

    def _lay_out(self) -> None:
        title = QHBoxLayout(self._title)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(8)
        title.addWidget(Picture("send", "curtain-text"))
        title.addWidget(Label(self.tr("Ledger"), "section"))
        title.addStretch()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._tools)
        flow = FlowLayout(self._tools, gap=14, row_gap=0)
        for widget in (self._since, self.check_file, self._copy):
            flow.addWidget(widget)
        narrow = QHBoxLayout(self._narrowing)
        narrow.setContentsMargins(0, 4, 0, 8)
        narrow.setSpacing(8)
        narrow.addWidget(self.filter, 1)
        narrow.addWidget(self.person)
        narrow.addWidget(self.seen)
        narrow.addStretch()
        self.filter.setAcceptDrops(False)
        words = self.tr(
            "Greenroom records the file it saved. Whether and how you sent it, only you know."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self._narrowing)
        column.addWidget(self.check)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addSpacing(8)
        column.addWidget(Label(words, "caption", "text-2", wrap=True))
        column.addStretch()

    def _clearing(self) -> Button:
        button = Button(self.tr("Clear filters"))
        button.clicked.connect(self.clear)
        return button

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy)
        self.table.copied.connect(self.copy)
        self.check_file.clicked.connect(self.check.choose)
        self.check.found.connect(lambda line: self.select(Id(line)))
        self.filter.textChanged.connect(self._narrow)
        self.person.picked.connect(lambda _: self._narrow())
        self.seen.clicked.connect(self._show_seen)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._find)

    # Private

    def _offer_people(self) -> None:
        """Everybody something was saved for, by name; the one who is chosen stays."""
        known = {each.id: each.name for each in self._context.vault.read.all(Person)}
        self._names = {_key(row): known.get(row.person, row.line.recipient) for row in self._rows}
        names = sorted(self._names.items(), key=lambda each: each[1].casefold())
        twice = Counter(self._names.values())
        lines = Counter(map(_key, self._rows))
        options: list[tuple[str, object]] = [(self.tr("Everybody"), NO_ID)]
        for key, name in names:
            words = name or self.tr("Nobody by name")
            if twice[name] > 1:
                form = self.tr("{name} ({n})")
                words = form.format(name=words, n=labels.number(lines[key]))
            options.append((words, key))
        self.person.set_options(options)
        self.person.setVisible(len(names) > 1)

    def _narrow(self) -> None:
        key, today = self.person.value() or NO_ID, self._context.today()
        words = self.filter.text().casefold().split()
        rows = [row for row in self._rows if key in (NO_ID, _key(row))]
        if words:
            told = ((row, self._told(row).casefold()) for row in rows)
            rows = [row for row, text in told if all(word in text for word in words)]
        self.table.show_rows(rows, today)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows and bool(self._rows))
        known = bool(key) and not str(key).startswith(_NAMED)
        self.seen.setVisible(known)
        if known:
            name = first_name(self._names.get(str(key), ""))
            self.seen.setText(self.tr("What {name} has seen").format(name=name))
        self._show_since(len(rows))

    def _told(self, row: LedgerRow) -> str:
        line = row.line
        noted = standing_words(row, self._context.today())
        parts = (line.recipient, line.purpose, line.title, line.file_name, type_words(line.type))
        return "\n".join((*parts, noted, labels.short_day(line.when.day, self._context.today())))

    def _show_since(self, shown: int) -> None:
        if not self._rows:
            return
        every = len(self._rows)
        if shown < every:
            form = self.tr("{shown} of {n} PDFs")
            words = form.format(shown=labels.number(shown), n=labels.number(every))
        else:
            one = QT_TRANSLATE_NOOP("Share", "1 PDF since {day}")
            many = QT_TRANSLATE_NOOP("Share", "%n PDFs since {day}")
            day = labels.short_day(self._rows[-1].when.day, self._context.today())
            words = counted(one, many, every).format(day=day)
        self._since.setText(words)

    def _show_seen(self) -> None:
        self.navigate.emit(Destination("people", Id(str(self.person.value())), Kind.PERSON))

    def _find(self) -> None:
        if self.filter.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _key(row: LedgerRow) -> str:
    """Who a line was for: their id where they are known, else the name that it keeps."""
    return row.person or f"{_NAMED}{row.line.recipient}"
