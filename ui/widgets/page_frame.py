"""The frame of a page: title, actions, a main column and a side column that moves below it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.text import Label

_WIDE, _HIGH, _NARROW = 40, 32, 24
_SIDE_NARROW = 268


class PageFrame(QScrollArea):
    """A page that scrolls: a head with title, lede and actions, then main and side columns.

    Put buttons into `tools`, fill `main` and, where there is one, `side` (both QVBoxLayout). The
    side column stands below the main one where the window is narrower than its breakpoint.
    """

    def __init__(
        self,
        title: str = "",
        lede: str = "",
        *,
        title_role: str = "title",
        side: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = Label(title, title_role, wrap=True)
        self.lede = Label(lede, "body", "text-2", wrap=True)
        self.tools = QHBoxLayout()
        self.main = QVBoxLayout()
        self.side = QVBoxLayout()
        self._side_holder: QWidget | None = QWidget() if side else None
        self._inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self._inside)
        self._head = QWidget()
        self._head_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._head)
        self._assemble()
        self.setWidget(self._inside)
        follow_theme(self._fit)

    def set_heading(self, title: str, lede: str = "") -> None:
        """Change title and lede; the head vanishes without a title."""
        self.title.setText(title)
        self.lede.setText(lede)
        self.lede.setVisible(bool(lede))
        self._head.setVisible(bool(title))

    def is_stacked(self) -> bool:
        """Return whether the side column stands below the main one."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    def event(self, event: QEvent) -> bool:
        """Fit the columns to the window when it is resized or the page is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        self._head_line.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.lede)
        self._head_line.addLayout(words, 1)
        self._head_line.addLayout(self.tools)
        self._column.setSpacing(24)
        self._column.addWidget(self._head)
        self._column.addLayout(self._columns, 1)
        self.main.setSpacing(16)
        self._columns.addLayout(self.main, 1)
        if self._side_holder is not None:
            self.side = QVBoxLayout(self._side_holder)
            self.side.setContentsMargins(0, 0, 0, 0)
            self.side.setSpacing(24)
            self._columns.addWidget(self._side_holder, 0)
        self.set_heading(self.title.text(), self.lede.text())

    def _fit(self) -> None:
        theme = current_theme()
        wide = theme.effective_width(self.window().width())
        narrow = wide < theme.breakpoint("rail-collapse-below")
        stacked = wide < theme.breakpoint("side-panel-stack-below")
        edge, top = (_NARROW, _NARROW) if narrow else (_WIDE, _HIGH)
        self._column.setContentsMargins(edge, top, edge, top)
        self._columns.setSpacing(24 if narrow else 32)
        direction = QBoxLayout.Direction
        below = wide < theme.breakpoint("list-pane-hide-below")
        # Beside its actions, a title in large text would break within its word.
        self._head_line.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        if self._side_holder is not None:
            width = theme.px(_SIDE_NARROW) if narrow else theme.size("side-panel")
            self._side_holder.setMinimumWidth(0 if stacked else width)
            self._side_holder.setMaximumWidth(1 << 20 if stacked else width)
