"""The popover that narrows the list: by tag, template, goal, dates, rating and image."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.queries.journal import EntryFilter, Facets
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.popover import Popover

_WIDTH = 300


class Narrowing(Popover):
    """What the list is narrowed to; every change acts at once."""

    narrowed = Signal(object)
    """An EntryFilter of the view that the list shows."""
    tags_asked = Signal()
    """Somebody wants to rename or merge tags."""

    def __init__(
        self,
        anchor: QWidget,
        wanted: EntryFilter,
        facets: Facets,
        template_name: Callable[[str], str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(self.tr("Filter entries"), anchor)
        self._wanted = wanted
        self._tag = Choice([(self.tr("Any tag"), ""), *((tag, tag) for tag in facets.tags)])
        self._template = Choice(
            [(self.tr("Any template"), ""), *_template_options(facets.templates, template_name)]
        )
        goals = ((goal.title, goal.id) for goal in facets.goals)
        self._goal = Choice([(self.tr("Any goal"), NO_ID), *goals])
        self._since, self._until = DateField(today), DateField(today)
        self._rated = Check(self.tr("Only with a rating"))
        self._image = Check(self.tr("Only with an image"))
        self._clear = Button(self.tr("Clear filters"), "link")
        self._manage = Button(self.tr("Manage tags"), "link")
        self._lay_out()
        self._load()
        self._connect()

    def _lay_out(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.px(_WIDTH))
        self.body.setSpacing(theme.space(3))
        self.body.addWidget(Field(self.tr("Tag"), self._tag))
        self.body.addWidget(Field(self.tr("Template"), self._template))
        self.body.addWidget(Field(self.tr("Evidence for"), self._goal))
        self.body.addWidget(Field(self.tr("From"), self._since))
        self.body.addWidget(Field(self.tr("To"), self._until))
        self.body.addWidget(self._rated)
        self.body.addWidget(self._image)
        foot = QHBoxLayout()
        foot.addWidget(self._manage)
        foot.addStretch()
        foot.addWidget(self._clear)
        self.body.addLayout(foot)

    def _load(self) -> None:
        self._tag.set_value(self._wanted.tag)
        self._template.set_value(self._wanted.template)
        self._goal.set_value(self._wanted.goal)
        self._since.set_day(self._wanted.since)
        self._until.set_day(self._wanted.until)
        self._rated.setChecked(self._wanted.rated)
        self._image.setChecked(self._wanted.image)
        self._clear.setEnabled(self._wanted.narrows)

    def _connect(self) -> None:
        for choice in (self._tag, self._template, self._goal):
            choice.picked.connect(self._narrow)
        for field in (self._since, self._until):
            field.day_changed.connect(self._narrow)
        self._rated.clicked.connect(self._narrow)
        self._image.clicked.connect(self._narrow)
        self._clear.clicked.connect(self._show_everything)
        self._manage.clicked.connect(self._go_to_tags)

    def _narrow(self) -> None:
        self._wanted = replace(
            self._wanted,
            tag=str(self._tag.value()),
            template=str(self._template.value()),
            goal=Id(str(self._goal.value())),
            since=self._since.day(),
            until=self._until.day(),
            rated=self._rated.isChecked(),
            image=self._image.isChecked(),
        )
        self._clear.setEnabled(self._wanted.narrows)
        self.narrowed.emit(self._wanted)

    def _go_to_tags(self) -> None:
        self.close()
        self.tags_asked.emit()

    def _show_everything(self) -> None:
        self._wanted = EntryFilter(self._wanted.view)
        self._load()
        self.narrowed.emit(self._wanted)


def _template_options(
    ids: Iterable[str], template_name: Callable[[str], str]
) -> list[tuple[str, str]]:
    options = [(template_name(template_id), template_id) for template_id in ids]
    return sorted(options, key=lambda option: option[0].casefold())
