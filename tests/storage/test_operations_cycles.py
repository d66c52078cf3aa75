from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.clock import Moment
from app.domain.cycles import Agreed, Cycle
from app.domain.ids import Kind
from app.operations import cycles, journal, trash
from app.vault import Vault

START, END = date(2026, 3, 2), date(2026, 8, 28)


def cycle(**fields: object) -> Cycle:
    return replace(Cycle(title="Spring", start=START, middle=START, end=END), **fields)  # type: ignore[arg-type]  # by name


def test_a_cycle_is_added_and_revised(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    agreed = (Agreed("rhythm", "Every three weeks"),)
    cycles.revise_cycle(vault, replace(made, title="Summer", agreement=agreed))
    (found,) = vault.read.all(Cycle)
    assert (found.title, found.agreement) == ("Summer", agreed)
    vault.undo()
    assert vault.read.all(Cycle) == [made]


def test_a_cycle_ends_with_what_came_of_it_and_can_run_again(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    ended = cycles.end_cycle(vault, made.id, date(2026, 7, 1), "Told the story.")
    assert (ended.runs(date(2026, 7, 1)), ended.runs(date(2026, 7, 2))) == (True, False)
    again = cycles.reopen_cycle(vault, made.id)
    assert again.runs(date(2026, 7, 2))
    assert again.outcome == "Told the story."


def test_a_cycle_lives_on_without_an_entry_that_is_deleted_for_good(vault: Vault) -> None:
    entry = journal.add(vault, journal.EntryDraft(body="Looking back"), Moment(0, 0))
    made = cycles.add_cycle(vault, cycle(exit_entry=entry.id))
    journal.delete(vault, entry.id)
    trash.purge(vault, Kind.ENTRY, entry.id)
    assert vault.read.get(Cycle, made.id).exit_entry == ""


def test_a_deleted_cycle_comes_back(vault: Vault) -> None:
    made = cycles.add_cycle(vault, cycle())
    cycles.delete_cycle(vault, made.id)
    assert vault.read.all(Cycle) == []
    trash.restore(vault, Kind.CYCLE, made.id)
    assert [c.title for c in vault.read.all(Cycle)] == ["Spring"]
