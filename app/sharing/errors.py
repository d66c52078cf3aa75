"""What can go wrong when a finished file is read back, in sentences for the user."""

from __future__ import annotations

from app.errors import AppError


class UnreadableError(AppError):
    """A finished file, or a part of it, could not be read again: nobody knows what it holds."""

    message = (
        "The finished PDF could not be read back, so it was not saved. "
        "Your pack is kept as a draft."
    )
