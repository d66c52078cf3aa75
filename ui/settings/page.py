"""The settings: sections at the left, one of them beside. Changes act at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from ui.context import Context, Destination
from ui.desk import Desk
from ui.page import Page
from ui.settings.about import AboutSection
from ui.settings.appearance import AppearanceSection
from ui.settings.privacy import PrivacySection
from ui.settings.profile import ProfileSection
from ui.settings.reminders import RemindersSection
from ui.settings.section import Section
from ui.settings.tags import TagsSection
from ui.settings.templates import TemplatesSection
from ui.settings.trash import TrashSection
from ui.settings.trash_words import headings
from ui.settings.writing import WritingSection
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.rail import Place, RailItem
from ui.widgets.stack import Stack
from ui.widgets.text import Label

LOCK: Final = "lock"
_LIST, _LIST_NARROW = 248, 224


class SettingsPage(Page):
    """Settings of this computer and of this vault.

    A destination's act names the section: appearance, privacy, writing, reminders, name,
    templates, tags, trash or about.
    """

    place = "settings"
    kinds = frozenset({*headings(), Kind.PREFERENCE})

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        privacy = PrivacySection(context, desk)
        privacy.lock_asked.connect(lambda: self.navigate.emit(Destination(LOCK)))
        self._sections: dict[str, Section] = {
            "appearance": AppearanceSection(desk),
            "privacy": privacy,
            "writing": WritingSection(context, desk),
            "reminders": RemindersSection(context, desk),
            "name": ProfileSection(context),
            "templates": TemplatesSection(context),
            "tags": TagsSection(context),
            "trash": TrashSection(context),
            "about": AboutSection(),
        }
        self._items = self._make_items()
        self._section = "appearance"
        self._listed = True
        self._list = QWidget()
        self._detail = QWidget()
        self._stack = Stack()
        self._back = Button(self.tr("Settings"), "ghost", icon="arrow-left")
        self._lay_out()
        self._back.clicked.connect(self._show_list)
        self._mark()
        follow_theme(self._fit)

    # Methods

    def refresh(self) -> None:
        """Show what is chosen or deleted now in the section that is shown."""
        self._sections[self._section].refresh()

    def arrive(self, destination: Destination) -> None:
        """Show the section that the destination names."""
        if destination.act in self._sections:
            self._go(destination.act)
            self._sections[destination.act].arrive(destination)

    def where(self) -> Destination:
        """The section that is shown."""
        return Destination(self.place, act=self._section)

    def save(self) -> None:
        """Keep what was typed."""
        for section in self._sections.values():
            section.save()

    def first_focus(self) -> QWidget | None:
        """The section in the list, or the way back to the list where it is hidden."""
        return self._items[self._section] if self._list.isVisibleTo(self) else self._back

    # Events

    def event(self, event: QEvent) -> bool:
        """Show list and section side by side, or one at a time."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    # Private

    def _make_items(self) -> dict[str, RailItem]:
        icons = {
            "appearance": "palette",
            "privacy": "lock-keyhole",
            "writing": "notebook-pen",
            "reminders": "bell",
            "name": "user",
            "templates": "file-text",
            "tags": "tags",
            "trash": "trash-2",
            "about": "info",
        }
        items = {}
        for name, section in self._sections.items():
            item = RailItem(Place(name, icons[name], section.title))
            item.clicked.connect(lambda _=False, name=name: self._go(name))
            items[name] = item
        return items

    def _lay_out(self) -> None:
        self._list.setProperty("ground", "pane")
        self._list.setProperty("line", "right")
        self._list.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(8, 20, 8, 20)
        column.setSpacing(1)
        title = Label(self.tr("Settings"), "title")
        title.setContentsMargins(12, 0, 0, 0)
        column.addWidget(title)
        column.addSpacing(12)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch()
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(0, 0, 0, 0)
        detail.setSpacing(0)
        self._way_back = QHBoxLayout()
        self._way_back.addWidget(self._back)
        self._way_back.addStretch()
        detail.addLayout(self._way_back)
        for section in self._sections.values():
            self._stack.addWidget(section)
        detail.addWidget(self._stack, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._list)
        line.addWidget(self._detail, 1)

    def _go(self, name: str) -> None:
        self.context.perform(self.save)
        self._section = name
        self._listed = False
        self._sections[name].refresh()
        self._stack.setCurrentWidget(self._sections[name])
        self._mark()
        self._fit()
        if not self._list.isVisibleTo(self):
            self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_list(self) -> None:
        self._listed = True
        self._fit()
        self._items[self._section].setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self) -> None:
        for name, item in self._items.items():
            item.setChecked(name == self._section)

    def _fit(self) -> None:
        theme = current_theme()
        width = theme.effective_width(self.window().width())
        alone = width < theme.breakpoint("list-pane-hide-below")
        narrow = width < theme.breakpoint("rail-collapse-below")
        self._list.setVisible(self._listed or not alone)
        self._detail.setVisible(not self._listed or not alone)
        self._back.setVisible(alone)
        self._way_back.setContentsMargins(12, 8 if alone else 0, 12, 0)
        self._list.setMinimumWidth(0 if alone else theme.px(_LIST_NARROW if narrow else _LIST))
        self._list.setMaximumWidth(1 << 20 if alone else self._list.minimumWidth())
