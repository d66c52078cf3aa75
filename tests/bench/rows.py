"""Everything that is measured, in the order of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.runner import Row

ROWS: tuple[Row, ...] = ()
