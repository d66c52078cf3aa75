"""The code of a request is found however it was written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forms import Asked, new_code
from app.replies.codes import code_of, codes_in, with_codes
from tests.reply_forms import CODE, FORM, OTHER_CODE


@pytest.mark.parametrize(
    "text",
    [CODE, CODE.lower(), " 7kq2 m0xt 9dpb ", "7KQ2MOXT9DPB", "7KQ2\u20119M0XT"[:4] + CODE[4:]],
)
def test_a_field_gives_the_code(text: str) -> None:
    assert code_of(text) == CODE


@pytest.mark.parametrize("text", ["", "7KQ2-M0XT", CODE + "7", "7KQ2-M0XT-9DPU", "no code here"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert code_of(text) == ""


def test_codes_are_found_in_a_text_in_order_and_once() -> None:
    text = f"Request {OTHER_CODE}\n(request {CODE.lower()}), {OTHER_CODE}; 7KQ2 - M0XT \u2013 9DPB"
    assert codes_in(text) == [OTHER_CODE, CODE]
    assert codes_in("A7KQ2-M0XT-9DPB 1234-5678") == []


def test_the_form_is_the_one_of_the_first_code_that_is_known() -> None:
    one, other = Asked(CODE, FORM), Asked(OTHER_CODE, FORM)
    assert with_codes(["1111-2222-3333", OTHER_CODE, OTHER_CODE], [one, other]) == [other]
    assert with_codes([], [one]) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_new_code_is_found_between_any_words(before: str, after: str) -> None:
    code = new_code()
    assert code in codes_in(f"{before}\n{code}\n{after}")
