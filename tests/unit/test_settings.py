from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import settings
from app.settings import Settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    chosen = Settings(scheme="dark", scale=1.3, lock_minutes=5, vaults=("/a", "/b"))
    settings.save(tmp_path / "new", chosen)
    assert settings.load(tmp_path / "new") == chosen


@pytest.mark.parametrize("text", ["", "[]", "{", '{"scale": 9}', '{"vaults": 3, "scheme": []}'])
def test_what_cannot_be_read_counts_as_not_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / settings.FILE).write_text(text)
    assert settings.load(tmp_path) == Settings()


def test_one_bad_choice_does_not_cost_the_others(tmp_path: Path) -> None:
    found = {"scheme": "purple", "lock_minutes": 2, "vaults": ["/a", 7], "unknown": True}
    (tmp_path / settings.FILE).write_text(json.dumps(found))
    assert settings.load(tmp_path) == Settings(lock_minutes=2, vaults=("/a",))


def test_the_vault_opened_last_stands_first_once() -> None:
    known = Settings(vaults=("/a", "/b")).with_vault(Path("/b")).with_vault(Path("/c"))
    assert known.vaults == ("/c", "/b", "/a")
    assert known.without_vault(Path("/b")).vaults == ("/c", "/a")


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.save(blocked, Settings())
    assert settings.load(blocked) == Settings()
