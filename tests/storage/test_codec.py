from __future__ import annotations

import traceback
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.competencies import Assessment
from app.domain.cycles import Relation
from app.domain.document import PaperSize
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import CheckIn, Goal, GoalState, PlanUse, Stretch, Zone
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem, Shared, SharedItem
from app.domain.records import Record
from app.domain.sessions import AgendaItem, Session
from app.storage.codec import Codec
from app.storage.errors import VaultDamagedError
from app.storage.tables import RECORDS

FULL: tuple[Record, ...] = (
    Entry(title="é", body="a\nb", day=date(2026, 5, 20), tags=("x", "y"), energy=3, bring=True),
    Goal(title="g", baseline=4.0, due=date(2026, 6, 1), state=GoalState.PARTLY_MET),
    Stretch(title="s", zone=Zone.PANIC, size=5, competencies=("listening",)),
    CheckIn(note="n", plan_used=PlanUse.NOT_THIS_TIME, value=0.5),
    Session(agenda=(AgendaItem("t", 5, kind=Kind.GOAL, record=Id("g")), AgendaItem("u"))),
    Pack(items=(PackItem(Kind.GOAL, Id("g"), ("why",), seen=7),), paper=PaperSize.LETTER),
    Shared(
        items=(SharedItem(Kind.ENTRY, Id("e"), "T", ("body",), ("ab",)),),
        relation=Relation.SPONSOR,
        passphrase=True,
    ),
)


@pytest.mark.parametrize("record", FULL, ids=lambda record: record.kind)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    codec = Codec(type(record))
    assert codec.decode(tuple(codec.encode(record).values())) == record


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.kind)
def test_every_kind_comes_back_with_its_defaults(cls: type[Record]) -> None:
    record = cls()
    codec = Codec(cls)
    assert codec.columns == tuple(field.name for field in fields(cls))
    assert codec.decode_image(codec.encode(record)) == record


@given(st.text(), st.lists(st.text(), max_size=5), st.sampled_from([None, 1, 5]))
def test_any_text_comes_back(text: str, tags: list[str], rating: int | None) -> None:
    entry = Entry(title=text, body=text, tags=tuple(tags), energy=rating)
    codec = Codec(Entry)
    assert codec.decode_image(codec.encode(entry)) == entry


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "quantum"),
        ("people", '["a",'),
        ("people", "70707"),
        ("start", "2026-02-31"),
        ("hours", "zq9canary"),
    ],
)
def test_a_damaged_value_is_damage_and_not_quoted(name: str, value: str) -> None:
    """Whoever asks is told of damage; the value itself would end in a log."""
    codec = Codec(Experience)
    row = codec.encode(Experience(title="T")) | {name: value}
    with pytest.raises(VaultDamagedError) as caught:
        codec.decode_image(row)
    assert value not in "".join(traceback.format_exception(caught.value))


def test_a_damaged_rating_is_damage() -> None:
    codec = Codec(Assessment)
    row = codec.encode(Assessment()) | {"ratings": '[{"competency":"a"}]'}
    with pytest.raises(VaultDamagedError):
        codec.decode_image(row)
