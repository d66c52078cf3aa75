"""Where a vault may lie: names for its folder, and folders that need a word of warning."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

LONGEST_NAME: Final = 80
_SCHEMA_COPY: Final = re.compile(r"-(\d{12,14})$")
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_NAMES_OF_WINDOWS: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_SERVICES: Final = (
    ("Dropbox", re.compile(r"dropbox( \(.+\))?", re.IGNORECASE), (".dropbox", ".dropbox.cache")),
    ("OneDrive", re.compile(r"onedrive( ?-.+)?", re.IGNORECASE), ()),
    ("iCloud", re.compile(r"mobile documents|icloud ?drive", re.IGNORECASE), ()),
    ("Google Drive", re.compile(r"google ?drive(-.+)?", re.IGNORECASE), (".tmp.drivedownload",)),
    ("Nextcloud", re.compile(r"nextcloud\d*", re.IGNORECASE), (".nextcloudsync.log",)),
    ("ownCloud", re.compile(r"owncloud\d*", re.IGNORECASE), (".owncloudsync.log",)),
    ("Syncthing", re.compile(r"syncthing", re.IGNORECASE), (".stfolder",)),
)
_REMOVABLE_ROOTS: Final = {
    "linux": ("/media", "/run/media"),
    "darwin": ("/Volumes",),
}
_DRIVE_REMOVABLE: Final = 2


class Worry(StrEnum):
    """Why a folder needs a word before a vault is made in it."""

    MISSING = "missing"
    READ_ONLY = "read-only"
    SYNCHRONISED = "synchronised"
    REMOVABLE = "removable"


@dataclass(frozen=True, slots=True)
class Concern:
    """A worry about a folder; `service` is who synchronises it, by its own name."""

    worry: Worry
    service: str = ""

    @property
    def forbids(self) -> bool:
        """Whether no vault can be made there at all."""
        return self.worry in {Worry.MISSING, Worry.READ_ONLY}


def is_name(name: str) -> bool:
    """Whether a folder of this name can be made on every system."""
    fits = 0 < len(name) <= LONGEST_NAME and name == name.strip() and not name.endswith(".")
    return fits and not _NOT_IN_NAMES.search(name) and not _NAMES_OF_WINDOWS.fullmatch(name)


def concern(folder: Path) -> Concern | None:
    """What to say about a folder that a vault would be made in, or None."""
    if not folder.is_dir():
        return Concern(Worry.MISSING)
    if not os.access(folder, os.W_OK):
        return Concern(Worry.READ_ONLY)
    service = _service(folder.absolute())
    if service:
        return Concern(Worry.SYNCHRONISED, service)
    return Concern(Worry.REMOVABLE) if _is_removable(folder.absolute()) else None


def newest_copy(folder: Path) -> tuple[Path, int] | None:
    """The newest copy of a database in a folder of copies, and when it was made.

    The moment is in milliseconds since 1970, UTC: from the name where it says so, else from the
    file.
    """
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        found = [(_made(path), path) for path in folder.glob("*.db")]
    made, path = max(found, default=(0, folder))
    return (path, made) if made else None


def _made(path: Path) -> int:
    named = _SCHEMA_COPY.search(path.stem)
    return int(named[1]) if named else int(path.stat().st_mtime * 1000)


def _service(folder: Path) -> str:
    for place in (folder, *folder.parents):
        inside = _names_in(place)
        for service, name, marks in _SERVICES:
            if name.fullmatch(place.name) or not inside.isdisjoint(marks):
                return service
        if any(name.startswith((".sync_", "._sync_")) and name.endswith(".db") for name in inside):
            return "Nextcloud"
    return ""


def _names_in(place: Path) -> frozenset[str]:
    """The hidden names in a folder; one that cannot be read has none."""
    with suppress(OSError):
        return frozenset(path.name for path in place.iterdir() if path.name.startswith("."))
    return frozenset()


def _is_removable(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only where Windows is asked

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOVABLE)
    return _is_below(folder, _REMOVABLE_ROOTS.get(sys.platform, ()))


def _is_below(folder: Path, roots: Iterable[str]) -> bool:
    return any(Path(root) in folder.parents for root in roots)
