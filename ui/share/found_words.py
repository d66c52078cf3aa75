"""Where something withheld was found in a finished file, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.ids import Id
from app.operations.packs import Found, WithheldTextFoundError
from app.sharing.readback import Place
from ui import labels
from ui.share.draft import DraftPack
from ui.share.item_words import title_words
from ui.share.words import field_words

_PLACES = {
    Place.TITLE: QT_TRANSLATE_NOOP("Share", "in the title of the file"),
    Place.DETAILS: QT_TRANSLATE_NOOP("Share", "in the details of the file"),
    Place.BOOKMARK: QT_TRANSLATE_NOOP("Share", "in its list of contents"),
    Place.LINK: QT_TRANSLATE_NOOP("Share", "in the address of a link"),
    Place.READER: QT_TRANSLATE_NOOP("Share", "in the words for screen readers"),
    Place.FORM: QT_TRANSLATE_NOOP("Share", "in a form"),
    Place.NOTE: QT_TRANSLATE_NOOP("Share", "in a note on a page"),
    Place.ATTACHMENT: QT_TRANSLATE_NOOP("Share", "in an attachment"),
    Place.PICTURE: QT_TRANSLATE_NOOP("Share", "in what a picture says of itself"),
    Place.FONT: QT_TRANSLATE_NOOP("Share", "in a font"),
    Place.SCRIPT: QT_TRANSLATE_NOOP("Share", "in a script"),
    Place.HIDDEN: QT_TRANSLATE_NOOP("Share", "in text that no page shows"),
}
_ELSEWHERE = QT_TRANSLATE_NOOP("Share", "in the file, off its pages")

translate = QCoreApplication.translate


def found_words(error: WithheldTextFoundError, draft: DraftPack, today: date) -> str:
    """What was found, each on a line, named by its title and field, and where."""
    titles = {each.id: title_words(each, today) for each in draft.candidates}
    lines = (_line(each, titles, draft.pack.title) for each in error.found)
    return "\n".join(dict.fromkeys(lines))


def _line(found: Found, titles: Mapping[Id, str], pack: str) -> str:
    title, field = titles.get(found.item, pack), field_words(found.field)
    if found.page:
        form = translate("Share", "{title}, {field}: page {page}.")
        return form.format(title=title, field=field, page=labels.number(found.page))
    where = translate("Share", str(_PLACES.get(found.place, _ELSEWHERE)))
    form = translate("Share", "{title}, {field}: {where}.")
    return form.format(title=title, field=field, where=where)
