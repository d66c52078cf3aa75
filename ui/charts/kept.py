"""The words of the actions on both sides, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.kept import KeptWords
from app.charts.words import Plural
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate


def kept_words(today: date) -> KeptWords:
    """What the chart of actions says."""
    return KeptWords(
        common=common_words(today),
        name=translate(CONTEXT, "Actions kept, on both sides"),
        both=translate(CONTEXT, "You did {mine} of {my_whole}, {name} {theirs} of {their_whole}"),
        own=translate(CONTEXT, "You did {mine} of {my_whole}"),
        other=translate(CONTEXT, "{name} did {theirs} of {their_whole}"),
        still=Plural(
            translate(CONTEXT, "{n} is still open, from {day}"),
            translate(CONTEXT, "{n} are still open, the oldest from {day}"),
        ),
        none_open=translate(CONTEXT, "None is open"),
        you=translate(CONTEXT, "You"),
        done=translate(CONTEXT, "Done"),
        open=translate(CONTEXT, "Open"),
        dropped=translate(CONTEXT, "Dropped"),
        of=translate(CONTEXT, "{n} of {whole}"),
        said=translate(CONTEXT, "{who}: {done} of {whole} done, {open} open, {dropped} dropped."),
        invitation=translate(CONTEXT, "What is agreed in a session shows here, on both sides."),
        action_column=translate(CONTEXT, "Action"),
        owner_column=translate(CONTEXT, "Whose"),
        agreed_column=translate(CONTEXT, "Agreed"),
        due_column=translate(CONTEXT, "Due"),
        state_column=translate(CONTEXT, "State"),
    )
