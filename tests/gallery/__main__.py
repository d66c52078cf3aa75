"""Every page and dialog as a picture: `python -m tests.gallery [WORD...]`.

Each scene is shown on the sample vault in a real window, offscreen, in five looks: light and dark
at 1280x800 and 960x640, and light at 200 % text. Words pick the scenes whose names hold them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from tests.gallery.scenes import SCENES, Scene, Set
from tests.stage import sample_vault
from tests.vaults import NOON, PASSPHRASE
from ui.application import Greenroom
from ui.theme import Scheme

FOLDER = Path("build") / "gallery"


@dataclass(frozen=True)
class Look:
    """A size, a scheme and a text size."""

    name: str
    size: tuple[int, int]
    scheme: Scheme
    scale: float = 1.0


LOOKS = (
    Look("light", (1280, 800), "light"),
    Look("dark", (1280, 800), "dark"),
    Look("small", (960, 640), "light"),
    Look("small-dark", (960, 640), "dark"),
    Look("200", (1280, 800), "light", 2.0),
)


def main(words: list[str]) -> int:
    """Draw the gallery and say where it is."""
    started = time.monotonic()
    wanted = [scene for scene in SCENES if not words or any(w in scene.name for w in words)]
    if not words:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    drawn = 0
    with _greenroom() as (greenroom, vault):
        for look in LOOKS:
            # The look changes five times and not at every picture: it touches every widget.
            # As a setting, because opening a vault applies the settings.
            chosen = replace(greenroom.desk.settings, scheme=look.scheme, scale=look.scale)
            greenroom.desk.choose(chosen)
            greenroom.window.resize(*look.size)
            for scene in wanted:
                _draw(greenroom, scene, look, vault)
                drawn += 1
    took = time.monotonic() - started
    sys.stdout.write(f"{drawn} pictures in {FOLDER}, {took:.0f} s\n")
    return 0


@contextmanager
def _greenroom() -> Iterator[tuple[Greenroom, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "ines.greenroom"
        sample_vault(vault).close()
        application = QApplication.instance() or QApplication(["greenroom"])
        assert isinstance(application, QApplication)
        greenroom = Greenroom(application, FixedClock(NOON), Path(folder) / "settings")
        greenroom.window.show()
        yield greenroom, vault
        greenroom.window.lock()
        greenroom.close()


def _draw(greenroom: Greenroom, scene: Scene, look: Look, vault: Path) -> None:
    stage = Set(greenroom, vault, PASSPHRASE)
    scene.prepare(stage)
    stage.settle()
    _picture(greenroom.window).save(str(FOLDER / f"{scene.name}-{look.name}.png"))
    stage.strike()


def _picture(window: QWidget) -> QPixmap:
    """The window with the dialogs that lie over it, as the screen would show them."""
    picture = window.grab()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible() and over.parentWidget() is not None:
            corner = over.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
            shown = QPixmap(over.size())
            shown.fill(Qt.GlobalColor.transparent)
            over.render(shown, QPoint(), QRect(QPoint(0, 0), over.size()))
            painter.drawPixmap(corner, shown)
    painter.end()
    return picture


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
