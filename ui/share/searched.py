"""What a finished file was searched for, in words: never the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.feedback import Feedback
from app.domain.sessions import Session
from app.operations.packs import BuiltPdf
from app.sharing.source import Chosen, Shareable
from app.sharing.withholding import EVIDENCE, NAME, PASSAGE, RECORD_ID
from ui.share.words import counted, fields_words, translate

_FEW: Final = 2


def searched_words(built: BuiltPdf) -> list[str]:
    """A line for everything that was looked for and not found."""
    lines = [line for chosen in built.source.chosen for line in _of_item(built, chosen)]
    if any(field == NAME for _, field in built.searched):
        one = QT_TRANSLATE_NOOP("Share", "The name of one person")
        many = QT_TRANSLATE_NOOP("Share", "The names of %n people")
        lines.append(counted(one, many, len(built.source.unnamed)))
    lines.append(translate("Share", "The numbers that records have in the vault"))
    return lines


def _of_item(built: BuiltPdf, chosen: Chosen) -> Iterator[str]:
    title = chosen.record.title.strip() or _untitled(chosen.record)
    fields = [field for item, field in built.searched if item == chosen.id]
    if EVIDENCE in fields:
        yield translate("Share", "Evidence behind {title}").format(title=title)
    if PASSAGE in fields:
        one = QT_TRANSLATE_NOOP("Share", "1 passage in {title}")
        many = QT_TRANSLATE_NOOP("Share", "%n passages in {title}")
        yield counted(one, many, fields.count(PASSAGE)).format(title=title)
    names = [name for name in fields if name not in {EVIDENCE, PASSAGE, NAME, RECORD_ID}]
    if names:
        words = translate("Share", "{fields}, in {title}")
        if len(names) > _FEW:
            words = translate("Share", "The fields left out of {title}")
        yield words.format(fields=fields_words(names), title=title)


def _untitled(record: Shareable) -> str:
    """What an item without a title is called within a sentence."""
    if isinstance(record, Session):
        return translate("Share", "a session")
    if isinstance(record, Feedback):
        return translate("Share", "feedback")
    return translate("Share", "an entry without a title")
