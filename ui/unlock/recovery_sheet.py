"""The recovery key on paper: one page, printed or saved as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSaveFile, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import AppError
from ui.theme import current_theme

_CONTEXT = "RecoverySheet"
_POINTS_PER_INCH: Final = 72
_MARGIN, _WIDTH = 72.0, 451.0
_ROWS: Final = 3
_CELL_HEIGHT: Final = 64.0
_INK, _QUIET, _LINE = QColor("#1B211D"), QColor("#55605A"), QColor("#C9CEC8")
_TITLE, _BODY, _FACTS = ("title", 24, _INK), ("body", 11, _INK), ("body", 11, _QUIET)
_ALONE = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner


class SheetNotPrintedError(AppError):
    """The printer took no page."""

    message = "The recovery key was not printed. Choose another printer, or save it as a PDF."


class SheetNotSavedError(AppError):
    """The page could not be written to the file that was chosen."""

    message = "The recovery key was not saved. Choose another folder, or print it."


def save_sheet(path: Path, groups: Sequence[str], vault_name: str, day: str) -> None:
    """Write the page as a PDF that only this user can read; raises SheetNotSavedError."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise SheetNotSavedError
    writer = QPdfWriter(file)
    writer.setTitle(QCoreApplication.translate(_CONTEXT, "Recovery key"))
    writer.setCreator("Greenroom")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painted = paint_sheet(writer, groups, vault_name, day)
    file.setPermissions(_ALONE)
    if not (painted and file.commit()):
        raise SheetNotSavedError


def print_sheet(
    parent: QWidget, page: Callable[[QPagedPaintDevice], bool], failed: Callable[[AppError], None]
) -> None:
    """Ask for a printer and print a page; `failed` hears of a printer that takes none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - slow to load

    printer = QPrinter()
    printer.setDocName(QCoreApplication.translate(_CONTEXT, "Recovery key"))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def print_page() -> None:
        if not page(printer):
            failed(SheetNotPrintedError())

    dialog.accepted.connect(print_page)
    # QPrintDialog hides the plain form of its base with one that wants a slot's name.
    QDialog.open(dialog)


def paint_sheet(
    device: QPagedPaintDevice, groups: Sequence[str], vault_name: str, day: str
) -> bool:
    """Paint the page, in points from the corner of the paper; False where the device refuses."""
    device.setPageMargins(device.pageLayout().minimumMargins())
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / _POINTS_PER_INCH
    painter.scale(scale, scale)
    words = QCoreApplication.translate
    y = _paint_text(painter, _TITLE, words(_CONTEXT, "Recovery key"), _MARGIN)
    y = _paint_text(painter, _FACTS, f"{vault_name}  ·  {day}", y + 4)
    opens = words(
        _CONTEXT,
        "This key opens the vault if the passphrase is forgotten. Whoever holds this page can read "
        "everything in the vault. Keep it where you keep other papers that matter, away from the "
        "computer, and do not photograph it.",
    )
    y = _paint_text(painter, _BODY, opens, y + 18)
    y = _paint_groups(painter, groups, y + 24)
    use = words(
        _CONTEXT,
        "To use it: on the page that asks for the passphrase choose “Use recovery key” and type "
        "the nine groups in order. Spaces, hyphens and small letters do not matter, and the "
        "letters O, I, L and U do not occur. Then choose a new passphrase.",
    )
    _paint_text(painter, _BODY, use, y + 24)
    return painter.end()


def _paint_groups(painter: QPainter, groups: Sequence[str], top: float) -> float:
    width = _WIDTH / _ROWS
    box = QRectF(_MARGIN, top, _WIDTH, _CELL_HEIGHT * _ROWS + 24)
    painter.setPen(QPen(_LINE, 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 8, 8)
    middle = Qt.AlignmentFlag.AlignHCenter
    for place, group in enumerate(groups):
        row, column = divmod(place, _ROWS)
        cell = QRectF(_MARGIN + column * width, top + 16 + row * _CELL_HEIGHT, width, _CELL_HEIGHT)
        painter.setFont(_font("body", 9))
        painter.setPen(_QUIET)
        painter.drawText(cell, middle, str(place + 1))
        painter.setFont(_spaced(_font("body", 20)))
        painter.setPen(_INK)
        painter.drawText(cell.adjusted(0, 14, 0, 0), middle, group)
    return box.bottom()


def group_font(font: QFont) -> QFont:
    """The font for groups on the screen: wide, and a zero that is no O.

    The page has the plain zero: copied from a PDF, the slashed one is no digit.
    """
    spaced = _spaced(font)
    spaced.setFeature(QFont.Tag("zero"), 1)
    return spaced


def _spaced(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.Medium)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return font


def _paint_text(painter: QPainter, look: tuple[str, int, QColor], words: str, top: float) -> float:
    """Paint a paragraph; returns where it ends."""
    role, size, ink = look
    painter.setFont(_font(role, size))
    painter.setPen(ink)
    room = QRectF(_MARGIN, top, _WIDTH, 400)
    return painter.drawText(room, Qt.TextFlag.TextWordWrap, words).bottom()


def _font(role: str, size: int) -> QFont:
    font = current_theme().font(role)
    font.setPixelSize(size)
    return font
