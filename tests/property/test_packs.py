"""Whatever is chosen and whatever withheld: nobody finds in the file what was to stay.

This is the short form; `make packs` makes ten thousand.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.checking import Tally, check
from tests.packs.generating import pack


@given(st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_a_pack_gives_nothing_away(number: int) -> None:
    tally = Tally()
    check(pack(number), tally, number)
    assert tally.packs == 1
    assert (tally.leaks, tally.unsound) == ([], 0)
