"""The reading view of an entry: a long text is parsed on another thread, as far as it is seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.prose import Block
from app.prose import parse, plain, with_task_toggled
from ui.jobs import Jobs
from ui.widgets.prose_places import Spot, line_start
from ui.widgets.prose_view import ProseView

LONG, SEEN = 20_000, 5_000
"""Characters from which on a text is long, and of which no window shows more."""


class Reading(QObject):
    """Shows a text rendered from the place where it was written."""

    task_toggled = Signal(int)
    """The line, in the text that is shown, of a task whose box was chosen."""

    def __init__(self, view: ProseView, jobs: Jobs) -> None:
        super().__init__(view)
        self._view = view
        self._jobs = jobs
        self._asked = 0
        self._lines_above = 0
        self._toggled: list[int] = []
        view.task_toggled.connect(lambda line: self.task_toggled.emit(self._lines_above + line))

    def show(self, text: str, spot: Spot | None = None) -> None:
        """Show a text from a spot on; of a long one what is seen first, then the rest around it."""
        spot = spot or Spot()
        self._asked += 1
        self._toggled.clear()
        if len(text) < LONG:
            self._show_all(self._asked, spot, parse(text))
            return
        words = plain(text)
        self._lines_above = words.count("\n", 0, spot.find(words)) if spot.share else 0
        start = line_start(text, self._lines_above)
        self._view.show_blocks(parse(text[start : start + SEEN]))
        # Only a bug can make it fail, and that is raised where bugs are caught.
        self._jobs.submit(
            partial(parse, text), partial(self._show_all, self._asked, spot), lambda _: None
        )

    def show_task_toggled(self, line: int) -> None:
        """Show the task of a line the other way, and so in what is still being parsed."""
        self._toggled.append(line)
        self._view.show_task_toggled(line - self._lines_above)

    def _show_all(self, asked: int, spot: Spot, blocks: tuple[Block, ...]) -> None:
        if asked == self._asked:
            self._lines_above = 0
            for line in self._toggled:
                blocks = with_task_toggled(blocks, line)
            self._view.show_blocks(blocks)
            self._view.go_to_spot(spot)
