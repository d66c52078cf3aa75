"""What a vault that was just opened does by itself, where somebody chose that."""

from __future__ import annotations

from ui.context import Context
from ui.labels import counted


def empty_old_trash(context: Context) -> None:
    """Empty what lay in the trash for 30 days, if that was chosen, and say so."""
    # Not before it is needed: the window stands already.
    from app.operations.trash import empty_old  # noqa: PLC0415

    # What fails here, as on a full disk, is tried again the next time.
    gone = context.perform(lambda: empty_old(context.vault), failed=lambda _: None)
    if gone:
        one = context.tr("1 thing that lay in the trash for 30 days was deleted for good")
        many = context.tr("{n} things that lay in the trash for 30 days were deleted for good")
        context.messages.say(counted(gone, one, many))
