"""Something to do from anywhere: what it is called, which keys it has, and how it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: `also` are other words that find it, `leads` that it only goes somewhere.

    `keys` are bound by the workspace, unless `bound` says that another part of the window does.
    """

    id: str
    icon: str
    words: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    also: str = ""
    leads: bool = False
    bound: bool = False

    @property
    def hint(self) -> str:
        """Its first keys as this system writes them; empty where it has none."""
        native = QKeySequence.SequenceFormat.NativeText
        return QKeySequence(self.keys[0]).toString(native) if self.keys else ""
