"""The versions that are worth showing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.entries import Entry
from app.domain.entry_content import Content
from app.domain.ids import Id, Kind
from app.operations import journal
from app.operations.journal import EntryDraft
from app.operations.trash import restore
from app.operations.versions import bring_back
from app.prose import words
from app.queries.versions import CUT, VersionRow, _Count, version, versions
from app.vault import Vault
from tests.vaults import NOON, new_vault

MINUTE = 60_000
ZONE = NOON.offset


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", clock)


def bodies(vault: Vault, entry: Entry) -> list[str]:
    rows = versions(vault.read, entry.id, ZONE)
    found = [version(vault.read, entry.id, row.seq, ZONE) for row in rows]
    return [past.content.body for past in found if past]


def write(vault: Vault, entry: Entry, body: str) -> None:
    journal.write(vault, entry.id, EntryDraft(body=body))


def test_a_run_of_autosaves_is_one_version_until_a_pause(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(body="I"))
    for text in ("I waited", "I waited for them."):
        clock.advance(9 * MINUTE)
        write(vault, entry, text)
    clock.advance(11 * MINUTE)
    write(vault, entry, "I waited for them. They came.")
    assert bodies(vault, entry) == ["I waited for them. They came.", "I waited for them."]
    vault.close()


def test_another_day_ends_a_run(vault: Vault, clock: FixedClock) -> None:
    clock.advance(12 * 60 * MINUTE - 2 * MINUTE)
    entry = journal.add(vault, EntryDraft(body="Before midnight."))
    clock.advance(4 * MINUTE)
    write(vault, entry, "After midnight.")
    assert bodies(vault, entry) == ["After midnight.", "Before midnight."]
    vault.close()


def test_an_operation_of_another_kind_ends_a_run(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="One."))
    write(vault, entry, "One. Two.")
    vault.undo()
    write(vault, entry, "One. Three.")
    rows = versions(vault.read, entry.id, ZONE)
    assert [row.op for row in rows] == [Op.WRITE_ENTRY, Op.UNDO, Op.WRITE_ENTRY]
    assert bodies(vault, entry) == ["One. Three.", "One.", "One. Two."]
    vault.close()


def test_what_a_save_took_away_is_a_version_though_nobody_paused(vault: Vault) -> None:
    long = "w" * CUT
    entry = journal.add(vault, EntryDraft(body=long))
    write(vault, entry, "")
    write(vault, entry, "New.")
    assert bodies(vault, entry) == ["New.", long]
    vault.close()


def test_marks_days_and_the_trash_are_no_versions(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(body="A page."))
    clock.advance(20 * MINUTE)
    journal.write(vault, entry.id, EntryDraft(body="A page.", bring=True, pinned=True))
    journal.move_to(vault, entry.id, Moment(NOON.at - 90_000_000, ZONE))
    journal.delete(vault, entry.id)
    restore(vault, Kind.ENTRY, entry.id)
    (row,) = versions(vault.read, entry.id, ZONE)
    assert row.at == NOON
    vault.close()


def test_a_row_tells_what_changed_since_the_version_before(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(title="Sana", body="One two."))
    draft = EntryDraft.of(entry)
    for change in ({"body": "One two three."}, {"tags": ("release",)}, {"energy": 3}):
        clock.advance(20 * MINUTE)
        draft = replace(draft, **change)
        journal.write(vault, entry.id, draft)
    rows = versions(vault.read, entry.id, ZONE)
    changed = [(row.words, row.title, row.text, row.tags, row.ratings) for row in rows]
    assert changed == [
        (3, False, False, False, True),
        (3, False, False, True, False),
        (3, False, True, False, False),
        (2, True, True, False, False),
    ]
    vault.close()


def test_the_newest_few_are_what_the_whole_list_begins_with(
    vault: Vault, clock: FixedClock
) -> None:
    entry = journal.add(vault, EntryDraft(body="0"))
    for number in range(1, 6):
        clock.advance(20 * MINUTE)
        write(vault, entry, f"{number}")
    every = versions(vault.read, entry.id, ZONE)
    assert len(every) == 6
    assert versions(vault.read, entry.id, ZONE, limit=2) == every[:2]
    assert versions(vault.read, entry.id, ZONE, limit=9) == every
    vault.close()


def test_of_what_is_gone_there_are_no_versions(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="A page."))
    seq = versions(vault.read, entry.id, ZONE)[0].seq
    vault.undo()
    assert versions(vault.read, Id("nobody"), ZONE) == []
    assert version(vault.read, Id("nobody"), 1, ZONE) is None
    assert version(vault.read, entry.id, seq - 1, ZONE) is None
    undone = versions(vault.read, entry.id, ZONE)
    assert [(row.seq, row.op) for row in undone] == [(seq, Op.ADD_ENTRY)]
    vault.close()


def test_a_version_keeps_all_that_was_written(vault: Vault, clock: FixedClock) -> None:
    draft = EntryDraft(
        title="Sana", body="*Two*", tags=("release",), energy=2, confidence=5, template="weekly"
    )
    entry = journal.add(vault, draft)
    clock.advance(20 * MINUTE)
    write(vault, entry, "")
    row: VersionRow = versions(vault.read, entry.id, ZONE)[1]
    past = version(vault.read, entry.id, row.seq, ZONE)
    assert past is not None
    assert past.at == NOON
    assert past.content == Content(
        title="Sana",
        body="*Two*",
        tags=("release",),
        energy=2,
        confidence=5,
        template="weekly",
    )
    bring_back(vault, entry.id, row.seq)
    assert Content.of(vault.read.get(Entry, entry.id)) == past.content
    vault.close()


@given(
    st.lists(
        st.text("ab \n\u2013*待é", max_size=12)
        | st.lists(st.sampled_from(["one", " two", "\n", " - ", "待"]), max_size=8).map("".join),
        max_size=6,
    )
)
def test_words_are_counted_the_same_whether_by_the_difference_or_anew(texts: list[str]) -> None:
    count = _Count()
    assert [count.of(text) for text in texts] == [words(text) for text in texts]
