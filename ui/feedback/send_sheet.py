"""Before a form leaves the room: the few words it carries, once more, and the sentence to tick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.feedback import OWN_FORM
from app.domain.forms import CONSENT, GIVER
from app.domain.ids import Id
from app.errors import AppError
from app.export.form import FormPdf
from app.operations import feedback, feedback_forms
from app.replies.message import as_text
from ui import messages
from ui.context import Context
from ui.feedback.ask_sheet import Composed
from ui.feedback.cards import Facts
from ui.labels import long_day
from ui.messages import sentence
from ui.widgets.button import Button
from ui.widgets.consent_card import ConsentCard
from ui.widgets.dialog import Dialog
from ui.widgets.given_words import GivenWords
from ui.widgets.notices import Banner
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.styling import Card
from ui.widgets.text import Label

SUFFIX: Final = "pdf"


class SendSheet(Dialog):
    """`request` is what went out, once the sheet was accepted; `back_asked` leads to its fields."""

    back_asked = Signal()

    def __init__(self, context: Context, parent: QWidget, composed: Composed, draft: str) -> None:
        title = QCoreApplication.translate("SendSheet", "Before this leaves the room")
        lede = QCoreApplication.translate(
            "SendSheet", "For {name}. These words leave with the form, and nothing else of yours."
        )
        super().__init__(title, parent, kind="sheet", subtitle=lede.format(name=composed.giver))
        self.request = Id("")
        self._context = context
        self._composed = composed
        self._draft = draft
        self._notices = QVBoxLayout()
        self.consent = ConsentCard()
        self.back = Button(self.tr("Back"), "ghost")
        self.copy = Button(self.tr("Copy as a message"), "share-plain", icon="copy")
        self.save = Button(self.tr("Save PDF"), "share", icon="file-down")
        self._lay_out()
        self._connect()
        self._show_ready()

    # Building

    def _lay_out(self) -> None:
        request, today = self._composed.request, self._context.today()
        facts = Facts()
        facts.show_facts(self._leaving(today))
        self.body.addLayout(self._notices)
        self.body.addWidget(facts)
        letter = Card("quiet-card")
        inside = QVBoxLayout(letter)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(6)
        inside.addWidget(Label(self.tr("As they will read it"), "caption", "text-2"))
        inside.addWidget(GivenWords(request.intro, "writing", size=15))
        self.body.addWidget(letter)
        stays = self.tr(
            "Not on the form: the goal it is about, what you wrote about them, and all the rest "
            "of your vault. The request has a number that says nothing about you."
        )
        self.body.addWidget(Label(stays, "caption", "text-2", wrap=True))
        words = self.tr(
            "I choose to send these words to {name}. I know a copy cannot be taken back once I "
            "send it."
        )
        self.consent.ask(words.format(name=self._composed.giver), request)
        self.body.addWidget(self.consent)
        for button in (self.back, self.copy, self.save):
            self.add_action(button)
        self.set_note(self.tr("Nothing is sent from here: you give it to them yourself."))
        # The safe one, and not the sentence: it may lie below what is to be read first.
        self.focus_first(self.back)

    def _connect(self) -> None:
        self.consent.ticked.connect(self._show_ready)
        self.back.clicked.connect(self._go_back)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._build)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._press)

    # Private

    def _press(self) -> None:
        """Save, or go to the sentence that has to be ticked first."""
        if self.consent.check.isChecked():
            self.save.click()
        else:
            self.consent.check.setFocus(Qt.FocusReason.TabFocusReason)

    def _leaving(self, today: date) -> list[tuple[str, str]]:
        """Every word of the mentee's own that the form carries, and whom it names."""
        composed, request = self._composed, self._composed.request
        apart = {CONSENT, GIVER}
        asked = [each.label for each in request.questions if each.id not in apart]
        own = "\n".join(asked) if request.form == OWN_FORM else ""
        rated = [each.label.split(":")[0] for each in request.questions if "--rating" in each.id]
        by = long_day(request.reply_by, today) if request.reply_by else ""
        return [
            (self.tr("Your name"), composed.asker or self.tr("Not on the form")),
            (self.tr("Their name"), composed.giver),
            (self.tr("Form"), request.name),
            (self.tr("On what"), request.about),
            (self.tr("Questions"), own),
            (self.tr("Competencies"), "\n".join(rated)),
            (self.tr("Reply by"), by),
        ]

    def _show_ready(self) -> None:
        ready = self.consent.check.isChecked()
        why = self.tr("Tick the sentence first.")
        tips = (
            (self.copy, self.tr("The form as text, to answer in an e-mail")),
            (self.save, self.tr("Save PDF (Ctrl+Enter)")),
        )
        for button, tip in tips:
            button.setEnabled(ready)
            button.setToolTip(tip if ready else why)
            button.setAccessibleDescription("" if ready else why)

    def _go_back(self) -> None:
        self.reject()
        self.back_asked.emit()

    def _copy(self) -> None:
        """Copy the form as a message; the request is kept from then on."""
        composed = self._composed
        vault, request = self._context.vault, composed.request
        text = as_text(request.as_asked.form, code=request.code)

        def ask() -> Id:
            return feedback.ask(vault, request, composed.newcomer).id

        if self._finish(ask):
            QGuiApplication.clipboard().setMimeData(unremembered(text))
            words = self.tr("Copied. Paste it into a message to {name}.")
            self._context.messages.say(words.format(name=composed.giver))

    def _build(self) -> None:
        composed, request = self._composed, self._composed.request
        day = long_day(request.reply_by, request.asked) if request.reply_by else ""
        self.save.set_working(working=True)
        self._context.jobs.submit(
            lambda: feedback_forms.built(
                request, composed.asker, composed.giver, day, composed.minutes
            ),
            self._ask_place,
            self._fail,
        )

    def _ask_place(self, pdf: FormPdf) -> None:
        if not shiboken6.isValid(self) or not self.isVisible():
            return
        self.save.set_working(working=False)
        choose_place(self, self._context.today(), lambda path: self._save(pdf, path))

    def _save(self, pdf: FormPdf, path: Path) -> None:
        composed, vault = self._composed, self._context.vault

        def send() -> Id:
            # The system's dialog asked before it let an existing name through.
            sent = feedback_forms.send(
                vault, composed.request, pdf, path, composed.newcomer, replacing=path.exists()
            )
            return sent.id

        if self._finish(send):
            words = self.tr("Saved as {name}. Send it to {giver} yourself.")
            self._context.messages.say(words.format(name=path.name, giver=composed.giver))

    def _finish(self, act: Callable[[], Id]) -> bool:
        kept = self._context.perform(act, self._fail)
        if kept is None:
            return False
        self.request = kept
        self._context.perform(lambda: self._context.vault.keep_draft(self._draft, None))
        self.accept()
        return True

    def _fail(self, error: AppError) -> None:
        if not shiboken6.isValid(self):
            return
        self.save.set_working(working=False)
        while item := self._notices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        banner = Banner("danger", sentence(error))
        self._notices.addWidget(banner)
        banner.announce()


def choose_place(parent: QWidget, today: date, chosen: Callable[[Path], None]) -> None:
    """Ask where to save a form; its name names nobody, for it can be seen in a folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    words = QCoreApplication.translate("SendSheet", "Feedback form")
    start = folder / f"{words} {today.isoformat()}.{SUFFIX}"
    title = QCoreApplication.translate("SendSheet", "Save PDF")
    messages.choose_new_file(parent, title, start, chosen, suffix=SUFFIX)
