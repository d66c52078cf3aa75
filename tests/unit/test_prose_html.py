"""HTML of blocks has our tags only."""

from __future__ import annotations

from app.domain.prose import Listing, ListItem, Paragraph, Run
from app.prose import parse, to_html


def test_text_is_escaped() -> None:
    assert to_html(parse('<b> & "c"')) == "<p>&lt;b&gt; &amp; &quot;c&quot;</p>"


def test_an_address_cannot_leave_its_attribute() -> None:
    html = to_html((Paragraph((Run("a", link='https://b/"><img src=x>'),)),))

    assert html == '<p><a href="https://b/&quot;&gt;&lt;img src=x&gt;">a</a></p>'


def test_looks_nest() -> None:
    html = to_html((Paragraph((Run("a\nb", bold=True, italic=True, strike=True, code=True),)),))

    assert html == "<p><strong><em><s><code>a<br>b</code></s></em></strong></p>"


def test_tasks_have_boxes_and_a_list_of_their_own() -> None:
    html = to_html(parse("- [ ] a\n- [x] b\n- c"))

    expected = (
        '<ul class="tasks"><li><a class="task" href="task:0">☐</a>\u00a0a</li>'
        '<li><a class="task" href="task:1">☑</a>\u00a0b</li></ul>'
        '<ul class="items"><li>c</li></ul>'
    )
    assert html == expected


def test_an_empty_task_keeps_its_box() -> None:
    html = to_html(parse("- [ ] "))

    assert html == '<ul class="tasks"><li><a class="task" href="task:0">☐</a>\u00a0</li></ul>'


def test_a_task_that_stands_nowhere_has_a_box_that_is_no_link() -> None:
    listing = Listing((ListItem((), checked=True),))

    assert to_html((listing,)) == '<ul class="tasks"><li>☑\u00a0</li></ul>'


def test_blocks() -> None:
    text = "# H\n> q\n\n3. n\n\n```\n<c>\n```\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n---"
    expected = (
        "<h1>H</h1><blockquote><p>q</p></blockquote>"
        '<ol start="3"><li>n</li></ol><pre>&lt;c&gt;</pre>'
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><hr>"
    )

    assert to_html(parse(text)) == expected


def test_an_image_of_the_vault_is_one_that_can_be_chosen() -> None:
    html = to_html((Paragraph((Run('a "b"\nc', picture="1"),)),))

    assert html == '<p><a href="image:1"><img src="image:1" alt="a &quot;b&quot; c"></a></p>'


def test_an_image_with_a_link_leads_where_the_link_does() -> None:
    html = to_html((Paragraph((Run("a", picture="1", link="https://b.org"),)),))

    assert html == '<p><a href="https://b.org"><img src="image:1" alt="a"></a></p>'
