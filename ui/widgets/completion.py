"""Completing what somebody types: after an opening mark, offers to take in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from ui.theme import current_theme
from ui.widgets.list_pane import RowList
from ui.widgets.picker import Offer, OfferDelegate, OfferModel
from ui.widgets.styling import Card

_WIDTH, _SHOWN, _GAP, _EDGE = 340, 6, 4, 8
_LONGEST = 60
"""Characters after the opening mark: more of them are no search for a title."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completion(QObject):
    """Opens below the caret once the mark was typed; the focus stays in the text.

    What is typed on narrows the offers. Enter and Tab take one: its title replaces the mark and
    what followed it, in one step that undo takes back. Esc leaves the text as it was typed.
    """

    taken = Signal(str)
    """The key of the offer whose title was put into the text."""

    def __init__(
        self,
        editor: QPlainTextEdit,
        mark: str,
        name: str,
        offers: Callable[[], Sequence[Offer]],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._mark = mark
        self._name = name
        self._read = offers
        self._model = OfferModel((), self)
        self._start = -1
        self._left = -1
        self._typed = False
        self.panel: CompletionPanel | None = None
        editor.installEventFilter(self)
        editor.textChanged.connect(self._note)
        editor.cursorPositionChanged.connect(self._follow)
        editor.verticalScrollBar().valueChanged.connect(self._place)

    # Properties

    @property
    def open(self) -> bool:
        """Whether offers are shown."""
        return self.panel is not None and self.panel.isVisible()

    def shown(self) -> list[str]:
        """The titles that are offered."""
        rows = (self._model.offer(self._model.index(at)) for at in range(self._model.rowCount()))
        return [row.title for row in rows if row] if self.open else []

    # Methods

    def close(self) -> None:
        """Offer nothing; the text stays as it was typed."""
        self._start = -1
        if self.panel is not None:
            self.panel.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list while it is shown."""
        if event.type() == QEvent.Type.FocusOut and watched is self._editor:
            self.close()
        if not self.open or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or event.key() not in (*_MOVES, *_TAKES, Qt.Key.Key_Escape):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._press(event)
            return True
        return False

    # Private

    def _press(self, event: QKeyEvent) -> None:
        if self.panel is None:
            return
        if event.key() in _MOVES:
            self.panel.rows.keyPressEvent(event)
        elif event.key() in _TAKES:
            self._take(self.panel.rows.currentIndex())
        else:
            self._left = self._start
            self.close()

    def _note(self) -> None:
        self._typed = True
        self._follow()

    def _follow(self) -> None:
        """Show what fits the words before the caret, or nothing."""
        typed, self._typed = self._typed, False
        start, words = self._asked()
        if start < 0 or start == self._left or not (typed or self.open):
            if start < 0:
                self._left = -1
            self.close()
            return
        if not self.open or start != self._start:
            self._model.renew(self._read())
        self._start = start
        self._model.search(words)
        self._show()

    def _asked(self) -> tuple[int, str]:
        """Where the mark before the caret begins, and what was typed after it; -1 for nowhere."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or self._editor.isReadOnly():
            return -1, ""
        units = cursor.block().text().encode("utf-16-le")[: cursor.positionInBlock() * 2]
        before = units.decode("utf-16-le", "ignore")
        at = before.rfind(self._mark)
        words = before[at + len(self._mark) :]
        if at < 0 or "]" in words or len(words) > _LONGEST:
            return -1, ""
        return cursor.position() - len(f"{self._mark}{words}".encode("utf-16-le")) // 2, words

    def _show(self) -> None:
        first = self._model.first()
        if not first.isValid():
            if self.panel is not None:
                self.panel.hide()
            return
        if self.panel is None:
            self.panel = CompletionPanel(self._editor, self._name)
            # It is part of the window, which stays when a lock frees the editor.
            self._editor.destroyed.connect(partial(_free, self.panel))
            self.panel.rows.setModel(self._model)
            self.panel.rows.selectionModel().currentChanged.connect(self._announce)
            self.panel.rows.clicked.connect(self._take)
        self._place()
        self.panel.show()
        self.panel.raise_()
        self.panel.rows.setCurrentIndex(first)

    def _place(self) -> None:
        if self.panel is not None and self._start >= 0:
            self.panel.fit(self._editor.cursorRect())

    def _announce(self, index: QModelIndex) -> None:
        """Say the current offer: the focus is in the text, so nobody else does."""
        told = index.data(Qt.ItemDataRole.AccessibleTextRole)
        if told:
            words = self.tr("{0}: {1}, {2} of {3}").format(
                self._name, told, index.row() + 1, self._model.rowCount()
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, words))

    def _take(self, index: QModelIndex) -> None:
        offer = self._model.offer(index)
        if offer is None:
            return
        cursor = self._editor.textCursor()
        cursor.setPosition(self._start, QTextCursor.MoveMode.KeepAnchor)
        self.close()
        cursor.insertText(offer.title)
        self._editor.setTextCursor(cursor)
        self.taken.emit(offer.key)


def _free(panel: QObject, *_: object) -> None:
    """Free a panel at once: what it lists goes with the editor."""
    if shiboken6.isValid(panel):
        shiboken6.delete(panel)


class CompletionPanel(Card):
    """The offers below the caret; it is part of the window and never has the focus."""

    def __init__(self, editor: QPlainTextEdit, name: str) -> None:
        super().__init__("popover", editor.window())
        self._editor = editor
        self.rows = RowList(name)
        self.rows.setItemDelegate(OfferDelegate(self))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.addWidget(self.rows)

    def fit(self, caret: QRect) -> None:
        """Stand below the caret, above it where the window ends."""
        theme, window = current_theme(), self._editor.window()
        corner = self._editor.viewport().mapTo(window, caret.bottomLeft())
        width = min(theme.px(_WIDTH), window.width() - 2 * _EDGE)
        model = self.rows.model()
        heights = [self.rows.sizeHintForRow(row) for row in range(model.rowCount())]
        wanted = sum(heights[:_SHOWN]) + 2 * _GAP + 2
        below = window.height() - corner.y() - _GAP - _EDGE
        above = corner.y() - caret.height() - _GAP - _EDGE
        height = min(wanted, max(below, above))
        top = corner.y() + _GAP
        if height > below:
            top = corner.y() - caret.height() - _GAP - height
        rtl = self._editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = corner.x() - width if rtl else corner.x()
        left = max(_EDGE, min(left, window.width() - width - _EDGE))
        self.setGeometry(left, top, width, height)
