"""Key derivation: published answers, limits before any work, and less memory where it is short."""

from __future__ import annotations

import threading
import tracemalloc

import pytest
from cryptography.hazmat.primitives.kdf import argon2

from app.security.errors import KeyParametersError, NotEnoughMemoryError
from app.security.kdf import Argon2Params, derive, derive_new, expand

SALT = b"sixteen bytes ok"
LEAST = Argon2Params(64 * 1024, 1, 4, SALT)


@pytest.mark.parametrize(
    ("memory_kib", "iterations", "lanes"),
    [
        (64 * 1024 - 1, 3, 4),
        (1024 * 1024 + 1, 1, 4),
        (16 * 1024 * 1024, 1, 4),
        (2**62, 1, 1),
        (256 * 1024, 0, 4),
        (64 * 1024, 11, 4),
        (256 * 1024, 3, 0),
        (256 * 1024, 3, 17),
        (1024 * 1024, 5, 4),
        (-1, 1, 1),
    ],
)
def test_a_cost_outside_the_limits_cannot_be_built(
    memory_kib: int, iterations: int, lanes: int
) -> None:
    with pytest.raises(KeyParametersError):
        Argon2Params(memory_kib, iterations, lanes, SALT)


@pytest.mark.parametrize("salt", [b"", b"fifteen bytes..", b"seventeen bytes.."])
def test_a_salt_of_another_length_cannot_be_used(salt: bytes) -> None:
    with pytest.raises(KeyParametersError):
        Argon2Params(64 * 1024, 1, 4, salt)


@pytest.mark.parametrize(
    ("memory_kib", "iterations", "lanes"),
    [(64 * 1024, 1, 1), (64 * 1024, 10, 16), (1024 * 1024, 4, 16), (256 * 1024, 3, 4)],
)
def test_costs_on_the_limits_are_accepted(memory_kib: int, iterations: int, lanes: int) -> None:
    params = Argon2Params(memory_kib, iterations, lanes, SALT)
    assert (params.memory_kib, params.iterations, params.lanes) == (memory_kib, iterations, lanes)


def test_a_key_is_the_argon2id_of_the_normalised_passphrase() -> None:
    expected = argon2.Argon2id(
        salt=SALT, length=32, iterations=1, lanes=4, memory_cost=64 * 1024
    ).derive("caf\u00e9".encode())
    assert derive("cafe\u0301", LEAST) == expected


def test_half_a_surrogate_pair_is_still_a_passphrase() -> None:
    assert len(derive("\ud83d", LEAST)) == 32


def test_a_fresh_salt_each_time() -> None:
    first, used = derive_new("tea", LEAST)
    assert used.salt != LEAST.salt
    assert (used.memory_kib, used.iterations, used.lanes) == (64 * 1024, 1, 4)
    assert derive("tea", used) == first
    usual = Argon2Params.fresh()
    assert (usual.memory_kib, usual.iterations, usual.lanes) == (256 * 1024, 3, 4)
    assert usual.salt != Argon2Params.fresh().salt


class ShortOfMemory:
    """Argon2id on a computer with too little memory for more than `room` KiB."""

    room = 0

    def __init__(self, *, memory_cost: int, **_other: object) -> None:
        self._asked = memory_cost

    def derive_into(self, _typed: bytes, key: bytearray) -> int:
        """A key that tells how much memory was asked for."""
        if self._asked > self.room:
            raise MemoryError
        key[:] = self._asked.to_bytes(32, "big")
        return 32


def test_less_memory_is_taken_where_the_usual_is_not_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argon2, "Argon2id", ShortOfMemory)
    monkeypatch.setattr(ShortOfMemory, "room", 100 * 1024)
    key, used = derive_new("tea")
    assert used.memory_kib == 64 * 1024
    assert key == (64 * 1024).to_bytes(32, "big")


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argon2, "Argon2id", ShortOfMemory)
    with pytest.raises(NotEnoughMemoryError, match="not enough free memory"):
        derive_new("tea")
    with pytest.raises(NotEnoughMemoryError):
        derive("tea", LEAST)


def test_refusing_a_huge_cost_allocates_nothing() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(KeyParametersError):
            Argon2Params(16 * 1024 * 1024, 1, 4, SALT)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_expand_is_hkdf_of_rfc_5869() -> None:
    key = expand(
        bytearray(b"\x0b" * 22),
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    )
    assert key.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


def test_two_derivations_at_once_do_not_wait_for_each_other_for_ever() -> None:
    done: list[bytearray] = []

    def derive_often() -> None:
        done.extend(derive("two at once", LEAST) for _ in range(3))

    # Daemons, so that a failure is told and does not keep the run from ending.
    threads = [threading.Thread(target=derive_often, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(done) == 6
    assert len({bytes(key) for key in done}) == 1
