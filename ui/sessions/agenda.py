"""The timed agenda of a session: topics written in place, moved, added and taken off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.content.sessions import SessionTemplate
from app.domain.sessions import AgendaItem
from app.queries.agenda import sources
from app.queries.sessions import SessionView
from ui import labels
from ui.context import Context, Destination
from ui.sessions import words
from ui.sessions.agenda_rows import AgendaDelegate, AgendaModel, TopicRow, opens
from ui.sessions.preparing import Preparing
from ui.sessions.topic_editor import TopicEditor
from ui.widgets.button import Button
from ui.widgets.movable_list import MovableList
from ui.widgets.text import Label


class TopicList(MovableList):
    """The topics; Space opens one to write on it, as Enter does.

    An editor can lie over a topic until it is taken away.
    """

    _over: tuple[QWidget, int] | None = None

    def put_over(self, editor: QWidget, place: int) -> None:
        """Let an editor lie over a topic."""
        self._over = (editor, place)
        editor.setParent(self.viewport())
        self._place_over()
        editor.show()

    def take_away(self) -> None:
        """Take the editor away that lies over a topic."""
        if self._over is not None:
            editor, _ = self._over
            self._over = None
            editor.hide()
            # Not at once: it may be its own event that ends it.
            editor.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor over its topic."""
        super().resizeEvent(event)
        self._place_over()

    def _place_over(self) -> None:
        if self._over is not None:
            editor, place = self._over
            tops = self.edges()
            if place + 1 < len(tops):
                height = tops[place + 1] - tops[place] - 1
                editor.setGeometry(0, tops[place], self.viewport().width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space besides the keys of every list."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Agenda(QWidget):
    """A heading with the time it takes, the topics, and what adds one.

    `navigate` carries a Destination: what a topic was pulled from.
    """

    navigate = Signal(object)

    def __init__(self, context: Context, preparing: Preparing) -> None:
        super().__init__()
        self._context = context
        self._preparing = preparing
        self._editor: TopicEditor | None = None
        self._editing: TopicRow | None = None
        self.model = AgendaModel()
        self.rows = TopicList(self.tr("Agenda"), self.model, AgendaDelegate())
        self.total = Label("", "caption", "text-2", numbers=True)
        self.add = Button(self.tr("Add topic"), "link", icon="plus")
        self.take = Button(self.tr("Take an agenda"), "link", icon="list-checks")
        self.adder = TopicEditor()
        self._lay_out()
        self._connect()

    # Methods

    def show_view(self, view: SessionView) -> None:
        """Show the agenda of a session."""
        session = view.session
        self.model.show(session, sources(self._context.vault.read, session.agenda))
        self.rows.setVisible(bool(session.agenda))
        self.take.setVisible(not session.agenda)
        self.total.setText(words.total_words(session))
        topics = labels.counted(
            len(session.agenda), self.tr("Agenda, 1 topic"), self.tr("Agenda, {n} topics")
        )
        self.rows.setAccessibleName(f"{topics}, {self.total.text()}")

    def keep(self) -> None:
        """Finish what is being written."""
        if self._editor is not None:
            self._finish(by_key=False)
        if self.adder.isVisibleTo(self) and self.adder.is_changed():
            self._add_written(by_key=False)

    def first_focus(self) -> QWidget:
        """The topics, or what adds one."""
        return self.rows if self.model.rowCount() else self.add

    def menu(self, row: TopicRow) -> QMenu:
        """What one can do with a topic."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit topic"), partial(self._edit, self.model.place(row.id)))
        if kind := opens(row.item):
            form = self.tr("Open: {what}")
            act = form.format(what=words.kind_words(kind))
            menu.addAction(act, partial(self._open_source, row))
        menu.addSeparator()
        if row.place:
            menu.addAction(self.tr("Move up"), lambda: self._move(row.place, row.place - 1))
        if row.place < self.model.rowCount() - 1:
            menu.addAction(self.tr("Move down"), lambda: self._move(row.place, row.place + 2))
        menu.addSeparator()
        menu.addAction(self.tr("Remove topic"), partial(self._remove, row))
        return menu

    # Building

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Label(self.tr("Agenda"), "section"))
        head.addStretch()
        head.addWidget(self.total)
        for button in (self.add, self.take):
            button.setProperty("flush", True)
        foot.setSpacing(20)
        foot.addWidget(self.add)
        foot.addWidget(self.take)
        foot.addStretch()
        self.adder.setVisible(False)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self.adder)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rows.opened.connect(self._edit)
        self.rows.edit_asked.connect(self._edit)
        self.rows.deleted.connect(lambda index: self._remove(self.model.topic(index)))
        self.rows.dropped.connect(self._move)
        self.rows.customContextMenuRequested.connect(self._open_menu)
        self.add.clicked.connect(self._begin_new)
        self.take.clicked.connect(self._offer_templates)
        self.adder.finished.connect(lambda by_key: self._add_written(by_key=by_key))
        self.adder.left.connect(self._leave_adder)

    # Writing

    def _edit(self, index: QModelIndex) -> None:
        row = self.model.topic(index)
        if row is None:
            return
        self.keep()
        self._editing, self._editor = row, TopicEditor()
        self._editor.finished.connect(lambda by_key: self._finish(by_key=by_key))
        self._editor.left.connect(self._close_editor)
        self._editor.begin(row.item)
        self.rows.put_over(self._editor, row.place)
        self._editor.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, *, by_key: bool) -> None:
        editor, row = self._editor, self._editing
        if editor is None or row is None:
            return
        written = editor.written()
        self._close_editor(focused=by_key)
        if written is not None and written != row.item:
            self._preparing.put_item(row.place, written)
        if by_key:
            self.rows.setCurrentIndex(self.model.index(row.place))

    def _close_editor(self, *, focused: bool = True) -> None:
        if self._editor is None:
            return
        self._editor, self._editing = None, None
        if focused:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.take_away()

    # Adding

    def _begin_new(self) -> None:
        self.adder.begin(AgendaItem(""))
        self.adder.setVisible(True)
        self.adder.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_written(self, *, by_key: bool) -> None:
        """Add what is written and go on with the next one; nothing written ends it."""
        written = self.adder.written()
        if written is None and self.adder.title.text().strip():
            return
        if written is not None:
            self.adder.begin(AgendaItem(""))
            self._preparing.add_item(written)
        if by_key and written is not None:
            self.adder.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave_adder(focused=by_key)

    def _leave_adder(self, *, focused: bool = True) -> None:
        if focused:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adder.setVisible(False)

    def _offer_templates(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for template in self._context.library.sessions.sessions:
            menu.addAction(template.name, partial(self._take, template))
        menu.popup(self.take.mapToGlobal(self.take.rect().bottomLeft()))

    def _take(self, template: SessionTemplate) -> None:
        self._preparing.take_agenda(template)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # Moving and taking off

    def _move(self, origin: int, gap: int) -> None:
        self.keep()
        place = self._preparing.move_item(origin, gap)
        index = self.model.index(place)
        self.rows.setCurrentIndex(index)
        form = self.tr("{title}, {place} of {count}")
        said = form.format(
            title=index.data(),
            place=labels.number(place + 1),
            count=labels.number(self.model.rowCount()),
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.rows, said))

    def _remove(self, row: TopicRow | None) -> None:
        if row is None:
            return
        focused = self.rows.hasFocus()
        self._preparing.remove_item(row.place)
        left = self.model.rowCount()
        if left:
            self.rows.setCurrentIndex(self.model.index(min(row.place, left - 1)))
        elif focused:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_source(self, row: TopicRow) -> None:
        if kind := opens(row.item):
            self.navigate.emit(Destination(words.place_of(kind), row.item.record, kind))

    def _open_menu(self, where: QPoint) -> None:
        index = self.rows.indexAt(where)
        row = self.model.topic(index if index.isValid() else self.rows.currentIndex())
        if row is not None:
            self.menu(row).popup(self.rows.viewport().mapToGlobal(where))
