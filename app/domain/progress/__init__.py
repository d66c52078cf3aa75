"""How something went over time: frozen rows that charts, tables, sentences and PDFs read alike."""

from app.domain.progress.reading import ENOUGH, Direction, Reading
from app.domain.progress.then_now import Change, Listed, ThenNow, ThenNowRow, then_now
from app.domain.progress.trend import (
    Point,
    Trend,
    TrendRow,
    is_gap,
    trend,
)

__all__ = [
    "ENOUGH",
    "Change",
    "Direction",
    "Listed",
    "Point",
    "Reading",
    "ThenNow",
    "ThenNowRow",
    "Trend",
    "TrendRow",
    "is_gap",
    "then_now",
    "trend",
]
