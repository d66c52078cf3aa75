"""No text makes prose fail, and no text gets out of it anything but blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.prose import Template, parse, plain, snippet, to_html, without_prompts, words

# fmt: off
MARKS = st.sampled_from([
    "\n", "\n\n", "> ", "- ", "1. ", "    ", "  ", "# ", "*", "**", "_", "`", "```\n", "~~",
    "~~~\n", "[", "](", "]", ")", "!", "<", ">", "<b>", "&amp;", "\\", "|", " - ", "---",
    "\t", "[ ] ", "[x]: ", "http://a", "javascript:", "file:///etc", "\x02", "\x03", "\x00",
    "\r", "é", "🔒", "日", "ש", "a", "b c", "=", ":", "\n| a | b |\n| - | - |\n",
])
TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "table", "tr",
    "th", "td", "hr", "br", "a", "code", "s", "em", "strong",
}
# fmt: on
TEXTS = st.lists(MARKS, max_size=60).map("".join) | st.text(max_size=200)


class Tags(HTMLParser):
    """Collects what an HTML reader would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its address, and attributes that are not ours."""
        self.seen.add(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}
        self.seen |= {f"@{name}" for name, _ in attrs} - {"@href", "@class", "@start"}


@given(TEXTS)
def test_html_of_any_text_has_only_our_tags_and_addresses(text: str) -> None:
    tags = Tags(to_html(parse(text)))

    assert tags.seen <= TAGS
    assert all(re.match(r"(?i)https?://|mailto:", link) for link in tags.links)


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
