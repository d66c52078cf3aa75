"""A chart laid out in the spaces it is shown in, once in each."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from app.drawing.chart import Chart, Measure, Space
from app.drawing.shapes import NOTHING, Drawing, Role
from ui.theme import Theme, current_theme
from ui.widgets.chart_painter import chart_font

_SPACES, _WORDS = 8, 1024


class ChartLayout:
    """Keeps the last drawings of one chart, as long as the theme's sizes and contrast stay.

    A layout asks for the height at some widths before the chart gets one of them.
    """

    def __init__(self) -> None:
        self._chart: Chart | None = None
        self._theme = current_theme()
        self._measure = measured(self._theme)
        self._drawings: dict[tuple[float, bool], Drawing] = {}

    def show_chart(self, chart: Chart) -> None:
        """Lay another chart out from now on."""
        self._chart = chart
        self._drawings.clear()

    def drawing(self, width: float, *, rtl: bool) -> Drawing:
        """The drawing at a width in logical pixels; the same one as long as nothing changes."""
        if self._chart is None:
            return NOTHING
        self._follow_theme()
        place = (width, rtl)
        if place not in self._drawings:
            if len(self._drawings) == _SPACES:
                del self._drawings[next(iter(self._drawings))]
            space = Space(width, self._measure, rtl, self._theme.high_contrast)
            self._drawings[place] = self._chart.draw(space)
        return self._drawings[place]

    # Private

    def _follow_theme(self) -> None:
        before, self._theme = self._theme, current_theme()
        if before is self._theme:
            return
        sized = self._theme.is_sized_as(before)
        if not sized:
            self._measure = measured(self._theme)
        if not sized or self._theme.high_contrast != before.high_contrast:
            self._drawings.clear()


def measured(theme: Theme) -> Measure:
    """What tells how wide words are at the sizes of a theme, in logical pixels."""
    metrics: dict[Role, QFontMetricsF] = {}

    @lru_cache(maxsize=_WORDS)
    def measure(words: str, role: Role) -> float:
        if role not in metrics:
            metrics[role] = QFontMetricsF(chart_font(theme, role))
        return metrics[role].horizontalAdvance(words) / theme.scale

    return measure
