"""Lines are rewritten so that python-markdown reads them as they look, at a bounded cost."""

from __future__ import annotations

import pytest

from app.prose.source import Code, prepare


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n- b", ["a", "", "- b"]),
        ("- a\n  - b\n   more", ["- a", "    - b", "more"]),
        ("- a\n\n  b", ["- a", "", "    b"]),
        ("- a\n1) b", ["- a", "", "1. b"]),
        ("- a\n# b", ["- a", "", "# b"]),
        ("    a", ["a"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("> a\n> - b", ["", "> a", "> ", "> - b"]),
    ],
)
def test_lines_are_set_where_they_are_read_right(text: str, lines: list[str]) -> None:
    assert prepare(text).lines == lines


def test_code_is_put_by_and_comes_back_whole() -> None:
    source = prepare("- a\n  ```\n  x\n    y\n  ```")

    assert source.stash == [Code("x\n  y")]
    assert source.restored(source.lines[2]) == "    x\n  y"


def test_a_mark_for_what_was_put_by_cannot_be_typed() -> None:
    source = prepare("\x02=0=\x03")

    assert source.restored(source.lines[0]) == "=0="
    assert source.stash == []


def test_a_crowded_item_is_put_by_without_its_neighbours() -> None:
    crowded = "[" * 101
    source = prepare(f"- *a*\n- {crowded}\n- *b*")

    assert source.stash == [crowded]
    assert [source.lines[0], source.lines[2]] == ["- *a*", "- *b*"]
