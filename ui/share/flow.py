"""Making a share pack in four steps; nothing leaves the vault before the last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.domain.packs import Pack, Shared
from app.errors import AppError
from app.operations.packs import BuiltPdf, DrawnPdf, WithheldTextFoundError
from ui.context import Context
from ui.messages import sentence
from ui.share.actions import CONSENT, ITEMS, RECIPIENT, SAVED, FlowActions
from ui.share.builder import Builder
from ui.share.consent import ConsentStep
from ui.share.draft import DraftPack
from ui.share.found_words import found_words
from ui.share.frame import FlowFoot, FlowHead
from ui.share.going import Going
from ui.share.items import ItemsStep
from ui.share.recipient import RecipientStep
from ui.share.saved import SavedStep
from ui.share.saving import Saving
from ui.share.words import state_words


class PackFlow(QWidget):
    """The head, the step, and the plum bar; `left` says that the mentee is done here."""

    left = Signal()
    ledger_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = False
        self.draft = DraftPack(context, self)
        self.builder = Builder(context, self)
        self.saving = Saving(context, self.draft, self.builder, self)
        self.head = FlowHead()
        self.foot = FlowFoot()
        self.going = Going()
        self.actions_below = FlowActions(self.draft, self.foot)
        self.recipient = RecipientStep(context, self.draft)
        self.items = ItemsStep(context, self.draft)
        self.consent = ConsentStep(context, self.draft)
        self.saved = SavedStep(context)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect_buttons()
        self._connect()

    # Properties

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._stack.currentIndex()

    @property
    def pack_id(self) -> Id:
        """The pack that is shown, once it is kept."""
        return self.draft.pack.id if self._shown and self.draft.stored else NO_ID

    # Methods

    def begin(self, pack: Pack, asked: Id | None = None) -> None:
        """Start a pack; an item the mentee came from stands on top, and is not ticked."""
        self._shown = True
        self.items.forget_open()
        self.draft.begin(pack, asked)
        self._show_step(RECIPIENT)

    def open(self, pack: Pack) -> None:
        """Go on with a pack where it was left."""
        self._shown = True
        self.items.forget_open()
        self.draft.open(pack)
        self._show_step(ITEMS if pack.purpose and pack.recipient else RECIPIENT)

    def refresh(self, *, records: bool = True) -> bool:
        """Show the pack as it reads now, its items too if records changed; False if it is gone."""
        if records:
            self.draft.load_candidates()
        return self.draft.reload()

    def save(self) -> None:
        """Keep what is typed."""
        if self._shown and self.step == RECIPIENT:
            self.recipient.save()

    def close_pack(self) -> None:
        """Forget what is shown: the pages, and a passphrase that was chosen."""
        self._shown = False
        self.saving.stop()
        self.consent.withdraw()
        self.builder.forget()
        self.items.preview.clear()

    def go(self, step: int) -> None:
        """Go to a step; what is missing before it is said instead."""
        if self.step == RECIPIENT and step > RECIPIENT and not self.recipient.complete():
            return
        if step == CONSENT and not self.draft.chosen:
            return
        self._show_step(step)

    def first_focus(self) -> QWidget:
        """The first control of the step."""
        if self.step == RECIPIENT:
            return self.recipient.first_focus()
        if self.step == ITEMS:
            return self.items.first_focus()
        return self.consent.first_focus() if self.step == CONSENT else self.actions_below.done

    # Building

    def _lay_out(self) -> None:
        for step in (self.recipient, self.items, self.consent, self.saved):
            self._stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.going)
        column.addWidget(self.foot)

    def _connect_buttons(self) -> None:
        buttons = self.actions_below
        buttons.keep.clicked.connect(self._leave)
        buttons.choose.clicked.connect(lambda: self.go(ITEMS))
        buttons.review.clicked.connect(lambda: self.go(CONSENT))
        buttons.back.clicked.connect(lambda: self.go(ITEMS))
        buttons.save.clicked.connect(self._start_saving)
        buttons.another.clicked.connect(self.saving.ask_place)
        buttons.done.clicked.connect(self.left)
        primary = QShortcut(QKeySequence("Ctrl+Return"), self)
        primary.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        primary.activated.connect(lambda: buttons.primary(self.step).click())

    def _connect(self) -> None:
        self.head.left.connect(self._leave)
        self.head.trashed.connect(self._trash)
        self.head.reopened.connect(self.go)
        self.items.edit_asked.connect(lambda: self.go(RECIPIENT))
        self.items.preview.retried.connect(self._preview)
        self.consent.change_asked.connect(lambda: self.go(ITEMS))
        self.consent.mention_opened.connect(self._open_mention)
        self.consent.ticked.connect(self._show_foot)
        self.saved.ledger_asked.connect(self.ledger_asked)
        self.draft.changed.connect(self._on_draft)
        self.builder.begun.connect(self.items.preview.dim)
        self.builder.drawn.connect(self._on_drawn)
        self.builder.built.connect(self._on_built)
        self.builder.failed.connect(self._on_failed)
        self.builder.going.connect(self.going.show_share)
        self.builder.ended.connect(self.going.hide)
        self.going.stopped.connect(self.builder.stop)
        save = self.actions_below.save
        self.saving.begun.connect(lambda: save.set_working(working=True))
        self.saving.ended.connect(lambda: save.set_working(working=False))
        self.saving.failed.connect(self._on_not_saved)
        self.saving.outdated.connect(self._on_outdated)
        self.saving.saved.connect(self._on_saved)

    # Moving

    def _show_step(self, step: int) -> None:
        self.saving.stop()
        self.consent.clear_error()
        self._stack.setCurrentIndex(step)
        self.head.stepper.set_step(step)
        self._on_draft()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if step == CONSENT:
            self.consent.show_sentence()

    def _open_mention(self, item: str, field: str) -> None:
        """Go to where somebody is named: an item, or the first step."""
        self.go(ITEMS if item else RECIPIENT)
        if item:
            self.items.reveal(Id(item))
        else:
            self.recipient.focus_on(field)

    def _leave(self) -> None:
        self.save()
        self.left.emit()

    def _trash(self) -> None:
        if self.step == RECIPIENT:
            self.recipient.commit()
        if self.draft.delete():
            self._context.messages.say(self.tr("Share pack moved to trash"), undo=True)

    # Showing

    def _on_draft(self) -> None:
        """Show the pack as it reads now in the step that is open."""
        if not self._shown:
            return
        self._show_head()
        if self.step == RECIPIENT:
            self.recipient.show_pack()
        elif self.step == ITEMS:
            self.items.show_pack()
            self._preview()
        elif self.step == CONSENT:
            self._preview()
            latest = self.builder.latest if self.builder.is_current(self.draft.source) else None
            self.consent.show_pack(latest.pages if latest else 0)
        self._show_foot()

    def _show_head(self) -> None:
        pack = self.draft.pack
        title = pack.title or pack.purpose or self.tr("New share pack")
        now, saved = self._context.vault.now(), self.step == SAVED
        state = state_words(None if saved else self.draft.saved, now, left=saved)
        self.head.show_pack(title, state, stored=self.draft.stored)

    def _show_foot(self) -> None:
        ticked = self.consent.consent.check.isChecked()
        self.actions_below.show_step(self.step, ticked=ticked)

    # Pages

    def _preview(self) -> None:
        if not self.saving.building:
            self.builder.request(self.draft.source)

    def _on_drawn(self, drawn: DrawnPdf) -> None:
        if self._shown and not self.saving.building:
            self.items.preview.show_pdf(drawn.data, drawn.unprinted)

    def _on_built(self, built: BuiltPdf) -> None:
        if not self._shown:
            return
        if self.saving.building:
            self.saving.take(built)
            return
        if self.step == CONSENT:
            self.consent.show_pack(built.pages)

    def _on_failed(self, error: AppError) -> None:
        if not self._shown:
            return
        self.saving.stop()
        self.items.preview.show_failure(self._words_of(error))
        if self.step == CONSENT:
            self.consent.show_error(error)

    def _words_of(self, error: AppError) -> str:
        """What to say beside the pages when they cannot be saved as they are."""
        if isinstance(error, WithheldTextFoundError):
            found = found_words(error, self.draft, self._context.today())
            return f"{sentence(error)}\n{found}"
        return self.tr("The pages could not be built. Your choices are kept.")

    # Saving

    def _start_saving(self) -> None:
        self.consent.clear_error()
        if not self.consent.passphrase.complete():
            return
        self.saving.start(self.consent.passphrase.passphrase)

    def _on_not_saved(self, error: AppError) -> None:
        if self.step == CONSENT:
            self.consent.show_error(error)
        else:
            self._context.messages.fail(error)

    def _on_outdated(self) -> None:
        """Ask again, also for another copy of what was saved before."""
        if self._shown and self.step != CONSENT:
            self._show_step(CONSENT)
        self.consent.show_outdated()

    def _on_saved(self, built: BuiltPdf, line: Shared, path: Path) -> None:
        self.saved.show_saved(built, line, path, self.saving.passphrase)
        self.saving.passphrase = None
        self.consent.withdraw()
        self._context.vault.seal()
        self._stack.setCurrentIndex(SAVED)
        self.head.stepper.set_step(SAVED)
        self._on_draft()
        self.actions_below.done.setFocus(Qt.FocusReason.OtherFocusReason)
