"""The versions of an entry: what changed since each, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.entry_content import Content
from app.domain.ids import Id
from app.domain.worddiff import Fate, Piece, diff
from app.operations.versions import bring_back
from app.queries.versions import Version, VersionRow, version, versions
from ui.context import Context
from ui.journal.keys import add_keys
from ui.journal.version_list import VersionList
from ui.journal.version_words import facts_words
from ui.labels import clock, short_day
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.comparison import Comparison
from ui.widgets.dialog import Dialog
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.segmented import Segmented
from ui.widgets.styling import Card
from ui.widgets.text import Label

AT_ONCE: Final = 20_000
"""Texts of so many characters together are compared at once; longer ones off this thread."""

_LIST, _STACKED_LIST, _SIDE_BY_SIDE = 260, 190, 700


class VersionsSheet(Dialog):
    """The versions by day at the left; at the right what changed since the chosen one.

    `keep` saves what is typed and returns whether that worked: nothing is brought back over
    words that are nowhere else.
    """

    def __init__(
        self, context: Context, entry_id: Id, parent: QWidget, keep: Callable[[], bool]
    ) -> None:
        title = QCoreApplication.translate("VersionsSheet", "Versions")
        super().__init__(title, parent, kind="wide")
        self._context = context
        self._entry_id = entry_id
        self._keep = keep
        self._asked = 0
        self._rows: list[VersionRow] = []
        self.list = VersionList()
        self.view = Comparison(self.tr("What changed"))
        self.against = Segmented(
            [
                ("next", self.tr("Until the next version")),
                ("now", self.tr("Until now")),
            ],
            name=self.tr("Compare with"),
        )
        self._since = Label("", "section", wrap=True)
        self._facts = Label("", "caption", "text-2", wrap=True)
        self._place = Label("", "caption", "text-2", numbers=True)
        self.previous = Button("", "ghost", icon="arrow-up")
        self.next = Button("", "ghost", icon="arrow-down")
        self.copy = Button(self.tr("Copy text"), icon="copy")
        self.back = Button(self.tr("Bring this version back"), "primary")
        self._lay_out()
        self._connect()
        self._load()

    # Private, building

    def _lay_out(self) -> None:
        self.previous.setToolTip(self.tr("Previous change (Shift+F3)"))
        self.next.setToolTip(self.tr("Next change (F3)"))
        frame = Card("quiet-card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 12, 4, 4)
        inside.addWidget(self.view)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.against)
        bar.addStretch()
        for widget in (self._place, self.previous, self.next):
            bar.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(current_theme().space(2))
        right.addLayout(bar)
        right.addWidget(self._since)
        right.addWidget(self._facts)
        right.addWidget(frame, 1)
        beside = current_theme().effective_width(self._window.width()) >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        line = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom)
        line.setSpacing(current_theme().space(5))
        line.addWidget(self.list)
        line.addLayout(right, 1)
        if beside:
            self.list.setFixedWidth(current_theme().px(_LIST))
        else:
            self.list.setFixedHeight(_STACKED_LIST)
        self.body.addLayout(line, 1)
        self.add_action(self.copy)
        self.add_action(self.back)
        self.focus_first(self.list)

    def _connect(self) -> None:
        self.list.picked.connect(lambda _: self._show())
        self.against.chosen.connect(lambda _: self._show())
        self.view.stepped.connect(self._say_place)
        self.previous.clicked.connect(lambda: self.view.step(-1))
        self.next.clicked.connect(lambda: self.view.step(1))
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self._bring_back)
        add_keys(
            self,
            ("F3", self.next.click),
            ("Shift+F3", self.previous.click),
            ("Ctrl+Return", self.back.click),
        )

    # Private, showing

    def _load(self) -> None:
        vault = self._context.vault
        now = vault.now()
        self._rows = versions(vault.read, self._entry_id, now.offset)
        self.list.show_rows(self._rows, now.day)
        if self._rows:
            # What was there before is what somebody comes for.
            self.list.choose(self._rows[min(1, len(self._rows) - 1)].seq)

    def _show(self) -> None:
        chosen = self._version(self.list.row())
        if chosen is None:
            return
        other = self._version(self._other(chosen.seq))
        latest = other is None
        self._offer(latest=latest)
        self._since.setText(self._since_words(chosen, other))
        facts = facts_words(chosen.content, other.content) if other else []
        self._facts.setText(" ".join(facts))
        self._facts.setVisible(bool(facts))
        self._compare(chosen.content, other.content if other else chosen.content)

    def _offer(self, *, latest: bool) -> None:
        stays = self.tr("The text as it is now stays as a version (Ctrl+Enter)")
        self.back.setEnabled(not latest)
        self.back.setToolTip(self.tr("This is the text as it is now") if latest else stays)
        self.against.setEnabled(not latest)

    def _other(self, seq: int) -> VersionRow | None:
        """What a version is compared with; None for the present one."""
        place = next((n for n, row in enumerate(self._rows) if row.seq == seq), 0)
        if place == 0:
            return None
        return self._rows[0 if self.against.view() == "now" else place - 1]

    def _version(self, row: VersionRow | None) -> Version | None:
        if row is None:
            return None
        vault = self._context.vault
        return version(vault.read, self._entry_id, row.seq, vault.now().offset)

    def _compare(self, old: Content, new: Content) -> None:
        self._asked += 1
        asked = self._asked

        def show(pieces: tuple[Piece, ...]) -> None:
            if shiboken6.isValid(self) and asked == self._asked:
                self.view.show_pieces(pieces)

        if len(old.body) + len(new.body) <= AT_ONCE:
            show(_pieces(old, new))
            return
        self.view.show_pieces((Piece(Fate.KEPT, self.tr("Comparing\u2026")),))
        self._context.jobs.submit(lambda: _pieces(old, new), show, self._context.messages.fail)

    def _since_words(self, chosen: Version, other: Version | None) -> str:
        if other is None:
            return self.tr("The text as it is now")
        since = self._when(chosen)
        if other.seq == self._rows[0].seq:
            return self.tr("What changed from {0} until now").format(since)
        return self.tr("What changed from {0} until {1}").format(since, self._when(other))

    def _when(self, shown: Version) -> str:
        day = short_day(shown.at.day, self._context.today())
        return self.tr("{0}, {1}").format(day, clock(shown.at.local))

    def _say_place(self, at: int, count: int) -> None:
        self.next.setEnabled(count > 0)
        self.previous.setEnabled(count > 0)
        if not count:
            self._place.setText("")
        elif not at:
            one, many = self.tr("1 change"), self.tr("{0} changes")
            self._place.setText(one if count == 1 else many.format(count))
        else:
            self._place.setText(self.tr("Change {0} of {1}").format(at, count))

    # Private, acting

    def _copy(self) -> None:
        chosen = self._version(self.list.row())
        if chosen is not None:
            QGuiApplication.clipboard().setMimeData(unremembered(chosen.content.body))
            self.set_note(self.tr("The text was copied."))

    def _bring_back(self) -> None:
        chosen, context = self.list.row(), self._context
        if chosen is None or not self._keep():
            return
        context.vault.seal()
        entry_id, seq = self._entry_id, chosen.seq
        if context.perform(lambda: bring_back(context.vault, entry_id, seq)):
            self.accept()
            context.messages.say(self.tr("Version brought back"), undo=True)


def _pieces(old: Content, new: Content) -> tuple[Piece, ...]:
    """The title and the text of two versions as one comparison."""
    title = diff(old.title, new.title)
    rest = diff(old.body, new.body)
    return (*title, Piece(Fate.KEPT, "\n\n"), *rest) if title else rest
