"""When garbage is looked for: not while the application is made, and seldom after."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ui import collecting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Look for it as often as before in the tests that follow."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


def test_nothing_is_looked_at_while_the_application_is_made() -> None:
    collecting.wait()
    assert not gc.isenabled()


def test_from_then_on_it_is_seldom_and_never_what_was_made_by_then() -> None:
    made = [[0]]
    collecting.wait()
    before = gc.get_threshold()
    collecting.begin()
    assert gc.isenabled()
    assert gc.get_threshold()[0] > before[0]
    assert made not in gc.get_objects()
    assert gc.get_freeze_count() > 0
