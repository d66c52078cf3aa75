"""What is said about a version of an entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.changes import Op
from app.domain.entry_content import Content
from app.queries.versions import VersionRow
from ui.labels import counted, number

_CONTEXT = "Versions"


def length_words(count: int) -> str:
    """How many words a version has: 1 word, 86 words."""
    translate = QCoreApplication.translate
    return counted(count, translate(_CONTEXT, "1 word"), translate(_CONTEXT, "{n} words"))


def changed_words(row: VersionRow) -> str:
    """What is different in a version from the one before it, or what made it."""
    translate = QCoreApplication.translate
    made = {
        Op.RESTORE_VERSION: translate(_CONTEXT, "A version brought back"),
        Op.UNDO: translate(_CONTEXT, "Taken back"),
        Op.REDO: translate(_CONTEXT, "Done again"),
        Op.RENAME_TAG: translate(_CONTEXT, "Tags changed"),
        Op.IMPORT: translate(_CONTEXT, "Imported"),
    }
    if row.op in made:
        return made[row.op]
    parts = [
        (row.title, translate(_CONTEXT, "Title")),
        (row.text, translate(_CONTEXT, "Text")),
        (row.tags, translate(_CONTEXT, "Tags")),
        (row.ratings, translate(_CONTEXT, "Ratings")),
    ]
    return " \u00b7 ".join(words for changed, words in parts if changed)


def facts_words(old: Content, new: Content) -> list[str]:
    """The tags and ratings that differ, a sentence each."""
    translate = QCoreApplication.translate
    known, kept = set(old.tags), set(new.tags)
    told = []
    for words, tags in (
        (translate(_CONTEXT, "Tags inserted: {0}."), [t for t in new.tags if t not in known]),
        (translate(_CONTEXT, "Tags deleted: {0}."), [t for t in old.tags if t not in kept]),
    ):
        if tags:
            told.append(words.format(" ".join(f"#{tag}" for tag in tags)))
    for words, before, after in (
        (translate(_CONTEXT, "Energy: {0}, then {1}."), old.energy, new.energy),
        (translate(_CONTEXT, "Confidence: {0}, then {1}."), old.confidence, new.confidence),
    ):
        if before != after:
            told.append(words.format(_rating(before), _rating(after)))
    return told


def _rating(value: int | None) -> str:
    return QCoreApplication.translate(_CONTEXT, "not rated") if value is None else number(value)
