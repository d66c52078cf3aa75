"""The form of step 1: the kind of pack, who it is for and what for, and how it looks on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.document import PaperSize
from app.domain.packs import PackType
from app.domain.records import TITLE_LIMIT
from ui.person_words import relation_options
from ui.share.columns import TwoColumns
from ui.share.frame import page_heading
from ui.share.type_words import type_words
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

NAME_LIMIT: Final = 80


class RecipientForm(TwoColumns):
    """The fields of step 1 where they stand; `today` gives the current day."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(today)
        self._lay_out_fields()

    def first_focus(self) -> QWidget:
        """The field that a pack begins with."""
        return self.type

    def _build(self, today: Callable[[], date]) -> None:
        self.type = Choice([(type_words(each), each.value) for each in PackType])
        self.person = Choice()
        self.name = LineEdit(self.tr("Their name"))
        self.relation = Choice(relation_options())
        self.purpose = LineEdit(self.tr("Our check-in on 29 May"))
        self.title = LineEdit()
        self.note = MultiLine(lines=4)
        self.owner = LineEdit()
        self.until = DateField(today)
        papers = [(PaperSize.A4.value, "A4"), (PaperSize.LETTER.value, self.tr("US Letter"))]
        self.paper = Segmented(papers, name=self.tr("Paper"))
        for line, limit in ((self.name, NAME_LIMIT), (self.owner, NAME_LIMIT)):
            line.setMaxLength(limit)
        for line in (self.purpose, self.title):
            line.setMaxLength(TITLE_LIMIT)

    def _lay_out_fields(self) -> None:
        heading = Label(self.tr("Who is it for?"), "title", size=26, wrap=True)
        lede = Label(
            self.tr("One person, one purpose. Nothing is ticked until you tick it."),
            "body",
            "text-2",
            wrap=True,
        )
        self.type_field = Field(self.tr("Kind of pack"), self.type)
        self.person_field = Field(self.tr("For"), self.person, required=True)
        self.name_field = Field(self.tr("Name"), self.name, required=True)
        self.relation_field = Field(self.tr("What they are to you"), self.relation)
        self.purpose_field = Field(self.tr("Purpose"), self.purpose, required=True)
        title = Field(self.tr("Title"), self.title, note=self.tr("if you like"))
        note_help = self.tr("It comes first: what you would like from them.")
        note = Field(self.tr("Note to them"), self.note, note=self.tr("if you like"),
                     help_text=note_help)  # fmt: skip
        self.main.setSpacing(20)
        self.main.addLayout(page_heading(heading, lede))
        for field in (
            self.type_field,
            self.person_field,
            self.name_field,
            self.relation_field,
            self.purpose_field,
            title,
            note,
        ):
            self.main.addWidget(field)
        self._lay_out_aside()

    def _lay_out_aside(self) -> None:
        owner_help = self.tr("As it stands on the PDF. It is kept in this vault.")
        self.owner_field = Field(self.tr("From"), self.owner, required=True, help_text=owner_help)
        self.side.setContentsMargins(0, 82, 0, 0)
        self.side.setSpacing(20)
        self.side.addWidget(self.owner_field)
        self.side.addWidget(Field(self.tr("Paper"), self.paper))
        until_help = self.tr("The last page asks for it, in your name.")
        self.until_field = Field(self.tr("Ask to delete it by"), self.until,
                                  note=self.tr("if you like"), help_text=until_help)  # fmt: skip
        self.side.addWidget(self.until_field)
