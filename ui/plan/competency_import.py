"""What a file of competencies would bring, line by line, before any of it comes in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.drawing.chart import Cell, Column, Row
from app.drawing.chart import Table as Shown
from app.importing import competency_table
from app.importing.competency_table import Fate, Planned, Table
from app.operations import competencies
from app.queries.competencies import catalogue
from ui import labels
from ui.context import Context
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.chart_table import ChartTable
from ui.widgets.dialog import Dialog

_NAMED = 5


class ImportSheet(Dialog):
    """The dry run: a table, and the button that does it in one go."""

    def __init__(self, context: Context, table: Table, file: str, parent: QWidget) -> None:
        title = translate("Plan", "Import competencies")
        super().__init__(title, parent, kind="sheet", subtitle=file)
        self._context = context
        known = catalogue(context.vault.read, context.library).rows
        self.planned = competency_table.plan(table, {(row.name, row.group) for row in known})
        self._coming = [p.line.competency for p in self.planned if p.fate is Fate.COMES_IN]
        self.add_text(_summary(self.planned))
        if table.unread:
            self.add_text(_unread(table.unread))
        self.table = ChartTable()
        self.table.show_table(title, _shown(self.planned))
        self.table.setVisible(bool(self.planned))
        self.body.addWidget(self.table)
        leave = self.add_action(Button(self.tr("Cancel") if self._coming else self.tr("Close")))
        leave.clicked.connect(self.reject)
        self.focus_first(leave)
        if self._coming:
            self._add_import()
        else:
            self.set_note(self.tr("Nothing in this file is new."))

    def bring_in(self) -> None:
        """Bring in what comes in, all or none."""
        coming, vault = self._coming, self._context.vault

        def add() -> bool:
            competencies.add_competencies(vault, coming)
            return True

        if self._context.perform(add):
            self.accept()
            one, many = (
                self.tr("1 competency brought in"),
                self.tr("{n} competencies brought in"),
            )
            self._context.messages.say(labels.counted(len(coming), one, many), undo=True)

    def _add_import(self) -> None:
        one, many = self.tr("Bring in 1 competency"), self.tr("Bring in {n} competencies")
        act = labels.counted(len(self._coming), one, many)
        bring = self.add_action(Button(act, "primary"))
        self.focus_first(bring)
        bring.clicked.connect(self.bring_in)
        self.set_note(self.tr("Nothing has come in yet."))


def fate_words(fate: Fate) -> str:
    """What becomes of a line."""
    return {
        Fate.COMES_IN: translate("Plan", "Comes in"),
        Fate.ALREADY_THERE: translate("Plan", "Already there"),
        Fate.REPEATED: translate("Plan", "Left out: it is in this file twice"),
        Fate.NO_NAME: translate("Plan", "Left out: it has no name"),
        Fate.TOO_LONG: translate("Plan", "Left out: a text in it is too long"),
    }[fate]


def _summary(planned: Sequence[Planned]) -> str:
    if not planned:
        return translate("Plan", "There is no competency below the names of the columns.")
    coming = sum(each.fate is Fate.COMES_IN for each in planned)
    there = sum(each.fate is Fate.ALREADY_THERE for each in planned)
    words = translate("Plan", "Come in: {coming}. Already there: {there}. Left out: {left}.")
    left = len(planned) - coming - there
    return words.format(
        coming=labels.number(coming), there=labels.number(there), left=labels.number(left)
    )


def _unread(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return translate("Plan", "Columns that are not read: {names}.").format(names=shown)


def _shown(planned: Sequence[Planned]) -> Shown:
    tr = QCoreApplication.translate
    columns = (
        Column(tr("Plan", "Line"), figures=True),
        Column(tr("Plan", "Name")),
        Column(tr("Plan", "Group")),
        Column(tr("Plan", "What happens")),
    )
    return Shown(columns, tuple(_row(each) for each in planned))


def _row(planned: Planned) -> Row:
    number, competency = planned.line.number, planned.line.competency
    cells = (
        Cell(labels.number(number), number),
        Cell(competency.name),
        Cell(competency.group),
        Cell(fate_words(planned.fate)),
    )
    return Row(str(number), cells)
