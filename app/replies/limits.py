"""How much of a reply is read: far more than any form holds, and far less than a computer."""

from __future__ import annotations

from typing import Final

MEBIBYTE: Final = 1024 * 1024

FILE_BYTES: Final = 20 * MEBIBYTE
MESSAGE_SIGNS: Final = 400_000
"""Characters of a pasted message, with all that was quoted in it."""

ANSWER_SIGNS: Final = 10_000
NAME_SIGNS: Final = 300
REST_SIGNS: Final = 4_000

FIELDS: Final = 2_000
VALUES: Final = 40
"""Marks of one field."""

DEPTH: Final = 40
OBJECTS: Final = 100_000

PAGES: Final = 40
PRINTED_PAGES: Final = 12
"""Pages that are drawn to look at their marks."""

LETTERS: Final = 100_000
PIXELS: Final = 2_000_000
"""Pixels of one page."""

RESULT_BYTES: Final = 64 * MEBIBYTE
SECONDS: Final = 30
MEMORY: Final = 1024 * MEBIBYTE
CPU_SECONDS: Final = 25
STREAM_BYTES: Final = 8 * MEBIBYTE
"""Bytes of one unpacked stream; what a page of a form draws has some thousands."""
PAGE_BYTES: Final = 4 * MEBIBYTE
"""Bytes of commands that a page follows; one of a form has some tens of thousands."""
DRAWN_DEPTH: Final = 12
"""Forms drawn in forms."""
SIDES: Final = (36.0, 4000.0)
"""Points of the sides of a page that is drawn: from half an inch to more than A0."""
