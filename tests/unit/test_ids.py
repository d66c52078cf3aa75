from __future__ import annotations

from uuid import UUID

from app.content.library import Library
from app.domain.ids import is_made_here, new_id


def test_ids_are_version_7_and_sort_by_birth() -> None:
    ids = [new_id() for _ in range(100)]
    assert {UUID(record_id).version for record_id in ids} == {7}
    assert ids == sorted(ids)
    assert len(set(ids)) == 100


def test_an_id_tells_whether_it_ships() -> None:
    assert is_made_here(new_id())
    assert not any(is_made_here(each.id) for each in Library().framework.competencies)
