"""Times of day as people write them."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale


def read_time(text: str) -> time | None:
    """The time a person wrote, by the locale or as 21:14 or 2114; None if it is none."""
    locale, form = QLocale(), QLocale.FormatType.ShortFormat
    found = locale.toTime(text.strip(), form)
    if found.isValid():
        return time(found.hour(), found.minute())
    digits = "".join(sign if sign.isdigit() else " " for sign in text).split()
    if len(digits) == 1 and len(digits[0]) in (3, 4):
        digits = [digits[0][:-2], digits[0][-2:]]
    try:
        hour, minute = (int(part) for part in digits)
        return time(hour, minute)
    except ValueError:
        return None
