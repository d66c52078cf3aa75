"""The fields of a PDF's form, read as text with qpdf; runs only where a file is taken apart.

Nothing is followed but the tree of fields and the widgets of pages, none of it twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from app.replies import limits
from app.replies.contents import Field

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream

_OFF: Final = "Off"
_MARK_UP = re.compile("<[^>]*>")


def fields_of(pdf: Pdf) -> list[Field]:
    """The fields in the order of the tree, then those of widgets that no tree holds."""
    found: list[Field] = []
    for name, nodes in _Walk(pdf).fields():
        values = _values(nodes)
        label = next((_text(each.get("/TU")) for each in nodes if "/TU" in each), "")
        found.append(Field(name[: limits.NAME_SIGNS], label[: limits.NAME_SIGNS], values))
    return found


class _Walk:
    """Goes through the fields of a file, which may claim to have any number in any depth."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._left = limits.FIELDS
        self._seen: set[tuple[int, int]] = set()

    def fields(self) -> Iterator[tuple[str, list[Object]]]:
        """The name of each field, with its own node and the nodes of its widgets."""
        form: Any = self._pdf.Root.get("/AcroForm")
        if _is_dictionary(form):
            for node in _items(form.get("/Fields")):
                yield from self._below(node, "", 0)
        for page in list(self._pdf.pages)[: limits.PAGES]:
            for note in _items(page.obj.get("/Annots")):
                if _is_dictionary(note) and note.get("/Subtype") == "/Widget" and self._new(note):
                    yield _name_upwards(note), [note]

    def _below(self, node: Object, above: str, depth: int) -> Iterator[tuple[str, list[Object]]]:
        if not _is_dictionary(node) or depth > limits.DEPTH or not self._new(node):
            return
        own = _text(node.get("/T"))
        name = f"{above}.{own}" if above and own else above or own
        kids = [kid for kid in _items(node.get("/Kids")) if _is_dictionary(kid)]
        named = [kid for kid in kids if "/T" in kid]
        for kid in named:
            yield from self._below(kid, name, depth + 1)
        widgets = [kid for kid in kids if "/T" not in kid and self._new(kid)]
        if not named or "/V" in node:
            yield name, [node, *widgets]

    def _new(self, node: Object) -> bool:
        """Whether a node was not met before, and there is room for it."""
        if node.is_indirect:
            if node.objgen in self._seen:
                return False
            self._seen.add(node.objgen)
        self._left -= 1
        return self._left >= 0


def _items(value: Any) -> list[Object]:  # noqa: ANN401 - pikepdf has no type for what may be there
    from pikepdf import Array  # noqa: PLC0415 - not for the start of the app

    if not isinstance(value, Array):
        return []
    return [value[at] for at in range(min(len(value), limits.FIELDS))]


def _is_dictionary(value: object) -> bool:
    from pikepdf import Dictionary  # noqa: PLC0415 - as above

    return isinstance(value, Dictionary)


def _upwards(node: Object) -> Iterator[Object]:
    """A node and what it inherits from; a ring ends."""
    above: Any = node
    for _ in range(limits.DEPTH):
        yield above
        above = above.get("/Parent")
        if not _is_dictionary(above):
            return


def _name_upwards(widget: Object) -> str:
    parts = [_text(node.get("/T")) for node in _upwards(widget) if "/T" in node]
    return ".".join(reversed(parts))


def _inherited(node: Object, key: str) -> Any:  # noqa: ANN401 - as above
    return next((each.get(key) for each in _upwards(node) if key in each), None)


def _values(nodes: list[Object]) -> tuple[str, ...]:
    node = nodes[0]
    value = _inherited(node, "/V")
    if _inherited(node, "/FT") == "/Btn":
        values = _marks(nodes, value)
    elif value is None and "/RV" in node:
        values = [html.unescape(_MARK_UP.sub("", _text(node.get("/RV"))))]
    else:
        values = [_text(each) for each in _items(value)] or [_text(value)]
    return tuple(each for each in values[: limits.VALUES] if each)


def _marks(nodes: list[Object], value: Any) -> list[str]:  # noqa: ANN401 - as above
    """What is marked, by the field's value and by how its widgets look.

    They should say the same. Where they do not, both are handed over: it is not clear then.
    """
    said = _text(value).removeprefix("/")  # some write the name as a text
    looks = [
        state for state in (_text(node.get("/AS")) for node in nodes) if state not in ("", _OFF)
    ]
    if said == _OFF:
        states = [_OFF, *looks] if looks else []
    else:
        states = [said, *looks] if said else looks
    names = [_text(each) for each in _items(_inherited(nodes[0], "/Opt"))]
    return list(dict.fromkeys(_worded(state, names) for state in states))


def _worded(state: str, names: list[str]) -> str:
    """A state that only counts its options, as some writers have it, in the option's words."""
    if names and state.isascii() and state.isdecimal() and int(state[:4]) < len(names):
        return names[int(state[:4])] or state
    return state


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    """A text, name, number or stream of text as text, at most as long as is ever kept."""
    from pikepdf import Array, Dictionary, Name, Stream, String  # noqa: PLC0415 - as above

    if isinstance(value, String):
        return decoded(bytes(value)[: limits.ANSWER_SIGNS * 4])
    if isinstance(value, Name):
        return str(value)[1:][: limits.NAME_SIGNS]
    if isinstance(value, Stream):
        return decoded(_unpacked(value)[: limits.ANSWER_SIGNS * 4])
    if value is None or isinstance(value, (Array, Dictionary)):
        return ""
    return str(value)[: limits.NAME_SIGNS]


def _unpacked(stream: Stream) -> bytes:
    from pikepdf import DataDecodingError, PdfError  # noqa: PLC0415 - as above

    try:
        return stream.read_bytes()
    except (DataDecodingError, PdfError):
        return b""


def decoded(data: bytes) -> str:
    """A text of a PDF: UTF-16 or UTF-8 with their marks, else as it was most likely meant."""
    import pikepdf.codec  # noqa: F401, PLC0415 - it makes the encoding known

    for mark, name in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")):
        if data.startswith(mark):
            return data[2:].decode(name, "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    try:
        # Against the standard, some programs leave the mark out. No other text looks like this.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("pdfdoc_pikepdf", "replace")
