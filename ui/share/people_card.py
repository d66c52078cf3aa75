"""The card of the people who are named: each by name or by their role, and every mention."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cycles import Person
from app.domain.ids import Id
from app.queries.naming import Mention, Named
from app.sharing.compose import ENGLISH
from ui.share.card_head import card_head
from ui.share.words import field_words
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.row_button import RowButton
from ui.widgets.segmented import Segmented
from ui.widgets.styling import Card
from ui.widgets.tab_order import put_after, put_before
from ui.widgets.text import Elided, Label

NAME, ROLE = "name", "role"
_MOST: Final = 60
"""How many mentions are listed; who is named more often is called by their role, or left out."""


class PeopleCard(Card):
    """Who is named in the PDF; it goes where nobody is.

    `renamed` carries a person and whether they are called by their role; `opened` the item and
    the field of a mention.
    """

    renamed = Signal(str, bool)
    roles_asked = Signal()
    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lamp", parent)
        self.rows: dict[Id, Segmented] = {}
        self.mentions: list[RowButton] = []
        self._shown: list[tuple[Id, bool]] = []
        self._told: tuple[tuple[Named, str], ...] = ()
        self._people = QVBoxLayout()
        self._mentions = QWidget()
        self._listed = QVBoxLayout(self._mentions)
        self.roles = Button(self.tr("Use roles for all"), "link")
        self.check = Button(self.tr("Check each mention"), "link")
        self._lay_out()
        self.roles.clicked.connect(self.roles_asked)
        self.check.clicked.connect(self._unfold)

    def show_people(
        self, named: Sequence[Named], unnamed: Collection[Id], title_of: Callable[[Id], str]
    ) -> None:
        """Show who is named and who of them is called by their role."""
        self.setVisible(bool(named))
        if [(each.person.id, each.asked) for each in named] != self._shown:
            self._fill_people(named)
        for person, choice in self.rows.items():
            choice.set_view(ROLE if person in unnamed else NAME)
        self.roles.setVisible(any(person not in unnamed for person in self.rows))
        told = tuple((each, title_of(mention.item)) for each in named for mention in each.mentions)
        if told != self._told:
            self._told = told
            self._fill_mentions(named, title_of)

    # Private

    def _lay_out(self) -> None:
        words = self.tr(
            "Would each of them be fine reading this? You can say what they are to you instead, "
            "or withhold a passage."
        )
        links = FlowLayout(gap=16, row_gap=2)
        for button in (self.check, self.roles):
            button.setProperty("flush", "true")
            links.addWidget(button)
        self._mentions.hide()
        self._people.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        column.addLayout(card_head("users", self.tr("People named in this PDF"), "lamp-text"))
        column.addLayout(self._people)
        column.addWidget(Label(words, "caption", "text-2", wrap=True))
        column.addLayout(links)
        column.addWidget(self._mentions)
        self._listed.setContentsMargins(0, 0, 0, 0)

    def _fill_people(self, named: Sequence[Named]) -> None:
        _empty(self._people)
        self.rows = {}
        self._shown = [(each.person.id, each.asked) for each in named]
        for each in named:
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(Elided(each.person.name, "section"))
            if each.asked:
                column.addWidget(Label(self._asked_words(), "caption", "text-2", wrap=True))
            else:
                column.addWidget(self._choice(each.person), 0, Qt.AlignmentFlag.AlignLeft)
            self._people.addWidget(row)
        put_before(self.check, *self.rows.values())

    def _choice(self, person: Person) -> Segmented:
        """By name or by role."""
        role = ENGLISH.roles[person.relation]
        views = [(NAME, self.tr("Name")), (ROLE, self.tr("Say “{0}”").format(role))]
        choice = Segmented(views, name=self.tr("How to call {0}").format(person.name))
        choice.chosen.connect(partial(self._rename, person.id))
        self.rows[person.id] = choice
        return choice

    def _asked_words(self) -> str:
        """Why there is no choice for somebody: what they gave leaves without their name."""
        words = self.tr(
            "Called “{0}” in all of this PDF: feedback of theirs may leave only without their name."
        )
        return words.format(ENGLISH.asked)

    def _fill_mentions(self, named: Sequence[Named], title_of: Callable[[Id], str]) -> None:
        _empty(self._listed)
        self.mentions = []
        every = [(each, mention) for each in named for mention in each.mentions]
        for each, mention in every[:_MOST]:
            row = _row(each.person.name, title_of(mention.item), mention)
            row.clicked.connect(partial(self.opened.emit, mention.item, mention.field))
            self.mentions.append(row)
            self._listed.addWidget(row)
        put_after(self.roles, *self.mentions)

    def _rename(self, person: Id, view: str) -> None:
        self.renamed.emit(person, view == ROLE)

    def _unfold(self) -> None:
        shown = self._mentions.isHidden()
        self._mentions.setVisible(shown)
        words = self.tr("Hide the mentions") if shown else self.tr("Check each mention")
        self.check.setText(words)
        if shown and self.mentions:
            self.mentions[0].setFocus(Qt.FocusReason.TabFocusReason)


def _row(name: str, title: str, mention: Mention) -> RowButton:
    where = ", ".join(part for part in (title, field_words(mention.field)) if part)
    row = RowButton(f"{name}, {where}: {mention.words}")
    column = QVBoxLayout(row)
    column.setContentsMargins(6, 6, 6, 6)
    column.setSpacing(0)
    column.addWidget(Elided(where, "caption", "text-2"))
    column.addWidget(Label(mention.words, "caption", wrap=True))
    row.settle()
    return row


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
