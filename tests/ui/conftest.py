"""What the tests of the window share: the look of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import ThemeSource

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def look(qapp: QApplication) -> Iterator[ThemeSource]:
    """The theme applied to the application: light, at 100 %."""
    source = qapp.findChild(ThemeSource) or ThemeSource(qapp)
    source.choose_scheme("light")
    yield source
    source.choose_scheme("light")
    source.choose_scale(1.0)
    source.choose_contrast(high=False)
    source.choose_motion(reduced=False)
