"""JSON with exactly one spelling for each value, so that no changed byte can hide in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.security.errors import KeyFileDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def dump(record: Mapping[str, object]) -> bytes:
    """The one spelling: ASCII, sorted names, no spaces, a line feed at the end."""
    text = json.dumps(
        record, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )
    return text.encode("ascii") + b"\n"


def load(data: bytes) -> dict[str, object]:
    """Read a record; raises KeyFileDamagedError unless `data` is the one spelling of it."""
    try:
        record: object = json.loads(data.decode("ascii"))
        same = isinstance(record, dict) and dump(record) == data
    except (ValueError, RecursionError):
        raise KeyFileDamagedError from None
    if not isinstance(record, dict) or not same:
        raise KeyFileDamagedError
    return record


class Fields:
    """Typed reading of a record that must hold exactly the named fields.

    Every method raises KeyFileDamagedError where the record is not as expected.
    """

    def __init__(self, record: object, names: Iterable[str], optional: Iterable[str] = ()) -> None:
        if not isinstance(record, dict):
            raise KeyFileDamagedError
        needed = set(names)
        if not needed <= record.keys() <= needed | set(optional):
            raise KeyFileDamagedError
        self._record: dict[str, object] = record

    def __contains__(self, name: str) -> bool:
        return name in self._record

    def value(self, name: str) -> object:
        """A field of any type."""
        return self._record[name]

    def integer(self, name: str) -> int:
        """A whole number; true and false are none."""
        value = self._record[name]
        if not isinstance(value, int) or isinstance(value, bool):
            raise KeyFileDamagedError
        return value

    def integer_from(self, name: str, lowest: int, highest: int) -> int:
        """A whole number within bounds, both included."""
        value = self.integer(name)
        if not lowest <= value <= highest:
            raise KeyFileDamagedError
        return value

    def octets(self, name: str, length: int) -> bytes:
        """Exactly so many bytes, in lower-case hexadecimal."""
        value = self._record[name]
        if not isinstance(value, str) or len(value) != 2 * length:
            raise KeyFileDamagedError
        try:
            octets = bytes.fromhex(value)
        except ValueError:
            raise KeyFileDamagedError from None
        if octets.hex() != value:
            raise KeyFileDamagedError
        return octets

    def items(self, name: str) -> list[object]:
        """A list."""
        value = self._record[name]
        if not isinstance(value, list):
            raise KeyFileDamagedError
        return value

    def expect(self, name: str, value: str | int) -> None:
        """A field that can have one value only."""
        found = self._record[name]
        if type(found) is not type(value) or found != value:
            raise KeyFileDamagedError
