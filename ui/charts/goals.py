"""The words of goals by state, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.goals import GoalsWords
from app.charts.words import Plural
from app.domain.goals import GoalState
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate


def goals_words(today: date) -> GoalsWords:
    """What the chart of goals says."""
    return GoalsWords(
        common=common_words(today),
        name=translate(CONTEXT, "Goals by state"),
        counts={
            GoalState.MET: Plural(
                translate(CONTEXT, "{n} met", "one"), translate(CONTEXT, "{n} met")
            ),
            GoalState.PARTLY_MET: Plural(
                translate(CONTEXT, "{n} partly met", "one"), translate(CONTEXT, "{n} partly met")
            ),
            GoalState.ACTIVE: Plural(
                translate(CONTEXT, "{n} active", "one"), translate(CONTEXT, "{n} active")
            ),
            GoalState.PAUSED: Plural(
                translate(CONTEXT, "{n} paused", "one"), translate(CONTEXT, "{n} paused")
            ),
            GoalState.SOMEDAY: Plural(
                translate(CONTEXT, "{n} for someday", "one"), translate(CONTEXT, "{n} for someday")
            ),
            GoalState.LET_GO: Plural(
                translate(CONTEXT, "{n} let go", "one"), translate(CONTEXT, "{n} let go")
            ),
        },
        states={
            GoalState.MET: translate(CONTEXT, "Met"),
            GoalState.PARTLY_MET: translate(CONTEXT, "Partly met"),
            GoalState.ACTIVE: translate(CONTEXT, "Active"),
            GoalState.PAUSED: translate(CONTEXT, "Paused"),
            GoalState.SOMEDAY: translate(CONTEXT, "Someday"),
            GoalState.LET_GO: translate(CONTEXT, "Let go"),
        },
        under=Plural(translate(CONTEXT, "{n} goal"), translate(CONTEXT, "{n} goals")),
        mark=translate(CONTEXT, "{title}: {state}."),
        since=translate(CONTEXT, "Since {day}."),
        taught=translate(CONTEXT, "It taught: {what}"),
        invitation=translate(CONTEXT, "No goals in these days yet."),
        goal_column=translate(CONTEXT, "Goal"),
        state_column=translate(CONTEXT, "State"),
        since_column=translate(CONTEXT, "Since"),
        learned_column=translate(CONTEXT, "What it taught"),
    )
