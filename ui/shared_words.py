"""What is said of an item that left, wherever that is told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.queries.ledger import LedgerItem
from ui import labels

translate = QCoreApplication.translate


def withheld_words(passages: int, evidence: int) -> str:
    """What of an item or of a whole PDF stayed, counted; nothing where nothing did."""
    things = []
    if passages:
        one, many = translate("Share", "1 passage"), translate("Share", "{n} passages")
        things.append(labels.counted(passages, one, many))
    if evidence:
        one = translate("Share", "1 piece of evidence")
        many = translate("Share", "{n} pieces of evidence")
        things.append(labels.counted(evidence, one, many))
    if not things:
        return ""
    return translate("Share", "{things} withheld").format(things=labels.listed(things))


def now_words(item: LedgerItem) -> str:
    """How an item is now, against how it left; nothing where it reads the same."""
    if item.erased:
        return translate("Share", "Deleted for good")
    if item.withdrawn:
        return translate("Share", "May not be shared any more")
    if item.gone:
        return translate("Share", "In the trash")
    return translate("Share", "Changed") if item.changed else ""
