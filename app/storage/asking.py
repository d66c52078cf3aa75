"""A search as the index understands it, and what the index answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.folding import fold, stands_alone, words
from app.domain.ids import Id, Kind
from app.domain.query import Filter, Query, Term
from app.storage.connection import Connection, Value
from app.storage.finding import SEARCHED, facet, first_minute, kinds_in
from app.storage.index import SLOTS
from app.storage.vocabulary import Vocabulary

MANY: Final = 64
"""Words above which a search is not ranked by how rare each of them is."""

AT_ONCE: Final = 250
"""Words that are looked for in one statement: it cannot be interrupted before it has begun."""

COUNTED_AT_ONCE: Final = 16
"""Words that are counted in one statement: each doc is compared with each of them."""

_WHOLE: Final = 2**62
_DAY_MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What every doc that is found matches: words, facets, and a range of rows.

    Each of `terms` has the phrases of which one is to be there; without any, only filters were
    given.
    """

    terms: tuple[tuple[str, ...], ...]
    facets: tuple[str, ...]
    first: int = 0
    last: int = _WHOLE

    @property
    def words(self) -> str:
        """What is looked for, without the filters."""
        return _all(_any(phrases) for phrases in self.terms)

    @property
    def phrases(self) -> int:
        """How many phrases are looked for."""
        return sum(map(len, self.terms))

    @property
    def match(self) -> str:
        """All of it as one expression."""
        return _all((self.words, *self.facets))

    def among(self, kind: Kind) -> Asked:
        """The same search in one kind of record."""
        return replace(self, facets=(*self.facets, f'"{facet("kind", kind)}"'))

    def parts(self, at_once: int) -> Iterator[Asked]:
        """The same search in parts, each with so many words at once."""
        longest = max(range(len(self.terms)), key=lambda at: len(self.terms[at]))
        phrases = self.terms[longest]
        for start in range(0, len(phrases), at_once):
            some = phrases[start : start + at_once]
            terms = (*self.terms[:longest], some, *self.terms[longest + 1 :])
            yield replace(self, terms=terms)


class Asker:
    """Asks the index. Any thread may, within `Connection.turns.look_up`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._vocabulary = Vocabulary(connection)

    def forget(self) -> None:
        """Read the words anew, as after the index was made anew."""
        self._vocabulary.forget()

    def understand(self, query: Query) -> Asked | None:
        """A query as the index is asked it; None where nothing can match."""
        terms = [found for term in query.terms if (found := self._term(term)) is not None]
        facets = [asked for each in query.filters if (asked := self._filter(each)) is not None]
        if not (all(terms) and all(facets)):
            return None
        first, last = _rows(query.filters)
        facets += _kinds(query.filters)
        if not terms and not facets and (first, last) == (0, _WHOLE):
            return None
        return Asked(
            terms=tuple(map(tuple, terms)),
            facets=tuple(facets),
            first=first,
            last=last,
        )

    def newest(self, asked: Asked, limit: int, offset: int = 0) -> list[int]:
        """The rows of what matches, newest first."""
        if asked.phrases <= AT_ONCE:
            return self._rows(asked, "rowid DESC", limit, offset)
        found: set[int] = set()
        for part in asked.parts(AT_ONCE):
            found.update(self._rows(part, "rowid DESC", limit + offset, 0))
        return sorted(found, reverse=True)[offset : offset + limit]

    def best(self, asked: Asked, newest: int, limit: int, offset: int) -> tuple[list[int], bool]:
        """The rows of what matches best among the newest matches; and whether that is all."""
        low = self._connection.row(
            "SELECT rowid FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ? "
            "ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            (asked.match, asked.first, asked.last, newest - 1),
        )
        first = int(low[0]) if low else asked.first
        near = replace(asked, first=first)
        order = "bm25(found, 8.0, 1.0, 4.0, 0.0), rowid DESC"
        return self._rows(near, order, limit, offset), low is None

    def count(self, asked: Asked) -> int:
        """How many docs match."""
        source, values = _source(asked)
        return self._connection.number(f"SELECT count(*) FROM {source}", values)  # noqa: S608 - it is ours

    def count_by_kind(self, asked: Asked) -> dict[Kind, int]:
        """How many docs of each kind match, for a part that very many words have.

        A few words at a time are counted many times as fast as all of them at once.
        """
        found: set[int] = set()
        for part in asked.parts(COUNTED_AT_ONCE):
            found.update(self._rows(part, "rowid DESC", -1, 0))
        sql = "SELECT row, kind FROM doc WHERE kind <> ?"
        others = self._connection.rows(sql, (Kind.ENTRY.value,))
        counts = Counter(Kind(kind) for row, kind in others if row in found)
        return {Kind.ENTRY: len(found) - counts.total(), **counts}

    def in_packs(self) -> frozenset[str]:
        """The ids of everything that a share pack or the ledger names."""
        sql = " UNION ".join(
            f"SELECT item.value ->> '$.id' FROM {table} p, json_each(p.items) item "  # noqa: S608 - both are ours
            "WHERE p.deleted IS NULL"
            for table in ("pack", "shared")
        )
        return frozenset(str(found) for (found,) in self._connection.rows(sql))

    def records(self, rows: list[int]) -> list[tuple[Kind, Id]]:
        """The records that rows of the index stand for, in their order."""
        marks = ", ".join("?" * len(rows))
        sql = f"SELECT row, kind, id FROM doc WHERE row IN ({marks})"  # noqa: S608 - values are bound
        found = {row: (Kind(kind), Id(of)) for row, kind, of in self._connection.rows(sql, rows)}
        return [found[row] for row in rows if row in found]

    def _rows(self, asked: Asked, order: str, limit: int, offset: int) -> list[int]:
        source, values = _source(asked)
        sql = f"SELECT rowid FROM {source} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608 - it is ours
        found = self._connection.rows(sql, (*values, limit, offset))
        return [int(row) for (row,) in found]

    def _term(self, term: Term) -> list[str] | None:
        """The phrases that a term looks for; None where it holds no word at all."""
        parts = words(term.text)
        if not parts:
            return None
        last = parts[-1]
        if term.ends_whole or stands_alone(last):
            return [_phrase(parts)]
        if len(parts) == 1:
            return [_phrase((word,)) for word in self._vocabulary.holding(last)]
        return [_phrase((*parts[:-1], word)) for word in self._vocabulary.beginning(last)]

    def _filter(self, asked: Filter) -> str | None:
        """The expression of a filter; empty where nothing has it, None where it narrows nothing."""
        if asked.name == "tag":
            return f'"{facet("tag", asked.value)}"'
        if asked.name in {"has", "is"}:
            return f'"{facet(asked.name, fold(asked.value))}"'
        if asked.name == "goal":
            named = [*self._named("goal", "title", asked), *self._named("stretch", "title", asked)]
            return _any(f'"{facet("goal", found)}"' for found in named)
        if asked.name == "person":
            named = self._named("person", "name", asked)
            mentioned = self._term(Term(asked.value, exact=True, start=0, end=0)) or []
            return _any([*(f'"{facet("person", found)}"' for found in named), *mentioned])
        return None

    def _named(self, table: str, column: str, asked: Filter) -> list[str]:
        """The ids of the records whose name holds these words."""
        part = " ".join(words(asked.value))
        sql = f'SELECT id, {column} FROM "{table}" WHERE deleted IS NULL'  # noqa: S608 - both are ours
        found = self._connection.rows(sql)
        return [str(of) for of, name in found if part in " ".join(words(name))]


def _source(asked: Asked) -> tuple[str, tuple[Value, ...]]:
    """What to select from; where only days were given, any doc of them will do."""
    if not asked.match:
        return "doc WHERE row BETWEEN ? AND ?", (asked.first, asked.last)
    return "found WHERE found MATCH ? AND rowid BETWEEN ? AND ?", (
        asked.match,
        asked.first,
        asked.last,
    )


def _rows(filters: Iterable[Filter]) -> tuple[int, int]:
    """The first and the last row of the days that the filters let through."""
    first, last = 0, _WHOLE
    for each in filters:
        if each.days is not None:
            start, end = each.days
            first = max(first, first_minute(start) << SLOTS)
            if end != date.max:
                last = min(last, ((first_minute(end) + _DAY_MINUTES) << SLOTS) - 1)
    return first, last


def _kinds(filters: Iterable[Filter]) -> list[str]:
    kinds = [kind for each in filters if each.name == "in" for kind in kinds_in(each.value)]
    if not kinds or set(kinds) == set(SEARCHED):
        return []
    return [_any(f'"{facet("kind", kind)}"' for kind in dict.fromkeys(kinds))]


def _phrase(parts: Iterable[str]) -> str:
    return f'"{" ".join(parts)}"'


def _any(expressions: Iterable[str]) -> str:
    found = tuple(expressions)
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})" if found else ""


def _all(expressions: Iterable[str]) -> str:
    return " AND ".join(expression for expression in expressions if expression)
