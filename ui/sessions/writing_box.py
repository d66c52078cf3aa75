"""A heading over prose that is saved by itself, and when it last was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Id
from ui.context import Context
from ui.entry.style import prose_style
from ui.labels import clock
from ui.sessions.typed import Typed
from ui.theme import current_theme, follow_theme
from ui.widgets.paper import Paper
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.text import Label


class WritingBox(QWidget):
    """Prose of one record after another; `write` keeps what was typed in the one that is shown."""

    def __init__(
        self,
        context: Context,
        heading: str,
        lines: int,
        write: Callable[[Id, str], object],
        ghost: str = "",
    ) -> None:
        super().__init__()
        self._context = context
        self.heading = Label(heading, "section")
        self.saved = Label("", "caption", "text-2", numbers=True)
        self.prose = ProseEditor(prose_style(current_theme()))
        self.prose.setAccessibleName(heading)
        self.prose.set_ghost(ghost)
        self.prose.takes_tabs = False  # it is a field among others
        self.prose.spelling.follow(context.spelling)
        self.typed = Typed(context, self.prose.text, write, self.prose)
        self._lay_out(lines)
        self.prose.text_edited.connect(self.typed.touch)
        self.prose.left.connect(self.typed.keep)
        self.typed.saved.connect(self._say_saved)
        follow_theme(self._apply_theme)

    def show_text(self, record: Id, text: str) -> None:
        """Show the text of a record; what is being typed in the same one stays."""
        if record != self.typed.record:
            self.prose.set_text(self.typed.turn_to(record, text))
            self.saved.setText("")
            self.prose.spelling.forget_ignored()
        elif self.typed.differs(text):
            place = self.prose.textCursor().position()
            self.prose.set_text(text)
            self.typed.begin(text)
            cursor = self.prose.textCursor()
            cursor.setPosition(min(place, self.prose.document().characterCount() - 1))
            self.prose.setTextCursor(cursor)

    def flush(self) -> None:
        """Keep what was typed; raises AppError where that fails."""
        self.typed.flush()

    def _lay_out(self, lines: int) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.heading, 1)
        head.addWidget(self.saved)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(Paper(self.prose, lines), 1)

    def _say_saved(self) -> None:
        now = self._context.vault.now()
        self.saved.setText(self.tr("Saved {time}").format(time=clock(now.local)))

    def _apply_theme(self) -> None:
        self.prose.set_style(prose_style(current_theme()))
