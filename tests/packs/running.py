"""Runs of packs, each told by its number."""

from __future__ import annotations

from tests.packs.checking import Tally, check
from tests.packs.generating import pack


def run(numbers: range) -> Tally:
    """The tally of the packs of these numbers."""
    tally = Tally()
    for number in numbers:
        check(pack(number), tally, number)
    return tally
