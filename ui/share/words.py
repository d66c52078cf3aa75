"""The words of Share: kinds, fields, counts and people, each a whole phrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.clock import Moment
from app.domain.ids import Kind
from app.domain.packs import Passage
from ui import labels

translate = QCoreApplication.translate

KIND_ICONS = {
    Kind.CYCLE: "calendar-days",
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.EXPERIENCE: "layers",
    Kind.ENTRY: "notebook-pen",
    Kind.CHART: "sprout",
    Kind.SESSION: "messages-square",
    Kind.ACTION: "square-check",
    Kind.FEEDBACK: "message-square-quote",
}

_SECTIONS = {
    Kind.CYCLE: QT_TRANSLATE_NOOP("Share", "Cycles"),
    Kind.GOAL: QT_TRANSLATE_NOOP("Share", "Goals"),
    Kind.STRETCH: QT_TRANSLATE_NOOP("Share", "Stretch goals"),
    Kind.EXPERIENCE: QT_TRANSLATE_NOOP("Share", "Experiences"),
    Kind.ENTRY: QT_TRANSLATE_NOOP("Share", "Journal"),
    Kind.CHART: QT_TRANSLATE_NOOP("Share", "Growth"),
    Kind.SESSION: QT_TRANSLATE_NOOP("Share", "Sessions"),
    Kind.ACTION: QT_TRANSLATE_NOOP("Share", "Actions"),
    Kind.FEEDBACK: QT_TRANSLATE_NOOP("Share", "Feedback"),
}
_FIELDS = {
    "dates": QT_TRANSLATE_NOOP("Share", "Dates"),
    "agreement": QT_TRANSLATE_NOOP("Share", "What was agreed"),
    "purpose": QT_TRANSLATE_NOOP("Share", "What it is for"),
    "outcome": QT_TRANSLATE_NOOP("Share", "What came of it"),
    "body": QT_TRANSLATE_NOOP("Share", "Text"),
    "images": QT_TRANSLATE_NOOP("Share", "Images"),
    "chart": QT_TRANSLATE_NOOP("Share", "Chart"),
    "energy": QT_TRANSLATE_NOOP("Share", "Energy"),
    "confidence": QT_TRANSLATE_NOOP("Share", "Confidence"),
    "tags": QT_TRANSLATE_NOOP("Share", "Tags"),
    "why": QT_TRANSLATE_NOOP("Share", "Why"),
    "alignment": QT_TRANSLATE_NOOP("Share", "What it serves"),
    "obstacle": QT_TRANSLATE_NOOP("Share", "Obstacle"),
    "measure": QT_TRANSLATE_NOOP("Share", "Measure"),
    "milestones": QT_TRANSLATE_NOOP("Share", "Milestones"),
    "targets": QT_TRANSLATE_NOOP("Share", "Commit and stretch targets"),
    "plan": QT_TRANSLATE_NOOP("Share", "If-then plan"),
    "if_badly": QT_TRANSLATE_NOOP("Share", "If it goes badly"),
    "support": QT_TRANSLATE_NOOP("Share", "Support to ask for"),
    "competencies": QT_TRANSLATE_NOOP("Share", "Competencies"),
    "check_ins": QT_TRANSLATE_NOOP("Share", "Check-ins and their notes"),
    "did": QT_TRANSLATE_NOOP("Share", "What I did"),
    "hours": QT_TRANSLATE_NOOP("Share", "Hours"),
    "people": QT_TRANSLATE_NOOP("Share", "People"),
    "learned": QT_TRANSLATE_NOOP("Share", "What it taught me"),
    "when": QT_TRANSLATE_NOOP("Share", "When"),
    "question": QT_TRANSLATE_NOOP("Share", "The question"),
    "agenda": QT_TRANSLATE_NOOP("Share", "Agenda"),
    "place": QT_TRANSLATE_NOOP("Share", "Place and link"),
    "prep": QT_TRANSLATE_NOOP("Share", "Preparation"),
    "notes": QT_TRANSLATE_NOOP("Share", "Notes of the session"),
    "who": QT_TRANSLATE_NOOP("Share", "Who"),
    "due": QT_TRANSLATE_NOOP("Share", "By when"),
    "state": QT_TRANSLATE_NOOP("Share", "How it stands"),
    "about": QT_TRANSLATE_NOOP("Share", "What it is about"),
    "answers": QT_TRANSLATE_NOOP("Share", "Answers"),
    "rating": QT_TRANSLATE_NOOP("Share", "Ratings"),
    "giver": QT_TRANSLATE_NOOP("Share", "Who gave it"),
    "remark": QT_TRANSLATE_NOOP("Share", "My note"),
    "name": QT_TRANSLATE_NOOP("Share", "Name"),
    "passage": QT_TRANSLATE_NOOP("Share", "Withheld passage"),
    "evidence": QT_TRANSLATE_NOOP("Share", "Evidence"),
    "title": QT_TRANSLATE_NOOP("Share", "Title"),
    "note": QT_TRANSLATE_NOOP("Share", "Note to them"),
    "passages": QT_TRANSLATE_NOOP("Share", "What is withheld"),
    "id": QT_TRANSLATE_NOOP("Share", "Record number"),
}
_NUMBERS = (
    QT_TRANSLATE_NOOP("Share", "one"),
    QT_TRANSLATE_NOOP("Share", "two"),
    QT_TRANSLATE_NOOP("Share", "three"),
    QT_TRANSLATE_NOOP("Share", "four"),
    QT_TRANSLATE_NOOP("Share", "five"),
    QT_TRANSLATE_NOOP("Share", "six"),
    QT_TRANSLATE_NOOP("Share", "seven"),
    QT_TRANSLATE_NOOP("Share", "eight"),
    QT_TRANSLATE_NOOP("Share", "nine"),
    QT_TRANSLATE_NOOP("Share", "ten"),
    QT_TRANSLATE_NOOP("Share", "eleven"),
    QT_TRANSLATE_NOOP("Share", "twelve"),
)
_KILO = 1000


def section_words(kind: Kind) -> str:
    """The heading over the items of a kind."""
    return translate("Share", str(_SECTIONS[kind]))


def field_words(field: str) -> str:
    """The name of a field."""
    return translate("Share", str(_FIELDS[field]))


def fields_words(fields: Sequence[str]) -> str:
    """Fields in a row, as they stand in a sentence: the first begins it."""
    names = [field_words(field) for field in fields]
    return labels.listed([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])


def first_name(name: str) -> str:
    """The name that somebody is called by in a sentence."""
    return name.split(maxsplit=1)[0] if name.split() else translate("Share", "the reader")


def counted(one: object, many: object, n: int) -> str:
    """One of two phrases of QT_TRANSLATE_NOOP; `%n` in the second is the number."""
    if n == 1:
        return translate("Share", str(one))
    return translate("Share", str(many), None, n).replace("%n", labels.number(n))


def passage_words(passage: Passage) -> str:
    """What a withheld passage is, and whether a mark stands in its place."""
    if passage.marked:
        return translate("Share", "Withheld passage")
    return translate("Share", "Withheld without a trace")


def withheld_words(n: int) -> str:
    """How many passages of an item are withheld."""
    one = QT_TRANSLATE_NOOP("Share", "1 withheld")
    return counted(one, QT_TRANSLATE_NOOP("Share", "%n withheld"), n)


def withholding_words(before: Sequence[Passage], now: Sequence[Passage]) -> str:
    """What became of the withheld passages of an item; nothing where they are as before."""
    earlier, texts = {each.text for each in before}, {each.text for each in now}
    added, shown = len(texts - earlier), len(earlier - texts)
    if added and not shown:
        one = QT_TRANSLATE_NOOP("Share", "Passage withheld")
        return counted(one, QT_TRANSLATE_NOOP("Share", "%n passages withheld"), added)
    if shown and not added:
        one = QT_TRANSLATE_NOOP("Share", "Passage shown again")
        return counted(one, QT_TRANSLATE_NOOP("Share", "%n passages shown again"), shown)
    changed = translate("Share", "Withheld passages changed")
    return changed if set(before) != set(now) else ""


def quoted(text: str) -> str:
    """Somebody's words in quotation marks, on one line."""
    return translate("Share", "“{words}”").format(words=" ".join(text.split()))


def items_words(n: int) -> str:
    """How many items there are."""
    one = QT_TRANSLATE_NOOP("Share", "1 item")
    return counted(one, QT_TRANSLATE_NOOP("Share", "%n items"), n)


def pages_words(n: int) -> str:
    """How many pages there are."""
    one = QT_TRANSLATE_NOOP("Share", "1 page")
    return counted(one, QT_TRANSLATE_NOOP("Share", "%n pages"), n)


def number_words(n: int) -> str:
    """A small number written out."""
    return translate("Share", str(_NUMBERS[n - 1])) if 1 <= n <= len(_NUMBERS) else labels.number(n)


def size_words(size: int) -> str:
    """The size of a file, in kilobytes."""
    form = translate("Share", "{n} KB")
    return form.format(n=labels.number(max(1, round(size / _KILO))))


def fingerprint(sha256: str, groups: int = 4) -> str:
    """The first digits of a digest, in groups of four."""
    return " ".join(sha256[start : start + 4] for start in range(0, 4 * groups, 4))


def sentence_case(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def state_words(saved: Moment | None, now: Moment, *, left: bool) -> str:
    """How a pack is kept: as a draft since some time, or as a file that just left."""
    if left:
        return translate("Share", "Saved as a PDF, {time}").format(time=labels.clock(now.local))
    if saved is None:
        return translate("Share", "Nothing is kept yet")
    time = labels.clock(saved.local)
    if saved.day == now.day:
        return translate("Share", "Draft, saved {time}").format(time=time)
    form = translate("Share", "Draft, saved {day}, {time}")
    return form.format(day=labels.day_words(saved.day, now.day), time=time)
