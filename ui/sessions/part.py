"""What the frame of a session asks of its parts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.queries.sessions import SessionView

PREPARE: Final = "prepare"
MEET: Final = "meet"
DEBRIEF: Final = "debrief"


class SessionPart(QWidget):
    """One part of a session's page: preparing it, holding it, or thinking about it afterwards.

    `navigate` carries a Destination, `remarked` says that there is another remark.
    """

    navigate = Signal(object)
    remarked = Signal()

    def show_view(self, view: SessionView) -> None:
        """Show a session as it is now; what is being typed stays."""
        raise NotImplementedError

    def flush(self) -> None:
        """Write what was typed and not saved yet; raises AppError where that fails."""

    def remark(self) -> str:
        """A sentence that stands below the title, after the day and the time."""
        return ""

    def first_focus(self) -> QWidget | None:
        """Where one begins; None for the tabs of the frame."""
        return None
