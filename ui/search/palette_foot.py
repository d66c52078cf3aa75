"""The foot of the palette: how much was found, and the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.labels import counted
from ui.search.offers import COMMANDS
from ui.widgets.key_cap import KeyCap
from ui.widgets.text import Label


class PaletteFoot(QWidget):
    """Says how much was found; `words` is the sentence, for assistive tools as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label("", "caption", "text-2")
        foot = QHBoxLayout(self)
        foot.setContentsMargins(20, 10, 20, 10)
        foot.setSpacing(7)
        foot.addWidget(self._count, 1)
        # Not translated: these are the signs on the keys.
        for keys, words in ((("↑", "↓"), self.tr("move")), ((COMMANDS,), self.tr("commands only"))):
            for key in keys:
                foot.addWidget(KeyCap(key))
            foot.addSpacing(3)
            foot.addWidget(Label(words, "caption", "text-2"))
            foot.addSpacing(9)

    @property
    def words(self) -> str:
        """How much was found."""
        return self._count.text()

    def show_count(self, found: int | None) -> None:
        """Say how much was found; None where nothing is looked for."""
        if found is None:
            self._count.setText(self.tr("Searched on this computer"))
        elif not found:
            self._count.setText(self.tr("Nothing found, searched on this computer"))
        else:
            one = self.tr("1 result, searched on this computer")
            many = self.tr("{n} results, searched on this computer")
            self._count.setText(counted(found, one, many))
