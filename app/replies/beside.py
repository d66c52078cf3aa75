"""What a PDF holds beside its form and is left alone: counted, never opened."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.replies import limits
from app.replies.reply import What

if TYPE_CHECKING:
    from pikepdf import Pdf

_ACTIONS: Final = frozenset(
    {"/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/ResetForm", "/Thread"}
)
_MEDIA: Final = frozenset({"/RichMedia", "/Movie", "/Sound", "/3D", "/Screen", "/Rendition"})


def found_in(pdf: Pdf) -> dict[What, int]:
    """How many scripts, actions, attachments and moving pictures there are."""
    found: dict[What, int] = {}
    form = pdf.Root.get("/AcroForm")
    if _get(form, "/XFA") is not None:
        found[What.OTHER_FORM] = 1
    for what in _all(pdf):
        found[what] = found.get(what, 0) + 1
    return found


def _all(pdf: Pdf) -> list[What]:
    """What each dictionary of the file is, if it is one of these; as many as are looked at."""
    from pikepdf import Array, Dictionary, Stream  # noqa: PLC0415 - not for the start of the app

    found: list[What] = []
    left = limits.OBJECTS
    for whole in islice(iter(pdf.objects), limits.OBJECTS):
        waiting: list[tuple[Any, int]] = [(whole, 0)]
        while waiting and left > 0:
            value, depth = waiting.pop()
            left -= 1
            if isinstance(value, (Dictionary, Stream)):
                found += _kinds(value)
                below = [value[key] for key in list(value.keys())[:left]]
            elif isinstance(value, Array):
                below = [value[at] for at in range(min(len(value), left))]
            else:
                continue
            if depth < limits.DEPTH:
                inner = (each for each in below if not getattr(each, "is_indirect", False))
                waiting += [(each, depth + 1) for each in inner]
    return found


def _kinds(value: Any) -> list[What]:  # noqa: ANN401 - pikepdf has no type for what may be there
    found = []
    kind, action = _get(value, "/Type"), _get(value, "/S")
    shape = _get(value, "/Subtype")
    if action == "/JavaScript":
        found.append(What.SCRIPT)
    if _is_one_of(action, _ACTIONS):
        found.append(What.ACTION)
    if kind == "/EmbeddedFile" or (kind == "/Filespec" and _get(value, "/EF") is not None):
        found.append(What.ATTACHMENT)
    if _is_one_of(shape, _MEDIA) or _is_one_of(action, _MEDIA):
        found.append(What.MEDIA)
    return found


def _get(value: Any, key: str) -> Any:  # noqa: ANN401 - as above
    from pikepdf import Dictionary, Stream  # noqa: PLC0415 - as above

    return value.get(key) if isinstance(value, (Dictionary, Stream)) else None


def _is_one_of(value: Any, names: frozenset[str]) -> bool:  # noqa: ANN401 - as above
    from pikepdf import Name  # noqa: PLC0415 - as above

    return isinstance(value, Name) and str(value) in names
