"""Tasks know their line, and the box there is found again."""

from __future__ import annotations

import pytest

from app.domain.prose import Listing
from app.prose import parse
from app.prose.tasks import toggle_box, toggle_task

TEXT = "- [ ] a [ ]\r\n```\n- [ ] code\n```\n> - [x] b\n\n1. c\n   - [X] d"


def test_only_the_box_of_that_line_changes() -> None:
    assert toggle_task(TEXT, 0) == TEXT.replace("[ ] a", "[x] a")
    assert toggle_task(TEXT, 4) == TEXT.replace("[x] b", "[ ] b")
    assert toggle_task(TEXT, 7) == TEXT.replace("[X] d", "[ ] d")


@pytest.mark.parametrize("line", [-1, 1, 6, 8, 99])
def test_where_there_is_no_box_nothing_changes(line: int) -> None:
    assert toggle_task(TEXT, line) == TEXT


def test_a_box_goes_back_and_forth() -> None:
    assert toggle_box("- [ ] a") == "- [x] a"
    assert toggle_box(toggle_box("- [ ] a")) == "- [ ] a"


def test_tasks_count_lines_past_code_and_other_items() -> None:
    listing = parse("```\n- [ ] a\n```\n- b\n- [ ] c\n  - [x] d")[1]

    assert isinstance(listing, Listing)
    assert [item.source_line for item in listing.items] == [-1, 4]
    nested = listing.items[1].blocks[1]
    assert isinstance(nested, Listing)
    assert nested.items[0].source_line == 5


def test_a_box_is_no_link_to_what_is_explained_below() -> None:
    assert parse("- [x] a\n\n[x]: https://a.org") == parse("- [x] a")
