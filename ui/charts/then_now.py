"""The words of then and now, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.then_now_words import ThenNowWords
from app.charts.words import Plural
from app.domain.progress import Change
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate


def then_now_words(today: date) -> ThenNowWords:
    """What the chart of competencies says."""
    higher = Plural(translate(CONTEXT, "{n} higher", "one"), translate(CONTEXT, "{n} higher"))
    lower = Plural(translate(CONTEXT, "{n} lower", "one"), translate(CONTEXT, "{n} lower"))
    same = Plural(translate(CONTEXT, "{n} the same", "one"), translate(CONTEXT, "{n} the same"))
    anew = Plural(translate(CONTEXT, "{n} seen anew", "one"), translate(CONTEXT, "{n} seen anew"))
    return ThenNowWords(
        common=common_words(today),
        name=translate(CONTEXT, "Then and now"),
        own_view=translate(CONTEXT, "Your own view, from 1 to 5"),
        differ=translate(CONTEXT, "You and {who} differ by {n} on {name}. Worth a question."),
        begins=translate(CONTEXT, "This is where you start"),
        nothing=translate(
            CONTEXT, "Rate your competencies once, and later ones can be compared with it."
        ),
        counts={
            Change.HIGHER: higher,
            Change.SAME: same,
            Change.LOWER: lower,
            Change.ANEW: anew,
        },
        moved=translate(CONTEXT, "{then} to {now}"),
        moved_anew=translate(CONTEXT, "{then} to {now}, anew"),
        stayed=translate(CONTEXT, "{now}, same"),
        row=translate(CONTEXT, "{name}: {value}."),
        once=translate(CONTEXT, "{name}: {value} on {day}."),
        unrated=translate(CONTEXT, "Not rated on {day}."),
        between=translate(CONTEXT, "{then} and {now}."),
        seen_by=translate(CONTEXT, "{who} sees it at {value}."),
        rated=Plural(translate(CONTEXT, "{n} rated", "one"), translate(CONTEXT, "{n} rated")),
        then_key=translate(CONTEXT, "Then"),
        now_key=translate(CONTEXT, "Now"),
        anew_key=translate(CONTEXT, "Seen anew"),
        dated=translate(CONTEXT, "{key}, {day}"),
        others=translate(CONTEXT, "Somebody else"),
        competency_column=translate(CONTEXT, "Competency"),
        then_column=translate(CONTEXT, "Then"),
        now_column=translate(CONTEXT, "Now"),
        difference_column=translate(CONTEXT, "Difference"),
        evidence_column=translate(CONTEXT, "Evidence"),
        higher=higher,
        lower=lower,
        same=translate(CONTEXT, "The same"),
        anew=translate(CONTEXT, "Seen anew"),
    )
