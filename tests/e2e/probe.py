"""Looking for a text on disk, in the spellings in which it could have leaked."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path


def traces_of(text: str, places: Iterable[Path]) -> list[str]:
    """The files that hold the text in UTF-8, UTF-16 or base64, with the spelling."""
    found = []
    for place in places:
        for path in sorted(file for file in place.rglob("*") if file.is_file()):
            data = path.read_bytes()
            found += [f"{path}: {name}" for name, spelt in spellings(text) if spelt in data]
    return found


def spellings(text: str) -> list[tuple[str, bytes]]:
    """The text as bytes: UTF-8, UTF-16 in both orders, and base64 at its three offsets."""
    plain = text.encode()
    spelt = [
        ("UTF-8", plain),
        ("UTF-16 LE", text.encode("utf-16-le")),
        ("UTF-16 BE", text.encode("utf-16-be")),
    ]
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + plain)
        # The first and last quads mix with whatever stands beside them.
        spelt.append((f"base64 +{offset}", coded[4:-4]))
    return spelt
