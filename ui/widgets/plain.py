"""A person's own words where Qt would read more than words into them."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    _Button = QPushButton
else:
    _Button = object


def tooltip(words: str) -> str:
    """Return words for a tooltip: with a tag in them, Qt would show HTML and load its pictures."""
    if "<" not in words:
        return words
    return f"<span>{escape(words).replace(chr(10), '<br>')}</span>"


def unmarked(words: str) -> str:
    """Return words for a line of a menu: an ampersand makes no key of what follows it."""
    return words.replace("&", "&&")


class PlainButton(_Button):
    """A mixin for buttons: an ampersand is shown and said, and makes no key of what follows it."""

    _words = ""

    def text(self) -> str:
        """Return the words as they are shown."""
        return self._words

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Change the words."""
        self._words = text
        super().setText(unmarked(text))
