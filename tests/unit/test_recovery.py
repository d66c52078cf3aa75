"""The recovery key survives a person: spacing, case, look-alikes; a slip is named as one."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security.errors import RecoveryKeyMistypedError
from app.security.recovery import RecoveryKey

SECRETS = st.binary(min_size=20, max_size=20)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_key_is_nine_groups_of_four_without_look_alikes() -> None:
    groups = RecoveryKey.generate().groups
    assert len(groups) == 9
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}", group) for group in groups)


def test_the_spelling_never_changes() -> None:
    key = RecoveryKey(bytearray(range(20)))
    assert key.text == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-A8ZB"


@given(SECRETS)
def test_what_is_shown_reads_back(secret: bytes) -> None:
    key = RecoveryKey(bytearray(secret))
    assert RecoveryKey.parse(key.text).secret == secret


@given(SECRETS, st.randoms(use_true_random=False))
def test_any_spacing_case_and_look_alike_reads_back(secret: bytes, chance: random.Random) -> None:
    typed = ""
    for character in "".join(RecoveryKey(bytearray(secret)).groups):
        alike = {"0": "0Oo", "1": "1IiLl"}.get(character, character + character.lower())
        gap = chance.choice(["", "", " ", "-", "\u2013", "\n", " - ", "\u00a0", "\t"])
        typed += chance.choice(alike) + gap
    assert RecoveryKey.parse(f"  {typed} ").secret == secret


@given(SECRETS, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_a_slip(secret: bytes, place: int, other: str) -> None:
    right = "".join(RecoveryKey(bytearray(secret)).groups)
    typed = right[:place] + other + right[place + 1 :]
    if typed == right:
        assert RecoveryKey.parse(typed).secret == secret
        return
    with pytest.raises(RecoveryKeyMistypedError):
        RecoveryKey.parse(typed)


@pytest.mark.parametrize("place", range(8))
def test_two_swapped_groups_are_a_slip(place: int) -> None:
    groups = list(RecoveryKey(bytearray(range(20))).groups)
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(RecoveryKeyMistypedError):
        RecoveryKey.parse("-".join(groups))


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_a_slip(text: str) -> None:
    with pytest.raises(RecoveryKeyMistypedError) as caught:
        RecoveryKey.parse(text)
    assert "Nothing is lost" in str(caught.value)


def test_a_group_typed_back_is_read_as_tolerantly() -> None:
    key = RecoveryKey(bytearray(range(20)))
    assert key.group_matches(0, " ooog ")
    assert not key.group_matches(0, "000H")
    assert not key.group_matches(1, "000G")


def test_wiping_leaves_zeros_and_no_secret_in_its_name() -> None:
    secret = bytearray(b"s" * 20)
    key = RecoveryKey(secret)
    assert repr(key) == "<RecoveryKey>"
    key.wipe()
    assert secret == bytes(20)


def test_a_key_of_another_length_cannot_be() -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        RecoveryKey(bytearray(19))
