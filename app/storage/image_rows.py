"""The bytes of images, kept once by content beside their rows, and what refers to them.

They are no part of a row, so that neither undo nor the change log ever holds a copy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.ids import Id, Kind
from app.prose.images import mentioned
from app.storage.rows import Reader
from app.storage.writing import Write, untrimmed

_NAMED: Final = "'%image:%'"
_TEXTS: Final = (
    f"SELECT body FROM entry WHERE body LIKE {_NAMED} UNION ALL "  # noqa: S608 - all of it is ours
    f"SELECT body FROM template WHERE body LIKE {_NAMED} UNION ALL "
    f"SELECT content FROM draft WHERE content LIKE {_NAMED}"
)


def data(reader: Reader, sha256: str) -> bytes | None:
    """The bytes with this digest; None where they are not kept."""
    found = reader.rows("SELECT data FROM image_data WHERE sha256 = ?", (sha256,))
    return bytes(found[0][0]) if found else None


def keep(write: Write, sha256: str, data: bytes) -> None:
    """Keep bytes under their digest; what is there already stays."""
    write.execute("INSERT OR IGNORE INTO image_data VALUES (?, ?)", (sha256, data))


def forget(write: Write, image_id: Id, sha256: str) -> None:
    """Delete an image for good, with its bytes and what the change log says of it."""
    write.erase(Kind.IMAGE, image_id)
    write.execute("DELETE FROM image_data WHERE sha256 = ?", (sha256,))


def found(reader: Reader, sha256: str) -> Id | None:
    """The id of the image with this digest, in the trash or not."""
    rows = reader.rows("SELECT id FROM image WHERE sha256 = ?", (sha256,))
    return Id(rows[0][0]) if rows else None


def sound(reader: Reader) -> bool:
    """Whether every image has its bytes and they are the ones that were kept."""
    digests = [str(sha256) for (sha256,) in reader.rows("SELECT sha256 FROM image")]
    return all(_digest(data(reader, sha256)) == sha256 for sha256 in digests)


def unmentioned(reader: Reader, wanted: Iterable[str]) -> set[str]:
    """Those images that no text refers to, in the trash, in a draft or in an earlier version."""
    left = set(wanted)
    for (text,) in reader.rows(_TEXTS) if left else ():
        left -= mentioned(str(text))
    # Earlier versions are put together from what changed, which is slow: only where it matters.
    for text in _earlier(reader) if left else ():
        left -= mentioned(text)
        if not left:
            break
    return left


def _earlier(reader: Reader) -> Iterator[str]:
    """Every text that an entry ever had, the newest first."""
    entries = reader.rows("SELECT DISTINCT id FROM change WHERE kind = 'entry'")
    for (entry,) in entries:
        now = reader.rows("SELECT body FROM entry WHERE id = ?", (entry,))
        text = str(now[0][0]) if now else ""
        changes = reader.rows(
            "SELECT field, old, trimmed FROM change WHERE kind = 'entry' AND id = ? "
            "AND field IN ('', 'body') ORDER BY seq DESC",
            (entry,),
        )
        for field, old, trimmed in changes:
            if field == "body":
                text = str(untrimmed(old, trimmed, text))
            elif old is not None:
                text = str(json.loads(old)["body"])
            yield text


def _digest(kept: bytes | None) -> str:
    return "" if kept is None else hashlib.sha256(kept).hexdigest()
