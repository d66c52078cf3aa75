"""The menu that adds a filter to a search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.cycles import Person
from app.domain.goals import Goal, Stretch
from ui.context import Context
from ui.search.tags import KnownTags
from ui.search.words import GROUPS, filter_icon, group_words
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.popover import Popover

_MOST = 30
"""More would not fit a menu; the others are typed."""


class Narrowing(QObject):
    """Offers the filters there are; `chosen` carries the name of one and its value."""

    chosen = Signal(str, str)

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._place = QPoint()
        self._tags = KnownTags(context, self)
        self._tags.known.connect(self._open)

    def open_menu(self, place: QPoint) -> None:
        """Offer the filters that the vault has something for, once its tags are read."""
        self._place = place
        self._tags.ask()

    def _open(self, known: tuple[str, ...]) -> None:
        menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reader = self._context.vault.read
        kinds = ((group_words(group), group.word) for group in GROUPS)
        self._add_choices(menu, self.tr("Kind"), "in", kinds)
        tags = ((tag, tag) for tag in known)
        self._add_choices(menu, self.tr("Tag"), "tag", tags)
        goals = [*reader.all(Goal), *reader.all(Stretch)]
        titles = sorted((goal.title for goal in goals), key=str.casefold)
        self._add_choices(menu, self.tr("Goal"), "goal", ((title, title) for title in titles))
        names = sorted((person.name for person in reader.all(Person)), key=str.casefold)
        self._add_choices(menu, self.tr("Person"), "person", ((name, name) for name in names))
        menu.addSeparator()
        for name, words in (
            ("after", self.tr("After a day...")),
            ("before", self.tr("Up to a day...")),
            ("on", self.tr("On a day...")),
        ):
            menu.addAction(icon("calendar"), words, partial(self._ask_day, name, words))
        menu.addSeparator()
        for name, value, sign, words in (
            ("has", "image", "image", self.tr("Has an image")),
            ("has", "evidence", "target", self.tr("Is evidence")),
            ("is", "pinned", "pin", self.tr("Pinned")),
            ("is", "bring", "flag", self.tr("To bring")),
            ("is", "open", "circle-dot", self.tr("Open")),
        ):
            menu.addAction(icon(sign), words, partial(self.chosen.emit, name, value))
        menu.popup(self._place)

    def _add_choices(
        self, menu: QMenu, title: str, name: str, choices: Iterable[tuple[str, str]]
    ) -> None:
        offered = list(choices)[:_MOST]
        if not offered:
            return
        inner = menu.addMenu(icon(filter_icon(name)), title)
        for words, value in offered:
            # In a menu an ampersand would make a key of what follows it.
            shown = words.replace("&", "&&")
            inner.addAction(shown, partial(self.chosen.emit, name, value))

    def _ask_day(self, name: str, words: str) -> None:
        title = words.rstrip(".")
        popover = DayPopover(title, self._over, self._context, partial(self.chosen.emit, name))
        popover.open_below()


class DayPopover(Popover):
    """Asks for one day and hands it on as it stands in a search."""

    def __init__(
        self, title: str, anchor: QWidget, context: Context, take: Callable[[str], None]
    ) -> None:
        super().__init__(title, anchor)
        self._take = take
        self.day = DateField(context.today, name=title)
        self._field = Field(title, self.day)
        self._add = Button(self.tr("Add filter"), "primary")
        self.body.setSpacing(12)
        self.body.addWidget(self._field)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignRight)
        self.day.returnPressed.connect(self._finish)
        self._add.clicked.connect(self._finish)

    def _finish(self) -> None:
        self.day.settle()
        day = self.day.day()
        if day is None:
            self._field.set_error(self.tr("Write a day, such as 22 May or 2026-05-22."))
            return
        self.close()
        self._take(day.isoformat())
