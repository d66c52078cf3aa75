from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


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


@pytest.mark.parametrize("kind", [QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.Wheel])
def test_a_touch_starts_the_time_anew(qtbot: QtBot, parent: QObject, kind: QEvent.Type) -> None:
    del qtbot
    stopwatch = _Stopwatch()
    watch = IdleWatch(stopwatch, 1, parent)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 59
    assert not watch.eventFilter(parent, QEvent(kind))
    stopwatch.seconds += 59
    watch.look()
    assert idle.count() == 0
    watch.set_minutes(0)
    watch.look()
    assert idle.count() == 1


def test_a_touch_after_sleep_comes_too_late(qtbot: QtBot, parent: QObject) -> None:
    del qtbot
    stopwatch = _Stopwatch()
    watch = IdleWatch(stopwatch, 10, parent)
    idle = QSignalSpy(watch.idle)
    watch.start()
    stopwatch.seconds += 8 * 3600
    assert watch.eventFilter(parent, QEvent(QEvent.Type.MouseMove))
    assert idle.count() == 1
    assert not watch.eventFilter(parent, QEvent(QEvent.Type.MouseMove))
    assert idle.count() == 1
