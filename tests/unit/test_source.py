from __future__ import annotations

from dataclasses import replace

from app.domain.ids import Kind
from app.domain.packs import FIELDS, OFFERED
from app.sharing.source import KINDS, fields_of, stamp
from tests.sharing_sources import (
    CHECK_INS,
    ENTRY,
    EVIDENCE,
    EXPERIENCE,
    GOAL,
    MILESTONES,
    chosen,
    source,
)


def test_every_kind_to_share_has_its_fields() -> None:
    assert {*OFFERED} == {*FIELDS} == {*KINDS}
    assert fields_of(Kind.ENTRY) == ("body", "images", "energy", "confidence", "tags")


def test_fields_keep_their_order_and_the_rest_is_known() -> None:
    item = chosen(ENTRY, "tags", "body")
    assert item.fields == ("body", "tags")
    assert item.others == ("images", "energy", "confidence")


def test_the_stamp_tells_of_every_part_that_the_fields_show() -> None:
    goal = replace(GOAL, modified=5)
    steps = (replace(MILESTONES[0], modified=9),)
    notes = (replace(CHECK_INS[0], modified=12),)
    assert stamp(goal, ("why",), steps, notes) == 5
    assert stamp(goal, ("why", "milestones"), steps, notes) == 14
    for field in ("measure", "check_ins", "confidence"):
        assert stamp(goal, (field,), steps, notes) == 17
    assert stamp(goal, ("why",), steps, notes, 20) == 5
    assert stamp(goal, ("competencies",), steps, notes, 20) == 25


def test_another_name_of_somebody_who_was_there_is_another_version() -> None:
    item = chosen(EXPERIENCE, "people")
    renamed = replace(item, people=("Priya Raman", "Dafydd Rees"))
    assert item.stamp != renamed.stamp
    assert replace(item, fields=("did",)).stamp == replace(renamed, fields=("did",)).stamp


def test_evidence_is_counted_by_the_items_it_is_behind() -> None:
    pack = source(chosen(GOAL, evidence=(EVIDENCE, ENTRY)), chosen(ENTRY))
    assert pack.withheld_evidence == 1
