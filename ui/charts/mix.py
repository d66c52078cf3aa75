"""The words of the experience mix, translated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.charts.mix import MixWords
from app.charts.words import Plural
from app.domain.experiences import ExperienceKind, Learning
from ui.charts.common import CONTEXT, common_words
from ui.experience_words import kind_words, learning_words

translate = QCoreApplication.translate


def mix_words(today: date) -> MixWords:
    """What the chart of experiences says."""
    few = translate(CONTEXT, "{n} so far: {what}")
    return MixWords(
        common=common_words(today),
        name=translate(CONTEXT, "Experience mix"),
        ways={learning: learning_words(learning) for learning in Learning},
        inside={
            Learning.ON_THE_JOB: translate(CONTEXT, "on the job"),
            Learning.WITH_OTHERS: translate(CONTEXT, "with others"),
            Learning.FORMAL: translate(CONTEXT, "formal"),
        },
        kinds={kind: kind_words(kind) for kind in ExperienceKind},
        some=_some(),
        few=Plural(few, few),
        all=translate(CONTEXT, "All {n} {way}"),
        each=translate(CONTEXT, "{n} of each"),
        mostly=translate(CONTEXT, "Mostly {way}, {n} of {whole}"),
        most_often=translate(CONTEXT, "Most often {way}, {n} of {whole}"),
        two_alike=translate(CONTEXT, "{one} as often as {other}, {n} each of {whole}"),
        count=Plural(translate(CONTEXT, "{n} experience"), translate(CONTEXT, "{n} experiences")),
        within=translate(CONTEXT, "{count}, {first} to {last}"),
        both=translate(CONTEXT, "{one} and {other}"),
        more=translate(CONTEXT, "{one}, {other}"),
        part=translate(CONTEXT, "{way}: {n} of {whole}."),
        invitation=translate(CONTEXT, "Add an experience and the mix shows here."),
        title_column=translate(CONTEXT, "Experience"),
        kind_column=translate(CONTEXT, "Kind"),
        way_column=translate(CONTEXT, "Learning"),
        days_column=translate(CONTEXT, "When"),
        hours_column=translate(CONTEXT, "Hours"),
        competencies_column=translate(CONTEXT, "Competencies"),
        span=translate(CONTEXT, "{start} to {end}"),
        open_start=translate(CONTEXT, "until {day}"),
        open_end=translate(CONTEXT, "from {day}"),
    )


def _some() -> dict[ExperienceKind, Plural]:
    return {
        ExperienceKind.STRETCH_ASSIGNMENT: Plural(
            translate(CONTEXT, "a stretch assignment"),
            translate(CONTEXT, "{n} stretch assignments"),
        ),
        ExperienceKind.ROTATION: Plural(
            translate(CONTEXT, "a rotation"), translate(CONTEXT, "{n} rotations")
        ),
        ExperienceKind.CROSS_FUNCTIONAL: Plural(
            translate(CONTEXT, "a cross-functional project"),
            translate(CONTEXT, "{n} cross-functional projects"),
        ),
        ExperienceKind.PUBLIC_SPEAKING: Plural(
            translate(CONTEXT, "a talk"), translate(CONTEXT, "{n} talks")
        ),
        ExperienceKind.STRATEGIC_PLANNING: Plural(
            translate(CONTEXT, "a round of planning"), translate(CONTEXT, "{n} rounds of planning")
        ),
        ExperienceKind.STAKEHOLDERS: Plural(
            translate(CONTEXT, "a piece of work with stakeholders"),
            translate(CONTEXT, "{n} pieces of work with stakeholders"),
        ),
        ExperienceKind.HARDSHIP: Plural(
            translate(CONTEXT, "a hard time"), translate(CONTEXT, "{n} hard times")
        ),
        ExperienceKind.SHADOWING: Plural(
            translate(CONTEXT, "a shadowing"), translate(CONTEXT, "{n} shadowings")
        ),
        ExperienceKind.COACHING: Plural(
            translate(CONTEXT, "a round of coaching"), translate(CONTEXT, "{n} rounds of coaching")
        ),
        ExperienceKind.COURSE: Plural(
            translate(CONTEXT, "a course"), translate(CONTEXT, "{n} courses")
        ),
        ExperienceKind.OTHER: Plural(
            translate(CONTEXT, "something else"), translate(CONTEXT, "{n} other things")
        ),
    }
