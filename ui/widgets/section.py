"""Parts of a page that are a heading with something below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Label


class Section(QWidget):
    """A heading and what stands below it; `column` takes more."""

    def __init__(self, heading: str, *, gap: int = 6) -> None:
        super().__init__()
        self.heading = Label(heading, "section")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self.column.addWidget(self.heading)


class TextSection(Section):
    """A heading with a text; it vanishes without one."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading, gap=2)
        self._words = Label("", "body", "text-2", wrap=True)
        self.column.addWidget(self._words)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._words.setText(text.strip())
        self.setVisible(bool(text.strip()))
