"""The competency framework that ships with Greenroom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale; `level` runs from 1 to 5."""

    level: int
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ExperienceType:
    """A way to learn: on the job, with others, or formally."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SuggestedExperience:
    """Something to try; `type` is the id of an experience type."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Competency:
    """Something leaders do; `anchors` describe the five levels, level 1 first."""

    id: str
    name: str
    definition: str
    anchors: tuple[str, ...]
    questions: tuple[str, ...]
    experiences: tuple[SuggestedExperience, ...]


@dataclass(frozen=True, slots=True)
class CompetencyGroup:
    """Competencies that belong together."""

    id: str
    name: str
    about: str
    competencies: tuple[Competency, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole framework: its scale, how to rate with it, and its groups."""

    id: str
    name: str
    about: str
    how_to_rate: str
    caution: str
    scale: tuple[Level, ...]
    experience_types: tuple[ExperienceType, ...]
    groups: tuple[CompetencyGroup, ...]

    @property
    def competencies(self) -> tuple[Competency, ...]:
        """All competencies, group by group."""
        return tuple(c for group in self.groups for c in group.competencies)

    def find(self, competency_id: str) -> Competency | None:
        """The competency with this id; None where it does not ship any more."""
        return next((c for c in self.competencies if c.id == competency_id), None)
