"""A field for tags: chips and a place to write the next one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.offered_rows import OfferedRows
from ui.widgets.prose_clipboard import UNLEARNED
from ui.widgets.styling import restyle
from ui.widgets.tab_order import put_before

_ENDS = (Qt.Key.Key_Comma, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagsField(QFrame):
    """Tags as chips; comma or Enter keeps the one written, Backspace twice removes the last.

    `known` are the tags used before, offered while writing. `tags_changed` carries the tags
    after the user changed them.
    """

    tags_changed = Signal(list)

    def __init__(
        self, known: Sequence[str] = (), *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tags: list[str] = []
        self._chips: list[Chip] = []
        self._doomed = False
        self._name = name or self.tr("Tags")
        self._line = _TagLine(self)
        self._known = QStringListModel(list(known), self)
        self._flow = FlowLayout(self, gap=6, row_gap=2)
        self._flow.setContentsMargins(8, 1, 8, 1)
        self._flow.addWidget(self._line)
        self.setProperty("kind", "field")
        self.setFocusProxy(self._line)
        # Tab enters at the field itself, so the chips are put before it; Qt moves none without.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._offer_known()
        self._describe()
        follow_theme(self._apply_theme)

    def tags(self) -> list[str]:
        """Return the tags, also the one still being written."""
        pending = _clean(self._line.text())
        return [*self._tags, pending] if pending and pending not in self._tags else self.tags_kept()

    def tags_kept(self) -> list[str]:
        """Return the tags that stand as chips."""
        return list(self._tags)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        self._tags = []
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for tag in tags:
            self._add(_clean(tag))

    def set_known(self, known: Sequence[str]) -> None:
        """Offer these tags while writing."""
        self._known.setStringList(list(known))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the place to write, which has the focus."""
        self._name = name
        self._describe()

    def set_error(self, *, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        restyle(self, "error", "true" if wrong else "false")

    # Called by the line

    def commit(self) -> None:
        """Keep the tag that is being written."""
        tag = _clean(self._line.text())
        self._line.clear()
        if tag and tag not in self._tags:
            self._add(tag)
            self.tags_changed.emit(self.tags_kept())

    def step_back(self) -> None:
        """Mark the last tag, and remove it at the second step."""
        if not self._chips:
            return
        if self._doomed:
            self._remove(self._chips[-1])
        else:
            self._doomed = True
            self._chips[-1].setDown(True)

    def spare(self) -> None:
        """Forget that the last tag was marked."""
        if self._doomed and self._chips:
            self._chips[-1].setDown(False)
        self._doomed = False

    def show_focus(self, *, focused: bool) -> None:
        """Draw the border of the field as focused or not."""
        restyle(self, "focused", "true" if focused else "false")

    # Private

    def _add(self, tag: str) -> None:
        if not tag:
            return
        chip = Chip(tag, "tag", name=self.tr("Tag {0}").format(tag), removable=True)
        chip.removed.connect(lambda: self._remove(chip))
        self._flow.removeWidget(self._line)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._line)
        put_before(self, chip)
        chip.show()
        self._tags.append(tag)
        self._chips.append(chip)
        self._describe()
        self.updateGeometry()

    def _remove(self, chip: Chip) -> None:
        place = self._chips.index(chip)
        del self._chips[place], self._tags[place]
        self._doomed = False
        self._drop(chip)
        self._describe()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tags_changed.emit(self.tags_kept())

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _describe(self) -> None:
        self._line.setAccessibleName(self._name)
        self._line.setAccessibleDescription(", ".join(self._tags))

    def _offer_known(self) -> None:
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        OfferedRows(completer)
        completer.activated.connect(self.commit, Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(completer)

    def _apply_theme(self) -> None:
        self._line.setFont(current_theme().font("body"))
        self._line.setMinimumWidth(current_theme().px(80))
        self.setMinimumHeight(current_theme().size("control"))


class _TagLine(QLineEdit):
    """Where the next tag is written."""

    def __init__(self, field: TagsField) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("bare", "true")
        self.setInputMethodHints(UNLEARNED)

    def event(self, event: QEvent) -> bool:
        """Keep Tab for leaving, but take what was written along."""
        if event.type() == QEvent.Type.FocusOut:
            self._field.commit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on comma and Enter, step back on Backspace at the start."""
        if event.key() in _ENDS:
            self._field.commit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._field.step_back()
        else:
            self._field.spare()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the field as focused."""
        super().focusInEvent(event)
        self._field.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the field at rest."""
        super().focusOutEvent(event)
        self._field.spare()
        self._field.show_focus(focused=False)


def _clean(tag: str) -> str:
    return tag.strip().lstrip("#").strip()
