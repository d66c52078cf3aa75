"""The menu of an entry: what can be done with it that has no button of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.ids import Kind
from ui.context import Destination
from ui.journal.keys import FOCUS_KEYS, REPLACE_KEYS
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.journal.editor import EntryEditor

_CONTEXT = "Journal"


def entry_menu(editor: EntryEditor) -> QMenu:
    """The menu for the entry that an editor shows; it is freed when it closes."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_marks(menu, editor)
    words = QCoreApplication.translate(_CONTEXT, "Use a template")
    menu.addAction(icon("file-text"), words, editor.starting.open_templates)
    words = QCoreApplication.translate(_CONTEXT, "Begin with a question")
    menu.addAction(icon("circle-question-mark"), words, editor.starting.open_questions)
    if editor.entry_id:
        words = QCoreApplication.translate(_CONTEXT, "Make a PDF of this")
        menu.addAction(icon("send"), _with_keys(words, "Ctrl+P"), lambda: share(editor))
        words = QCoreApplication.translate(_CONTEXT, "Save as template")
        menu.addAction(icon("bookmark-plus"), words, editor.starting.save_as_template)
    words = QCoreApplication.translate(_CONTEXT, "Add image")
    menu.addAction(icon("image-plus"), words, lambda: editor.inserting.choose(editor))
    words = QCoreApplication.translate(_CONTEXT, "Versions")
    menu.addAction(icon("history"), _with_keys(words, "Ctrl+Shift+H"), editor.open_versions)
    words = QCoreApplication.translate(_CONTEXT, "Find and replace")
    menu.addAction(icon("search"), _with_keys(words, REPLACE_KEYS), editor.finding.open_replace)
    words = QCoreApplication.translate(_CONTEXT, "Focus mode")
    menu.addAction(icon("maximize-2"), _with_keys(words, FOCUS_KEYS), editor.focus_asked.emit)
    menu.addSeparator()
    words = QCoreApplication.translate(_CONTEXT, "Move to trash")
    menu.addAction(icon("trash-2"), words, editor.trash_asked.emit)
    words = QCoreApplication.translate(_CONTEXT, "Show the trash")
    trash = Destination("settings", act="trash")
    menu.addAction(icon("archive-restore"), words, lambda: editor.navigate.emit(trash))
    return menu


def share(editor: EntryEditor) -> None:
    """Begin a share pack with the entry on top; it is not ticked."""
    if editor.entry_id:
        detail = f"{Kind.ENTRY}:{editor.entry_id}"
        editor.navigate.emit(Destination("share", act="new", detail=detail))


def _with_keys(words: str, keys: str) -> str:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}\t{shown}"


def _add_marks(menu: QMenu, editor: EntryEditor) -> None:
    marks = editor.marking.marks
    unpin = QCoreApplication.translate(_CONTEXT, "Unpin")
    pin = QCoreApplication.translate(_CONTEXT, "Pin to the top")
    leave = QCoreApplication.translate(_CONTEXT, "Do not bring")
    bring = QCoreApplication.translate(_CONTEXT, "Bring to session")
    pinned = marks.pinned
    menu.addAction(
        icon("pin-off" if pinned else "pin"), unpin if pinned else pin, editor.marking.toggle_pin
    )
    menu.addAction(icon("flag"), leave if marks.bring else bring, editor.marking.toggle_bring)
