"""The words of a measure's values, translated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.measure import MeasureWords
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate


def measure_words(name: str, value: Callable[[float], str], today: date) -> MeasureWords:
    """What the chart of values says; `value` writes one as its kind has it."""
    return MeasureWords(
        common=common_words(today),
        value=value,
        name=name or translate(CONTEXT, "Values"),
        point=translate(CONTEXT, "{day}: {value}."),
        invitation=translate(CONTEXT, "Log a value and it shows here."),
        day_column=translate(CONTEXT, "Date"),
        value_column=translate(CONTEXT, "Value"),
        note_column=translate(CONTEXT, "Note"),
    )
