"""The words of feedback: who, when, how far it is, and what the giver allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.feedback import Request, Way
from app.domain.forms import Consent
from app.queries.feedback import FeedbackRow, FeedbackView, RequestView, Shelf
from app.queries.trail import PackMention
from ui.labels import clock, day_words, long_day, short_day

translate = QCoreApplication.translate
_CONTEXT = "Feedback"
_SHELVES = {
    Shelf.ARRIVED: QT_TRANSLATE_NOOP("Feedback", "Arrived"),
    Shelf.ASKED: QT_TRANSLATE_NOOP("Feedback", "Asked"),
    Shelf.USED: QT_TRANSLATE_NOOP("Feedback", "Used"),
    Shelf.ASIDE: QT_TRANSLATE_NOOP("Feedback", "Set aside"),
    Shelf.EARLIER: QT_TRANSLATE_NOOP("Feedback", "Earlier requests"),
}
_ALLOWED = {
    Consent.PRIVATE: QT_TRANSLATE_NOOP("Feedback", "Keep it between us"),
    Consent.UNNAMED: QT_TRANSLATE_NOOP("Feedback", "Share without my name"),
    Consent.NAMED: QT_TRANSLATE_NOOP("Feedback", "Share with my name"),
}
_MEANS = {
    Consent.PRIVATE: QT_TRANSLATE_NOOP("Feedback", "It goes into no share pack."),
    Consent.UNNAMED: QT_TRANSLATE_NOOP("Feedback", "In a share pack their name is withheld."),
    Consent.NAMED: QT_TRANSLATE_NOOP(
        "Feedback", "In a share pack their name can stand beside the words."
    ),
}


def shelf_words(shelf: Shelf) -> str:
    """What stands above a part of the list."""
    return translate(_CONTEXT, str(_SHELVES[shelf]))


def allowed_words(consent: Consent) -> str:
    """What the giver allows, as they would say it."""
    return translate(_CONTEXT, str(_ALLOWED[consent]))


def means_words(consent: Consent) -> str:
    """What that means for share packs."""
    return translate(_CONTEXT, str(_MEANS[consent]))


def who_words(name: str) -> str:
    """What somebody is called, also where nobody knows."""
    return name or translate(_CONTEXT, "Somebody")


def wanted_words(reply_by: date, today: date) -> str:
    """By when a reply is wanted, or that it was wanted by then."""
    day = short_day(reply_by, today)
    if reply_by < today:
        return translate(_CONTEXT, "was due {day}").format(day=day)
    return translate(_CONTEXT, "by {day}").format(day=day)


def aside_words(row: FeedbackRow, today: date) -> str:
    """The day at the end of a row."""
    if row.shelf is Shelf.ASKED:
        return wanted_words(row.reply_by, today) if row.reply_by else ""
    if row.shelf is Shelf.EARLIER:
        return short_day(row.day, today)
    return day_words(row.day, today)


def subject_words(form: str, about: str) -> str:
    """Form and subject in one line: "Feedforward, speaking without slides"."""
    return ", ".join(part for part in (form, about) if part)


def fact(row: FeedbackRow, today: date) -> tuple[str, str, str]:
    """Icon, words and colour of how far it is."""
    if row.shelf is Shelf.ARRIVED:
        return "inbox", translate(_CONTEXT, "Read it first"), "lamp-text"
    if row.shelf is Shelf.ASKED:
        asked = translate(_CONTEXT, "Asked {day}").format(day=short_day(row.day, today))
        return "clock", asked, "text-3"
    if row.shelf is Shelf.ASIDE:
        return "archive", translate(_CONTEXT, "Set aside"), "text-3"
    if row.shelf is Shelf.EARLIER:
        return _earlier(row, today)
    if row.shared:
        return "send", translate(_CONTEXT, "In a share pack"), "curtain-text"
    return "lock", translate(_CONTEXT, "Private"), "text-3"


def row_sentence(row: FeedbackRow, today: date) -> str:
    """A whole row as a sentence."""
    parts = [who_words(row.who), subject_words(row.form, row.about), fact(row, today)[1]]
    if row.shelf is Shelf.ASKED:
        parts.append(wanted_words(row.reply_by, today) if row.reply_by else "")
    else:
        parts.append(long_day(row.day, today))
    parts.append(evidence_words(row.evidence))
    return ", ".join(part for part in parts if part)


def evidence_words(count: int) -> str:
    """For how much something is evidence; nothing where it is for nothing."""
    if count == 0:
        return ""
    if count == 1:
        return translate(_CONTEXT, "evidence for 1 thing")
    return translate(_CONTEXT, "evidence for {n} things").format(n=count)


def given_title(view: FeedbackView) -> str:
    """The heading of what somebody said."""
    return translate(_CONTEXT, "Feedback from {name}").format(name=_named(view.name))


def arrived_lede(view: FeedbackView, today: date) -> str:
    """With which form it came, and when."""
    given = view.feedback
    if given.way is Way.HAND:
        form = translate(_CONTEXT, "{form}. Typed in for {day}.")
        return form.format(form=given.name, day=short_day(given.day, today))
    if given.day != view.arrived.day:
        return translate(_CONTEXT, "{form}. Arrived {day}.").format(
            form=given.name, day=short_day(given.day, today)
        )
    if given.day == today:
        form = translate(_CONTEXT, "{form}. Arrived today, {time}.")
    else:
        form = translate(_CONTEXT, "{form}. Arrived {day}, {time}.")
    time = clock(view.arrived.local)
    return form.format(form=given.name, day=short_day(given.day, today), time=time)


def packs_tip(packs: Sequence[PackMention]) -> str:
    """Which packs it is in, and whether they have left."""
    left = translate(_CONTEXT, "{0}: saved as a PDF")
    draft = translate(_CONTEXT, "{0}: a draft")
    return "\n".join((left if pack.left else draft).format(pack.title) for pack in packs)


def asked_title(view: RequestView) -> str:
    """The heading of a request."""
    name = view.who.name if view.who else ""
    return translate(_CONTEXT, "Asked {name}").format(name=_named(name))


def asked_lede(request: Request, today: date) -> str:
    """When something was asked with which form, and by when it is wanted."""
    asked = short_day(request.asked, today)
    if request.reply_by is None:
        return translate(_CONTEXT, "{form}. Asked {day}.").format(form=request.name, day=asked)
    form = translate(_CONTEXT, "{form}. Asked {day}, {wanted}.")
    wanted = wanted_words(request.reply_by, today)
    return form.format(form=request.name, day=asked, wanted=wanted)


def _named(name: str) -> str:
    return name or translate(_CONTEXT, "somebody")


def _earlier(row: FeedbackRow, today: date) -> tuple[str, str, str]:
    if row.answered:
        day = short_day(row.answered, today)
        return "check", translate(_CONTEXT, "Answered {day}").format(day=day), "text-3"
    closed = short_day(row.closed, today) if row.closed else ""
    return "minus", translate(_CONTEXT, "Stopped waiting {day}").format(day=closed), "text-3"
