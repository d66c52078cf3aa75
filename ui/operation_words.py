"""What the foot of the window says after an undo or a redo."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.changes import Op

_NAMES: dict[Op, Any] = {
    Op.ADD_ENTRY: QT_TRANSLATE_NOOP("Operations", "New entry"),
    Op.WRITE_ENTRY: QT_TRANSLATE_NOOP("Operations", "Writing"),
    Op.DELETE_ENTRY: QT_TRANSLATE_NOOP("Operations", "Entry moved to trash"),
    Op.LINK_EVIDENCE: QT_TRANSLATE_NOOP("Operations", "Evidence linked"),
    Op.UNLINK_EVIDENCE: QT_TRANSLATE_NOOP("Operations", "Evidence unlinked"),
    Op.QUOTE_EVIDENCE: QT_TRANSLATE_NOOP("Operations", "Passage linked as evidence"),
    Op.RESTORE_VERSION: QT_TRANSLATE_NOOP("Operations", "Version brought back"),
    Op.RENAME_TAG: QT_TRANSLATE_NOOP("Operations", "Tags changed"),
    Op.ADD_TEMPLATE: QT_TRANSLATE_NOOP("Operations", "New template"),
    Op.REVISE_TEMPLATE: QT_TRANSLATE_NOOP("Operations", "Template changed"),
    Op.DELETE_TEMPLATE: QT_TRANSLATE_NOOP("Operations", "Template moved to trash"),
    Op.SAVE_SEARCH: QT_TRANSLATE_NOOP("Operations", "Search saved"),
    Op.DELETE_SEARCH: QT_TRANSLATE_NOOP("Operations", "Saved search removed"),
    Op.ADD_GOAL: QT_TRANSLATE_NOOP("Operations", "New goal"),
    Op.REVISE_GOAL: QT_TRANSLATE_NOOP("Operations", "Goal changed"),
    Op.CLOSE_GOAL: QT_TRANSLATE_NOOP("Operations", "Goal closed"),
    Op.REOPEN_GOAL: QT_TRANSLATE_NOOP("Operations", "Goal paused, set aside or reopened"),
    Op.DELETE_GOAL: QT_TRANSLATE_NOOP("Operations", "Goal moved to trash"),
    Op.MOVE_GOAL: QT_TRANSLATE_NOOP("Operations", "Goals reordered"),
    Op.REVIEW_GOAL: QT_TRANSLATE_NOOP("Operations", "Goal reviewed"),
    Op.ADD_MILESTONE: QT_TRANSLATE_NOOP("Operations", "New milestone"),
    Op.REVISE_MILESTONE: QT_TRANSLATE_NOOP("Operations", "Milestone changed"),
    Op.TICK_MILESTONE: QT_TRANSLATE_NOOP("Operations", "Milestone ticked"),
    Op.DELETE_MILESTONE: QT_TRANSLATE_NOOP("Operations", "Milestone moved to trash"),
    Op.ADD_STRETCH: QT_TRANSLATE_NOOP("Operations", "New stretch goal"),
    Op.REVISE_STRETCH: QT_TRANSLATE_NOOP("Operations", "Stretch goal changed"),
    Op.CLOSE_STRETCH: QT_TRANSLATE_NOOP("Operations", "Stretch goal closed"),
    Op.REOPEN_STRETCH: QT_TRANSLATE_NOOP(
        "Operations", "Stretch goal paused, set aside or reopened"
    ),
    Op.DELETE_STRETCH: QT_TRANSLATE_NOOP("Operations", "Stretch goal moved to trash"),
    Op.ADD_CHECK_IN: QT_TRANSLATE_NOOP("Operations", "Check-in"),
    Op.REVISE_CHECK_IN: QT_TRANSLATE_NOOP("Operations", "Check-in changed"),
    Op.DELETE_CHECK_IN: QT_TRANSLATE_NOOP("Operations", "Check-in moved to trash"),
    Op.REVIEW_WEEK: QT_TRANSLATE_NOOP("Operations", "Weekly check-ins"),
    Op.USE_PLAN: QT_TRANSLATE_NOOP("Operations", "Use of the plan"),
    Op.ADD_CYCLE: QT_TRANSLATE_NOOP("Operations", "New cycle"),
    Op.REVISE_CYCLE: QT_TRANSLATE_NOOP("Operations", "Cycle changed"),
    Op.ADD_PERSON: QT_TRANSLATE_NOOP("Operations", "New person"),
    Op.REVISE_PERSON: QT_TRANSLATE_NOOP("Operations", "Person changed"),
    Op.END_CYCLE: QT_TRANSLATE_NOOP("Operations", "Cycle ended"),
    Op.REOPEN_CYCLE: QT_TRANSLATE_NOOP("Operations", "Cycle running again"),
    Op.DELETE_CYCLE: QT_TRANSLATE_NOOP("Operations", "Cycle moved to trash"),
    Op.AGREE: QT_TRANSLATE_NOOP("Operations", "Agreement changed"),
    Op.WRITE_REFLECTION: QT_TRANSLATE_NOOP("Operations", "New entry for the cycle"),
    Op.CHOOSE_REFLECTION: QT_TRANSLATE_NOOP("Operations", "Entry chosen for the cycle"),
    Op.MOVE_TO_CYCLE: QT_TRANSLATE_NOOP("Operations", "Goals moved between cycles"),
    Op.DELETE_PERSON: QT_TRANSLATE_NOOP("Operations", "Person moved to trash"),
    Op.ADD_COMPETENCY: QT_TRANSLATE_NOOP("Operations", "New competency"),
    Op.REVISE_COMPETENCY: QT_TRANSLATE_NOOP("Operations", "Competency changed"),
    Op.ARCHIVE_COMPETENCY: QT_TRANSLATE_NOOP("Operations", "Competency archived"),
    Op.BRING_COMPETENCY_BACK: QT_TRANSLATE_NOOP("Operations", "Competency brought back"),
    Op.DELETE_COMPETENCY: QT_TRANSLATE_NOOP("Operations", "Competency moved to trash"),
    Op.ADD_COMPETENCIES: QT_TRANSLATE_NOOP("Operations", "Competencies brought in"),
    Op.ASSESS: QT_TRANSLATE_NOOP("Operations", "Assessment"),
    Op.DELETE_ASSESSMENT: QT_TRANSLATE_NOOP("Operations", "Assessment moved to trash"),
    Op.ADD_EXPERIENCE: QT_TRANSLATE_NOOP("Operations", "New experience"),
    Op.REVISE_EXPERIENCE: QT_TRANSLATE_NOOP("Operations", "Experience changed"),
    Op.DELETE_EXPERIENCE: QT_TRANSLATE_NOOP("Operations", "Experience moved to trash"),
    Op.ADD_ATTEMPT: QT_TRANSLATE_NOOP("Operations", "New attempt"),
    Op.REVISE_ATTEMPT: QT_TRANSLATE_NOOP("Operations", "Attempt changed"),
    Op.DELETE_ATTEMPT: QT_TRANSLATE_NOOP("Operations", "Attempt moved to trash"),
    Op.WRITE_DEBRIEF: QT_TRANSLATE_NOOP("Operations", "New debrief"),
    Op.ADD_SUPPORT: QT_TRANSLATE_NOOP("Operations", "New support"),
    Op.REVISE_SUPPORT: QT_TRANSLATE_NOOP("Operations", "Support changed"),
    Op.DELETE_SUPPORT: QT_TRANSLATE_NOOP("Operations", "Support moved to trash"),
    Op.ADD_PACK: QT_TRANSLATE_NOOP("Operations", "New share pack"),
    Op.REVISE_PACK: QT_TRANSLATE_NOOP("Operations", "Share pack changed"),
    Op.WITHHOLD: QT_TRANSLATE_NOOP("Operations", "Withheld passages changed"),
    Op.MARK_SHARED: QT_TRANSLATE_NOOP("Operations", "Note in the ledger"),
    Op.DELETE_PACK: QT_TRANSLATE_NOOP("Operations", "Share pack moved to trash"),
    Op.RESTORE: QT_TRANSLATE_NOOP("Operations", "Restored from trash"),
    Op.IMPORT: QT_TRANSLATE_NOOP("Operations", "Import"),
}


def undone_words(op: Op, *, redone: bool) -> str:
    """What was taken back or done again, as a sentence for the toast."""
    name = QCoreApplication.translate("Operations", _NAMES[op])
    if redone:
        return QCoreApplication.translate("Operations", "Done again: {what}").format(what=name)
    return QCoreApplication.translate("Operations", "Taken back: {what}").format(what=name)
