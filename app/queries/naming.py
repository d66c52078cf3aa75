"""Who is named in what leaves the vault, for the mentee to think of before it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.progress.themes import Themes
from app.queries.packs import people
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.source import PackSource
from app.vault import Vault

_SHORTEST_NAME = 2


def people_named(vault: Vault, source: PackSource) -> tuple[str, ...]:
    """The known people whose name, or first name, stands in what leaves; not the recipient."""
    text, tags = "\n".join(_leaving(source)), "\n".join(_tags_leaving(source))
    others = (each for each in people(vault) if each.id != source.pack.recipient)
    return tuple(
        each.name
        for each in others
        if _is_named(each.name, text) or _is_named(each.name.casefold(), tags)
    )


def _leaving(source: PackSource) -> list[str]:
    texts = [source.pack.title, source.pack.purpose, source.pack.note]
    for each in source.chosen:
        texts.append(each.record.title)
        for field in each.fields:
            texts += said(each, field)
    return texts


def _tags_leaving(source: PackSource) -> Iterator[str]:
    """The tags that leave, as words: they are rarely written as names are."""
    for each in source.chosen:
        tags: tuple[str, ...] = ()
        if each.has("tags"):
            tags = said(each, "tags")
        elif isinstance(each.record, SharedChart) and isinstance(each.record.seen, Themes):
            tags = tuple(row.tag for row in each.record.seen.rows)
        for tag in tags:
            yield re.sub(r"[\W_]+", " ", tag).casefold()


def _is_named(name: str, text: str) -> bool:
    words = name.split()
    if not words:
        return False
    names = [re.escape(name.strip())]
    names += [re.escape(words[0])] * (len(words[0]) >= _SHORTEST_NAME)
    return re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", text) is not None
