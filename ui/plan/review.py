"""Looking at a goal again: a card once its day has come, and the form that sets the next day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import Goal
from app.operations import goals
from ui import labels
from ui.context import Context
from ui.forms import Form
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_AGAIN = timedelta(weeks=4)


class ReviewCard(Card):
    """Says that one wanted to look at a goal again by now."""

    def __init__(self) -> None:
        super().__init__("lamp")
        self._words = Label("", "body", wrap=True)
        self.review = Button(self.tr("Review"))
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 9, 13, 9)
        row.setSpacing(13)
        row.addWidget(Picture("calendar-check", "lamp-text", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.review)

    def show_goal(self, goal: Goal, today: date) -> bool:
        """Return whether the day of review has come; a closed goal has none."""
        if goal.review is None or goal.review > today or goal.state.closed:
            return False
        said = self.tr("You wanted to look at this again today.")
        if goal.review < today:
            words = self.tr("You wanted to look at this again on {day}.")
            said = words.format(day=labels.short_day(goal.review, today))
        self._words.setText(said)
        return True


class ReviewForm(Form):
    """A question to think about, and the day of the next review."""

    def __init__(self, context: Context, goal: Goal, parent: QWidget) -> None:
        title, draft = translate("Plan", "Review goal"), f"plan.review:{goal.id}"
        super().__init__(context, title, parent, draft=draft, kind="dialog", subtitle=goal.title)
        self._goal_id = goal.id
        asked = self.tr("Is it still the right goal? Change it, close it, or go on as it is.")
        self.body.addWidget(Label(asked, "body", wrap=True))
        help_text = self.tr("Leave it empty to review it no more.")
        field = Field(self.tr("Next review"), DateField(context.today), help_text=help_text)
        self.focus_first(self.add_field("review", field).editor)
        self.add_buttons(self.tr("Mark as reviewed"))
        self.put_day("review", max(context.today(), goal.review or context.today()) + _AGAIN)
        self.begin()

    def submit(self) -> None:
        """Set the next day."""
        if not self.understood():
            return
        vault, following = self.context.vault, self.day("review")
        if self.run(lambda: goals.review_goal(vault, self._goal_id, following)) is not None:
            self.context.messages.say(self.tr("Goal reviewed"), undo=True)
