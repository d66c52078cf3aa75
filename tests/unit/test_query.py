from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.query import DATED, NAMES, parse

PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        ":",
        "#",
        "@",
        " ",
        "tag:",
        "in:",
        "before:",
        "2026-05",
        "a",
        "反思",
        "é",
        "(",
        "*",
    ]
)


def _read(text: str) -> tuple[list[tuple[str, bool]], list[tuple[str, str]]]:
    query = parse(text)
    terms = [(term.text, term.exact) for term in query.terms]
    return terms, [(found.name, found.value) for found in query.filters]


@pytest.mark.parametrize(
    ("text", "terms", "filters"),
    [
        ("", [], []),
        ("went quiet", [("went", False), ("quiet", False)], []),
        ('"went quiet" in:journal', [("went quiet", True)], [("in", "journal")]),
        (
            'release after:2026-03 goal:"Delegate the train"',
            [("release", False)],
            [("after", "2026-03"), ("goal", "Delegate the train")],
        ),
        ("#feedback @Ruth", [], [("tag", "feedback"), ("person", "Ruth")]),
        ('@"Ruth Adeyemi"', [], [("person", "Ruth Adeyemi")]),
        ("IN:Plan is:pinned has:image", [], [("in", "Plan"), ("is", "pinned"), ("has", "image")]),
        ("“say it back”", [("say it back", True)], []),
    ],
)
def test_words_phrases_and_filters(
    text: str, terms: list[tuple[str, bool]], filters: list[tuple[str, str]]
) -> None:
    assert _read(text) == (terms, filters)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("foo:bar", ["foo:bar"]),
        ("before:tomorrow", ["before:tomorrow"]),
        ("on:2026-02-30", ["on:2026-02-30"]),
        (":", [":"]),
        ("#", ["#"]),
        ("begin:x https://a.b/c", ["begin:x", "https://a.b/c"]),
        ('"never closed', ["never closed"]),
        ("me@example.org", ["me@example.org"]),
    ],
)
def test_what_is_no_filter_is_words(text: str, terms: list[str]) -> None:
    query = parse(text)
    assert [term.text for term in query.terms] == terms
    assert query.filters == ()


@pytest.mark.parametrize(
    "text", ["tag:", "tag: ", 'goal:"', "before:", "before:20", "on:2026-", '"']
)
def test_a_filter_that_is_being_typed_narrows_nothing_yet(text: str) -> None:
    assert _read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("after:2026-03", date(2026, 3, 1), date.max),
        ("before:2026-05", date.min, date(2026, 5, 31)),
        ("before:2026-05-20", date.min, date(2026, 5, 20)),
        ("on:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("on:2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("on:2026-5-2", date(2026, 5, 2), date(2026, 5, 2)),
    ],
)
def test_days_of_a_date(text: str, first: date, last: date) -> None:
    (found,) = parse(text).filters
    assert found.days == (first, last)


def test_a_chip_is_taken_away_where_it_stands() -> None:
    query = parse('release after:2026-03 goal:"Delegate the train" now')
    after, goal = query.filters
    assert query.without(after) == 'release goal:"Delegate the train" now'
    assert query.without(goal) == "release after:2026-03 now"


@pytest.mark.parametrize(
    ("text", "name", "value", "expected"),
    [
        ("", "tag", "feedback", "#feedback"),
        ("a ", "person", "Ruth Adeyemi", 'a @"Ruth Adeyemi"'),
        ("a", "goal", 'The "big" one', 'a goal:"The big one"'),
        ("after:2025 a", "after", "2026-03", "a after:2026-03"),
        ('a "open', "is", "pinned", 'a "open" is:pinned'),
    ],
)
def test_a_chip_is_added(text: str, name: str, value: str, expected: str) -> None:
    assert parse(text).with_filter(name, value) == expected


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    places = [(term.start, term.end) for term in query.terms]
    for start, end in places + [(found.start, found.end) for found in query.filters]:
        assert 0 <= start < end <= len(text)
    for found in query.filters:
        assert found.name in NAMES
        assert found.value
        assert (found.days is not None) == (found.name in DATED)
        assert len(parse(query.without(found)).filters) <= len(query.filters)


@given(st.lists(PIECES).map("".join), st.text(st.characters(exclude_characters='"“”„'), min_size=1))
def test_what_is_added_is_a_filter(text: str, value: str) -> None:
    added = parse(parse(text).with_filter("goal", value))
    if value.strip():
        assert ("goal", value.strip()) in [(found.name, found.value) for found in added.filters]
