"""Records to rows and back, by the types their fields declare."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from app.domain.records import Record
from app.errors import MALFORMED
from app.storage.connection import Row, Value
from app.storage.errors import VaultDamagedError

Step = Callable[[Any], Any]


class Codec:
    """How one record class is written into a row.

    Dates are ISO text, truth values 0 and 1, enumerations their value, tuples JSON text.
    """

    def __init__(self, cls: type[Record]) -> None:
        self._cls = cls
        self.columns = tuple(field.name for field in fields(cls))

    @cached_property
    def _decoders(self) -> tuple[tuple[str, Step | None], ...]:
        # Worked out at the first use: resolving the hints of every kind would slow the start.
        hints = get_type_hints(self._cls)
        return tuple((name, _decoder(hints[name])) for name in self.columns)

    def encode(self, record: Record) -> dict[str, Value]:
        """A record as column values."""
        return {name: _encode(getattr(record, name)) for name in self.columns}

    def decode(self, row: Row) -> Record:
        """The record in a row whose values stand in the order of `columns`.

        Raises:
            VaultDamagedError: a value is none of its type.
        """
        try:
            values = {
                name: value if step is None or value is None else step(value)
                for (name, step), value in zip(self._decoders, row, strict=True)
            }
        except MALFORMED:
            raise VaultDamagedError from None
        return self._cls(**values)

    def decode_image(self, image: Mapping[str, Value]) -> Record:
        """The record in a recorded row."""
        return self.decode(tuple(image[name] for name in self.columns))


def _encode(value: Any) -> Value:  # noqa: ANN401 - any declared field type
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | float | bytes):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any declared field type
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    return value


def _decoder(hint: Any) -> Step | None:  # noqa: ANN401 - a type annotation
    """The step from a column's value to a field's; None where they are the same."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [arm for arm in get_args(hint) if arm is not types.NoneType]
        return _decoder(inner[0])
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and (hint in {bool, float} or issubclass(hint, Enum)):
        return cast("Step", hint)
    if get_origin(hint) is tuple:
        shape = _shape(get_args(hint)[0])
        if shape is None:
            return lambda text: tuple(json.loads(text))
        return lambda text: tuple(shape(item) for item in json.loads(text))
    return None


def _shape(hint: Any) -> Step | None:  # noqa: ANN401 - a type annotation
    """How one element of a JSON list becomes the declared type; None where it is of it."""
    if get_origin(hint) in {Union, types.UnionType}:
        (arm,) = (arm for arm in get_args(hint) if arm is not types.NoneType)
        known = _shape(arm)
        return None if known is None else lambda item: None if item is None else known(item)
    if get_origin(hint) is tuple:
        inner = _shape(get_args(hint)[0])
        return tuple if inner is None else lambda items: tuple(map(inner, items))
    if isinstance(hint, type) and is_dataclass(hint):
        steps = {name: _shape(inner) for name, inner in get_type_hints(hint).items()}
        # A part that was written before it had a field has that field's default.
        return lambda item: hint(
            **{
                name: step(item[name]) if step else item[name]
                for name, step in steps.items()
                if name in item
            }
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return None
