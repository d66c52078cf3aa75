"""Whatever is withheld of whatever text, the document and the file do not hold it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cycles import Relation
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.packs import Passage
from app.operations.packs import build
from app.prose import plain
from app.sharing.compose import compose
from app.sharing.source import PackSource, Unnamed
from tests.documents import words
from tests.sharing_sources import ENTRY, chosen, source

WORDS = st.sampled_from(
    ["corridor", "Zoë", "ﬁnally", "ÄRGER", "don't", "тихо", "σιωπή", "half-way", "(number)", "so…"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(lambda found: " ".join(found) + ".")
MARKS = st.sampled_from(["{}", "**{}**", "*{}*", "- {}", "> {}", "# {}", "[{}](https://a.b/c)"])
PARAGRAPHS = st.tuples(MARKS, SENTENCES).map(lambda pair: pair[0].format(pair[1]))
BODIES = st.lists(PARAGRAPHS, min_size=1, max_size=5).map("\n\n".join)


@st.composite
def withheld(draw: st.DrawFn) -> tuple[PackSource, str]:
    """A pack of one entry, and what is withheld of it: any words that follow each other."""
    body = draw(BODIES)
    said = " ".join(plain(body).split()).split(" ")
    first = draw(st.integers(0, len(said) - 1))
    passage = " ".join(said[first : draw(st.integers(first + 1, len(said)))])
    entry = Entry(id=Id("entry-id"), title="", body=body, day=ENTRY.day)
    item = replace(chosen(entry, "body"), passages=(Passage(passage, marked=draw(st.booleans())),))
    return replace(source(item), unnamed=(Unnamed("Zoë Ärger", Relation.PEER),)), passage


def boiled(text: str) -> str:
    """The letters and digits of a text, in one form."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in folded if c.isalnum())


@given(withheld())
@settings(max_examples=200)
def test_the_document_does_not_say_it(made: tuple[PackSource, str]) -> None:
    pack, passage = made
    told = [boiled(text) for text in _texts(compose(pack).sections)]
    if len(boiled(passage)) > 12:
        assert not [text for text in told if boiled(passage) in text]
    assert not [text for text in told if "zoë" in text]


@given(withheld())
@settings(max_examples=25, deadline=None)
def test_the_file_passes_the_gate_without_it(made: tuple[PackSource, str]) -> None:
    pack, passage = made
    shown = boiled(words(build(pack, None).data))
    assert len(boiled(passage)) <= 12 or boiled(passage) not in shown


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _texts(each)]
    names = getattr(value, "__dataclass_fields__", ())
    return [text for name in names for text in _texts(getattr(value, name))]
