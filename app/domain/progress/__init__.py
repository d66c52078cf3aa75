"""How something went over time: frozen rows that charts, tables, sentences and PDFs read alike."""

from app.domain.progress.reading import ENOUGH, Direction, Reading
from app.domain.progress.trend import (
    Point,
    Trend,
    TrendRow,
    is_gap,
    trend,
)

__all__ = ["ENOUGH", "Direction", "Point", "Reading", "Trend", "TrendRow", "is_gap", "trend"]
