"""The head of an entry: when, what becomes of it, reading view and menu."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import Moment
from app.queries.journal import PackMention
from ui.journal.words import written_words
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip, Kind
from ui.widgets.elided_button import ElidedButton
from ui.widgets.popover import Popover
from ui.widgets.text import Label

_HEIGHT, _BUTTON_PADDING, _END, _NARROW_END = 56, 12, 24, 10
_POPOVER, _NARROW_BELOW = 280, 40
_GAP, _NARROW_GAP = 8, 4


class _Words(Enum):
    """How much the head says, from the most to the least."""

    ALL = 1
    SHORT = 2
    ICONS = 3


class EntryHeader(QWidget):
    """Date and time, Bring, privacy, reading view, menu; Back where the list is hidden."""

    back_asked = Signal()
    when_asked = Signal()
    bring_changed = Signal(bool)
    reading_changed = Signal(bool)
    panel_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button("", "ghost", icon="arrow-left")
        self.when = ElidedButton("", "ghost")
        self.bring = Chip("", "private", icon="flag", tall=True)
        self.privacy = Chip("", "private", tall=True)
        self.reading = Button("", "ghost", icon="eye")
        self.panel = Button("", "ghost", icon="panel-right")
        self.menu = Button("", "ghost", icon="ellipsis")
        self.leave = Button("", "ghost", icon="minimize-2")
        self._packs: tuple[PackMention, ...] = ()
        self._written = ("", "")
        self._name_controls()
        self._line = QHBoxLayout(self)
        self._lay_out()
        self._connect()
        self.show_bring(on=False)
        self.show_packs(())
        self.show_back(shown=False)
        follow_theme(self._apply_theme)

    def show_when(self, written: Moment, now: Moment) -> None:
        """Say when the entry was written."""
        self._written = written_words(written, now), written_words(written, now, short=True)
        self._fit()

    def show_bring(self, *, on: bool) -> None:
        """Show whether it is flagged to bring to a session."""
        self.bring.setChecked(on)
        keys = self.tr("Bring to the next session (Ctrl+Shift+B)")
        self.bring.setToolTip(self.tr("Do not bring it (Ctrl+Shift+B)") if on else keys)
        self._fit()

    def show_packs(self, packs: Sequence[PackMention]) -> None:
        """Show that the entry is private, or which packs it is in."""
        self._packs = tuple(packs)
        left = any(pack.left for pack in packs)
        inside = self.tr("In a saved PDF") if left else self.tr("In a draft")
        self.privacy.setToolTip(inside if packs else self.tr("In no share pack"))
        self._fit()

    def show_reading(self, *, on: bool) -> None:
        """Show whether the reading view is on."""
        self.reading.setChecked(on)
        self.reading.set_icon("pencil" if on else "eye")
        writing, reading = self.tr("Go on writing (Ctrl+E)"), self.tr("Reading view (Ctrl+E)")
        self.reading.setToolTip(writing if on else reading)

    def show_panel(self, *, on: bool) -> None:
        """Show whether the side panel is open."""
        self.panel.setChecked(on)

    def show_leave(self, *, shown: bool) -> None:
        """Offer the way out of focus mode, in the place of the panel that is hidden in it."""
        self.leave.setVisible(shown)
        self.panel.setVisible(not shown)
        self._fit()

    def show_back(self, *, shown: bool) -> None:
        """Offer the way back to the list."""
        self.back.setVisible(shown)
        self._fit()

    def set_gutter(self, gutter: int) -> None:
        """Begin where the text begins."""
        lead = max(4, gutter - _BUTTON_PADDING)
        self._line.setContentsMargins(lead, 0, _END if gutter > _NARROW_BELOW else _NARROW_END, 1)
        self._fit()

    def explain_privacy(self) -> None:
        """Say who can read the entry."""
        popover = Popover(self.privacy.accessibleName(), self.privacy)
        popover.body.setSpacing(current_theme().space(2))
        for line in self._privacy_lines():
            label = Label(line, "body", "text-2", wrap=True)
            label.setFixedWidth(current_theme().px(_POPOVER))
            popover.body.addWidget(label)
        popover.open_below()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in fewer words where there is less room."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _fit(self) -> None:
        """Show all words, else short ones, else the chips as icons."""
        for words in _Words:
            self._say(words)
            if self._wanted_width() <= self.width():
                return

    def _wanted_width(self) -> int:
        shown = [each for each in self._controls() if not each.isHidden()]
        margins = self._line.contentsMargins()
        width = sum(each.sizeHint().width() for each in shown)
        return width + self._line.spacing() * len(shown) + margins.left() + margins.right()

    def _say(self, words: _Words) -> None:
        self._line.setSpacing(_GAP if words is _Words.ALL else _NARROW_GAP)
        written = self._written[words is not _Words.ALL]
        self.when.show_words(written, self.tr("Date and time: {0}").format(self._written[0]))
        on, icons = self.bring.isChecked(), words is _Words.ICONS
        bring = self.tr("Bring to session") if on and words is _Words.ALL else self.tr("Bring")
        spoken = self.tr("Bring to session, on") if on else self.tr("Bring to session, off")
        self.bring.show_state("" if icons else bring, "bring" if on else "private", spoken)
        shared = bool(self._packs)
        privacy = self.tr("In a share pack") if shared else self.tr("Private")
        kind: Kind = "shared" if shared else "private"
        self.privacy.show_state("" if icons else privacy, kind, privacy)

    def _controls(self) -> tuple[QWidget, ...]:
        return (
            self.back,
            self.when,
            self.bring,
            self.privacy,
            self.reading,
            self.panel,
            self.menu,
            self.leave,
        )

    def _privacy_lines(self) -> list[str]:
        if not self._packs:
            return [
                self.tr("Only you can read this. It is in no share pack."),
                self.tr("Nothing leaves this vault unless you choose it, item by item."),
            ]
        left = [pack.title or self.tr("Untitled pack") for pack in self._packs if pack.left]
        drafts = [pack.title or self.tr("Untitled pack") for pack in self._packs if not pack.left]
        lines = [self.tr("Saved as a PDF: {0}").format(title) for title in left]
        lines += [self.tr("Chosen for a draft: {0}").format(title) for title in drafts]
        return [*lines, self.tr("A change is not in a PDF that was saved before it.")]

    def _name_controls(self) -> None:
        self.back.setToolTip(self.tr("Back to the list"))
        self.menu.setToolTip(self.tr("More"))
        self.when.setAccessibleDescription(self.tr("Change date and time"))
        self.reading.setCheckable(True)
        self.bring.setCheckable(True)
        self.panel.setCheckable(True)
        self.panel.setToolTip(self.tr("About this entry (Ctrl+Shift+E)"))
        self.leave.setToolTip(self.tr("Leave focus mode (Esc)"))
        self.leave.hide()
        self.show_reading(on=False)

    def _lay_out(self) -> None:
        for widget in self._controls():
            self._line.addWidget(widget)
        self._line.insertStretch(2)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.when.clicked.connect(self.when_asked)
        self.bring.clicked.connect(self.bring_changed)
        self.privacy.clicked.connect(self.explain_privacy)
        self.reading.clicked.connect(self.reading_changed)
        self.panel.clicked.connect(self.panel_asked)
        self.menu.clicked.connect(self.menu_asked)

    def _apply_theme(self) -> None:
        self.setFixedHeight(current_theme().px(_HEIGHT))
        self._fit()
