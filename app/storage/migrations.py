"""The schema and its history. Steps are only ever added; a shipped step never changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.storage.connection import Connection
from app.storage.errors import VaultDamagedError, VaultTooNewError

_RECORD = (
    "id TEXT PRIMARY KEY NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL, "
    "deleted INTEGER"
)
_AIM = (
    "title TEXT NOT NULL, why TEXT NOT NULL, measure TEXT NOT NULL, unit TEXT NOT NULL, "
    "baseline REAL, target REAL, obstacle TEXT NOT NULL, if_when TEXT NOT NULL, "
    "then_do TEXT NOT NULL, support TEXT NOT NULL, competencies TEXT NOT NULL, start TEXT, "
    "learned TEXT NOT NULL, cycle TEXT NOT NULL, template TEXT NOT NULL"
)

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (
        "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID",
        (
            "CREATE TABLE txn (seq INTEGER PRIMARY KEY, op TEXT NOT NULL, at INTEGER NOT NULL, "
            "install TEXT NOT NULL)"
        ),
        (
            "CREATE TABLE change (seq INTEGER PRIMARY KEY, "
            "txn INTEGER NOT NULL REFERENCES txn(seq), kind TEXT NOT NULL, id TEXT NOT NULL, "
            "field TEXT NOT NULL, old BLOB, trimmed TEXT)"
        ),
        "CREATE INDEX change_of ON change (id, seq)",
        "CREATE TABLE draft (name TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)",
        (
            f"CREATE TABLE entry ({_RECORD}, at INTEGER NOT NULL, offset INTEGER NOT NULL, "
            "day TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, template TEXT NOT NULL, "
            "tags TEXT NOT NULL, energy INTEGER, confidence INTEGER, bring INTEGER NOT NULL, "
            "pinned INTEGER NOT NULL, source TEXT NOT NULL)"
        ),
        "CREATE INDEX entry_by_day ON entry (day, at) WHERE deleted IS NULL",
        "CREATE INDEX entry_to_bring ON entry (day, at) WHERE bring = 1 AND deleted IS NULL",
        "CREATE INDEX entry_pinned ON entry (day, at) WHERE pinned = 1 AND deleted IS NULL",
        "CREATE INDEX entry_by_source ON entry (source) WHERE source <> ''",
        (
            f"CREATE TABLE evidence ({_RECORD}, entry TEXT NOT NULL, target_kind TEXT NOT NULL, "
            "target TEXT NOT NULL)"
        ),
        "CREATE INDEX evidence_by_entry ON evidence (entry) WHERE deleted IS NULL",
        "CREATE INDEX evidence_by_target ON evidence (target) WHERE deleted IS NULL",
        (
            f"CREATE TABLE goal ({_RECORD}, {_AIM}, alignment TEXT NOT NULL, due TEXT, "
            "review TEXT, state TEXT NOT NULL, position REAL NOT NULL)"
        ),
        (
            f'CREATE TABLE stretch ({_RECORD}, {_AIM}, goal TEXT NOT NULL, "commit" TEXT NOT NULL, '
            "commit_day TEXT, reach TEXT NOT NULL, reach_day TEXT, size INTEGER, zone TEXT, "
            "if_badly TEXT NOT NULL, state TEXT NOT NULL)"
        ),
        (
            f"CREATE TABLE milestone ({_RECORD}, goal TEXT NOT NULL, title TEXT NOT NULL, "
            "due TEXT, done TEXT, position REAL NOT NULL)"
        ),
        "CREATE INDEX milestone_by_goal ON milestone (goal) WHERE deleted IS NULL",
        (
            f"CREATE TABLE check_in ({_RECORD}, goal TEXT NOT NULL, day TEXT NOT NULL, value REAL, "
            "confidence INTEGER, plan_used TEXT, note TEXT NOT NULL)"
        ),
        "CREATE INDEX check_in_by_goal ON check_in (goal, day) WHERE deleted IS NULL",
        (
            f"CREATE TABLE cycle ({_RECORD}, title TEXT NOT NULL, purpose TEXT NOT NULL, "
            'start TEXT NOT NULL, middle TEXT NOT NULL, "end" TEXT NOT NULL, person TEXT NOT NULL)'
        ),
        (
            f"CREATE TABLE person ({_RECORD}, name TEXT NOT NULL, relation TEXT NOT NULL, "
            "role TEXT NOT NULL)"
        ),
        (
            f"CREATE TABLE pack ({_RECORD}, title TEXT NOT NULL, recipient TEXT NOT NULL, "
            "purpose TEXT NOT NULL, note TEXT NOT NULL, items TEXT NOT NULL, paper TEXT NOT NULL)"
        ),
        (
            f"CREATE TABLE shared ({_RECORD}, pack TEXT NOT NULL, title TEXT NOT NULL, "
            "recipient TEXT NOT NULL, relation TEXT NOT NULL, purpose TEXT NOT NULL, "
            "at INTEGER NOT NULL, offset INTEGER NOT NULL, items TEXT NOT NULL, "
            "pages INTEGER NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, "
            "passphrase INTEGER NOT NULL, file_name TEXT NOT NULL)"
        ),
        f"CREATE TABLE preference ({_RECORD}, value TEXT NOT NULL)",
    ),
    (
        "ALTER TABLE evidence ADD COLUMN quote TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE evidence ADD COLUMN quoted TEXT",
        (
            f"CREATE TABLE image ({_RECORD}, sha256 TEXT NOT NULL, media TEXT NOT NULL, "
            "width INTEGER NOT NULL, height INTEGER NOT NULL, size INTEGER NOT NULL)"
        ),
        "CREATE UNIQUE INDEX image_by_content ON image (sha256)",
        "CREATE TABLE image_data (sha256 TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL)",
        (
            f'CREATE TABLE template ({_RECORD}, name TEXT NOT NULL, "when" TEXT NOT NULL, '
            "minutes INTEGER NOT NULL, tags TEXT NOT NULL, body TEXT NOT NULL)"
        ),
        (
            f"CREATE TABLE search ({_RECORD}, name TEXT NOT NULL, query TEXT NOT NULL, "
            "sort TEXT NOT NULL)"
        ),
        "CREATE INDEX entry_by_tags ON entry (tags) WHERE deleted IS NULL AND tags <> '[]'",
        (
            "CREATE INDEX entry_by_template ON entry (template) "
            "WHERE deleted IS NULL AND template <> ''"
        ),
        "CREATE TABLE doc (row INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL)",
        "CREATE UNIQUE INDEX doc_of ON doc (id)",
        "CREATE TABLE stale (id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE word (seq INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
        (
            "CREATE VIRTUAL TABLE found USING fts5(title, body, tags, facets, content='', "
            "contentless_delete=1, tokenize='ascii')"
        ),
        # Tags are read without the texts beside them.
        "CREATE INDEX entry_tagged ON entry (tags, deleted, id) WHERE tags <> '[]'",
        # One leaf fills one page of the file; the leaves of 1,000 bytes took a third more room.
        "INSERT INTO found (found, rank) VALUES ('pgsz', 3960)",
    ),
    (
        "ALTER TABLE goal ADD COLUMN measure_kind TEXT NOT NULL DEFAULT 'number'",
        "ALTER TABLE goal ADD COLUMN state_day TEXT",
        "ALTER TABLE stretch ADD COLUMN measure_kind TEXT NOT NULL DEFAULT 'number'",
        "ALTER TABLE stretch ADD COLUMN state_day TEXT",
        "ALTER TABLE cycle ADD COLUMN agreement TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE cycle ADD COLUMN start_entry TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE cycle ADD COLUMN middle_entry TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE cycle ADD COLUMN exit_entry TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE cycle ADD COLUMN ended TEXT",
        "ALTER TABLE cycle ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN since TEXT",
        "ALTER TABLE person ADD COLUMN last_spoke TEXT",
        "ALTER TABLE person ADD COLUMN can_help TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE person ADD COLUMN strengths TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN interests TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN availability TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN safety INTEGER",
        "ALTER TABLE person ADD COLUMN safety_note TEXT NOT NULL DEFAULT ''",
        (
            f'CREATE TABLE competency ({_RECORD}, name TEXT NOT NULL, "group" TEXT NOT NULL, '
            "definition TEXT NOT NULL, anchors TEXT NOT NULL, questions TEXT NOT NULL, "
            "archived INTEGER NOT NULL)"
        ),
        (
            f"CREATE TABLE assessment ({_RECORD}, day TEXT NOT NULL, label TEXT NOT NULL, "
            'cycle TEXT NOT NULL, person TEXT NOT NULL, "by" TEXT NOT NULL, '
            "ratings TEXT NOT NULL)"
        ),
        # The rule is kept where no operation, undo included, can forget it.
        (
            "CREATE TRIGGER assessment_fixed BEFORE UPDATE OF id, created, day, label, cycle, "
            'person, "by", ratings ON assessment '
            "BEGIN SELECT RAISE(ABORT, 'an assessment does not change'); END"
        ),
        (
            "CREATE TRIGGER shared_fixed BEFORE UPDATE OF id, created, pack, title, recipient, "
            "relation, purpose, at, offset, items, pages, size, sha256, passphrase, file_name "
            "ON shared BEGIN SELECT RAISE(ABORT, 'the ledger does not change'); END"
        ),
        (
            f"CREATE TABLE experience ({_RECORD}, title TEXT NOT NULL, type TEXT NOT NULL, "
            'learning TEXT, start TEXT, "end" TEXT, hours REAL, host TEXT NOT NULL, '
            "people TEXT NOT NULL, goals TEXT NOT NULL, competencies TEXT NOT NULL, "
            "did TEXT NOT NULL, outcome TEXT NOT NULL, learned TEXT NOT NULL, cycle TEXT NOT NULL)"
        ),
        (
            f"CREATE TABLE attempt ({_RECORD}, goal TEXT NOT NULL, day TEXT NOT NULL, "
            "title TEXT NOT NULL, happened TEXT NOT NULL, taught TEXT NOT NULL, "
            "entry TEXT NOT NULL)"
        ),
        "CREATE INDEX attempt_by_goal ON attempt (goal) WHERE deleted IS NULL",
        (
            f"CREATE TABLE support ({_RECORD}, goal TEXT NOT NULL, person TEXT NOT NULL, "
            "title TEXT NOT NULL, competency TEXT NOT NULL, state TEXT NOT NULL, day TEXT, "
            "feedback INTEGER NOT NULL)"
        ),
        "CREATE INDEX support_by_goal ON support (goal) WHERE deleted IS NULL",
        # The value a measure stands at, and the last confidence, are read of many goals at once.
        (
            "CREATE INDEX check_in_value ON check_in (goal, day, created, id, value) "
            "WHERE deleted IS NULL AND value IS NOT NULL"
        ),
        (
            "CREATE INDEX check_in_rated ON check_in (goal, day, created, id, confidence) "
            "WHERE deleted IS NULL AND confidence IS NOT NULL"
        ),
    ),
    (
        "ALTER TABLE pack ADD COLUMN type TEXT NOT NULL DEFAULT 'own'",
        "ALTER TABLE pack ADD COLUMN first TEXT",
        "ALTER TABLE pack ADD COLUMN last TEXT",
        "ALTER TABLE pack ADD COLUMN until TEXT",
        "ALTER TABLE pack ADD COLUMN unnamed TEXT NOT NULL DEFAULT '[]'",
        "DROP TRIGGER shared_fixed",
        "ALTER TABLE shared ADD COLUMN person TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE shared ADD COLUMN type TEXT NOT NULL DEFAULT 'own'",
        "ALTER TABLE shared ADD COLUMN unnamed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE shared ADD COLUMN until TEXT",
        (
            "CREATE TRIGGER shared_fixed BEFORE UPDATE OF id, created, pack, title, recipient, "
            "relation, purpose, at, offset, items, pages, size, sha256, passphrase, file_name, "
            "person, type, unnamed, until "
            "ON shared BEGIN SELECT RAISE(ABORT, 'the ledger does not change'); END"
        ),
        (
            f"CREATE TABLE shared_mark ({_RECORD}, shared TEXT NOT NULL, mark TEXT NOT NULL, "
            "day TEXT NOT NULL)"
        ),
        (
            "CREATE TRIGGER shared_mark_fixed BEFORE UPDATE OF id, created, shared, mark, day "
            "ON shared_mark BEGIN SELECT RAISE(ABORT, 'the ledger does not change'); END"
        ),
        (
            f"CREATE TABLE withholding ({_RECORD}, recipient TEXT NOT NULL, item TEXT NOT NULL, "
            "passages TEXT NOT NULL)"
        ),
        "CREATE INDEX withholding_from ON withholding (recipient, item) WHERE deleted IS NULL",
    ),
    (
        (
            f"CREATE TABLE session ({_RECORD}, title TEXT NOT NULL, person TEXT NOT NULL, "
            "at INTEGER NOT NULL, offset INTEGER NOT NULL, day TEXT NOT NULL, "
            "minutes INTEGER NOT NULL, place TEXT NOT NULL, link TEXT NOT NULL, "
            "template TEXT NOT NULL, cycle TEXT NOT NULL, goals TEXT NOT NULL, "
            "question TEXT NOT NULL, prep TEXT NOT NULL, agenda TEXT NOT NULL, "
            "notes TEXT NOT NULL, state TEXT NOT NULL, moved TEXT, sequence INTEGER NOT NULL, "
            "started INTEGER, ended INTEGER, topic INTEGER NOT NULL, ticking INTEGER, "
            "every INTEGER NOT NULL, reviewed INTEGER NOT NULL)"
        ),
        "CREATE INDEX session_by_time ON session (at) WHERE deleted IS NULL",
        "CREATE INDEX session_with ON session (person, at) WHERE deleted IS NULL",
        (
            f"CREATE TABLE action ({_RECORD}, title TEXT NOT NULL, session TEXT NOT NULL, "
            "person TEXT NOT NULL, mine INTEGER NOT NULL, due TEXT, state TEXT NOT NULL, "
            "state_day TEXT)"
        ),
        "CREATE INDEX action_by_session ON action (session) WHERE deleted IS NULL",
        "CREATE INDEX action_open ON action (due) WHERE deleted IS NULL AND state = 'open'",
        (
            f"CREATE TABLE debrief ({_RECORD}, session TEXT NOT NULL, scores TEXT NOT NULL, "
            "answers TEXT NOT NULL, next_step TEXT NOT NULL)"
        ),
        "CREATE INDEX debrief_of ON debrief (session) WHERE deleted IS NULL",
        (
            f"CREATE TABLE request ({_RECORD}, person TEXT NOT NULL, code TEXT NOT NULL, "
            "form TEXT NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL, goal TEXT NOT NULL, "
            "intro TEXT NOT NULL, questions TEXT NOT NULL, promise TEXT NOT NULL, "
            "thanks TEXT NOT NULL, asked TEXT NOT NULL, reply_by TEXT, places TEXT NOT NULL, "
            "closed TEXT)"
        ),
        (
            f"CREATE TABLE feedback ({_RECORD}, request TEXT NOT NULL, person TEXT NOT NULL, "
            "giver TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL, "
            "answers TEXT NOT NULL, consent TEXT NOT NULL, state TEXT NOT NULL, "
            "day TEXT NOT NULL, note TEXT NOT NULL, links TEXT NOT NULL, thanked TEXT, "
            "way TEXT NOT NULL, sha256 TEXT NOT NULL)"
        ),
        "CREATE INDEX feedback_to ON feedback (request) WHERE deleted IS NULL",
        # Somebody's words stay as they came; what was typed in by hand can be put right.
        (
            "CREATE TRIGGER feedback_words_fixed BEFORE UPDATE OF answers, way, sha256 "
            "ON feedback WHEN OLD.way <> 'hand' "
            "BEGIN SELECT RAISE(ABORT, 'what somebody said does not change'); END"
        ),
    ),
)
"""Each step's statements, one at a time, because a script would commit behind our back."""

LATEST: Final = len(STEPS)


def version(connection: Connection, latest: int = LATEST) -> int:
    """The schema version of a database; raises VaultTooNewError where it is not known here."""
    found = connection.number("PRAGMA user_version")
    if found > latest:
        raise VaultTooNewError
    return found


def migrate(
    connection: Connection,
    before_step: Callable[[int], None],
    steps: tuple[tuple[str, ...], ...] = STEPS,
) -> None:
    """Bring a database to the newest schema, each step whole or not at all.

    `before_step` is called with the version that is about to be left, and makes the verified
    copy; what it raises stops the migration with nothing changed.
    """
    for number in range(version(connection, len(steps)), len(steps)):
        before_step(number)
        with connection.transaction():
            for statement in steps[number]:
                connection.execute(statement)
            if connection.rows("PRAGMA foreign_key_check"):
                raise VaultDamagedError
            connection.execute(f"PRAGMA user_version = {number + 1}")
