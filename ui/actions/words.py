"""What is said of an action: who does it, when it is due, and what became of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.action_line import ActionLanguage
from app.domain.sessions import ActionState
from app.queries.actions import ActionRow
from ui.labels import day_language, short_day, weekday_and_day


def who_words(row: ActionRow, *, both_sides: bool = False) -> str:
    """Who does it; with `both_sides` also for whom."""
    if not row.mine:
        return row.short or _tr("Somebody no longer listed")
    if both_sides and row.short:
        return _tr("You, with {name}").format(name=row.short)
    return _tr("You")


def when_words(row: ActionRow, today: date) -> str:
    """When it is due, or when it was done or dropped; nothing where no day is known."""
    if row.state is not ActionState.OPEN:
        forms = {ActionState.DONE: _tr("done {day}"), ActionState.DROPPED: _tr("dropped {day}")}
        bare = {ActionState.DONE: _tr("done"), ActionState.DROPPED: _tr("dropped")}
        if row.state_day is None:
            return bare[row.state]
        return forms[row.state].format(day=short_day(row.state_day, today))
    return due_words(row.due, today) if row.due else ""


def due_words(due: date, today: date) -> str:
    """By when it is to be done, or by when it was."""
    if due < today:
        return _tr("was due {day}").format(day=short_day(due, today))
    return _tr("due {day}").format(day=weekday_and_day(due, today))


def about_words(row: ActionRow, today: date, *, both_sides: bool = False) -> str:
    """The line below an action: "Ruth, due Wed 27 May"."""
    parts = (who_words(row, both_sides=both_sides), when_words(row, today))
    return ", ".join(part for part in parts if part)


def sentence(row: ActionRow, today: date, *, both_sides: bool = False) -> str:
    """The whole action as it is read out."""
    parts = [row.title, about_words(row, today, both_sides=both_sides)]
    if row.is_open:
        parts.append(_tr("open"))
    return ", ".join(parts)


def action_language(locale: QLocale | None = None) -> ActionLanguage:
    """The words that an action line knows here."""
    return ActionLanguage(
        by=tuple(_tr("by", "in front of a day that something is due").split("|")),
        before_names=tuple(
            _tr(
                "about|and|at|by|for|from|of|on|or|to|with",
                "in front of a name that is no mention",
            ).split("|")
        ),
        days=day_language(locale),
    )


def me_words() -> tuple[str, ...]:
    """What a mention of the mentee says."""
    return tuple(_tr("me", "in a mention of the mentee: @me").split("|"))


def _tr(words: str, note: str = "") -> str:
    return QCoreApplication.translate("Actions", words, note or None)
