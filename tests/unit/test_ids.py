from __future__ import annotations

from uuid import UUID

from app.domain.ids import new_id


def test_ids_are_version_7_and_sort_by_birth() -> None:
    ids = [new_id() for _ in range(100)]
    assert {UUID(record_id).version for record_id in ids} == {7}
    assert ids == sorted(ids)
    assert len(set(ids)) == 100
