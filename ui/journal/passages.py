"""The passages of the open entry that are evidence, where they stand in its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from app.domain.ids import Id
from app.prose import find_passage
from app.queries.evidence import Link
from ui.widgets.prose_editor import ProseEditor

_PAUSE_MS = 300


class Passages(QObject):
    """Underlines what is quoted; while somebody types the lines move, and are found again after."""

    def __init__(self, prose: ProseEditor) -> None:
        super().__init__(prose)
        self._prose = prose
        self._links: tuple[Link, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        prose.text_edited.connect(self._touch)

    def show_links(self, links: Sequence[Link]) -> None:
        """Underline the passages of another entry, or those of the same one now."""
        self._links = tuple(links)
        self._find()

    def go_to(self, evidence_id: Id) -> bool:
        """Select a passage in the text; False where it does not read like that any more."""
        quotes = (link.quote for link in self._links if link.id == evidence_id)
        span = find_passage(self._prose.text(), next(quotes, ""))
        if span is None:
            return False
        self._prose.setTextCursor(self._prose.find_span(*span))
        self._prose.ensureCursorVisible()
        return True

    def _touch(self) -> None:
        if self._links:
            self._pause.start()

    def _find(self) -> None:
        text = self._prose.text() if self._links else ""
        found = (find_passage(text, link.quote) for link in self._links)
        self._prose.underlines.show(self._prose.find_span(*span) for span in found if span)
