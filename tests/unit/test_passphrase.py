"""Judging and suggesting passphrases."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from app.security import passphrase
from app.security.errors import WeakPassphraseError
from app.security.passphrase import Reason, generate, normalise, require_strong, strength

WORDS = Path(resources.__path__[0]) / "content" / "words.txt"


def test_the_word_list_is_the_published_one_with_its_licence() -> None:
    data = WORDS.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert digest == "addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e"
    licence = WORDS.with_name("words.LICENSE.txt").read_text("utf-8")
    assert "CC BY 3.0 US" in licence
    assert digest in licence


def test_a_suggestion_is_six_known_words_and_never_the_same() -> None:
    known = {line.split("\t")[1] for line in WORDS.read_text("utf-8").splitlines()}
    assert len(known) == 7776
    suggestions = {generate() for _ in range(20)}
    assert len(suggestions) == 20
    for suggestion in suggestions:
        assert len(suggestion.split(" ")) == 6
        assert set(suggestion.split(" ")) <= known
        assert strength(suggestion).score == 4
    assert len(generate(words=8).split(" ")) == 8


@pytest.mark.parametrize(
    ("weak", "reason"),
    [
        ("", Reason.EMPTY),
        ("   ", Reason.EMPTY),
        ("password", Reason.COMMON),
        ("jennifer", Reason.NAME),
        ("consequently", Reason.WORD),
        ("6tfcvgy7", Reason.KEYBOARD),
        ("kkkkkkkkkkkk", Reason.REPEAT),
        ("abcdefghijk", Reason.SEQUENCE),
        ("12.05.1987", Reason.DATE),
        ("x7q", Reason.SHORT),
        ("Greenroom", Reason.YOURS),
        ("ruth okafor", Reason.YOURS),
        ("okafor", Reason.YOURS),
    ],
)
def test_a_weak_passphrase_is_told_why(weak: str, reason: Reason) -> None:
    judged = strength(weak, ["Ruth Okafor"])
    assert judged.reason is reason
    assert not judged.is_enough
    with pytest.raises(WeakPassphraseError) as caught:
        require_strong(weak, ["Ruth Okafor"])
    assert caught.value.details == {"reason": reason.value}
    assert not weak.strip() or weak not in str(caught.value)


def test_a_good_passphrase_needs_no_reason() -> None:
    judged = strength("mustard lantern orbit quilt")
    assert judged.is_enough
    assert judged.reason is Reason.NONE
    assert judged.bits > 33
    require_strong("mustard lantern orbit quilt")


def test_words_of_the_person_count_for_nothing() -> None:
    alone = strength("vestibule okonkwo")
    known = strength("vestibule okonkwo", ["Vestibule Okonkwo"])
    assert known.bits < alone.bits / 2


def test_bits_are_guesses_to_base_two() -> None:
    assert strength("password").bits == pytest.approx(math.log2(3))


def test_only_the_beginning_of_a_long_one_is_judged() -> None:
    start = "mustard lantern orbit quilt saffron velvet harbour pencil tundra walnut "
    assert len(start) == passphrase.JUDGED_CHARACTERS
    assert strength(start + "x" * 5000) == strength(start)


def test_composed_and_decomposed_characters_are_one_passphrase() -> None:
    assert (
        normalise("cafe\u0301 \ufb01n \uff21") == normalise("caf\u00e9 fin A") == "caf\u00e9 fin A"
    )
    assert strength("cafe\u0301") == strength("caf\u00e9")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_judged(text: str) -> None:
    judged = strength(text)
    assert 0 <= judged.score <= 4
    assert judged.is_enough == (judged.reason is Reason.NONE)
