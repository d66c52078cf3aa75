"""How the page of search is laid out: head, box and chips above, results and side below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.context import Context
from ui.search.box import SearchBox
from ui.search.chips import FilterChips
from ui.search.kinds import KindTabs, View
from ui.search.listing import ResultList
from ui.search.results import ResultModel
from ui.search.results_delegate import INSET
from ui.search.side import SearchSide
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.mark import Mark
from ui.widgets.text import Label

_LONGEST = 80
_WIDE, _HIGH, _NARROW = 40, 32, 24
_SIDE, _SIDE_NARROW, _SENTENCE = 272, 240, 360
_PADDING = 11
"""Pixels from the edge of a quiet button to its words."""
_AHEAD = 2
"""How many windows before the end the next hits are asked for."""


class SearchFrame(QScrollArea):
    """Everything of the page; `more_asked` says that the end of the list is near."""

    more_asked = Signal()

    def __init__(self, context: Context, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = Button(self.tr("Save this search"), icon="bookmark-plus")
        self.jump = Button(self.tr("Saved searches"), "ghost", icon="bookmark")
        self.box = SearchBox()
        self.chips = FilterChips()
        self.kinds = KindTabs()
        self.sort = Button("", "ghost", trailing="chevron-down")
        self.rows = ResultList(self.tr("Search results"), model)
        self.more = Button(self.tr("Show more"), "plain")
        self.retry = Button(self.tr("Try again"))
        self.side = SearchSide(context)
        self._note = Label("", "caption", "text-2", wrap=True)
        self._heading = Label("", "heading", wrap=True, size=18)
        self._sentence = Label("", "body", "text-2", wrap=True)
        self._instead = QWidget()
        self._bar = QWidget()
        self._inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main = QVBoxLayout()
        self._has_more = False
        self._lay_out()
        self._connect()
        self.show_beginning()
        follow_theme(self._fit)

    # What is shown

    def show_beginning(self) -> None:
        """Nothing is looked for yet."""
        words = self.tr("Type a word or a part of one. Everything in this vault is searched.")
        self._show_instead(self.tr("Find anything you wrote"), words)
        self._bar.hide()

    def show_nothing(self, text: str) -> None:
        """Nothing was found."""
        words = text.strip()
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rstrip() + "…"
        heading = self.tr("Nothing found for “{words}”").format(words=words)
        self._show_instead(heading, self.tr("Parts of words count. Check the filters."))

    def show_failure(self, words: str) -> None:
        """The vault could not be searched."""
        self._show_instead(self.tr("The search did not come to an end"), words)
        self.retry.show()

    def show_results(self, note: str, *, more: bool) -> None:
        """The list, and a note above it where there is one."""
        self._instead.hide()
        self.rows.show()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._has_more = more
        self._show_more()

    def show_kinds(self, views: Sequence[View]) -> None:
        """The kinds in which something was found."""
        self.kinds.show_views(views)
        self._bar.show()

    def show_saveable(self, *, possible: bool) -> None:
        """Whether there is a search to save; where not, the button says why."""
        self.save.setEnabled(possible)
        why = "" if possible else self.tr("Search for something first.")
        self.save.setToolTip(why)
        self.save.setAccessibleDescription(why)

    @property
    def stacked(self) -> bool:
        """Whether the side column stands below the results."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    # Events

    def event(self, event: QEvent) -> bool:
        """Fit the columns to the window when it is resized or the page is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Search"), "title"), 1)
        head.addWidget(self.jump)
        head.addWidget(self.save)
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(0)
        for part, below in ((head, 16), (self.box, 10), (self.chips, 18)):
            self._column.addLayout(_inset(part))
            self._column.addSpacing(below)
        self._column.addLayout(self._columns, 1)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self.side, 0)
        self._columns.addSpacing(INSET)
        self._lay_out_main()
        self.setWidget(self._inside)

    def _lay_out_main(self) -> None:
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addSpacing(INSET)
        bar.addWidget(self.kinds, 1)
        bar.addWidget(self.sort)
        bar.addSpacing(INSET - _PADDING)
        nothing = QVBoxLayout(self._instead)
        nothing.setContentsMargins(INSET, 48, INSET, 48)
        nothing.addWidget(Mark("quiet", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        nothing.addSpacing(12)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            nothing.addWidget(label)
        nothing.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        self._main.setSpacing(0)
        self._main.addWidget(self._bar)
        self._main.addLayout(_inset(self._note, 8))
        self._main.addWidget(self.rows)
        self._main.addWidget(self._instead)
        self._main.addLayout(_inset(self.more, 8))
        self._main.addStretch(1)

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.verticalScrollBar().rangeChanged.connect(self._look_ahead)
        self.more.clicked.connect(self.more_asked)
        self.jump.clicked.connect(self._jump)
        self.rows.selectionModel().currentChanged.connect(self._follow)

    # Private

    def _show_instead(self, heading: str, words: str) -> None:
        self._heading.setText(heading)
        self._sentence.setText(words)
        self._instead.show()
        for hidden in (self.rows, self._note, self.retry, self.more):
            hidden.hide()
        self._has_more = False

    def _show_more(self) -> None:
        # Beside the side column the next hits come by scrolling; above it they would push it away.
        self.more.setVisible(self._has_more and self.stacked)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        near = bar.value() + (_AHEAD + 1) * bar.pageStep() >= bar.maximum() + bar.pageStep()
        if near and self._has_more and not self.stacked:
            self.more_asked.emit()

    def _follow(self, index: QModelIndex) -> None:
        """Keep the current row in sight."""
        box = self.rows.visualRect(index)
        top = self.rows.mapTo(self._inside, box.topLeft())
        above = current_theme().px(48)  # with the heading above the first row of a group
        self.ensureVisible(top.x(), top.y(), 0, above)
        self.ensureVisible(top.x(), top.y() + box.height(), 0, 8)

    def _jump(self) -> None:
        self.ensureWidgetVisible(self.side)
        self.side.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        theme = current_theme()
        wide = theme.effective_width(self.window().width())
        narrow = wide < theme.breakpoint("rail-collapse-below")
        stacked = wide < theme.breakpoint("side-panel-stack-below")
        edge, top = (_NARROW, _NARROW) if narrow else (_WIDE, _HIGH)
        self._column.setContentsMargins(edge - INSET, top, edge - INSET, top)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._columns.setSpacing(32 if stacked else 48 - INSET)
        width = theme.px(_SIDE_NARROW if narrow else _SIDE)
        self.side.setMinimumWidth(0 if stacked else width)
        self.side.setMaximumWidth(1 << 20 if stacked else width)
        beside = INSET if stacked else 0
        self.side.setContentsMargins(beside, 0, beside, 0)
        self.jump.setVisible(stacked)
        self._show_more()


def _inset(part: QWidget | QHBoxLayout, top: int = 0) -> QHBoxLayout:
    """A line that begins where the text of the rows does."""
    line = QHBoxLayout()
    line.setContentsMargins(INSET, top, INSET, 0)
    if isinstance(part, QWidget):
        line.addWidget(part)
    else:
        line.addLayout(part)
    return line
