"""Step 2: what leaves, item by item and field by field, beside the pages it makes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Id
from app.queries.growth import Days
from app.queries.packs import Candidate
from ui.context import Context
from ui.person_words import person_words
from ui.share.days_choice import DaysChoice
from ui.share.draft import DraftPack
from ui.share.item_list import ItemList
from ui.share.items_delegate import ItemsDelegate
from ui.share.items_model import ItemsModel
from ui.share.items_rows import Row, RowKind, State
from ui.share.left_out import LeftOutPanel
from ui.share.ordering import Ordering
from ui.share.preview import Preview
from ui.share.type_words import suggests_words
from ui.share.withhold_sheet import WithholdSheet
from ui.share.withholding import ItemPassages
from ui.share.words import fields_words, first_name
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import LineEdit
from ui.widgets.mark import Initials
from ui.widgets.segmented import Segmented
from ui.widgets.text import Elided

_LIST, _NARROWEST = 492, 360
CHOSEN, ALL = "chosen", "all"
ITEMS, PAGES, STAYS = "items", "pages", "stays"


class ItemsStep(QWidget):
    """The list at the left, the pages at the right; one at a time where room is short."""

    edit_asked = Signal()

    def __init__(self, context: Context, draft: DraftPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self.model = ItemsModel(draft, context.today(), self)
        self.list = ItemList(self.tr("Items"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ItemsDelegate(self.list))
        self.ordering = Ordering(draft, self.list, self.model)
        self.preview = Preview()
        self.left_out = LeftOutPanel(context, draft)
        self.views = Segmented(
            [(CHOSEN, self.tr("Chosen")), (ALL, self.tr("All items"))], name=self.tr("Show")
        )
        self.views.set_view(ALL)
        self.filter = LineEdit(self.tr("Filter items"), icon="search")
        self.filter.setClearButtonEnabled(True)
        self.suggest = Button("", "link", icon="list-checks")
        self.again = Button("", "link", icon="history")
        self.days = DaysChoice(context.today)
        self.sides = Segmented(
            [
                (ITEMS, self.tr("Items")),
                (PAGES, self.tr("Pages")),
                (STAYS, self.tr("Left out")),
            ],
            name=self.tr("Side"),
        )
        self._initials = Initials("", 36)
        self._who = Elided("", "section")
        self._purpose = Elided("", "body", "text-2")
        self._head = QWidget()
        self._pane = QWidget()
        self._lay_out()
        self._connect()
        follow_theme(self._fit)

    # Methods

    def show_pack(self) -> None:
        """Show the draft as it reads now."""
        source = self._draft.source
        self._who.setText(person_words(source.recipient, source.relation))
        self._purpose.setText(self._draft.pack.purpose)
        self._initials.show_initials("".join(word[0] for word in source.recipient.split()[:2]))
        sees = self.tr("Exactly what {name} will see")
        self.preview.title.setText(sees.format(name=first_name(source.recipient)))
        self._show_counts()
        pack, cycle = self._draft.pack, self._draft.about.cycle
        days = Days(cycle.start, cycle.last_day) if cycle else None
        self.days.show_days(pack.first, pack.last, days)
        self.model.refresh()
        if self.list.hasFocus():
            self.list.begin()
        self.left_out.show_pack()

    def forget_open(self) -> None:
        """Begin with every item closed, all of them listed."""
        self.model.listing.forget_open()
        self.model.listing.shown.everything = False
        self.filter.clear()
        self.views.set_view(ALL)
        self.model.listing.shown.only_chosen = False
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()

    def reveal(self, item: Id) -> None:
        """Show an item, open, wherever it is listed."""
        self.filter.clear()
        self.views.set_view(ALL)
        self.model.listing.shown.only_chosen = False
        self.list.setCurrentIndex(self.model.find(item))
        self.model.set_open(item, opened=True)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def first_focus(self) -> QWidget:
        """The list of items."""
        return self.list

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one side at a time where room is short."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _lay_out(self) -> None:
        edit = Button(self.tr("Edit"), "link")
        self._edit = Button(self.tr("Edit recipient"), "link")
        for button in (edit, self._edit):
            button.setToolTip(self.tr("Edit recipient and purpose"))
            button.clicked.connect(self.edit_asked)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._who)
        who.addWidget(self._purpose)
        head, tools = QHBoxLayout(self._head), QHBoxLayout()
        for row in (head, tools):
            row.setSpacing(12)
            row.setContentsMargins(36, 0, 36, 0)
        head.addWidget(self._initials)
        head.addLayout(who, 1)
        head.addWidget(edit)
        tools.addWidget(self.views)
        tools.addStretch()
        tools.addWidget(self.filter, 1)
        tips = FlowLayout(gap=8)
        tips.setContentsMargins(36, 0, 36, 0)
        for tip in (self.days, self.suggest, self.again):
            tips.addWidget(tip)
        column = QVBoxLayout(self._pane)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        for layout in (tools, tips):
            column.addLayout(layout)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(24, 8, 24, 8)
        self._sides.addWidget(self.sides)
        self._sides.addStretch()
        self._sides.addWidget(self._edit)
        self._halves = row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._pane)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.left_out)
        row.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._sides)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.list.toggled.connect(lambda index: self._toggle(self.model.row(index)))
        self.list.unfolded.connect(self._unfold)
        self.list.opened.connect(lambda index: self._open(self.model.row(index)))
        self.views.chosen.connect(self._choose_view)
        self.filter.textChanged.connect(self._filter)
        self.suggest.clicked.connect(self._draft.tick_suggestions)
        self.again.clicked.connect(self._draft.tick_again)
        self.days.chosen.connect(self._draft.set_days)
        self.sides.chosen.connect(self._fit)

    def _toggle(self, row: Row) -> None:
        if row.kind is RowKind.MORE:
            self.model.toggle_more(row.item)
            return
        if row.kind is RowKind.REST:
            self.model.show_everything()
            return
        candidate = self.model.candidate(row)
        if row.kind in {RowKind.PASSAGE, RowKind.WITHHOLD}:
            self._withhold(row)
        elif row.kind is RowKind.FIELD:
            self._draft.toggle_field(candidate, row.field)
        elif row.ticked:
            self._draft.untick(candidate)
        elif row.state is State.CHANGED and not row.opened:
            self._look(candidate)
        elif row.kind is not RowKind.READS:
            self._draft.tick(candidate)
            self.model.set_open(candidate.id, opened=True)

    def _withhold(self, row: Row) -> None:
        """Show a withheld passage again, or the texts to select another from."""
        passages = ItemPassages(self._context, self._draft, row.item)
        if row.kind is RowKind.WITHHOLD:
            reader = first_name(self._draft.source.recipient)
            WithholdSheet(self._context, passages, reader, self).open()
            return
        self._context.vault.seal()
        if passages.show_again(row.field):
            self._context.vault.seal()
            self._context.messages.say(self.tr("Passage shown again"), undo=True)

    def _unfold(self, index: QModelIndex, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        row = self.model.row(index)
        if row.opens:
            self.model.set_open(row.item, opened=opened)
        elif row.kind is RowKind.MORE and row.opened != opened:
            self.model.toggle_more(row.item)

    def _open(self, row: Row) -> None:
        if row.opens:
            self.model.set_open(row.item, opened=not row.opened)
        else:
            self._toggle(row)

    def _look(self, candidate: Candidate) -> None:
        """Show what changed in an item before it can be ticked again."""
        self.model.set_open(candidate.id, opened=True)
        differs = self._draft.differs(candidate)
        said = self.tr("Changed since you ticked it: {fields}. Tick it again to let it leave.")
        if not differs:
            said = self.tr("Changed since you ticked it. Tick it again to let it leave.")
        self._announce(said.format(fields=fields_words(differs)))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def _choose_view(self, view: str) -> None:
        self.model.listing.shown.only_chosen = view == CHOSEN
        self.model.refresh()

    def _filter(self, words: str) -> None:
        self.model.listing.shown.words = words
        self.model.refresh()

    def _show_counts(self) -> None:
        chosen, every = len(self._draft.chosen), len(self._draft.candidates)
        self.views.set_count(CHOSEN, self.locale().toString(chosen))
        self.views.set_count(ALL, self.locale().toString(every))
        count = len(self._draft.suggestions)
        words = self.tr("Tick 1 suggestion") if count == 1 else self.tr("Tick %n suggestions")
        self.suggest.setText(words.replace("%n", self.locale().toString(count)))
        self.suggest.setToolTip(suggests_words(self._draft.pack.type))
        self.suggest.setVisible(count > 0)
        words = self.tr("Tick what {name} got last time")
        self.again.setText(words.format(name=first_name(self._draft.recipient)))
        self.again.setToolTip(
            self.tr("Energy, confidence and tags stay; what changed waits until you look at it")
        )
        self.again.setVisible(bool(self._draft.again))
        name = self.tr("Items, {chosen} of {all} ticked")
        self.list.setAccessibleName(name.format(chosen=chosen, all=every))

    def _fit(self) -> None:
        theme = current_theme()
        narrow = theme.effective_width(self.width()) < theme.breakpoint("list-pane-hide-below")
        self.sides.setVisible(narrow)
        self._edit.setVisible(narrow)
        self._head.setVisible(not narrow)
        self._sides.setContentsMargins(24, 8 if narrow else 0, 24, 8 if narrow else 0)
        self._pane.setVisible(not narrow or self.sides.view() == ITEMS)
        self.preview.setVisible(not narrow or self.sides.view() == PAGES)
        self.left_out.stand_alone(alone=narrow)
        self.left_out.setVisible(not narrow or self.sides.view() == STAYS)
        # What is hidden beside the list would still take its share of the width.
        alone = narrow and self.sides.view() == ITEMS
        self._halves.setStretch(0, int(alone))
        self._halves.setStretch(1, int(not alone))
        width = min(theme.px(_LIST), max(theme.px(_NARROWEST), round(self.width() * 0.46)))
        self._pane.setMinimumWidth(0 if narrow else width)
        self._pane.setMaximumWidth(1 << 20 if narrow else width)
