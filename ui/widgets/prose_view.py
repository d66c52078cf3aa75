"""The reading view: a text as it was meant, and nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.prose import parse, pictured, to_html, with_task_toggled
from app.prose.html import CHECKED_BOX, OPEN_BOX, TASK_ADDRESS
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.prose_column import Column
from ui.widgets.prose_pictures import OBJECT, PictureObject, selected_words
from ui.widgets.prose_places import Spot
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from app.domain.prose import Block
    from ui.widgets.prose_pictures import PictureSource
    from ui.widgets.prose_style import ProseStyle

_PARAGRAPHS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n", 0xFFFC: ""}
"""Qt's separators of lines and table cells, and the sign that stands for an object."""


class ProseView(QTextBrowser):
    """Shows Markdown rendered; a link only tells that somebody chose it."""

    link_activated = Signal(str)
    """The address of a link somebody chose, to be confirmed before it is opened."""
    picture_activated = Signal(str)
    """The id of an image somebody chose, to be shown large."""
    task_toggled = Signal(int)
    """The line of the text that the box of a task stands in, which somebody chose."""

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

    def spot(self) -> Spot:
        """What is read first of what is seen."""
        if not self.verticalScrollBar().value():
            return Spot()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        words = self._words()
        return Spot.at(words, Positions(words).character(block.position()))

    def go_to_spot(self, spot: Spot) -> None:
        """Scroll until what was seen elsewhere is seen here."""
        if spot.share:
            # The size of all of it: what is below is laid out later else, and cannot be gone to.
            self.document().size()
            words = self._words()
            block = self.document().findBlock(Positions(words).unit(spot.find(words)))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top))

    def show_task_toggled(self, line: int) -> None:
        """Show the task of a line the other way, where it stands."""
        self._blocks = with_task_toggled(self._blocks, line)
        for place in _anchors(self.document(), f"{TASK_ADDRESS}{line}"):
            box = QTextCursor(self.document())
            box.setPosition(place + 1)
            old = self.document().characterAt(place)
            # The new sign goes in behind the old one: so it looks alike, and stays selected.
            box.insertText(OPEN_BOX if old == CHECKED_BOX else CHECKED_BOX)
            box.setPosition(place)
            box.deleteChar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, too, chooses the box that Tab went to."""
        cursor = self.textCursor()
        address = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        if event.key() == Qt.Key.Key_Space and address.startswith(TASK_ADDRESS):
            self.anchorClicked.emit(QUrl(address))
        else:
            super().keyPressEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's signature
        """Nothing, whatever is asked for: without an answer Qt would open the path itself.

        Images of the vault are not asked for here: `PictureObject` draws them.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage()
        return QByteArray()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, kept out of clipboard histories."""
        return unremembered(selected_words(self.textCursor()).translate(_PARAGRAPHS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column."""
        self.setViewportMargins(self._column.margins(self))
        super().resizeEvent(event)

    def _tell_of_link(self, url: QUrl) -> None:
        picture = pictured(url.toString())
        if picture:
            self.picture_activated.emit(picture)
        elif url.scheme() == TASK_ADDRESS.rstrip(":"):
            self.task_toggled.emit(int(url.path()))
        else:
            self.link_activated.emit(url.toString())

    def _words(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n").replace("\u00a0", " ")


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
        a.task {{ color: {_hex(style.text)}; text-decoration: none; }}
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
    usual = QTextBlockFormat()
    usual.setLineHeight(style.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(usual)
    block = document.begin()
    while block.isValid():
        _set_block(block, style)
        block = block.next()
    cursor.endEditBlock()


def _set_block(block: QTextBlock, style: ProseStyle) -> None:
    """Give a block what sets it apart from running text, if anything does."""
    level = block.blockFormat().headingLevel()
    form = QTextBlockFormat()
    heights = QTextBlockFormat.LineHeightTypes
    height, holds_picture = style.pitch, OBJECT in block.text()
    if level:
        font = style.headings[level - 1]
        height = max(style.pitch, round(font.pixelSize() * 4 / 3))
        form.setLineHeight(height, heights.FixedHeight.value)
        form.setTopMargin(style.pitch if block.blockNumber() else 0)
        form.setBottomMargin(style.pitch / 4)
        _forget_factor(block)
    elif block.blockFormat().background().style() != Qt.BrushStyle.NoBrush:
        # A code block's background covers its letters only: lines apart would be stripes.
        form.setLineHeight(0, heights.SingleHeight.value)
    elif block.textList() and block.next().textList():
        form.setBottomMargin(0)
    elif not holds_picture:
        return
    if holds_picture:
        form.setLineHeight(height, heights.MinimumHeight.value)
    QTextCursor(block).mergeBlockFormat(form)


def _forget_factor(block: QTextBlock) -> None:
    """Take away the factor that Qt's HTML puts on the size of a heading."""
    cursor = QTextCursor(block)
    for start, length, look in _pieces(block):
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """The stretches of a block that look alike, as (start, length, look)."""
    pieces = []
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        pieces.append((fragment.position(), fragment.length(), fragment.charFormat()))
        piece += 1
    return pieces


def _anchors(document: QTextDocument, address: str) -> list[int]:
    """Where the letters stand that lead to an address."""
    places = []
    block = document.begin()
    while block.isValid():
        places += [at for at, _, look in _pieces(block) if look.anchorHref() == address]
        block = block.next()
    return places
