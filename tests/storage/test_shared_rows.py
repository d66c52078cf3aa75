"""The ledger as lists read it."""

from __future__ import annotations

from datetime import date

from app.changes import Op
from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import PackType, Shared, SharedItem
from app.storage.shared_rows import Left, items_of, lines, packs
from app.storage.shared_rows import line as one_line
from app.vault import Vault
from tests.vaults import NOON

HOUR = 3_600_000
DAY = SharedItem(Kind.ENTRY, Id("day"), "Day", ("body",), ("",), passages=2, evidence=1)
GOAL = SharedItem(Kind.GOAL, Id("goal"), "Goal", (), (), evidence=3)


def put(vault: Vault, *shared: Shared) -> list[Id]:
    with vault.transact(Op.SHARE_PACK) as write:
        return [write.put(each).id for each in shared]


def test_a_line_says_all_that_the_record_does(vault: Vault) -> None:
    shared = Shared(
        title="Mid check-in",
        recipient="Ruth",
        relation=Relation.MENTOR,
        purpose="Our check-in",
        at=NOON.at,
        offset=NOON.offset,
        pages=3,
        sha256="ab" * 32,
        passphrase=True,
        file_name="Growth summary.pdf",
        person=Id("ruth"),
        type=PackType.SPONSOR,
        unnamed=2,
        until=date(2026, 5, 29),
    )
    put(vault, shared)
    (line,) = lines(vault.read)
    assert one_line(vault.read, line.id) == line
    same = ("title", "recipient", "relation", "purpose", "pages", "sha256", "passphrase",
            "file_name", "person", "type", "unnamed", "until")  # fmt: skip
    assert {name: getattr(line, name) for name in same} == {
        name: getattr(shared, name) for name in same
    }
    assert line.when == NOON


def test_what_was_withheld_is_counted(vault: Vault) -> None:
    put(vault, Shared(items=(DAY, GOAL), at=NOON.at), Shared(at=NOON.at - HOUR))
    first, second = lines(vault.read)
    assert (first.items, first.passages, first.evidence) == (2, 2, 4)
    assert (second.items, second.passages, second.evidence) == (0, 0, 0)
    assert second.until is None


def test_lines_and_items_of_somebody_stand_newest_first(vault: Vault) -> None:
    ruth = Person(id=Id("ruth"), name="Ruth")
    old, new, other = put(
        vault,
        Shared(recipient="Ruth", items=(DAY, GOAL), at=NOON.at),
        Shared(person=ruth.id, recipient="R", items=(DAY,), at=NOON.at + HOUR, pack=Id("pack")),
        Shared(person=Id("johan"), recipient="Ruth", items=(GOAL,), at=NOON.at),
    )
    assert [line.id for line in lines(vault.read, ruth)] == [new, old]
    day, goal = (Kind.ENTRY, Id("day")), (Kind.GOAL, Id("goal"))
    assert items_of(vault.read, ruth) == [Left(new, day), Left(old, day), Left(old, goal)]
    assert other in {line.id for line in lines(vault.read)}
    assert sorted(packs(vault.read)) == [NO_ID, NO_ID, Id("pack")]


def test_somebody_without_a_name_has_no_lines_of_old(vault: Vault) -> None:
    put(vault, Shared(recipient="", at=NOON.at))
    assert lines(vault.read, Person(id=Id("x"), name="")) == []
