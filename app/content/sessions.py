"""What is agreed with a mentor at the first session."""

from dataclasses import dataclass
from typing import Literal


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
