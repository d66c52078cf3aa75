"""Which items step 2 lists, and under which headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.ids import Kind
from app.queries import suggestions
from app.queries.packs import Candidate
from ui.share.draft import DraftPack
from ui.share.type_words import suggested_words
from ui.share.words import section_words, translate


@dataclass(slots=True)
class Shown:
    """What of the candidates is looked at: `words` filter by title and tag.

    `only_chosen` lists what is in the pack, in its order on paper; `everything` also what the
    kind of pack does not list by itself.
    """

    words: str = ""
    only_chosen: bool = False
    everything: bool = False

    @property
    def is_order(self) -> bool:
        """Whether all of the pack stands in its order on paper."""
        return self.only_chosen and not self.words.strip()

    def matches(self, candidate: Candidate) -> bool:
        """Whether an item holds every word of the filter in its title or tags."""
        words = self.words.casefold().split()
        record = candidate.whole.record
        text = " ".join((record.title, *getattr(record, "tags", ()))).casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands at its end, and the items below it."""

    title: str
    words: str
    items: tuple[Candidate, ...]


def sections(draft: DraftPack, shown: Shown) -> Iterator[Section]:
    """What is listed; each item stands in one section only."""
    if shown.only_chosen:
        items = tuple(each for each in draft.picked if shown.matches(each))
        if items:
            yield _section(draft, translate("Share", "In this order on paper"), items)
        return
    listed = [each for each in draft.candidates if _is_listed(draft, shown, each)]
    asked = tuple(each for each in listed if each.id == draft.asked)
    worth = {each.id for each in draft.suggested}
    suggested = tuple(each for each in listed if each.id in worth and each not in asked)
    above = (
        (translate("Share", "Where you came from"), asked),
        (suggested_words(draft.pack.type), suggested),
    )
    for title, items in above:
        if items:
            yield _section(draft, title, items)
    taken = {each.id for each in (*asked, *suggested)}
    for kind in dict.fromkeys(each.kind for each in listed):
        items = tuple(each for each in listed if each.kind is kind and each.id not in taken)
        if items:
            yield _section(draft, section_words(kind), items)


def unlisted(draft: DraftPack, shown: Shown) -> tuple[Candidate, ...]:
    """What the kind of pack does not list by itself."""
    if shown.only_chosen or shown.everything or shown.words.strip():
        return ()
    return tuple(
        each
        for each in draft.candidates
        if draft.is_within(each) and not _is_listed(draft, shown, each)
    )


def _is_listed(draft: DraftPack, shown: Shown, candidate: Candidate) -> bool:
    if draft.has(candidate) or candidate.id == draft.asked:
        return shown.matches(candidate)
    if not draft.is_within(candidate) or not shown.matches(candidate):
        return False
    return shown.everything or bool(shown.words.strip()) or _is_usual(draft, candidate.kind)


def _is_usual(draft: DraftPack, kind: Kind) -> bool:
    return kind in suggestions.listed(draft.pack.type)


def _section(draft: DraftPack, title: str, items: tuple[Candidate, ...]) -> Section:
    ticked = sum(1 for each in items if draft.is_ticked(each))
    words = translate("Share", "{ticked} of {all}").format(ticked=ticked, all=len(items))
    return Section(title, words, items)
