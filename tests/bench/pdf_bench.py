"""How long 100 pages take, beside reportlab's own paragraphs with the same text and fonts."""

from __future__ import annotations

import gc
import time
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.document import Document
    from app.sharing.readback import Withheld

PARAGRAPHS = 1000
SENTENCE = (
    "When Marketing pushed the date I looked at my notes, I had the number and did not say it. "
)
PASSPHRASE = "five quiet words in a row"
ROUNDS = 5


def hundred_pages() -> Document:
    """A document of about 100 pages: 50 sections of prose."""
    from app.domain.document import Document, Prose, Section  # noqa: PLC0415
    from app.domain.prose import Paragraph, Run  # noqa: PLC0415

    texts = paragraphs()
    step = 20
    return Document(
        title="A hundred pages",
        language="en",
        overline="",
        facts=(),
        sections=tuple(
            Section(
                title=f"Section {start // step + 1}",
                kicker="From my journal",
                parts=(Prose(tuple(Paragraph((Run(t),)) for t in texts[start : start + step])),),
            )
            for start in range(0, PARAGRAPHS, step)
        ),
        colophon=(),
        imprint="",
        footer="A hundred pages",
        date="21 May 2026",
    )


def paragraphs() -> list[str]:
    """Texts of one to four sentences times two, each a little different."""
    return [f"{number}. " + SENTENCE * (3 + number % 3) for number in range(PARAGRAPHS)]


def pdf_100_pages() -> tuple[float, float]:
    """Seconds for our document, and for reportlab's bare paragraphs; the best of five each.

    They take turns, so that a busy moment of the computer does not fall on one of them alone.
    """
    from app.export.pdf import build  # noqa: PLC0415

    document = hundred_pages()
    times = [(_seconds(lambda: build(document)), _seconds(_floor)) for _ in range(ROUNDS + 1)]
    # The first round also loads the libraries and fonts.
    return min(ours for ours, _ in times[1:]), min(floor for _, floor in times[1:])


def pdf_100_pages_checked() -> tuple[float, float]:
    """Seconds for the same with a passphrase, read back and searched for what was withheld."""
    from app.export.pdf import build  # noqa: PLC0415
    from app.sharing.readback import read_back  # noqa: PLC0415

    document, hidden = hundred_pages(), withheld()

    def checked() -> None:
        data = build(document, PASSPHRASE).data
        if not read_back(data, PASSPHRASE, hidden).clean:
            message = "what nobody wrote was found"
            raise AssertionError(message)

    times = [(_seconds(checked), _seconds(_floor)) for _ in range(ROUNDS + 1)]
    return min(ours for ours, _ in times[1:]), min(floor for _, floor in times[1:])


def withheld() -> list[Withheld]:
    """What a long pack keeps back: sentences much like those that leave, names, and ids."""
    from app.domain.ids import new_id  # noqa: PLC0415
    from app.sharing.readback import Withheld  # noqa: PLC0415

    sentences = [SENTENCE.replace("Marketing", f"team {number}") for number in range(200)]
    return [
        *(Withheld(f"sentence {number}", text) for number, text in enumerate(sentences)),
        *(Withheld(name, name, name=True) for name in ("Bartholomew Quill", "Tomasz", "Jun")),
        *(Withheld(f"id {number}", new_id()) for number in range(60)),
    ]


def _floor() -> None:
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415

    from app.export.fonts import Fonts  # noqa: PLC0415

    font = Fonts.load().writing.regular.name
    style = ParagraphStyle("", fontName=font, fontSize=10.4, leading=15.8, spaceAfter=7.5)
    SimpleDocTemplate(BytesIO(), pagesize=A4, leftMargin=57, rightMargin=57).build(
        [Paragraph(text, style) for text in paragraphs()]
    )


def _seconds(work: Callable[[], object]) -> float:
    # What the other one left behind is not to be cleared away in this one's time.
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
