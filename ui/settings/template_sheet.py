"""The sheet for a template of one's own: what it asks, and what it will look like."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.records import clean_tags
from app.domain.templates import OwnTemplate
from app.operations import templates
from app.prose import Template
from app.queries import journal
from ui.context import Context
from ui.entry.style import prose_style
from ui.forms import Form
from ui.theme import current_theme, follow_theme
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.paper import Paper
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.segmented import Segmented
from ui.widgets.tags_field import TagsField

_LINES = 7
WRITE, PREVIEW = "write", "preview"


class TemplateSheet(Form):
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
        self._fill(template)
        self._connect()
        self.add_buttons(self.tr("Keep template") if is_new else self.tr("Save"))
        self.begin()
        follow_theme(self._apply_theme)

    # What a form says

    def content(self) -> str:
        """Return what the fields hold, the tags and the text."""
        more = {"tags": list(clean_tags(tuple(self.tags.tags()))), "body": self.prose.text()}
        return json.dumps({**json.loads(super().content()), **more})

    def restore(self, content: str) -> None:
        """Bring it all back."""
        super().restore(content)
        kept = json.loads(content)
        self.tags.set_tags(kept["tags"])
        self.prose.set_text(kept["body"])
        self._show_view()

    def submit(self) -> None:
        """Keep the template; an error stands under its field."""
        minutes = self.text("minutes") or "0"
        if not (minutes.isascii() and minutes.isdigit()):
            words = self.tr("Write a number, such as 5, or leave it empty.")
            self.show_field_error("minutes", words)
            return
        written = replace(
            self._template,
            name=self.text("title"),
            when=self.text("when"),
            minutes=int(minutes[:6]),
            tags=clean_tags(tuple(self.tags.tags())),
            body=self.prose.text(),
        )
        vault, keep = self.context.vault, templates.add if self._is_new else templates.revise
        kept = self.run(lambda: keep(vault, written))
        if kept is not None and self._is_new:
            self.context.messages.say(self.tr("Template kept"), undo=True)

    # Private

    def _lay_out(self) -> None:
        self.fields |= {"title": self.name, "when": self.when, "minutes": self.minutes}
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

    def _fill(self, template: OwnTemplate) -> None:
        self.put("title", template.name)
        self.put("when", template.when)
        self.put("minutes", str(template.minutes) if template.minutes else "")
        self.tags.set_tags(template.tags)
        self.prose.set_text(template.body)

    def _connect(self) -> None:
        self.tags.tags_changed.connect(self.touch)
        self.prose.text_edited.connect(self.touch)
        self.views.chosen.connect(self._show_view)

    def _show_view(self) -> None:
        """Show the text as an entry begins with it, or to write on."""
        if self.views.view() == PREVIEW:
            self.preview.set_text(self.prose.text(), Template.of(self.prose.text()))
        self._stack.setCurrentIndex(1 if self.views.view() == PREVIEW else 0)

    def _apply_theme(self) -> None:
        style = prose_style(current_theme())
        self.prose.set_style(style)
        self.preview.set_style(style)
