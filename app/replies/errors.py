"""Why a reply could not be read, told apart, in sentences that say what to do."""

from __future__ import annotations

from app.errors import AppError


class ReplyError(AppError):
    """A reply could not be read."""


class ReplyTooLargeError(ReplyError):
    """A reply is longer than any answer to a form."""

    message = (
        "That is larger than an answer to a form can be, so it was not read. Nothing was added. "
        "You can type the answers in."
    )


class NotAPdfError(ReplyError):
    """The bytes are no PDF."""

    message = (
        "That file is not a PDF. Nothing was added. "
        "Choose the PDF that came back, or paste the answers as text."
    )


class ReplyLockedError(ReplyError):
    """A PDF opens only with a passphrase."""

    message = (
        "That PDF is locked with a passphrase. Nothing was added. "
        "Open it in a PDF reader, save it without one and choose the new file."
    )


class ReplyDamagedError(ReplyError):
    """A PDF breaks off, contradicts itself or brings its reader down."""

    message = (
        "That PDF is damaged and could not be read. Nothing was added. "
        "Ask for it once more, or type the answers in."
    )


class NoFormError(ReplyError):
    """A sound PDF has nothing of a form in it."""

    message = "This PDF has no Greenroom form. You can type the answers in."


class ReplySlowError(ReplyError):
    """Reading a PDF took longer than any form takes."""

    message = (
        "Reading that PDF took too long, so it was stopped. Nothing was added. "
        "You can type the answers in."
    )


class ReaderMissingError(ReplyError):
    """The process that reads replies could not be started."""

    message = (
        "Greenroom could not start its reader of PDFs. Nothing was added. "
        "Close other programs and try again, or type the answers in."
    )
