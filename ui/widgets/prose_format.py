"""What the keyboard and the menu make of the text that is selected: headings, lists, links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.widgets.prose_blocks import change_lines, move_lines
from ui.widgets.prose_lines import List, with_boxes, with_heading, with_list, with_quote
from ui.widgets.prose_links import toggle_link
from ui.widgets.prose_typing import toggle_mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    Change = Callable[[QTextCursor], None]

_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ProseFormat(QObject):
    """The actions of an editor, with their keys. Each is one step of undo."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._groups: list[list[QAction]] = [self._words(), self._headings(), self._lists()]
        self._groups.append(self._moves())
        editor.installEventFilter(self)

    def menu(self, parent: QWidget) -> QMenu:
        """Everything there is, with its keys, as a menu below another one."""
        menu = QMenu(self.tr("Format"), parent)
        for group in self._groups:
            menu.addSeparator()
            menu.addActions(group)
        menu.setEnabled(not self._editor.isReadOnly())
        return menu

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let keys that type a sign type it: to Windows, AltGr is Ctrl and Alt."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = event.text()
            other = event.key() not in map(ord, typed)
            if event.modifiers() & _ALT_GR == _ALT_GR and typed.isprintable() and typed and other:
                event.accept()
        return False

    # Private

    def _words(self) -> list[QAction]:
        keys = QKeySequence.StandardKey
        return [
            self._mark(self.tr("Bold"), keys.Bold, "**"),
            self._mark(self.tr("Italic"), keys.Italic, "*"),
            self._mark(self.tr("Struck through"), "Ctrl+Shift+X", "~~"),
            self._mark(self.tr("Code"), "Ctrl+Shift+C", "`"),
            self._action(self.tr("Link"), "Ctrl+Shift+K", toggle_link),
        ]

    def _headings(self) -> list[QAction]:
        names = [self.tr("Heading 1"), self.tr("Heading 2"), self.tr("Heading 3")]
        actions = [
            self._lines(name, f"Ctrl+Alt+{level}", partial(with_heading, level=level))
            for level, name in enumerate(names, 1)
        ]
        plain = partial(with_heading, level=0)
        return [*actions, self._lines(self.tr("No heading"), "Ctrl+Alt+0", plain)]

    def _lists(self) -> list[QAction]:
        return [
            self._lines(
                self.tr("Numbered list"), "Ctrl+Shift+7", partial(with_list, kind=List.NUMBERS)
            ),
            self._lines(
                self.tr("Bullet list"), "Ctrl+Shift+8", partial(with_list, kind=List.BULLETS)
            ),
            self._lines(self.tr("Task list"), "Ctrl+Shift+9", partial(with_list, kind=List.TASKS)),
            self._lines(self.tr("Task done"), "Ctrl+Shift+Return", with_boxes),
            self._lines(self.tr("Quotation"), "Ctrl+Shift+.", with_quote),
        ]

    def _moves(self) -> list[QAction]:
        return [
            self._action(self.tr("Move up"), "Alt+Up", partial(move_lines, down=False)),
            self._action(self.tr("Move down"), "Alt+Down", partial(move_lines, down=True)),
        ]

    def _mark(self, name: str, keys: str | QKeySequence.StandardKey, mark: str) -> QAction:
        return self._action(name, keys, partial(toggle_mark, mark=mark))

    def _lines(self, name: str, keys: str, change: Callable[..., list[str]]) -> QAction:
        return self._action(name, keys, partial(change_lines, change=change))

    def _action(self, name: str, keys: str | QKeySequence.StandardKey, change: Change) -> QAction:
        action = QAction(name, self._editor)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: self._change(change))
        self._editor.addAction(action)
        return action

    def _change(self, change: Change) -> None:
        if self._editor.isReadOnly():
            return
        cursor = self._editor.textCursor()
        # A step of its own: Qt joins what is put in side by side, as it joins letters.
        cursor.beginEditBlock()
        change(cursor)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
