"""An icon on paper is the icon on the screen."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas

from app.export import icons

FILES = sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg"))
LUCIDE = [file for file in FILES if "lucide" in file.read_text("utf-8")]
SHARP = 4
SIDE = 24 * SHARP


def on_screen(file: Path) -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(str(file)).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return Image.frombytes(
        "L", (SIDE, SIDE), bytes(image.constBits()), "raw", "L", image.bytesPerLine()
    )


@pytest.fixture(scope="module")
def on_paper() -> dict[str, Image.Image]:
    """Each icon on a page of its own."""
    target = BytesIO()
    canvas = Canvas(target, (24, 24))
    for file in LUCIDE:
        canvas.translate(0, 24)
        icons.paint(canvas, file.stem, black, 24)
        canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        pages = [page.render(scale=SHARP).to_pil().convert("L") for page in document]
    return dict(zip([file.stem for file in LUCIDE], pages, strict=True))


@pytest.mark.parametrize("file", LUCIDE, ids=lambda file: file.stem)
def test_an_icon_is_the_same_on_paper(file: Path, on_paper: dict[str, Image.Image]) -> None:
    screen, paper = on_screen(file), on_paper[file.stem]
    difference = ImageChops.difference(screen, paper)
    assert ImageStat.Stat(difference).mean[0] < 4
    assert min(paper.tobytes()) < 20
