"""What is near the chosen items and will not go, beside the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractListModel, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries import left_out as staying
from app.queries.left_out import LeftOut
from ui import labels
from ui.context import Context
from ui.share.consent_rows import (
    attempts_words,
    debriefs_words,
    feedback_words,
    names_words,
    passages_words,
    support_words,
)
from ui.share.draft import DraftPack
from ui.share.item_words import untitled_words
from ui.share.words import counted, fields_words, section_words, translate
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.list_pane import RowList
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_fact

_HEIGHT, _SHARE = 28, 220
_ICON: Final = Qt.ItemDataRole.UserRole + 1
_WORDS: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)
_BESIDE: Final = {
    Kind.DEBRIEF: (
        QT_TRANSLATE_NOOP("Share", "1 private debrief"),
        QT_TRANSLATE_NOOP("Share", "%n private debriefs"),
    ),
    Kind.REQUEST: (
        QT_TRANSLATE_NOOP("Share", "1 request for feedback"),
        QT_TRANSLATE_NOOP("Share", "%n requests for feedback"),
    ),
    Kind.PERSON: (
        QT_TRANSLATE_NOOP("Share", "1 person, and what you wrote about them"),
        QT_TRANSLATE_NOOP("Share", "%n people, and what you wrote about them"),
    ),
    Kind.ASSESSMENT: (
        QT_TRANSLATE_NOOP("Share", "1 assessment, with its proof"),
        QT_TRANSLATE_NOOP("Share", "%n assessments, with their proof"),
    ),
    Kind.SUPPORT: (
        QT_TRANSLATE_NOOP("Share", "1 thing asked of somebody"),
        QT_TRANSLATE_NOOP("Share", "%n things asked of others"),
    ),
}
_PRIVATE: Final = (
    QT_TRANSLATE_NOOP("Share", "1 piece of feedback that is private"),
    QT_TRANSLATE_NOOP("Share", "%n pieces of feedback that are private"),
)
_UNKEPT: Final = (
    QT_TRANSLATE_NOOP("Share", "1 piece of feedback that you have not kept"),
    QT_TRANSLATE_NOOP("Share", "%n pieces of feedback that you have not kept"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Something that stays, or the heading above it (without an icon)."""

    words: str
    icon: str = ""


class LeftOutModel(QAbstractListModel):
    """What stays, under the item it is near to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_lines(self, lines: list[Line]) -> None:
        """Show what stays now."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are; they have none below them."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings are passed over."""
        if not index.isValid() or not self._lines[index.row()].icon:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in _WORDS:
            return line.words
        if role == RowRole.SECTION:
            return not line.icon
        return line.icon if role == _ICON else None


class LeftOutPanel(QWidget):
    """A quiet line below the pages; pressed, it lists everything near them that will not go."""

    def __init__(self, context: Context, draft: DraftPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._alone = False
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.toggle = Button(self.tr("Left out"), "ghost", icon="eye-off")
        self.toggle.setCheckable(True)
        self.model = LeftOutModel(self)
        self.list = RowList(self.tr("Left out"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        self.toggle.toggled.connect(self._fold)
        follow_theme(self._fit)

    # Methods

    def show_pack(self) -> None:
        """Show what of the draft stays now, while it is looked at."""
        if not self.list.isVisible():
            return
        stays = staying.left_out(self._context.vault, self._draft.source)
        lines = [line for each in stays for line in self._near(each)]
        lines += [Line(translate("Share", "Everything else")), *self._others()]
        self.model.show_lines(lines)

    def stand_alone(self, *, alone: bool) -> None:
        """Fill the place of the pages, open, where room is short."""
        if alone == self._alone:
            return
        self._alone = alone
        self.toggle.setVisible(not alone)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was not looked at."""
        super().showEvent(event)
        self.show_pack()

    # Private

    def _fold(self) -> None:
        self.list.setVisible(self._alone or self.toggle.isChecked())
        self.toggle.set_icon("chevron-down" if self.toggle.isChecked() else "eye-off")
        self._fit()
        self.show_pack()

    def _fit(self) -> None:
        self.list.setMaximumHeight(1 << 20 if self._alone else current_theme().px(_SHARE))

    def _near(self, each: LeftOut) -> Iterator[Line]:
        """An item, and what of it and near it stays."""
        today = self._context.today()
        yield Line(each.title or untitled_words(each.kind))
        if each.fields:
            yield Line(fields_words(each.fields), "eye-off")
        for linked in each.linked:
            day = labels.short_day(linked.day, today)
            form = translate("Share", "{title}, linked, {day}")
            title = linked.title or translate("Share", "An entry")
            yield Line(form.format(title=title, day=day), "link")
        withheld = [*passages_words(each.passages), *names_words(each.names)]
        stays = [*attempts_words(each.attempts), *support_words(each.support)]
        stays += [*debriefs_words(each.debriefs), *feedback_words(each.feedback)]
        for words in (*withheld, *stays):
            yield Line(words, "eye-off" if words in withheld else "lock")

    def _others(self) -> Iterator[Line]:
        """How much of each kind stays: what could go and was not chosen, and what never can."""
        chosen = {each.id for each in self._draft.chosen}
        rest = Counter(each.kind for each in self._draft.candidates if each.id not in chosen)
        for kind, count in rest.items():
            form = translate("Share", "{kind}: {n}")
            yield Line(form.format(kind=section_words(kind), n=labels.number(count)), "lock")
        beside = staying.beside(self._context.vault.read)
        never = [(_BESIDE[kind], count) for kind, count in beside.kinds.items()]
        never[1:1] = [(_PRIVATE, beside.private), (_UNKEPT, beside.unkept)]
        for (one, many), count in never:
            if count:
                yield Line(counted(one, many, count), "lock")


class _LineDelegate(RowDelegate):
    """An icon and words on one quiet line."""

    def row_height(self, index: Index) -> int:
        """Return the height of one line."""
        del index
        return current_theme().px(_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the icon and the words."""
        draw_fact(painter, box, str(index.data(_ICON)), str(index.data()), colour="text-2")
