"""The images of entries that are chosen for a pack, and their bytes where they leave."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from weakref import WeakValueDictionary

from app.domain.document import Figure
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.images import Image
from app.prose.images import in_order
from app.sharing.source import Chosen
from app.storage import image_rows
from app.storage.rows import Reader

_FIGURES: WeakValueDictionary[str, Figure] = WeakValueDictionary()
"""Images read before, for as long as a pack holds them: a pack is loaded at every change."""


def of_entries(reader: Reader, entries: Collection[Entry]) -> list[Image]:
    """The images that any of the entries names, as far as the vault has them."""
    named = {name for each in entries for name in in_order(each.body)}
    return reader.among(Image, "id", named) if named else []


def of_entry(entry: Entry, known: Mapping[Id, Image]) -> tuple[Image, ...]:
    """The images that an entry names, in its order; only those that are known."""
    found = (known.get(Id(name)) for name in in_order(entry.body))
    return tuple(image for image in found if image)


def figures(reader: Reader, chosen: Collection[Chosen]) -> dict[str, Figure]:
    """The images that leave, by their ids; one whose bytes are gone has its words on paper."""
    found = {}
    for image in (image for each in chosen for image in each.shown):
        figure = _FIGURES.get(image.sha256)
        if figure is None and (data := image_rows.data(reader, image.sha256)) is not None:
            figure = _FIGURES[image.sha256] = Figure(image.sha256, data)
        if figure is not None:
            found[str(image.id)] = figure
    return found
