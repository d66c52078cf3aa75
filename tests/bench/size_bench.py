"""A step of text size with every page made, beside as many of Qt's own labels."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

STEPS = 10
WORDS = "the release went out without me"


def text_size() -> tuple[float, float]:
    """One step larger or smaller, painted; and another font for bare labels (ms, medians)."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    from tests.bench.start_probe import with_all_pages  # noqa: PLC0415 - as above

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home, with_all_pages(Path(home)) as step:
        ours = _median(step)
        widgets = len(QApplication.allWidgets())
    return ours, _median(_bare(widgets))


def _bare(labels: int) -> Callable[[int], None]:
    """A function that gives so many labels another font, lays them out and paints them."""
    from PySide6.QtWidgets import (  # noqa: PLC0415 - as above
        QApplication,
        QGridLayout,
        QLabel,
        QWidget,
    )

    window = QWidget()
    grid = QGridLayout(window)
    for number in range(labels):
        grid.addWidget(QLabel(WORDS), number // 10, number % 10)
    window.resize(1280, 800)
    window.show()

    def step(larger: int) -> None:
        for label in window.findChildren(QLabel):
            font = label.font()
            font.setPixelSize(13 + larger)
            label.setFont(font)
        QApplication.sendPostedEvents()
        window.grab()

    return step


def _median(step: Callable[[int], None]) -> float:
    step(1)
    times = []
    for number in range(STEPS):
        began = perf_counter()
        step(number % 2)
        times.append((perf_counter() - began) * 1000)
    return statistics.median(times)
