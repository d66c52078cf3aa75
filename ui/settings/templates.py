"""Settings: templates of one's own, and questions of one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.operations import questions as operations
from app.queries import questions, templates
from app.queries.templates import JournalTemplate
from ui.context import Context, Destination
from ui.settings.section import Group, Section
from ui.settings.template_acts import TemplateActs
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.check import Switch
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import icon
from ui.widgets.line_edit import MultiLine
from ui.widgets.text import Label

_CONTEXT = "TemplatesSection"
_QUESTION_LINES = 6


class TemplatesSection(Section):
    """One's own templates and questions, and ways to make them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        lede = QCoreApplication.translate(
            _CONTEXT, "Beginnings for your entries. They stay in this vault."
        )
        super().__init__(
            QCoreApplication.translate(_CONTEXT, "Templates and prompts"), lede, parent
        )
        self._context = context
        self.acts = TemplateActs(context, self)
        self._shown: tuple[JournalTemplate, ...] | None = None
        self.edits: list[Button] = []
        self._holder_of_rows = QWidget()
        self._rows = QVBoxLayout(self._holder_of_rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.questions = MultiLine(lines=_QUESTION_LINES)
        self.mixed = Switch(name=self.tr("Ask mine as the question of the day, too"))
        self._add_templates()
        self._add_questions()
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is there now; the focus stays at its place in the list."""
        reader = self._context.vault.read
        self._show_templates(templates.mine(reader))
        if not self.questions.hasFocus():
            self._show_kept()
        self.mixed.setChecked(questions.mixed(reader))
        self.mixed.setEnabled(bool(questions.own(reader)) or self.mixed.isChecked())
        words = self.tr("Write a question of your own first.")
        self.mixed.setToolTip("" if self.mixed.isEnabled() else words)

    def save(self) -> None:
        """Keep what was typed."""
        self.acts.save()
        self._keep_questions()

    def arrive(self, destination: Destination) -> None:
        """Open the template that is named, or make one, of an entry where one is named."""
        if destination.kind is Kind.TEMPLATE:
            self.acts.edit(destination.id)
        elif destination.detail == "new":
            if destination.id:
                self.acts.begin_with(destination.id)
            else:
                self.acts.new()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the questions when the focus leaves them."""
        if event.type() == QEvent.Type.FocusOut:
            self._context.perform(self._keep_questions)
        return super().eventFilter(watched, event)

    # Private

    def _keep_questions(self) -> None:
        operations.keep(self._context.vault, self.questions.toPlainText())

    def _add_templates(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(current_theme().space(2))
        column.addWidget(Label(self.tr("My templates"), "section"))
        column.addWidget(self._holder_of_rows)
        new = Button(self.tr("New template"), icon="plus")
        copy = Button(self.tr("Copy one of Greenroom's"), icon="copy")
        bring = Button(self.tr("From a file"), icon="file-input")
        new.clicked.connect(self.acts.new)
        copy.clicked.connect(lambda: self.acts.choose_to_copy(copy))
        bring.clicked.connect(self.acts.bring_in)
        line = FlowLayout(gap=8, row_gap=8)
        for button in (new, copy, bring):
            line.addWidget(button)
        column.addLayout(line)
        self.column.addLayout(column)

    def _add_questions(self) -> None:
        help_text = self.tr("One a line. Begin with a question offers them in the journal.")
        self.column.addWidget(Field(self.tr("My questions"), self.questions, help_text=help_text))
        group = self.add_group()
        group.add_row(
            self.tr("Ask mine as the question of the day, too"),
            self.tr("They take turns with the questions that come with Greenroom."),
            self.mixed,
        )
        self.mixed.clicked.connect(self._mix)
        self.questions.installEventFilter(self)

    def _show_templates(self, found: tuple[JournalTemplate, ...]) -> None:
        if found == self._shown:
            return
        place = next((n for n, each in enumerate(self.edits) if each.hasFocus()), None)
        self._shown = found
        self._clear()
        group = Group()
        self._rows.addWidget(group)
        for template in found:
            group.add_row(template.name, self._about(template), self._controls(template))
        if not found:
            words = self.tr("Save an entry as one from its menu, or begin here.")
            group.add_row(self.tr("No template of your own yet"), words)
        if place is not None and self.edits:
            edit = self.edits[min(place, len(self.edits) - 1)]
            edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _about(self, template: JournalTemplate) -> str:
        if not template.minutes:
            return template.when
        minutes = self.tr("{count} min").format(count=template.minutes)
        return f"{template.when.rstrip('.')} · {minutes}" if template.when else minutes

    def _controls(self, template: JournalTemplate) -> QWidget:
        controls = QWidget()
        line = QHBoxLayout(controls)
        line.setContentsMargins(0, 0, 0, 0)
        edit = Button(self.tr("Edit"))
        edit.setAccessibleName(self.tr("Edit {name}").format(name=template.name))
        edit.clicked.connect(lambda: self.acts.edit(template.id))
        more = Button("", "ghost", icon="ellipsis")
        more.setToolTip(self.tr("More"))
        more.setAccessibleName(self.tr("More for {name}").format(name=template.name))
        more.clicked.connect(lambda: self._open_menu(template, more))
        line.addWidget(edit)
        line.addWidget(more)
        self.edits.append(edit)
        return controls

    def _open_menu(self, template: JournalTemplate, anchor: QWidget) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = self.acts
        menu.addAction(icon("copy"), self.tr("Make a copy"), lambda: acts.copy(template.id))
        menu.addAction(icon("file-up"), self.tr("Save as a file"), lambda: acts.pass_on(template))
        menu.addSeparator()
        menu.addAction(icon("trash-2"), self.tr("Move to trash"), lambda: acts.delete(template.id))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _mix(self) -> None:
        vault, wanted = self._context.vault, self.mixed.isChecked()
        self._context.perform(lambda: operations.mix(vault, mixed=wanted))

    def _show_kept(self) -> None:
        kept = "\n".join(questions.own(self._context.vault.read))
        if kept != self.questions.toPlainText():
            self.questions.setPlainText(kept)

    def _clear(self) -> None:
        self.edits = []
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
