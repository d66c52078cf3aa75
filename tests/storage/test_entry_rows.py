"""The journal's rows: what a filter lets through, in which order, and at what price."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.changes import Op
from app.clock import Moment
from app.domain.entries import Entry, Evidence
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem, Shared, SharedItem
from app.storage import entry_rows
from app.storage.entry_rows import EntryFilter, Place, View
from app.vault import Vault
from tests.vaults import NOON, new_vault

HOUR = 3_600_000


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """Five entries, an hour apart, the newest first in the alphabet of their titles."""
    vault = new_vault(tmp_path_factory.mktemp("rows") / "a.greenroom")
    entries = [
        Entry(title="a", bring=True, tags=("release", "team")),
        Entry(title="b", energy=3),
        Entry(title="c", template="weekly-review", pinned=True),
        Entry(title="d", tags=("team",), confidence=1),
        Entry(title="e"),
    ]
    with vault.transact(Op.IMPORT) as write:
        for hours, entry in enumerate(entries):
            write.put(entry.dated(Moment(NOON.at - hours * 24 * HOUR, NOON.offset)))
        write.put(Evidence(entry=entries[1].id, target=Id("goal")))
        write.put(Evidence(entry=entries[1].id, target=Id("other")))
        write.put(Evidence(entry=entries[3].id, target=Id("other"), target_kind=Kind.STRETCH))
        write.delete(write.put(Entry(title="gone", bring=True, tags=("lost",))))
    return vault


def titles(vault: Vault, wanted: EntryFilter) -> str:
    rows = [
        *entry_rows.pinned(vault.read, wanted, None, 9),
        *entry_rows.page(vault.read, wanted, None, 9),
    ]
    return "".join(row[3] for row in rows)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EntryFilter(), "cabde"),
        (EntryFilter(View.BRING), "a"),
        (EntryFilter(View.EVIDENCE), "bd"),
        (EntryFilter(tag="team"), "ad"),
        (EntryFilter(tag="tea"), ""),
        (EntryFilter(template="weekly-review"), "c"),
        (EntryFilter(goal=Id("other")), "bd"),
        (EntryFilter(goal=Id("goal")), "b"),
        (EntryFilter(rated=True), "bd"),
        (EntryFilter(since=date(2026, 5, 19)), "ab"),
        (EntryFilter(until=date(2026, 5, 17)), "de"),
        (EntryFilter(since=date(2026, 5, 17), until=date(2026, 5, 19)), "cbd"),
        (EntryFilter(View.EVIDENCE, tag="team", rated=True), "d"),
    ],
)
def test_a_filter_lets_through_what_it_names(
    vault: Vault, wanted: EntryFilter, expected: str
) -> None:
    assert titles(vault, wanted) == expected
    assert entry_rows.count(vault.read, wanted) == len(expected)


def test_a_page_goes_on_where_the_last_one_ended(vault: Vault) -> None:
    first = entry_rows.page(vault.read, EntryFilter(), None, 2)
    last = Place(first[-1][1], first[-1][2], first[-1][0])
    rest = entry_rows.page(vault.read, EntryFilter(), last, 2)
    assert [row[3] for row in (*first, *rest)] == ["a", "b", "d", "e"]


def test_entries_of_one_moment_are_told_apart_by_their_id(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "a.greenroom")
    with vault.transact(Op.IMPORT) as write:
        ids = sorted(write.put(Entry(title="x").dated(NOON)).id for _ in range(5))
    seen: list[str] = []
    place = None
    while found := entry_rows.page(vault.read, EntryFilter(), place, 2):
        seen += [row[0] for row in found]
        place = Place(found[-1][1], found[-1][2], found[-1][0])
    assert seen == ids[::-1]


def test_one_row_is_found_by_id_as_far_as_the_filter_allows(vault: Vault) -> None:
    entry = entry_rows.page(vault.read, EntryFilter(), None, 1)[0]
    assert entry_rows.one(vault.read, EntryFilter(), Id(entry[0])) == entry
    assert entry_rows.one(vault.read, EntryFilter(tag="none"), Id(entry[0])) is None


def test_a_row_counts_what_the_entry_is_evidence_for(vault: Vault) -> None:
    rows = entry_rows.page(vault.read, EntryFilter(View.EVIDENCE), None, 9)
    assert [row[8] for row in rows] == [2, 1]
    assert entry_rows.count_evidence(vault.read) == 2


def test_a_row_brings_only_the_beginning_of_a_long_text(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "a.greenroom")
    with vault.transact(Op.ADD_ENTRY) as write:
        write.put(Entry(body="é" * 10_000).dated(NOON))
    row = entry_rows.page(vault.read, EntryFilter(), None, 1)[0]
    assert row[4] == "é" * entry_rows.OPENING


def test_facets_name_what_is_in_use(vault: Vault) -> None:
    assert sorted(entry_rows.tags(vault.read)) == ["release", "team"]
    assert entry_rows.templates(vault.read) == ["weekly-review"]
    assert entry_rows.last_target(vault.read) == ("stretch", "other")


def test_packs_and_the_ledger_name_their_entries_only(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "a.greenroom")
    entry = Id("entry")
    with vault.transact(Op.ADD_PACK) as write:
        items = (PackItem(Kind.ENTRY, entry, ("body",)), PackItem(Kind.GOAL, Id("goal"), ()))
        write.put(Pack(title="For Ruth", items=items))
        write.delete(write.put(Pack(title="Thrown away", items=items)))
        shared = SharedItem(Kind.ENTRY, entry, "title", ("body",), ("00",))
        write.put(Shared(title="For Ruth, saved", items=(shared,)))
    assert sorted(entry_rows.in_packs(vault.read)) == [
        ("entry", "For Ruth", False),
        ("entry", "For Ruth, saved", True),
    ]


def test_nothing_was_linked_yet(tmp_path: Path) -> None:
    assert entry_rows.last_target(new_vault(tmp_path / "a.greenroom").read) is None


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (EntryFilter(), "entry_by_day"),
        (EntryFilter(View.BRING), "entry_to_bring"),
    ],
)
def test_a_page_is_read_along_an_index(vault: Vault, wanted: EntryFilter, index: str) -> None:
    plans: list[str] = []

    class Explained:
        """Asks the database how it would answer."""

        def rows(self, sql: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
            found = vault.read.rows(f"EXPLAIN QUERY PLAN {sql}", values)  # type: ignore[arg-type]
            plans.extend(str(row[-1]) for row in found)
            return []

    entry_rows.page(Explained(), wanted, Place("2026-05-20", 0, ""), 9)  # type: ignore[arg-type]
    assert f"SEARCH e USING INDEX {index} ((day,at)<(?,?))" in plans


def test_only_entries_that_show_an_image_of_the_vault(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "a.greenroom")
    texts = ["![a](image:1)", "![a](https://example.org/image:1)", "the image: none", ""]
    with vault.transact(Op.IMPORT) as write:
        for text in texts:
            write.put(Entry(title=text, body=text).dated(NOON))

    found = entry_rows.page(vault.read, EntryFilter(image=True), None, 9)

    assert [row[3] for row in found] == texts[:1]
    assert EntryFilter(image=True).narrows


@pytest.mark.parametrize("few", [0, 9])
def test_few_and_many_are_found_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(entry_rows, "FEW", few)
    vault = new_vault(tmp_path / "a.greenroom")
    with vault.transact(Op.IMPORT) as write:
        for number, tags in enumerate((("a", 'b"a"'), ('x"a"y',), ("ab",), ("a",))):
            entry = write.put(Entry(title=str(number), tags=tags))
            if number % 2:
                write.put(Evidence(entry=entry.id, target=Id(f"goal {number}")))
    assert sorted(titles(vault, EntryFilter(tag="a"))) == ["0", "3"]
    assert sorted(titles(vault, EntryFilter(View.EVIDENCE))) == ["1", "3"]
    assert titles(vault, EntryFilter(goal=Id("goal 3"))) == "3"
    assert entry_rows.count(vault.read, EntryFilter(View.EVIDENCE, tag="a")) == 1
    assert titles(vault, EntryFilter(tag="none")) == ""
