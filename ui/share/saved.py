"""Step 4: the file is on disk, was read back, and has its line in the ledger."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.packs import Shared
from app.operations.packs import BuiltPdf
from ui.context import Context
from ui.share.columns import TwoColumns
from ui.share.frame import page_heading
from ui.share.preview import Pages
from ui.share.searched import searched_words
from ui.share.words import (
    counted,
    fingerprint,
    first_name,
    items_words,
    pages_words,
    size_words,
)
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Elided, Label

_THUMB = 168


class SavedStep(TwoColumns):
    """What was saved, what was looked for in it, and what to do next."""

    ledger_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self._sha256 = ""
        self._message = ""
        self._file = Elided("", "section")
        self._about = Elided("", "body", "text-2")
        self._looked = Label("", "body", "text-2")
        self._checks = QVBoxLayout()
        self._print = Label("", "body", numbers=True)
        self._page = QLabel()
        self._page.setFrameShape(QLabel.Shape.Box)
        self._caption = Label("", "caption", "text-2")
        self._tell = QWidget()
        self._tell_words = Label("", "caption", "text-2", wrap=True)
        self._ledger = Label("", "caption", "text-2", wrap=True)
        self._lay_out_main()
        self._lay_out_side()

    def show_saved(self, built: BuiltPdf, line: Shared, path: Path, passphrase: str | None) -> None:
        """Show what was saved where; the passphrase only opens the picture of the first page.

        Another copy of the same file keeps that picture and needs no passphrase.
        """
        if line.sha256 != self._sha256:
            self._show_page(built, passphrase)
        self._path, self._sha256 = path, line.sha256
        name = first_name(line.recipient)
        self._file.setText(path.name)
        facts = [path.parent.name, pages_words(line.pages), size_words(line.size)]
        facts.append(
            self.tr("with passphrase") if line.passphrase else self.tr("without passphrase")
        )
        self._about.setText(", ".join(fact for fact in facts if fact))
        self._print.setText(fingerprint(line.sha256))
        self._show_checks(built)
        self._tell.setVisible(line.passphrase)
        tell = self.tr(
            "Tell {name} the passphrase in person or by phone, not in the same message as the file."
        )
        self._tell_words.setText(tell.format(name=name))
        words = self.tr("The ledger has a new line: {items} to {person}, for: {purpose}")
        self._ledger.setText(
            words.format(
                items=items_words(len(line.items)), person=line.recipient, purpose=line.purpose
            )
        )
        self._message = self._worded(name, line)

    # Private

    def _lay_out_main(self) -> None:
        title = Label(self.tr("Saved, and read back"), "title", size=26, wrap=True)
        lede = self.tr("The file was opened again and searched for everything that stays.")
        self.main.addLayout(page_heading(title, Label(lede, "body", "text-2", wrap=True)))
        self.main.addSpacing(18)
        self.main.addWidget(self._file_card())
        self.main.addSpacing(24)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Nothing withheld was found"), "section"), 1)
        head.addWidget(self._looked)
        self.main.addLayout(head)
        self.main.addSpacing(4)
        self._checks.setSpacing(0)
        self.main.addLayout(self._checks)
        self.main.addSpacing(8)
        searched = self.tr(
            "Searched: text, document details, bookmarks, links, alt texts, attachments and form "
            "fields."
        )
        self.main.addWidget(Label(searched, "caption", "text-2", wrap=True))
        self.main.addSpacing(24)
        self._add_fingerprint()

    def _file_card(self) -> Card:
        card = Card("card")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._file)
        words.addWidget(self._about)
        folder = Button(self.tr("Show in folder"), icon="folder-open")
        folder.clicked.connect(self._show_folder)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(Picture("file-lock-2", "curtain-text", 24))
        row.addLayout(words, 1)
        row.addWidget(folder)
        return card

    def _add_fingerprint(self) -> None:
        copy = Button(self.tr("Copy all of it"), "link", icon="copy")
        copy.clicked.connect(lambda: self._copy(self._sha256, self.tr("Fingerprint copied")))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.tr("Fingerprint"), "section"))
        words.addWidget(self._print)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(copy)
        self.main.addLayout(row)
        self.main.addSpacing(4)
        later = self.tr("SHA-256. It shows later whether a file is the one you saved.")
        self.main.addWidget(Label(later, "caption", "text-2", wrap=True))

    def _lay_out_side(self) -> None:
        frame = Card("thumbnail")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 18, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignHCenter)
        self.side.addWidget(frame)
        _note(self._tell, "key-round", self._tell_words)
        self.side.addWidget(self._tell)
        ledger = Button(self.tr("Open ledger"), "link")
        ledger.clicked.connect(self.ledger_asked)
        self.side.addWidget(_note(QWidget(), "history", self._ledger, ledger))
        message = self.tr("A short message to go with it, for you to paste.")
        copy = Button(self.tr("Copy message"), "link")
        copy.clicked.connect(lambda: self._copy(self._message, self.tr("Message copied")))
        words = Label(message, "caption", "text-2", wrap=True)
        self.side.addWidget(_note(QWidget(), "mail", words, copy))

    def _show_checks(self, built: BuiltPdf) -> None:
        while item := self._checks.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lines = searched_words(built)
        one = QT_TRANSLATE_NOOP("Share", "1 detail looked for")
        many = QT_TRANSLATE_NOOP("Share", "%n details looked for")
        self._looked.setText(counted(one, many, len(lines)))
        for words in lines:
            self._checks.addWidget(_check(words, self.tr("Not in the file")))
            self._checks.addWidget(Rule())

    def _show_page(self, built: BuiltPdf, passphrase: str | None) -> None:
        pages = Pages(self)
        pages.load(built.data, passphrase)
        ratio = self.devicePixelRatioF()
        picture = pages.picture(0, round(current_theme().px(_THUMB) * ratio))
        picture.setDevicePixelRatio(ratio)
        self._page.setPixmap(QPixmap.fromImage(picture))
        words = self.tr("Page 1 of {pages}, as it was saved").format(pages=built.pages)
        self._page.setAccessibleName(words)
        self._caption.setText(words)
        pages.close()
        pages.deleteLater()

    def _worded(self, name: str, line: Shared) -> str:
        words = self.tr(
            "Hello {name}, here is a PDF I made for you, for one purpose: {purpose}. Please keep "
            "it to yourself and ask me before you pass it on."
        )
        text = words.format(name=name, purpose=line.purpose.rstrip("."))
        if line.passphrase:
            text += " " + self.tr("I will tell you the passphrase separately.")
        return text

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(text))
        self._context.messages.say(said)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _note(holder: QWidget, icon: str, words: Label, button: Button | None = None) -> QWidget:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Picture(icon, "text-2"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(words)
    if button is not None:
        button.setProperty("flush", "true")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(column, 1)
    return holder


def _check(words: str, result: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 9, 0, 9)
    line.setSpacing(12)
    line.addWidget(Picture("circle-check", "accent"))
    line.addWidget(Elided(words), 1)
    line.addWidget(Label(result, "caption", "text-2"))
    return row
