"""The box of the search page: an icon, what is looked for, and a way to empty it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.search.field import SearchField
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import restyle

_HEIGHT = 44


class SearchBox(QFrame):
    """`edited` says that the text is another one, typed or set."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = _Field(self.tr("Search"), self.tr("Search everything in this vault"))
        self._clear = Button("", "ghost", icon="x")
        self._clear.setToolTip(self.tr("Clear the search"))
        line = QHBoxLayout(self)
        line.setContentsMargins(11, 2, 6, 2)
        line.setSpacing(8)
        line.addWidget(Picture("search", "text-2", 18))
        line.addWidget(self.field, 1)
        line.addWidget(self._clear)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._change)
        self._clear.clicked.connect(self._empty)
        self._clear.hide()
        follow_theme(self._apply_theme)

    def text(self) -> str:
        """What is looked for."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Look for something else."""
        self.field.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Frame the box while one can type in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            into = event.type() == QEvent.Type.FocusIn
            restyle(self, "focused", "true" if into else "false")
        return super().eventFilter(watched, event)

    def _change(self) -> None:
        self._clear.setVisible(bool(self.text()))
        self.edited.emit()

    def _empty(self) -> None:
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply_theme(self) -> None:
        self.setFixedHeight(current_theme().px(_HEIGHT))


class _Field(SearchField):
    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setProperty("bare", "true")

    def _apply_theme(self) -> None:
        super()._apply_theme()
        theme = current_theme()
        self.setFont(theme.sized("body", 15))
        self.setFixedHeight(theme.size("control"))
