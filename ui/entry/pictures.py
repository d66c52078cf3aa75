"""The images of the open vault at the sizes they are shown in, kept for a while in memory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from app.changes import Changes
from app.domain.ids import Id, Kind
from app.domain.images import Image
from app.operations import images
from ui.context import Context
from ui.images import decoded

LIMIT: Final = 64 * 1024 * 1024
"""Bytes of pixels that are kept; what was not looked at for longest goes first."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An image at a size, in pixels."""

    id: str
    width: int
    height: int


class Pictures(QObject):
    """Makes images smaller off the window's thread, one after another, the last asked for first.

    They are asked for by id and never by a path. It is freed with the page when the vault locks.
    """

    ready = Signal(str)
    """The id of an image that can be shown now, or turned out to be broken."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sizes: dict[str, QSize] = {}
        self._made: OrderedDict[_Wanted, QImage] = OrderedDict()
        self._waiting: list[_Wanted] = []
        self._broken: set[str] = set()
        self._working: _Wanted | None = None
        # Later, because pictures are asked for in the middle of painting; a timer of its own
        # never strikes once this is about to be freed.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._work)
        context.changed.connect(self._look_again)

    # Methods

    def natural(self, image_id: str) -> QSize:
        """The size of an image in pixels; empty where it is gone."""
        if image_id not in self._sizes:
            found = self._context.vault.read.find(Image, Id(image_id))
            self._sizes[image_id] = QSize(found.width, found.height) if found else QSize()
        return self._sizes[image_id]

    def shown(self, image_id: str, size: QSize) -> QImage | None:
        """An image that fits into a size in pixels; None until it is ready."""
        wanted = _Wanted(image_id, max(1, size.width()), max(1, size.height()))
        made = self._made.get(wanted)
        if made is not None:
            self._made.move_to_end(wanted)
        elif image_id not in self._broken and wanted != self._working:
            self._ask(wanted)
        return made

    def broken(self, image_id: str) -> bool:
        """Whether it was tried and cannot be shown."""
        return image_id in self._broken

    @property
    def bytes_kept(self) -> int:
        """How many bytes of pixels are kept."""
        return sum(image.sizeInBytes() for image in self._made.values())

    # Private

    def _ask(self, wanted: _Wanted) -> None:
        if wanted in self._waiting:
            self._waiting.remove(wanted)
        self._waiting.append(wanted)
        self._soon.start()

    def _work(self) -> None:
        if self._working is not None or not self._waiting:
            return
        wanted = self._working = self._waiting.pop()
        data = self._context.perform(
            lambda: images.data(self._context.vault.read, Id(wanted.id)), failed=lambda _: None
        )
        if data is None:
            self._fail(wanted)
            return
        box = QSize(wanted.width, wanted.height)
        self._context.jobs.submit(
            partial(decoded, data, box),
            lambda image: self._take(wanted, image),
            lambda _: self._fail(wanted),
        )

    def _take(self, wanted: _Wanted, image: QImage) -> None:
        self._made[wanted] = image
        while self.bytes_kept > LIMIT and len(self._made) > 1:
            self._made.popitem(last=False)
        self._settle(wanted)

    def _fail(self, wanted: _Wanted) -> None:
        self._broken.add(wanted.id)
        self._settle(wanted)

    def _settle(self, wanted: _Wanted) -> None:
        self._working = None
        self.ready.emit(wanted.id)
        self._work()

    def _look_again(self, changes: object) -> None:
        """An image came or went: what was known of its presence may be wrong."""
        if isinstance(changes, Changes) and changes.touches(Kind.IMAGE, Kind.ENTRY):
            self._sizes = {known: size for known, size in self._sizes.items() if size.isValid()}
            self._broken.clear()
