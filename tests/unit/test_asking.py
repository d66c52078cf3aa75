"""The words to ask somebody with."""

import pytest

from app.content.asking import AskTemplate
from app.content.library import Library

ASKS = Library().asking.asks


def of(words: str) -> AskTemplate:
    return AskTemplate("a", "A", "An example", words)


def test_three_ways_to_ask_ship() -> None:
    assert [ask.id for ask in ASKS] == ["ask-rehearsal", "ask-feedback", "ask-advice"]


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.id)
def test_a_message_says_whom_it_is_for_what_is_asked_and_that_a_no_is_fine(
    ask: AskTemplate,
) -> None:
    words = ask.written("Ruth", "Listen to my talk.")
    assert words.startswith("Hello Ruth,\n\n")
    assert "Listen to my talk." in words
    assert "{" not in words
    assert words.endswith(("fine.", "fine too."))


def test_what_is_put_in_is_not_looked_at_again() -> None:
    ask = of("{name}: {what}. Thank you, {name}!\n")
    assert ask.written("{what}", "{name}") == "{what}: {name}. Thank you, {what}!"


def test_a_message_without_a_wish_shows_where_it_goes() -> None:
    assert of("{name}: {what}.").written("Ruth", "  ") == "Ruth: ___."
    assert of("Hello {name}.").written("Ruth", "All of it") == "Hello Ruth."


def test_a_template_that_is_gone_gives_way_to_the_first() -> None:
    assert Library().asking.find("ask-advice").id == "ask-advice"
    assert Library().asking.find("gone").id == "ask-rehearsal"
