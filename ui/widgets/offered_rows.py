"""The rows that a choice or a field offers below itself."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current_theme


class OfferedRows(QListView):
    """A list in a popup, of a completer if one is given, each row high enough to be hit."""

    def __init__(self, completer: QCompleter | None = None) -> None:
        super().__init__()
        self.setProperty("popup", "true")
        if completer is not None:
            completer.setPopup(self)
        # After that, because a completer brings a delegate of its own.
        self.setItemDelegate(_Rows(self))


class _Rows(QStyledItemDelegate):
    """The stylesheet could say their height as well, but would have to change with the text."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint: QSize = super().sizeHint(option, index)
        return hint.expandedTo(QSize(0, current_theme().size("hit-min")))
