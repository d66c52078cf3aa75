"""Why a vault is locked or does not open, and what to do, in sentences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.clock import Moment
from app.errors import AppError
from app.storage.errors import VaultDamagedError, VaultMissingError
from app.storage.places import newest_copy
from app.unlocking import BACKUPS
from ui.labels import clock, short_day
from ui.messages import sentence

_CONTEXT = "Unlock"


def locked_words(at: Moment, minutes: int | None) -> str:
    """When the vault was locked, and whether by itself after some minutes."""
    time = clock(at.local)
    if minutes is None:
        words = QCoreApplication.translate(_CONTEXT, "Locked at {time}.")
    elif minutes == 1:
        words = QCoreApplication.translate(
            _CONTEXT, "Locked at {time} after 1 minute without activity."
        )
    else:
        words = QCoreApplication.translate(
            _CONTEXT, "Locked at {time} after {minutes} minutes without activity."
        )
    saved = QCoreApplication.translate(_CONTEXT, "Your last words were saved first.")
    return words.format(time=time, minutes=minutes) + "\n" + saved


def closed_words(error: AppError, folder: Path | None, now: Moment) -> str:
    """Why a vault does not open and what to do about it."""
    if folder is not None and isinstance(error, VaultDamagedError):
        return _damaged_words(folder, now)
    if folder is not None and isinstance(error, VaultMissingError) and not folder.is_dir():
        return QCoreApplication.translate(
            _CONTEXT,
            "This vault is not where it was: {folder}. If it lies on another drive, connect that "
            "drive and try again.",
        ).format(folder=folder)
    return sentence(error)


def wrong_words(error: AppError, *, caps_lock: bool, times: int, enough: int) -> str:
    """What to say below the field, with the likeliest cause and, after a while, the other way."""
    words = [sentence(error)]
    if caps_lock:
        words.append(QCoreApplication.translate(_CONTEXT, "Caps Lock seems to be on."))
    if times >= enough:
        words.append(QCoreApplication.translate(_CONTEXT, "You can use your recovery key."))
    return " ".join(words)


def _damaged_words(folder: Path, now: Moment) -> str:
    found = newest_copy(folder / BACKUPS)
    if found is None:
        return QCoreApplication.translate(
            _CONTEXT,
            "This vault is damaged and was not changed. There is no copy of it in its folder. If "
            "you keep a backup elsewhere, open that one.",
        )
    path, made = found
    when = Moment(made, now.offset)
    return QCoreApplication.translate(
        _CONTEXT,
        "This vault is damaged and was not changed. Its newest copy is from {day}, {time}: "
        "{name}, in its folder “{copies}”. To go back to it, copy the whole vault folder, put "
        "that file in the place of vault.db in the new folder, delete vault.db-wal and "
        "vault.db-shm there, and open the new folder.",
    ).format(
        day=short_day(when.day, now.day), time=clock(when.local), name=path.name, copies=BACKUPS
    )
