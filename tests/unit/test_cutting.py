from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.cycles import Relation
from app.domain.packs import Passage
from app.sharing.cutting import Cut, Cutter, begins_sentence, joining
from app.sharing.source import Unnamed
from app.sharing.words import PackWords
from tests.sharing_sources import ENTRY, chosen, source

PRIYA = Unnamed("Priya Nair", Relation.PEER)


def cutter(*passages: Passage, unnamed: tuple[Unnamed, ...] = ()) -> Cutter:
    """What cuts the texts of a pack in which these stay."""
    item = replace(chosen(ENTRY, "body"), passages=passages)
    words = PackWords()
    made = replace(source(item), unnamed=unnamed)
    return Cutter(made, words.roles, words.withheld_inside)


def test_the_full_stop_of_a_sentence_goes_with_it() -> None:
    cuts = cutter(Passage("Dev knew")).cuts("I saw. Dev knew. So")
    assert cuts == [Cut(7, 16, marked=True)]


def test_the_full_stop_of_the_sentence_around_it_stays() -> None:
    assert (
        cutter(Passage("Dev knew")).text("I saw that Dev knew. So") == "I saw that [withheld]. So"
    )


def test_cuts_that_touch_are_one_and_a_name_in_them_is_none() -> None:
    found = cutter(Passage("one two"), Passage("two three", marked=False), unnamed=(PRIYA,))
    assert found.cuts("one two three Priya") == [
        Cut(0, 13, marked=True),
        Cut(14, 19, role="a colleague"),
    ]
    inside = cutter(Passage("with Priya"), unnamed=(PRIYA,))
    assert inside.text("Met with Priya there") == "Met [withheld] there"
    assert inside.unnamed == set()


def test_it_remembers_what_there_was() -> None:
    dev, gone = Passage("Dev"), Passage("somewhere else")
    found = cutter(dev, gone, unnamed=(PRIYA,))
    found.text("Dev and Priya")
    assert (found.passages, found.unnamed) == ({dev}, {PRIYA})


def test_without_a_trace_one_space_is_left() -> None:
    found = cutter(Passage("very", marked=False))
    assert found.text("It is very late") == "It is late"
    assert found.text("very late") == "late"


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://example.org/", True),
        ("https://example.org/dev-knew%20too", False),
        ("mailto:priya.nair@example.org", False),
    ],
)
def test_an_address_may_not_say_it_either(address: str, *, allowed: bool) -> None:
    found = cutter(Passage("Dev knew too"), unnamed=(PRIYA,))
    assert found.may_link(address) is allowed


def test_a_sentence_begins_after_the_end_of_one() -> None:
    for before in ("", "One. ", "One!” ", "a line\n", "so… "):
        assert begins_sentence(before)
    assert not begins_sentence("One, ")


def test_words_are_parted_by_one_space() -> None:
    assert joining("a ", " b") == "b"
    assert joining("a", " b") == " b"
    assert joining("", " b") == "b"


def test_a_month_beside_a_number_is_no_name() -> None:
    named = replace(source(), unnamed=(Unnamed("April Jones", Relation.PEER),))
    cuts = Cutter(named, PackWords().roles, "[withheld]", months=PackWords().months)
    assert cuts.text("29 April 2026") == "29 April 2026"
    assert cuts.text("In 2026 April left.") == "In 2026 a colleague left."
    assert cuts.text("By April 2027, or 3 April.") == "By April 2027, or 3 April."
    assert cuts.text("I asked April, and April Jones said no.") == (
        "I asked a colleague, and a colleague said no."
    )


def test_who_was_asked_is_not_even_called_by_their_role() -> None:
    boss = Unnamed("Priya Raman", Relation.MANAGER, ("Pri",), asked=True)
    cuts = Cutter(replace(source(), unnamed=(boss,)), PackWords().roles, "", "somebody I asked")
    assert cuts.text("Priya, or Pri, said so.") == (
        "Somebody I asked, or somebody I asked, said so."
    )
    assert cuts.unnamed == {boss}


def test_two_who_share_a_name_are_told_apart_by_no_role() -> None:
    both = (
        Unnamed("Priya Raman", Relation.OTHER, asked=True),
        Unnamed("Priya Nair", Relation.MANAGER),
    )
    cuts = Cutter(replace(source(), unnamed=both), PackWords().roles, "", "somebody I asked")
    assert cuts.text("It was Priya.") == "It was somebody."
    assert cuts.text("It was Priya Raman.") == "It was somebody I asked."
