"""What can go wrong with the database file, told apart."""

from __future__ import annotations

from app.errors import VaultError


class VaultMissingError(VaultError):
    """There is no database where one should be."""

    message = "There is no vault in this folder. Nothing was changed. Choose another folder."


class VaultDamagedError(VaultError):
    """The database cannot be read although the key is right."""

    message = (
        "This vault is damaged and was not changed. Do not write to it. "
        "Restore the newest good backup to a new folder."
    )


class VaultUnreadableError(VaultError):
    """The computer refuses to read the database."""

    message = (
        "The vault could not be read. Nothing was changed. Check that the disk is connected and "
        "that you may read this folder."
    )


class VaultInUseError(VaultError):
    """Another window or computer has the vault open."""

    message = "This vault is open in another window or on another computer. Close it there first."


class VaultTooNewError(VaultError):
    """The schema is newer than this program knows."""

    message = "A newer Greenroom made this vault. Nothing was changed. Update Greenroom to open it."


class NotAVaultError(VaultError):
    """The database belongs to another program."""

    message = "This folder holds another program's database. Nothing was changed."


class UnsavedInFolderError(VaultError):
    """The folder is read-only while the last changes still lie in the write-ahead log."""

    message = (
        "This folder is read-only and the vault was not closed properly, so it cannot be opened "
        "here. Nothing was changed. Copy the whole folder to your disk and open the copy."
    )


class SaveFailedError(VaultError):
    """A change could not be written; what was saved before is untouched."""

    message = "That could not be saved. What was saved before is safe. Try again."


class DiskFullError(SaveFailedError):
    """There is no room left."""

    message = (
        "The disk is full, so that could not be saved. What was saved before is safe. "
        "Make room and try again."
    )


class ReadOnlyError(SaveFailedError):
    """The vault lies where nothing can be written."""

    message = (
        "Nothing can be saved here: the folder is read-only. What is in it is safe. "
        "Copy the folder to your disk."
    )


class VaultMovedError(SaveFailedError):
    """The file that is open does not lie where it was opened any more."""

    message = (
        "The vault is no longer in its folder, so that could not be saved. "
        "Put the folder back where it was and try again."
    )


class CopyFailedError(VaultError):
    """A copy of the vault could not be made or did not prove sound."""

    message = (
        "A safety copy of the vault could not be made, so nothing was changed. "
        "Check that the disk has room and try again."
    )
