"""Share: what is prepared for somebody, and what has left the vault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.changes import Changes
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Pack
from app.domain.sessions import Session
from app.operations import packs as operations
from app.queries import packs as queries
from ui.context import Context, Destination
from ui.page import Page
from ui.share.beginning import begun, brief_for
from ui.share.home import ShareHome

if TYPE_CHECKING:
    from ui.share.flow import PackFlow

_RECORDS = frozenset(
    {
        Kind.ACTION,
        Kind.CYCLE,
        Kind.DEBRIEF,
        Kind.ENTRY,
        Kind.EXPERIENCE,
        Kind.EVIDENCE,
        Kind.FEEDBACK,
        Kind.GOAL,
        Kind.STRETCH,
        Kind.MILESTONE,
        Kind.CHECK_IN,
        Kind.ASSESSMENT,
        Kind.COMPETENCY,
        Kind.ATTEMPT,
        Kind.REQUEST,
        Kind.SESSION,
        Kind.SUPPORT,
        Kind.WITHHOLDING,
        Kind.PERSON,
    }
)


class SharePage(Page):
    """The packs and the ledger, or one pack in its four steps.

    Acts on arrival: `new` begins a pack, `brief` one for the session that has the id; `ledger`
    shows what has left, with the line that has the id, or for the person that has it. An id opens
    that pack.

    The lines of `detail` say how a pack begins: "kind:id" names an item that stands on top, not
    ticked; "title:words", "type:handover" and "for:id" of a person fill in the first step.
    """

    place: ClassVar[str] = "share"
    kinds: ClassVar[frozenset[Kind]] = _RECORDS | {
        Kind.PACK,
        Kind.SHARED,
        Kind.SHARED_MARK,
        Kind.PREFERENCE,
    }

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.home = ShareHome(context)
        self._flow: PackFlow | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.home.started.connect(self.begin)
        self.home.opened.connect(lambda pack: self.open_pack(Id(pack)))
        self.home.navigate.connect(self.navigate)
        self.home.trashed.connect(lambda pack: self._trash(Id(pack)))
        self._add_shortcut("Ctrl+Shift+N", self.begin)
        self._add_shortcut("Ctrl+W", self.go_home)

    # Properties

    @property
    def flow(self) -> PackFlow:
        """The four steps, made when they are first needed: they load Qt's PDF reader."""
        if self._flow is None:
            from ui.share.flow import PackFlow  # noqa: PLC0415 - QtPdf, not before it is needed

            self._flow = PackFlow(self.context)
            self._flow.left.connect(self.go_home)
            self._flow.ledger_asked.connect(self._show_ledger)
            self._stack.addWidget(self._flow)
        return self._flow

    @property
    def making(self) -> bool:
        """Whether a pack is shown in its steps."""
        return self._flow is not None and self._stack.currentWidget() is self._flow

    # The page

    def refresh(self) -> None:
        """Show what is there now; a pack that is gone gives way to the list."""
        self.home.refresh()
        if self.making and not self.flow.refresh():
            self.go_home()

    def on_changes(self, changes: Changes) -> None:
        """Read the items again only where one of them changed."""
        if not self.making:
            self.home.refresh()
        elif not self.flow.refresh(records=changes.touches(*_RECORDS)):
            self.go_home()

    def arrive(self, destination: Destination) -> None:
        """Open a pack, begin one, or show the ledger, with the line that has the id."""
        if destination.act == "ledger" and destination.kind is Kind.PERSON:
            self._show_ledger()
            self.home.ledger.show_person(destination.id)
        elif destination.act == "ledger":
            self._show_ledger(destination.id)
        elif destination.act == "brief":
            self._begin_brief(destination.id)
        elif destination.id:
            self.open_pack(destination.id)
        elif destination.act == "new":
            self.begin(destination.detail)

    def where(self) -> Destination:
        """The pack that is shown, if one is."""
        if self._flow is not None and self.making:
            return Destination(self.place, id=self._flow.pack_id)
        return Destination(self.place)

    def save(self) -> None:
        """Keep what is typed."""
        if self._flow is not None:
            self._flow.save()

    def first_focus(self) -> QWidget:
        """The first control of the step, or the ledger."""
        return self.flow.first_focus() if self.making else self.home.first_focus()

    def foot(self) -> QWidget | None:
        """The plum bar: what will leave is never covered."""
        return self.flow.foot if self.making else None

    # Moving

    def begin(self, detail: str = "") -> None:
        """Start a new pack, as the lines of a destination's detail say."""
        self._begin(*begun(detail))

    def _begin_brief(self, session_id: Id) -> None:
        """Start a brief for a session; for one that is gone, nothing."""
        session = self.context.vault.read.find(Session, session_id)
        if session is not None and session.deleted is None:
            self._begin(*brief_for(session, self.context.today()))

    def _begin(self, pack: Pack, asked: Id | None) -> None:
        self.save()
        self._stack.setCurrentWidget(self.flow)
        self.flow.begin(pack, asked)

    def open_pack(self, pack_id: Id) -> None:
        """Go on with a pack; one that is gone leaves the page as it was."""
        pack = queries.find(self.context.vault, pack_id)
        if pack is not None:
            self.save()
            self._stack.setCurrentWidget(self.flow)
            self.flow.open(pack)

    def go_home(self) -> None:
        """Show the packs and the ledger again."""
        if self._flow is None or not self.making:
            return
        self.context.perform(self._flow.save)
        self.context.vault.seal()
        left = self._flow.pack_id
        self._stack.setCurrentWidget(self.home)
        self._flow.close_pack()
        self.home.refresh()
        back = self.home.card_of(left) or self.home.first_focus()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Private

    def _show_ledger(self, line: Id = NO_ID) -> None:
        self.go_home()
        self.home.refresh()
        if line:
            self.home.ledger.select(line)
        self.home.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trash(self, pack_id: Id) -> None:
        vault = self.context.vault
        self.context.perform(lambda: operations.delete(vault, pack_id))
        self.context.messages.say(self.tr("Share pack moved to trash"), undo=True)

    def _add_shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
