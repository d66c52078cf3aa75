"""The panel's section of images: small pictures in the order of the text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.prose import mentions
from app.queries.journal import OpenEntry
from ui.entry.pictures import Pictures
from ui.journal.image_words import image_words
from ui.journal.panel_section import PanelSection
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.thumbnail import Thumbnail

_COLUMNS, _GAP, _ROW_GAP = 2, 12, 8


class ImagesSection(PanelSection):
    """The images of an entry with what they show, and the button that adds one."""

    add_asked = Signal()
    image_asked = Signal(int)
    """The image to show large, counted from 0 in the order of the text."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(self.tr("Images"))
        self._pictures = pictures
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.thumbnails: list[Thumbnail] = []
        self.add = Button(self.tr("Add"), "link", icon="plus")
        self.add.setAccessibleName(self.tr("Add image"))
        self.add.setToolTip(self.tr("Add an image; it can also be pasted or dropped into the text"))
        self.head.addWidget(self.add)
        self.add.clicked.connect(self.add_asked)
        pictures.ready.connect(self._renew)

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show the images of an entry."""
        found = mentions(opened.entry.body) if opened else ()
        shown = tuple((each.id, each.alt) for each in found)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((at for at, each in enumerate(self.thumbnails) if each.hasFocus()), -1)
        self.thumbnails = [
            self._thumbnail(place, each.id, image_words(place, each.alt))
            for place, each in enumerate(found)
        ]
        nothing = Label(self.tr("It has no images."), "caption", "text-2", wrap=True)
        self.show_rows([self._grid()] if found else [nothing])
        if focused >= 0 and self.thumbnails:
            self.thumbnails[min(focused, len(self.thumbnails) - 1)].setFocus()

    def _thumbnail(self, place: int, image_id: str, words: str) -> Thumbnail:
        made = Thumbnail(self._pictures, image_id, words)
        made.setAccessibleDescription(self.tr("Show it large"))
        made.clicked.connect(lambda: self.image_asked.emit(place))
        return made

    def _grid(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_ROW_GAP)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for place, made in enumerate(self.thumbnails):
            grid.addWidget(made, *divmod(place, _COLUMNS))
        return inside

    def _renew(self, image_id: str) -> None:
        for made in self.thumbnails:
            if made.image_id == image_id:
                made.update()
