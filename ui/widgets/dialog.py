"""Dialogs and sheets over a dimmed window."""

from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label

Kind = Literal["dialog", "sheet", "wide"]
_WIDTHS = {"dialog": 440, "sheet": 560, "wide": 960}
_PADDINGS = {"dialog": 24, "sheet": 28, "wide": 28}
_WIDE_HEIGHT = 720
_MARGIN = 16
_LEAST = 40


class Dialog(QDialog):
    """A question or a form over the window; open it with `open()`, it is freed on close.

    Fill `body`, then add actions from the safe one to the one that acts. Esc is the safe way
    out. The focus returns to where it was. A wide one is a sheet as high as the window allows,
    for two things side by side.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget,
        *,
        kind: Kind = "dialog",
        subtitle: str = "",
        closable: bool | None = None,
    ) -> None:
        window = parent.window()
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._kind: Kind = kind
        self._opener = QApplication.focusWidget()
        self._window = window
        self._scrim = Scrim(window)
        self._first: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.header = QHBoxLayout()
        self.body = QVBoxLayout()
        self.footer = QHBoxLayout()
        self._note = Label("", "caption", "text-2", wrap=True)
        self._subtitle = Label(subtitle, "body", "text-2", wrap=True)
        self._subtitle.setVisible(bool(subtitle))
        sheet = kind != "dialog"
        self._assemble(_heading(title, self._subtitle, sheet=sheet))
        if sheet if closable is None else closable:
            self._add_close()
        self.finished.connect(self._leave)

    # Building

    def add_text(self, text: str) -> Label:
        """Add a paragraph to the body."""
        label = Label(text, "body", "text-2", wrap=True)
        self.body.addWidget(label)
        return label

    def add_action(self, button: Button, *, focused: bool = False) -> Button:
        """Add a button to the footer; `focused` has the focus at first."""
        self.footer.addWidget(button)
        if focused:
            self._first = button
        return button

    def set_note(self, text: str) -> None:
        """Say something beside the buttons, as what is kept."""
        self._note.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Say below the title what it is about now."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def focus_first(self, widget: QWidget) -> None:
        """Give a widget of the body the focus when the dialog opens."""
        self._first = widget

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Take the middle of the window and the focus."""
        super().showEvent(event)
        self._scrim.cover()
        self._fit()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    # Private

    def _assemble(self, heading: QVBoxLayout) -> None:
        frame, padding = Card("dialog"), _PADDINGS[self._kind]
        self._outer, column = QVBoxLayout(self), QVBoxLayout(frame)
        self._outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(frame)
        column.setContentsMargins(0, padding - 2, 0, 0)
        column.setSpacing(0)
        self.header.setContentsMargins(padding, 0, padding - 8, 0)
        self.header.addLayout(heading, 1)
        column.addLayout(self.header)
        column.addWidget(self._scrolling(padding), 1)
        sheet = self._kind != "dialog"
        if sheet:
            column.addWidget(Rule())
        self.footer.setContentsMargins(padding, 16, padding, 16 if sheet else 20)
        self.footer.setSpacing(8)
        self.footer.addWidget(self._note, 1)
        column.addLayout(self.footer)

    def _scrolling(self, padding: int) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.body = QVBoxLayout(inside)
        sheet = self._kind != "dialog"
        self.body.setContentsMargins(padding, 20 if sheet else 0, padding, 22 if sheet else 4)
        self.body.setSpacing(current_theme().space(6 if sheet else 2))
        return BodyScroll(inside)

    def _add_close(self) -> None:
        close = Button("", "ghost", icon="x")
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.header.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _fit(self) -> None:
        window = self._window
        width = min(current_theme().px(_WIDTHS[self._kind]), window.width() - 2 * _MARGIN)
        self._outer.activate()
        wanted = self._outer.totalHeightForWidth(width)
        if self._kind == "wide":
            wanted = current_theme().px(_WIDE_HEIGHT)
        self.resize(width, min(wanted, window.height() - 2 * _MARGIN))
        middle = window.mapToGlobal(QPoint(window.width() // 2, window.height() // 2))
        self.move(middle - self.rect().center())

    def _leave(self) -> None:
        self._scrim.hide()
        self._scrim.deleteLater()
        opener = self._opener
        if opener is not None and shiboken6.isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)


class BodyScroll(QScrollArea):
    """A scroll area that asks for the height its content needs at its width."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def sizeHint(self) -> QSize:
        """Return the content's size."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for a line or two, the rest scrolls."""
        hint = self._inside.minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), current_theme().px(_LEAST)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the content at a width."""
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return self._inside.sizeHint().height()


class Scrim(QWidget):
    """Dims a window while a dialog is open above it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover the whole window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colours.scrim)
        painter.end()


def _heading(title: str, subtitle: Label, *, sheet: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(title, "heading", wrap=True, size=20 if sheet else 18))
    column.addWidget(subtitle)
    return column
