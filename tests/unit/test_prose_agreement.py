"""A text reads on paper as it does in the reading view: the same parts in the same order."""

from __future__ import annotations

import hashlib

import pytest

from app.domain.document import Figure
from app.prose.html import to_html
from app.prose.parsing import parse
from tests import pictures
from tests.agreement import Thing, links_on_paper, links_on_screen, on_paper, on_screen

ID = "019e4a00-1111-7222-8333-444455556666"
TEXTS = {
    "nothing": "",
    "paragraphs": "One.\n\nTwo, *soft* **loud** ~~gone~~ `code`.\nThree on a line of its own.",
    "headings": "# One\n\n### Three\n\n## Two\n\n###### Six\n\n# \n\nText",
    "list": "- one\n- two\n  - inner\n\n    with a paragraph\n- # heading\n-\n- > quoted",
    "numbers": "7. seven\n8. eight\n   1. inner\n\ntext\n\n1) round",
    "tasks": "- [ ] to do\n- [x] done\n- [X]\n- plain\n  - [ ] inner",
    "numbered tasks": "1. [ ] first\n2. [x] second",
    "quotations": "> one\n>\n> > two\n>\n> - item\n\n>",
    "code": "```python\ndef f():\n    return  1\n```\n\n~~~\n~~~\n\n`inline  code`",
    "table": "| a | b |\n|---|:-:|\n| **c** | |\n| `d|e` | f\\|g |",
    "table without heads": "| | |\n|---|---|\n| c | d |",
    "ragged table": "| a | b |\n|---|---|\n| c |\n| d | e | f |",
    "rules": "one\n\n---\n\n***\n\ntwo",
    "links": (
        "[a](https://example.org/?q=1&r=2) <https://example.org/b> [c](mailto:ines@example.org) "
        "[**d**](http://example.org)\n\n- [e](https://example.org/e)\n\n"
        "| [f](https://example.org/f) |\n|---|\n| g |"
    ),
    "no links": (
        "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) [d](//e) "
        "[f](ftp://example.org) [g](HTTPS://EXAMPLE.ORG) [h](#i) [j]( https://k )"
    ),
    "raw html": (
        '<script>alert(1)</script> <b onclick="x">bold</b> &amp; &lt; <img src="http://a/b.png">\n\n'
        "<div>\n\n# inside\n\n</div>"
    ),
    "reportlab's marks": '<para><font size="90">x</font><br/><img src="file:///etc/passwd"/></para>',
    "images elsewhere": "![far](https://example.org/a.png) ![file](file:///a) ![](x) ![t](image:1)",
    "images": f"Before ![Lag](image:{ID}) after.\n\n- ![Lag](image:{ID})\n\n![](image:{ID})",
    "deep": "> " * 30 + "deep\n\n" + "".join("  " * n + "- item\n" for n in range(20)),
    "wide word": "a" * 3000,
    "marks of the parser": "\x02 1 \x03 \x02wzxhzdk:0\x03 klzzwxh:0001",
    "unclosed": "**bold *soft `code [link](https://example.org\n\n```\nnever closed",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_has_the_same_parts_on_paper_and_in_the_reading_view(text: str) -> None:
    assert on_paper(text) == on_screen(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_its_links_lead_to_the_same_addresses(text: str) -> None:
    assert links_on_paper(text) == links_on_screen(text)


def test_what_is_compared_is_there() -> None:
    assert on_paper("# A\n\n1. b\n- [x] c") == [
        Thing("heading", "1", "A"),
        Thing("item", "1.", "b"),
        Thing("item", "done", "c"),
    ]
    assert links_on_paper(TEXTS["links"])[:2] == [
        "https://example.org/?q=1&r=2",
        "https://example.org/b",
    ]


def test_images_of_the_vault_stand_in_the_order_of_the_reading_view() -> None:
    data = pictures.jpeg()
    figures = {ID: Figure(hashlib.sha256(data).hexdigest(), data)}
    text = (
        f"One ![a](image:{ID}) two.\n\n- ![b](image:{ID})\n\n> three ![c](image:{ID})\n\n"
        f"# Four ![d](image:{ID})\n\nfive"
    )
    flat = [each for thing in on_paper(text, figures) for each in _flat(thing)]
    assert flat == ["One", "(a)", "two.", "•", "(b)", "three", "(c)", "Four", "(d)", "five"]
    assert to_html(parse(text)).count("<img") == 4


def _flat(thing: Thing) -> list[str]:
    own = {"image": f"({thing.told})", "item": thing.told}.get(thing.kind, "")
    inside = [each for kid in thing.within for each in _flat(kid)]
    return [each for each in (own, thing.words, *inside) if each]
