"""What the plan asks of a view that is shown in place of its list of goals."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.context import Destination


class PlanView(Protocol):
    """One thing of the plan at a time: a goal, the competencies, an assessment.

    It is a widget. It is made when it is first opened and told to `leave` when the plan's home is
    shown again.
    """

    left: SignalInstance
    """The way back to the goals was taken."""
    navigate: SignalInstance
    """A Destination elsewhere; one within the plan is opened there."""

    def open(self, destination: Destination) -> bool:
        """Show what a destination names, and begin its act; False where it is gone."""
        ...

    def refresh(self) -> bool:
        """Show the vault as it is now; False where what was shown is gone."""
        ...

    def where(self) -> Destination:
        """What is shown, so that unlocking returns there."""
        ...

    def keep(self) -> None:
        """Save what is being written in place; raises AppError where that fails."""
        ...

    def leave(self) -> None:
        """Keep what was written, and show nothing any more."""
        ...

    def first_focus(self) -> QWidget:
        """The widget that has the focus when it opens."""
        ...


@runtime_checkable
class Several(Protocol):
    """A PlanView of several things, of which one at a time can be open."""

    def begin(self) -> None:
        """Begin another one."""

    def close_one(self) -> bool:
        """Close the open one; False where none is."""
