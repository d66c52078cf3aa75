"""The settings, shown for a vault of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.context import Context, Destination
from ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def shown_settings(qtbot: QtBot, context: Context, desk: Desk, section: str = "") -> SettingsPage:
    """The page as it opens, or with one of its sections."""
    page = SettingsPage(context, desk)
    context.setParent(page)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    if section:
        page.arrive(Destination("settings", act=section))
    return page
