"""The parts of one line of the ledger: head, items, what became of it, a note, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.clock import Moment
from app.domain.packs import Mark
from app.queries.ledger import LedgerDetail, LedgerItem, MarkRow
from ui import labels
from ui.person_words import person_words
from ui.share.ledger_words import (
    MARK_ICONS,
    left_words,
    mark_words,
    marked_words,
    standing_words,
    unnamed_words,
    until_words,
)
from ui.share.type_words import type_words
from ui.share.words import (
    KIND_ICONS,
    fingerprint,
    first_name,
    items_words,
    pages_words,
    size_words,
)
from ui.shared_words import now_words
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.section import Section
from ui.widgets.styling import Rule
from ui.widgets.text import Elided, Label

_NAMED = 180
translate = QCoreApplication.translate


class LedgerHead(QWidget):
    """What it was, when and for whom; `marked` carries a Mark to note."""

    marked = Signal(object)

    def __init__(self, found: LedgerDetail, today: date) -> None:
        super().__init__()
        self.again = Button(self.tr("Use again"), icon="rotate-ccw")
        self.mark = Button(self.tr("Mark as\u2026"), trailing="chevron-down")
        name = first_name(found.shared.recipient)
        self.seen = Button(self.tr("What {name} has seen").format(name=name), "link", icon="eye")
        self.seen.setVisible(bool(found.row.person))
        self.seen.setProperty("flush", "true")
        self.again.setToolTip(self.tr("Begin a new draft with the same items"))
        self.mark.clicked.connect(self._open_menu)
        self._lay_out(found, today)

    def menu(self) -> QMenu:
        """What there is to note."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in Mark:
            menu.addAction(mark_words(mark), partial(self.marked.emit, mark))
        return menu

    def _lay_out(self, found: LedgerDetail, today: date) -> None:
        shared = found.shared
        when = Moment(shared.at, shared.offset)
        saved = self.tr("Saved {day}, {time}, for {person}").format(
            day=labels.short_day(when.day, today),
            time=labels.clock(when.local),
            person=person_words(shared.recipient, shared.relation),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = shared.title or shared.purpose
        column.addWidget(Label(title[:_NAMED], "heading", wrap=True, size=17))
        column.addWidget(Label(saved, "caption", "text-2", wrap=True))
        for words in self._about(found, today):
            column.addWidget(Label(words, "caption", "text-2", wrap=True))
        if standing := standing_words(found.row, today):
            column.addWidget(_standing(found.row.mark, standing))
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        flow.addWidget(self.again)
        flow.addWidget(self.mark)
        column.addSpacing(10)
        column.addWidget(row)
        column.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignLeft)

    def _about(self, found: LedgerDetail, today: date) -> list[str]:
        shared = found.shared
        kind = type_words(shared.type)
        if shared.title and shared.purpose:
            kind = self.tr("{kind}, for: {purpose}").format(kind=kind, purpose=shared.purpose)
        said = [kind, unnamed_words(shared.unnamed)]
        if shared.until is not None and found.row.lapsed(today) is None:
            said.append(until_words(shared.until, today))
        return [words for words in said if words]

    def _open_menu(self) -> None:
        self.menu().popup(self.mark.mapToGlobal(self.mark.rect().bottomLeft()))


class LedgerItems(QWidget):
    """What left: each item with its fields, what of it was withheld, and how it is now."""

    def __init__(self, found: LedgerDetail, today: date) -> None:
        super().__init__()
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.addWidget(Label(items_words(len(found.items)), "section"), 1)
        day = labels.short_day(Moment(found.shared.at, found.shared.offset).day, today)
        read = self.tr("as they read on {day}").format(day=day)
        head.addWidget(Label(read, "caption", "text-2"))
        column.addLayout(head)
        column.addSpacing(4)
        for item in found.items:
            column.addWidget(_ItemRow(item))
            column.addWidget(Rule())


class _ItemRow(QWidget):
    """One item that left."""

    def __init__(self, item: LedgerItem) -> None:
        super().__init__()
        title = item.title or self.tr("An entry without a title")
        line, words = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(8)
        words.setSpacing(0)
        words.addWidget(Elided(title))
        left = left_words(item)
        if left:
            words.addWidget(Label(left, "caption", "text-2", wrap=True))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(Picture(KIND_ICONS[item.kind], "text-2"), 0, top)
        line.addLayout(words, 1)
        now = now_words(item)
        if item.changed:
            line.addWidget(Picture("git-compare", "lamp-text", 14), 0, top)
            line.addWidget(Label(now, "caption", "lamp-text", weight=500), 0, top)
        elif now:
            line.addWidget(Label(now, "caption", "text-2"), 0, top)
        self.setAccessibleName(". ".join(part for part in (title, left, now) if part))


class LedgerMarks(Section):
    """What became of the copy, as it was noted, oldest first."""

    def __init__(self, marks: Sequence[MarkRow], today: date) -> None:
        super().__init__("", gap=4)
        self.heading.setText(self.tr("What became of it"))
        for marked in marks:
            self.column.addWidget(_standing(marked, marked_words(marked, today)))


class DeletionNote(Section):
    """A note that asks the reader to delete the file."""

    def __init__(self, found: LedgerDetail, today: date) -> None:
        name = first_name(found.shared.recipient)
        super().__init__("")
        self.heading.setText(self.tr("Ask {name} to delete it").format(name=name))
        day = labels.short_day(Moment(found.shared.at, found.shared.offset).day, today)
        note = self.tr("Hello {name}, would you delete the PDF from {day}? Thank you.")
        if found.changed:
            note = self.tr(
                "Hello {name}, would you delete the PDF from {day}? It is out of date. Thank you."
            )
        self.words = note.format(name=name, day=day)
        if found.owner:
            self.words += f"\n{found.owner}"
        self.copy = Button(self.tr("Copy the note"), icon="copy")
        self.column.addWidget(Label(self.words, "caption", "text-2", wrap=True))
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)


class LedgerFoot(QWidget):
    """The file: its name, pages, size, passphrase and fingerprint."""

    def __init__(self, found: LedgerDetail, today: date) -> None:
        super().__init__()
        shared = found.shared
        day = labels.short_day(Moment(shared.at, shared.offset).day, today)
        locked = self.tr("with a passphrase") if shared.passphrase else self.tr("no passphrase")
        facts = (shared.file_name, pages_words(shared.pages), size_words(shared.size), locked)
        digits = fingerprint(shared.sha256, groups=3)
        self.copy = Button(self.tr("Copy the whole fingerprint"), "link")
        self.copy.setProperty("flush", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addSpacing(12)
        for words in (
            ", ".join(fact for fact in facts if fact),
            self.tr("Read back on {day}: nothing withheld was found.").format(day=day),
            self.tr("Fingerprint {digits}").format(digits=digits),
        ):
            column.addWidget(Label(words, "caption", "text-2", wrap=True))
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)


def _standing(marked: MarkRow | None, words: str) -> QWidget:
    """What became of the copy, with its icon; until when it was meant has none."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(6)
    if marked is not None:
        row.addWidget(Picture(MARK_ICONS[marked.mark], "curtain-text", 14))
    colour = "text-2" if marked is None else "curtain-text"
    row.addWidget(Label(words, "caption", colour, wrap=True), 1)
    return holder
