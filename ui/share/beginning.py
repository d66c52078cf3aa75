"""How a share pack begins that was asked for somewhere else in the window."""

from __future__ import annotations

from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import FIELDS, Pack, PackType
from app.domain.records import TITLE_LIMIT

_USUAL = {Kind.CYCLE: PackType.CYCLE}
"""The type of a pack that begins from an item, where it is no progress summary."""


def begun(detail: str) -> tuple[Pack, Id | None]:
    """The pack that the lines of a destination's detail begin, and the item they came from.

    They are "kind:id" of an item, "title:words", "type:handover" and "for:id" of a person.
    """
    said = dict(_pair(line) for line in detail.splitlines() if line.strip())
    kind = next((kind for kind in FIELDS if kind.value in said), None)
    usual = PackType.PROGRESS if kind is None else _USUAL.get(kind, PackType.PROGRESS)
    pack = Pack(
        title=said.get("title", "")[:TITLE_LIMIT].strip(),
        type=PackType(said.get("type", usual.value)),
        recipient=Id(said.get("for", NO_ID)),
    )
    return pack, Id(said[kind.value]) if kind else None


def _pair(line: str) -> tuple[str, str]:
    word, _, rest = line.partition(":")
    return word, rest
