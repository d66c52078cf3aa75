"""The words that goals and stretch goals share wherever they stand: their plan, and confidence."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate
_CONTEXT = "Aims"
_CONFIDENCE = (
    QT_TRANSLATE_NOOP("Aims", "I doubt it"),
    QT_TRANSLATE_NOOP("Aims", "It is a long way off"),
    QT_TRANSLATE_NOOP("Aims", "It could go either way"),
    QT_TRANSLATE_NOOP("Aims", "I expect to do it"),
    QT_TRANSLATE_NOOP("Aims", "I know I can"),
)


def confidence_anchors() -> list[str]:
    """What confidence from 1 to 5 means."""
    return [translate(_CONTEXT, str(words)) for words in _CONFIDENCE]


def plan_words(if_when: str, then_do: str) -> tuple[str, list[str]]:
    """An if-then plan as a sentence, and the words in it to emphasise."""
    strong = [translate(_CONTEXT, "If"), translate(_CONTEXT, "then")]
    when, what = if_when.strip().rstrip(".,"), then_do.strip().rstrip(".")
    return translate(_CONTEXT, "If {0}, then {1}.").format(when, what), strong
