"""Questions to write about, one a day."""

from dataclasses import dataclass
from datetime import date
from math import gcd, sqrt

GOLDEN = (sqrt(5) - 1) / 2


@dataclass(frozen=True, slots=True)
class Theme:
    """What a prompt is about."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to write about; `theme` and `competencies` are ids."""

    id: str
    text: str
    theme: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompts:
    """All prompts, grouped by theme."""

    themes: tuple[Theme, ...]
    prompts: tuple[Prompt, ...]

    def question_of_the_day(self, day: date, skip: int = 0) -> Prompt:
        """The question of a local date, and with `skip` the one after that many others.

        It depends on nothing else. Every prompt comes up once before one comes up again, and a
        skip leads far away from the questions of the coming days.
        """
        turn = day.toordinal() + skip * self._stride
        return self.prompts[turn * self._stride % len(self.prompts)]

    @property
    def _stride(self) -> int:
        """A step near the golden section that visits every prompt and rarely a theme twice."""
        count = len(self.prompts)
        steps = (step for step in range(1, count + 1) if gcd(step, count) == 1)
        return min(steps, key=lambda step: abs(step - count * GOLDEN))
