"""What the calendar of the journal is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.clock import Moment
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries import calendar as query
from app.vault import Vault
from tests.vaults import NOON, new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault at noon on Wednesday, 20 May 2026."""
    return new_vault(tmp_path / "a.greenroom")


def add(vault: Vault, day: date, title: str = "t") -> None:
    journal.add(vault, EntryDraft(title=title), NOON.on(day))


def test_days_are_counted_between_two_and_without_the_trash(vault: Vault) -> None:
    for day in (date(2026, 4, 26), date(2026, 4, 27), date(2026, 5, 31), date(2026, 6, 1)):
        add(vault, day)
    add(vault, date(2026, 5, 31))
    gone = journal.add(vault, EntryDraft(title="gone"), NOON)
    journal.delete(vault, gone.id)
    assert query.marks(vault.read, date(2026, 4, 27), date(2026, 5, 31)) == {
        date(2026, 4, 27): 1,
        date(2026, 5, 31): 2,
    }


def test_a_day_has_its_entries_newest_first(vault: Vault) -> None:
    early = Moment(NOON.at - 3_600_000, NOON.offset)
    journal.add(vault, EntryDraft(title="early"), early)
    journal.add(vault, EntryDraft(title="pinned", pinned=True), NOON)
    add(vault, date(2026, 5, 19), "yesterday")
    page = query.day_page(vault.read, NOON.day)
    assert [row.title for row in page.entries] == ["pinned", "early"]
    assert page.entries[1].written == early
    assert page.other_years == ()


def test_on_this_day_holds_other_years_before_and_after(vault: Vault) -> None:
    for year in (2019, 2024, 2025, 2027):
        add(vault, date(year, 5, 20), str(year))
    add(vault, date(2025, 5, 21), "beside")
    page = query.day_page(vault.read, date(2026, 5, 20))
    assert [row.title for row in page.other_years] == ["2027", "2025", "2024", "2019"]


def test_a_vault_without_an_entry_has_empty_days(vault: Vault) -> None:
    assert query.day_page(vault.read, NOON.day) == query.DayPage(NOON.day, (), ())


@pytest.mark.parametrize(
    ("day", "others"),
    [
        (date(2024, 2, 29), ["2023-02-28", "2025-02-28", "2028-02-29"]),
        (date(2025, 2, 28), ["2023-02-28", "2024-02-28", "2024-02-29", "2028-02-28", "2028-02-29"]),
        (date(2024, 2, 28), ["2023-02-28", "2025-02-28", "2028-02-28"]),
        (date(2024, 3, 1), ["2023-03-01", "2025-03-01", "2028-03-01"]),
    ],
)
def test_a_year_without_the_29th_of_february_has_it_on_the_28th(
    day: date, others: list[str]
) -> None:
    found = query.same_days(day, (2023, 2024, 2025, 2028))
    assert [other.isoformat() for other in found] == others
