"""What the ledger knows of one PDF, and what has changed since."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.ids import NO_ID, Id
from app.domain.packs import Shared
from app.errors import NotFoundError
from app.queries.ledger import LedgerDetail, LedgerItem, detail
from ui import labels
from ui.context import Context
from ui.person_words import person_words
from ui.share.words import (
    KIND_ICONS,
    fields_words,
    fingerprint,
    first_name,
    items_words,
    pages_words,
    size_words,
)
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Elided, Label

_NAMED = 60


class LedgerPane(QWidget):
    """One line of the ledger in full; nothing of it can be edited."""

    reused = Signal(str)
    """The id of the pack to start again from."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.line: Id = NO_ID
        self._note = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 32, 24, 24)
        self._column.setSpacing(0)
        self._inside: QWidget | None = None

    def show_line(self, line: Id) -> bool:
        """Show a line as it compares with the vault now; False where there is none."""
        self.line = line
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        if not line:
            return False
        try:
            found = detail(self._context.vault, line, self._context.library)
        except NotFoundError:
            return False
        self._inside = self._filled(found)
        self._column.addWidget(self._inside)
        return True

    # Private

    def _filled(self, found: LedgerDetail) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_head(column, found)
        self._add_items(column, found)
        if found.changed:
            column.addSpacing(18)
            column.addWidget(self._changed(found))
        self._add_deletion(column, found)
        self._add_foot(column, found.shared)
        column.addStretch()
        return inside

    def _add_head(self, column: QVBoxLayout, found: LedgerDetail) -> None:
        shared = found.shared
        title = shared.title or shared.purpose
        column.addWidget(Label(title[: _NAMED * 3], "heading", wrap=True, size=17))
        when = Moment(shared.at, shared.offset)
        words = self.tr("Saved {day}, {time}, for {person}")
        words = words.format(
            day=labels.short_day(when.day, self._context.today()),
            time=labels.clock(when.local),
            person=person_words(shared.recipient, shared.relation),
        )
        column.addWidget(Label(words, "caption", "text-2", wrap=True))
        if found.pack is not None:
            again = Button(self.tr("Use again"), icon="rotate-ccw")
            pack_id = found.pack.id
            again.clicked.connect(lambda: self.reused.emit(pack_id))
            column.addSpacing(12)
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(20)

    def _add_items(self, column: QVBoxLayout, found: LedgerDetail) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(items_words(len(found.items)), "section"), 1)
        when = Moment(found.shared.at, found.shared.offset)
        day = labels.short_day(when.day, self._context.today())
        read = self.tr("as they read on {day}").format(day=day)
        head.addWidget(Label(read, "caption", "text-2"))
        column.addLayout(head)
        column.addSpacing(4)
        for item in found.items:
            column.addWidget(self._item(item))
            column.addWidget(Rule())

    def _item(self, item: LedgerItem) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(8)
        line.addWidget(Picture(KIND_ICONS[item.kind], "text-2"))
        line.addWidget(Elided(item.title or self.tr("An entry without a title")), 1)
        if item.gone:
            line.addWidget(Label(self.tr("In the trash"), "caption", "text-2"))
        elif item.changed:
            line.addWidget(Picture("git-compare", "lamp-text", 14))
            line.addWidget(Label(self.tr("Changed"), "caption", "lamp-text", weight=500))
        return row

    def _changed(self, found: LedgerDetail) -> Card:
        card = Card("lamp")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("git-compare", "lamp-text"))
        head.addWidget(Label(self.tr("Changed since you saved it"), "section", "lamp-text"), 1)
        column.addLayout(head)
        for item in found.changed:
            title = item.title or self.tr("An entry without a title")
            words = self.tr("{title}: {fields}")
            words = words.format(title=title, fields=fields_words(item.changed))
            column.addWidget(Label(words, "body", wrap=True))
        copy = self.tr("{name}'s copy still reads as it did. It cannot be taken back.")
        name = first_name(found.shared.recipient)
        column.addWidget(Label(copy.format(name=name), "caption", "text-2", wrap=True))
        return card

    def _add_deletion(self, column: QVBoxLayout, found: LedgerDetail) -> None:
        name = first_name(found.shared.recipient)
        when = Moment(found.shared.at, found.shared.offset)
        day = labels.short_day(when.day, self._context.today())
        note = self.tr("Hello {name}, would you delete the PDF from {day}? Thank you.")
        if found.changed:
            note = self.tr(
                "Hello {name}, would you delete the PDF from {day}? It is out of date. Thank you."
            )
        self._note = note.format(name=name, day=day)
        if found.owner:
            self._note += f"\n{found.owner}"
        copy = Button(self.tr("Copy the note"), icon="copy")
        copy.clicked.connect(self._copy_note)
        column.addSpacing(26)
        column.addWidget(Label(self.tr("Ask {name} to delete it").format(name=name), "section"))
        column.addWidget(Label(self._note, "caption", "text-2", wrap=True))
        column.addSpacing(8)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_foot(self, column: QVBoxLayout, shared: Shared) -> None:
        column.addSpacing(20)
        column.addWidget(Rule())
        column.addSpacing(12)
        when = Moment(shared.at, shared.offset)
        day = labels.short_day(when.day, self._context.today())
        read = self.tr("Read back on {day}: nothing withheld was found.").format(day=day)
        facts = ", ".join((shared.file_name, pages_words(shared.pages), size_words(shared.size)))
        digits = fingerprint(shared.sha256, groups=3)
        mark = self.tr("Fingerprint {digits}").format(digits=digits)
        for words in (facts, read, mark):
            column.addWidget(Label(words, "caption", "text-2", wrap=True))
        copy = Button(self.tr("Copy the whole fingerprint"), "link")
        copy.setProperty("flush", "true")
        copy.clicked.connect(lambda: self._copy(shared.sha256, self.tr("Fingerprint copied")))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy_note(self) -> None:
        self._copy(self._note, self.tr("Note copied"))

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.messages.say(said)
