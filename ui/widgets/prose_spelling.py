"""Spelling in the editor: waves under misspelt words, the next one, and what it could be.

Only what is in view is checked, a few milliseconds at a time and never while a key is handled;
until the next look, an edit moves the waves after it and takes away the one it touches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
    QTextCursor,
)

from app.clock import monotonic
from app.spelling import normal
from ui.widgets.prose_positions import Positions
from ui.widgets.prose_typing import in_fence
from ui.widgets.prose_waves import Wave, seen_in
from ui.widgets.spelling_source import NEXT_KEYS

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter, QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

    from app.spelling import Span, Speller
    from ui.widgets.spelling_source import Source

_PAUSE_MS, _LONGEST_SECONDS, _SLICE_SECONDS = 300, 2.0, 0.003
_TEXTS_KEPT = 500
_KEEP = QTextCursor.MoveMode.KeepAnchor


class ProseSpelling(QObject):
    """The spelling of one editor. Without a source it does nothing."""

    def __init__(self, editor: QPlainTextEdit, prompts: Callable[[str], Sequence[Span]]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._prompts = prompts
        self._source: Source | None = None
        self._speller: Speller | None = None
        self._ignored: set[str] = set()
        self._known: dict[str, tuple[tuple[int, int, str], ...]] = {}
        self._waves: list[Span] = []
        self._wave = Wave()
        self._view = (-1, -1)
        self._typing = False
        self._edited = -1
        self._went: Span | None = None
        self._asked = 0.0
        self._scan: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        editor.document().contentsChange.connect(self._follow_edit)
        editor.cursorPositionChanged.connect(self._follow_caret)
        shortcut = QShortcut(QKeySequence(NEXT_KEYS), editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.go_to_next)

    # Properties

    @property
    def source(self) -> Source | None:
        """Where the speller comes from."""
        return self._source

    @property
    def speller(self) -> Speller | None:
        """The speller in use; None while nothing is checked."""
        return self._speller

    @property
    def waves(self) -> list[Span]:
        """What is marked now, in Qt's positions; the word being typed is not shown."""
        return self._waves

    @property
    def at_found(self) -> bool:
        """Whether the word that was gone to last is misspelt, and selected ever since."""
        return self._went is not None and self.word_at(self._went[0]) is not None

    # Methods

    def follow(self, source: Source) -> None:
        """Check with what this source has, now and after each of its changes."""
        self._source = source
        source.changed.connect(self._renew)
        self._renew()

    def forget_ignored(self) -> None:
        """Another text is shown: what was ignored in the last one counts again."""
        self._ignored.clear()
        self._look_soon(0)

    def ignore(self, word: str) -> None:
        """Take a word for right as long as this text is shown."""
        self._ignored.add(_key(word))
        self._look_soon(0)

    def wrong_in(self, block: QTextBlock) -> tuple[Span, ...]:
        """The misspelt words of a line, in Qt's positions from its beginning."""
        for _ in self._read(block):
            pass
        return self._known_in(block)

    def word_at(self, place: int) -> QTextCursor | None:
        """A cursor that selects the misspelt word at a position of the document."""
        block = self._editor.document().findBlock(place)
        inside = place - block.position()
        for start, end in self.wrong_in(block):
            if start <= inside <= end:
                return _selecting(block, start, end)
        return None

    def go_to_next(self) -> None:
        """Select the next misspelt word after the cursor, from the top once the end is reached."""
        if self._speller is None:
            self._say_why_not()
            return
        found = self._next()
        if found is None:
            self._tell(self.tr("No misspelt words found"))
            return
        self._editor.setTextCursor(found)
        self._editor.ensureCursorVisible()
        self._went = (found.selectionStart(), found.selectionEnd())
        spoken = self.tr("{word}, misspelt. Press Enter for suggestions.")
        self._announce(spoken.format(word=found.selectedText()))

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw the waves in an area of the viewport; what came into view is looked at soon."""
        editor = self._editor
        view = (editor.firstVisibleBlock().blockNumber(), editor.viewport().height())
        if view != self._view:
            self._view = view
            self._look_soon()
        if not self._waves:
            return
        caret = editor.textCursor().position() if self._typing else -1
        for block, box in self._in_view(area.bottom()):
            if box.bottom() >= area.top():
                base = block.position()
                first, last = seen_in(block, area.top() - box.top(), area.bottom() - box.top())
                for start, end in self._between(base + first, base + last):
                    if not start <= caret <= end:
                        self._wave.paint(painter, block, (start - base, end - base), box.topLeft())

    # Looking

    def _renew(self) -> None:
        self._speller = self._source.speller if self._source else None
        self._known.clear()
        if self._speller is None:
            self._waves = []
            self._ignored.clear()
            self._editor.viewport().update()
        self._look_soon(0)

    def _look_soon(self, milliseconds: int = _PAUSE_MS) -> None:
        """Look after a pause; who goes on typing for long is not waited for."""
        self._scan = None
        if self._source is None:
            return
        now = monotonic()
        if not self._timer.isActive():
            self._asked = now
        if not self._timer.isActive() or not milliseconds or now - self._asked < _LONGEST_SECONDS:
            self._timer.start(milliseconds)

    def _look(self) -> None:
        if self._source is None or not self._source.on:
            return
        if not self._editor.isVisible():
            self._view = (-1, -1)
            return
        if self._speller is None:
            self._source.want()
            return
        scan = self._scan or self._look_through()
        self._scan = scan
        until = monotonic() + _SLICE_SECONDS
        for _ in scan:
            if monotonic() >= until:
                self._timer.start(0)
                return
        self._scan = None

    def _look_through(self) -> Iterator[None]:
        """Check what is in view, with a pause after each word, then show it."""
        editor = self._editor
        seen: list[Span] = []
        changed: list[QRect] = []
        for block, box in self._in_view(editor.viewport().height()):
            yield from self._read(block)
            base = block.position()
            found = [(base + start, base + end) for start, end in self._known_in(block)]
            if found != self._between(base, base + block.length()):
                changed.append(box.toAlignedRect())
            seen += found
        self._waves = seen
        for rect in changed:
            editor.viewport().update(rect)

    def _in_view(self, bottom: int) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The lines from the top of the viewport as far as `bottom`, each with its place there."""
        editor = self._editor
        block = editor.firstVisibleBlock()
        box = editor.blockBoundingGeometry(block).translated(editor.contentOffset())
        while block.isValid() and box.top() <= bottom:
            yield block, box
            block = block.next()
            height = editor.blockBoundingRect(block).height()
            box = QRectF(box.left(), box.bottom(), box.width(), height)

    def _read(self, block: QTextBlock) -> Iterator[None]:
        """Make sure that the verdict on a line is known."""
        text = block.text()
        if self._speller is None or text in self._known or _is_code(block):
            return
        found = []
        for span in self._speller.read(text):
            yield
            if span is not None:
                found.append(span)
        positions, prompts = Positions(text), self._prompts(text)
        if len(self._known) >= _TEXTS_KEPT:
            self._known.clear()
        self._known[text] = tuple(
            (positions.unit(start), positions.unit(end), _key(text[start:end]))
            for start, end in found
            if not any(first < end and start < last for first, last in prompts)
        )

    def _known_in(self, block: QTextBlock) -> tuple[Span, ...]:
        if _is_code(block):
            return ()
        known = self._known.get(block.text(), ())
        return tuple((start, end) for start, end, key in known if key not in self._ignored)

    def _between(self, start: int, end: int) -> list[Span]:
        """The waves that begin between two positions."""
        first = bisect_left(self._waves, (start, start))
        return self._waves[first : bisect_left(self._waves, (end, 0))]

    def _next(self) -> QTextCursor | None:
        document = self._editor.document()
        place = self._editor.textCursor().selectionEnd()
        block = document.findBlock(place)
        inside = place - block.position()
        # The line of the cursor comes twice: its words before the cursor are the last ones.
        for _ in range(document.blockCount() + 1):
            for start, end in self.wrong_in(block):
                if start >= inside:
                    return _selecting(block, start, end)
            block, inside = block.next() if block.next().isValid() else document.begin(), 0
        return None

    # Following

    def _follow_edit(self, place: int, removed: int, added: int) -> None:
        if not removed and not added:
            return
        self._went = None
        # Typing leaves the caret where the edit ends; another text leaves it at the beginning.
        self._edited = place + added
        self._typing = self._editor.textCursor().position() == self._edited
        end, grown = place + removed, added - removed
        self._waves = [
            (start, stop) if stop < place else (start + grown, stop + grown)
            for start, stop in self._waves
            if stop < place or start > end
        ]
        self._look_soon()

    def _follow_caret(self) -> None:
        """Show the word that was being typed once the caret goes elsewhere."""
        self._went = None
        if self._typing and self._editor.textCursor().position() != self._edited:
            self._typing = False
            self._editor.viewport().update()
        self._edited = -1

    # Speaking

    def _say_why_not(self) -> None:
        if self._source is not None:
            self._source.want()
            self._source.say(
                self.tr("Spelling is not being checked. Settings, Writing has the languages.")
            )

    def _tell(self, words: str) -> None:
        if self._source is not None:
            self._source.say(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, words))


def _selecting(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, _KEEP)
    return cursor


def _is_code(block: QTextBlock) -> bool:
    return in_fence(block) or block.text().lstrip().startswith(("```", "~~~"))


def _key(word: str) -> str:
    return normal(word).casefold()
