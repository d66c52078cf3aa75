from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from app.security.secrets import raw_key
from app.storage.connection import (
    APPLICATION_ID,
    PAGE_BYTES,
    STATEMENTS,
    Connection,
    create_database,
    file_salt,
    open_database,
)
from app.storage.errors import (
    CopyFailedError,
    NotAVaultError,
    ReadOnlyError,
    VaultDamagedError,
    VaultInUseError,
    VaultMissingError,
    VaultMovedError,
)

SALT = bytes(range(16))
CANARY = "canary-in-the-mine"


def _key(first: int = 0) -> bytearray:
    return raw_key(bytearray(range(first, first + 32)), SALT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


def _filled(path: Path, rows: int = 200) -> Connection:
    connection = create_database(path, _key())
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    with connection.transaction():
        for _ in range(rows):
            connection.execute("INSERT INTO note (text) VALUES (?)", (CANARY * 20,))
    return connection


def test_what_was_written_is_read_again(path: Path) -> None:
    _filled(path).close()
    connection = open_database(path, _key())
    assert connection.number("SELECT count(*) FROM note") == 200
    connection.close()


def test_statements_stay_prepared_however_many_others_there_were(path: Path) -> None:
    """A statement is looked over when it is prepared, and only then."""
    connection, prepared = _filled(path, rows=1), list[int]()

    def look_over(action: int, *_: object) -> int:
        prepared.append(action)
        return int(sqlcipher3.SQLITE_OK)

    for number in range(STATEMENTS // 2):
        for _ in range(3):
            connection.rows(f"SELECT {number} FROM note")  # noqa: S608 - a number
    connection._raw.set_authorizer(look_over)
    for _ in range(2):
        for number in range(STATEMENTS // 4):
            connection.rows(f"SELECT text, {number} FROM note")  # noqa: S608 - a number
    assert prepared.count(sqlcipher3.SQLITE_SELECT) == STATEMENTS // 4
    connection.close()


def test_the_file_starts_with_its_salt_and_shows_no_text(path: Path) -> None:
    _filled(path).close()
    assert file_salt(path) == SALT
    assert CANARY.encode() not in path.read_bytes()


def test_the_log_and_folder_show_no_text_while_open(path: Path) -> None:
    connection = _filled(path)
    files = list(path.parent.iterdir())
    assert path.with_name("vault.db-wal") in files
    for file in files:
        assert CANARY.encode() not in file.read_bytes()
        assert CANARY.encode("utf-16-le") not in file.read_bytes()
    connection.close()


def test_saves_survive_power_cuts_by_their_settings(path: Path) -> None:
    connection = _filled(path)
    assert connection.rows("PRAGMA journal_mode") == [("wal",)]
    assert connection.number("PRAGMA synchronous") == 2
    assert connection.number("PRAGMA application_id") == APPLICATION_ID
    assert connection.number("PRAGMA foreign_keys") == 1
    connection.close()


def test_only_the_owner_can_read_the_file(path: Path) -> None:
    create_database(path, _key()).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_never_created_over(path: Path) -> None:
    path.write_bytes(b"something else")
    with pytest.raises(FileExistsError):
        create_database(path, _key())
    assert path.read_bytes() == b"something else"


def test_a_missing_file_is_said_to_be_missing(path: Path) -> None:
    with pytest.raises(VaultMissingError):
        open_database(path, _key())
    assert not path.exists()


@pytest.mark.parametrize("size", [0, 1, PAGE_BYTES - 1])
def test_a_file_too_small_to_be_a_vault_is_damaged_and_stays(path: Path, size: int) -> None:
    path.write_bytes(b"x" * size)
    with pytest.raises(VaultDamagedError):
        open_database(path, _key())
    assert path.stat().st_size == size


def test_the_wrong_key_leaves_the_file_as_it_is(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _filled(path).close()
    before = path.read_bytes()
    with pytest.raises(VaultDamagedError):
        open_database(path, _key(first=1))
    assert path.read_bytes() == before
    assert capfd.readouterr().err == ""


def test_a_key_of_another_length_is_refused_before_it_is_tried(path: Path) -> None:
    _filled(path).close()
    with pytest.raises(ValueError, match="99 bytes"):
        open_database(path, bytearray(b"x'abcd'"))


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    connection = _filled(path)
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    with pytest.raises(NotAVaultError):
        open_database(path, _key())


@pytest.mark.parametrize("page", range(0, 12, 3))
def test_a_flipped_bit_in_a_page_is_found(path: Path, page: int) -> None:
    _filled(path).close()
    data = bytearray(path.read_bytes())
    data[page * PAGE_BYTES + 100] ^= 1
    path.write_bytes(data)
    try:
        connection = open_database(path, _key())
    except VaultDamagedError:
        assert page == 0
        return
    assert not connection.check()
    connection.close()


def test_a_file_cut_at_a_page_is_found(path: Path) -> None:
    _filled(path).close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 3 * PAGE_BYTES])
    with pytest.raises(VaultDamagedError):
        open_database(path, _key())


def test_a_sound_file_passes_the_check(path: Path) -> None:
    connection = _filled(path)
    assert connection.check()
    connection.close()


def test_a_second_one_to_open_it_is_told_so(path: Path) -> None:
    connection = _filled(path)
    with pytest.raises(VaultInUseError):
        open_database(path, _key())
    connection.execute("INSERT INTO note (text) VALUES ('still mine')")
    connection.close()


def test_a_killed_process_loses_no_acknowledged_write(path: Path) -> None:
    _filled(path, rows=0).close()
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app.security.secrets import raw_key\n"
        "from app.storage.connection import open_database\n"
        "key = raw_key(bytearray(range(32)), bytes(range(16)))\n"
        "connection = open_database(Path(sys.argv[1]), key)\n"
        "for number in range(50):\n"
        "    with connection.transaction():\n"
        "        connection.execute('INSERT INTO note (text) VALUES (?)', ('x' * 5000,))\n"
        "    print(number, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        check=False,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        text=True,
    )
    assert done.returncode == -9, done.stderr
    connection = open_database(path, _key())
    assert connection.number("SELECT count(*) FROM note") == len(done.stdout.split())
    assert connection.check()
    connection.close()


def test_a_failed_transaction_leaves_nothing_behind(path: Path) -> None:
    connection = _filled(path, rows=1)
    with pytest.raises(RuntimeError), connection.transaction():
        connection.execute("DELETE FROM note")
        raise RuntimeError
    assert connection.number("SELECT count(*) FROM note") == 1
    connection.close()


def test_no_other_database_can_be_attached(path: Path) -> None:
    connection = _filled(path, rows=1)
    with pytest.raises(Exception, match=r"not authorized|prohibited"):
        connection.execute("ATTACH ':memory:' AS other")
    connection.close()


def test_temporary_tables_cannot_be_sent_to_disk(path: Path) -> None:
    connection = _filled(path, rows=1)
    with pytest.raises(Exception, match=r"not authorized|prohibited"):
        connection.execute("PRAGMA temp_store = 1")
    connection.close()


def test_a_copy_is_whole_and_opens_with_the_same_key(path: Path, tmp_path: Path) -> None:
    connection = _filled(path)
    target = tmp_path / "copy.db"
    connection.copy_to(target, _key())
    connection.close()
    copy = open_database(target, _key())
    assert copy.number("SELECT count(*) FROM note") == 200
    copy.close()
    assert CANARY.encode() not in target.read_bytes()


def test_a_copy_that_cannot_be_made_is_said_and_removed(path: Path, tmp_path: Path) -> None:
    connection = _filled(path)
    target = tmp_path / "nowhere" / "copy.db"
    with pytest.raises(CopyFailedError):
        connection.copy_to(target, _key())
    assert not target.exists()
    assert connection.check()
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise on Windows")
def test_a_read_only_folder_opens_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(path, rows=3).close()
    before = sorted(path.parent.iterdir())
    # Root may write anywhere, so the answer of the system is what is replaced here.
    monkeypatch.setattr("app.storage.connection.os.access", lambda *_: False)
    connection = open_database(path, _key())
    assert connection.read_only
    assert connection.number("SELECT count(*) FROM note") == 3
    with pytest.raises(ReadOnlyError), connection.transaction():
        pass
    connection.close()
    assert sorted(path.parent.iterdir()) == before


def test_a_copy_is_for_its_owner_alone_and_replaces_nothing(path: Path, tmp_path: Path) -> None:
    connection = _filled(path, rows=1)
    target = tmp_path / "copy.db"
    connection.copy_to(target, _key())
    assert target.stat().st_mode & 0o777 == 0o600
    before = target.read_bytes()
    with pytest.raises(CopyFailedError):
        connection.copy_to(target, _key())
    assert target.read_bytes() == before
    connection.close()


def test_a_copy_that_does_not_prove_sound_is_removed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = _filled(path, rows=1)
    target = tmp_path / "copy.db"
    monkeypatch.setattr("app.storage.connection._is_sound", lambda *_: False)
    with pytest.raises(CopyFailedError):
        connection.copy_to(target, _key())
    assert not target.exists()
    connection.close()


def test_half_a_character_costs_nothing_but_itself(path: Path) -> None:
    connection = _filled(path, rows=0)
    connection.execute("INSERT INTO note (text) VALUES (?)", ("before \ud83d after",))
    assert connection.rows("SELECT text FROM note") == [("before \ufffd after",)]
    assert connection.row("SELECT text FROM note WHERE text = ?", ("\ud83d",)) is None
    connection.close()


def test_nothing_is_saved_into_a_file_that_is_no_longer_in_its_place(path: Path) -> None:
    connection = _filled(path, rows=1)
    away = path.with_name("away.db")
    path.rename(away)
    with pytest.raises(VaultMovedError), connection.transaction():
        pass
    path.write_bytes(away.read_bytes())
    with pytest.raises(VaultMovedError), connection.transaction():
        pass
    away.rename(path)
    with connection.transaction():
        connection.execute("INSERT INTO note (text) VALUES ('back')")
    connection.close()


def test_the_error_that_ended_a_transaction_is_told_where_taking_back_fails_too(
    path: Path,
) -> None:
    connection = _filled(path, rows=1)
    raw = connection._raw

    class Failing:
        in_transaction = True
        execute = raw.execute

        def rollback(self) -> None:
            raise sqlcipher3.OperationalError("disk I/O error")

    connection._raw = Failing()
    with pytest.raises(RuntimeError), connection.transaction():
        raise RuntimeError
    raw.close()


def test_nothing_stays_of_a_transaction_where_even_taking_it_back_was_interrupted(
    path: Path,
) -> None:
    connection = _filled(path, rows=3)
    raw = connection._raw

    class Interrupted:
        """Ends its first rollback as an owner who waits may."""

        def __getattr__(self, name: str) -> object:
            return getattr(raw, name)

        def rollback(self) -> None:
            connection._raw = raw
            raise sqlcipher3.OperationalError("interrupted")

    with pytest.raises(KeyboardInterrupt), connection.transaction():
        connection.execute("DELETE FROM note")
        connection._raw = Interrupted()
        raise KeyboardInterrupt
    assert not raw.in_transaction
    assert connection.number("SELECT count(*) FROM note") == 3
    connection.close()
