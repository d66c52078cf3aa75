"""Putting the items of a pack in order on paper, from the list of step 2."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.queries.packs import Candidate
from ui import labels
from ui.share.draft import DraftPack
from ui.share.item_list import ItemList
from ui.share.items_model import ItemsModel


class Ordering(QObject):
    """Moves the item of a row by one place, or to where it was dropped, and says where it is."""

    def __init__(self, draft: DraftPack, view: ItemList, model: ItemsModel) -> None:
        super().__init__(view)
        self._draft = draft
        self._view = view
        self._model = model
        view.moved.connect(self._move)
        view.dropped.connect(self._drop)

    def _move(self, index: QModelIndex, step: int) -> None:
        row = self._model.row(index)
        ids = [each.id for each in self._draft.picked]
        if row.item in ids and 0 <= ids.index(row.item) + step < len(ids):
            self._put(self._model.candidate(row), ids.index(row.item) + step)

    def _drop(self, origin: int, gap: int) -> None:
        self._put(self._draft.picked[origin], gap - 1 if gap > origin else gap)

    def _put(self, candidate: Candidate, place: int) -> None:
        """Give an item a place on paper, and say which; the list stays at it."""
        self._draft.put(candidate, place)
        index = self._model.find(candidate.id)
        self._view.setCurrentIndex(index)
        count = labels.number(len(self._draft.picked))
        said = self.tr("{title}, {place} of {count} on paper").format(
            title=index.data(), place=labels.number(place + 1), count=count
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))
