"""The words of the ledger: what became of a copy, and what of it was withheld."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.packs import Mark
from app.queries.ledger import LedgerItem, LedgerRow, MarkRow
from ui import labels
from ui.share.words import counted, fields_words, sentence_case
from ui.shared_words import withheld_words

translate = QCoreApplication.translate

MARK_ICONS = {
    Mark.REVOKED: "mail",
    Mark.DELETED: "trash-2",
    Mark.EXPIRED: "circle-check",
}
_MARKS = {
    Mark.REVOKED: QT_TRANSLATE_NOOP("Share", "Asked to delete it"),
    Mark.DELETED: QT_TRANSLATE_NOOP("Share", "They say it is deleted"),
    Mark.EXPIRED: QT_TRANSLATE_NOOP("Share", "Served its purpose"),
}


def mark_words(mark: Mark) -> str:
    """What became of a copy."""
    return translate("Share", str(_MARKS[mark]))


def marked_words(marked: MarkRow, today: date) -> str:
    """What became of a copy, and when that was noted."""
    form = translate("Share", "{mark}, {day}")
    return form.format(mark=mark_words(marked.mark), day=labels.short_day(marked.day, today))


def until_words(until: date, today: date) -> str:
    """Until when a copy was or is meant."""
    form = translate("Share", "Was meant until {day}")
    if until >= today:
        form = translate("Share", "Meant until {day}")
    return form.format(day=labels.short_day(until, today))


def standing_words(row: LedgerRow, today: date) -> str:
    """What was noted last of a copy, else until when it was meant if that has passed."""
    if row.mark is not None:
        return marked_words(row.mark, today)
    lapsed = row.lapsed(today)
    return until_words(lapsed, today) if lapsed is not None else ""


def left_words(item: LedgerItem) -> str:
    """The fields of an item that left, and what of it was withheld."""
    parts = [fields_words(item.fields), withheld_words(item.passages, item.evidence)]
    return ". ".join(sentence_case(part) for part in parts if part)


def unnamed_words(people: int) -> str:
    """How many people were called by their roles; nothing where nobody was."""
    one = QT_TRANSLATE_NOOP("Share", "1 name replaced by a role")
    many = QT_TRANSLATE_NOOP("Share", "%n names replaced by roles")
    return counted(one, many, people) if people else ""
