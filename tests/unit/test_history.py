from __future__ import annotations

from app.changes import Op
from app.domain.ids import Id, Kind
from app.history import LIMIT, History, Step
from app.storage.writing import RowChange


def _step(op: Op, before: str | None, after: str | None, record: str = "a") -> Step:
    def image(text: str | None) -> dict[str, str] | None:
        return None if text is None else {"body": text}

    return Step(op, (RowChange(Kind.ENTRY, Id(record), image(before), image(after)),))


def test_typing_is_one_step_until_it_is_sealed() -> None:
    history = History()
    history.record(_step(Op.WRITE_ENTRY, "", "a"))
    history.record(_step(Op.WRITE_ENTRY, "a", "ab"))
    assert history.undoable() == _step(Op.WRITE_ENTRY, "", "ab")
    history.seal()
    history.record(_step(Op.WRITE_ENTRY, "ab", "abc"))
    assert history.undoable() == _step(Op.WRITE_ENTRY, "ab", "abc")


def test_typing_in_another_entry_is_another_step() -> None:
    history = History()
    history.record(_step(Op.WRITE_ENTRY, "", "a"))
    history.record(_step(Op.WRITE_ENTRY, "", "x", record="b"))
    assert history.undoable() == _step(Op.WRITE_ENTRY, "", "x", record="b")


def test_doing_something_new_forgets_what_was_undone() -> None:
    history = History()
    history.record(_step(Op.ADD_ENTRY, None, "a"))
    history.undone()
    assert history.redoable() == _step(Op.ADD_ENTRY, None, "a")
    history.record(_step(Op.ADD_ENTRY, None, "b"))
    assert history.redoable() is None


def test_typing_after_an_undo_is_a_step_of_its_own() -> None:
    history = History()
    history.record(_step(Op.WRITE_ENTRY, "", "a"))
    history.seal()
    history.record(_step(Op.WRITE_ENTRY, "a", "b"))
    history.undone()
    history.record(_step(Op.WRITE_ENTRY, "a", "c"))
    assert history.undoable() == _step(Op.WRITE_ENTRY, "a", "c")


def test_only_the_last_steps_are_kept() -> None:
    history = History()
    for number in range(LIMIT + 5):
        history.record(_step(Op.ADD_ENTRY, None, str(number)))
    kept = 0
    while history.undoable():
        history.undone()
        kept += 1
    assert kept == LIMIT


def test_locking_forgets_everything() -> None:
    history = History()
    history.record(_step(Op.ADD_ENTRY, None, "a"))
    history.clear()
    assert history.undoable() is None
    assert history.redoable() is None


def test_forgetting_a_record_drops_its_steps_and_those_before_them() -> None:
    history = History()
    history.record(_step(Op.ADD_ENTRY, None, "1", record="before"))
    history.record(_step(Op.ADD_ENTRY, None, "2", record="gone"))
    history.record(_step(Op.ADD_ENTRY, None, "3", record="after"))
    history.record(_step(Op.ADD_ENTRY, None, "4", record="undone"))
    history.undone()
    history.forget(frozenset({(Kind.ENTRY, Id("gone"))}))
    assert history.redoable() is None
    assert history.undoable() == _step(Op.ADD_ENTRY, None, "3", record="after")
    history.undone()
    assert history.undoable() is None


def test_forgetting_what_no_step_knows_leaves_them() -> None:
    history = History()
    history.record(_step(Op.ADD_ENTRY, None, "1"))
    history.forget(frozenset({(Kind.ENTRY, Id("another"))}))
    assert history.undoable() == _step(Op.ADD_ENTRY, None, "1")
