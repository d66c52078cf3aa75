"""The page of the day."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Id, Kind
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.queries import questions
from app.queries import today as queries
from app.queries.today import RECOVERY_HINT_HIDDEN, Today
from ui import labels
from ui.context import Context, Destination
from ui.page import Page
from ui.today.beginning import Beginning
from ui.today.question import QuestionCard
from ui.today.side import Side
from ui.today.steps import Steps
from ui.widgets.page_frame import PageFrame


class TodayPage(Page):
    """A question, the next steps, and at the side what to keep in mind."""

    place: ClassVar[str] = "today"
    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.PACK, Kind.PERSON}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._skipped = 0
        self._frame = PageFrame(title_role="display", side=True)
        self._question = QuestionCard()
        self._steps = Steps()
        self._beginning = Beginning()
        self._side = Side()
        self._assemble()
        self._connect()

    # Methods

    def refresh(self) -> None:
        """Show the present day."""
        shown = queries.today(self.context.vault)
        self._shown = shown
        self._frame.set_heading(labels.long_day(shown.day, shown.day), self._lede(shown))
        self._show_question()
        self._question.setVisible(not shown.nothing_yet)
        self._steps.setVisible(not shown.nothing_yet)
        self._beginning.setVisible(shown.nothing_yet)
        self._steps.show_steps(shown.steps, shown.open_steps, shown.day)
        self._side.show_day(shown)

    def first_focus(self) -> QWidget | None:
        """Writing is one key away."""
        return self._beginning.start if self._beginning.isVisibleTo(self) else self._question.start

    # Private

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._frame.main.addWidget(self._question)
        self._frame.main.addSpacing(8)
        self._frame.main.addWidget(self._steps)
        self._frame.main.addWidget(self._beginning)
        self._frame.main.addStretch()
        self._frame.side.addWidget(self._side)
        self._frame.side.addStretch()

    def _connect(self) -> None:
        self._question.started.connect(self._start_writing)
        self._question.skipped.connect(self._skip)
        self._question.rated.connect(self._rate)
        self._steps.ticked.connect(self._tick)
        for source in (self._steps, self._side, self._beginning):
            source.went.connect(self.navigate)
        self._side.hint_done.connect(
            lambda: self.context.perform(
                lambda: self.context.vault.prefer(RECOVERY_HINT_HIDDEN, "yes")
            )
        )

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
            self.navigate.emit(Destination("journal", act="new", detail=f"prompt:{question}"))
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

    def _tick(self, milestone_id: str) -> None:
        day = self.context.today()
        done = self.context.perform(
            lambda: goals.tick_milestone(self.context.vault, Id(milestone_id), day)
        )
        if done is not None:
            self.context.messages.say(self.tr("Step done"), undo=True)
