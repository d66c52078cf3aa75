from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from app import settings
from app.settings import Settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    chosen = Settings(scheme="dark", scale=1.3, lock_minutes=5, vaults=("/a", "/b"))
    settings.save(tmp_path / "new", chosen)
    assert settings.load(tmp_path / "new") == chosen


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "[" * 100_000, '{"scale": 9}', '{"vaults": 3, "scheme": []}']
)
def test_what_cannot_be_read_counts_as_not_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / settings.FILE).write_text(text)
    assert settings.load(tmp_path) == Settings()


def test_writing_and_its_languages_come_back(tmp_path: Path) -> None:
    chosen = Settings(text_size=20, text_width=840, spelling=False, languages=("en_GB", "de_DE"))
    settings.save(tmp_path, chosen)
    assert settings.load(tmp_path) == chosen


def test_what_is_no_language_or_size_is_left_out(tmp_path: Path) -> None:
    found = {"languages": ["en_GB", 7, "../x", "", "ca_ES-valencia"], "text_size": 200}
    (tmp_path / settings.FILE).write_text(json.dumps(found))
    assert settings.load(tmp_path) == Settings(languages=("en_GB", "ca_ES-valencia"))


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


def test_a_folder_whose_name_is_no_text_is_remembered(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"/home/ines/\xff.greenroom"))
    settings.save(tmp_path, Settings().with_vault(odd))
    assert settings.load(tmp_path).vaults == (str(odd),)


def test_nothing_is_left_beside_settings_that_could_not_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(tmp_path, Settings(scale=1.2))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    settings.save(tmp_path, Settings(scale=1.5))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [settings.FILE]
    assert settings.load(tmp_path).scale == 1.2
