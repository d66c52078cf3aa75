"""Errors a person can do something about; everything else that is raised is a bug.

An error carries a code (its class) and named details, never the person's own words. The window
turns it into a sentence in the person's language; `str(error)` is the English one, for the
command line and the log.
"""

from __future__ import annotations

from typing import ClassVar, Final

MALFORMED: Final = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What taking kept text apart raises where it is damaged, or of another version.

The errors themselves may quote it, so they are never passed on.
"""


class AppError(Exception):
    """Something did not work, and the message says what, what is safe and what to do."""

    message: ClassVar[str] = "Greenroom could not do that. Nothing was changed."

    def __init__(self, **details: str | int) -> None:
        super().__init__()
        self.details = details

    def __str__(self) -> str:
        return self.message.format(**self.details)


class RuleBrokenError(AppError):
    """A record breaks a rule; `field` says which part of it."""

    message = "That value cannot be kept. Nothing was changed."

    @property
    def field(self) -> str:
        """The name of the field to correct, or empty."""
        return str(self.details.get("field", ""))


class NotFoundError(AppError):
    """A record that was asked for does not exist any more."""

    message = "That is no longer there. Nothing was changed."


class VaultError(AppError):
    """A vault could not be opened, created or saved to."""
