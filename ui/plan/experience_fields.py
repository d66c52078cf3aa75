"""Editors of the experience sheet: people and goals that are named, and the way one learns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.experiences import ExperienceKind, Learning
from app.queries.experiences import Linked
from ui.experience_words import learning_words
from ui.plan import experience_words as words
from ui.widgets.choice import Choice
from ui.widgets.chosen_field import ChosenField


class LinkedField(ChosenField):
    """People or goals; what is gone since stays chosen and has no chip."""

    def __init__(self, invitation: str, known: Sequence[Linked]) -> None:
        super().__init__(invitation)
        self._known = {str(each.id): each.name for each in known}
        self._gone: tuple[str, ...] = ()
        self.setEnabled(bool(known))
        self.show_chosen()

    def name_of(self, chosen: str) -> str:
        """Return the name of a person, or the title of a goal."""
        return self._known[chosen]

    def offered(self) -> Iterator[tuple[str, object]]:
        """Return everybody, or every goal."""
        for each, name in self._known.items():
            yield (name, each)

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids, and those of what lies in the trash now."""
        return (*super().chosen(), *self._gone)

    def set_chosen(self, ids: Sequence[str]) -> None:
        """Show those of them that are there."""
        self._gone = tuple(each for each in ids if each not in self._known)
        super().set_chosen([each for each in ids if each in self._known])


class LearningChoice(Choice):
    """How one learns: as the kind says, or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.follow(ExperienceKind.OTHER)

    def follow(self, kind: ExperienceKind) -> None:
        """Say what the kind says."""
        chosen = [(learning_words(each), each.value) for each in Learning]
        self.set_options([(words.by_kind_words(kind), ""), *chosen])

    def learning(self) -> Learning | None:
        """Return what is chosen, None where the kind says it."""
        return Learning(str(self.value())) if self.value() else None
