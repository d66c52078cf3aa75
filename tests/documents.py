"""Documents to print in tests, and plain ways to look at what came out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2

from app.charts.stretch import StretchWords, stretch_spark
from app.domain.document import (
    Badge,
    ChartPart,
    Check,
    Checklist,
    Document,
    Fact,
    LabelledText,
    MeasureBar,
    Prose,
    Section,
    TablePart,
)
from app.domain.goals import CheckIn
from app.domain.progress import Trend, trend
from app.domain.prose import Paragraph, Run

if TYPE_CHECKING:
    from app.domain.document import Part

EMPTY = Document(
    title="Empty",
    language="en",
    overline="",
    facts=(),
    sections=(),
    colophon=(),
    imprint="",
    footer="",
    date="",
)


def rated(*ratings: int) -> Trend:
    """Check-ins with these ratings, one a week, the last on 20 May."""
    last = date(2026, 5, 20)
    return trend(
        CheckIn(day=last - timedelta(weeks=weeks), confidence=rating)
        for weeks, rating in enumerate(reversed(ratings))
    )


def prose(*texts: str, lead: bool = False, framed: bool = False) -> Prose:
    """Plain paragraphs."""
    return Prose(tuple(Paragraph((Run(text),)) for text in texts), lead=lead, framed=framed)


def holding(*parts: Part) -> Document:
    """A document of one section without a title."""
    return replace(EMPTY, sections=(Section("", kicker="Parts", parts=parts),))


def brief() -> Document:
    """A session brief with every kind of part."""
    return Document(
        title="Mid check-in with Ruth",
        language="en",
        overline="Growth summary · Spring cycle, week 12 of 26",
        facts=(
            Fact("From", "Inês Duarte"),
            Fact("For", "Ruth Adeyemi, mentor"),
            Fact("Purpose", "Our check-in on 29 May"),
            Fact("Contents", "6 items, 3 details withheld"),
        ),
        sections=(
            Section("", kicker="What I would like", parts=(prose("Push on the bet.", lead=True),)),
            Section(
                "Write a direction people can repeat",
                kicker="Goal",
                badge="Evidence withheld",
                parts=(
                    prose("Six teams build on us."),
                    MeasureBar(0.5, "3 teams now", "1 team", "three bets", "5 teams", "Half way"),
                    Checklist(
                        (Check(True, "Bets agreed", "27 Mar"), Check(False, "Told", "1 May"))
                    ),
                ),
            ),
            Section(
                "Say no once a week",
                kicker="Stretch",
                aside="since 2 Mar",
                parts=(
                    LabelledText("If", "somebody asks, then I wait."),
                    ChartPart(stretch_spark(rated(2, 4), StretchWords())),
                ),
            ),
            Section("After session 5", aside="8 May", parts=(Badge("One passage withheld"),)),
            Section(
                "Session 5",
                kicker="Session notes",
                parts=(TablePart(("Action", "Owner"), (("Send the bet", "Inês"),)),),
            ),
        ),
        colophon=(
            Section("What is in it", kicker="About this PDF", parts=(prose("Chosen items."),)),
            Section("", kicker="Please", parts=(prose("Ask me first.", framed=True),)),
        ),
        imprint="Made with Greenroom.",
        footer="Shared by Inês Duarte with Ruth Adeyemi.",
        date="21 May 2026",
    )


def page_texts(data: bytes, passphrase: str | None = None) -> list[str]:
    """What PDFium reads on each page, with plain line breaks."""
    with pypdfium2.PdfDocument(data, password=passphrase) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def words(data: bytes, passphrase: str | None = None) -> str:
    """All the text, with single spaces."""
    return " ".join(" ".join(page_texts(data, passphrase)).split())
