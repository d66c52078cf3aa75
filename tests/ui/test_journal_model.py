"""The journal's list as a model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from app.domain.ids import Id
from app.queries.journal import EntryRow, Listing
from ui.journal.entries import EntryModel, EntryRole
from ui.widgets.rows import RowRole

pytestmark = pytest.mark.qt

TODAY = date(2026, 5, 20)


def row(number: int, *, days: int = 0, pinned: bool = False, title: str = "") -> EntryRow:
    day = TODAY - timedelta(days=days)
    return EntryRow(
        Id(str(number)), day, -days, title or f"t{number}", "Words.", False, pinned, 3, 0, False
    )


def model_of(*rows: EntryRow, then: tuple[EntryRow, ...] = ()) -> EntryModel:
    model = EntryModel(lambda _: Listing(then, more=False))
    model.show(Listing(rows, more=bool(then)), TODAY)
    return model


def shown(model: EntryModel) -> list[str]:
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = model_of(row(1, pinned=True), row(2), then=(row(3, days=40),))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    assert model.read_rows() == 3
    assert not model.canFetchMore()


def test_entries_stand_under_headings() -> None:
    model = model_of(row(1, pinned=True), row(2), row(3, days=8), row(4, days=15), row(5, days=60))
    assert shown(model) == [
        "Pinned",
        "t1",
        "This week",
        "t2",
        "Last week",
        "t3",
        "Earlier in May",
        "t4",
        "March",
        "t5",
    ]


def test_a_heading_cannot_be_chosen() -> None:
    model = model_of(row(1))
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0).data(RowRole.SECTION) is True
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_the_next_page_goes_on_under_the_same_heading() -> None:
    model = model_of(row(1), then=(row(2, days=1), row(3, days=8)))
    assert model.canFetchMore()
    model.fetchMore()
    assert shown(model) == ["This week", "t1", "t2", "Last week", "t3"]
    assert not model.canFetchMore()


def test_only_what_changed_is_taken_away_and_put_in() -> None:
    model = model_of(row(1), row(2), row(3))
    removed, inserted = QSignalSpy(model.rowsRemoved), QSignalSpy(model.rowsInserted)
    model.show(Listing((row(1), row(4), row(3)), more=False), TODAY)
    assert shown(model) == ["This week", "t1", "t4", "t3"]
    assert [removed.at(0)[1:], inserted.at(0)[1:]] == [[2, 2], [2, 2]]
    model.show(Listing((row(1), row(4), row(3)), more=False), TODAY)
    assert (removed.count(), inserted.count()) == (1, 1)


def test_a_row_is_renewed_in_its_place_or_not_at_all() -> None:
    model = model_of(row(1), row(2))
    changed = QSignalSpy(model.dataChanged)
    assert model.renew(row(2, title="New"))
    assert shown(model) == ["This week", "t1", "New"]
    assert changed.at(0)[0].row() == 2
    assert not model.renew(row(2, days=3))
    assert not model.renew(row(2, pinned=True))
    assert not model.renew(row(9))


@pytest.mark.parametrize(("entry", "expected"), [("1", "2"), ("2", "3"), ("3", "2"), ("9", None)])
def test_the_neighbour_is_the_one_below_or_else_above(entry: str, expected: str | None) -> None:
    neighbour = model_of(row(1), row(2, days=9), row(3, days=30)).neighbour(Id(entry))
    assert (neighbour.id if neighbour else None) == expected


def test_the_last_entry_has_no_neighbour() -> None:
    assert model_of(row(1)).neighbour(Id("1")) is None


def test_days_are_words_the_heading_leaves_open() -> None:
    pinned = replace(row(1, pinned=True), day=date(2025, 12, 3))
    model = model_of(pinned, row(2))
    assert model.index(1).data(EntryRole.DAY) == "3 Dec 2025"
    assert model.index(3).data(EntryRole.DAY) == "Wed 20"


def test_a_row_is_read_out_as_a_sentence() -> None:
    told = replace(row(1), bring=True, goals=2, shared=True)
    quiet = replace(row(2), title="", confidence=None, goals=1)
    model = model_of(told, quiet)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1).data(role) == (
        "t1, Wednesday, 20 May, in a share pack, to bring, evidence for 2 goals, confidence 3 of 5"
    )
    assert model.index(2).data(role) == (
        "Words., Wednesday, 20 May, private, evidence for 1 goal, confidence not rated"
    )


def test_an_entry_below_what_was_read_is_known_to_be_there() -> None:
    model = model_of(row(1), row(2, days=3))
    assert model.is_over(row(5, days=2))
    assert not model.is_over(row(5, days=4))
    assert model.is_over(row(5, days=400, pinned=True))
    assert model.index_of(Id("9")) == QModelIndex()


def test_below_the_last_pinned_one_that_was_read_others_may_follow() -> None:
    model = model_of(row(1, pinned=True), row(2, days=5, pinned=True), then=(row(3),))
    assert not model.is_over(row(3))
    assert not model.is_over(row(4, days=9, pinned=True))
    assert model.is_over(row(5, days=3, pinned=True))


def test_where_an_entry_stands_is_known_after_every_change() -> None:
    model = model_of(row(1), row(2, days=8), then=(row(3, days=60),))
    assert model.index_of(Id("2")).row() == 3
    model.fetchMore()
    assert model.index_of(Id("3")).row() == 5
    model.show(Listing((row(2, days=8),), more=False), TODAY)
    assert model.index_of(Id("2")).row() == 1
    assert not model.index_of(Id("3")).isValid()
