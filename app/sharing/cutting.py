"""Finds in a text what is withheld from its reader, and what stands there instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from app.domain.cycles import Relation
from app.domain.packs import Passage
from app.sharing.matching import Haystack, Needle, spans
from app.sharing.names import (
    bare,
    marks_after,
    names_of,
    names_read,
    spans_in_tag,
    tag_words,
)
from app.sharing.source import PackSource, Unnamed

_ENDS: Final = ".!?…"
_MARKED: Final = "\N{SQUARED TIMES}"
"""Stands for a mark while words are looked for that come together."""
_DAY_BEFORE: Final = re.compile(r"(?<!\d)\d{1,2}[.]? $")
_YEAR_AFTER: Final = re.compile(r",? \d{1,4}(?!\d)")
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

    def __init__(
        self,
        source: PackSource,
        roles: Mapping[Relation, str],
        mark: str,
        asked: str = "",
        months: Collection[str] = (),
    ) -> None:
        self._mark = mark
        self._months = {bare(month).casefold() for month in months}
        nobody = roles[Relation.OTHER]
        told = {
            each: asked or nobody if each.asked else roles[each.relation] for each in source.unnamed
        }
        self._passages = [(Needle(each.text), each) for each in source.passages]
        self._names = [
            (Needle(bare(called), name=True), called, each, role)
            for called, each, role in _called(source, told, nobody)
        ]
        self.passages: set[Passage] = set()
        """The passages that were there."""
        self.unnamed: set[Unnamed] = set()
        """The people who were named."""

    def cuts(self, text: str) -> list[Cut]:
        """What goes of a text, in its order; no two cuts overlap."""
        if not (self._passages or self._names) or not text:
            return []
        found = self._settled(text, _joined(text, self._found_passages(text)))
        whole = Haystack(bare(text) if self._names else "")
        for needle, called, person, role in self._names:
            for start, last in spans(whole, needle):
                end = marks_after(text, last)
                # A day with a role in it would tell that somebody is called like a month.
                if bare(called).casefold() in self._months and _is_date(text, start, end):
                    continue
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

    def tag(self, tag: str) -> str:
        """A tag without what is withheld; names are found in it however they are spelled."""
        shown = tag
        for _, called, person, role in self._names:
            words = tag_words(shown)
            for start, end in reversed(list(spans_in_tag(words, called))):
                self.unnamed.add(person)
                shown = words = f"{words[:start]}{role}{words[end:]}"
        return self.text(shown)

    def may_link(self, address: str) -> bool:
        """Whether an address says nothing of what is withheld."""
        plain = unquote(address)
        places = [(Haystack(plain), needle) for needle, _ in self._passages]
        places += [(Haystack(bare(plain)), needle) for needle, *_ in self._names]
        return not any(True for place, needle in places for _ in place.spans(needle))

    def _settled(self, text: str, cuts: list[Cut]) -> list[Cut]:
        """The cuts with what comes together only where words between went without a trace."""
        while cuts:
            places = _staying(text, cuts)
            left = "".join(_MARKED if at < 0 else text[at] for at in places)
            ends = (
                (cut, places[cut.start], places[cut.end - 1]) for cut in self._found_passages(left)
            )
            new = [
                replace(cut, start=first, end=last + 1)
                for cut, first, last in ends
                if 0 <= first <= last
            ]
            if not new:
                break
            cuts = _joined(text, (*cuts, *new))
        return cuts

    def _found_passages(self, text: str) -> Iterator[Cut]:
        whole = Haystack(text)
        for needle, passage in self._passages:
            for start, end in spans(whole, needle):
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


def _is_date(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a day, as a month does."""
    return bool(_DAY_BEFORE.search(text[:start]) or _YEAR_AFTER.match(text[end:]))


def joining(shown: str, rest: str) -> str:
    """What follows on a text from which words went: one space between words is enough."""
    return rest.lstrip(" ") if not shown or shown[-1].isspace() else rest


def _called(
    source: PackSource, told: Mapping[Unnamed, str], nobody: str
) -> Iterator[tuple[str, Unnamed, str]]:
    """How those are called who are not to be named, whole names before their parts.

    A name that several of them have tells none of them by a role of their own.
    """
    own = names_read(source)
    found = [
        (called, each)
        for each in source.unnamed
        for called in dict.fromkeys(part for name in each.names for part in names_of(name, own))
    ]
    roles: dict[str, set[str]] = {}
    for called, each in found:
        roles.setdefault(called.casefold(), set()).add(told[each])
    for called, each in sorted(found, key=lambda pair: -len(pair[0])):
        alone = len(roles[called.casefold()]) == 1
        yield called, each, told[each] if alone else nobody


def _staying(text: str, cuts: Iterable[Cut]) -> list[int]:
    """The places in a text that stay, and one that is none for each mark."""
    places: list[int] = []
    at = 0
    for cut in cuts:
        places += range(at, cut.start)
        places += [-1] * cut.marked
        at = cut.end
    return [*places, *range(at, len(text))]


def _joined(text: str, cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts in their order, with those that overlap or touch made one."""
    joined: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: cut.start):
        last = joined[-1] if joined else None
        if last is None or text[last.end : cut.start].strip():
            joined.append(cut)
        else:
            end, marked = max(last.end, cut.end), last.marked or cut.marked
            joined[-1] = replace(last, end=end, marked=marked)
    return joined
