"""No text makes prose fail, and no text gets out of it anything but blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.domain.prose import Block, Listing, ListItem, Quotation
from app.prose import (
    Template,
    parse,
    plain,
    snippet,
    to_html,
    toggle_task,
    without_prompts,
    words,
)

IMAGE = "image:019e4a00-1111-7222-8333-444455556666"
# fmt: off
MARKS = st.sampled_from([
    "\n", "\n\n", "> ", "- ", "1. ", "    ", "  ", "# ", "*", "**", "_", "`", "```\n", "~~",
    "~~~\n", "[", "](", "]", ")", "!", "<", ">", "<b>", "&amp;", "\\", "|", " - ", "---",
    "\t", "[ ] ", "[x]: ", "http://a", "javascript:", "file:///etc",
    "![", IMAGE, "image:", "\x02", "\x03", "\x00",
    "\r", "é", "🔒", "日", "ש", "a", "b c", "=", ":", "\n| a | b |\n| - | - |\n",
])
TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "table", "tr",
    "th", "td", "hr", "br", "a", "code", "s", "em", "strong", "img",
}
# fmt: on
TASKS = st.lists(
    st.sampled_from(["- [ ] a\n", "  - [x] b\n", "> - [X] c\n", "1. [ ] d\n", "- - [ ] e\n"])
    | MARKS,
    max_size=30,
).map("".join)
TEXTS = st.lists(MARKS, max_size=60).map("".join) | st.text(max_size=200)


class Tags(HTMLParser):
    """Collects what an HTML reader would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()
        self.images: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its address, and attributes that are not ours."""
        self.seen.add(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}
        self.images |= {value or "" for name, value in attrs if name == "src"}
        known = {"@href", "@class", "@start", "@src", "@alt"}
        self.seen |= {f"@{name}" for name, _ in attrs} - known


@given(TEXTS)
def test_html_of_any_text_has_only_our_tags_and_addresses(text: str) -> None:
    tags = Tags(to_html(parse(text)))

    assert tags.seen <= TAGS
    assert tags.images <= {IMAGE}
    addresses = tags.links - {IMAGE}
    assert all(re.match(r"(?i)https?://|mailto:|task:\d+$", link) for link in addresses)


@given(st.text("abcé🔒日ש 0", min_size=1, max_size=80))
def test_words_without_marks_come_through_as_they_are(text: str) -> None:
    shown = re.sub(r"<[^>]*>", "", to_html(parse(text)))

    assert shown == text.strip()


@given(TEXTS)
def test_letters_are_never_lost_from_a_snippet_that_fits(text: str) -> None:
    assert "\n" not in snippet(text)
    assert len(snippet(text)) <= 200
    assert words(text) >= 0
    assert len(plain(text)) <= len(text) + text.count("|")


@given(TEXTS, TEXTS)
def test_a_text_without_the_templates_words_is_kept_whole(text: str, body: str) -> None:
    template = Template.of(body)

    kept = without_prompts(text, template)

    assert (kept == text) == (not template.standing(text))
    assert not template.standing(kept) or kept != text


def tasks(blocks: Iterable[Block]) -> Iterator[ListItem]:
    """The tasks of a text whose boxes stand in it, in the order they are read."""
    for block in blocks:
        if isinstance(block, Quotation):
            yield from tasks(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                if item.source_line >= 0:
                    yield item
                yield from tasks(item.blocks)


@given(TASKS)
def test_a_task_is_toggled_in_the_text_and_nothing_else_is(text: str) -> None:
    before = list(tasks(parse(text)))

    for number, task in enumerate(before):
        toggled = toggle_task(text, task.source_line)
        changed = [(a, b) for a, b in zip(text, toggled, strict=True) if a != b]
        after = list(tasks(parse(toggled)))
        flipped = [item.checked != other.checked for item, other in zip(before, after, strict=True)]

        assert changed in ([(" ", "x")], [("\t", "x")], [("x", " ")], [("X", " ")])
        assert flipped == [at == number for at in range(len(before))]
