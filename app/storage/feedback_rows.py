"""What the list of feedback reads: requests without their forms, feedback without its answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.feedback import FeedbackState
from app.domain.forms import Consent
from app.domain.ids import Id
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for feedback, without its form; `who` is empty where it is not known whom."""

    id: Id
    who: str
    form: str
    about: str
    asked: date
    reply_by: date | None
    closed: date | None


@dataclass(frozen=True, slots=True)
class Given:
    """Feedback without its answers; `who` is empty where nobody knows, `links` are counted."""

    id: Id
    request: Id
    who: str
    form: str
    about: str
    consent: Consent
    state: FeedbackState
    day: date
    links: int


def asked(reader: Reader) -> list[Asked]:
    """Every request, oldest first."""
    sql = (
        "SELECT r.id, coalesce(p.name, ''), r.name, r.about, r.asked, r.reply_by, r.closed "
        "FROM request r LEFT JOIN person p ON p.id = r.person AND p.deleted IS NULL "
        "WHERE r.deleted IS NULL ORDER BY r.created, r.id"
    )
    return [
        Asked(
            Id(str(row[0])),
            str(row[1]),
            str(row[2]),
            str(row[3]),
            date.fromisoformat(str(row[4])),
            _day(row[5]),
            _day(row[6]),
        )
        for row in reader.rows(sql)
    ]


def given(reader: Reader) -> list[Given]:
    """All feedback, oldest first."""
    sql = (
        "SELECT f.id, f.request, coalesce(p.name, f.giver), f.name, f.about, f.consent, f.state, "
        "f.day, json_array_length(f.links) "
        "FROM feedback f LEFT JOIN person p ON p.id = f.person AND p.deleted IS NULL "
        "WHERE f.deleted IS NULL ORDER BY f.created, f.id"
    )
    return [
        Given(
            Id(str(row[0])),
            Id(str(row[1])),
            str(row[2]),
            str(row[3]),
            str(row[4]),
            Consent(str(row[5])),
            FeedbackState(str(row[6])),
            date.fromisoformat(str(row[7])),
            int(str(row[8])),
        )
        for row in reader.rows(sql)
    ]


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
