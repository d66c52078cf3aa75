"""The sheet for what was agreed with a mentor; every point may stay empty."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.cycles import Agreed, Cycle
from app.operations import cycles
from ui.context import Context
from ui.forms import Form
from ui.plan.words import translate
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine

_LINES = 3


class AgreementForm(Form):
    """The points of the working agreement, in the order they are talked through."""

    def __init__(self, context: Context, cycle: Cycle, parent: QWidget) -> None:
        agreement = context.library.working_agreement
        super().__init__(
            context,
            translate("Plan", "What you agreed"),
            parent,
            draft=f"plan.agreement:{cycle.id}",
            subtitle=agreement.about,
        )
        self._cycle = cycle
        said = {point.field: point.text for point in cycle.agreement}
        for point in agreement.fields:
            editor = MultiLine(lines=_LINES) if point.type == "multiline" else LineEdit()
            self.add_field(point.id, Field(point.label, editor))
            self.put(point.id, said.get(point.id, ""))
        self.focus_first(self.fields[agreement.fields[0].id].editor)
        self.add_buttons(self.tr("Save"))
        self.begin()

    def submit(self) -> None:
        """Save the points that have words; those of another version of the content stay."""
        known = self.fields
        others = tuple(point for point in self._cycle.agreement if point.field not in known)
        said = tuple(Agreed(name, self.text(name)) for name in known if self.text(name))
        vault, cycle_id = self.context.vault, self._cycle.id
        self.run(lambda: cycles.agree(vault, cycle_id, (*said, *others)))
