"""Measure how fast Greenroom is, beside the fastest that could be hoped for on this computer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

HEADINGS = ("measured", "value", "unit", "floor", "ratio", "goal", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to measure.

    Attributes:
        name: What is measured, as a person would say it.
        unit: The unit of value, floor and goal; less is always better.
        goal: The most that is acceptable: a ratio to the floor, or with `absolute` a value.
        measure: Returns the value and its floor: what the libraries alone need for the same work,
            measured in the same run.
    """

    name: str
    unit: str
    goal: float
    measure: Callable[[], tuple[float, float]]
    absolute: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came out for a row."""

    name: str
    value: float
    unit: str
    floor: float
    goal: float
    absolute: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor it took."""
        return self.value / self.floor

    @property
    def ok(self) -> bool:
        """Whether the goal is met."""
        return (self.value if self.absolute else self.ratio) <= self.goal

    def as_json(self) -> dict[str, str | float | bool]:
        """The result as `bench.json` keeps it."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "floor": self.floor,
            "ratio": self.ratio,
            "goal": self.goal,
            "ok": self.ok,
        }


def run(row: Row) -> Result:
    """Measure one row."""
    value, floor = row.measure()
    return Result(row.name, value, row.unit, floor, row.goal, absolute=row.absolute)


def table(results: Iterable[Result]) -> str:
    """The results as aligned text, numbers to the right."""
    cells = [HEADINGS, *(_cells(result) for result in results)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_line(row, widths) for row in cells)


def write(results: Iterable[Result], target: Path) -> None:
    """Keep the results as JSON."""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([result.as_json() for result in results], indent=2)
    target.write_text(text + "\n", encoding="utf-8")


def _cells(result: Result) -> tuple[str, ...]:
    numbers = [f"{number:,.2f}" for number in (result.value, result.floor, result.ratio)]
    value, floor, ratio = numbers
    goal = f"{result.goal:,.2f}" + ("" if result.absolute else "x")
    verdict = "ok" if result.ok else "MISSED"
    return result.name, value, result.unit, floor, f"{ratio}x", goal, verdict


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    texts = {"measured", "unit", ""}
    aligned = [
        cell.ljust(width) if heading in texts else cell.rjust(width)
        for cell, width, heading in zip(row, widths, HEADINGS, strict=True)
    ]
    return "  ".join(aligned).rstrip()
