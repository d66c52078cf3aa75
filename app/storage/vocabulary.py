"""Every distinct word of the index, for finding a word by a part of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from app.domain.folding import SHORT
from app.storage.connection import Connection


class Vocabulary:
    """The words, in memory once they were asked for, kept in step by what was added since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._last = 0
        self._text = "\n"

    def forget(self) -> None:
        """Read everything anew at the next look-up."""
        with self._lock:
            self._last, self._text = 0, "\n"

    def holding(self, part: str) -> list[str]:
        """Every word with this part, or, where the part is very short, that begins with it."""
        return self._found(f"\n{part}" if len(part) <= SHORT else part)

    def beginning(self, part: str) -> list[str]:
        """Every word that begins with this."""
        return self._found(f"\n{part}")

    def _found(self, part: str) -> list[str]:
        return list(_lines_with(self._read(), part))

    def _read(self) -> str:
        while True:
            last = self._last
            added = self._connection.rows(
                "SELECT seq, word FROM word WHERE seq > ? ORDER BY seq", (last,)
            )
            with self._lock:
                # Where all was forgotten meanwhile, this is only the end of what there is.
                if last == self._last:
                    self._text += "".join(f"{word}\n" for _, word in added)
                    self._last = added[-1][0] if added else last
                    return self._text


def _lines_with(text: str, part: str) -> Iterator[str]:
    at = text.find(part)
    while at >= 0:
        start = at + 1 if part[0] == "\n" else text.rfind("\n", 0, at) + 1
        end = text.index("\n", start)
        yield text[start:end]
        at = text.find(part, end)
