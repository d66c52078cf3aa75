"""An assessment under way as the vault keeps it: with every answer, so that one can stop at any."""

from __future__ import annotations

from datetime import date

from app.domain.assessing import Assessing
from app.domain.cycles import Person
from app.queries import assessments
from app.queries.assessments import OTHER_DRAFT, OWN_DRAFT, Moment
from ui.context import Context
from ui.plan import assessment_words as words


class KeptDraft:
    """One of the two drafts there can be: how one sees oneself, or how somebody else does."""

    def __init__(self, context: Context, *, own: bool) -> None:
        self.own = own
        self._context = context
        self._name = OWN_DRAFT if own else OTHER_DRAFT
        self.value = self.fresh()
        self._at_first = self.value.as_text()
        self._kept = context.vault.read.draft(self._name)
        found = Assessing.from_text(self._kept) if self._kept is not None else None
        if found is not None:
            self.value = found

    @property
    def is_kept(self) -> bool:
        """Whether the vault holds it as it is."""
        return self._kept == self.value.as_text()

    def fresh(self) -> Assessing:
        """What one begins with today."""
        reader, library = self._context.vault.read, self._context.library
        today: date = self._context.today()
        moment = assessments.moment_of(reader, today) if self.own else Moment.ANY
        chosen = assessments.suggested(reader, library)
        return Assessing(chosen=chosen, label=words.moment_words(moment), day=today)

    def whose(self) -> str:
        """Whose view it is, empty for one's own."""
        person = self._context.vault.read.find(Person, self.value.person)
        return person.name if person else self.value.name.strip()

    def keep(self) -> None:
        """Keep it in the vault, or forget it where nothing was changed."""
        text: str | None = self.value.as_text()
        self._keep(None if text == self._at_first else text)

    def forget(self) -> None:
        """Forget it: it became an assessment, or one started over."""
        self._keep(None)

    def _keep(self, text: str | None) -> None:
        if text != self._kept:
            self._context.vault.keep_draft(self._name, text)
            self._kept = text
