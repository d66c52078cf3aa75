from __future__ import annotations

from app.domain.ids import Kind
from app.storage.tables import TABLES


def test_every_kind_has_its_table() -> None:
    assert set(TABLES) == set(Kind) - {Kind.CHART}
    for kind, table in TABLES.items():
        assert table.name == kind
        assert table.columns[0] == "id"
