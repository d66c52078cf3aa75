"""Settings: what to be reminded of, when, when it is quiet, and whether the desktop says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.reminder_choices import LEADS, ReminderChoices, Subject
from app.operations import reminders
from app.queries import reminders as queries
from ui import labels
from ui.context import Context
from ui.desk import Desk
from ui.desktop_notes import notification_words
from ui.settings.section import Group, Row, Section
from ui.widgets.button import Button
from ui.widgets.check import Switch
from ui.widgets.choice import Choice

_CONTEXT: Final = "RemindersSection"
_HOUR, _DAY = 60, 1440
_MIDNIGHT: Final = datetime(2026, 1, 5)  # noqa: DTZ001 - a Monday on the wall, in no zone
_NEEDED: Final = {
    "weekday": Subject.REFLECTION,
    "weekly_at": Subject.REFLECTION,
    "lead": Subject.SESSIONS,
}
"""Choices that mean nothing while a kind of reminder is off."""


class RemindersSection(Section):
    """Reminders of this vault; the choices lie in it."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        lede = QCoreApplication.translate(
            _CONTEXT, "While the vault is locked nothing comes. It waits until you unlock."
        )
        super().__init__(QCoreApplication.translate(_CONTEXT, "Reminders"), lede, parent)
        self._context = context
        self._desk = desk
        self.subjects: dict[Subject, Switch] = {}
        self.switches: dict[str, Switch] = {}
        self.choices: dict[str, Choice] = {}
        self.show_one = Button(self.tr("Show one now"))
        self._add_subjects()
        self._add_quiet()
        self._add_desktop()
        self.column.addStretch(1)
        self.show_one.clicked.connect(self._show_one)
        self.refresh()

    # Methods

    def refresh(self) -> None:
        """Show what is chosen now."""
        chosen = queries.choices(self._context.vault.read)
        for subject, switch in self.subjects.items():
            _set(switch, on=subject in chosen.subjects)
        for name, switch in self.switches.items():
            _set(switch, on=getattr(chosen, name))
        for name, choice in self.choices.items():
            choice.set_value(getattr(chosen, name))
            needed = _NEEDED.get(name)
            used = needed is None or needed in chosen.subjects
            choice.setEnabled(used)
            choice.setToolTip("" if used else self.tr("This kind of reminder is off."))
        self._weekly.say(self._weekly_words(chosen))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for a way to tell the desktop, once somebody wants to see it."""
        super().showEvent(event)
        self._show_desktop()

    # Private

    def _add_subjects(self) -> None:
        group = self.add_group(self.tr("What to be reminded of"))
        words = self.tr("Left out in a week in which you wrote one.")
        self._add_subject(group, Subject.REFLECTION, self.tr("Weekly reflection"), words)
        days = [(QLocale().standaloneDayName(day + 1), day) for day in range(7)]
        self._add_choice(group, "weekday", self.tr("Day of the reflection"), "", days)
        at = self.tr("Time of the reflection")
        self._weekly = self._add_choice(group, "weekly_at", at, "", _times())
        words = self.tr("Once a week, for all of them together.")
        self._add_subject(group, Subject.CHECK_INS, self.tr("Check-ins on stretch goals"), words)
        title = self.tr("Milestones and goals to look at again")
        self._add_subject(group, Subject.MILESTONES, title, self.tr("On their day."))
        words = self.tr("The day after you asked to have it by.")
        self._add_subject(group, Subject.ANSWERS, self.tr("Feedback you asked for"), words)
        words = self.tr("Of check-ins, milestones and feedback.")
        self._add_choice(group, "at", self.tr("Time of day"), words, _times())
        words = self.tr("Never once the session has begun.")
        self._add_subject(group, Subject.SESSIONS, self.tr("Sessions"), words)
        leads = [(_lead_words(lead), lead) for lead in LEADS]
        self._add_choice(group, "lead", self.tr("Before a session"), "", leads)

    def _add_quiet(self) -> None:
        group = self.add_group(self.tr("Quiet"))
        words = self.tr("The same time twice means no quiet hours.")
        self._add_choice(group, "quiet_from", self.tr("Quiet from"), words, _times())
        words = self.tr("What falls into the quiet comes at its end, for a session before it.")
        self._add_choice(group, "quiet_until", self.tr("Quiet until"), words, _times())
        self._add_switch(group, "quiet_weekends", self.tr("Quiet weekends"), "")
        words = self.tr("Otherwise all that comes on one day is put together.")
        self._add_switch(group, "several", self.tr("More than one reminder a day"), words)

    def _add_desktop(self) -> None:
        group = self.add_group(self.tr("On the desktop"))
        title = self.tr("Notification while another window is in front")
        self._notify = self._add_switch(group, "notify", title, self._desktop_words())
        words = self.tr("To see where it appears. It looks like any other.")
        group.add_row(self.tr("Try it"), words, self.show_one)

    def _add_subject(self, group: Group, subject: Subject, title: str, words: str) -> None:
        switch = self.subjects[subject] = Switch(name=title)
        switch.toggled.connect(lambda on: self._want(subject, on=on))
        group.add_row(title, words, switch)

    def _add_switch(self, group: Group, name: str, title: str, words: str) -> Row:
        switch = self.switches[name] = Switch(name=title)
        switch.toggled.connect(lambda on: self._choose(name, on))
        return group.add_row(title, words, switch)

    def _add_choice(
        self,
        group: Group,
        name: str,
        title: str,
        words: str,
        options: Sequence[tuple[str, object]],
    ) -> Row:
        choice = self.choices[name] = Choice(options, name=title)
        choice.picked.connect(partial(self._choose, name))
        return group.add_row(title, words, choice)

    def _want(self, subject: Subject, *, on: bool) -> None:
        subjects = queries.choices(self._context.vault.read).subjects
        self._choose("subjects", subjects | {subject} if on else subjects - {subject})

    def _choose(self, name: str, value: Any) -> None:  # noqa: ANN401 - what each choice holds
        vault = self._context.vault
        chosen = replace(queries.choices(vault.read), **{name: value})
        self._context.perform(lambda: reminders.choose(vault, chosen))
        self.refresh()

    def _weekly_words(self, chosen: ReminderChoices) -> str:
        """When the reflection really comes, where its time lies in the quiet."""
        day = _MIDNIGHT + timedelta(days=chosen.weekday)
        wanted = datetime.combine(day, chosen.weekly_at)
        comes = chosen.after_quiet(wanted)
        if comes == wanted:
            return ""
        words = self.tr("That is quiet time. It comes on {day} at {time}.")
        weekday = QLocale().standaloneDayName(comes.isoweekday())
        return words.format(day=weekday, time=labels.clock(comes))

    def _show_desktop(self) -> None:
        available = self._desk.notes.available
        why = "" if available else self._desktop_words()
        for control in (self.switches["notify"], self.show_one):
            control.setEnabled(available)
            control.setToolTip(why)
        self._notify.say(self._desktop_words(available=available))

    def _desktop_words(self, *, available: bool = False) -> str:
        if available:
            return self.tr("It says only \u201c{words}\u201d.").format(words=notification_words())
        return self.tr(
            "This computer has no notifications that Greenroom can use. Reminders show in the "
            "window."
        )

    def _show_one(self) -> None:
        if not self._desk.notes.show_note():
            self._context.messages.say(self.tr("The desktop did not show it."))


def _set(switch: Switch, *, on: bool) -> None:
    switch.blockSignals(True)
    switch.setChecked(on)
    switch.blockSignals(False)


def _times() -> list[tuple[str, time]]:
    halves = (_MIDNIGHT + timedelta(minutes=30 * number) for number in range(48))
    return [(labels.clock(moment), moment.time()) for moment in halves]


def _lead_words(minutes: int) -> str:
    if minutes < _HOUR:
        words = QCoreApplication.translate(_CONTEXT, "{n} minutes before")
        return words.format(n=labels.number(minutes))
    if minutes < _DAY:
        return labels.counted(
            minutes // _HOUR,
            QCoreApplication.translate(_CONTEXT, "{n} hour before"),
            QCoreApplication.translate(_CONTEXT, "{n} hours before"),
        )
    return labels.counted(
        minutes // _DAY,
        QCoreApplication.translate(_CONTEXT, "{n} day before"),
        QCoreApplication.translate(_CONTEXT, "{n} days before"),
    )
