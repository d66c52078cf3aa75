from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.vault import Vault
from tests.vaults import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A new vault, open; closed afterwards if it still is."""
    opened = new_vault(tmp_path / "Test.greenroom")
    yield opened
    opened.close()
