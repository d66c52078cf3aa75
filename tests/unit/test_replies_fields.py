"""Fields are read as text from every shape that programs give them, and no ring holds them up."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.replies import limits
from app.replies.contents import Field
from app.replies.fields import decoded, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable


def _read(make: Callable[[Pdf], Object | None]) -> list[Field]:
    """The fields of a file whose form is made here."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    fields = make(pdf)
    if fields is None:
        return fields_of(pdf)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=fields))
    target = BytesIO()
    pdf.save(target)
    with pikepdf.open(target) as read:
        return fields_of(read)


def _node(**entries: Any) -> Dictionary:  # noqa: ANN401 - as pikepdf
    return Dictionary({f"/{key}": value for key, value in entries.items()})


def _field(**entries: Any) -> list[Field]:  # noqa: ANN401 - as pikepdf
    return _read(lambda pdf: Array([pdf.make_indirect(_node(**entries))]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (String("plain"), ("plain",)),
        (String("日本語 👩\u200d👧"), ("日本語 👩\u200d👧",)),
        (Name("/as-a-name"), ("as-a-name",)),
        (42, ("42",)),
        (Array([String("a"), String("b")]), ("a", "b")),
        (String(""), ()),
        (Dictionary(A=1), ()),
    ],
)
def test_a_value_is_text_whatever_it_is_written_as(
    value: object, expected: tuple[str, ...]
) -> None:
    assert _field(T="situation", FT=Name.Tx, TU="Where?", V=value) == [
        Field("situation", "Where?", expected)
    ]


def test_a_value_may_be_a_stream() -> None:
    def make(pdf: Pdf) -> Array:
        text = pdf.make_stream("lang\u0308".encode("utf-16"))
        return Array([pdf.make_indirect(_node(T="worked", FT=Name.Tx, V=text))])

    assert _read(make) == [Field("worked", "", ("lang\u0308",))]


def test_rich_text_counts_only_where_there_is_no_plain_one() -> None:
    rich = String("<body><p>Tom &amp; <b>Ann</b></p></body>")
    assert _field(T="a", FT=Name.Tx, RV=rich) == [Field("a", "", ("Tom & Ann",))]
    assert _field(T="a", FT=Name.Tx, RV=rich, V=String("x")) == [Field("a", "", ("x",))]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xfe\xff\x00h\x00i", "hi"),
        (b"\xff\xfeh\x00i\x00", "hi"),
        (b"\xef\xbb\xbfh\xc3\xa9", "hé"),
        (b"h\xc3\xa9", "hé"),
        (b"h\xe9 \x80", "hé •"),
        (b"\xfe\xff\xd8\x00\x00h\x00", "\ufffdh\ufffd"),
        (b"\xfe\xff", ""),
    ],
)
def test_every_encoding_of_a_text_is_read(data: bytes, expected: str) -> None:
    assert decoded(data) == expected


def _buttons(value: Any, *states: str, opt: list[str] | None = None) -> list[Field]:  # noqa: ANN401 - as pikepdf
    def make(pdf: Pdf) -> Array:
        kids = [
            pdf.make_indirect(_node(Subtype=Name.Widget, AS=Name("/" + each))) for each in states
        ]
        field = pdf.make_indirect(_node(T="ease", FT=Name.Btn, Ff=1 << 15, Kids=Array(kids)))
        for kid in kids:
            kid.Parent = field
        if value is not None:
            field.V = value
        if opt:
            field.Opt = Array([String(each) for each in opt])
        return Array([field])

    return _read(make)


@pytest.mark.parametrize(
    ("value", "states", "expected"),
    [
        (Name("/4"), ("Off", "4"), ("4",)),
        (Name("/4"), ("Off", "Off"), ("4",)),
        (String("4"), ("Off", "Off"), ("4",)),
        (None, ("Off", "4"), ("4",)),
        (Name.Off, ("Off", "Off"), ()),
        (None, ("Off", "Off"), ()),
        (Name("/4"), ("2", "Off"), ("4", "2")),
        (Name.Off, ("2", "Off"), ("Off", "2")),
    ],
)
def test_what_is_marked_is_the_value_and_how_it_looks_and_both_if_they_differ(
    value: Object | None, states: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert _buttons(value, *states) == [Field("ease", "", expected)]


def test_a_state_that_counts_the_options_is_the_option() -> None:
    assert _buttons(Name("/1"), "Off", "1", opt=["first", "second"])[0].values == ("second",)
    assert _buttons(Name("/7"), "Off", "7", opt=["first", "second"])[0].values == ("7",)


def test_a_field_below_others_has_all_their_names_and_inherits_their_value() -> None:
    def make(pdf: Pdf) -> Array:
        leaf = pdf.make_indirect(_node(T="situation"))
        page = pdf.make_indirect(_node(T="page1", Kids=Array([leaf])))
        form = pdf.make_indirect(_node(T="form", FT=Name.Tx, V=String("here"), Kids=Array([page])))
        leaf.Parent, page.Parent = page, form
        return Array([form])

    assert Field("form.page1.situation", "", ("here",)) in _read(make)


def test_a_widget_that_no_tree_holds_is_found_on_its_page() -> None:
    def make(pdf: Pdf) -> None:
        parent = pdf.make_indirect(_node(T="worked", FT=Name.Tx, V=String("still here")))
        note = pdf.make_indirect(_node(Subtype=Name.Widget, Parent=parent))
        pdf.pages[0].obj.Annots = Array([note])

    assert _read(make) == [Field("worked", "", ("still here",))]


def test_a_ring_of_fields_ends() -> None:
    def make(pdf: Pdf) -> Array:
        one, other = pdf.make_indirect(_node(T="a")), pdf.make_indirect(_node(T="b"))
        one.Kids, other.Kids = Array([other, one]), Array([one, other])
        one.Parent, other.Parent = other, one
        return Array([one, other, one])

    assert {field.name for field in _read(make)} <= {"a", "a.b", "b"}


def test_a_tree_that_is_too_deep_or_too_wide_is_read_to_a_point() -> None:
    def deep(pdf: Pdf) -> Array:
        node = pdf.make_indirect(_node(T="leaf", V=String("x")))
        for number in range(limits.DEPTH * 5):
            node = pdf.make_indirect(_node(T=f"n{number}", Kids=Array([node])))
        return Array([node])

    def wide(_: Pdf) -> Array:
        return Array([_node(T="f", V=String("x")) for _ in range(limits.FIELDS * 2)])

    assert _read(deep) == []
    assert len(_read(wide)) == limits.FIELDS


def test_a_value_is_no_longer_than_is_ever_kept() -> None:
    field = _field(T="n" * 5000, FT=Name.Tx, V=String("x" * 500_000))[0]
    assert (len(field.name), len(field.values[0])) == (limits.NAME_SIGNS, limits.ANSWER_SIGNS * 4)


@pytest.mark.parametrize(
    "fields", [String("no"), Dictionary(A=1), Array([1, String("x"), Array()])]
)
def test_a_tree_of_anything_else_has_no_fields(fields: Object) -> None:
    assert _read(lambda _: fields) == []
