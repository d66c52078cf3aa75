"""What the page of people shows: its list, one person, and the support map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.coverage import Behind, Coverage, Suggestion, coverage, ordered, whom_to_ask
from app.domain.cycles import Person, Relation
from app.domain.ids import Id
from app.domain.query import parse
from app.domain.searches import Sort
from app.domain.support import Support
from app.queries.competencies import Catalogue, catalogue
from app.queries.search import find
from app.storage import shared_rows
from app.storage.people_rows import open_goals
from app.storage.rows import Reader
from app.vault import Vault

MENTIONS = 5
"""How many journal entries are listed on somebody's page."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody as lists show them; `short` is their first name where nobody else has it."""

    id: Id
    name: str
    short: str
    relation: Relation
    last_spoke: date | None = None


@dataclass(frozen=True, slots=True)
class SupportMap:
    """Needs against people, with what they are called, and what to ask for next."""

    coverage: Coverage
    people: tuple[PersonRow, ...]
    suggestion: Suggestion | None
    names: Catalogue

    def person(self, person_id: Id) -> PersonRow | None:
        """Somebody listed; None where they are not."""
        return next((row for row in self.people if row.id == person_id), None)

    @property
    def columns(self) -> tuple[PersonRow, ...]:
        """The people in the order of the map."""
        by_id = {row.id: row for row in self.people}
        return tuple(by_id[each] for each in self.coverage.people)


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A PDF that was saved for somebody."""

    id: Id
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A journal entry that says the name of somebody, the short one."""

    id: Id
    title: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ViewRow:
    """How somebody saw the mentee on a day."""

    id: Id
    label: str
    day: date


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody with what belongs to them; `knows` are ids and names of competencies."""

    person: Person
    row: PersonRow
    knows: tuple[tuple[str, str], ...]
    left: tuple[LeftRow, ...]
    mentions: tuple[MentionRow, ...]
    more_mentions: bool
    views: tuple[ViewRow, ...]


@dataclass(frozen=True, slots=True)
class Askable:
    """What somebody can be asked for: needs by name, and every open goal by title."""

    needs: tuple[tuple[str, str], ...]
    goals: tuple[Behind, ...]


def listed(reader: Reader) -> tuple[PersonRow, ...]:
    """Everybody: mentors first, then by name."""
    return _rows(reader.all(Person))


def support_map(reader: Reader, library: Library) -> SupportMap:
    """What open goals need against everybody who helps, was asked, or could help."""
    people, supports = reader.all(Person), reader.all(Support)
    found = coverage(open_goals(reader), people, supports)
    suggestion = whom_to_ask(found, people, supports)
    return SupportMap(found, _rows(people), suggestion, catalogue(reader, library))


def person_view(vault: Vault, person_id: Id, library: Library) -> PersonView | None:
    """One person; None where they are gone or in the trash."""
    reader = vault.read
    person = reader.find(Person, person_id)
    if person is None or person.deleted is not None:
        return None
    names = catalogue(reader, library)
    row = next(row for row in listed(reader) if row.id == person_id)
    mentions, more = _mentions(vault, row)
    return PersonView(
        person=person,
        row=row,
        knows=tuple((each, names.name(each)) for each in person.can_help),
        left=_left(reader, person),
        mentions=mentions,
        more_mentions=more,
        views=tuple(
            ViewRow(view.id, view.label, view.day)
            for view in sorted(
                reader.all(Assessment, person=person_id), key=lambda v: v.day, reverse=True
            )
        ),
    )


def askable(reader: Reader, library: Library) -> Askable:
    """What there is to ask somebody for."""
    names, goals = catalogue(reader, library), open_goals(reader)
    wanted = {name for goal in goals for name in goal.competencies}
    needs = [(row.id, row.name) for row in names.rows if row.id in wanted or not row.archived]
    needs.sort(key=lambda need: (need[0] not in wanted, need[1].casefold()))
    return Askable(tuple(needs), tuple(sorted(goals, key=lambda goal: goal.title.casefold())))


def search_for(name: str) -> str:
    """The search that finds everything about somebody of this name, or that says it."""
    return parse("").with_filter("person", name)


def _rows(people: Iterable[Person]) -> tuple[PersonRow, ...]:
    known = ordered(people)
    firsts = Counter(_first(person.name) for person in known)
    return tuple(
        PersonRow(person.id, person.name, _short(person.name, firsts), person.relation,
                  person.last_spoke)
        for person in known
    )  # fmt: skip


def _short(name: str, firsts: Counter[str]) -> str:
    return name if firsts[_first(name)] > 1 else _first(name)


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _left(reader: Reader, person: Person) -> tuple[LeftRow, ...]:
    return tuple(
        LeftRow(line.id, line.title or line.purpose, line.when.day)
        for line in shared_rows.lines(reader, person)
    )


def _mentions(vault: Vault, row: PersonRow) -> tuple[tuple[MentionRow, ...], bool]:
    query = parse(f"{search_for(row.short)} in:journal")
    found = find(vault, query, Sort.NEWEST, limit=MENTIONS)
    if found is None:
        return (), False
    rows = (MentionRow(hit.id, hit.title.text or hit.snippet.text, hit.day) for hit in found.hits)
    return tuple(rows), found.more
