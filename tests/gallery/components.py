"""Draws every component in every state onto one sheet, in both schemes and at 200 %.

Run with `QT_QPA_PLATFORM=offscreen python -m tests.gallery.components`; pictures go to
build/gallery.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.gallery.sheet import Sheet
from ui.theme import ThemeSource

_WIDTH, _HEIGHT = 1280, 1190


def main() -> None:
    """Draw the sheet in each look."""
    application = QApplication(sys.argv)
    source = ThemeSource(application)
    target = Path("build/gallery")
    target.mkdir(parents=True, exist_ok=True)
    for name, scheme, scale in (("light", "light", 1), ("dark", "dark", 1), ("200", "light", 2)):
        source.choose_scheme("dark" if scheme == "dark" else "light")
        source.choose_scale(scale)
        sheet = Sheet(scale)
        sheet.resize(_WIDTH * scale, _HEIGHT * scale)
        sheet.show()
        sheet.show_rings()
        sheet.grab().save(str(target / f"components-{name}.png"))
        sheet.close()
        sheet.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
