"""A template that went into a file comes out the same; any other file ends in a sentence."""

from __future__ import annotations

import contextlib

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.templates import MINUTES_LIMIT, OwnTemplate
from app.errors import AppError
from app.importing.template_files import compose, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TEMPLATES = st.builds(
    OwnTemplate,
    name=TEXT,
    when=TEXT,
    minutes=st.integers(0, MINUTES_LIMIT),
    tags=st.lists(TEXT, max_size=6).map(tuple),
    body=TEXT | st.text("-\n_ #\"'\\:[]{}&*!|>%@`x\r\t\x85\u2028\ufeff", max_size=60),
).map(OwnTemplate.cleaned)


@given(TEMPLATES.filter(lambda template: template.name != ""))
def test_out_and_in_again_is_the_same(template: OwnTemplate) -> None:
    again = parse(compose(template).encode())
    for name in ("name", "when", "minutes", "tags", "body"):
        assert getattr(again, name) == getattr(template, name)


@given(st.binary(max_size=200) | TEXT.map(lambda text: f"---\nname: x\n{text}\n---\n".encode()))
@example(b"---\nname: x\n\x00\n---\n")
def test_any_bytes_end_in_a_template_or_in_a_sentence(data: bytes) -> None:
    with contextlib.suppress(AppError):
        parse(data).check()
