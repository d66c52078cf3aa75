"""The reading view: a text as it was meant, and nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.prose import parse, pictured, to_html
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.prose_column import Column
from ui.widgets.prose_pictures import PictureObject

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from app.domain.prose import Block
    from ui.widgets.prose_pictures import PictureSource
    from ui.widgets.prose_style import ProseStyle

_NEXT = QTextCursor.MoveOperation.NextCharacter
_OBJECT = "\ufffc"
"""What stands for a picture in Qt's text."""
_PARAGRAPHS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n", 0xFFFC: ""}
"""Qt's separators of lines and table cells, and the sign that stands for an object."""


class ProseView(QTextBrowser):
    """Shows Markdown rendered; a link only tells that somebody chose it."""

    link_activated = Signal(str)
    """The address of a link somebody chose, to be confirmed before it is opened."""
    picture_activated = Signal(str)
    """The id of an image somebody chose, to be shown large."""

    def __init__(self, style: ProseStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._column = Column()
        self._blocks: tuple[Block, ...] = ()
        # The column is all the room it leaves: a field's border and padding would move it.
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self._pictures = PictureObject(self.document(), style)
        self.anchorClicked.connect(self._tell_of_link)
        self.set_style(style)

    def set_style(self, style: ProseStyle) -> None:
        """Show the same text in other colours, fonts or sizes."""
        self._style = self._pictures.style = style
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, style.text)
        palette.setColor(QPalette.ColorRole.Link, style.accent_text)
        self.setPalette(palette)
        self.setFont(style.writing)
        self.document().setDefaultFont(style.writing)
        self.document().setIndentWidth(style.pitch)
        self.document().setDefaultStyleSheet(_sheet(style))
        self.show_blocks(self._blocks)

    def set_column(self, column: Column) -> None:
        """Keep the lines to a column."""
        self._column = column
        self.setViewportMargins(column.margins(self))

    def set_pictures(self, source: PictureSource) -> None:
        """Show the images that this has; without it none is shown."""
        self._pictures.source = source

    def show_text(self, text: str) -> None:
        """Show a text; a long one is better parsed elsewhere and given to `show_blocks`."""
        self.show_blocks(parse(text))

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show a parsed text from its beginning."""
        self._blocks = blocks
        self.setHtml(to_html(blocks))
        _set_lines(self.document(), self._style)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's signature
        """Nothing, whatever is asked for: without an answer Qt would open the path itself.

        Images of the vault are not asked for here: `PictureObject` draws them.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage()
        return QByteArray()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(self.textCursor().selectedText().translate(_PARAGRAPHS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column."""
        self.setViewportMargins(self._column.margins(self))
        super().resizeEvent(event)

    def _tell_of_link(self, url: QUrl) -> None:
        picture = pictured(url.toString())
        if picture:
            self.picture_activated.emit(picture)
        else:
            self.link_activated.emit(url.toString())


def _sheet(style: ProseStyle) -> str:
    code = f"{_face(style.mono)} background-color: {_hex(style.code_background)};"
    gap = style.pitch // 2
    headings = " ".join(
        f"h{level} {{ {_face(font)} font-weight: {font.weight().value}; }}"
        for level, font in enumerate(style.headings, 1)
    )
    return f"""
        {headings}
        p, li {{ margin: 0 0 {gap}px 0; }}
        ul, ol {{ margin: 0 0 {gap}px 0; }}
        ul.tasks {{ list-style-type: none; }}
        blockquote {{ margin: 0 0 {gap}px {gap}px; }}
        blockquote p, blockquote li {{ color: {_hex(style.text_2)}; font-style: italic; }}
        a {{ color: {_hex(style.accent_text)}; text-decoration: underline; }}
        code {{ {code} }}
        pre {{ {code} margin: 0 0 {gap}px 0; white-space: pre-wrap; }}
        table {{ border: 1px solid {_hex(style.border)}; border-collapse: collapse;
            margin: {gap}px 0; }}
        th, td {{ padding: {gap // 3}px {gap}px; }}
        hr {{ background-color: {_hex(style.border)}; }}
        strong, th {{ font-weight: 600; }}
        strong em, em strong {{ font-weight: 700; }}
        th {{ text-align: left; color: {_hex(style.text_2)}; }}
    """


def _face(font: QFont) -> str:
    families = ", ".join(f"'{family}'" for family in font.families())
    return f"font-family: {families}; font-size: {font.pixelSize()}px;"


def _hex(colour: QColor) -> str:
    return colour.name()


def _set_lines(document: QTextDocument, style: ProseStyle) -> None:
    """Give each line its height, which HTML cannot say."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        _set_block(block, style)
        block = block.next()
    cursor.endEditBlock()


def _set_block(block: QTextBlock, style: ProseStyle) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    height = style.pitch
    form = QTextBlockFormat()
    if level:
        font = style.headings[level - 1]
        height = max(style.pitch, round(font.pixelSize() * 4 / 3))
        form.setTopMargin(style.pitch if block.blockNumber() else 0)
        form.setBottomMargin(style.pitch / 4)
    elif block.textList() and block.next().textList():
        form.setBottomMargin(0)
    # A code block's background covers its letters only: lines apart would be stripes.
    if block.blockFormat().background().style() == Qt.BrushStyle.NoBrush:
        heights = QTextBlockFormat.LineHeightTypes
        least = heights.MinimumHeight if _OBJECT in block.text() else heights.FixedHeight
        form.setLineHeight(height, least.value)
    cursor.mergeBlockFormat(form)
    if level:
        _forget_factor(block)


def _forget_factor(block: QTextBlock) -> None:
    """Take away the factor that Qt's HTML puts on the size of a heading."""
    cursor = QTextCursor(block)
    while cursor.movePosition(_NEXT, QTextCursor.MoveMode.KeepAnchor) and cursor.block() == block:
        look = cursor.charFormat()
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        cursor.setCharFormat(look)
        cursor.clearSelection()
