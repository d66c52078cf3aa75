"""The data key: separate keys for separate purposes, exact raw keys, and wiping."""

from __future__ import annotations

import copy
import pickle

import pytest

from app.security.secrets import DataKey, Purpose, raw_key
from app.security.wiping import wipe, wiped

VAULT = bytes(range(16))


def test_each_purpose_and_each_vault_has_its_own_key() -> None:
    with DataKey.generate() as data_key:
        made = {bytes(data_key.subkey(VAULT, purpose)) for purpose in Purpose}
        made |= {bytes(data_key.subkey(bytes(16), purpose)) for purpose in Purpose}
        assert len(made) == 6
        assert all(len(key) == 32 for key in made)
        assert bytes(data_key.secret) not in made


def test_the_derivation_never_changes() -> None:
    data_key = DataKey(bytearray(range(32)))
    spelled = {purpose: data_key.subkey(VAULT, purpose).hex()[:16] for purpose in Purpose}
    assert spelled == {
        "database": "d45cbb21da27d75e",
        "header-mac": "fd6e1dfad40b5250",
        "backup-mac": "40e9d8af5dd09292",
    }


def test_a_wiped_key_is_zeros_and_useless() -> None:
    secret = bytearray(b"k" * 32)
    with DataKey(secret) as data_key:
        assert repr(data_key) == "<DataKey>"
    assert secret == bytes(32)
    assert data_key.is_wiped
    with pytest.raises(ValueError, match="wiped"):
        data_key.subkey(VAULT, Purpose.DATABASE)
    data_key.wipe()
    assert repr(data_key) == "<DataKey, wiped>"


def test_a_key_is_wiped_when_work_under_it_stops_halfway() -> None:
    secret, other = bytearray(b"k" * 32), bytearray(b"o" * 8)

    def stop() -> None:
        with DataKey(secret), wiped(other):
            raise KeyError

    with pytest.raises(KeyError):
        stop()
    assert secret == bytes(32)
    assert other == bytes(8)


def test_a_key_does_not_show_or_spread() -> None:
    data_key = DataKey(bytearray(b"k" * 32))
    assert "k" * 4 not in repr(data_key)
    for spread in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="neither copied nor pickled"):
            spread(data_key)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_cannot_be(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytearray(length))
    with pytest.raises(ValueError, match="32 bytes"):
        raw_key(bytearray(length), bytes(16))


@pytest.mark.parametrize("length", [0, 15, 17])
def test_a_raw_key_needs_its_whole_salt(length: int) -> None:
    with pytest.raises(ValueError, match="16 of salt"):
        raw_key(bytearray(32), bytes(length))


def test_a_raw_key_is_spelled_as_sqlcipher_reads_it() -> None:
    key, salt = bytearray(range(32)), bytes(range(240, 256))
    assert raw_key(key, salt) == f"x'{key.hex()}{salt.hex()}'".encode()
    data_key = DataKey(bytearray(b"k" * 32))
    expected = raw_key(data_key.subkey(VAULT, Purpose.DATABASE), salt)
    assert data_key.sqlcipher_key(VAULT, salt) == expected


def test_wiping_writes_into_the_same_memory() -> None:
    secret = bytearray(b"secret")
    view = memoryview(secret)
    wipe(secret)
    assert bytes(view) == bytes(6)
