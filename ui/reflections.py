"""What is written at the points of a cycle: their names, and where writing begins."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.cycles import Point
from app.domain.ids import Id
from ui.context import Destination

_CONTEXT: Final = "Reflections"
_POINTS: Final = {
    Point.START: QT_TRANSLATE_NOOP("Reflections", "Start reflection"),
    Point.MIDDLE: QT_TRANSLATE_NOOP("Reflections", "Mid-cycle check-in"),
    Point.EXIT: QT_TRANSLATE_NOOP("Reflections", "Exit reflection"),
}
_TEMPLATES: Final = {Point.MIDDLE: "mid-cycle-check-in", Point.EXIT: "exit-reflection"}


def point_words(point: Point) -> str:
    """What a point of a cycle is called."""
    return QCoreApplication.translate(_CONTEXT, str(_POINTS[point]))


def beginning(cycle_id: Id, point: Point) -> Destination:
    """Where the entry of a point is begun; with its first words it belongs to the cycle."""
    lines = [f"title:{point_words(point)}", f"{point.value}:{cycle_id}"]
    if point in _TEMPLATES:
        lines.append(f"template:{_TEMPLATES[point]}")
    else:
        question = QCoreApplication.translate(_CONTEXT, "What would make this cycle worth it?")
        lines.append(f"prompt:{question}")
    return Destination("journal", act="new", detail="\n".join(lines))
