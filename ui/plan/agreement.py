"""What was agreed for a cycle, as a page to read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.sessions import WorkingAgreement
from app.domain.cycles import Agreed
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.styling import Card
from ui.widgets.text import Label


class AgreementCard(Card):
    """Each point that was agreed on under its name, with the ways to edit and to share it."""

    def __init__(self, agreement: WorkingAgreement) -> None:
        super().__init__("card")
        self._agreement = agreement
        self._shown: tuple[Agreed, ...] | None = None
        self.edit = Button("", "ghost", icon="pencil")
        self.edit.setToolTip(self.tr("Edit what you agreed"))
        self.share = Button(self.tr("Make a PDF of this"), "link", icon="send")
        self.begin = Button(self.tr("Write down what you agree"), icon="handshake")
        self._nothing = Label(
            self.tr("How often, how much time, what stays between you: agree on it once."),
            "body",
            "text-2",
            wrap=True,
        )
        self._points = QWidget()
        self._column = QVBoxLayout(self._points)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._lay_out()

    def show_agreement(self, agreed: tuple[Agreed, ...]) -> None:
        """Show what was agreed, in the order of the content."""
        for part in (self.edit, self.share, self._points):
            part.setVisible(bool(agreed))
        for part in (self._nothing, self.begin):
            part.setVisible(not agreed)
        if agreed == self._shown:
            return
        self._shown = agreed
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for label, text in self._agreement.points_of(agreed):
            point = _point(label, text)
            self._column.addWidget(point)
            point.show()

    def _lay_out(self) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), FlowLayout(gap=12)
        column.setContentsMargins(22, 14, 22, 18)
        column.setSpacing(10)
        head.setSpacing(8)
        head.addWidget(Label(self.tr("What you agreed"), "section"), 1)
        head.addWidget(self.edit)
        column.addLayout(head)
        for widget in (self._nothing, self._points):
            column.addWidget(widget)
        self.share.setProperty("flush", True)
        for button in (self.begin, self.share):
            foot.addWidget(button)
        column.addLayout(foot)


def _point(label: str, text: str) -> QWidget:
    point = QWidget()
    column = QVBoxLayout(point)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(label, "caption", "text-2", wrap=True))
    words = Label(text.strip(), "heading", size=15, weight=400, wrap=True)
    column.addWidget(words)
    return point
