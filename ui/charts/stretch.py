"""The words of stretch confidence, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.stretch import StretchWords
from app.charts.words import Plural
from app.domain.goals import PlanUse
from app.domain.progress import Direction
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate


def stretch_words(today: date) -> StretchWords:
    """What the chart of check-ins says."""
    return StretchWords(
        common=common_words(today),
        name=translate(CONTEXT, "Confidence check-ins"),
        point=translate(CONTEXT, "{day}: {value} of 5."),
        ends=Plural(
            translate(
                CONTEXT, "It was {first} at first and {last} at the last, from {n} check-in."
            ),
            translate(
                CONTEXT, "It was {first} at first and {last} at the last, from {n} check-ins."
            ),
        ),
        directions={
            Direction.HIGHER: translate(
                CONTEXT, "It was higher at the last check-ins than at first."
            ),
            Direction.LOWER: translate(
                CONTEXT, "It was lower at the last check-ins than at first."
            ),
            Direction.SAME: translate(CONTEXT, "It was about the same at first and at the last."),
        },
        always=Plural(
            translate(CONTEXT, "Always {low} over {n} check-in."),
            translate(CONTEXT, "Always {low} over {n} check-ins."),
        ),
        between=Plural(
            translate(CONTEXT, "Between {low} and {high} over {n} check-in."),
            translate(CONTEXT, "Between {low} and {high} over {n} check-ins."),
        ),
        quiet=translate(CONTEXT, "Last check-in {day}."),
        attempt=translate(CONTEXT, "{day}: {what}"),
        nothing=translate(CONTEXT, "No check-in yet. One takes less than a minute."),
        unrated=translate(CONTEXT, "Rate confidence at a check-in and it shows here."),
        day_column=translate(CONTEXT, "Date"),
        confidence_column=translate(CONTEXT, "Confidence"),
        measure_column=translate(CONTEXT, "Measure"),
        plan_column=translate(CONTEXT, "Plan used"),
        note_column=translate(CONTEXT, "Note"),
        uses={use: use_words(use) for use in PlanUse},
    )


def use_words(use: PlanUse) -> str:
    """Whether an if-then plan was used, in words."""
    return {
        PlanUse.YES: translate(CONTEXT, "Yes"),
        PlanUse.NOT_THIS_TIME: translate(CONTEXT, "Not this time"),
        PlanUse.DID_NOT_COME_UP: translate(CONTEXT, "It did not come up"),
    }[use]
