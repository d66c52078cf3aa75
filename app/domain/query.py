"""What somebody typed into the search box: words, phrases and filters, never an error."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

NAMES: Final = ("in", "tag", "before", "after", "on", "goal", "person", "has", "is")
"""The filters there are; `#` and `@` are short for tag and person."""

DATED: Final = frozenset(("before", "after", "on"))
_SHORT: Final = {"#": "tag", "@": "person"}
_LONG: Final = {name: sign for sign, name in _SHORT.items()}
_QUOTES: Final = '"\u201c\u201d\u201e'
_PART = re.compile(
    rf"(?P<begun>(?:{'|'.join(NAMES)}):(?=\s|$))"
    rf"|(?:(?P<name>{'|'.join(NAMES)}):|(?P<sign>[#@]))?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<bare>[^\s{_QUOTES}]+))",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"\w['\u2019]\w{1,2}$")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_BEGUN_DAY = re.compile(r"\d{1,3}|\d{4}-(?:\d{1,2}-)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for; `exact` ones are whole words in this order, others parts of words."""

    text: str
    exact: bool
    start: int
    end: int

    @property
    def ends_whole(self) -> bool:
        """Whether its last word is a whole one; what an apostrophe cuts off is, as in don't."""
        return self.exact or _CONTRACTED.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Filter:
    """Something that narrows a search; `start` and `end` are its place in the text."""

    name: str
    value: str
    start: int
    end: int

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that a dated filter lets through; None for the others."""
        period = _period(self.value) if self.name in DATED else None
        if period is None:
            return None
        first, last = period
        return {
            "before": (date.min, last),
            "after": (first, date.max),
            "on": (first, last),
        }[self.name]


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every term and every filter has to hold."""

    text: str
    terms: tuple[Term, ...]
    filters: tuple[Filter, ...]

    def without(self, taken: Filter) -> str:
        """The text without one of its filters."""
        before, after = self.text[: taken.start].rstrip(), self.text[taken.end :].lstrip()
        return f"{before} {after}" if before and after else before or after

    def with_filter(self, name: str, value: str) -> str:
        """The text with another filter; one of the dates takes the place of its namesake."""
        text = self.text
        for namesake in reversed(self.filters):
            if name in DATED and namesake.name == name:
                text = parse(text).without(namesake)
        value = re.sub(f"[{_QUOTES}]", "", value).strip()
        spelled = f'"{value}"' if re.search(r"\s", value) else value
        opened = _closed(text)
        added = f"{_LONG[name]}{spelled}" if name in _LONG else f"{name}:{spelled}"
        return f"{opened} {added}" if opened else added


def parse(text: str) -> Query:
    """Any text at all as a search.

    A quote that is not closed runs to the end; a filter without a value, or with half a date, is
    not a filter yet and left out; what looks like a filter and is none is words.
    """
    terms: list[Term] = []
    filters: list[Filter] = []
    for found in _PART.finditer(text):
        start, end = found.span()
        quoted = found["quoted"]
        value = (found["bare"] or "") if quoted is None else quoted
        name = _SHORT.get(found["sign"] or "", (found["name"] or "").lower())
        if found["begun"]:
            continue
        if not name:
            if value.strip():
                terms.append(Term(value, quoted is not None, start, end))
        elif name not in DATED or _period(value):
            if value.strip():
                filters.append(Filter(name, value.strip(), start, end))
        elif value.strip() and not _BEGUN_DAY.fullmatch(value):
            terms.append(Term(text[start:end], exact=False, start=start, end=end))
    return Query(text, tuple(terms), tuple(filters))


def _closed(text: str) -> str:
    """A text to which something can be added: a quote that is still open is closed."""
    parts = [found for found in _PART.finditer(text) if found["quoted"] is not None]
    is_open = bool(parts) and parts[-1]["closed"] is None
    return text.rstrip() + ('"' if is_open else "")


def _period(value: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    found = _DAY.fullmatch(value.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
