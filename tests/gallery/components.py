"""Draws every component in every state onto one sheet, in both schemes and at 200 %.

Run with `QT_QPA_PLATFORM=offscreen python -m tests.gallery.components`; pictures go to
build/gallery.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.sheet import left_column, right_column
from ui.theme import ThemeSource
from ui.widgets.text import Label

_WIDTH, _HEIGHT = 1280, 1190


def build_sheet() -> QWidget:
    """Return the sheet, laid out."""
    sheet = QWidget()
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.setProperty("ground", "surface")
    title = Label("Components and states", "title", parent=sheet)
    title.move(40, 32)
    for place, column in ((QPoint(40, 81), left_column()), (QPoint(760, 81), right_column())):
        column.setParent(sheet)
        column.move(place)
    return sheet


def main() -> None:
    """Draw the sheet in each look."""
    application = QApplication(sys.argv)
    source = ThemeSource(application)
    target = Path("build/gallery")
    target.mkdir(parents=True, exist_ok=True)
    for name, scheme, scale in (("light", "light", 1), ("dark", "dark", 1), ("200", "light", 2)):
        source.choose_scheme("dark" if scheme == "dark" else "light")
        source.choose_scale(scale)
        sheet = build_sheet()
        sheet.resize(_WIDTH * scale, _HEIGHT * scale)
        sheet.show()
        sheet.grab().save(str(target / f"components-{name}.png"))
        sheet.close()


if __name__ == "__main__":
    main()
