"""The line below an entry's title: energy, confidence and tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.domain.records import clean_tags
from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.tags_field import TagsField
from ui.widgets.text import Label

_TAG_ROOM = 96


class EntryFacts(QWidget):
    """Two ratings and the tags; `edited` says that somebody changed one of them."""

    edited = Signal()

    def __init__(self, known_tags: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._known_tags = known_tags
        self._energy = Bulbs(self.tr("Energy"), self._energy_anchors())
        self._confidence = Bulbs(self.tr("Confidence"), self._confidence_anchors())
        self._tags = TagsField(name=self.tr("Tags"))
        # The line of the page takes the place of the field's border.
        self._tags.setProperty("kind", "bare-field")
        if layout := self._tags.layout():
            layout.setContentsMargins(0, 1, 0, 1)
        self._tags.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._ratings = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._energy.rated.connect(self.edited)
        self._confidence.rated.connect(self.edited)
        self._tags.tags_changed.connect(self.edited)
        self._tags.tags_changed.connect(self._fit)
        self._watch_tags()
        follow_theme(self._fit)

    # Properties

    def energy(self) -> int | None:
        """The energy, None where it is not rated."""
        return self._energy.value() or None

    def confidence(self) -> int | None:
        """The confidence, None where it is not rated."""
        return self._confidence.value() or None

    def tags(self) -> tuple[str, ...]:
        """The tags, also the one still being written."""
        return clean_tags(tuple(self._tags.tags()))

    # Methods

    def show_facts(self, energy: int | None, confidence: int | None, tags: tuple[str, ...]) -> None:
        """Show other ratings and tags; nobody edited them."""
        self._energy.setValue(energy or 0)
        self._confidence.setValue(confidence or 0)
        if tuple(self._tags.tags()) != tags:
            self._tags.set_tags(tags)
        self._fit()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tags below the ratings where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the tags in use when somebody is about to write one."""
        if event.type() == QEvent.Type.FocusIn:
            self._tags.set_known(self._known_tags())
        return super().eventFilter(watched, event)

    # Private

    def _lay_out(self) -> None:
        ratings = self._ratings
        ratings.setSpacing(current_theme().space(1))
        for bulbs in (self._energy, self._confidence):
            ratings.addWidget(Label(bulbs.accessibleName(), "body", "text-2"))
            ratings.addWidget(bulbs)
        ratings.insertSpacing(2, current_theme().space(2))
        ratings.addStretch()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self._line.addLayout(ratings)
        self._line.addStretch(1)
        self._line.addWidget(self._tags, 0, Qt.AlignmentFlag.AlignVCenter)

    def _watch_tags(self) -> None:
        for line in self._tags.findChildren(QLineEdit):
            line.setPlaceholderText(self.tr("Add tag"))
            line.textEdited.connect(self.edited)
            line.installEventFilter(self)

    def _fit(self) -> None:
        for line in self._tags.findChildren(QLineEdit):
            line.setMaximumWidth(current_theme().px(_TAG_ROOM))
        direction = QBoxLayout.Direction
        wanted_width = self._ratings.sizeHint().width() + self._tags.sizeHint().width()
        stacked = wanted_width + current_theme().space(6) > self.width()
        wanted = direction.TopToBottom if stacked else direction.LeftToRight
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)

    def _energy_anchors(self) -> tuple[str, ...]:
        return (
            self.tr("drained"),
            self.tr("low"),
            self.tr("steady"),
            self.tr("lively"),
            self.tr("full of it"),
        )

    def _confidence_anchors(self) -> tuple[str, ...]:
        return (
            self.tr("not at all sure"),
            self.tr("a little sure"),
            self.tr("half sure"),
            self.tr("quite sure"),
            self.tr("sure"),
        )
