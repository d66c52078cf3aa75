"""Tiny dictionaries, written where Enchant looks, so that tests need none of this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

_RULES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwzxjq\nSFX S Y 1\nSFX S 0 s .\n"


def write_books(folder: Path, patch: pytest.MonkeyPatch, **languages: str) -> None:
    """Make `folder` Enchant's own, with these languages and their words in it."""
    place = folder / "hunspell"
    place.mkdir(parents=True)
    for tag, text in languages.items():
        known = text.split()
        (place / f"{tag}.aff").write_text(_RULES, "utf-8")
        (place / f"{tag}.dic").write_text("\n".join([str(len(known)), *known, ""]), "utf-8")
    patch.setenv("ENCHANT_CONFIG_DIR", str(folder))
