from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from signal import SIGKILL
from subprocess import PIPE, Popen

import pytest

from app.changes import Changes, Op
from app.clock import Moment
from app.domain.entries import Entry
from app.domain.ids import Kind
from app.domain.records import TITLE_LIMIT, TooLongError
from app.importing.apply import Applied, apply, plan
from app.importing.drafts import EntryDraft, Reading, Skipped, SkipReason
from app.operations import journal
from app.vault import Vault
from tests.vaults import NOON, new_vault, reopened

ROOT = Path(__file__).parents[2]
HALF = 4000
STOPS_HALF_WAY = f"""
import sys, time
from dataclasses import replace
from pathlib import Path
from app.importing.apply import apply
from app.importing.drafts import Reading
from app.storage.writing import Write
from tests.storage.test_apply import draft
from tests.vaults import reopened

class Stopping:
    count = 0
    put = Write.put

    def __call__(self, write, record):
        self.count += 1
        if self.count > {HALF}:
            print("half", flush=True)
            time.sleep(600)
        return Stopping.put(write, record)

stopping = Stopping()
Write.put = lambda write, record: stopping(write, record)
drafts = (replace(draft(number), body="words " * 300) for number in range(2 * {HALF}))
apply(reopened(Path(sys.argv[1])), Reading(tuple(drafts), ()))
"""


def draft(number: int, *, starred: bool = False) -> EntryDraft:
    """A draft as a reader hands it over, an hour older than the one before."""
    written = Moment.of(NOON.local - timedelta(hours=number))
    return EntryDraft(
        title=f"Entry {number}",
        body=f"Body {number}",
        written=written,
        tags=("work", "#Team lunch"),
        starred=starred,
        source=f"jrnl:{number:08}",
    )


def reading(*numbers: int) -> Reading:
    """What a reader found, with one thing left out."""
    skipped = (Skipped("notes.txt", SkipReason.NOT_AN_ENTRY),)
    return Reading(tuple(draft(number) for number in numbers), skipped)


def sources(vault: Vault) -> list[str]:
    return [entry.source for entry in vault.read.all(Entry)]


def test_an_entry_keeps_its_words_its_hour_and_its_star(vault: Vault) -> None:
    given = draft(5, starred=True)
    assert apply(vault, Reading((given, draft(6)), ())) == Applied(added=2, already_there=0)
    starred, plain = vault.read.all(Entry)
    assert (starred.title, starred.body, starred.source) == (given.title, given.body, given.source)
    assert starred.written == given.written
    assert starred.day == given.written.local.date()
    assert starred.tags == ("work", "Team-lunch")
    assert (starred.pinned, plain.pinned) == (True, False)


def test_what_comes_in_is_private_and_unrated(vault: Vault) -> None:
    apply(vault, reading(1))
    (entry,) = vault.read.all(Entry)
    assert (entry.bring, entry.energy, entry.confidence, entry.template) == (False, None, None, "")


def test_importing_twice_adds_nothing(vault: Vault) -> None:
    apply(vault, reading(1, 2))
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    assert apply(vault, reading(1, 2)) == Applied(added=0, already_there=2)
    assert heard == []
    assert apply(vault, reading(2, 3)) == Applied(added=1, already_there=1)
    assert sorted(sources(vault)) == [draft(number).source for number in (1, 2, 3)]


def test_a_source_that_is_read_twice_comes_in_once(vault: Vault) -> None:
    assert apply(vault, reading(1, 1)) == Applied(added=1, already_there=1)
    assert sources(vault) == [draft(1).source]


def test_an_edited_entry_and_one_in_the_trash_stay_as_they_are(vault: Vault) -> None:
    apply(vault, reading(1, 2))
    edited, gone = vault.read.all(Entry)
    journal.write(vault, edited.id, journal.EntryDraft(title="Now", body="Rewritten"))
    journal.delete(vault, gone.id)
    assert apply(vault, reading(1, 2)) == Applied(added=0, already_there=2)
    assert [entry.title for entry in vault.read.all(Entry)] == ["Now"]


def test_entries_of_this_vault_are_no_obstacle(vault: Vault) -> None:
    journal.add(vault, journal.EntryDraft(title=draft(1).title, body=draft(1).body))
    assert apply(vault, reading(1)).added == 1


def test_a_plan_says_what_would_happen_and_changes_nothing(vault: Vault) -> None:
    apply(vault, reading(1))
    found = plan(vault, reading(1, 2, 3))
    assert [each.source for each in found.new] == [draft(2).source, draft(3).source]
    assert [each.source for each in found.already_there] == [draft(1).source]
    assert [each.where for each in found.skipped] == ["notes.txt"]
    assert sources(vault) == [draft(1).source]
    assert apply(vault, reading(1, 2, 3)) == Applied(added=2, already_there=1)


def test_one_entry_that_breaks_a_rule_stops_all_of_them(vault: Vault) -> None:
    bad = replace(draft(3), title="x" * (TITLE_LIMIT + 1))
    with pytest.raises(TooLongError):
        apply(vault, Reading((draft(1), draft(2), bad), ()))
    assert sources(vault) == []
    assert vault.can_undo() is None


def test_a_large_import_is_one_step_of_undo(vault: Vault) -> None:
    many = reading(*range(1500))
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    apply(vault, many)
    assert [(each.op, len(each.touched)) for each in heard] == [(Op.IMPORT, 1500)]
    before = vault.read.all(Entry)
    assert vault.undo() is Op.IMPORT
    assert vault.read.count(Kind.ENTRY) == 0
    assert vault.can_undo() is None
    assert vault.redo() is Op.IMPORT
    assert vault.read.all(Entry) == before


def test_an_import_that_was_undone_can_be_made_again(vault: Vault) -> None:
    apply(vault, reading(1))
    vault.undo()
    assert apply(vault, reading(1)) == Applied(added=1, already_there=0)


def test_a_process_that_is_killed_half_way_leaves_nothing_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "Killed.greenroom"
    made = new_vault(folder)
    apply(made, reading(1))
    made.close()
    words = [sys.executable, "-c", STOPS_HALF_WAY, str(folder)]
    with Popen(words, stdout=PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.kill()
        assert process.wait() == -SIGKILL
    # What was written of it lies in the log, uncommitted.
    assert (folder / "vault.db-wal").stat().st_size > HALF * 100
    vault = reopened(folder)
    assert sources(vault) == [draft(1).source]
    assert vault.verify()
    assert apply(vault, reading(1, 2)) == Applied(added=1, already_there=1)
    vault.close()
