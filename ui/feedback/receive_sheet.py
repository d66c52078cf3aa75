"""The sheet that takes a reply in: a PDF that came back, or the text of a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.forms import Asked
from app.errors import AppError
from app.queries.feedback_asking import OpenRequest, open_requests
from app.replies import limits
from app.replies.errors import ReplyTooLargeError
from app.replies.reading import read_file, read_text
from app.replies.reply import Reply
from app.sharing.fingerprint import FileUnreadableError
from ui.context import Context
from ui.forms import Form
from ui.messages import choose_file, sentence
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import MultiLine
from ui.widgets.notices import Banner
from ui.widgets.progress import Progress

_PATIENCE: Final = 400
_NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """What came: the bytes of a file, or a text."""

    data: bytes = b""
    text: str = ""

    def read(self, asked: Sequence[Asked], chosen: Asked | None) -> Reply:
        """What it answers; it may run on any thread."""
        if self.data:
            return read_file(self.data, asked, chosen)
        return read_text(self.text, asked, chosen)


class ReceiveSheet(Form):
    """Reads a reply apart from everything else; `reply` is what it says, once it was accepted.

    Where nobody can tell which request it answers, the mentee is asked. `by_hand_asked` leads to
    the fields to type in what cannot be read.
    """

    by_hand_asked = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        title = QCoreApplication.translate("ReceiveSheet", "Take in a reply")
        lede = QCoreApplication.translate(
            "ReceiveSheet", "Only the answers are read, as plain text. Nothing in it is opened."
        )
        super().__init__(context, title, parent, draft="feedback.receive", subtitle=lede)
        self.reply: Reply | None = None
        self.answers: OpenRequest | None = None
        self._asked = 0
        self._source = Source()
        self._requests: tuple[OpenRequest, ...] = ()
        self._notices = QVBoxLayout()
        self.choose = Button(self.tr("Choose a PDF\u2026"), icon="file-input")
        self.by_hand = Button(self.tr("Type the answers in"), "link", icon="pencil")
        self.progress = Progress(self.tr("Reading the reply"))
        self.which = Choice()
        self.which.give_way()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(self.progress.show)
        self._lay_out()
        self.read = self.add_buttons(self.tr("Read it"))
        self.setAcceptDrops(True)
        self._connect()
        self.begin()

    # Methods

    def take_file(self, path: Path) -> None:
        """Read a file."""
        try:
            if path.stat().st_size > limits.FILE_BYTES:
                raise ReplyTooLargeError
            data = path.read_bytes()
        except OSError:
            self._fail(self._asked, FileUnreadableError())
        except AppError as error:
            self._fail(self._asked, error)
        else:
            self._begin(Source(data=data))

    def submit(self) -> None:
        """Read the text, or what was read before for the request that was chosen."""
        if self.fields["which"].isVisible():
            self._take_choice()
        elif self.text("text"):
            self._begin(Source(text=self.text("text")))
        else:
            self.show_field_error("text", self.tr("Paste what they wrote, or choose the PDF."))

    def reject(self) -> None:
        """Close; what is still being read is dropped."""
        self._asked += 1
        super().reject()

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Offer to read a file."""
        if one_file(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file."""
        if path := one_file(event.mimeData().urls()):
            event.acceptProposedAction()
            self.take_file(path)

    # Building

    def _lay_out(self) -> None:
        self.body.addLayout(self._notices)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.choose)
        row.addWidget(self.by_hand)
        row.addStretch()
        self.body.addLayout(row)
        words = self.tr("The whole message, with what they wrote between the questions.")
        text = MultiLine(lines=7)
        self.add_field("text", Field(self.tr("Or paste what they wrote"), text, help_text=words))
        self.fields["which"] = Field(self.tr("Which request does it answer?"), self.which)
        self.fields["which"].hide()
        self.body.addWidget(self.fields["which"])
        self.body.addWidget(self.progress)
        self.progress.hide()
        self.focus_first(self.choose)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.by_hand.clicked.connect(self._type_in)

    # Private

    def _choose(self) -> None:
        title = self.tr("Choose the PDF that came back")
        choose_file(self, title, Path.home(), self.take_file, suffix="pdf")

    def _type_in(self) -> None:
        self.reject()
        self.by_hand_asked.emit()

    def _begin(self, source: Source, chosen: OpenRequest | None = None) -> None:
        """Read in another process, and hear of it unless the sheet closed meanwhile."""
        self._clear()
        self._source, self._asked = source, self._asked + 1
        asked = self._asked
        self._requests = open_requests(self.context.vault.read)
        forms = [each.form for each in self._requests]
        form = chosen.form if chosen else None
        self.read.set_working(working=True)
        self._late.start()
        self.context.jobs.submit(
            lambda: source.read(forms, form),
            lambda reply: self._take(asked, reply, form),
            lambda error: self._fail(asked, error),
        )

    def _settled(self, asked: int) -> bool:
        if not shiboken6.isValid(self) or asked != self._asked:
            return False
        self._late.stop()
        self.progress.hide()
        self.read.set_working(working=False)
        return True

    def _take(self, asked: int, reply: Reply, chosen: Asked | None) -> None:
        if not self._settled(asked):
            return
        self.reply = reply
        if reply.asked is not None or chosen is not None:
            self._finish(reply.asked or chosen)
        elif self._requests:
            self._ask_which(reply)
        else:
            self._finish(None)

    def _ask_which(self, reply: Reply) -> None:
        """Ask which request it answers, those first that fit."""
        codes = {each.code for each in reply.candidates}
        found = sorted(self._requests, key=lambda each: each.form.code not in codes)
        none = (self.tr("None of these"), _NONE)
        self.which.set_options([*((self._words(each), each.id) for each in found), none])
        self.fields["which"].show()
        self.fields["text"].hide()
        many, known = (
            self.tr("It may answer several of your requests."),
            self.tr("It does not say which of your requests it answers."),
        )
        self._say(Banner("lamp", many if codes else known))
        self.which.setFocus()

    def _words(self, request: OpenRequest) -> str:
        parts = (request.who, request.name, request.about)
        return ", ".join(part for part in parts if part)

    def _take_choice(self) -> None:
        chosen = next((each for each in self._requests if each.id == self.which.value()), None)
        if chosen is None:
            self._finish(None)
        else:
            self._begin(self._source, chosen)

    def _finish(self, asked: Asked | None) -> None:
        found = (each for each in self._requests if asked and each.form.code == asked.code)
        self.answers = next(found, None)
        self.put("text", "")
        self.context.perform(self.keep)
        self.accept()

    def _fail(self, asked: int, error: AppError) -> None:
        if self._settled(asked):
            self._say(Banner("danger", sentence(error)))
            self.by_hand.setFocus()

    def _say(self, banner: Banner) -> None:
        self._clear()
        self._notices.addWidget(banner)
        banner.announce()

    def _clear(self) -> None:
        while item := self._notices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def one_file(urls: Sequence[object]) -> Path | None:
    """The file that is dragged, if it is one and lies on this computer."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]  # type: ignore[attr-defined] # a QUrl
    return paths[0] if len(paths) == 1 and paths[0].suffix.casefold() == ".pdf" else None
