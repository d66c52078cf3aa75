"""What goes out for a request that was made before: its PDF again, and messages to copy."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import Id
from app.domain.packs import OWNER_NAME
from app.export.form import FormPdf
from app.operations import feedback_forms
from app.queries.feedback import RequestView
from app.replies.message import as_text
from ui.context import Context
from ui.feedback.send_sheet import choose_place
from ui.labels import long_day, short_day
from ui.widgets.prose_clipboard import unremembered


class Outgoing(QObject):
    """Builds, saves and copies; nothing is sent from here."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def save_pdf(self, view: RequestView) -> None:
        """Build the same form once more, and ask where to save it."""
        request = view.request
        asker = self._context.vault.read.preference(OWNER_NAME)
        giver = view.who.name if view.who else ""
        day = long_day(request.reply_by, request.asked) if request.reply_by else ""
        forms = self._context.library.feedback_forms
        minutes = (forms.find(request.form) or forms.own).minutes
        self._context.jobs.submit(
            lambda: feedback_forms.built(request, asker, giver, day, minutes),
            lambda pdf: self._ask_place(request.id, pdf),
            self._context.messages.fail,
        )

    def copy_form(self, view: RequestView) -> None:
        """Copy the form as text, to be answered in a message."""
        request = view.request
        self._copy(as_text(request.as_asked.form, code=request.code))
        self._context.messages.say(self.tr("The form is on the clipboard, as text"))

    def copy_message(self, view: RequestView) -> None:
        """Copy the words that go with the PDF."""
        how = self.tr(
            "The questions are in the PDF that comes with this. Any PDF reader opens it: type "
            "into the boxes, save it and send it back to me."
        )
        self._copy("\n\n".join(part for part in (view.request.intro, how, self._signed()) if part))
        self._context.messages.say(self.tr("The message is on the clipboard"))

    def copy_reminder(self, view: RequestView) -> None:
        """Copy a word to somebody who has not answered."""
        name = view.who.short if view.who else ""
        hello = self.tr("Hello {name},").format(name=name) if name else self.tr("Hello,")
        request = view.request
        words = self.tr(
            "on {day} I asked you for feedback on this: {about}. A line or two would help me, and "
            "it is fine to say no."
        )
        day = short_day(request.asked, self._context.today())
        asks = words.format(day=day, about=request.about.rstrip("."))
        self._copy("\n\n".join(part for part in (hello, asks, self._signed()) if part))
        self._context.messages.say(self.tr("The reminder is on the clipboard"))

    # Private

    def _signed(self) -> str:
        return self._context.vault.read.preference(OWNER_NAME)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(text))

    def _ask_place(self, request: Id, pdf: FormPdf) -> None:
        if shiboken6.isValid(self):
            today = self._context.today()
            choose_place(self._page, today, lambda path: self._save(request, pdf, path))

    def _save(self, request: Id, pdf: FormPdf, path: Path) -> None:
        vault = self._context.vault
        # The system's dialog asked before it let an existing name through.
        replacing = path.exists()
        saved = self._context.perform(
            lambda: feedback_forms.save_again(vault, request, pdf, path, replacing=replacing)
        )
        if saved:
            self._context.messages.say(self.tr("Saved as {name}").format(name=path.name))
