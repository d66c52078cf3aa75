"""How what an entry is evidence for is named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.ids import Kind
from app.queries.evidence import Target

_CONTEXT = "Journal"
TARGET_ICONS = {
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.MILESTONE: "milestone",
    Kind.COMPETENCY: "sprout",
}
"""What stands before something that an entry can be evidence for."""


def target_words(target: Target) -> str:
    """What kind of thing an entry is evidence for."""
    words = {
        Kind.GOAL: QCoreApplication.translate(_CONTEXT, "Goal"),
        Kind.STRETCH: QCoreApplication.translate(_CONTEXT, "Stretch goal"),
        Kind.MILESTONE: QCoreApplication.translate(_CONTEXT, "Milestone"),
        Kind.COMPETENCY: QCoreApplication.translate(_CONTEXT, "Competency"),
    }
    return words[target.kind]
