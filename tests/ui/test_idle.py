from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget."""
    nowhere, step, none = QPointF(), QPoint(0, 120), Qt.MouseButton.NoButton
    plain, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(nowhere, nowhere, step, step, none, plain, phase, False)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget) -> None:
    """Begin a sign that takes several keys."""
    QApplication.sendEvent(widget, QInputMethodEvent("~", []))


class _Stopwatch:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def parent() -> QObject:
    return QObject()


def test_nobody_there_for_the_time_is_idle(qtbot: QtBot, parent: QObject) -> None:
    del qtbot
    stopwatch = _Stopwatch()
    watch = IdleWatch(stopwatch, 10, parent)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 599
    watch.look()
    assert idle.count() == 0
    stopwatch.seconds += 1
    watch.look()
    assert idle.count() == 1


@pytest.mark.parametrize(
    "touch",
    [
        lambda widget: QTest.keyPress(widget, Qt.Key.Key_A),
        lambda widget: QTest.mousePress(widget, Qt.MouseButton.LeftButton),
        lambda widget: QTest.mouseMove(widget, QPoint(3, 3)),
        turn_wheel,
        compose,
    ],
    ids=["key", "press", "move", "wheel", "composing"],
)
def test_a_touch_starts_the_time_anew(
    qtbot: QtBot, parent: QObject, touch: Callable[[QWidget], None]
) -> None:
    stopwatch, widget = _Stopwatch(), QWidget()
    qtbot.addWidget(widget)
    widget.setMouseTracking(True)
    watch = IdleWatch(stopwatch, 1, parent)
    widget.installEventFilter(watch)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 59
    touch(widget)
    stopwatch.seconds += 59
    watch.look()
    assert idle.count() == 0
    watch.set_minutes(0)
    watch.look()
    assert idle.count() == 1


def test_what_nobody_did_leaves_the_time_as_it_was(qtbot: QtBot, parent: QObject) -> None:
    stopwatch, widget = _Stopwatch(), QWidget()
    qtbot.addWidget(widget)
    watch = IdleWatch(stopwatch, 1, parent)
    widget.installEventFilter(watch)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 59
    widget.resize(40, 40)
    widget.grab()
    stopwatch.seconds += 1
    watch.look()
    assert idle.count() == 1


def test_a_touch_after_sleep_comes_too_late(qtbot: QtBot, parent: QObject) -> None:
    del qtbot
    stopwatch = _Stopwatch()
    watch = IdleWatch(stopwatch, 10, parent)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 8 * 3600
    touch = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert watch.eventFilter(parent, touch)
    assert idle.count() == 1
    assert not watch.eventFilter(parent, touch)
    assert idle.count() == 1
