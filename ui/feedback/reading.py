"""The pane in which feedback, or a request, is read: it scrolls by the keyboard, too."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ui.feedback.foot import Foot
from ui.theme import Theme
from ui.widgets.columns import Columns
from ui.widgets.ring import Ringed

_SIDE, _SIDE_NARROW = 252, 232
_WIDE_WINDOW = 1080


class Reading(Ringed, Columns):
    """Two columns, and the foot below them at the same padding; one Tab stop, arrows scroll it."""

    def __init__(self, foot: Foot | None = None) -> None:
        self._foot = foot
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("What was said"))

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the side column."""
        return theme.px(_SIDE if window >= _WIDE_WINDOW else _SIDE_NARROW)

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins of the page and of its foot."""
        self.outer.setContentsMargins(edge, max(top - 8, 16), edge, top)
        self.columns.setSpacing(24 if stacked else 36)
        if self._foot is not None:
            self._foot.pad(edge)

    def ring_gap(self) -> int:
        """Frame the pane inside."""
        return -2


def _as_document(_class: str, widget: QObject) -> QAccessibleInterface | None:
    """Return the face of the pane to assistive tools, nothing for other widgets."""
    if isinstance(widget, Reading):
        return QAccessibleWidget(widget, QAccessible.Role.Document, widget.accessibleName())
    return None


QAccessible.installFactory(_as_document)
