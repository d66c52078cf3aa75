"""Whatever somebody writes, wherever it goes: the PDF is made, and says it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.charts.stretch import Flag, StretchWords, stretch_chart, stretch_spark
from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.domain.document import (
    Badge,
    ChartPart,
    Check,
    Checklist,
    Document,
    Fact,
    LabelledText,
    MeasureBar,
    PaperSize,
    Part,
    Prose,
    Section,
    TablePart,
)
from app.domain.goals import CheckIn
from app.domain.progress import ThenNow, ThenNowRow, trend
from app.domain.prose import (
    Block,
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
from app.drawing.chart import Chart
from app.export.lettering import whole
from app.export.pdf import build
from app.sharing.readback import Withheld, read_back
from tests.accessibility import faults
from tests.documents import EMPTY, holding, prose, words

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
LATIN = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzABCÄÖÜßéèêñçøåłőş<>&;\"'#%()[]{}\\/=.,!?012"),
    min_size=1,
    max_size=12,
)
runs = st.builds(
    Run, ANYTHING, st.booleans(), st.booleans(), st.booleans(), st.booleans(), ANYTHING
)
lines: st.SearchStrategy[Line] = st.lists(runs, max_size=3).map(tuple)


def grids(width: int) -> st.SearchStrategy[Grid]:
    row = st.tuples(*[lines] * width)
    return st.builds(Grid, row, st.lists(row, max_size=3).map(tuple))


leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, lines),
    st.builds(Heading, st.integers(1, 6), lines),
    st.builds(CodeBlock, ANYTHING),
    st.builds(Rule),
    st.integers(1, 12).flatmap(grids),
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, many, st.sampled_from([None, True, False])), max_size=3)
    return st.one_of(
        st.builds(Quotation, many),
        st.builds(Listing, items.map(tuple), st.booleans(), st.integers(0, 10**9)),
    )


blocks = st.recursive(leaves, containers, max_leaves=6)
rows = st.lists(ANYTHING, max_size=12).map(tuple)
positions = st.floats()
trends = st.lists(
    st.builds(CheckIn, day=st.dates(), confidence=st.integers(1, 5), note=ANYTHING), max_size=12
).map(trend)
levels = st.none() | st.integers(1, 5)
competencies = st.builds(
    ThenNowRow, ANYTHING, ANYTHING, ANYTHING, levels, levels, levels, ANYTHING
).filter(lambda row: row.then is not None or row.now is not None)
charts: st.SearchStrategy[Chart] = st.one_of(
    st.builds(stretch_spark, trends, st.just(StretchWords())),
    st.builds(
        stretch_chart,
        trends,
        st.just(StretchWords()),
        st.lists(st.builds(Flag, ANYTHING, st.dates(), ANYTHING), max_size=3),
    ),
    st.builds(
        then_now_chart,
        st.lists(competencies, max_size=40).map(lambda rows: ThenNow(tuple(rows))),
        st.just(ThenNowWords()),
    ),
)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Prose, st.lists(blocks, max_size=4).map(tuple), st.booleans(), st.booleans()),
    st.builds(Badge, ANYTHING),
    st.builds(MeasureBar, positions, ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING),
    st.builds(
        Checklist,
        st.lists(st.builds(Check, st.booleans(), ANYTHING, ANYTHING), max_size=3).map(tuple),
    ),
    st.builds(TablePart, rows, st.lists(rows, max_size=3).map(tuple), st.just(frozenset({1}))),
    charts.map(ChartPart),
    st.builds(LabelledText, ANYTHING, ANYTHING),
)
sections = st.builds(
    Section, ANYTHING, ANYTHING, ANYTHING, ANYTHING, st.lists(parts, max_size=3).map(tuple)
)
documents = st.builds(
    Document,
    title=ANYTHING,
    language=st.sampled_from(["en", "de", "he"]),
    overline=ANYTHING,
    facts=st.lists(st.builds(Fact, ANYTHING, ANYTHING), max_size=6).map(tuple),
    sections=st.lists(sections, max_size=3).map(tuple),
    colophon=st.lists(sections, max_size=2).map(tuple),
    imprint=ANYTHING,
    footer=ANYTHING,
    date=ANYTHING,
    page_label=ANYTHING,
    paper=st.sampled_from(PaperSize),
    sample=ANYTHING,
)


@given(documents)
@settings(max_examples=150)
def test_any_document_is_built_and_can_be_read(document: Document) -> None:
    pdf = build(document)
    assert len(read_back(pdf.data, None, []).pages) == pdf.pages


@given(documents)
@settings(max_examples=150)
def test_any_document_is_accessible(document: Document) -> None:
    """What has no title does not say of itself that it is."""
    found = faults(build(document).data)
    if not whole(document.title):
        found = [fault for fault in found if not fault.startswith("06-00")]
    assert found == []


@given(st.lists(LATIN, min_size=1, max_size=60))
@settings(max_examples=100)
def test_latin_text_comes_back_as_it_was(written: list[str]) -> None:
    text = " ".join(written)
    section = Section(text, kicker=text, parts=(prose(text), LabelledText(text, text)))
    shown = words(build(replace(EMPTY, title="", sections=(section,))).data)
    assert _squeezed(shown).startswith(_squeezed(text * 5))


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
@settings(max_examples=100)
def test_what_was_printed_is_found_again(text: str) -> None:
    """Unless squares took the place of most of it, or of what makes it a word."""
    pdf = build(holding(prose(text)))
    found = read_back(pdf.data, None, [Withheld("text", text)]).findings
    seen = [c for c in unicodedata.normalize("NFKC", text) if c.isalnum()]
    assert pdf.unprinted or len(seen) < 12 or found


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
