"""Settings: light or dark, and the size of text."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.settings import SCALES
from ui.desk import Desk
from ui.settings.section import Section
from ui.widgets.choice import Choice
from ui.widgets.segmented import Segmented

_CONTEXT = "AppearanceSection"
_SYSTEM: Final = "system"


class AppearanceSection(Section):
    """How Greenroom looks on this computer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Appearance")
        lede = QCoreApplication.translate(_CONTEXT, "For every vault opened on this computer.")
        super().__init__(title, lede, parent)
        self._desk = desk
        self._scheme = Segmented(
            [
                (_SYSTEM, self.tr("System")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            name=self.tr("Theme"),
        )
        self._scale = Choice(
            [(self.tr("{percent} %").format(percent=round(s * 100)), s) for s in SCALES],
            name=self.tr("Text size"),
        )
        group = self.add_group()
        group.add_row(
            self.tr("Theme"), self.tr("System follows what the computer uses."), self._scheme
        )
        keys = self.tr("Ctrl+Plus and Ctrl+Minus change it anywhere, Ctrl+0 sets it back.")
        group.add_row(self.tr("Text size"), keys, self._scale)
        self.column.addStretch(1)
        self._scheme.chosen.connect(self._choose_scheme)
        self._scale.picked.connect(self._choose_scale)
        desk.settings_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._scheme.set_view(self._desk.settings.scheme or _SYSTEM)
        self._scale.set_value(self._desk.settings.scale)

    def _choose_scheme(self, view: str) -> None:
        scheme = "" if view == _SYSTEM else view
        self._desk.choose(replace(self._desk.settings, scheme=scheme))

    def _choose_scale(self, scale: object) -> None:
        self._desk.choose(replace(self._desk.settings, scale=cast("float", scale)))
