"""What happened since the last session, each ticked onto the agenda by one key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.domain.ids import Kind
from app.domain.sessions import ActionState
from app.queries.sessions import SessionView
from app.queries.since_last_time import SinceLastTime
from ui import labels
from ui.actions.words import about_words
from ui.context import Context, Destination
from ui.sessions import words
from ui.sessions.preparing import Preparing
from ui.sessions.pulling import PullList, PullModel, PullRow, TickDelegate
from ui.widgets.section import Section
from ui.widgets.text import Label


class Since(Section):
    """A heading, from when on it is told, and the list; `navigate` carries a Destination."""

    navigate = Signal(object)

    def __init__(self, context: Context, preparing: Preparing) -> None:
        super().__init__("", gap=4)
        self._context = context
        self._preparing = preparing
        self.heading.setText(self.tr("Since last time"))
        self.about = Label("", "caption", "text-2", wrap=True, numbers=True)
        self.model = PullModel()
        self.rows = PullList(self.heading.text(), self.model, TickDelegate())
        self.column.addWidget(self.about)
        self.column.addWidget(self.rows)
        self.rows.opened.connect(self._pull)
        self.rows.customContextMenuRequested.connect(self._open_menu)

    def show_since(self, view: SessionView, since: SinceLastTime) -> None:
        """Show what happened, and what of it is on the agenda."""
        today = self._context.today()
        rows = list(self._rows(view, since, today))
        self.model.show_rows(rows)
        self.rows.setVisible(bool(rows))
        said = words.since_words(since, view.last_number, today)
        nothing = self.tr("Nothing moved, and nothing is owed. That is a topic, too.")
        self.about.setText(said if rows else f"{said} {nothing}")
        one, many = self.tr("Since last time, 1 thing"), self.tr("Since last time, {n} things")
        self.rows.setAccessibleName(labels.counted(len(rows), one, many))

    def _rows(self, view: SessionView, since: SinceLastTime, today: date) -> Iterator[PullRow]:
        holds = view.session.holds
        for each in since.feedback:
            said = each.form if each.read else self.tr("{form}, not read yet")
            form = self.tr("Feedback from {name}") if each.giver else self.tr("Feedback")
            yield PullRow(
                each.id, Kind.FEEDBACK, form.format(name=each.giver), said.format(form=each.form),
                labels.short_day(each.day, today), holds(each.id),
            )  # fmt: skip
        for moved in since.advanced:
            yield PullRow(
                moved.id, moved.kind, moved.title, words.advanced_words(moved),
                labels.short_day(moved.day, today), holds(moved.id),
            )  # fmt: skip
        for lived in since.lived:
            yield PullRow(
                lived.id, Kind.EXPERIENCE, lived.title, self.tr("Experience, ended"),
                labels.short_day(lived.day, today), holds(lived.id),
            )  # fmt: skip
        for owed in since.actions:
            if owed.state is ActionState.OPEN or holds(owed.id):
                yield PullRow(
                    owed.id, Kind.ACTION, owed.title, about_words(owed, today), "",
                    holds(owed.id),
                )  # fmt: skip

    def _pull(self, index: QModelIndex) -> None:
        row = self.model.pulled(index)
        if row is not None:
            self._preparing.pull(row.kind, row.id, row.title)

    def _open_menu(self, where: QPoint) -> None:
        index = self.rows.row_at(where)
        row = self.model.pulled(index)
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on = self.tr("Take off the agenda") if row.on else self.tr("Add to agenda")
        menu.addAction(on, partial(self._pull, index))
        if place := words.place_of(row.kind):
            form = self.tr("Open: {what}")
            target = Destination(place, row.id, row.kind)
            act = form.format(what=words.kind_words(row.kind))
            menu.addAction(act, partial(self.navigate.emit, target))
        menu.popup(self.rows.viewport().mapToGlobal(where))
