"""Images in somebody's Markdown: `![what it shows](image:ID)`, and no other address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from app.domain.prose import Run

SCHEME: Final = "image:"

_ID: Final = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_ADDRESS: Final = re.compile(rf"image:({_ID})")
_MENTION: Final = re.compile(rf"!\[([^\[\]\n]*)\]\(image:({_ID})\)")
_MARKS: Final = str.maketrans({"[": "(", "]": ")", "`": "'", "\\": "", "\x02": "", "\x03": ""})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text shows an image: its id, what it is said to show, and the characters' places."""

    id: str
    alt: str
    start: int
    end: int


def pictured(address: str) -> str:
    """The id of the image that an address names; empty for every other address."""
    found = _ADDRESS.fullmatch(address)
    return found[1] if found else ""


def mentioned(text: str) -> set[str]:
    """The id of every image that a text could show, whatever stands around it."""
    return set(_ADDRESS.findall(text))


def in_order(text: str) -> tuple[str, ...]:
    """The ids of `mentioned`, in the order of the text."""
    return tuple(dict.fromkeys(_ADDRESS.findall(text)))


def mentions(text: str) -> tuple[Mention, ...]:
    """The images of a text, in its order."""
    return tuple(
        Mention(found[2], found[1].strip(), *found.span()) for found in _MENTION.finditer(text)
    )


def reference(image_id: str, alt: str = "") -> str:
    """The Markdown that shows an image; marks that would end it early are written otherwise."""
    words = " ".join(alt.translate(_MARKS).split())
    return f"![{words}]({SCHEME}{image_id})"


def worded(run: Run) -> Run:
    """The run with the words of its image, in brackets, where it showed one."""
    if not run.picture:
        return run
    words = " ".join(run.text.split())
    return replace(run, text=f"[{words}]" if words else "", picture="")
