"""The sheet of check-ins: one on a stretch goal, or one after the other on those that are due."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import CheckIn, PlanUse
from app.operations import goals
from app.queries.stretch import StretchView
from ui.context import Context
from ui.forms import Form
from ui.labels import counted, number
from ui.stretch.check_in_fields import CheckInFields
from ui.stretch.day_button import DayButton
from ui.widgets.button import Button
from ui.widgets.text import Label


class CheckInSheet(Form):
    """Check-ins on these stretch goals, one after the other; or an earlier one to change.

    Enter saves, outside the note. With several, what is left untouched is passed over.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        views: Sequence[StretchView],
        note: CheckIn | None = None,
    ) -> None:
        one = QCoreApplication.translate("CheckInSheet", "Check-in")
        several = QCoreApplication.translate("CheckInSheet", "Weekly check-in")
        super().__init__(context, several if len(views) > 1 else one, parent, draft="")
        self._views = tuple(views)
        self._note_before = note
        self._place = 0
        self._saved = 0
        self._step = Label("", "caption", "text-2", numbers=True)
        self.when = DayButton(context.today, context.today())
        self.skip = Button(self.tr("Skip"), "ghost")
        self.confirm = self._add_frame()
        self.form = self._ask()
        self._begin()
        self.when.day_changed.connect(self.touch)

    # Properties

    @property
    def view(self) -> StretchView:
        """The stretch goal that is asked about now."""
        return self._views[self._place]

    # What a form says

    def content(self) -> str:
        """Return what the fields hold, the day, and whether the plan was used."""
        more = {"day": self.when.day().isoformat(), "used": self.form.used.value() or ""}
        return json.dumps({**json.loads(super().content()), **more})

    def restore(self, content: str) -> None:
        """Bring it all back."""
        super().restore(content)
        kept = json.loads(content)
        self.when.set_day(date.fromisoformat(kept["day"]))
        self.form.used.set_value(kept["used"] or None)

    def submit(self) -> None:
        """Save the check-in; an error stands where it belongs."""
        if len(self._views) > 1 and self.untouched():
            self._go_on()
            return
        if not self.form.measure.is_understood():
            self.show_field_error("value", self.tr("Write a number, such as 8."))
            return
        note = self._checked_in()
        save = goals.check_in if self._note_before is None else goals.revise_check_in
        self.run(lambda: save(self.context.vault, note))

    def finish(self) -> None:
        """Go on with the next stretch goal, or close after the last."""
        self._saved += 1
        self._go_on()

    def pass_over(self) -> None:
        """Go on with the next stretch goal; what was typed about this one is kept as a draft."""
        self.context.perform(self.keep)
        self._go_on()

    # Private

    def _add_frame(self) -> Button:
        row = QHBoxLayout()
        row.addWidget(self._step)
        row.addWidget(self.when)
        self.header.insertLayout(1, row)
        self.header.setAlignment(row, Qt.AlignmentFlag.AlignTop)
        save = self.add_buttons(self.tr("Save check-in"))
        self.footer.insertWidget(self.footer.indexOf(save), self.skip)
        self.skip.setVisible(len(self._views) > 1)
        self.skip.clicked.connect(self.pass_over)
        save.setDefault(True)
        return save

    def _ask(self) -> CheckInFields:
        """Ask about the stretch goal whose turn it is."""
        form = CheckInFields(self.context, self.view, self._note_before)
        form.used.picked.connect(self.touch)
        self.body.addWidget(form)
        self.fields = form.fields
        self.focus_first(form.first())
        return form

    def _begin(self) -> None:
        view, note = self.view, self._note_before
        self.when.set_day(note.day if note else self.context.today())
        if note is not None:
            self.form.show_check_in(note)
        self._name_step(view)
        self.set_note(self.tr("Kept as a draft until you save."))
        self.name_draft(f"check-in.{note.id if note else view.stretch.id}")
        self.begin()

    def _name_step(self, view: StretchView) -> None:
        self.set_subtitle(view.stretch.title)
        many = len(self._views)
        step = self.tr("{0} of {1}").format(number(self._place + 1), number(many))
        self._step.setText(step if many > 1 else "")
        self._step.setVisible(many > 1)
        parts = (self.windowTitle(), view.stretch.title, step if many > 1 else "")
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _go_on(self) -> None:
        if self._place + 1 == len(self._views):
            self._leave_saved()
            return
        self._place += 1
        self.body.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = self._ask()
        self._begin()
        # The layout would show it only later, and Tab pass over all of it until then.
        self.form.show()
        self.form.first().setFocus(Qt.FocusReason.TabFocusReason)
        self._fit()

    def _leave_saved(self) -> None:
        self.accept()
        if len(self._views) > 1 and self._saved:
            one, many = self.tr("1 check-in saved"), self.tr("{n} check-ins saved")
            self.context.messages.say(counted(self._saved, one, many))

    def _checked_in(self) -> CheckIn:
        form = self.form
        used = form.used.value()
        return replace(
            self._note_before or CheckIn(goal=self.view.stretch.id),
            day=self.when.day(),
            value=form.measure.value(),
            confidence=form.rating.bulbs.value() or None,
            plan_used=PlanUse(used) if used else None,
            note=form.note.toPlainText().strip(),
        )
