"""What the words of all charts share: days, numbers, and what few points allow to be said.

Each chart has its words beside it, in English unless others are passed in: the window passes
translated ones, a PDF those of its pack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SPELLED: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
"""Numbers up to twelve, as they stand in a sentence."""


@dataclass(frozen=True, slots=True)
class Plural:
    """Words for one and for many; `{n}` is the number."""

    one: str
    many: str


def plain_day(day: date) -> str:
    """A day as 14 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain_month(day: date) -> str:
    """A month as May 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def plain_short_month(day: date) -> str:
    """A month as May."""
    return _MONTHS[day.month - 1]


def plain_number(value: float) -> str:
    """A number in figures; decimals only where it has them."""
    return f"{value:.10g}"


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Days and numbers as they are written, small numbers spelled out, and few points."""

    day: Callable[[date], str] = plain_day
    number: Callable[[float], str] = plain_number
    month: Callable[[date], str] = plain_month
    short_month: Callable[[date], str] = plain_short_month
    spelled: tuple[str, ...] = SPELLED
    one_point: str = "One point so far."
    two_points: str = "Two points: too few for a direction."

    def figures(self, words: Plural, n: int, **names: str) -> str:
        """Words for a number of things, the number in figures."""
        return (words.one if n == 1 else words.many).format(n=self.number(n), **names)

    def counted(self, words: Plural, n: int, **names: str) -> str:
        """Words for a number of things; a small number is written out."""
        number = self.spelled[n] if n < len(self.spelled) else self.number(n)
        return (words.one if n == 1 else words.many).format(n=number, **names)


def begun(sentence: str) -> str:
    """A sentence with a large first letter."""
    return sentence[:1].upper() + sentence[1:]


def sentences(*parts: str) -> str:
    """Sentences in a row, each with its full stop."""
    ended = (part if part[-1] in ".?!" else f"{part}." for part in parts if part)
    return " ".join(ended)
