"""Then and now: the first and the last rating of each competency, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.competencies import Assessment, Rating
from app.domain.ids import NO_ID, Id

NOTABLE = 2
"""So far apart two views are worth a question."""


class Change(Enum):
    """How the last rating lies to the first."""

    HIGHER = "higher"
    SAME = "same"
    LOWER = "lower"
    ANEW = "anew"
    """Another level, as the earlier one is now seen as wrong: no change, and counted as none."""
    ONCE = "once"
    """Rated once only, so there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A competency as the framework lists it now."""

    id: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class ThenNowRow:
    """A competency: levels from 1 to 5, None where it was not rated, anchors as they read then.

    `mentor` is the last rating by somebody else, and `by` their name; `evidence` is the proof
    that the last rating gave.
    """

    competency: str
    name: str
    group: str = ""
    then: int | None = None
    now: int | None = None
    mentor: int | None = None
    by: str = ""
    then_day: date | None = None
    now_day: date | None = None
    then_anchor: str = ""
    now_anchor: str = ""
    recalibrated: bool = False
    evidence: str = ""
    then_id: Id = NO_ID
    now_id: Id = NO_ID

    @property
    def change(self) -> Change:
        """How the last rating lies to the first."""
        if self.then is None or self.now is None:
            return Change.ONCE
        if self.then == self.now:
            return Change.SAME
        if self.recalibrated:
            return Change.ANEW
        return Change.HIGHER if self.now > self.then else Change.LOWER

    @property
    def apart(self) -> int:
        """By how many levels the two views of today differ; 0 where there is only one."""
        return abs(self.now - self.mentor) if self.now is not None and self.mentor else 0


@dataclass(frozen=True, slots=True)
class ThenNow:
    """Every competency that was rated, in the order of the framework.

    The days are those of the first and of the last assessment.
    """

    rows: tuple[ThenNowRow, ...] = ()
    then_day: date | None = None
    now_day: date | None = None

    def count(self, change: Change) -> int:
        """How many competencies changed like this."""
        return sum(row.change is change for row in self.rows)

    @property
    def compared(self) -> bool:
        """Whether anything was rated twice."""
        return any(row.change is not Change.ONCE for row in self.rows)

    @property
    def widest(self) -> ThenNowRow | None:
        """The first competency on which two views differ most; None if on none notably."""
        most = max(self.rows, key=lambda row: row.apart, default=None)
        return most if most is not None and most.apart >= NOTABLE else None


def then_now(assessments: Iterable[Assessment], framework: Sequence[Listed] = ()) -> ThenNow:
    """Compare the first with the last of one's own assessments, competency by competency.

    Of two on a day, the one made first comes first. What the framework does not list comes last.
    """
    ordered = sorted(assessments, key=lambda each: (each.day, each.created, each.id))
    own = [each for each in ordered if each.own]
    if not own:
        return ThenNow()
    others = [each for each in ordered if not each.own]
    rows = (_row(listed, own, others) for listed in _listed(own, framework))
    return ThenNow(tuple(rows), own[0].day, own[-1].day)


def _listed(own: Sequence[Assessment], framework: Sequence[Listed]) -> Iterator[Listed]:
    """What was rated, in the order of the framework, then the rest by the names it had last."""
    names = {rating.competency: rating.name for each in own for rating in each.ratings}
    yield from (listed for listed in framework if listed.id in names)
    known = {listed.id for listed in framework}
    rest = [Listed(found, name) for found, name in names.items() if found not in known]
    yield from sorted(rest, key=lambda listed: (listed.name.casefold(), listed.id))


def _row(listed: Listed, own: Sequence[Assessment], others: Sequence[Assessment]) -> ThenNowRow:
    rated = list(_ratings(listed.id, own))
    first, last = rated[0], rated[-1]
    if len(rated) == 1:
        # Rated at the start and not again, it is what was then; anything else is how it is now.
        only_then = first[0] is own[0] and len(own) > 1
        then, now = (first, None) if only_then else (None, last)
    else:
        then, now = first, last
    mentor = next(_ratings(listed.id, reversed(others)), None)
    return ThenNowRow(
        competency=listed.id,
        name=listed.name,
        group=listed.group,
        then=then[1].level if then else None,
        now=now[1].level if now else None,
        mentor=mentor[1].level if mentor else None,
        by=mentor[0].by if mentor else "",
        then_day=then[0].day if then else None,
        now_day=now[0].day if now else None,
        then_anchor=then[1].anchor if then else "",
        now_anchor=now[1].anchor if now else "",
        recalibrated=any(rating.recalibrated for _, rating in rated[1:]),
        evidence=last[1].note,
        then_id=then[0].id if then else NO_ID,
        now_id=now[0].id if now else NO_ID,
    )


def _ratings(
    competency: str, assessments: Iterable[Assessment]
) -> Iterator[tuple[Assessment, Rating]]:
    """Every rating of a competency, with the assessment it is from."""
    for each in assessments:
        for rating in each.ratings:
            if rating.competency == competency:
                yield each, rating
