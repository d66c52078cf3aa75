"""Whom a session is with: somebody known, or somebody new with a name and a relation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.cycles import Person, Relation
from app.domain.ids import NO_ID, Id
from app.queries.people import PersonRow
from ui.forms import Form
from ui.person_words import person_words, relation_options
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_SOMEBODY_NEW: Final = "new"


class PersonFields:
    """A choice in a form, and two fields more where it is somebody new.

    Whom to `keep` can stay chosen, even if they are in the trash.
    """

    def __init__(self, form: Form, known: Iterable[PersonRow], keep: Id = NO_ID) -> None:
        self._form = form
        self._known = {row.id: row for row in known}
        options: list[tuple[str, object]] = [
            (person_words(row.name, row.relation), str(row.id)) for row in self._known.values()
        ]
        if keep and keep not in self._known:
            options.insert(0, (_tr("Somebody who is gone"), str(keep)))
        self.person = Choice([*options, (_tr("Somebody new"), _SOMEBODY_NEW)])
        form.add_field("person", Field(_tr("With"), self.person))
        self.name, self.relation = LineEdit(), Choice(relation_options())
        row = QHBoxLayout()
        row.setSpacing(16)
        form.fields["name"] = Field(_tr("Their name"), self.name, required=True)
        form.fields["relation"] = Field(_tr("What they are to you"), self.relation)
        for name in ("name", "relation"):
            row.addWidget(form.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        form.body.addLayout(row)
        self.person.currentIndexChanged.connect(self._show_newcomer)
        self.person.picked.connect(self._go_on)
        self._show_newcomer()

    def choose(self, person: Id) -> None:
        """Choose somebody known."""
        self.person.set_value(str(person))

    def understood(self) -> bool:
        """Whether it is said who it is with; says so where it is not."""
        if self._is_new() and not self.name.text().strip():
            self._form.show_field_error("name", _tr("Say who it is with."))
            return False
        return True

    def chosen(self) -> Id:
        """The id of somebody known; NO_ID for somebody new."""
        return NO_ID if self._is_new() else Id(str(self.person.value() or NO_ID))

    def newcomer(self) -> Person | None:
        """Somebody new; None where they are known."""
        if not self._is_new():
            return None
        return Person(name=self.name.text().strip(), relation=self.kind_of_relation())

    def kind_of_relation(self) -> Relation:
        """What they are to the mentee."""
        known = self._known.get(Id(str(self.person.value())))
        return known.relation if known else Relation(str(self.relation.value()))

    def _is_new(self) -> bool:
        return self.person.value() == _SOMEBODY_NEW

    def _show_newcomer(self) -> None:
        for name in ("name", "relation"):
            self._form.fields[name].setVisible(self._is_new())

    def _go_on(self) -> None:
        if self._is_new():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
