from __future__ import annotations

from app.domain.ids import Id, Kind
from app.domain.packs import MORE, OFFERED, Pack, PackItem

GOAL = PackItem(Kind.GOAL, Id("g"), OFFERED[Kind.GOAL])
ENTRY = PackItem(Kind.ENTRY, Id("e"), OFFERED[Kind.ENTRY])


def test_a_new_pack_shares_nothing() -> None:
    assert Pack().items == ()


def test_choosing_again_replaces_the_choice_in_its_place() -> None:
    pack = Pack().with_item(GOAL).with_item(ENTRY)
    fewer = PackItem(Kind.GOAL, Id("g"), ())
    assert pack.with_item(fewer).items == (fewer, ENTRY)
    assert pack.without_item(Kind.GOAL, Id("g")).items == (ENTRY,)
    assert pack.item(Kind.GOAL, Id("g")) == GOAL
    assert pack.item(Kind.ENTRY, Id("g")) is None


def test_ratings_and_tags_are_never_offered() -> None:
    never = {"energy", "confidence", "tags", "check_ins"}
    for fields in OFFERED.values():
        assert not never & set(fields)
    for kind, fields in MORE.items():
        assert not set(fields) & set(OFFERED[kind])
