"""Quick capture: a sheet over any page for what should be written down before it is gone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.records import clean_tags
from app.errors import AppError
from app.operations.journal import EntryDraft
from app.queries import journal as pages
from ui.context import Context, Destination
from ui.entry.alt_line import AltLine
from ui.entry.evidence import EvidenceLine
from ui.entry.inserting import Inserting
from ui.entry.linking import Linking
from ui.entry.style import prose_style
from ui.entry.writing import Writing
from ui.labels import clock
from ui.messages import sentence
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.paper import Paper
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.tags_field import TagsField

_LINES = 7
_CONTEXT = "QuickCapture"


class QuickCapture(QObject):
    """Opens the sheet and says afterwards where its words are."""

    navigate = Signal(object)
    """A Destination: the entry that was captured."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._sheet: CaptureSheet | None = None

    def open(self) -> None:
        """Open the sheet over whatever is shown."""
        if self._sheet is None:
            self._sheet = CaptureSheet(self._context, self._over)
            self._sheet.kept.connect(self._tell)
            self._sheet.finished.connect(self._forget)
            self._sheet.open()

    def save(self) -> None:
        """Write what is unsaved; raises AppError where that fails."""
        if self._sheet is not None:
            self._sheet.alt.keep()
            self._sheet.writing.save()

    def _tell(self, entry_id: str) -> None:
        target = Destination("journal", Id(entry_id))
        words, action = self.tr("Kept in the journal"), self.tr("Open")
        self._context.messages.offer(words, action, lambda: self.navigate.emit(target))

    def _forget(self) -> None:
        self._sheet = None


class CaptureSheet(Dialog):
    """A text with tags, Bring and goals. It is an entry from its first words on."""

    kept = Signal(str)
    """The id of the entry, once somebody closed the sheet."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Quick capture")
        super().__init__(title, parent, kind="sheet")
        self._context = context
        self.prose = ProseEditor(prose_style(current_theme()))
        self.prose.spelling.follow(context.spelling)
        self.tags = TagsField()
        self.bring = Check(self.tr("Bring to session"))
        self._link = Button(self.tr("Link a goal"), "ghost", icon="link")
        self._evidence = EvidenceLine(self._link)
        self.writing = Writing(context, self._draft, self)
        self.alt = AltLine(self.prose)
        self._inserting = Inserting(context, self.writing, self.prose, self.alt)
        self._linking = Linking(context, self.writing, self._link)
        self._linking.complete_in(self.prose)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.writing.begin(None)
        self._show_linkable()
        follow_theme(self._apply_theme)

    # Leaving

    def finish(self) -> None:
        """Keep the entry and close; stay open where it cannot be saved."""
        if self._settle():
            self.accept()

    def reject(self) -> None:
        """Keep the entry and close, also with Esc."""
        if self._settle():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close in any case: the vault is being locked, and what could be saved was."""
        if not self.writing.unsaved:
            self.writing.finish()
        self.done(CaptureSheet.DialogCode.Rejected)
        super().closeEvent(event)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the tags in use to who writes one."""
        if event.type() == QEvent.Type.FocusIn:
            self.tags.set_known(pages.tags(self._context.vault.read))
        return super().eventFilter(watched, event)

    # Private

    def _lay_out(self) -> None:
        self.prose.setAccessibleName(self.tr("Text"))
        self.prose.set_ghost(self.tr("Write here"))
        self.body.addWidget(Paper(self.prose, _LINES))
        self.body.addWidget(self.alt)
        self.body.addWidget(Field(self.tr("Tags"), self.tags))
        self.bring.setToolTip(self.tr("Bring to the next session (Ctrl+Shift+B)"))
        self.body.addWidget(self.bring)
        self.body.addWidget(self._evidence)
        self.focus_first(self.prose)
        self.set_note(self.tr("Closing keeps it as an entry."))
        keep = self.add_action(Button(self.tr("Keep"), "primary"))
        keep.setToolTip(self.tr("Keep (Ctrl+Enter)"))
        keep.clicked.connect(self.finish)

    def _connect(self) -> None:
        self.alt.done.connect(self.prose.setFocus)
        self.prose.text_edited.connect(self._touch)
        self.prose.left.connect(self.writing.keep)
        self.tags.tags_changed.connect(self._touch)
        for line in self.tags.findChildren(QLineEdit):
            line.installEventFilter(self)
            line.textEdited.connect(self._touch)
        self.bring.toggled.connect(self._touch)
        self._link.clicked.connect(self._linking.open_picker)
        self._evidence.unlink_asked.connect(self._linking.unlink)
        self.writing.saved.connect(self._say_saved)
        self.writing.failed.connect(self._say_failed)
        self._context.changed.connect(self._show_links)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self.finish),
            ("Ctrl+Enter", self.finish),
            ("Ctrl+S", self.writing.keep),
            ("Ctrl+Shift+B", self.bring.toggle),
            ("Ctrl+Shift+L", self._link.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _draft(self) -> EntryDraft:
        return EntryDraft(
            body=self.prose.written(),
            tags=clean_tags(tuple(self.tags.tags())),
            bring=self.bring.isChecked(),
        )

    def _touch(self) -> None:
        self.writing.touch()
        self._show_linkable()

    def _settle(self) -> bool:
        """Save, and let an empty entry vanish; False where saving failed."""
        self.alt.keep()
        if not self.writing.keep():
            return False
        self.writing.finish()
        if self.writing.entry_id:
            self.kept.emit(self.writing.entry_id)
        return True

    def _show_linkable(self) -> None:
        blank = replace(self._draft(), bring=False) == EntryDraft()
        self._link.setEnabled(not blank or bool(self._linking.targets))
        keys = self.tr("Link a goal (Ctrl+Shift+L)")
        self._link.setToolTip(self.tr("Write something first.") if blank else keys)

    def _show_links(self) -> None:
        entry_id = self.writing.entry_id
        reader, library = self._context.vault.read, self._context.library
        opened = pages.open_entry(reader, library, entry_id) if entry_id else None
        found = opened.targets if opened else ()
        if found != self._linking.targets:
            self._linking.targets = found
            self._evidence.show_targets(found)

    def _say_saved(self, entry: Entry) -> None:
        saved = replace(self._context.vault.now(), at=entry.modified)
        words = self.tr("Saved {time}. Closing keeps it as an entry.")
        self.set_note(words.format(time=clock(saved.local)))

    def _say_failed(self, error: AppError) -> None:
        self.set_note(sentence(error))

    def _apply_theme(self) -> None:
        self.prose.set_style(prose_style(current_theme()))
