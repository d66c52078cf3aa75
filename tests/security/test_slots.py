from __future__ import annotations

from dataclasses import replace

import pytest

from app.security import slots
from app.security.errors import KeyFileDamagedError
from app.security.kdf import Argon2Params
from app.security.secrets import DataKey
from app.security.slots import RecoveryParams

VAULT = bytes(range(16))
KEY = bytearray(range(32))
CHEAP = Argon2Params.fresh(64 * 1024, iterations=1, lanes=1)


def test_a_slot_gives_the_data_key_back_to_its_own_key_alone() -> None:
    data_key = DataKey.generate()
    slot = slots.seal(data_key, KEY, VAULT, CHEAP, created=7)
    opened = slots.unseal(slot, KEY, VAULT)
    assert opened is not None
    assert opened.secret == data_key.secret
    assert slots.unseal(slot, bytearray(32), VAULT) is None


def test_a_slot_is_bound_to_its_vault_and_its_parameters() -> None:
    slot = slots.seal(DataKey.generate(), KEY, VAULT, CHEAP, created=7)
    assert slots.unseal(slot, KEY, bytes(16)) is None
    assert slots.unseal(replace(slot, created=8), KEY, VAULT) is None
    dearer = replace(CHEAP, iterations=2)
    assert slots.unseal(replace(slot, params=dearer), KEY, VAULT) is None


@pytest.mark.parametrize("params", [CHEAP, RecoveryParams.fresh()])
def test_a_slot_reads_back_as_it_was_written(params: Argon2Params | RecoveryParams) -> None:
    slot = slots.seal(DataKey.generate(), KEY, VAULT, params, created=None)
    assert slots.read(slot.record()) == slot
    assert slot.kind == ("passphrase" if params is CHEAP else "recovery")


def test_a_slot_of_another_length_is_damaged() -> None:
    slot = slots.seal(DataKey.generate(), KEY, VAULT, CHEAP, created=None)
    with pytest.raises(KeyFileDamagedError):
        replace(slot, wrapped=slot.wrapped[:-1])
