"""A page of the window on the sample vault, to look at or to press."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.content.library import Library
from app.operations import sample
from app.vault import Vault
from tests.vaults import NOON, new_vault
from ui.context import Context
from ui.jobs import Jobs
from ui.messages import Messages
from ui.page import Page
from ui.theme import Scheme, ThemeSource

PageT = TypeVar("PageT", bound=Page)


@dataclass
class Stage(Generic[PageT]):
    """The page, what it was given, and the theme it is shown in."""

    page: PageT
    context: Context
    themes: ThemeSource

    def settle(self) -> None:
        """Let layouts and posted events come to rest."""
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.instance().processEvents()  # type: ignore[union-attr] # house: a test may

    def picture(self, path: Path) -> None:
        """Save what the page looks like as PNG."""
        self.settle()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.grab().save(str(path))


def theme_source_of(application: QApplication) -> ThemeSource:
    """The application's theme source, made where there is none yet."""
    found = application.findChild(ThemeSource, "theme")
    return found or ThemeSource(application)


def sample_vault(folder: Path) -> Vault:
    """A new vault that holds the sample story, on Wednesday, 20 May 2026."""
    vault = new_vault(folder, FixedClock(NOON))
    sample.fill(vault, Library())
    return vault


def staged(
    page_class: type[PageT],
    vault: Vault | None = None,
    *,
    size: tuple[int, int] = (1068, 800),
    scheme: Scheme = "light",
    scale: float = 1.0,
) -> Stage[PageT]:
    """A page, shown at a size; without a vault, on the sample vault in a temporary folder."""
    application = cast("QApplication", QApplication.instance() or QApplication([]))
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    themes = theme_source_of(application)
    themes.choose_scheme(scheme)
    themes.choose_scale(scale)
    if vault is None:
        vault = sample_vault(Path(tempfile.mkdtemp()) / "Sample.greenroom")
    context = Context(vault, Library(), Jobs(), Messages(), sample=True)
    page = page_class(context)
    page.resize(*size)
    page.show()
    stage = Stage(page, context, themes)
    stage.settle()
    return stage
