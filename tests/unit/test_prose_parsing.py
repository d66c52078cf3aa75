"""Markdown becomes blocks, and nothing but blocks."""

from __future__ import annotations

import pytest

from app.domain.prose import (
    CodeBlock,
    Grid,
    Heading,
    Line,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Run,
)
from app.prose import parse

IMAGE = "019e4a00-1111-7222-8333-444455556666"


def line(*texts: str) -> Line:
    return tuple(Run(text) for text in texts)


def item(
    text: str, *more: Listing | CodeBlock | Paragraph, checked: bool | None = None
) -> ListItem:
    return ListItem((Paragraph(line(text)), *more), checked)


def test_emphasis_strong_code_and_strike_become_runs() -> None:
    runs = (
        Run("a "),
        Run("b", italic=True),
        Run(" "),
        Run("c", bold=True),
        Run(" "),
        Run("d*", code=True),
        Run(" "),
        Run("e", strike=True),
    )

    assert parse("a *b* **c** `d*` ~~e~~") == (Paragraph(runs),)


def test_a_line_break_stays_a_line_break() -> None:
    assert parse("one\ntwo  \nthree") == (Paragraph(line("one\ntwo\nthree")),)


def test_headings_rules_and_quotations() -> None:
    expected = (
        Heading(2, line("What")),
        Paragraph(line("text")),
        Rule(),
        Quotation((Paragraph(line("said")), Quotation((Paragraph(line("before")),)))),
    )

    assert parse("## What\ntext\n---\n> said\n>> before") == expected


def test_a_line_above_dashes_is_no_heading() -> None:
    assert parse("text\n---") == (Paragraph(line("text")), Rule())


def test_a_list_needs_no_blank_line_above_and_nests_by_two_spaces() -> None:
    nested = Listing((item("b"),))
    expected = (Paragraph(line("Why:")), Listing((item("a", nested), item("c"))))

    assert parse("Why:\n- a\n  - b\n- c") == expected


def test_numbers_below_bullets_are_a_list_of_their_own() -> None:
    expected = (Listing((item("a"),)), Listing((item("b"), item("c")), ordered=True, start=4))

    assert parse("- a\n4) b\n5) c") == expected


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert parse("It was in\n1986. Really.") == (Paragraph(line("It was in\n1986. Really.")),)


def test_tasks_are_open_or_done() -> None:
    expected = (Listing((item("a", checked=False), item("b", checked=True))),)

    assert parse("- [ ] a\n- [x] b") == expected


def test_code_keeps_its_marks_and_spaces_in_lists_and_quotations_too() -> None:
    code = CodeBlock("*a*\n  <b>\n\n# c")

    assert parse("```\n*a*\n  <b>\n\n# c\n```") == (code,)
    assert parse("> ~~~ py\n> x\n> ~~~") == (Quotation((CodeBlock("x"),)),)
    assert parse("- a\n  ```\n  x\n  ```") == (Listing((item("a", CodeBlock("x")),)),)


def test_an_unclosed_fence_goes_on_to_the_end() -> None:
    assert parse("```\na\n\nb") == (CodeBlock("a\n\nb"),)


def test_a_table_has_a_header_and_the_rows_that_are_written_in() -> None:
    expected = Grid((line("A"), line("B")), ((line("1"), (Run("x|y", code=True),)),))

    assert parse("| A | B |\n| --- | --- |\n| 1 | `x|y` |\n|  |  |") == (expected,)


@pytest.mark.parametrize("html", ["<b>hi</b>", "<script>x()</script>", "<!-- a -->", "&amp;"])
def test_raw_html_is_text(html: str) -> None:
    assert parse(html) == (Paragraph(line(html)),)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JaVaScRiPt:x", "/etc", ""],
)
def test_what_is_not_a_web_or_mail_address_is_no_link(address: str) -> None:
    assert parse(f"[a]({address})") == (Paragraph(line("a")),)


@pytest.mark.parametrize("address", ["https://a.org/b_c?d=1&e", "http://a", "mailto:a@b.org"])
def test_web_and_mail_addresses_are_links(address: str) -> None:
    assert parse(f"[a]({address})") == (Paragraph((Run("a", link=address),)),)


def test_an_image_is_its_alternative_text() -> None:
    assert parse("![a \\*boat\\*](file:///etc/passwd)") == (Paragraph(line("a *boat*")),)


def test_an_image_of_the_vault_is_a_picture_with_what_it_shows() -> None:
    shown = Run("a *boat*", bold=True, picture=IMAGE)

    assert parse(f"a **![a \\*boat\\*](image:{IMAGE})**") == (Paragraph((Run("a "), shown)),)


def test_an_image_without_words_stands_alone_or_in_a_task() -> None:
    bare = Paragraph((Run("", picture=IMAGE),))

    assert parse(f"![](image:{IMAGE})") == (bare,)
    assert parse(f"- [x] ![](image:{IMAGE})") == (Listing((ListItem((bare,), checked=True),)),)


def test_two_images_side_by_side_stay_two() -> None:
    one = Run("a", picture=IMAGE)

    assert parse(f"![a](image:{IMAGE})" * 2) == (Paragraph((one, one)),)


def test_what_an_image_shows_is_never_a_box() -> None:
    assert parse(f"- ![[x] a](image:{IMAGE})") == (
        Listing((ListItem((Paragraph((Run("[x] a", picture=IMAGE),)),)),)),
    )


def test_escaped_marks_are_text() -> None:
    assert parse("\\*a\\* \\# b") == (Paragraph(line("*a* # b")),)


@pytest.mark.parametrize("mark", [">", "> ", "![", "[", "*", "_a ", "- ", "1. ", "`", "~~", "\\"])
def test_two_thousand_marks_are_shown_as_typed(mark: str) -> None:
    blocks = parse(mark * 2000 + "end")

    assert "end" in repr(blocks)
    assert len(repr(blocks)) > 2000


def test_what_lies_deeper_than_eight_quotations_is_shown_as_typed() -> None:
    (block,) = parse(">" * 9 + " deep")

    assert block == Paragraph(line(">>>>>>>>> deep"))


def test_deep_lists_end_in_the_deepest_one_that_is_kept() -> None:
    text = "\n".join(" " * 2 * depth + "- a" for depth in range(200))

    assert repr(parse(text)).count("ListItem") == 200


def test_a_crowded_paragraph_loses_its_looks_but_not_its_neighbours() -> None:
    crowded = "*a* " * 300
    expected = (Paragraph(line(crowded.strip())), Paragraph((Run("b", bold=True),)))

    assert parse(f"{crowded}\n\n**b**") == expected


def test_many_crowded_paragraphs_lose_their_links_after_a_while() -> None:
    text = ("[a](http://b) " * 99 + "\n\n") * 50

    linked = [block for block in parse(text) if "link='http://b'" in repr(block)]

    assert 0 < len(linked) < 50


def test_a_text_of_enormous_length_is_shown_as_typed() -> None:
    assert parse("**a**\n\n" * 300_000)[0] == Paragraph(line("**a**"))


def test_no_text_has_no_blocks() -> None:
    assert parse(" \n\n") == ()
