"""The file's very pages, drawn by Qt's PDF reader from the bytes that would be saved."""

from __future__ import annotations

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMargins,
    QObject,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAccessibleWidget, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.notices import Banner
from ui.widgets.ring import Ringed
from ui.widgets.tab_order import put_after
from ui.widgets.text import Elided, Label

_DIMMED = 150


class Pages(QObject):
    """A PDF held in memory and opened for drawing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)

    def load(self, data: bytes, passphrase: str | None = None) -> bool:
        """Open these bytes; returns whether they could be opened."""
        self.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.setPassword(passphrase or "")
        self.document.load(self._buffer)
        return self.document.status() == QPdfDocument.Status.Ready

    def close(self) -> None:
        """Let the bytes go."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    def picture(self, page: int, width: int) -> QImage:
        """One page as a picture, so many pixels wide."""
        points = self.document.pagePointSize(page)
        height = round(width * points.height() / points.width()) if points.width() else width
        drawn = self.document.render(page, QSize(width, height))
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper


def _as_document(_class: str, widget: QObject) -> QAccessibleInterface | None:
    """Return the face of the pages to assistive tools, nothing for other widgets."""
    if isinstance(widget, QPdfView):
        return QAccessibleWidget(widget, QAccessible.Role.Document)
    return None


# A role cannot be set on a widget; Qt asks its factories for the interface of each object.
QAccessible.installFactory(_as_document)


class PagesView(Ringed, QPdfView):
    """The pages themselves; they can have the focus, and show that they have it."""


class Preview(QWidget):
    """Pages one at a time, with arrows; dimmed while newer ones are being built."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = Pages(self)
        self.title = Elided("", "section")
        self.unprinted = Label("", "caption", "lamp-text", wrap=True)
        self.unprinted.hide()
        self._previous = Button("", "ghost", icon="chevron-left")
        self._previous.setToolTip(self.tr("Previous page"))
        self._next = Button("", "ghost", icon="chevron-right")
        self._next.setToolTip(self.tr("Next page"))
        self._count = Label("", "body", "text-2", numbers=True)
        self._banner = Banner("danger", "", action=self.tr("Try again"))
        self._banner.hide()
        self.view = PagesView(self)
        self._veil = _Veil(self.view)
        self._lay_out()
        self._connect()
        self._show_place()
        follow_theme(self._apply_theme)

    # Properties

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self.view.pageNavigator().currentPage()

    @property
    def is_dimmed(self) -> bool:
        """Whether the pages shown are being replaced."""
        return self._veil.isVisibleTo(self.view)

    # Methods

    def show_pdf(self, data: bytes, unprinted: str = "") -> None:
        """Show other pages, at the same place where there still is one."""
        page = self.page
        self.pages.load(data)
        self._banner.hide()
        self._veil.hide()
        self.go(min(page, self.pages.document.pageCount() - 1))
        signs = self.tr("No font here has these signs, so they stand as squares: {signs}")
        self.unprinted.setText(signs.format(signs=unprinted))
        self.unprinted.setVisible(bool(unprinted))

    def dim(self) -> None:
        """Show that the pages are out of date."""
        self._veil.cover()
        if not self.pages.document.pageCount():
            self._count.setText(self.tr("Building the pages..."))
            self._count.show()

    def show_failure(self, words: str) -> None:
        """Say why there are no pages to be saved; those that are shown stay, dimmed."""
        self._veil.cover()
        self._banner.say(words)
        self._banner.show()
        self._banner.announce()

    def clear(self) -> None:
        """Show nothing and let the bytes go."""
        self.pages.close()
        self._show_place()

    def go(self, page: int) -> None:
        """Show a page."""
        if 0 <= page < self.pages.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), 0)
        self._show_place()

    # Private

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        head.addWidget(self._previous)
        head.addWidget(self._count)
        head.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 9, 24, 7)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._banner)
        column.addWidget(self.unprinted)
        column.addWidget(self.view, 1)
        # The view was made first, and Tab would go to it before what stands above.
        put_after(self._previous, self._next, self.view)

    def _connect(self) -> None:
        self.view.setDocument(self.pages.document)
        self.view.setPageMode(QPdfView.PageMode.SinglePage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setDocumentMargins(QMargins(0, 0, 0, 0))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Pages of the PDF"))
        # Without this the view would open the links of the pages without asking.
        self.view.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for keys, step in (("PgUp", -1), ("PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.go(self.page + step))
        self._previous.clicked.connect(lambda: self.go(self.page - 1))
        self._next.clicked.connect(lambda: self.go(self.page + 1))
        self._banner.acted.connect(self.retried)
        self.view.pageNavigator().currentPageChanged.connect(self._show_place)

    def _show_place(self) -> None:
        count = self.pages.document.pageCount()
        page = min(self.page + 1, count)
        self._count.setText(self.tr("Page {page} of {pages}").format(page=page, pages=count))
        self._count.setVisible(count > 0)
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count)

    def _apply_theme(self) -> None:
        palette = self.view.palette()
        sunken = current_theme().colours.sunken
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, sunken)
        self.view.setPalette(palette)


class _Veil(QWidget):
    """Dims the pages that are being replaced."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover the pages."""
        self.setGeometry(self._view.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the pages."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        colour = QColor(current_theme().colours.sunken)
        colour.setAlpha(_DIMMED)
        painter.fillRect(self.rect(), colour)
        painter.end()
