"""The sheet for a template of one's own: what it asks, and what it will look like."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from app.domain.records import clean_tags
from app.domain.templates import OwnTemplate
from app.errors import AppError, RuleBrokenError
from app.operations import templates
from app.prose import Template
from app.queries import journal
from ui.context import Context
from ui.draft_sheet import DraftSheet, Values
from ui.entry.style import prose_style
from ui.messages import sentence
from ui.theme import current_theme, follow_theme
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.paper import Paper
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.segmented import Segmented
from ui.widgets.tags_field import TagsField

_LINES = 7
WRITE, PREVIEW = "write", "preview"


class TemplateSheet(DraftSheet):
    """Edits a template; `is_new` adds it. The draft is kept under a name of its own."""

    def __init__(
        self,
        context: Context,
        template: OwnTemplate,
        parent: QWidget,
        *,
        title: str,
        draft: str,
        is_new: bool,
    ) -> None:
        super().__init__(context, title, parent, draft=draft)
        self._template = template
        self._is_new = is_new
        self.name = Field(self.tr("Name"), LineEdit(large=True), required=True)
        self.when = Field(self.tr("When it serves"), LineEdit())
        self.minutes = Field(self.tr("Minutes"), LineEdit())
        self.tags = TagsField(journal.tags(context.vault.read))
        self.views = Segmented(
            [(WRITE, self.tr("Write")), (PREVIEW, self.tr("Preview"))], name=self.tr("Text")
        )
        self.prose = ProseEditor(prose_style(current_theme()))
        self.preview = ProseEditor(prose_style(current_theme()))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.restore(_values_of(template))
        self.begin(self.tr("Keep template") if is_new else self.tr("Save"))
        follow_theme(self._apply_theme)

    # What a sheet says

    def values(self) -> Values:
        """What the fields hold."""
        fields = (("name", self.name), ("when", self.when), ("minutes", self.minutes))
        return {
            **{name: _line(field).text() for name, field in fields},
            "tags": list(clean_tags(tuple(self.tags.tags()))),
            "body": self.prose.text(),
        }

    def restore(self, values: Values) -> None:
        """Fill the fields with a draft."""
        _line(self.name).setText(values.get("name", ""))
        _line(self.when).setText(values.get("when", ""))
        _line(self.minutes).setText(values.get("minutes", ""))
        self.tags.set_tags(values.get("tags", ()))
        self.prose.set_text(values.get("body", ""))
        self._show_view()

    def submit(self) -> bool:
        """Keep the template; an error stands under its field."""
        values = self.values()
        minutes = values["minutes"].strip() or "0"
        if not (minutes.isascii() and minutes.isdigit()):
            self._show_at(self.minutes, self.tr("Write a number, such as 5, or leave it empty."))
            return False
        written = replace(
            self._template,
            name=values["name"],
            when=values["when"],
            minutes=int(minutes[:6]),
            tags=tuple(values["tags"]),
            body=values["body"],
        )
        vault, keep = self.context.vault, templates.add if self._is_new else templates.revise
        kept = self.context.perform(lambda: keep(vault, written), self._show_error)
        if kept is not None and self._is_new:
            self.context.messages.say(self.tr("Template kept"), undo=True)
        return kept is not None

    # Private

    def _lay_out(self) -> None:
        self.when.set_help(self.tr("Such as: at the end of a working day."))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.when, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.minutes, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.name)
        self.body.addLayout(row)
        self.body.addWidget(Field(self.tr("Tags"), self.tags))
        self._stack.addWidget(Paper(self.prose, _LINES))
        self._stack.addWidget(Paper(self.preview, _LINES))
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Text, as an entry begins with it"))
        help_text = self.tr(
            "Words between underscores, _like these_, are prompts: grey in an entry until "
            "somebody writes in their place, and never saved."
        )
        text = Field(self.tr("Text"), self._stack, help_text=help_text, aside=self.views)
        self.prose.setAccessibleName(self.tr("Text"))
        self.prose.setAccessibleDescription(help_text)
        self.body.addWidget(text)
        self.focus_first(self.name.editor)

    def _connect(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self.touch)
        self.tags.tags_changed.connect(self.touch)
        self.prose.text_edited.connect(self.touch)
        self.views.chosen.connect(self._show_view)

    def _show_view(self) -> None:
        """Show the text as an entry begins with it, or to write on."""
        if self.views.view() == PREVIEW:
            self.preview.set_text(self.prose.text(), Template.of(self.prose.text()))
        self._stack.setCurrentIndex(1 if self.views.view() == PREVIEW else 0)

    def _show_error(self, error: AppError) -> None:
        fields = {"title": self.name, "when": self.when, "minutes": self.minutes}
        name = error.field if isinstance(error, RuleBrokenError) else ""
        if name in fields:
            self._show_at(fields[name], sentence(error))
        else:
            self.set_note(sentence(error))

    def _show_at(self, field: Field, words: str) -> None:
        field.set_error(words)
        field.editor.setFocus()

    def _apply_theme(self) -> None:
        style = prose_style(current_theme())
        self.prose.set_style(style)
        self.preview.set_style(style)


def _line(field: Field) -> LineEdit:
    assert isinstance(field.editor, LineEdit)  # noqa: S101 - made so above
    return field.editor


def _values_of(template: OwnTemplate) -> Values:
    return {
        "name": template.name,
        "when": template.when,
        "minutes": str(template.minutes) if template.minutes else "",
        "tags": list(template.tags),
        "body": template.body,
    }
