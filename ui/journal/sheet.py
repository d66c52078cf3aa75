"""What an entry looks like on the page: title, facts, and the text to write or to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.operations.journal import EntryDraft
from app.prose import Template, WordCount
from ui.entry.pictures import Pictures
from ui.entry.style import prose_style
from ui.jobs import Jobs
from ui.journal.facts import EntryFacts
from ui.journal.reading import Reading
from ui.journal.title import TitleEdit
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_column import Column
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.prose_view import ProseView

_TOP, _GAP = 32, 18
_COUNT_MS = 250


class EntrySheet(QWidget):
    """The page one writes on. Prompts of a template are shown, and are not part of the text."""

    edited = Signal()
    counted = Signal(int)
    """How many words the text has."""
    link_activated = Signal(str)
    turned = Signal()
    """The other of the two is shown: the text to write, or to read."""

    def __init__(self, known_tags: Callable[[], tuple[str, ...]], jobs: Jobs) -> None:
        super().__init__()
        self.title = TitleEdit()
        self.facts = EntryFacts(known_tags)
        style = prose_style(current_theme())
        self.prose = ProseEditor(style)
        self.view = ProseView(style)
        self._reading = Reading(self.view, jobs)
        self._stack = QStackedWidget()
        self._loading = False
        self._centred = False
        self._words = WordCount()
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_MS)
        self._head = QHBoxLayout()
        self._gutter = Column().before
        self._prepare()
        self._lay_out()
        self._connect()
        follow_theme(self._apply_theme)

    # Properties

    def draft(self) -> EntryDraft:
        """What is on the sheet; the marks of the entry are not."""
        return EntryDraft(
            title=self.title.text(),
            body=self.prose.written(),
            tags=self.facts.tags(),
            energy=self.facts.energy(),
            confidence=self.facts.confidence(),
        )

    @property
    def reading(self) -> bool:
        """Whether the reading view is shown."""
        return self._stack.currentWidget() is self.view

    def selected_passage(self) -> str:
        """The words that are selected in the text, as it is shown."""
        if self.reading:
            return self.view.textCursor().selectedText().replace("\u2029", "\n")
        return self.prose.selected_text()

    # Methods

    def show_draft(self, draft: EntryDraft, template: Template | None = None) -> None:
        """Show another entry from its beginning; nobody edited it."""
        self._loading = True
        self.title.set_text(draft.title)
        self.facts.show_facts(draft.energy, draft.confidence, draft.tags)
        self.prose.set_text(draft.body, template)
        self._loading = False
        if self.reading:
            self._reading.show(self.prose.written())
        self._say_count()

    def renew(self, draft: EntryDraft) -> None:
        """Show the same entry in other words, with the cursor about where it was."""
        place = self.place()
        scrolled = self.prose.verticalScrollBar().value()
        changed = draft.body != self.prose.written()
        if changed:
            self.show_draft(draft)
            place = min(place, len(draft.body))
            self.prose.setTextCursor(self.prose.find_span(place, place))
            self.prose.verticalScrollBar().setValue(scrolled)
            return
        self._loading = True
        if draft.title != self.title.text():
            self.title.set_text(draft.title)
        self.facts.show_facts(draft.energy, draft.confidence, draft.tags)
        self._loading = False

    def begin_text(self, text: str, template: Template) -> None:
        """Put a text with prompts on the sheet and the cursor where the first answer goes."""
        self.prose.set_text(text, template)
        spans = template.standing(text)
        place = spans[0][0] if spans else len(text)
        self.prose.setTextCursor(self.prose.find_span(place, place))

    def place(self) -> int:
        """Return how many characters of the text stand before where one writes."""
        return self.prose.selected_span()[1]

    def write_at(self, place: int) -> None:
        """Go and write at a place in the text, or at its end where it is shorter now."""
        place = min(place, len(self.prose.written()))
        self.prose.setTextCursor(self.prose.find_span(place, place))
        self.prose.setFocus()

    def read(self, *, on: bool) -> None:
        """Show the text rendered, or go on writing it, from the place that is seen."""
        if on:
            self._reading.show(self.prose.written(), self.prose.spot())
        elif self.reading:
            self.prose.go_to_spot(self.view.spot())
        shown = self.view if on else self.prose
        self._stack.setCurrentWidget(shown)
        self.turned.emit()
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_again(self) -> None:
        """Render the text anew where it is being read."""
        if self.reading:
            self._reading.show(self.prose.written(), self.view.spot())

    def set_pictures(self, pictures: Pictures) -> None:
        """Show the images of the open vault in the reading view."""
        self.view.set_pictures(pictures)
        pictures.ready.connect(self.view.viewport().update)

    def set_gutter(self, gutter: int) -> None:
        """Leave this much beside the column."""
        self._gutter = gutter
        self._place_column()

    def set_centred(self, *, centred: bool) -> None:
        """Set the column in the middle of the room, or where it begins."""
        self._centred = centred
        self._head.setStretch(0, 1 if centred else 0)
        self._place_column()

    # Private

    def _prepare(self) -> None:
        self.prose.set_ghost(self.tr("Write here"))
        self.prose.setAccessibleName(self.tr("Text"))
        self.view.setAccessibleName(self.tr("Text, reading view"))

    def _lay_out(self) -> None:
        inner, holder = QWidget(), QVBoxLayout()
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(2)
        holder.addWidget(self.title)
        holder.addWidget(self.facts)
        inner.setLayout(holder)
        self._inner = inner
        self._head.addStretch(0)
        self._head.addWidget(inner, 1000)
        self._head.addStretch(1)
        self._stack.addWidget(self.prose)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.title.textChanged.connect(self._edit)
        self.title.finished.connect(self.prose.setFocus)
        self.facts.edited.connect(self._edit)
        self.prose.text_edited.connect(self._edit)
        self.prose.text_edited.connect(self._count.start)
        self.view.link_activated.connect(self.link_activated)
        self._reading.task_toggled.connect(self._toggle_task)
        self._count.timeout.connect(self._say_count)

    def _toggle_task(self, line: int) -> None:
        self.prose.toggle_task(line)
        self._reading.show_task_toggled(line)

    def _place_column(self) -> None:
        width, gutter = current_theme().size("reading-max"), self._gutter
        self._head.setContentsMargins(gutter, min(gutter, _TOP), gutter, _GAP)
        column = (
            Column(width, gutter, gutter, centred=True) if self._centred else Column(width, gutter)
        )
        self.prose.set_column(column)
        self.view.set_column(column)

    def _edit(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _say_count(self) -> None:
        self.counted.emit(self._words.of(self.prose.written()))

    def _apply_theme(self) -> None:
        theme = current_theme()
        style = prose_style(theme)
        self.prose.set_style(style)
        self.view.set_style(style)
        self._inner.setMaximumWidth(theme.size("reading-max"))
        self.set_gutter(self._gutter)
