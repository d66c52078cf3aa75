"""What another place can ask a new entry to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.cycles import Point
from app.domain.ids import Id, Kind
from app.domain.records import TITLE_LIMIT
from app.operations.cycles import Reflection
from app.operations.experiences import Debrief
from app.operations.journal import EntryDraft

_RATINGS = ("energy", "confidence")


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a new entry begins: its draft, the template to put on it, and another day than today.

    `evidence` is what it becomes evidence for with its first words, `reflection` the point of a
    cycle, or the attempt, that it is written for.
    """

    draft: EntryDraft
    template: str = ""
    day: date | None = None
    evidence: tuple[tuple[Kind, Id], ...] = ()
    reflection: Reflection | Debrief | None = None

    @classmethod
    def read(cls, detail: str) -> Beginning:
        """The beginning that a destination's detail asks for.

        Each line is `name:value`; the names are title, prompt (a question, quoted at the top),
        template (an id), energy and confidence (1 to 5), tag and evidence (a kind and an id, as
        in `evidence:experience:ID`; any number of both), start, middle or exit (the id of a
        cycle), and attempt (its id). Others are passed over.
        """
        pairs = [line.partition(":") for line in detail.splitlines()]
        values = {name.strip(): value.strip() for name, _, value in pairs}
        tags = tuple(value.strip() for name, _, value in pairs if name.strip() == "tag")
        prompt = values.get("prompt", "")
        energy, confidence = (_rating(values.get(name, "")) for name in _RATINGS)
        body = f"> {prompt}\n\n" if prompt else ""
        title = values.get("title", "")[:TITLE_LIMIT]
        draft = EntryDraft(title=title, body=body, tags=tags, energy=energy, confidence=confidence)
        said = [value.strip() for name, _, value in pairs if name.strip() == "evidence"]
        evidence = tuple(found for each in said if (found := _target(each)))
        reflection = _reflection(values)
        return cls(draft, values.get("template", ""), evidence=evidence, reflection=reflection)


def _target(value: str) -> tuple[Kind, Id] | None:
    kind, _, target = value.partition(":")
    return (Kind(kind), Id(target)) if kind in set(Kind) and target else None


def _reflection(values: dict[str, str]) -> Reflection | Debrief | None:
    if attempt := values.get("attempt", ""):
        return Debrief(Id(attempt))
    named = ((point, values.get(point.value, "")) for point in Point)
    return next((Reflection(Id(cycle), point) for point, cycle in named if cycle), None)


def _rating(value: str) -> int | None:
    return int(value) if value in {"1", "2", "3", "4", "5"} else None
