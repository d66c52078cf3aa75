"""The items of step 3, each with what of it is withheld, and what stays, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.queries.left_out import LeftOut
from app.sharing.source import Chosen
from ui import labels
from ui.share.words import (
    KIND_ICONS,
    counted,
    field_words,
    items_words,
    sentence_case,
    translate,
)
from ui.widgets.icons import Picture
from ui.widgets.text import Elided, Label


def included_row(chosen: Chosen, title: str, about: str, names: int) -> QWidget:
    """An item that leaves; at its end what of it is withheld, `names` among it."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 9, 0, 9)
    line.setSpacing(12)
    line.addWidget(Picture(KIND_ICONS[chosen.kind], "text-2"))
    words = QHBoxLayout()
    words.setSpacing(10)
    words.addWidget(Elided(title))
    words.addWidget(Label(about, "body", "text-2"))
    words.addStretch()
    line.addLayout(words, 1)
    if withheld := withheld_words(chosen, names):
        line.addWidget(Picture("eye-off", "curtain-text", 14))
        line.addWidget(Label(withheld, "caption", "curtain-text", weight=500))
    return row


def withheld_words(chosen: Chosen, names: int) -> str:
    """What of an item is withheld: evidence, passages and names."""
    parts = [field_words("evidence")] * bool(chosen.evidence)
    parts += passages_words(len(chosen.passages))
    parts += names_words(names)
    return ", ".join(parts)


def left_out_words(stays: Sequence[LeftOut], others: int) -> str:
    """What of the chosen items, and beside them, stays, as one sentence."""
    fields = tuple(dict.fromkeys(field for each in stays for field in each.fields))
    things = [field_words(field) for field in fields]
    things[1:] = [name[:1].lower() + name[1:] for name in things[1:]]
    things += passages_words(sum(each.passages for each in stays))
    things += linked_words(sum(len(each.linked) for each in stays))
    things += attempts_words(sum(each.attempts for each in stays))
    things += support_words(sum(each.support for each in stays))
    things += debriefs_words(sum(each.debriefs for each in stays))
    things += feedback_words(sum(each.feedback for each in stays))
    rest = translate("Share", "your other {items}").format(items=items_words(others))
    words = sentence_case(labels.listed([*things, rest]))
    return translate("Share", "{things}.").format(things=words)


def passages_words(n: int) -> list[str]:
    """How many passages are withheld; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 passage")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n passages"), n)


def names_words(n: int) -> list[str]:
    """How many people's names are replaced; nothing where none is."""
    one = QT_TRANSLATE_NOOP("Share", "1 name")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n names"), n)


def linked_words(n: int) -> list[str]:
    """How many linked entries stay; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 linked entry")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n linked entries"), n)


def attempts_words(n: int) -> list[str]:
    """How many attempts stay; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 attempt")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n attempts"), n)


def support_words(n: int) -> list[str]:
    """How much of what was asked of others stays; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 thing asked of somebody")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n things asked of others"), n)


def debriefs_words(n: int) -> list[str]:
    """How many debriefs stay; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 private debrief")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n private debriefs"), n)


def feedback_words(n: int) -> list[str]:
    """How much feedback that is evidence stays; nothing where there is none."""
    one = QT_TRANSLATE_NOOP("Share", "1 piece of feedback")
    return _some(one, QT_TRANSLATE_NOOP("Share", "%n pieces of feedback"), n)


def _some(one: object, many: object, n: int) -> list[str]:
    return [counted(one, many, n)] if n else []
