"""The key file: every changed byte is noticed, and damage is told apart from a wrong secret."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import VaultError
from app.security import canonical, keyfile, slots
from app.security.errors import (
    KeyFileDamagedError,
    KeyParametersError,
    KeysOfAnotherVaultError,
    NewerVaultError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.security.kdf import Argon2Params
from app.security.keyfile import (
    KeyFile,
    parse,
    unlock_with_passphrase,
    unlock_with_recovery,
    with_passphrase,
    with_recovery,
)
from app.security.recovery import RecoveryKey
from app.security.secrets import DataKey, Purpose
from app.security.slots import RecoveryParams, Slot
from tests.security.conftest import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.security.conftest import Keys

SALTS = st.binary(min_size=16, max_size=16)


def test_both_secrets_open_the_same_key(keys: Keys) -> None:
    expected = keys.data_key.secret
    with unlock_with_passphrase(keys.keyfile, keys.passphrase) as by_passphrase:
        assert by_passphrase.secret == expected
    with unlock_with_recovery(keys.keyfile, RecoveryKey.parse(keys.recovery.text)) as by_recovery:
        assert by_recovery.secret == expected


def test_the_file_holds_the_fields_of_the_format_and_no_secret(keys: Keys) -> None:
    data = keys.keyfile.serialise()
    record = json.loads(data)
    assert set(record) == {
        *("format", "min_reader", "vault_id", "generation", "db", "slots", "sha256", "mac")
    }
    assert record["db"] | {"salt": ""} == {"compatibility": 4, "page": 4096, "salt": ""}
    assert [slot["kind"] for slot in record["slots"]] == ["passphrase", "recovery"]
    assert all(slot["created"] == 1_747_200_000_000 for slot in record["slots"])
    secrets = (keys.data_key.secret, keys.recovery.secret)
    assert not any(secret.hex().encode() in data for secret in secrets)
    assert len(data) < 2048


def test_a_passphrase_is_the_same_however_it_was_composed(keys: Keys) -> None:
    changed = with_passphrase(keys.keyfile, keys.data_key, "cafe\u0301 nine", params=keys.params)
    with unlock_with_passphrase(changed, "caf\u00e9 nine") as data_key:
        assert data_key.secret == keys.data_key.secret


def test_a_wrong_secret_is_called_that(keys: Keys) -> None:
    with pytest.raises(WrongPassphraseError, match=r"did not open this vault\.$"):
        unlock_with_passphrase(keys.keyfile, keys.passphrase + " ")
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(keys.keyfile, RecoveryKey.generate())


def test_every_flipped_byte_is_noticed(keys: Keys) -> None:
    data = keys.keyfile.serialise()
    for place in range(len(data)):
        for bit in (1, 32, 1 << place % 8, 255):
            flipped = bytearray(data)
            flipped[place] ^= bit
            with pytest.raises(KeyFileDamagedError):
                parse(bytes(flipped))


def test_every_truncation_and_any_addition_is_noticed(keys: Keys) -> None:
    data = keys.keyfile.serialise()
    for length in range(len(data)):
        with pytest.raises(KeyFileDamagedError):
            parse(data[:length])
    for addition in (b" ", b"\n", b"\0", data):
        with pytest.raises(KeyFileDamagedError):
            parse(data + addition)


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_damage_at_worst(data: bytes) -> None:
    with pytest.raises(VaultError):
        parse(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("00" * 16),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.data(), JSON)
def test_any_value_anywhere_is_refused_or_kept_as_it_is(
    keys: Keys, data: st.DataObject, value: object
) -> None:
    """A file with a fitting checksum but odd contents is refused, or means what it says."""

    def change(record: dict[str, Any]) -> None:
        where: Any = record
        while True:
            steps = sorted(where) if isinstance(where, dict) else range(len(where))
            step = data.draw(st.sampled_from(list(steps)))
            if not isinstance(where[step], dict | list) or data.draw(st.booleans()):
                where[step] = value
                return
            where = where[step]
            if not where:
                return

    changed = rewritten(keys.keyfile.serialise(), change)
    try:
        read = parse(changed)
    except VaultError:
        return
    assert read.serialise() == changed


@pytest.mark.parametrize("data", [b"[" * 65_000, b'{"a":' * 10_000, b"9" * 65_000, b"[NaN]\n"])
def test_hostile_json_is_damage(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        parse(data)


def test_a_file_over_64_kib_is_not_even_read_as_json(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_data: bytes) -> dict[str, object]:
        pytest.fail("it was read")

    monkeypatch.setattr(canonical, "load", never)
    with pytest.raises(KeyFileDamagedError):
        parse(keys.keyfile.serialise().ljust(64 * 1024 + 1))


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 16 * 1024 * 1024},
        {"memory_kib": 1024},
        {"iterations": 1000},
        {"lanes": 0},
        {"memory_kib": 1024 * 1024, "iterations": 8},
    ],
)
def test_a_huge_or_feeble_cost_is_refused_before_anything_is_derived(
    keys: Keys, change: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_arguments: object) -> bytearray:
        pytest.fail("it was derived")

    monkeypatch.setattr(keyfile, "derive", never)
    data = rewritten(
        keys.keyfile.serialise(), lambda record: record["slots"][0]["kdf"].update(change)
    )
    with pytest.raises(KeyParametersError):
        unlock_with_passphrase(parse(data), keys.passphrase)


def test_a_file_of_a_newer_greenroom_is_called_that_whatever_else_it_holds(keys: Keys) -> None:
    def change(record: dict[str, Any]) -> None:
        record.update(min_reader=2, format="greenroom-keys-2", future={"a": 1}, slots=None)

    with pytest.raises(NewerVaultError, match="newer Greenroom"):
        parse(rewritten(keys.keyfile.serialise(), change))


@pytest.mark.parametrize(
    "change",
    [
        {"min_reader": 0},
        {"min_reader": True},
        {"min_reader": 1.0},
        {"format": "greenroom-keys-2"},
        {"generation": 0},
        {"generation": True},
        {"generation": 2**53},
        {"slots": []},
        {"extra": 1},
        {"mac": "00"},
        {"mac": "AA" * 32},
        {"vault_id": " " * 32},
    ],
)
def test_a_field_that_no_greenroom_writes_is_damage(keys: Keys, change: dict[str, Any]) -> None:
    data = rewritten(keys.keyfile.serialise(), lambda record: record.update(change))
    with pytest.raises(KeyFileDamagedError):
        parse(data)


def test_there_are_at_most_eight_slots_and_never_two_of_one_name(keys: Keys) -> None:
    def copies(count: int, *, same: bool) -> bytes:
        def change(record: dict[str, Any]) -> None:
            slot = record["slots"][1]
            ids = ["00" * 8 if same else f"{number:016x}" for number in range(count)]
            record["slots"] = [slot | {"id": name} for name in ids]

        return rewritten(keys.keyfile.serialise(), change)

    assert len(parse(copies(8, same=False)).slots) == 8
    for data in (copies(9, same=False), copies(2, same=True)):
        with pytest.raises(KeyFileDamagedError):
            parse(data)


@pytest.mark.parametrize("field", ["id", "nonce", "wrapped"])
def test_a_slot_altered_on_purpose_opens_nothing(keys: Keys, field: str) -> None:
    def change(record: dict[str, Any]) -> None:
        slot = record["slots"][1]
        slot[field] = slot[field][::-1]

    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(parse(rewritten(keys.keyfile.serialise(), change)), keys.recovery)


@pytest.mark.parametrize(
    "altered",
    [
        lambda keyfile: replace(keyfile, generation=7),
        lambda keyfile: replace(keyfile, database_salt=bytes(16)),
        lambda keyfile: replace(keyfile, mac=bytes(32)),
        lambda keyfile: replace(keyfile, slots=keyfile.slots[1:]),
    ],
)
def test_what_the_slots_do_not_cover_is_covered_by_the_mac(
    keys: Keys, altered: Callable[[KeyFile], KeyFile]
) -> None:
    changed = parse(altered(keys.keyfile).serialise())
    with pytest.raises(KeyFileDamagedError):
        unlock_with_recovery(changed, keys.recovery)
    with pytest.raises(KeyFileDamagedError):
        with_recovery(changed, keys.data_key, RecoveryKey.generate())


def test_a_slot_of_another_vault_does_not_open_this_one(keys: Keys) -> None:
    moved = replace(keys.keyfile, vault_id=bytes(16)).sealed(keys.data_key)
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(moved, keys.recovery)


def test_a_new_passphrase_replaces_the_old_one_alone(keys: Keys) -> None:
    changed = with_passphrase(
        keys.keyfile, keys.data_key, "velvet tundra saffron pencil", params=keys.params
    )
    assert changed.generation == 2
    assert changed.vault_id == keys.keyfile.vault_id
    assert changed.database_salt == keys.keyfile.database_salt
    assert parse(changed.serialise()) == changed
    with unlock_with_passphrase(changed, "velvet tundra saffron pencil") as data_key:
        assert data_key.secret == keys.data_key.secret
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(changed, keys.passphrase)
    with unlock_with_recovery(changed, keys.recovery) as data_key:
        assert data_key.secret == keys.data_key.secret


def test_a_new_recovery_key_replaces_the_old_one_alone(keys: Keys) -> None:
    recovery = RecoveryKey.generate()
    changed = with_recovery(keys.keyfile, keys.data_key, recovery)
    assert changed.generation == 2
    assert [slot.kind for slot in changed.slots] == ["passphrase", "recovery"]
    assert changed.slots[0] == keys.keyfile.slots[0]
    with unlock_with_recovery(changed, recovery) as data_key:
        assert data_key.secret == keys.data_key.secret
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(changed, keys.recovery)


def test_the_database_must_be_the_one_the_keys_were_made_for(keys: Keys) -> None:
    salt = keys.keyfile.database_salt
    keys.keyfile.require_database(salt + b"the first page")
    for head in (b"", salt[:15], bytes(16)):
        with pytest.raises(KeysOfAnotherVaultError):
            keys.keyfile.require_database(head)


def test_the_database_key_has_the_exact_length(keys: Keys) -> None:
    made = keys.data_key.sqlcipher_key(keys.keyfile.vault_id, keys.keyfile.database_salt)
    key = keys.data_key.subkey(keys.keyfile.vault_id, Purpose.DATABASE)
    assert made == f"x'{key.hex()}{keys.keyfile.database_salt.hex()}'".encode()


@given(
    vault_id=SALTS,
    database_salt=SALTS,
    generation=st.integers(1, 2**53 - 1),
    cost=st.tuples(st.integers(65536, 409600), st.integers(1, 10), st.integers(1, 16)),
    salt=SALTS,
    created=st.none() | st.integers(0, 2**53 - 1),
    kinds=st.lists(st.booleans(), min_size=1, max_size=8),
)
def test_any_key_file_reads_back(
    *,
    vault_id: bytes,
    database_salt: bytes,
    generation: int,
    cost: tuple[int, int, int],
    salt: bytes,
    created: int | None,
    kinds: list[bool],
) -> None:
    made = tuple(
        Slot(
            id=number.to_bytes(8, "big"),
            params=Argon2Params(*cost, salt) if by_passphrase else RecoveryParams(salt),
            nonce=salt[:12],
            wrapped=salt * 3,
            created=created,
        )
        for number, by_passphrase in enumerate(kinds)
    )
    whole = KeyFile(vault_id, database_salt, made, generation, salt * 2)
    assert parse(whole.serialise()) == whole


def test_wrapping_the_same_key_twice_shows_nothing_in_common(keys: Keys) -> None:
    params, key = RecoveryParams(bytes(16)), bytearray(32)
    once, again = (
        slots.seal(keys.data_key, key, keys.keyfile.vault_id, params, None) for _ in range(2)
    )
    assert once.nonce != again.nonce
    assert once.wrapped != again.wrapped


def test_a_slot_with_a_part_of_another_length_cannot_be() -> None:
    with pytest.raises(KeyFileDamagedError):
        Slot(bytes(8), RecoveryParams(bytes(16)), bytes(12), bytes(47))
    with pytest.raises(KeyFileDamagedError):
        RecoveryParams(bytes(15))


def test_a_failed_authentication_leaves_no_key_behind(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[DataKey] = []
    unseal = slots.unseal

    def watched(slot: Slot, key: bytearray, vault_id: bytes) -> DataKey | None:
        data_key = unseal(slot, key, vault_id)
        if data_key is not None:
            held.append(data_key)
        return data_key

    monkeypatch.setattr(slots, "unseal", watched)
    with pytest.raises(KeyFileDamagedError):
        unlock_with_recovery(replace(keys.keyfile, generation=9), keys.recovery)
    assert [data_key.is_wiped for data_key in held] == [True]


def test_importing_the_key_layer_loads_nothing_slow() -> None:
    code = (
        "import sys, app.security.keyfile, app.security.twins, app.security.passphrase;"
        "slow = {'cryptography', 'zxcvbn', 'hashlib', 'hmac', 'secrets', 'PySide6'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
