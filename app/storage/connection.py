"""The encrypted database file: the only module that speaks to SQLCipher."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar, cast

import sqlcipher3

from app.errors import VaultError
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
    VaultMovedError,
)
from app.storage.turns import InterruptedLookupError, Turns

T = TypeVar("T")
Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Any, ...]

APPLICATION_ID: Final = 0x47524E52
"""«GRNR», in the file's header."""
SALT_BYTES: Final = 16
PAGE_BYTES: Final = 4096
BUSY_MILLISECONDS: Final = 500
STATEMENTS: Final = 512
"""How many statements stay prepared, more than there are.

The driver lets go of what was used least, and when it kept 100, those of the opening pushed each
statement of a save out again.
"""

_DAMAGED = {sqlcipher3.SQLITE_NOTADB, sqlcipher3.SQLITE_CORRUPT}
_BUSY = {sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}
_PRIMARY_CODE = 0xFF
_TRIES: Final = 5
_FULL_TEXT: Final = "fts5"
"""Stands in all that SQLite says of such an index."""


class _InterruptedError(Exception):
    """A statement was interrupted."""


class Connection:
    """One open database. It belongs to the thread that opened it; others may look things up."""

    def __init__(self, raw: Any, path: Path, *, read_only: bool) -> None:  # noqa: ANN401 - the driver has no types
        self._raw = raw
        self.path = path
        self.read_only = read_only
        self._place = path.resolve()
        self._file = _identity(self._place)
        self.turns = Turns(raw.interrupt)

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement that returns nothing."""
        self._ask(sql, values, lambda _: None)

    def many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each of several rows of values."""
        with self.turns, suppress(_InterruptedError), _told_apart():
            # Not only where it fails: what was run before that could not be told from the rest.
            self._raw.executemany(sql, (tuple(map(_kept, row)) for row in values))
            return
        raise InterruptedLookupError

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        return self._ask(sql, values, list)

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        return self._ask(sql, values, lambda cursor: cast("Row | None", cursor.fetchone()))

    def number(self, sql: str, values: Sequence[Value] = ()) -> int:
        """The first value of a query, as a whole number."""
        found = self.row(sql, values)
        return int(found[0]) if found else 0

    @contextmanager
    def transaction(self, *, answers_change: bool = True) -> Iterator[None]:
        """All of what happens inside, or nothing of it.

        What changes no answer, such as work on an index, leaves look-ups under way alone.
        """
        if self.read_only:
            raise ReadOnlyError
        if _identity(self._place) != self._file:
            # SQLite would go on writing into a file that nobody finds again.
            raise VaultMovedError
        with self.turns.whole(answers_change=answers_change):
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                self._take_back()
                raise

    def check(self) -> bool:
        """Whether every page decrypts and the structure is sound (reads the whole file).

        What an index of full text says does not count: it can be made anew from the records.
        """
        try:
            if not self.read_only:
                # The cipher check does not look into the write-ahead log and would complain.
                self.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            ciphered = self.rows("PRAGMA cipher_integrity_check")
            structure = self.rows("PRAGMA integrity_check")
        except (VaultDamagedError, SaveFailedError):
            return False
        faults = [words for (words,) in structure if _FULL_TEXT not in words.lower()]
        return not ciphered and faults in ([], ["ok"])

    def copy_to(self, path: Path, key: bytearray) -> None:
        """Make a verified copy under the same raw key; an incomplete copy is removed.

        Raises CopyFailedError, also where something is at `path` already.
        """
        try:
            _reserve(path)
        except OSError:
            raise CopyFailedError from None
        sound = False
        try:
            self._copy(path, key)
            sound = _is_sound(path, key)
        except VaultError as error:
            raise CopyFailedError from error
        finally:
            if not sound:
                path.unlink(missing_ok=True)
        if not sound:
            raise CopyFailedError

    def close(self) -> None:
        """Write the log back into the file and let go of it."""
        self.turns.close()
        with self.turns:
            self._raw.close()

    def _ask(self, sql: str, values: Sequence[Value], answer: Callable[[Any], T]) -> T:
        """The answer to one statement; one that had to give way to the owner is run again."""
        while True:
            with self.turns, suppress(_InterruptedError), _told_apart():
                cursor = self._run(sql, values)
                try:
                    return answer(cursor)
                finally:
                    # While it is open, an interrupt would hit the statement after it.
                    cursor.close()
            if not self.turns.may_try_again:
                raise InterruptedLookupError

    def _run(self, sql: str, values: Sequence[Value]) -> Any:  # noqa: ANN401 - the driver has no types
        try:
            return self._raw.execute(sql, values)
        except UnicodeEncodeError:
            return self._raw.execute(sql, [_spellable(value) for value in values])

    def _take_back(self) -> None:
        """Leave nothing of a transaction; what ended it is told, not what this may add.

        The owner, who waits, may interrupt even this, and would go on in a stranger's transaction.
        """
        for _ in range(_TRIES):
            with suppress(sqlcipher3.Error):
                if not self._raw.in_transaction:
                    return
                self._raw.rollback()

    def _copy(self, path: Path, key: bytearray) -> None:
        target = _connect(path, key, mode="rw")
        try:
            with self.turns, _told_apart():
                self._raw.backup(target)
        finally:
            target.close()


def create_database(path: Path, key: bytearray) -> Connection:
    """A new database under a raw key (security.secrets.raw_key); the file must not exist."""
    _reserve(path)
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


def _reserve(path: Path) -> None:
    """Make an empty file, readable by its owner alone, where there is none."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other that takes its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_sound(path: Path, key: bytearray) -> bool:
    connection = open_database(path, key)
    try:
        return connection.check()
    finally:
        connection.close()


def _spellable(value: Value) -> Value:
    """Half a surrogate pair is no character and cannot be kept; a mark stands in its place."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _kept(value: Value) -> Value:
    """A value as it is kept; only a text beyond ASCII has to be looked at."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return _spellable(value)
    return value


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
            cached_statements=STATEMENTS,
            check_same_thread=False,  # Turns sees to it that they take turns
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
        if code == sqlcipher3.SQLITE_INTERRUPT:
            raise _InterruptedError from None
        if code in _BUSY:
            raise VaultInUseError from None
        if code == sqlcipher3.SQLITE_FULL:
            raise DiskFullError from None
        if code == sqlcipher3.SQLITE_READONLY:
            raise ReadOnlyError from None
        if code in {sqlcipher3.SQLITE_IOERR, sqlcipher3.SQLITE_CANTOPEN}:
            raise SaveFailedError from None
        raise
