"""What the words of all charts share, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.words import CommonWords
from ui.labels import month_words, number, short_day, short_month

translate = QCoreApplication.translate
CONTEXT = "Charts"


def common_words(today: date) -> CommonWords:
    """Days and numbers as the locale writes them, and what few points allow to be said."""
    return CommonWords(
        day=lambda day: short_day(day, today),
        number=number,
        month=lambda day: month_words(day, today),
        short_month=short_month,
        spelled=_spelled(),
        one_point=translate(CONTEXT, "One point so far."),
        two_points=translate(CONTEXT, "Two points: too few for a direction."),
    )


def _spelled() -> tuple[str, ...]:
    return (
        translate(CONTEXT, "no"),
        translate(CONTEXT, "one"),
        translate(CONTEXT, "two"),
        translate(CONTEXT, "three"),
        translate(CONTEXT, "four"),
        translate(CONTEXT, "five"),
        translate(CONTEXT, "six"),
        translate(CONTEXT, "seven"),
        translate(CONTEXT, "eight"),
        translate(CONTEXT, "nine"),
        translate(CONTEXT, "ten"),
        translate(CONTEXT, "eleven"),
        translate(CONTEXT, "twelve"),
    )
