"""What is said about the trash: its kinds, what came back, and what would be lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.clock import Moment
from app.domain.ids import Kind
from app.queries.trash import Loss, TrashRow
from ui.labels import counted, short_day

_CONTEXT = "TrashSection"


def headings() -> dict[Kind, str]:
    """The kinds that lie in the trash, in their order on the page."""
    translate = QCoreApplication.translate
    return {
        Kind.ENTRY: translate(_CONTEXT, "Entries"),
        Kind.GOAL: translate(_CONTEXT, "Goals"),
        Kind.STRETCH: translate(_CONTEXT, "Stretch goals"),
        Kind.EXPERIENCE: translate(_CONTEXT, "Experiences"),
        Kind.ASSESSMENT: translate(_CONTEXT, "Assessments"),
        Kind.COMPETENCY: translate(_CONTEXT, "Competencies"),
        Kind.CYCLE: translate(_CONTEXT, "Cycles"),
        Kind.PERSON: translate(_CONTEXT, "People"),
        Kind.SESSION: translate(_CONTEXT, "Sessions"),
        Kind.ACTION: translate(_CONTEXT, "Actions"),
        Kind.FEEDBACK: translate(_CONTEXT, "Feedback"),
        Kind.REQUEST: translate(_CONTEXT, "Requests for feedback"),
        Kind.PACK: translate(_CONTEXT, "Share packs"),
        Kind.TEMPLATE: translate(_CONTEXT, "Templates"),
    }


def deleted_words(row: TrashRow, now: Moment) -> str:
    """When a thing was deleted."""
    day = short_day(Moment(row.deleted, now.offset).day, now.day)
    return QCoreApplication.translate(_CONTEXT, "Deleted {day}.").format(day=day)


def restored_words(kind: Kind) -> str:
    """What the foot of the window says once a thing is back."""
    translate = QCoreApplication.translate
    return {
        Kind.ENTRY: translate(_CONTEXT, "Entry restored"),
        Kind.GOAL: translate(_CONTEXT, "Goal restored"),
        Kind.STRETCH: translate(_CONTEXT, "Stretch goal restored"),
        Kind.EXPERIENCE: translate(_CONTEXT, "Experience restored"),
        Kind.ASSESSMENT: translate(_CONTEXT, "Assessment restored"),
        Kind.COMPETENCY: translate(_CONTEXT, "Competency restored"),
        Kind.CYCLE: translate(_CONTEXT, "Cycle restored"),
        Kind.PERSON: translate(_CONTEXT, "Person restored"),
        Kind.SESSION: translate(_CONTEXT, "Session restored"),
        Kind.ACTION: translate(_CONTEXT, "Action restored"),
        Kind.FEEDBACK: translate(_CONTEXT, "Feedback restored"),
        Kind.REQUEST: translate(_CONTEXT, "Request for feedback restored"),
        Kind.PACK: translate(_CONTEXT, "Share pack restored"),
        Kind.TEMPLATE: translate(_CONTEXT, "Template restored"),
    }[kind]


def gone_words(count: int) -> str:
    """What the foot of the window says once things are gone."""
    translate = QCoreApplication.translate
    return counted(
        count,
        translate(_CONTEXT, "1 thing deleted for good"),
        translate(_CONTEXT, "{n} things deleted for good"),
    )


def loss_sentences(loss: Loss) -> list[str]:
    """What goes with things that are deleted for good, a sentence each."""
    translate = QCoreApplication.translate
    told = (
        (
            loss.aims,
            translate(_CONTEXT, "1 goal loses this as evidence."),
            translate(_CONTEXT, "{n} goals lose this as evidence."),
        ),
        (
            loss.experiences,
            translate(_CONTEXT, "1 experience loses this as evidence."),
            translate(_CONTEXT, "{n} experiences lose this as evidence."),
        ),
        (
            loss.competencies,
            translate(_CONTEXT, "1 competency loses this as evidence."),
            translate(_CONTEXT, "{n} competencies lose this as evidence."),
        ),
        (
            loss.milestones,
            translate(_CONTEXT, "1 milestone goes with this."),
            translate(_CONTEXT, "{n} milestones go with this."),
        ),
        (
            loss.check_ins,
            translate(_CONTEXT, "1 check-in goes with this."),
            translate(_CONTEXT, "{n} check-ins go with this."),
        ),
        (
            loss.attempts,
            translate(_CONTEXT, "1 attempt goes with this."),
            translate(_CONTEXT, "{n} attempts go with this."),
        ),
        (
            loss.debriefs,
            translate(_CONTEXT, "1 debrief goes with this."),
            translate(_CONTEXT, "{n} debriefs go with this."),
        ),
        (
            loss.packs,
            translate(_CONTEXT, "1 share pack no longer holds this."),
            translate(_CONTEXT, "{n} share packs no longer hold this."),
        ),
        (
            loss.shared,
            translate(_CONTEXT, "1 line of the ledger still says that this was shared."),
            translate(_CONTEXT, "{n} lines of the ledger still say that this was shared."),
        ),
        (
            loss.assessments,
            translate(_CONTEXT, "1 assessment still has this name: it never changes."),
            translate(_CONTEXT, "{n} assessments still have this name: they never change."),
        ),
    )
    return [counted(count, one, many) for count, one, many in told if count]
