"""The encrypted database file: the only module that speaks to SQLCipher."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlcipher3

from app.security.secrets import RAW_KEY_BYTES
from app.storage.errors import (
    CopyFailedError,
    DiskFullError,
    NotAVaultError,
    ReadOnlyError,
    SaveFailedError,
    UnsavedInFolderError,
    VaultDamagedError,
    VaultInUseError,
    VaultMissingError,
)

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Any, ...]

APPLICATION_ID: Final = 0x47524E52
"""«GRNR», in the file's header."""
SALT_BYTES: Final = 16
PAGE_BYTES: Final = 4096
BUSY_MILLISECONDS: Final = 500

_DAMAGED = {sqlcipher3.SQLITE_NOTADB, sqlcipher3.SQLITE_CORRUPT}
_BUSY = {sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}
_PRIMARY_CODE = 0xFF


class Connection:
    """One open database. It belongs to the thread that opened it."""

    def __init__(self, raw: Any, path: Path, *, read_only: bool) -> None:  # noqa: ANN401 - the driver has no types
        self._raw = raw
        self.path = path
        self.read_only = read_only

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement that returns nothing."""
        with _told_apart():
            self._raw.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        with _told_apart():
            return list(self._raw.execute(sql, values))

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        with _told_apart():
            found: Row | None = self._raw.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, values: Sequence[Value] = ()) -> int:
        """The first value of a query, as a whole number."""
        found = self.row(sql, values)
        return int(found[0]) if found else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what happens inside, or nothing of it."""
        if self.read_only:
            raise ReadOnlyError
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._raw.in_transaction:
                self._raw.rollback()
            raise

    def check(self) -> bool:
        """Whether every page decrypts and the structure is sound (reads the whole file)."""
        try:
            if not self.read_only:
                # The cipher check does not look into the write-ahead log and would complain.
                self.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            ciphered = self.rows("PRAGMA cipher_integrity_check")
            structure = self.rows("PRAGMA integrity_check")
        except (VaultDamagedError, SaveFailedError):
            return False
        return not ciphered and structure == [("ok",)]

    def copy_to(self, path: Path, key: bytearray) -> None:
        """Make a verified copy under the same raw key; an incomplete copy is removed."""
        try:
            target = _connect(path, key, mode="rwc")
            try:
                with _told_apart():
                    self._raw.backup(target)
            finally:
                target.close()
            copy = open_database(path, key)
            sound = copy.check()
            copy.close()
        except (SaveFailedError, VaultDamagedError) as error:
            path.unlink(missing_ok=True)
            raise CopyFailedError from error
        if not sound:
            path.unlink(missing_ok=True)
            raise CopyFailedError

    def close(self) -> None:
        """Write the log back into the file and let go of it."""
        self._raw.close()


def create_database(path: Path, key: bytearray) -> Connection:
    """A new database under a raw key (security.secrets.raw_key); the file must not exist."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    raw = _connect(path, key, mode="rw")
    connection = Connection(raw, path, read_only=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _prepare(connection)
    return connection


def open_database(path: Path, key: bytearray) -> Connection:
    """An existing database; a folder that cannot be written to opens it for reading only.

    Raises VaultMissingError, VaultDamagedError, VaultInUseError, NotAVaultError or
    UnsavedInFolderError; the file is not changed by any of them.
    """
    if not path.is_file():
        raise VaultMissingError
    if path.stat().st_size < PAGE_BYTES:
        # SQLite would take an empty file for a new, valid database.
        raise VaultDamagedError
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    if read_only and _log_left_behind(path):
        raise UnsavedInFolderError
    raw = _connect(path, key, mode="ro&immutable=1" if read_only else "rw")
    connection = Connection(raw, path, read_only=read_only)
    try:
        _require_ours(connection)
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def file_salt(path: Path) -> bytes:
    """The salt in the file's first bytes, which tells whether a key file belongs to it."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def _connect(path: Path, key: bytearray, *, mode: str) -> Any:  # noqa: ANN401 - the driver has no types
    # A key of another length would silently be taken for a passphrase.
    if len(key) != RAW_KEY_BYTES:
        raise ValueError("a raw key with its salt has 99 bytes")
    with _told_apart():
        raw = sqlcipher3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_MILLISECONDS / 1000,
        )
    try:
        with _told_apart():
            # SQLCipher would write to standard error on a wrong key.
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.set_key(key)
            raw.execute("PRAGMA cipher_compatibility = 4")
    except BaseException:
        raw.close()
        raise
    return raw


def _require_ours(connection: Connection) -> None:
    # The first read: with the wrong key, or in a damaged file, it fails here.
    if connection.number("PRAGMA application_id") != APPLICATION_ID:
        raise NotAVaultError


def _prepare(connection: Connection) -> None:
    raw = connection._raw  # noqa: SLF001 - the second half of opening
    if connection.read_only:
        connection.execute("PRAGMA foreign_keys = ON")
    else:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.rows("PRAGMA journal_mode = WAL")
        # WAL with NORMAL lost acknowledged saves in simulated power cuts; FULL lost none.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Takes the lock now rather than at the first save.
        with connection.transaction():
            pass
    raw.set_authorizer(_allowed)


def _allowed(action: int, first: str | None, *_: object) -> int:
    # Another database could receive plain text, and so could a temporary file on disk.
    forbidden = action in {sqlcipher3.SQLITE_ATTACH, sqlcipher3.SQLITE_DETACH} or (
        action == sqlcipher3.SQLITE_PRAGMA and str(first).lower().startswith("temp_store")
    )
    return int(sqlcipher3.SQLITE_DENY if forbidden else sqlcipher3.SQLITE_OK)


def _log_left_behind(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def _told_apart() -> Iterator[None]:
    """Turn the driver's errors into the errors a person can act on; bugs stay bugs."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code in _DAMAGED:
            raise VaultDamagedError from None
        if code in _BUSY:
            raise VaultInUseError from None
        if code == sqlcipher3.SQLITE_FULL:
            raise DiskFullError from None
        if code == sqlcipher3.SQLITE_READONLY:
            raise ReadOnlyError from None
        if code in {sqlcipher3.SQLITE_IOERR, sqlcipher3.SQLITE_CANTOPEN}:
            raise SaveFailedError from None
        raise
