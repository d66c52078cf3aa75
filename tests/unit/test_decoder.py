"""Values become typed records, and what is wrong with them is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest

from app.content.decoder import ContentError, Decoder


@dataclass(frozen=True)
class Leaf:
    """A record with defaults."""

    id: str
    size: Literal["small", "large"] = "small"
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tree:
    """A record with a field of every type."""

    leaves: tuple[Leaf, ...]
    height: int
    note: str | None
    ratings: Mapping[str, int] = field(default_factory=dict)
    evergreen: bool = False
    where: str = field(default="here", metadata={"key": "in"})
    marks: Mapping[str, str | int] = field(default_factory=dict)


GOOD: dict[str, object] = {
    "leaves": [{"id": "oak", "size": "large", "words": ["a", "b"]}, {"id": "ash"}],
    "height": 3,
    "note": None,
    "ratings": {"calm": 4},
    "evergreen": True,
    "in": "wood",
    "marks": {"bark": "rough", "rings": 30},
}


def test_values_become_records() -> None:
    assert Decoder("f.yaml").read(Tree, GOOD) == Tree(
        leaves=(Leaf("oak", "large", ("a", "b")), Leaf("ash")),
        height=3,
        note=None,
        ratings={"calm": 4},
        evergreen=True,
        where="wood",
        marks={"bark": "rough", "rings": 30},
    )


def test_what_has_a_default_may_be_left_out() -> None:
    tree = Decoder("f.yaml").read(Tree, {"leaves": [], "height": 1, "note": "x"})

    assert (tree.ratings, tree.evergreen, tree.where) == ({}, False, "here")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"heihgt": 3}, "f.yaml, top: has unknown ['heihgt']"),
        ({"where": "wood"}, "f.yaml, top: has unknown ['where']"),
        ({"height": "3"}, "f.yaml, height: should be int"),
        ({"height": True}, "f.yaml, height: should be int"),
        ({"evergreen": 1}, "f.yaml, evergreen: should be bool"),
        ({"note": " "}, "f.yaml, note: is blank"),
        ({"leaves": {}}, "f.yaml, leaves: should be a list"),
        ({"leaves": ["oak"]}, "f.yaml, leaves[0]: should be a mapping with text keys"),
        ({"leaves": [{"id": "oak", "size": "huge"}]}, "leaves[oak].size: should be one of"),
        ({"leaves": [{"size": "small"}]}, "f.yaml, leaves[0]: lacks ['id']"),
        ({"ratings": {"calm": "4"}}, "f.yaml, ratings.calm: should be int"),
        ({"marks": {"rings": True}}, "f.yaml, marks.rings: should be str"),
        ({"ratings": {1: 4}}, "f.yaml, ratings: should be a mapping with text keys"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(change: dict[str, object], message: str) -> None:
    with pytest.raises(ContentError) as raised:
        Decoder("f.yaml").read(Tree, GOOD | change)

    assert message in str(raised.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ContentError, match="lacks \\['height', 'note'\\]"):
        Decoder("f.yaml").read(Tree, {"leaves": []})


def test_a_type_that_content_cannot_have_is_refused_at_once() -> None:
    with pytest.raises(TypeError):
        Decoder("f.yaml").read(float, 1.5)
