"""A few hostile replies, as many more of which `make replies` reads: none does anything."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.replies.hostile import WAYS, reply
from tests.replies.watching import left_behind, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_hostile_replies_are_replies_or_sentences_and_leave_nothing_behind(tmp_path: Path) -> None:
    tally = run(0, 30, tmp_path)
    assert (tally.wrong, tally.slow, left_behind(tmp_path)) == ([], [], [])
    assert tally.files == 30
    assert sum(tally.came.values()) + len(tally.crashed) + len(tally.unmade) == 30


def test_each_number_is_always_the_same_file() -> None:
    assert reply(3) == reply(3)
    # Two may be cut off so early that nothing of them is left.
    assert len({reply(number) for number in range(20)}) > 15
    assert len(WAYS) == 16
