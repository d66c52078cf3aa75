"""Damage anywhere in the database is found when it is opened or checked, and told as damage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.operations import journal
from app.operations.journal import EntryDraft
from app.security.keyfile import KeyFile
from app.security.secrets import DataKey
from app.storage.connection import PAGE_BYTES
from app.storage.errors import VaultDamagedError
from app.unlocking import DATABASE, Keys
from app.vault import Vault
from tests.vaults import NOON, new_keys

ENTRIES = 80


def _chance() -> random.Random:
    return random.Random(7)  # noqa: S311 - the same damage in every run


class _Victim:
    """A vault that is damaged again and again; its keys are kept so that nothing is derived."""

    def __init__(self, folder: Path) -> None:
        keys = new_keys(folder)
        self._folder = folder
        self._key_file: KeyFile = keys.key_file
        self._secret = bytes(keys.data_key.secret)
        vault = Vault(keys, FixedClock(NOON))
        for number in range(ENTRIES):
            journal.add(vault, EntryDraft(title=str(number), body="A line of many. " * 100))
        vault.close()
        self.sound = (folder / DATABASE).read_bytes()
        self.pages = len(self.sound) // PAGE_BYTES

    def finds(self, damaged: bytes) -> bool:
        """Whether opening or checking finds that a database was damaged."""
        (self._folder / DATABASE).write_bytes(damaged)
        keys = Keys(self._folder, self._key_file, DataKey(bytearray(self._secret)))
        try:
            vault = Vault(keys, FixedClock(NOON))
        except VaultDamagedError:
            return True
        found = not vault.verify()
        vault.close()
        return found


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> _Victim:
    return _Victim(tmp_path_factory.mktemp("damage") / "a.greenroom")


def test_a_sound_vault_is_found_sound(victim: _Victim) -> None:
    assert victim.pages > 30
    assert not victim.finds(victim.sound)


def test_a_flipped_bit_in_any_page(victim: _Victim) -> None:
    chance = _chance()
    missed = []
    for page in range(victim.pages):
        damaged = bytearray(victim.sound)
        place = page * PAGE_BYTES + chance.randrange(PAGE_BYTES)
        damaged[place] ^= 1 << chance.randrange(8)
        if not victim.finds(bytes(damaged)):
            missed.append(place)
    assert missed == []


def test_a_file_cut_anywhere(victim: _Victim) -> None:
    chance = _chance()
    cuts = [page * PAGE_BYTES for page in range(0, victim.pages, 4)]
    cuts += [chance.randrange(len(victim.sound)) for _ in range(10)] + [len(victim.sound) - 1]
    assert [cut for cut in cuts if not victim.finds(victim.sound[:cut])] == []


def test_pages_that_changed_places(victim: _Victim) -> None:
    chance = _chance()
    for _ in range(5):
        one, other = chance.sample(range(1, victim.pages), 2)
        pages = [victim.sound[n * PAGE_BYTES :][:PAGE_BYTES] for n in range(victim.pages)]
        pages[one], pages[other] = pages[other], pages[one]
        assert victim.finds(b"".join(pages))
