"""The page of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.domain.reminder_choices import Subject
from app.domain.reminders import Nudge, Thing, later_today
from app.operations import check_ins, journal
from app.operations import reminders as reminding
from app.operations.journal import EntryDraft
from app.queries import questions, reminders
from app.queries import today as queries
from app.queries.reviews import PUT_OFF, REVIEWED
from app.queries.today import RECOVERY_HINT_HIDDEN, SHOWN, Today
from ui import labels
from ui.context import Context, Destination, detail_line
from ui.page import Page
from ui.reminder_words import destination as leads_to
from ui.today.beginning import Beginning
from ui.today.coming_card import ComingCard
from ui.today.question import QuestionCard
from ui.today.reminder_card import ReminderCard
from ui.today.review import ReviewCard
from ui.today.side import Side
from ui.today.step_actions import StepActions
from ui.today.steps import Steps
from ui.widgets.page_frame import PageFrame

_ALL: Final = 50
"""How many steps are shown where all are asked for; a page is no place for a thousand."""
_MINUTE_MS: Final = 60_000
REMINDER: Final = "reminder"
"""The act of a destination that leads to what is waiting."""


class TodayPage(Page):
    """A question, the next steps, and at the side what to keep in mind."""

    place: ClassVar[str] = "today"
    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.PACK}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._skipped = 0
        self._frame = PageFrame(title_role="display", side=True)
        self._reminder = ReminderCard()
        self._question = QuestionCard()
        self._review = ReviewCard(context)
        self._coming = ComingCard()
        self._steps = Steps(context.today)
        self._limit = SHOWN
        self._acts = StepActions(context, self)
        self._beginning = Beginning()
        self._side = Side()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._assemble()
        self._connect()

    # Methods

    def refresh(self) -> None:
        """Show the present day."""
        shown = queries.today(self.context.vault, self._limit)
        self._shown = shown
        self._frame.set_heading(labels.long_day(shown.day, shown.day), self._lede(shown))
        self._show_reminder()
        self._show_question()
        if shown.review is not None:
            self._review.show_review(shown.review)
        self._review.setVisible(shown.review is not None)
        self._question.setVisible(not shown.nothing_yet and shown.review is None)
        if shown.coming is not None:
            self._coming.show_coming(shown.coming, shown.day)
        self._coming.setVisible(shown.coming is not None)
        self._steps.setVisible(not shown.nothing_yet)
        self._beginning.setVisible(shown.nothing_yet)
        expanded = self._limit > SHOWN
        self._steps.show_steps(shown.steps, shown.open_steps, expanded=expanded)
        self._side.show_day(shown)

    def arrive(self, destination: Destination) -> None:
        """Go to the reminder that waits, or say that there is none."""
        if destination.act != REMINDER:
            return
        if self._reminder.isVisibleTo(self):
            self._reminder.open.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._shown.review is None:
            self.context.messages.say(self.tr("No reminder is waiting."))

    def first_focus(self) -> QWidget | None:
        """Writing is one key away, on check-in day the first answer."""
        if self._shown.review is not None:
            return self._review.first()
        return self._beginning.start if self._beginning.isVisibleTo(self) else self._question.start

    def save(self) -> None:
        """Keep what was given in the review; raises AppError where that fails."""
        self._review.keep()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the day again, now and from minute to minute."""
        super().showEvent(event)
        self._follow_day()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the clock alone while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    # Private

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._frame.main.addWidget(self._reminder)
        self._frame.main.addWidget(self._question)
        self._frame.main.addWidget(self._review)
        self._frame.main.addWidget(self._coming)
        self._frame.main.addWidget(self._steps)
        self._frame.main.addWidget(self._beginning)
        self._frame.main.addStretch()
        self._frame.side.addWidget(self._side)
        self._frame.side.addStretch()

    def _connect(self) -> None:
        self._reminder.opened.connect(self._open_reminder)
        self._reminder.put_off.connect(self._put_off_reminder)
        self._reminder.dismissed.connect(self._dismiss_reminder)
        self._question.started.connect(self._start_writing)
        self._question.skipped.connect(self._skip)
        self._question.rated.connect(self._rate)
        self._review.saved.connect(self._save_review)
        self._review.put_off.connect(self._put_off_review)
        self._steps.ticked.connect(self._acts.tick)
        self._steps.moved.connect(self._acts.move)
        self._steps.all_asked.connect(self._show_all)
        self._side.plan_used.connect(self._use_plan)
        self._minute.timeout.connect(self._follow_day)
        for source in (self._coming, self._steps, self._side, self._beginning, self._review):
            source.went.connect(self.navigate)
        self._side.hint_done.connect(
            lambda: self.context.perform(
                lambda: self.context.vault.prefer(RECOVERY_HINT_HIDDEN, "yes")
            )
        )

    def _show_reminder(self) -> None:
        """What waits, except for check-ins where the review below asks for them."""
        vault = self.context.vault
        read, now = vault.read, vault.now()
        nudge = None if vault.read_only else reminders.is_waiting(read, now)
        if nudge is not None and self._shown.review is not None:
            left = tuple(t for t in nudge.things if t.subject is not Subject.CHECK_INS)
            nudge = Nudge(left, nudge.since) if left else None
        later = later_today(now, reminders.choices(read)) is not None
        self._reminder.show_nudge(nudge, now, later=later)

    def _open_reminder(self, thing: Thing) -> None:
        self._forget([thing])
        self.navigate.emit(leads_to(thing))

    def _put_off_reminder(self) -> None:
        vault = self.context.vault
        until = later_today(vault.now(), reminders.choices(vault.read))
        if until is not None:
            self.context.perform(lambda: reminding.put_off(vault, until))
            self.context.messages.say(
                self.tr("It comes again at {time}").format(time=labels.clock(until))
            )
        self._go_to_start()

    def _dismiss_reminder(self) -> None:
        if self._reminder.nudge is not None:
            self._forget(self._reminder.nudge.things)
        self._go_to_start()

    def _forget(self, things: Iterable[Thing]) -> None:
        vault, gone = self.context.vault, [thing.occurrence for thing in things]
        self.context.perform(lambda: reminding.dismiss(vault, gone))

    def _lede(self, shown: Today) -> str:
        if shown.cycle is not None:
            cycle = shown.cycle
            return self.tr("Week {week} of {weeks} · {title}").format(
                week=cycle.week_of(shown.day), weeks=cycle.weeks, title=cycle.title
            )
        if shown.nothing_yet:
            return self.tr("Nobody else can read what you write here.")
        return ""

    def _show_question(self) -> None:
        reader, library = self.context.vault.read, self.context.library
        self._asked = questions.of_the_day(reader, library, self._shown.day, self._skipped)
        rating = self._shown.rating
        self._question.show_question(
            self._asked,
            energy=rating.energy if rating else None,
            confidence=rating.confidence if rating else None,
        )

    def _skip(self) -> None:
        self._skipped += 1
        self._show_question()

    def _start_writing(self) -> None:
        """Begin an entry with the question; one that holds today's ratings is written on."""
        rating, question = self._shown.rating, self._asked
        if rating is None:
            self.navigate.emit(
                Destination("journal", act="new", detail=detail_line("prompt", question))
            )
            return
        draft = replace(EntryDraft.of(rating), body=f"> {question}\n\n")
        vault = self.context.vault
        if self.context.perform(lambda: journal.write(vault, rating.id, draft)):
            self.navigate.emit(Destination("journal", id=rating.id))

    def _rate(self, name: str, value: int) -> None:
        """Keep a rating without writing, in an entry of its own for the day."""
        rating = self._shown.rating
        draft = EntryDraft.of(rating) if rating else EntryDraft()
        given = value or None
        draft = (
            replace(draft, energy=given) if name == "energy" else replace(draft, confidence=given)
        )
        vault = self.context.vault
        if rating is None:
            self.context.perform(lambda: journal.add(vault, draft))
        else:
            self.context.perform(lambda: journal.write(vault, rating.id, draft))

    def _show_all(self, asked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._limit = _ALL if asked else SHOWN
        self.refresh()

    def _follow_day(self) -> None:
        """Show another day once it has begun."""
        if self._shown.day != self.context.today():
            self._skipped = 0
            self.refresh()

    def _use_plan(self, used: bool) -> None:  # noqa: FBT001 - a signal's argument
        plan, vault, day = self._shown.plan, self.context.vault, self.context.today()
        if plan is None:
            return
        self.context.perform(lambda: check_ins.use_plan(vault, plan.aim, day, used=used))

    def _save_review(self) -> None:
        """Save all check-ins as one step, which one undo takes back with all that was given."""
        vault, notes = self.context.vault, self._review.check_ins()
        saved = self.context.perform(lambda: check_ins.review_week(vault, notes, REVIEWED))
        if saved is None:
            return
        self._review.finish()
        words = labels.counted(saved, self.tr("Check-in saved"), self.tr("{n} check-ins saved"))
        self.context.messages.say(words, undo=True)
        self._go_to_start()

    def _put_off_review(self) -> None:
        """Ask the question instead, and for the review again tomorrow."""
        tomorrow = self.context.today() + timedelta(days=1)
        self.context.perform(lambda: self.context.vault.prefer(PUT_OFF, tomorrow.isoformat()))
        self._go_to_start()

    def _go_to_start(self) -> None:
        if (start := self.first_focus()) is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)
