"""A field of plain text of one record after another that is saved by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent

from app.domain.ids import Id
from ui.context import Context
from ui.sessions.typed import Typed
from ui.widgets.line_edit import MultiLine


class WrittenField(MultiLine):
    """The text; `write` keeps what was typed in the record that is shown."""

    def __init__(
        self,
        context: Context,
        write: Callable[[Id, str], object],
        *,
        role: str,
        lines: int,
        name: str,
    ) -> None:
        super().__init__(role=role, lines=lines, name=name)
        self.typed = Typed(context, self.toPlainText, write, self)
        self.textChanged.connect(self._touch)

    def show_text(self, record: Id, text: str) -> None:
        """Show the text of a record; what is being typed in the same one stays."""
        if record != self.typed.record:
            self.setPlainText(self.typed.turn_to(record, text))
        elif self.typed.differs(text):
            self.setPlainText(text)
            self.typed.begin(text)

    def event(self, event: QEvent) -> bool:
        """Save when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.typed.keep()
        return super().event(event)

    def _touch(self) -> None:
        if self.typed.unsaved:
            self.typed.touch()
