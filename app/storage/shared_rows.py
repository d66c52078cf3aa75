"""What lists read of the ledger: far less than its whole lines, which hold a digest per field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from app.clock import Moment
from app.domain.cycles import Person, Relation
from app.domain.ids import Id, Kind
from app.domain.packs import PackType
from app.storage.rows import Reader

_LINES: Final = (
    "SELECT s.id, at, offset, title, recipient, relation, purpose, pages, passphrase, s.type, "
    "file_name, sha256, person, unnamed, until, count(i.key), "
    "coalesce(sum(i.value ->> '$.passages'), 0), coalesce(sum(i.value ->> '$.evidence'), 0) "
    "FROM shared s LEFT JOIN json_each(s.items) i WHERE {where} "
    "GROUP BY s.id ORDER BY at DESC, s.id DESC"
)
_THEIRS: Final = "deleted IS NULL AND (person = ? OR person = '' AND recipient IN ({names}))"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger without what its items said."""

    id: Id
    when: Moment
    title: str
    recipient: str
    relation: Relation
    purpose: str
    pages: int
    passphrase: bool
    type: PackType
    file_name: str
    sha256: str
    person: Id
    unnamed: int
    until: date | None
    items: int
    passages: int
    evidence: int


@dataclass(frozen=True, slots=True)
class Left:
    """An item that left with a line of the ledger."""

    line: Id
    item: tuple[Kind, Id]


def lines(reader: Reader, person: Person | None = None) -> list[Line]:
    """The ledger, or what of it was saved for somebody, newest first."""
    if person is None:
        rows = reader.rows(_LINES.format(where="deleted IS NULL"))
    else:
        names = _names(reader, person)
        rows = reader.rows(_LINES.format(where=_theirs(names)), (person.id, *names))
    return [_line(*row) for row in cast("list[tuple[str, ...]]", rows)]


def line(reader: Reader, line_id: Id) -> Line:
    """The line with this id; raises LookupError where there is none."""
    found = reader.rows(_LINES.format(where="deleted IS NULL AND s.id = ?"), (line_id,))
    return _line(*cast("tuple[str, ...]", found[0]))


def packs(reader: Reader) -> list[Id]:
    """The pack of each line of the ledger."""
    rows = reader.rows("SELECT pack FROM shared WHERE deleted IS NULL")
    return [Id(str(pack)) for (pack,) in rows]


def items_of(reader: Reader, person: Person) -> list[Left]:
    """What left for somebody, the newest first and each as often as it did."""
    names = _names(reader, person)
    sql = (
        "SELECT s.id, i.value ->> '$.kind', i.value ->> '$.id' "  # noqa: S608 - values are bound
        f"FROM (SELECT * FROM shared WHERE {_theirs(names)}) s, json_each(s.items) i "
        "ORDER BY s.at DESC, s.id DESC, i.key"
    )
    found = reader.rows(sql, (person.id, *names))
    return [Left(Id(str(line)), (Kind(str(kind)), Id(str(item)))) for line, kind, item in found]


def _names(reader: Reader, person: Person) -> list[str]:
    """What somebody is called and was: lines of old know the names of people alone."""
    sql = "SELECT old FROM change WHERE id = ? AND kind = ? AND field = 'name' AND trimmed IS NULL"
    former = reader.rows(sql, (person.id, Kind.PERSON.value))
    names = dict.fromkeys([person.name, *(str(old) for (old,) in former)])
    return [name for name in names if name.strip()]


def _theirs(names: Sequence[str]) -> str:
    return _THEIRS.format(names=", ".join("?" * len(names)))


def _line(*row: str) -> Line:
    (record, at, offset, title, recipient, relation, purpose, pages, passphrase, of_type, name,
     sha256, person, unnamed, until, items, passages, evidence) = row  # fmt: skip
    return Line(
        id=Id(record),
        when=Moment(int(at), int(offset)),
        title=title,
        recipient=recipient,
        relation=Relation(relation),
        purpose=purpose,
        pages=int(pages),
        passphrase=bool(passphrase),
        type=PackType(of_type),
        file_name=name,
        sha256=sha256,
        person=Id(person),
        unnamed=int(unnamed),
        until=date.fromisoformat(until) if until else None,
        items=int(items),
        passages=int(passages),
        evidence=int(evidence),
    )
