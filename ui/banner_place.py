"""Where the window shows its one banner, under the header of the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.notices import Banner, Kind

_GAP: Final = 12


class BannerPlace(QWidget):
    """Shows what failed until it is settled, else what there is to know about the vault."""

    own_vault_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._clear()
        self._greet()

    @property
    def banner(self) -> Banner | None:
        """The banner that is shown."""
        item = self._column.itemAt(0)
        widget = item.widget() if item else None
        return widget if isinstance(widget, Banner) else None

    def warn(self, words: str) -> None:
        """Say what failed."""
        self._show("danger", words)

    def settle(self) -> None:
        """Take away what failed, because it went well since."""
        if self.banner is not None and self.banner.property("kind") == "danger":
            self._clear()
            self._greet()

    # Private

    def _greet(self) -> None:
        vault = self._context.vault
        if self._context.sample:
            words = self.tr("Sample vault. Nothing here is kept when you leave.")
            banner = self._show("lamp", words, self.tr("Create my vault"))
            banner.acted.connect(self.own_vault_asked)
        elif vault.read_only:
            self._show("lamp", self.tr("Nothing can be saved here. Copy the folder to your disk."))
        elif vault.keys_rolled_back:
            words = self.tr(
                "The key file is older than the one used last. An earlier passphrase may open "
                "this vault again. If you did not restore it yourself, change the passphrase."
            )
            self._show("lamp", words)

    def _show(self, kind: Kind, words: str, action: str = "") -> Banner:
        self._clear()
        banner = Banner(kind, words, action=action)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, 0)
        self._column.addWidget(banner)
        banner.announce()
        return banner

    def _clear(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
