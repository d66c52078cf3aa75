"""What this computer remembers outside any vault: looks, the lock and where vaults lie.

Nothing that a person wrote is ever in here.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

FILE: Final = "settings.json"
LOCK_MINUTES: Final = (1, 2, 5, 10, 15, 30, 60)
SCALES: Final = tuple(step / 10 for step in range(10, 21))
SCHEMES: Final = ("", "light", "dark")
TEXT_SIZES: Final = (15, 16, 17, 18, 20, 22)
TEXT_WIDTHS: Final = (560, 680, 840)
VAULTS_KEPT: Final = 8
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,3}")
_LANGUAGES_KEPT: Final = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices for this computer; an empty `scheme` follows the system."""

    scheme: str = ""
    scale: float = 1.0
    lock_minutes: int = 10
    text_size: int = 17
    text_width: int = 680
    spelling: bool = True
    languages: tuple[str, ...] = ()
    """Tags of the languages whose spelling is checked; none chosen follows the system."""
    vaults: tuple[str, ...] = ()
    """Folders of vaults, the one opened last first."""

    def with_vault(self, folder: Path) -> Settings:
        """The settings with this vault as the one opened last."""
        others = (known for known in self.vaults if known != str(folder))
        return replace(self, vaults=(str(folder), *others)[:VAULTS_KEPT])

    def without_vault(self, folder: Path) -> Settings:
        """The settings with this vault forgotten."""
        return replace(self, vaults=tuple(v for v in self.vaults if v != str(folder)))


def default_folder() -> Path:
    """Where settings are kept on this system."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed where a folder is given

    return user_config_path("greenroom", appauthor=False)


def load(folder: Path) -> Settings:
    """The settings kept in a folder; what cannot be read counts as not chosen."""
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    chosen = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
    return Settings(
        **{name: value for name, value in chosen.items() if _valid(name, value)}
        | _listed(chosen, "vaults", VAULTS_KEPT)
        | _listed(chosen, "languages", _LANGUAGES_KEPT, _TAG)
    )


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all; a folder that cannot be written is no error."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                # ASCII, because the bytes of a folder's name need not be text.
                json.dump(asdict(settings), file, indent=1)
            Path(name).replace(folder / FILE)
        finally:
            Path(name).unlink(missing_ok=True)


def _valid(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
    allowed: dict[str, tuple[Any, ...]] = {
        "scheme": SCHEMES,
        "scale": SCALES,
        "lock_minutes": LOCK_MINUTES,
        "text_size": TEXT_SIZES,
        "text_width": TEXT_WIDTHS,
        "spelling": (True, False),
    }
    return name in allowed and value in allowed[name]


def _listed(
    chosen: dict[str, Any], name: str, most: int, form: re.Pattern[str] | None = None
) -> dict[str, Any]:
    """A list of words in the file, as far as they are such."""
    listed = chosen.get(name)
    if not isinstance(listed, list):
        return {}
    words = (word for word in listed if isinstance(word, str))
    return {name: tuple(w for w in words if form is None or form.fullmatch(w))[:most]}
