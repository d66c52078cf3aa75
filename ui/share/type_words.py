"""The words of the types of pack: what each is called, what it suggests, and its file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.packs import PackType

_CONTEXT: Final = "PackType"
_NAMES: Final = {
    PackType.BRIEF: QT_TRANSLATE_NOOP("PackType", "Session brief"),
    PackType.PROGRESS: QT_TRANSLATE_NOOP("PackType", "Progress summary"),
    PackType.SPONSOR: QT_TRANSLATE_NOOP("PackType", "Sponsor brief"),
    PackType.CYCLE: QT_TRANSLATE_NOOP("PackType", "Cycle report"),
    PackType.HANDOVER: QT_TRANSLATE_NOOP("PackType", "Handover to a new mentor"),
    PackType.AGREEMENT: QT_TRANSLATE_NOOP("PackType", "Agreement page"),
    PackType.OWN: QT_TRANSLATE_NOOP("PackType", "My own choice"),
}
_SUGGESTS: Final = {
    PackType.BRIEF: QT_TRANSLATE_NOOP(
        "PackType",
        "Suggests the session with its question and agenda, what is open between the two of you, "
        "and what you flagged to bring.",
    ),
    PackType.PROGRESS: QT_TRANSLATE_NOOP(
        "PackType",
        "Suggests entries flagged to bring, active goals and stretch goals, and then and now.",
    ),
    PackType.SPONSOR: QT_TRANSLATE_NOOP(
        "PackType",
        "Suggests what you reached, what you are working on and the support you ask for. Your "
        "journal is not listed.",
    ),
    PackType.CYCLE: QT_TRANSLATE_NOOP(
        "PackType",
        "Suggests the cycle, its goals and experiences, then and now, and your exit reflection.",
    ),
    PackType.HANDOVER: QT_TRANSLATE_NOOP(
        "PackType",
        "Suggests the cycle with its agreement and outcome, what is still active, and then and "
        "now.",
    ),
    PackType.AGREEMENT: QT_TRANSLATE_NOOP(
        "PackType", "Suggests what you agreed for this cycle, and lists nothing else."
    ),
    PackType.OWN: QT_TRANSLATE_NOOP("PackType", "Suggests nothing. Everything is listed."),
}
_SUGGESTED: Final = {
    PackType.BRIEF: QT_TRANSLATE_NOOP("PackType", "Suggested for a session brief"),
    PackType.PROGRESS: QT_TRANSLATE_NOOP("PackType", "Suggested for a progress summary"),
    PackType.SPONSOR: QT_TRANSLATE_NOOP("PackType", "Suggested for a sponsor brief"),
    PackType.CYCLE: QT_TRANSLATE_NOOP("PackType", "Suggested for a cycle report"),
    PackType.HANDOVER: QT_TRANSLATE_NOOP("PackType", "Suggested for a handover"),
    PackType.AGREEMENT: QT_TRANSLATE_NOOP("PackType", "Suggested for an agreement page"),
    PackType.OWN: QT_TRANSLATE_NOOP("PackType", "Suggested"),
}
_FILES: Final = {
    PackType.BRIEF: QT_TRANSLATE_NOOP("PackType", "Greenroom session brief {day}"),
    PackType.PROGRESS: QT_TRANSLATE_NOOP("PackType", "Greenroom progress summary {day}"),
    PackType.SPONSOR: QT_TRANSLATE_NOOP("PackType", "Greenroom sponsor brief {day}"),
    PackType.CYCLE: QT_TRANSLATE_NOOP("PackType", "Greenroom cycle report {day}"),
    PackType.HANDOVER: QT_TRANSLATE_NOOP("PackType", "Greenroom handover {day}"),
    PackType.AGREEMENT: QT_TRANSLATE_NOOP("PackType", "Greenroom working agreement {day}"),
    PackType.OWN: QT_TRANSLATE_NOOP("PackType", "Greenroom summary {day}"),
}


def type_words(pack: PackType) -> str:
    """What a type of pack is called."""
    return _said(_NAMES[pack])


def suggests_words(pack: PackType) -> str:
    """What a type of pack suggests, in a sentence."""
    return _said(_SUGGESTS[pack])


def suggested_words(pack: PackType) -> str:
    """The heading above what a type of pack suggests."""
    return _said(_SUGGESTED[pack])


def file_words(pack: PackType, day: str) -> str:
    """A name for the file without anybody's name or words in it: it can be seen in a folder."""
    return _said(_FILES[pack]).format(day=day)


def _said(words: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(words))
