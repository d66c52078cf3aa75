"""Whatever somebody writes, paper and the reading view agree on what it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement import links_on_paper, links_on_screen, on_paper, on_screen

# fmt: off
MARKS = st.sampled_from([
    "\n", "\n\n", "> ", "- ", "1. ", "    ", "  ", "# ", "### ", "*", "**", "_", "`", "```\n",
    "~~", "[", "](", "]", ")", "!", "<", ">", "<b>", "&amp;", "\\", "|", " - ", "---", "\t",
    "- [ ] ", "- [x] ", "[x]: ", "http://a", "https://example.org/a", "](https://example.org)",
    "javascript:", "file:///etc", "![a](image:019e4a00-1111-7222-8333-444455556666)", "\x02",
    "é", "ж", "a", "b c", "=", ":", "\n| a | b |\n| - | - |\n| c | d |\n",
])
# fmt: on
TEXTS = st.lists(MARKS, max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_has_the_same_parts_on_paper_and_in_the_reading_view(text: str) -> None:
    assert on_paper(text) == on_screen(text)


@given(TEXTS)
@settings(max_examples=20, deadline=None)
def test_the_links_of_any_text_lead_to_the_same_addresses(text: str) -> None:
    assert links_on_paper(text) == links_on_screen(text)
