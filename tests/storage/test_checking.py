from __future__ import annotations

import pytest

from app.domain.goals import Goal
from app.domain.ids import Kind
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.storage.checking import is_sound
from app.vault import Vault
from tests.vaults import reopened


@pytest.fixture
def filled(vault: Vault) -> Vault:
    goal = goals.add_goal(vault, Goal(title="the release", why="out"))
    entry = journal.add(vault, EntryDraft(title="Réflexion", body="word " * 300, tags=("a",)))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.write(vault, entry.id, EntryDraft(title="changed 反思", body="more words"))
    gone = journal.add(vault, EntryDraft(title="gone"))
    journal.delete(vault, gone.id)
    assert is_sound(vault._connection)
    return vault


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entry SET body = 'other words'",
        "UPDATE entry SET body = 'words more'||' x'",
        "UPDATE goal SET title = 'the launch'",
        "DELETE FROM doc WHERE kind = 'goal'",
        "DELETE FROM found WHERE rowid = (SELECT row FROM doc WHERE kind = 'entry')",
        "DELETE FROM entry WHERE deleted IS NULL",
        "DELETE FROM evidence",
        "DELETE FROM word WHERE word = 'changed'",
        "UPDATE entry SET deleted = NULL",
        "INSERT INTO doc VALUES (1, 'entry', 'x')",
        "INSERT INTO found (rowid, title) VALUES (1, 'stray')",
        "UPDATE found_data SET block = x'00' WHERE id > 10",
    ],
)
def test_an_index_that_does_not_fit_is_noticed_and_made_anew(filled: Vault, damage: str) -> None:
    filled._connection.execute(damage)
    assert not is_sound(filled._connection)
    assert not filled.verify()
    filled.rebuild_index()
    assert is_sound(filled._connection)


def test_it_is_checked_where_nothing_can_be_saved(
    filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    monkeypatch.setattr("app.storage.connection.os.access", lambda *_: False)
    again = reopened(filled.folder)
    assert again.read_only
    assert again.verify()
    again.close()
