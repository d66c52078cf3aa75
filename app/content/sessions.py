"""What is agreed with a mentor at the first session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.cycles import Agreed


@dataclass(frozen=True, slots=True)
class AgreementField:
    """One point to agree on; `type` says how much room its words need."""

    id: str
    label: str
    type: Literal["text", "multiline"]


@dataclass(frozen=True, slots=True)
class WorkingAgreement:
    """The points of a working agreement, in the order they are talked through."""

    about: str
    fields: tuple[AgreementField, ...]

    def points_of(self, agreed: Iterable[Agreed]) -> tuple[tuple[str, str], ...]:
        """Label and words of all that was agreed, in order; another version's points come last."""
        said = {point.field: point.text for point in agreed}
        known = ((field.label, said.pop(field.id, "")) for field in self.fields)
        named = tuple((label, text) for label, text in known if text.strip())
        return (*named, *said.items())
