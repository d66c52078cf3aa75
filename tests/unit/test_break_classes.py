"""What characters count as where lines are broken."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import pytest

from app.export.break_classes import kind


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("aßжωՀა#&ا", "AL"),
        ("אשﬠ", "HL"),
        ("文名あア𠂇🎉ｱＡ", "ID"),
        ("々ーァっ：", "NS"),
        ("가까", "H2"),
        ("각한", "H3"),
        ("ᄀ", "JL"),
        ("12٣", "NU"),
        ("。，）」", "CL"),
        (")]", "CP"),
        ("([{（「¿", "OP"),
        ("\"'“”«»", "QU"),
        (".,:;،", "IS"),
        ("!?؟！", "EX"),
        ("$€+№", "PR"),
        ("%°¢", "PO"),
        ("\u00a0\u2011", "GL"),
        ("\u00ad\u2010–\u3000\u05be", "BA"),
        ("\u0301\u05b0\u064e", "CM"),
        ("🇩", "RI"),
        ("🏽", "EM"),
        ("—", "B2"),
        ("…", "IN"),
        ("\u200d", "ZWJ"),
        ("\u200b", "ZW"),
        ("\n", "BK"),
        ("\ud800\ue000", "AL"),
    ],
)
def test_the_class_of_a_character(characters: str, expected: str) -> None:
    assert {character: kind(character) for character in characters} == dict.fromkeys(
        characters, expected
    )
