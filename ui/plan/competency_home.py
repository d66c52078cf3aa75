"""All competencies on their shelf, and the assessments made so far beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.assessing import Assessing
from app.domain.ids import Id, Kind
from app.queries import assessments
from app.queries.assessments import OTHER_DRAFT, OWN_DRAFT
from app.queries.competencies import catalogue
from ui.context import Context, Destination
from ui.plan import assessment_words as words
from ui.plan.competency_actions import CompetencyActions
from ui.plan.competency_list import CompetencyDelegate, CompetencyList, CompetencyModel, listed
from ui.plan.past_rows import PastDelegate, PastList, PastRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.flow import FlowLayout
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_SIDE, _GAP = 288, 40
_IN_USE, _ARCHIVED = "in_use", "archived"


class CompetencyHome(Columns):
    """Groups and their competencies; `opened` carries the id of the one to show."""

    opened = Signal(str)
    left = Signal()
    navigate = Signal(object)

    def __init__(self, context: Context, actions: CompetencyActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._model = CompetencyModel(context.today)
        delegate = CompetencyDelegate(context.today)
        self.rows = CompetencyList(self.tr("Competencies"), self._model, delegate)
        views = [(_IN_USE, self.tr("In use")), (_ARCHIVED, self.tr("Archived"))]
        self.shelves = Segmented(views, name=self.tr("Competencies"))
        self.back = Button(self.tr("Plan"), "link", icon="chevron-left")
        self.assess = Button(self.tr("Assess"), "primary")
        self.assess.setAccessibleName(self.tr("Assess competencies"))
        self.new = Button(self.tr("New competency"), icon="plus")
        self.more = Button("", "ghost", icon="ellipsis")
        self.other = Button(self.tr("Add somebody's view"), "link", icon="user-plus")
        self.past = PastList(self.tr("Assessments"))
        self._about = Label("", "body", "text-2", wrap=True)
        self._none = Label("", "body", "text-2", wrap=True)
        self._empty = Label(self.tr("Nothing is archived."), "body", "text-2", wrap=True)
        self._lay_out()
        self._connect()

    # Methods

    def refresh(self) -> None:
        """Show competencies and assessments as they are now."""
        reader, library = self._context.vault.read, self._context.library
        known = catalogue(reader, library)
        archived = [row for row in known.rows if row.archived]
        in_view = archived if self.shelves.view() == _ARCHIVED else known.offered
        self._model.show_rows(tuple(listed(in_view, assessments.latest(reader))))
        self.rows.setVisible(bool(in_view))
        self._empty.setVisible(not in_view)
        number = self.locale().toString
        for view, rows in ((_IN_USE, known.offered), (_ARCHIVED, archived)):
            name = self.tr("In use") if view == _IN_USE else self.tr("Archived")
            spoken = self.tr("{shelf}, {count}").format(shelf=name, count=number(len(rows)))
            self.shelves.set_count(view, number(len(rows)), spoken)
        self._show_assessments()

    def select(self, competency: str) -> None:
        """Make a competency the current row."""
        place = self._model.place(Id(competency))
        if place.isValid():
            self.rows.setCurrentIndex(place)

    def first_focus(self) -> QWidget:
        """Return the list, or its shelves where it is empty."""
        return self.rows if self.rows.isVisibleTo(self) else self.shelves

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the assessments."""
        del window
        return theme.px(_SIDE)

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins; rows reach beyond their columns by their insets."""
        out, inset = CompetencyDelegate.inset, PastDelegate.inset
        start, end = edge - out, edge - inset
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.outer.setContentsMargins(end if rtl else start, top - 8, start if rtl else end, top)
        inside = (inset, 0, out, 0) if rtl else (out, 0, inset, 0)
        self.head.setContentsMargins(*inside)
        self.side.setContentsMargins(out if stacked else 0, 24 if stacked else 8, 0, 0)
        self.columns.setSpacing(0 if stacked else _GAP - out - inset)

    # Building

    def _lay_out(self) -> None:
        self.back.setProperty("flush", True)
        self.other.setProperty("flush", True)
        self.more.setToolTip(self.tr("Files of competencies"))
        title, line, buttons = QVBoxLayout(), QHBoxLayout(), FlowLayout(gap=8)
        title.setSpacing(2)
        title.addWidget(Label(self.tr("Competencies"), "title"))
        self._about.setText(self._context.library.framework.caution)
        title.addWidget(self._about)
        for button in (self.more, self.new, self.assess):
            buttons.addWidget(button)
        line.setSpacing(16)
        line.addLayout(title, 1)
        line.addLayout(buttons)
        shelves = QHBoxLayout()
        shelves.addWidget(self.shelves)
        shelves.addStretch()
        self.head.setSpacing(12)
        self.head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.addLayout(line)
        self.head.addLayout(shelves)
        self._empty.setContentsMargins(CompetencyDelegate.inset, 16, 0, 0)
        self.main.addWidget(self._empty)
        self.main.addWidget(self.rows)
        self.main.addStretch()
        self._lay_out_side()

    def _lay_out_side(self) -> None:
        inset = PastDelegate.inset
        self.side.setSpacing(6)
        for widget in (Label(self.tr("Assessments"), "section"), self._none):
            widget.setContentsMargins(inset, 0, inset, 0)
            self.side.addWidget(widget)
        self.side.addWidget(self.past)
        foot = QHBoxLayout()
        foot.setContentsMargins(inset, 4, inset, 0)
        foot.addWidget(self.other)
        foot.addStretch()
        self.side.addLayout(foot)
        self.side.addStretch()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.new.clicked.connect(self._actions.new)
        self.more.clicked.connect(self._offer_files)
        self.assess.clicked.connect(lambda: self._begin("new"))
        self.other.clicked.connect(lambda: self._begin("view"))
        self.shelves.chosen.connect(self.refresh)
        self.rows.opened.connect(lambda index: self._with(index, self.opened.emit))
        self.rows.deleted.connect(lambda index: self._with(index, self._actions.trash))
        self.rows.edit_asked.connect(lambda index: self._with(index, self._actions.edit))
        self.rows.customContextMenuRequested.connect(self._offer)
        self.rows.selectionModel().currentChanged.connect(self._follow)
        self.past.opened.connect(self._open_past)

    # Showing

    def _show_assessments(self) -> None:
        reader, today = self._context.vault.read, self._context.today()
        own = assessments.under_way(reader, OWN_DRAFT)
        other = assessments.under_way(reader, OTHER_DRAFT)
        past = assessments.past(reader)
        self.past.show_past(
            [PastRow(each.id, words.title_of(each), words.made_words(each, today)) for each in past]
        )
        begun = _is_begun(own)
        self.assess.setText(self.tr("Go on") if begun else self.tr("Assess"))
        name = self.tr("Go on with the assessment") if begun else self.tr("Assess competencies")
        self.assess.setAccessibleName(name)
        view = self.tr("Go on with somebody's view")
        self.other.setText(view if _is_begun(other) else self.tr("Add somebody's view"))
        self._none.setVisible(not past)
        self._none.setText(self.tr("Once you have assessed yourself, it stands here as it was."))

    # Acting

    def _follow(self, current: QModelIndex) -> None:
        if current.isValid() and self.rows.hasFocus():
            box = self.rows.visualRect(current)
            top = self.rows.mapTo(self.inside, QPoint(0, box.center().y())).y()
            self.ensureVisible(0, top, 0, box.height() // 2 + 24)

    def _with(self, index: QModelIndex, act: Callable[[str], None]) -> None:
        competency = self.rows.id_at(index)
        if competency is not None and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            act(competency)

    def _offer(self, where: QPoint) -> None:
        index = self.rows.indexAt(where)
        if not index.isValid():
            index = self.rows.currentIndex()
            where = self.rows.visualRect(index).center()
        at = self.rows.viewport().mapToGlobal(where)
        self._with(index, lambda found: self._actions.menu(found, self).popup(at))

    def _offer_files(self) -> None:
        self.file_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def file_menu(self) -> QMenu:
        """What can be done with files of competencies."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Import from a file..."), self._actions.bring_in)
        menu.addAction(self.tr("Save an example file..."), self._actions.save_example)
        return menu

    def _begin(self, act: str) -> None:
        self.navigate.emit(Destination("plan", kind=Kind.ASSESSMENT, act=act))

    def _open_past(self, index: QModelIndex) -> None:
        found = self.past.id_at(index)
        if found is not None:
            self.navigate.emit(Destination("plan", found, Kind.ASSESSMENT))


def _is_begun(draft: Assessing | None) -> bool:
    return draft is not None and draft.begun
