"""What of one item of a pack is withheld, as it reads now, and the way to change that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.ids import Id
from app.domain.packs import Passage
from app.operations import packs
from app.queries.packs import Candidate
from app.sharing.source import Chosen
from app.sharing.texts import Elsewhere
from ui import labels
from ui.context import Context
from ui.share.draft import DraftPack
from ui.share.item_words import title_words
from ui.share.words import translate

_NAMED = 3


class ItemPassages:
    """The passages of an item in a draft; every change is kept at once."""

    def __init__(self, context: Context, draft: DraftPack, item: Id) -> None:
        self._context = context
        self._draft = draft
        self._item = item
        self._elsewhere: Elsewhere | None = None

    @property
    def candidate(self) -> Candidate:
        """The item as it reads now."""
        return next(each for each in self._draft.candidates if each.id == self._item)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What of it is withheld."""
        return self.candidate.whole.passages

    @property
    def whole(self) -> Chosen:
        """The item with the fields that leave."""
        candidate = self.candidate
        return replace(candidate.whole, fields=self._draft.fields(candidate))

    @property
    def title(self) -> str:
        """What the item is called."""
        return title_words(self.candidate, self._context.today())

    def keep(self, passages: Sequence[Passage]) -> bool:
        """Withhold these passages and no others; returns whether that is on disk."""
        candidate, kept = self.candidate, tuple(passages)
        item = replace(candidate, whole=replace(candidate.whole, passages=kept))
        choice = item.choice(self._draft.fields(candidate))
        vault, pack = self._context.vault, self._draft.pack
        done = self._context.perform(lambda: packs.withhold(vault, pack, choice, kept))
        if done is not None:
            self._draft.saved = vault.now()
        return done is not None

    def show_again(self, passage: str) -> bool:
        """Let a passage leave again; returns whether that is on disk."""
        return self.keep([each for each in self.passages if each.text != passage])

    def also_in(self, words: str) -> list[str]:
        """Where in the pack words also stand; they stay there as well."""
        if self._elsewhere is None:
            source = self._draft.source
            self._elsewhere = Elsewhere(self._item, source.pack, source.chosen)
        today = self._context.today()
        titles = {each.id: title_words(each, today) for each in self._draft.candidates}
        names = [titles[each.id] for each in self._elsewhere.items(words)]
        if len(names) > _NAMED:
            rest = labels.number(len(names) - _NAMED + 1)
            names[_NAMED - 1 :] = [translate("Share", "{n} other items").format(n=rest)]
        if self._elsewhere.in_head(words):
            names.append(translate("Share", "the words before the items"))
        return names
