"""Hits as rows of the palette, and the row that leads to all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.query import Query
from app.queries.search import Hit, Marked
from ui.context import Destination
from ui.search.offers import Offer
from ui.search.words import (
    about_words,
    destination_of,
    group_of,
    group_words,
    icon_of,
    passage_of,
    title_of,
)

ALL_RESULTS = "all-results"
_BEFORE = 24
Go = Callable[[Destination], None]


def hit_groups(
    hits: Iterable[Hit], query: Query, today: date, go: Go
) -> list[tuple[str, Sequence[Offer]]]:
    """The hits by group, the group of the best one first."""
    groups: dict[str, list[Offer]] = {}
    for hit in hits:
        heading = group_words(group_of(hit.kind))
        groups.setdefault(heading, []).append(_offer(hit, query, today, go))
    return list(groups.items())


def all_results(text: str, go: Go) -> Offer:
    """The page of search with the same words."""
    words = QCoreApplication.translate("Offers", "Search everything for “{words}”")
    act = partial(go, Destination("search", detail=text))
    hint = QCoreApplication.translate("Offers", "Ctrl+Enter")
    return Offer(ALL_RESULTS, "search", words.format(words=text), act, hint=hint, last=True)


def _offer(hit: Hit, query: Query, today: date, go: Go) -> Offer:
    title, about = title_of(hit), about_words(hit, today)
    passage = nearer(passage_of(hit, query))
    aside, spans = about, passage.hits
    # Where the title does not say why it was found, the passage does.
    if passage.text and passage.hits and not title.hits:
        before = f"{about}, “" if about else "“"
        aside = f"{before}{passage.text}”"
        spans = tuple((start + len(before), end + len(before)) for start, end in passage.hits)
    else:
        spans = ()
    act = partial(go, destination_of(hit, query.text))
    row = Offer(f"hit-{hit.id}", icon_of(hit), title.text, act, aside)
    return replace(row, title_hits=title.hits, aside_hits=spans)


def nearer(passage: Marked) -> Marked:
    """A passage that begins shortly before its first hit: a row here has room for few words."""
    first = passage.hits[0][0] if passage.hits else 0
    cut = passage.text.find(" ", first - _BEFORE, first) + 1 if first > _BEFORE else 0
    if not cut:
        return passage
    moved = tuple((start - cut + 1, end - cut + 1) for start, end in passage.hits)
    return Marked(f"…{passage.text[cut:]}", moved)
