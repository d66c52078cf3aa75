"""The two key files on disk: one of them is always whole, whatever stops a saving halfway."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.security.errors import (
    BothKeyFilesDamagedError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyFileNotSavedError,
    KeyFileUnreadableError,
    KeyParametersError,
    NewerVaultError,
    WrongRecoveryKeyError,
)
from app.security.keyfile import (
    KeyFile,
    unlock_with_passphrase,
    unlock_with_recovery,
    with_passphrase,
    with_recovery,
)
from app.security.recovery import RecoveryKey
from app.security.twins import BOTH, KEY_FILE, KEY_FILE_COPY, State, heal, load_twins, save
from tests.security.conftest import rewritten

if TYPE_CHECKING:
    from tests.security.conftest import Keys


@pytest.fixture
def folder(tmp_path: Path, keys: Keys) -> Path:
    assert save(tmp_path, keys.keyfile)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def later(keys: Keys) -> tuple[KeyFile, RecoveryKey]:
    recovery = RecoveryKey.generate()
    return with_recovery(keys.keyfile, keys.data_key, recovery), recovery


def test_saving_writes_two_equal_files_for_their_owner_alone(folder: Path, keys: Keys) -> None:
    assert names(folder) == sorted(BOTH)
    for name in BOTH:
        assert (folder / name).read_bytes() == keys.keyfile.serialise()
        assert os.name == "nt" or stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    reading = load_twins(folder)
    assert reading.best == keys.keyfile
    assert not reading.needs_healing
    assert not reading.was_damaged
    assert heal(folder, reading.best) == ()


@pytest.mark.parametrize(("hurt", "other"), [(KEY_FILE, KEY_FILE_COPY), (KEY_FILE_COPY, KEY_FILE)])
@pytest.mark.parametrize("damage", ["flip", "truncate", "empty", "missing"])
def test_one_bad_file_is_mended_from_the_other(
    folder: Path, keys: Keys, hurt: str, other: str, damage: str
) -> None:
    path, whole = folder / hurt, (folder / other).read_bytes()
    damaged = {"flip": whole.replace(b'"mac":"', b'"mac":"0', 1), "truncate": whole[:300]}
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(damaged.get(damage, b""))
    reading = load_twins(folder)
    states = {KEY_FILE: reading.first_state, KEY_FILE_COPY: reading.copy_state}
    expected = State.MISSING if damage == "missing" else State.DAMAGED
    assert states == {hurt: expected, other: State.GOOD}
    assert reading.needs_healing
    assert reading.was_damaged == (damage != "missing")
    keyfile, data_key = reading.unlock_with_recovery(keys.recovery)
    assert data_key.secret == keys.data_key.secret
    assert heal(folder, keyfile) == (hurt,)
    assert path.read_bytes() == whole
    assert names(folder) == sorted(BOTH)


def test_two_bad_files_say_which_way_they_are_bad(folder: Path) -> None:
    first, copy = (folder / name for name in BOTH)
    first.write_bytes(b"{}\n")
    copy.unlink()
    with pytest.raises(KeyFileDamagedError) as one:
        load_twins(folder)
    assert not isinstance(one.value, BothKeyFilesDamagedError)
    copy.write_bytes(b"")
    with pytest.raises(BothKeyFilesDamagedError, match="still there, but locked"):
        load_twins(folder)
    first.unlink()
    copy.unlink()
    with pytest.raises(KeyFileMissingError):
        load_twins(folder)
    first.mkdir()
    with pytest.raises(KeyFileUnreadableError):
        load_twins(folder)
    assert names(folder) == [KEY_FILE]


def test_a_refused_cost_in_one_file_leaves_the_other(folder: Path, keys: Keys) -> None:
    def greedy(record: dict[str, list[dict[str, dict[str, int]]]]) -> None:
        record["slots"][0]["kdf"]["memory_kib"] = 16 * 1024 * 1024

    data = rewritten(keys.keyfile.serialise(), greedy)
    (folder / KEY_FILE).write_bytes(data)
    reading = load_twins(folder)
    assert (reading.first_state, reading.copy_state) == (State.REFUSED, State.GOOD)
    assert heal(folder, reading.best) == (KEY_FILE,)
    for name in BOTH:
        (folder / name).write_bytes(data)
    with pytest.raises(KeyParametersError):
        load_twins(folder)


@pytest.mark.parametrize("name", BOTH)
def test_a_file_of_a_newer_greenroom_is_refused_and_untouched(
    folder: Path, keys: Keys, name: str
) -> None:
    def newer(record: dict[str, int]) -> None:
        record["min_reader"] = 2

    (folder / name).write_bytes(rewritten(keys.keyfile.serialise(), newer))
    before = [(folder / each).read_bytes() for each in BOTH]
    with pytest.raises(NewerVaultError):
        load_twins(folder)
    assert [(folder / each).read_bytes() for each in BOTH] == before


@pytest.mark.parametrize("newest", BOTH)
def test_the_highest_generation_wins(folder: Path, keys: Keys, newest: str) -> None:
    keyfile, recovery = later(keys)
    (folder / newest).write_bytes(keyfile.serialise())
    reading = load_twins(folder)
    assert [each.generation for each in reading.candidates] == [2, 1]
    assert reading.needs_healing
    assert not reading.was_damaged
    with pytest.raises(WrongRecoveryKeyError):
        reading.unlock_with_recovery(keys.recovery)
    chosen, data_key = reading.unlock_with_recovery(recovery)
    assert chosen == keyfile
    assert data_key.secret == keys.data_key.secret
    assert len(heal(folder, chosen)) == 1
    assert not load_twins(folder).needs_healing


def test_a_higher_generation_that_nobody_signed_loses(folder: Path, keys: Keys) -> None:
    forged = replace(keys.keyfile, generation=99)
    (folder / KEY_FILE).write_bytes(forged.serialise())
    reading = load_twins(folder)
    assert reading.best == forged
    chosen, data_key = reading.unlock_with_passphrase(keys.passphrase)
    assert chosen == keys.keyfile
    assert data_key.secret == keys.data_key.secret
    assert heal(folder, chosen) == (KEY_FILE,)
    assert load_twins(folder).best == keys.keyfile


def test_two_files_that_nobody_signed_are_damage(folder: Path, keys: Keys) -> None:
    forged = replace(keys.keyfile, generation=99).serialise()
    for name in BOTH:
        (folder / name).write_bytes(forged)
    with pytest.raises(BothKeyFilesDamagedError):
        load_twins(folder).unlock_with_recovery(keys.recovery)
    (folder / KEY_FILE).unlink()
    with pytest.raises(KeyFileDamagedError) as caught:
        load_twins(folder).unlock_with_recovery(keys.recovery)
    assert not isinstance(caught.value, BothKeyFilesDamagedError)


def test_a_file_that_cannot_be_read_now_is_not_overwritten(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyfile, recovery = later(keys)
    (folder / KEY_FILE).write_bytes(keyfile.serialise())
    really_open = Path.open

    def held_open(path: Path, *arguments: str) -> object:
        if path.name == KEY_FILE:
            raise PermissionError
        return really_open(path, *arguments)  # type: ignore[call-overload] # any mode

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", held_open)
        reading = load_twins(folder)
        assert reading.first_state is State.UNREADABLE
        assert heal(folder, reading.best) == ()
    assert load_twins(folder).unlock_with_recovery(recovery)[0] == keyfile


def refuse(*_arguments: object, **_named: object) -> NoReturn:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["replace", "fsync", "open", "write"])
def test_a_saving_stopped_before_the_first_move_changes_nothing(
    folder: Path, keys: Keys, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyfile, _ = later(keys)
    with monkeypatch.context() as patched:
        if step == "replace":
            patched.setattr(Path, "replace", refuse)
        else:
            patched.setattr(os, {"write": "fdopen"}.get(step, step), refuse)
        with pytest.raises(KeyFileNotSavedError, match="still opens as it did before"):
            save(folder, keyfile)
    assert names(folder) == sorted(BOTH)
    reading = load_twins(folder)
    assert not reading.needs_healing
    chosen, data_key = reading.unlock_with_recovery(keys.recovery)
    assert (chosen, data_key.secret) == (keys.keyfile, keys.data_key.secret)


def test_a_saving_stopped_after_the_first_move_is_in_force_and_mended(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyfile, recovery = later(keys)
    really_replace = Path.replace

    def only_the_first(path: Path, target: Path) -> Path:
        if target.name == KEY_FILE_COPY:
            refuse()
        return really_replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", only_the_first)
        assert not save(folder, keyfile)
    assert names(folder) == sorted(BOTH)
    chosen, _ = load_twins(folder).unlock_with_recovery(recovery)
    assert chosen == keyfile
    assert heal(folder, chosen) == (KEY_FILE_COPY,)
    assert not load_twins(folder).needs_healing


def test_a_saving_killed_while_writing_leaves_the_old_keys(folder: Path, keys: Keys) -> None:
    keyfile, _ = later(keys)
    (folder / "keys.json.new").write_bytes(keyfile.serialise()[:200])
    reading = load_twins(folder)
    assert reading.best == keys.keyfile
    heal(folder, reading.best)
    assert names(folder) == sorted(BOTH)
    (folder / "keys.json.new").write_bytes(b"left over")
    assert save(folder, keyfile)
    assert load_twins(folder).best == keyfile


def test_what_comes_back_from_the_disk_is_compared_before_it_is_trusted(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyfile, _ = later(keys)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda _path: keyfile.serialise()[:-1] + b" ")
        with pytest.raises(KeyFileNotSavedError):
            save(folder, keyfile)
    assert load_twins(folder).best == keys.keyfile


def test_a_new_secret_that_does_not_open_the_written_file_is_not_put_in_force(
    folder: Path, keys: Keys
) -> None:
    keyfile, recovery = later(keys)

    def check(written: KeyFile) -> None:
        unlock_with_recovery(written, RecoveryKey.generate()).wipe()

    with pytest.raises(WrongRecoveryKeyError):
        save(folder, keyfile, check=check)
    assert names(folder) == sorted(BOTH)
    assert load_twins(folder).best == keys.keyfile
    assert save(folder, keyfile, lambda written: unlock_with_recovery(written, recovery).wipe())
    assert load_twins(folder).best == keyfile


def test_changing_a_passphrase_from_end_to_end(folder: Path, keys: Keys) -> None:
    new = "velvet tundra saffron pencil"
    keyfile = with_passphrase(keys.keyfile, keys.data_key, new, params=keys.params)
    assert save(folder, keyfile, lambda written: unlock_with_passphrase(written, new).wipe())
    chosen, data_key = load_twins(folder).unlock_with_passphrase(new)
    assert chosen.generation == 2
    assert data_key.secret == keys.data_key.secret


def test_the_folder_is_synchronised_after_each_move(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    really_sync, really_replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        really_sync(descriptor)

    def moved(path: Path, target: Path) -> Path:
        order.append(target.name)
        return really_replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", moved)
    assert save(folder, later(keys)[0])
    syncs_folders = os.name != "nt"
    each = [["file", name, "folder"] if syncs_folders else ["file", name] for name in BOTH]
    assert order == each[0] + each[1]
