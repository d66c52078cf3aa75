"""Finds in a text what is withheld from its reader, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from app.domain.cycles import Relation
from app.domain.packs import Passage
from app.sharing.matching import Haystack, Needle, spans
from app.sharing.names import names_of, names_read
from app.sharing.source import PackSource, Unnamed

_ENDS: Final = ".!?…"
_CLOSING: Final = "\"'”\N{RIGHT SINGLE QUOTATION MARK}»)]"


@dataclass(frozen=True, slots=True)
class Cut:
    """From where to where words go; a role stands there instead, or a mark, or nothing."""

    start: int
    end: int
    role: str = ""
    marked: bool = False


class Cutter:
    """Knows what is withheld in one pack, and remembers what of it there was."""

    def __init__(self, source: PackSource, roles: Mapping[Relation, str], mark: str) -> None:
        self._mark = mark
        self._passages = [(Needle(each.text), each) for each in source.passages]
        own = names_read(source)
        self._names = [
            (Needle(called, name=True), each, roles[each.relation])
            for each in source.unnamed
            for called in names_of(each.name, own)
        ]
        self.passages: set[Passage] = set()
        """The passages that were there."""
        self.unnamed: set[Unnamed] = set()
        """The people who were named."""

    def cuts(self, text: str) -> list[Cut]:
        """What goes of a text, in its order; no two cuts overlap."""
        if not (self._passages or self._names) or not text:
            return []
        found = _joined(text, sorted(self._found_passages(text), key=lambda cut: cut.start))
        for needle, person, role in self._names:
            for start, end in spans(text, needle):
                if all(end <= cut.start or start >= cut.end for cut in found):
                    self.unnamed.add(person)
                    shown = role[:1].upper() + role[1:] if begins_sentence(text[:start]) else role
                    found.append(Cut(start, end, role=shown))
        return sorted(found, key=lambda cut: cut.start)

    def text(self, text: str) -> str:
        """A text of one look without what is withheld."""
        shown, at = "", 0
        for cut in self.cuts(text):
            shown += joining(shown, text[at : cut.start])
            shown += self._mark if cut.marked else cut.role
            at = cut.end
        return shown + joining(shown, text[at:]) if at else text

    def may_link(self, address: str) -> bool:
        """Whether an address says nothing of what is withheld."""
        plain = Haystack(unquote(address))
        needles = [needle for needle, _ in self._passages]
        needles += [needle for needle, _, _ in self._names]
        return not any(True for needle in needles for _ in plain.spans(needle))

    def _found_passages(self, text: str) -> Iterator[Cut]:
        for needle, passage in self._passages:
            for start, end in spans(text, needle):
                self.passages.add(passage)
                after = end
                if begins_sentence(text[:start]):
                    # The full stop of a sentence that goes would be left alone.
                    after += len(text[end:]) - len(text[end:].lstrip(_ENDS))
                yield Cut(start, after, marked=passage.marked)


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins after these words."""
    words = before.rstrip()
    return not words or words.rstrip(_CLOSING).endswith(tuple(_ENDS)) or before.endswith("\n")


def joining(shown: str, rest: str) -> str:
    """What follows on a text from which words went: one space between words is enough."""
    return rest.lstrip(" ") if not shown or shown[-1].isspace() else rest


def _joined(text: str, cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts with those that overlap or touch made one."""
    joined: list[Cut] = []
    for cut in cuts:
        last = joined[-1] if joined else None
        if last is None or text[last.end : cut.start].strip():
            joined.append(cut)
        else:
            end, marked = max(last.end, cut.end), last.marked or cut.marked
            joined[-1] = replace(last, end=end, marked=marked)
    return joined
