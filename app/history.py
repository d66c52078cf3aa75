"""Undo and redo: the recorded rows of the last operations, held in memory while unlocked."""

from __future__ import annotations

from dataclasses import dataclass

from app.changes import Op
from app.domain.ids import Id, Kind
from app.storage.writing import RowChange

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One operation as the rows it changed."""

    op: Op
    rows: tuple[RowChange, ...]

    @property
    def touched(self) -> frozenset[tuple[Kind, Id]]:
        """The records it changed."""
        return frozenset((row.kind, row.id) for row in self.rows)

    def reversed(self) -> Step:
        """The step that takes this one back."""
        rows = tuple(RowChange(r.kind, r.id, r.after, r.before) for r in self.rows[::-1])
        return Step(self.op, rows)


class History:
    """The steps that can be undone and redone, newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._sealed = False

    def record(self, step: Step) -> None:
        """Add an operation that was just done; nothing can be redone after it."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and not self._sealed and _continues(last, step):
            self._done[-1] = _merged(last, step)
        else:
            self._done.append(step)
            del self._done[:-LIMIT]
        self._sealed = False

    def seal(self) -> None:
        """End a run of merging steps, as leaving the text that was typed in does."""
        self._sealed = True

    def undoable(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    def redoable(self) -> Step | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """Note that the last step was taken back."""
        self._undone.append(self._done.pop())
        self._sealed = True

    def redone(self) -> None:
        """Note that the last undone step was done again."""
        self._done.append(self._undone.pop())
        self._sealed = True

    def forget(self, touched: frozenset[tuple[Kind, Id]]) -> None:
        """Drop every step that could bring back some of these records, or half of one.

        A step holds whole rows, so those before a step that is dropped go with it.
        """
        last = max((n for n, step in enumerate(self._done) if step.touched & touched), default=-1)
        del self._done[: last + 1]
        self._undone.clear()
        self._sealed = True

    def clear(self) -> None:
        """Forget everything, as locking does."""
        self._done.clear()
        self._undone.clear()


def _continues(last: Step, step: Step) -> bool:
    return step.op.merges and (last.op, last.touched) == (step.op, step.touched)


def _merged(last: Step, step: Step) -> Step:
    befores = {(row.kind, row.id): row.before for row in last.rows}
    rows = tuple(RowChange(r.kind, r.id, befores[r.kind, r.id], r.after) for r in step.rows)
    return Step(step.op, rows)
