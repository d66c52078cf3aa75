"""A canvas for tests."""

from __future__ import annotations

from collections.abc import Callable


class Recorder:
    """Stands in for a canvas and remembers what it was told."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[float, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., Recorder]:
        def record(*values: float, **_: float) -> Recorder:
            self.calls.append((name, values))
            return self

        return record

    def of(self, name: str) -> list[tuple[float, ...]]:
        """The values of each call of this name."""
        return [values for each, values in self.calls if each == name]
