"""How much a page would have to draw: some draw themselves over and over, and would never end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from app.replies import limits

if TYPE_CHECKING:
    from pikepdf import Pdf

_ENDLESS: Final = limits.PAGE_BYTES + 1


def light_pages(pdf: Pdf) -> frozenset[int]:
    """The numbers of the first pages that draw no more than a page of a form may."""
    weighed = _Scales()
    light = (number for number in range(min(len(pdf.pages), limits.PAGES)))
    return frozenset(n for n in light if weighed.page(pdf.pages[n].obj) <= limits.PAGE_BYTES)


class _Scales:
    """Weighs what is drawn, by the bytes of its commands each time that they are followed."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def page(self, page: Any) -> int:  # noqa: ANN401 - pikepdf has no type for what may be there
        """What a page weighs with all that it draws."""
        from pikepdf import Array  # noqa: PLC0415 - not for the start of the app

        parts = page.get("/Contents")
        streams = list(parts)[: limits.VALUES] if isinstance(parts, Array) else [parts]
        commands = b"".join(_commands(each) for each in streams)
        return self._with_drawn(commands, _resources(page), 0)

    def _with_drawn(self, commands: bytes, resources: Any, depth: int) -> int:  # noqa: ANN401 - as above
        heaviest = max((self._form(each, depth) for each in _drawn(resources)), default=0)
        # A name may be drawn in many ways; every "Do" counts as the heaviest one.
        return min(_ENDLESS, len(commands) + commands.count(b"Do") * heaviest)

    def _form(self, form: Any, depth: int) -> int:  # noqa: ANN401 - as above
        if depth > limits.DRAWN_DEPTH:
            return _ENDLESS
        known = self._known.get(form.objgen)
        if known is None:
            self._known[form.objgen] = _ENDLESS  # until it is weighed: if it holds itself, it is
            known = self._with_drawn(_commands(form), form.get("/Resources"), depth + 1)
            self._known[form.objgen] = known
        return known


def _commands(stream: Any) -> bytes:  # noqa: ANN401 - as above
    from pikepdf import DataDecodingError, PdfError, Stream  # noqa: PLC0415 - as above

    if not isinstance(stream, Stream):
        return b""
    try:
        return stream.read_bytes()
    except (DataDecodingError, PdfError):
        return b" " * _ENDLESS


def _resources(page: Any) -> Any:  # noqa: ANN401 - as above
    """The resources of a page, its own or inherited."""
    for _ in range(limits.DEPTH):
        if not _is_dictionary(page):
            return None
        if "/Resources" in page:
            return page.get("/Resources")
        page = page.get("/Parent")
    return None


def _drawn(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The forms and patterns that may be drawn with some resources."""
    from pikepdf import Stream  # noqa: PLC0415 - as above

    if not _is_dictionary(resources):
        return
    for kind in ("/XObject", "/Pattern"):
        named = resources.get(kind)
        if _is_dictionary(named):
            for name in list(named.keys())[: limits.FIELDS]:
                each = named.get(name)
                if isinstance(each, Stream) and each.get("/Subtype") != "/Image":
                    yield each


def _is_dictionary(value: object) -> bool:
    from pikepdf import Dictionary  # noqa: PLC0415 - as above

    return isinstance(value, Dictionary)
