"""The words of the charts of the journal, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from app.charts.confidence import ConfidenceWords
from app.charts.themes import ThemesWords
from app.charts.words import Plural
from app.charts.writing import WritingWords
from ui.charts.common import CONTEXT, common_words

translate = QCoreApplication.translate
_WEEK = range(1, 8)


def confidence_words(today: date) -> ConfidenceWords:
    """What the chart of confidence over time says."""
    return ConfidenceWords(
        common=common_words(today),
        name=translate(CONTEXT, "Confidence over time"),
        ends=translate(CONTEXT, "Confidence was {first} at first, {last} now"),
        moved=translate(CONTEXT, "It moved between {low} and {high}"),
        still=translate(CONTEXT, "Confidence was {value} all along"),
        once=translate(CONTEXT, "Confidence was {value}"),
        session_sign=translate(CONTEXT, "S{n}"),
        session_mark=translate(CONTEXT, "{day}: session {n} with {name}."),
        alone_mark=translate(CONTEXT, "{day}: session {n}."),
        own_mark=translate(CONTEXT, "{day}: {title}."),
        session=translate(CONTEXT, "Session {n}."),
        signs=translate(CONTEXT, "{measured}, S marks a session"),
        weekly=Plural(
            translate(CONTEXT, "Weekly middle value of {n} entry"),
            translate(CONTEXT, "Weekly middle value of {n} entries"),
        ),
        monthly=Plural(
            translate(CONTEXT, "Monthly middle value of {n} entry"),
            translate(CONTEXT, "Monthly middle value of {n} entries"),
        ),
        week=translate(CONTEXT, "Week of {day}: confidence {value},"),
        month=translate(CONTEXT, "{month}: confidence {value},"),
        from_entries=Plural(
            translate(CONTEXT, "from {n} entry."), translate(CONTEXT, "from {n} entries.")
        ),
        invitation=translate(CONTEXT, "Rate confidence on an entry and it shows here."),
        week_column=translate(CONTEXT, "Week of"),
        month_column=translate(CONTEXT, "Month"),
        count_column=translate(CONTEXT, "Entries"),
        middle_column=translate(CONTEXT, "Middle"),
        low_column=translate(CONTEXT, "Lowest"),
        high_column=translate(CONTEXT, "Highest"),
        sessions_column=translate(CONTEXT, "Sessions"),
    )


def writing_words(today: date) -> WritingWords:
    """What the journaling calendar says."""
    locale = QLocale()
    short = [locale.standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in _WEEK]
    return WritingWords(
        common=common_words(today),
        name=translate(CONTEXT, "Journaling calendar"),
        wrote=Plural(
            translate(CONTEXT, "You wrote on {n} day"), translate(CONTEXT, "You wrote on {n} days")
        ),
        often=(
            translate(CONTEXT, "Most often on Mondays."),
            translate(CONTEXT, "Most often on Tuesdays."),
            translate(CONTEXT, "Most often on Wednesdays."),
            translate(CONTEXT, "Most often on Thursdays."),
            translate(CONTEXT, "Most often on Fridays."),
            translate(CONTEXT, "Most often on Saturdays."),
            translate(CONTEXT, "Most often on Sundays."),
        ),
        weekday_names=tuple(short),
        span=translate(CONTEXT, "{first} to {last}"),
        last_weeks=translate(CONTEXT, "The picture shows the last 53 weeks."),
        day=translate(CONTEXT, "{weekday} {day},"),
        words=Plural(translate(CONTEXT, "{n} word,"), translate(CONTEXT, "{n} words,")),
        entries=Plural(translate(CONTEXT, "{n} entry"), translate(CONTEXT, "{n} entries")),
        legend=translate(CONTEXT, "Words per day"),
        legend_most=translate(CONTEXT, "{n} or more"),
        invitation=translate(CONTEXT, "Write on a day and it shows here."),
        month_column=translate(CONTEXT, "Month"),
        days_column=translate(CONTEXT, "Days"),
        entries_column=translate(CONTEXT, "Entries"),
        words_column=translate(CONTEXT, "Words"),
    )


def themes_words(today: date) -> ThemesWords:
    """What the chart of tags over time says."""
    return ThemesWords(
        common=common_words(today),
        name=translate(CONTEXT, "Themes over time"),
        wrote=Plural(
            translate(CONTEXT, "You wrote about {tag} in {n} of the months shown", "one"),
            translate(CONTEXT, "You wrote about {tag} in {n} of the months shown"),
        ),
        first_came=translate(CONTEXT, "#{tag} first came up in {month}."),
        under=Plural(
            translate(CONTEXT, "Tags of {n} entry"), translate(CONTEXT, "Tags of {n} entries")
        ),
        month=translate(CONTEXT, "#{tag}, {month}:"),
        entries=Plural(translate(CONTEXT, "in {n} entry."), translate(CONTEXT, "in {n} entries.")),
        invitation=translate(CONTEXT, "Tags show up here once a few entries have them."),
        tag_column=translate(CONTEXT, "Tag"),
    )
