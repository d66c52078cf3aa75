"""What outlives a lock: the clock, the settings of this computer, content and slow work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import settings
from app.clock import Clock
from app.settings import Settings
from ui.desktop_notes import DesktopNotes
from ui.jobs import Jobs
from ui.messages import Messages
from ui.theme import Scheme, ThemeSource

if TYPE_CHECKING:
    from app.content.library import Library


class Desk(QObject):
    """The things every part of the window is built from, made once at the start."""

    settings_changed = Signal()

    def __init__(
        self,
        clock: Clock,
        settings_folder: Path,
        themes: ThemeSource,
        parent: QObject | None = None,
        make_notes: Callable[[QObject], DesktopNotes] = DesktopNotes,
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self._make_notes = make_notes
        self.themes = themes
        self.jobs = Jobs(self)
        self.messages = Messages(self)
        self._folder = settings_folder
        self._settings = settings.load(settings_folder)
        self._apply()

    @cached_property
    def library(self) -> Library:
        """The content that ships with Greenroom; the arch is painted without it."""
        from app.content.library import Library  # noqa: PLC0415 - see above

        return Library()

    @cached_property
    def notes(self) -> DesktopNotes:
        """The way the desktop is told of a reminder, looked for when it is first needed."""
        return self._make_notes(self)

    @property
    def settings(self) -> Settings:
        """The choices for this computer."""
        return self._settings

    def choose(self, chosen: Settings) -> None:
        """Use other settings from now on, and keep them."""
        if chosen == self._settings:
            return
        self._settings = chosen
        settings.save(self._folder, chosen)
        self._apply()
        self.settings_changed.emit()

    def resize_text(self, step: int) -> None:
        """Make the text a tenth larger or smaller, or with 0 the size it was made for."""
        place = settings.SCALES.index(self._settings.scale) + step if step else 0
        scale = settings.SCALES[min(max(place, 0), len(settings.SCALES) - 1)]
        self.choose(replace(self._settings, scale=scale))

    def _apply(self) -> None:
        scheme: Scheme | None = None
        if self._settings.scheme == "light":
            scheme = "light"
        elif self._settings.scheme == "dark":
            scheme = "dark"
        self.themes.choose_scheme(scheme)
        self.themes.choose_scale(self._settings.scale)
        self.themes.choose_writing(self._settings.text_size, self._settings.text_width)
