"""Growing a selection by itself: to the word, the sentence, the paragraph, and all of the text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextBlock, QTextDocument

Span = tuple[int, int]
_HALF = "\N{REPLACEMENT CHARACTER}"
Unit = QTextBoundaryFinder.BoundaryType


def grown(document: QTextDocument, span: Span, whole: Span) -> Span:
    """The next larger stretch of a text that holds a selection; `whole` where nothing does.

    A selection, or the place of the caret, is from one position of the document to another.
    """
    start, end = span
    for wider in _stretches(document, span):
        if wider[0] <= start and wider[1] >= end and wider != span and wider[0] < wider[1]:
            return wider
    return whole


def _stretches(document: QTextDocument, span: Span) -> Iterator[Span]:
    """Word, sentences and paragraphs around a selection, in this order."""
    start, end = span
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last:
        before = start - 1 if start == end and _ends_word(first, start) else start
        yield from _around(first, (before, end), Unit.Word)
        yield from _around(first, span, Unit.Sentence)
    yield first.position(), last.position() + last.length() - 1


def _ends_word(block: QTextBlock, place: int) -> bool:
    """Whether a word ends at a place where none begins."""
    text, at = _units(block.text()), place - block.position()
    return at > 0 and text[at - 1].isalnum() and not text[at : at + 1].isalnum()


def _around(block: QTextBlock, span: Span, kind: Unit) -> Iterator[Span]:
    """The shortest run of words or sentences around a selection, without the space at its ends."""
    text, at = _units(block.text()), block.position()
    bounds = list(_bounds(block.text(), kind))
    start = max((each for each in bounds if each <= span[0] - at), default=0)
    end = min((each for each in bounds if each >= span[1] - at and each > start), default=start)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if any(each.isalnum() or each == _HALF for each in text[start:end]):
        yield at + start, at + end


def _units(text: str) -> str:
    """The text with as many characters as Qt counts in it."""
    return "".join(each if each <= "\uffff" else 2 * _HALF for each in text)


def _bounds(text: str, kind: Unit) -> Iterator[int]:
    finder = QTextBoundaryFinder(kind, text)
    at = 0
    while at >= 0:
        yield at
        at = finder.toNextBoundary()
