"""What kinds of experience and ways to learn are called, and the icons that stand for them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.experiences import ExperienceKind, Learning

_CONTEXT = "Experiences"
_KINDS = {
    ExperienceKind.STRETCH_ASSIGNMENT: QT_TRANSLATE_NOOP("Experiences", "Stretch assignment"),
    ExperienceKind.ROTATION: QT_TRANSLATE_NOOP("Experiences", "Rotation"),
    ExperienceKind.CROSS_FUNCTIONAL: QT_TRANSLATE_NOOP("Experiences", "Cross-functional"),
    ExperienceKind.PUBLIC_SPEAKING: QT_TRANSLATE_NOOP("Experiences", "Public speaking"),
    ExperienceKind.STRATEGIC_PLANNING: QT_TRANSLATE_NOOP("Experiences", "Strategic planning"),
    ExperienceKind.STAKEHOLDERS: QT_TRANSLATE_NOOP("Experiences", "Stakeholder management"),
    ExperienceKind.HARDSHIP: QT_TRANSLATE_NOOP("Experiences", "Hardship"),
    ExperienceKind.SHADOWING: QT_TRANSLATE_NOOP("Experiences", "Shadowing"),
    ExperienceKind.COACHING: QT_TRANSLATE_NOOP("Experiences", "Coaching"),
    ExperienceKind.COURSE: QT_TRANSLATE_NOOP("Experiences", "Course"),
    ExperienceKind.OTHER: QT_TRANSLATE_NOOP("Experiences", "Other"),
}
KIND_ICONS = {
    ExperienceKind.STRETCH_ASSIGNMENT: "mountain",
    ExperienceKind.ROTATION: "repeat",
    ExperienceKind.CROSS_FUNCTIONAL: "network",
    ExperienceKind.PUBLIC_SPEAKING: "mic",
    ExperienceKind.STRATEGIC_PLANNING: "route",
    ExperienceKind.STAKEHOLDERS: "handshake",
    ExperienceKind.HARDSHIP: "shield",
    ExperienceKind.SHADOWING: "footprints",
    ExperienceKind.COACHING: "messages-square",
    ExperienceKind.COURSE: "graduation-cap",
    ExperienceKind.OTHER: "layers",
}
_LEARNING = {
    Learning.ON_THE_JOB: QT_TRANSLATE_NOOP("Experiences", "On the job"),
    Learning.WITH_OTHERS: QT_TRANSLATE_NOOP("Experiences", "With others"),
    Learning.FORMAL: QT_TRANSLATE_NOOP("Experiences", "Formal"),
}


def kind_words(kind: ExperienceKind) -> str:
    """What sort of experience it is."""
    return QCoreApplication.translate(_CONTEXT, str(_KINDS[kind]))


def learning_words(learning: Learning) -> str:
    """How one learns by it."""
    return QCoreApplication.translate(_CONTEXT, str(_LEARNING[learning]))
