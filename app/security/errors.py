"""What can go wrong between a person and their keys."""

from __future__ import annotations

from app.errors import VaultError


class WrongPassphraseError(VaultError):
    """The key file is whole, and the passphrase does not open it."""

    message = "That passphrase did not open this vault."


class WrongRecoveryKeyError(VaultError):
    """The recovery key was typed correctly, and does not open this vault."""

    message = (
        "That recovery key did not open this vault. It was typed correctly, "
        "so it may belong to another vault or may have been replaced by a newer one."
    )


class RecoveryKeyMistypedError(VaultError):
    """The check characters of a recovery key do not fit the rest."""

    message = (
        "This recovery key has a character missing or out of place. Nothing is lost. "
        "Compare it with your copy, group by group."
    )


class KeyFileDamagedError(VaultError):
    """A key file does not read as it was written."""

    message = (
        "The key file is damaged. Your writing is still there, but locked. "
        "Restore the keys from a backup."
    )


class BothKeyFilesDamagedError(KeyFileDamagedError):
    """Neither the key file nor its copy reads as it was written."""

    message = (
        "Both key files are damaged. Your writing is still there, but locked. "
        "Restore the keys from a backup."
    )


class KeyFileMissingError(VaultError):
    """The folder holds neither the key file nor its copy."""

    message = (
        "The key file and its copy are not in this folder. Your writing is still there, but "
        "locked. Restore the keys from a backup."
    )


class KeyFileUnreadableError(VaultError):
    """The computer refused to read the key file and its copy."""

    message = (
        "The key file cannot be read. Nothing was changed. Check that the disk is connected and "
        "that you may read this folder."
    )


class KeyFileNotSavedError(VaultError):
    """New keys could not be written; the old ones are untouched."""

    message = (
        "The new keys could not be saved. The vault still opens as it did before. "
        "Check that the disk has room and that you may write to this folder."
    )


class KeysOfAnotherVaultError(VaultError):
    """The key file was made for a different vault than the one next to it."""

    message = (
        "The key file in this folder belongs to a different vault. Nothing was changed. "
        "Put the vault's own key file back, or restore the keys from a backup."
    )


class NewerVaultError(VaultError):
    """The vault needs a newer Greenroom."""

    message = "A newer Greenroom made this vault. Nothing was changed. Update Greenroom to open it."


class WeakPassphraseError(VaultError):
    """A new passphrase is too easy to guess; `reason` is a code of `passphrase.Reason`."""

    message = (
        "This passphrase is too easy to guess. Nothing was changed. "
        "Add a word or two, or take a suggested one."
    )


class KeyParametersError(VaultError):
    """A key file asks for a derivation outside what Greenroom accepts."""

    message = (
        "The key file asks for settings that Greenroom does not accept, so it was not used. "
        "Nothing was changed. Restore the keys from a backup."
    )


class NotEnoughMemoryError(VaultError):
    """The passphrase could not be turned into a key for want of memory."""

    message = (
        "There is not enough free memory to open this vault. Nothing was changed. "
        "Close other programs and try again."
    )
