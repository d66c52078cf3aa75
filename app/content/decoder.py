"""Turns plain values into typed records, or names the file and the place that is wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from types import UnionType
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read: TypeAlias = Callable[[object, str], Any]


class ContentError(Exception):
    """A file that ships with Greenroom is not what it should be: a bug, nobody's mistake."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}, {place or 'top'}: {problem}")


class Decoder:
    """Reads the values of one file; the dataclass is the schema.

    A field without a default has to be there, a key without a field may not. Texts are never
    blank. `metadata={"key": ...}` names the key of a field that is called otherwise.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._readers: dict[object, Read] = {}

    def read(self, kind: type[T], value: object, place: str = "") -> T:
        """The value as a record of this kind; raises ContentError."""
        record: T = self._reader(kind)(value, place)
        return record

    def _reader(self, kind: object) -> Read:
        reader = self._readers.get(kind)
        if reader is None:
            reader = self._readers[kind] = self._make(kind)
        return reader

    def _make(self, kind: object) -> Read:
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            return self._record(kind)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is tuple:
            return self._list(arguments[0])
        if origin is Mapping:
            return self._mapping(arguments[1])
        if origin is Literal:
            return self._choice(arguments)
        if origin is UnionType:
            return self._union(arguments)
        if kind in {str, int, bool} and isinstance(kind, type):
            return self._plain(kind)
        raise TypeError(f"content has no values of the type {kind}")

    def _plain(self, kind: type) -> Read:
        def read(value: object, place: str) -> object:
            if type(value) is not kind:
                raise self._error(place, f"should be {kind.__name__}")
            if isinstance(value, str) and not value.strip():
                raise self._error(place, "is blank")
            return value

        return read

    def _choice(self, choices: tuple[object, ...]) -> Read:
        def read(value: object, place: str) -> object:
            if value not in choices:
                raise self._error(place, f"should be one of {choices}")
            return value

        return read

    def _union(self, kinds: tuple[object, ...]) -> Read:
        """A value of the first kind, unless it is nothing or plainly of one of the others."""
        first, *others = (kind for kind in kinds if kind is not type(None))
        plain = {kind: self._reader(kind) for kind in others}
        inner, optional = self._reader(first), len(plain) + 1 < len(kinds)

        def read(value: object, place: str) -> object:
            if optional and value is None:
                return None
            return plain.get(type(value), inner)(value, place)

        return read

    def _list(self, kind: object) -> Read:
        inner = self._reader(kind)

        def read(value: object, place: str) -> tuple[object, ...]:
            if not isinstance(value, list):
                raise self._error(place, "should be a list")
            return tuple(
                inner(item, f"{place}[{label(item, number)}]") for number, item in enumerate(value)
            )

        return read

    def _mapping(self, kind: object) -> Read:
        inner = self._reader(kind)

        def read(value: object, place: str) -> dict[str, object]:
            items = self.fields(value, place).items()
            return {key: inner(item, f"{place}.{key}") for key, item in items}

        return read

    def _record(self, kind: type) -> Read:
        hints = get_type_hints(kind)
        fields = {f.metadata.get("key", f.name): f for f in dataclasses.fields(kind)}
        readers = {key: self._reader(hints[f.name]) for key, f in fields.items()}
        needed = {key for key, f in fields.items() if not has_default(f)}

        def read(value: object, place: str) -> object:
            found = self.fields(value, place)
            if missing := needed - found.keys():
                raise self._error(place, f"lacks {sorted(missing)}")
            if unknown := found.keys() - fields.keys():
                raise self._error(place, f"has unknown {sorted(unknown)}")
            return kind(**{fields[k].name: readers[k](v, f"{place}.{k}") for k, v in found.items()})

        return read

    def fields(self, value: object, place: str = "") -> dict[str, object]:
        """The value as a mapping with text keys; raises ContentError."""
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise self._error(place, "should be a mapping with text keys")
        return value

    def _error(self, place: str, problem: str) -> ContentError:
        return ContentError(self._file, place.lstrip("."), problem)


def has_default(field: dataclasses.Field[object]) -> bool:
    """Whether a field may be left out."""
    missing = dataclasses.MISSING
    return field.default is not missing or field.default_factory is not missing


def label(item: object, number: int) -> str:
    """What to call a list's item in a message: its id, else its number from 0."""
    return str(item.get("id", number)) if isinstance(item, dict) else str(number)
