from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.security.secrets import raw_key
from app.storage.connection import Connection, create_database
from app.storage.errors import VaultTooNewError
from app.storage.migrations import LATEST, STEPS, migrate, version
from app.storage.tables import TABLES

SHIPPED = (
    "0e34900f0a86b0cc",
    "ec00852b20fe9111",
    "d7c894a1ba1e55f0",
    "18241116ba70b508",
    "5d5bf1fa6c13abf1",
)
"""The digest of each step as released: a step that shipped never changes."""


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    return create_database(tmp_path / "vault.db", raw_key(bytearray(32), bytes(16)))


def test_no_step_that_was_released_has_changed() -> None:
    found = tuple(hashlib.sha256("\n".join(step).encode()).hexdigest()[:16] for step in STEPS)
    assert found == SHIPPED


def test_a_fresh_schema_has_a_column_for_every_field(connection: Connection) -> None:
    migrate(connection, lambda _: None)
    assert version(connection) == LATEST
    for table in TABLES.values():
        columns = {row[1] for row in connection.rows(f'PRAGMA table_info("{table.name}")')}
        assert columns == set(table.columns), table.name
    connection.close()


def test_each_step_is_preceded_by_its_copy(connection: Connection) -> None:
    left: list[int] = []
    steps = (("CREATE TABLE a (x)",), ("CREATE TABLE b (x)",))
    migrate(connection, left.append, steps)
    assert left == [0, 1]
    migrate(connection, left.append, steps)
    assert left == [0, 1]
    connection.close()


def test_a_step_that_fails_leaves_the_version_before_it(connection: Connection) -> None:
    broken = (("CREATE TABLE a (x)",), ("CREATE TABLE b (x)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(Exception, match="nowhere"):
        migrate(connection, lambda _: None, broken)
    assert connection.number("PRAGMA user_version") == 1
    assert connection.rows("SELECT name FROM sqlite_master") == [("a",)]
    connection.close()


def test_without_a_copy_nothing_is_migrated(connection: Connection) -> None:
    def refuse(_: int) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        migrate(connection, refuse)
    assert connection.number("PRAGMA user_version") == 0
    connection.close()


def test_a_newer_schema_is_refused(connection: Connection) -> None:
    connection.execute("PRAGMA user_version = 999")
    with pytest.raises(VaultTooNewError):
        migrate(connection, lambda _: None)
    assert connection.number("PRAGMA user_version") == 999
    connection.close()
