"""Which tags there are and who has them, read from their index alone."""

from __future__ import annotations

import json
from collections.abc import Callable

from app.domain.ids import Id, Kind
from app.storage.rows import Reader
from app.storage.writing import Write


def counts(reader: Reader) -> dict[str, int]:
    """How many entries have each tag, spelled as it is there; the trash does not count."""
    sql = (
        "SELECT tag.value, count(*) FROM entry e, json_each(e.tags) tag "
        "WHERE e.tags <> '[]' AND e.deleted IS NULL GROUP BY tag.value"
    )
    return {str(tag): int(count) for tag, count in reader.rows(sql)}


def retag(write: Write, renamed: Callable[[tuple[str, ...]], tuple[str, ...]]) -> int:
    """Give every entry, in the trash or not, its tags under other names; returns how many changed.

    Each combination of tags is decoded once, and the entries are not decoded at all.
    """
    count = 0
    for (text,) in write.rows("SELECT DISTINCT tags FROM entry WHERE tags <> '[]'"):
        tags = tuple(str(tag) for tag in json.loads(text))
        wanted = renamed(tags)
        if wanted == tags:
            continue
        # The index holds no empty ones, and SQLite has to be told that this is none.
        sql = "SELECT id, modified FROM entry WHERE tags = ? AND tags <> '[]'"
        stamps = {Id(row): int(modified) for row, modified in write.rows(sql, (text,))}
        new = json.dumps(wanted, ensure_ascii=False, separators=(",", ":"))
        write.change_alike(Kind.ENTRY, stamps, "tags", text, new)
        count += len(stamps)
    return count
