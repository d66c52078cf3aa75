"""A chart of growth as an item of a share pack."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import ClassVar

from app.charts.seen import ChartChoice, Seen, values_of
from app.domain.ids import Id, Kind

_BITS = 48


@dataclass(frozen=True, slots=True)
class SharedChart:
    """A chart that can be chosen like a record; `title` is its name."""

    kind: ClassVar[Kind] = Kind.CHART

    choice: ChartChoice
    title: str
    seen: Seen
    deleted: None = None

    @property
    def id(self) -> Id:
        """The id of the choice."""
        return self.choice.id

    @property
    def modified(self) -> int:
        """A number that is another one once any value of the chart is."""
        said = "\n".join(map(str, values_of(self.seen)))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        return int(digest[: _BITS // 4], 16)
