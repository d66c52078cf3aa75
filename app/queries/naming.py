"""Who is named in what leaves the vault, and where, for the mentee to think of before it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id
from app.domain.progress.themes import Themes
from app.prose import plain
from app.queries.packs import people
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.matching import Haystack, Needle, spans
from app.sharing.names import bare, names_of, names_read, spans_in_tag, tag_words
from app.sharing.source import Chosen, PackSource
from app.vault import Vault

_VALUE = re.compile(r"[-\d.]+")
_BEFORE, _AFTER = 36, 48
_GONE = " … "
"""What stands for a passage that is withheld: nobody is named in it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody is named: in a field of an item, or of the pack itself without an item.

    `words` are those around the name.
    """

    item: Id
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named in what leaves, unless they are called by what they are.

    Of somebody who gave feedback that leaves without their name, and was `asked` for it, there is
    no choice.
    """

    person: Person
    mentions: tuple[Mention, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that leaves, without the passages that are withheld."""

    item: Id
    field: str
    text: str


def people_named(vault: Vault, source: PackSource) -> tuple[Named, ...]:
    """The known people whose name, or first name, stands in what leaves; not the recipient."""
    others = (each for each in people(vault) if each.id != source.pack.recipient)
    find = _Finder(source)
    asked = {name for each in source.unnamed if each.asked for name in each.names}
    named = (
        Named(each, tuple(find.mentions((each.name,))), asked=each.name.strip() in asked)
        for each in others
    )
    return tuple(each for each in named if each.mentions)


def unnamed_in(source: PackSource) -> dict[Id, int]:
    """How many people's names are replaced in each chosen item."""
    counts: dict[Id, int] = {}
    if not source.unnamed:
        return counts
    find = _Finder(source)
    for each in source.unnamed:
        for item in {mention.item for mention in find.mentions(each.names)}:
            counts[item] = counts.get(item, 0) + 1
    return counts


class _Finder:
    """Finds names in what leaves with a pack; the passages that are withheld name nobody."""

    def __init__(self, source: PackSource) -> None:
        passages = [Needle(each.text) for each in source.passages]
        self._texts = [_without(each, passages) for each in _leaving(source)]
        self._tags = list(_tags_leaving(source))
        self._read = names_read(source)

    def mentions(self, names: Iterable[str]) -> Iterator[Mention]:
        """Where somebody is named who has these names, each text once."""
        called = [part for name in names for part in names_of(name, self._read)]
        yield from _mentions(tuple(dict.fromkeys(called)), self._texts, self._tags)


def _mentions(names: tuple[str, ...], texts: list[_Text], tags: list[_Text]) -> Iterator[Mention]:
    needles = [Needle(bare(name), name=True) for name in names]
    for each in texts:
        whole = Haystack(bare(each.text))
        if place := next((span for one in needles for span in spans(whole, one)), None):
            yield Mention(each.item, each.field, _around(each.text, *place))
    for each in tags:
        if any(True for name in names for _ in spans_in_tag(each.text, name)):
            yield Mention(each.item, each.field, each.text)


def _leaving(source: PackSource) -> Iterator[_Text]:
    pack = source.pack
    for field, text in (("title", pack.title), ("purpose", pack.purpose), ("note", pack.note)):
        yield _Text(NO_ID, field, plain(text))
    for each in source.chosen:
        yield _Text(each.id, "title", each.record.title)
        for field in each.fields:
            if field != "tags":
                yield _Text(each.id, field, "\n".join(_worded(each, field)))


def _worded(chosen: Chosen, field: str) -> Iterator[str]:
    """The texts of a field, without its days and numbers."""
    for text in said(chosen, field):
        if not _VALUE.fullmatch(text):
            yield plain(text)


def _tags_leaving(source: PackSource) -> Iterator[_Text]:
    """The tags that leave, as words: they are rarely written as names are."""
    for each in source.chosen:
        for tag in _tags(each):
            yield _Text(each.id, "tags", tag_words(tag))


def _tags(chosen: Chosen) -> tuple[str, ...]:
    if chosen.has("tags"):
        return said(chosen, "tags")
    record = chosen.record
    if isinstance(record, SharedChart) and isinstance(record.seen, Themes):
        return tuple(row.tag for row in record.seen.rows)
    return ()


def _without(each: _Text, passages: list[Needle]) -> _Text:
    whole, left, at = Haystack(each.text), "", 0
    for start, end in sorted(span for passage in passages for span in spans(whole, passage)):
        if end > at:
            left += each.text[at:start] + _GONE
            at = end
    return replace(each, text=left + each.text[at:])


def _around(text: str, start: int, end: int) -> str:
    """A name with some words before and after it, cut where words end."""
    before, after = text[:start], text[end:]
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
