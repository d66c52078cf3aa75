"""How what an entry is evidence for is named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.ids import Kind
from app.queries.evidence import Target
from ui.labels import counted

_CONTEXT = "Journal"
TARGET_ICONS = {
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.MILESTONE: "milestone",
    Kind.EXPERIENCE: "layers",
    Kind.COMPETENCY: "sprout",
}
"""What stands before something that an entry can be evidence for."""


def target_words(target: Target) -> str:
    """What kind of thing an entry is evidence for."""
    words = {
        Kind.GOAL: QCoreApplication.translate(_CONTEXT, "Goal"),
        Kind.STRETCH: QCoreApplication.translate(_CONTEXT, "Stretch goal"),
        Kind.MILESTONE: QCoreApplication.translate(_CONTEXT, "Milestone"),
        Kind.EXPERIENCE: QCoreApplication.translate(_CONTEXT, "Experience"),
        Kind.COMPETENCY: QCoreApplication.translate(_CONTEXT, "Competency"),
    }
    return words[target.kind]


def links_words(kinds: Sequence[Kind]) -> str:
    """How much an entry is evidence for: "1 goal", or "3 links" where they are of other kinds."""
    count = len(kinds)
    if all(kind in (Kind.GOAL, Kind.STRETCH) for kind in kinds):
        one = QCoreApplication.translate(_CONTEXT, "1 goal")
        many = QCoreApplication.translate(_CONTEXT, "{n} goals")
    else:
        one = QCoreApplication.translate(_CONTEXT, "1 link")
        many = QCoreApplication.translate(_CONTEXT, "{n} links")
    return counted(count, one, many)
