from __future__ import annotations

from app.changes import Changes, Op
from app.domain.ids import Id, Kind


def test_changes_say_what_they_touch() -> None:
    changes = Changes(Op.ADD_GOAL, frozenset({(Kind.GOAL, Id("a")), (Kind.MILESTONE, Id("b"))}))
    assert changes.touches(Kind.ENTRY, Kind.GOAL)
    assert not changes.touches(Kind.ENTRY)
    assert changes.touches_id(Id("b"))
    assert not changes.touches_id(Id("c"))


def test_a_file_that_left_cannot_be_taken_back() -> None:
    assert not Op.SHARE_PACK.undoable
    assert not Op.PURGE.undoable
    assert Op.DELETE_ENTRY.undoable


def test_only_typing_and_choosing_merge() -> None:
    typed = {Op.WRITE_ENTRY, Op.WRITE_SESSION, Op.DEBRIEF_SESSION, Op.NOTE_FEEDBACK}
    merging = typed | {Op.REVISE_PACK, Op.WITHHOLD}
    assert {op for op in Op if op.merges} == merging
