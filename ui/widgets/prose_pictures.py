"""Images in the reading view: drawn when they come into sight, by nobody but us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPyTextObject,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.prose import pictured
from ui.images import fitted

if TYPE_CHECKING:
    from ui.widgets.prose_style import ProseStyle

OBJECT: Final = "\ufffc"
"""What stands for a picture in Qt's text."""
_ROOM: Final = 560
"""The width of a picture where the text has no width yet."""
_NOTE: Final = (320, 64)
_LEAST: Final = 24


class PictureSource(Protocol):
    """Who has the images: the only place a picture comes from."""

    def natural(self, image_id: str) -> QSize:
        """The size of an image in pixels; empty where it is gone."""

    def shown(self, image_id: str, size: QSize) -> QImage | None:
        """An image at a size in pixels; None where it is not ready yet or cannot be shown."""

    def broken(self, image_id: str) -> bool:
        """Whether it was tried and cannot be shown."""


class PictureObject(QPyTextObject):
    """Takes the place of Qt's own handler of images, which would look for files by their name."""

    def __init__(self, document: QTextDocument, style: ProseStyle) -> None:
        super().__init__(document)
        self.style = style
        self.source: PictureSource | None = None
        kind = QTextFormat.ObjectTypes.ImageObject.value
        document.documentLayout().registerHandler(kind, self)

    def intrinsicSize(self, doc: QTextDocument, place: int, form: QTextFormat) -> QSizeF:  # noqa: N802 - Qt's name
        """The picture's own size, or what fits into its column and is no higher than wide."""
        natural = self._natural(_image_id(form))
        if natural.isEmpty():
            return QSizeF(*_NOTE) if _image_id(form) else QSizeF()
        room = _room(doc, place)
        return QSizeF(fitted(natural, QSize(room, room)))

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _place: int,
        form: QTextFormat,
    ) -> None:
        """Draw the picture, its place while it is made ready, or a note that it is gone."""
        image_id, rect = _image_id(form), QRectF(rect)
        if self.source is None or not image_id:
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        image = None
        if not self._natural(image_id).isEmpty():
            image = self.source.shown(image_id, (rect.size() * ratio).toSize())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, image)
            return
        painter.fillRect(rect, self.style.code_background)
        if self._natural(image_id).isEmpty() or self.source.broken(image_id):
            self._note(painter, rect)

    def _natural(self, image_id: str) -> QSize:
        return self.source.natural(image_id) if self.source and image_id else QSize()

    def _note(self, painter: QPainter, rect: QRectF) -> None:
        words = QCoreApplication.translate("ProseView", "This image is not in the vault any more.")
        painter.setPen(self.style.text_2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _image_id(form: QTextFormat) -> str:
    return pictured(form.toImageFormat().name())


def _room(document: QTextDocument, place: int) -> int:
    """The width that is left for a picture where it stands: in a list, a quotation or a table."""
    width = document.textWidth()
    if width <= 0:
        return _ROOM
    # Moving a cursor would lay the text out, which is what asks for this width.
    block = document.findBlock(place)
    form, listing = block.blockFormat(), block.textList()
    width -= form.leftMargin() + form.rightMargin()
    indents = form.indent() + (listing.format().indent() if listing else 0)
    width -= indents * document.indentWidth()
    table = QTextCursor(block).currentTable()
    if table is not None:
        width = width / table.columns() - 2 * table.format().cellPadding() - document.indentWidth()
    return max(_LEAST, int(width))


def selected_words(cursor: QTextCursor) -> str:
    """What is selected, with the words for each picture in its place."""
    text = cursor.selectedText()
    if OBJECT not in text:
        return text
    document, pictured_at = cursor.document(), QTextCursor(cursor)
    words = []
    for place in range(cursor.selectionStart(), cursor.selectionEnd()):
        if document.characterAt(place) == OBJECT:
            pictured_at.setPosition(place + 1)
            alt = pictured_at.charFormat().property(QTextFormat.Property.ImageAltText)
            words.append(str(alt or ""))
    first, *rest = text.split(OBJECT)
    return first + "".join(alt + after for alt, after in zip(words, rest, strict=True))
