from __future__ import annotations

from datetime import date

import pytest

from app.domain.goals import DatesReversedError
from app.domain.ids import Id, Kind
from app.domain.packs import FIELDS, OFFERED, Pack, PackItem, PackType, more, offered

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
    for kind in OFFERED:
        for pack in PackType:
            assert not never & set(offered(pack, kind))
            assert {*offered(pack, kind), *more(pack, kind)} == {*FIELDS[kind]}
            assert not set(offered(pack, kind)) & set(more(pack, kind))


def test_a_sponsor_is_offered_no_doubts() -> None:
    doubts = {"why", "obstacle", "if_badly", "plan", "learned"}
    for kind in OFFERED:
        assert not doubts & set(offered(PackType.SPONSOR, kind))


def test_an_item_is_put_where_it_belongs_and_can_be_moved() -> None:
    first, last = PackItem(Kind.CYCLE, Id("c"), ()), PackItem(Kind.CHART, Id("z"), ())
    order = [Id("c"), Id("g"), Id("e"), Id("z")]
    pack = Pack(items=(first, ENTRY, last))
    pack = pack.with_item(GOAL, pack.place_of(GOAL.id, order))
    assert pack.items == (first, GOAL, ENTRY, last)
    assert pack.with_moved(Kind.CHART, Id("z"), 0).items == (last, first, GOAL, ENTRY)
    assert pack.with_moved(Kind.CHART, Id("x"), 0) == pack
    assert pack.place_of(Id("unknown"), order) == 4


def test_the_days_of_a_pack_are_in_order() -> None:
    with pytest.raises(DatesReversedError):
        Pack(first=date(2026, 5, 2), last=date(2026, 5, 1)).check()
