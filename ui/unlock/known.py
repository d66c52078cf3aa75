"""The menu of vaults that were opened on this computer, and the ways to others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.icons import icon
from ui.widgets.plain import tooltip

_CONTEXT = "KnownVaults"


def known_menu(
    parent: QWidget,
    folders: Sequence[Path],
    open_folder: Callable[[Path], None],
    choose: Callable[[], None],
    create: Callable[[], None],
) -> QMenu:
    """A menu with the known vaults, choosing a folder, and creating a vault; freed on close."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.setAccessibleName(QCoreApplication.translate(_CONTEXT, "Open another vault"))
    for folder in folders:
        action = menu.addAction(icon("lock-keyhole"), folder.name.replace("&", "&&"))
        action.setToolTip(tooltip(str(folder)))
        action.triggered.connect(lambda _=False, folder=folder: open_folder(folder))
    if folders:
        menu.addSeparator()
    other = menu.addAction(
        icon("folder-open"), QCoreApplication.translate(_CONTEXT, "Choose a folder...")
    )
    other.triggered.connect(lambda _=False: choose())
    new = menu.addAction(icon("plus"), QCoreApplication.translate(_CONTEXT, "Create a vault"))
    new.triggered.connect(lambda _=False: create())
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
