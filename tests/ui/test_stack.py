"""A stack of widgets: what comes to the front is painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.page_frame import PageFrame
from ui.widgets.stack import Stack

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


class Painted(QWidget):
    """Counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.setMinimumSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Count."""
        super().paintEvent(event)
        self.times += 1


def test_what_stands_on_a_filled_background_is_painted_once_when_it_comes(qtbot: QtBot) -> None:
    host, stack, frames = QWidget(), Stack(), [PageFrame(), PageFrame()]
    inner = [Painted(), Painted()]
    for frame, widget in zip(frames, inner, strict=True):
        frame.main.addWidget(widget)
        stack.addWidget(frame)
    QVBoxLayout(host).addWidget(stack)
    qtbot.addWidget(host)
    host.show()
    qtbot.waitExposed(host)
    for shown in (1, 0, 1, 0):
        qtbot.wait(1)
        before = [widget.times for widget in inner]
        stack.setCurrentIndex(shown)
        qtbot.waitUntil(lambda: inner[shown].times > before[shown])  # noqa: B023 - done within the turn
        qtbot.wait(1)
        came = inner[shown].times - before[shown]
        assert (came, inner[1 - shown].times - before[1 - shown]) == (1, 0)
