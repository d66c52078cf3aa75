from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security import canonical
from app.security.canonical import Fields
from app.security.errors import KeyFileDamagedError

RECORDS = st.dictionaries(st.text(), st.integers() | st.text() | st.booleans() | st.none())


@given(RECORDS)
def test_a_record_has_one_spelling_that_reads_back(record: dict[str, object]) -> None:
    data = canonical.dump(record)
    assert canonical.load(data) == record
    assert canonical.dump(canonical.load(data)) == data


@given(st.binary(max_size=80))
def test_any_other_bytes_are_damage_and_nothing_else(data: bytes) -> None:
    try:
        record = canonical.load(data)
    except KeyFileDamagedError:
        return
    assert canonical.dump(record) == data


@pytest.mark.parametrize(
    "data", [b'{"a": 1}\n', b'{"a":1}', b'{"b":1,"a":2}\n', b'{"a":1,"a":1}\n', b"[1]\n", b"\xff\n"]
)
def test_another_spelling_of_the_same_is_refused(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        canonical.load(data)


def test_fields_are_exactly_the_named_ones() -> None:
    fields = Fields({"a": 1, "b": "x"}, ("a",), ("b", "c"))
    assert "b" in fields
    assert "c" not in fields
    assert fields.integer("a") == 1
    others: tuple[object, ...] = ({"a": 1, "d": 2}, {"b": "x"}, [], None)
    for wrong in others:
        with pytest.raises(KeyFileDamagedError):
            Fields(wrong, ("a",), ("b", "c"))


def test_true_is_no_number() -> None:
    with pytest.raises(KeyFileDamagedError):
        Fields({"a": True}, ("a",)).integer("a")
