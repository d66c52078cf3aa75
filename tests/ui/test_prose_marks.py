"""The looks of a line while it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.prose_marks import Look, fence_after, is_header, item_of, stretches

MARK, STRONG, EMPHASIS = Look.MARK, Look.STRONG, Look.EMPHASIS
LINES = st.lists(
    st.sampled_from([*"*_~`[]()>#- 1.xé🔒日ש!\\", "**", "```", "~~~", "- [ ] ", "a b"]), max_size=40
).map("".join)


def looks(line: str, fence: str = "") -> list[tuple[str, Look]]:
    return [(line[s.start : s.end], s.look) for s in stretches(line, fence) if s.look]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a *b* c", [("*", MARK), ("b", EMPHASIS), ("*", MARK)]),
        ("**b** __c__", [("**", MARK), ("b", STRONG), ("**", MARK)] * 1
            + [("__", MARK), ("c", STRONG), ("__", MARK)]),
        ("***b***", [("***", MARK), ("b", STRONG | EMPHASIS), ("***", MARK)]),
        ("~~b~~", [("~~", MARK), ("b", Look.STRIKE), ("~~", MARK)]),
        ("`*b*`", [("`", MARK), ("*b*", Look.CODE), ("`", MARK)]),
        ("## b", [("## ", MARK), ("b", Look.HEADING)]),
        ("> b", [("> ", MARK), ("b", Look.QUOTE)]),
        ("- b", [("- ", MARK)]),
        ("  12. b", [("  12. ", MARK)]),
        ("- [x] b", [("- [x] ", MARK), ("b", Look.DONE)]),
        ("- [ ] b", [("- [ ] ", MARK)]),
        ("[b](c)", [("[", MARK), ("b", Look.LINK), ("](c)", MARK)]),
        ("* * *", [("* * *", MARK)]),
        ("![b](image:1)", [("![", MARK), ("b", Look.PICTURE), ("](image:1)", MARK)]),
        ("![](image:1)", [("![", MARK), ("](image:1)", MARK)]),
        ("| b |", [("|", MARK | Look.TABLE), (" b ", Look.TABLE), ("|", MARK | Look.TABLE)]),
        ("| :-- | --: |", [("| :-- | --: |", MARK | Look.TABLE)]),
    ],
)  # fmt: skip
def test_marks_are_told_from_what_they_mark(line: str, expected: list[tuple[str, Look]]) -> None:
    assert looks(line) == expected


@pytest.mark.parametrize(
    "line", ["snake_case_x", "2 * 3 * 4", r"\*a\*", "#tag", "-a", "1986", "*a"]
)
def test_signs_that_mark_nothing_stay_plain(line: str) -> None:
    assert looks(line) == []


def test_looks_add_up_where_they_overlap() -> None:
    assert looks("> a *b*")[2:] == [
        ("*", MARK | Look.QUOTE),
        ("b", EMPHASIS | Look.QUOTE),
        ("*", MARK | Look.QUOTE),
    ]


def test_a_fence_reaches_to_its_like() -> None:
    assert fence_after("```py", "") == "```"
    assert fence_after("~~~", "```") == "```"
    assert fence_after("```py", "```") == "```"
    assert fence_after("````", "```") == ""
    assert looks("*a*", "```") == [("*a*", Look.CODE)]
    assert looks("```", "```") == [("```", Look.CODE | MARK)]


def test_a_row_above_dashes_is_a_tables_header() -> None:
    assert is_header("| a | b |", "| - | - |")
    assert not is_header("| a | b |", "| c | d |")
    assert not is_header("| - | - |", "| - | - |")
    assert not is_header("a", "| - | - |")
    assert all(s.look & Look.HEADING for s in stretches("| a |", header=True))


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- a", "- "),
        ("  9. a", "  10. "),
        ("* [x] a", "* [ ] "),
        ("> > a", "> > "),
        ("3) a", "4) "),
    ],
)
def test_an_item_says_what_follows_it(line: str, following: str) -> None:
    item = item_of(line)

    assert item is not None
    assert item.following == following


@given(LINES, st.sampled_from(["", "```", "~~~~"]))
def test_looks_cover_any_line_once_and_in_order(line: str, fence: str) -> None:
    found = stretches(line, fence)

    assert "".join(line[s.start : s.end] for s in found) == line
    assert all(s.start < s.end for s in found)
