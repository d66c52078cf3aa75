"""What can go wrong between a document and a file, in words a person can act on."""

from __future__ import annotations

from app.errors import AppError, RuleBrokenError


class BuildError(AppError):
    """The pages could not be laid out; `kind` names the class of the cause, never its words."""

    message = "The PDF could not be made. Your pack is kept as a draft."


class PassphraseRefusedError(RuleBrokenError):
    """A passphrase no PDF reader could be relied on to accept."""

    message = (
        "The passphrase of a PDF needs 1 to 100 letters, fewer where they are not Latin. "
        "Nothing was saved. Choose another passphrase."
    )

    def __init__(self) -> None:
        super().__init__(field="passphrase")


class SaveError(AppError):
    """A finished file did not reach its folder; whatever was there before is untouched."""

    message = (
        "The PDF was not saved. Your pack is kept as a draft. "
        "Try again, or choose another folder or name."
    )


class FileExistsAlreadyError(SaveError):
    """Something of that name is there, and nobody said to replace it."""

    message = (
        "The PDF was not saved. A file with this name exists and was not changed; "
        "your pack is kept as a draft. Choose another name, or say that it may be replaced."
    )


class FolderReadOnlyError(SaveError):
    """The folder lets nobody write, or not this person."""

    message = (
        "The PDF was not saved. The folder is read-only; your pack is kept as a draft. "
        "Choose another folder."
    )


class FolderMissingError(SaveError):
    """The folder is gone, or was never there."""

    message = (
        "The PDF was not saved. The folder is not there; your pack is kept as a draft. "
        "Choose another folder."
    )


class DiskFullError(SaveError):
    """There is no room left for the file."""

    message = (
        "The PDF was not saved. The disk is full; your pack is kept as a draft. "
        "Make room or choose another folder."
    )
