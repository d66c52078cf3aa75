"""Finding a text in another in spite of layout."""

from __future__ import annotations

import pytest

from app.sharing.matching import LONG, Haystack, Needle, spans


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("one two three", "two", [4]),
        ("one\r\ntwo", "ONE TWO", [0]),
        ("examp\x02\r\nle of it", "example", [0]),
        ("examp\ufffele of it", "example", [0]),
        ("an e\u0301tude", "étude", [3]),
        ("straße", "STRASSE", [0]),
        ("twofold", "two", []),
        ("two-fold", "two", [0]),
        ("withRuth there", "Ruth", [4]),
        ("田中さんと", "田中", [0]),
        ("私は田中さん", "田中", [2]),
        ("Ruth Ruth", "ruth", [0, 5]),
        ("a □□ and some words", "a 🎉🎉 and some words", [0]),
        ("ok then", "日本語の話 ok", []),
        ("anything", "", []),
        ("anything", " - ", []),
    ],
)
def test_places_of_a_text(text: str, wanted: str, places: list[int]) -> None:
    assert sorted(set(Haystack(text).find(wanted))) == places


def test_a_long_text_counts_inside_of_words_too() -> None:
    wanted = "x" + "abc" * (LONG // 3)
    assert len(wanted) > LONG
    assert list(Haystack(f"qq{wanted}qq").find(wanted)) == [2]
    short = wanted[: LONG - 1]
    assert list(Haystack(f"qq{short}qq").find(short)) == []


def test_a_needle_finds_what_its_text_finds() -> None:
    text = Haystack("It was an ex-\nample, said Rene")
    for words in ("example", "Rene", "nothing here"):
        assert list(text.find(Needle(words))) == list(text.find(words))


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("So I said it. Nobody asked why. Then", "Nobody asked why.", ["Nobody asked why."]),
        ("nobody  asked\n> *why*", "Nobody asked why.", ["nobody  asked\n> *why"]),
        ("(“I was angry”)", "“I was angry”", ["“I was angry”"]),
        ("one two, one two", "one two", ["one two", "one two"]),
        ("aa aa aa", "aa aa", ["aa aa"]),
        ("the ofﬁce cafe\u0301.", "office café", ["ofﬁce cafe\u0301"]),
        ("nothing of it", "something else", []),
        ("nothing of it", " -- ", []),
    ],
)
def test_spans_of_a_passage(text: str, wanted: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in spans(text, Needle(wanted))] == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("I asked Ruth, and RUTH\u2019s boss. The truth!", "Ruth", ["Ruth", "RUTH"]),
        ("Will will; WILL", "Will", ["Will", "WILL"]),
        ("remark of Mark", "Mark", ["Mark"]),
        ("tomasz and Tomasz", "Tomasz", ["tomasz", "Tomasz"]),
        ("priya. Priya-based, _Priya_", "Priya", ["Priya", "Priya"]),
        ("In a week, As a mentor, Ina", "Ina", ["Ina"]),
        ("As a mentor", "Asa", []),
        ("Ann Abel, Annabel", "Annabel", ["Annabel"]),
        ("Ru-\nth, Ru\u00adth, Ru\nth", "Ruth", ["Ru-\nth", "Ru\u00adth"]),
        ("ade\nyemi ade yemi", "Adeyemi", ["ade\nyemi"]),
        ("Ruth\nAdeyemi and ruth adeyemi", "Ruth Adeyemi", ["Ruth\nAdeyemi", "ruth adeyemi"]),
        ("Dafydd Price Jones", "Dafydd Price-Jones", ["Dafydd Price Jones"]),
        ("Sinéad O\u2019Brien", "Sinead O'Brien", []),
        ("Sinéad O\u2019Brien", "Sine\u0301ad O'Brien", ["Sinéad O\u2019Brien"]),
        ("MacDonald withRuth", "Donald", []),
        ("Ruth2 and 2Ruth", "Ruth", []),
        ("私は田中さん", "田中", ["田中"]),
        ("לדן ועדן ודן", "דן", ["דן", "דן"]),
        ("قال وليد، ومروان", "مروان", ["مروان"]),
        ("민수가 왔다", "민수", ["민수"]),
        ("राम और रामायण", "राम", ["राम"]),
        ("R**ut**h", "Ruth", ["R**ut**h"]),
    ],
)
def test_spans_of_a_name(text: str, name: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in spans(text, Needle(name, name=True))] == found
