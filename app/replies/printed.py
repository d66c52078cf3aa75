"""Answers from a form that was printed or flattened: what stands where its fields were."""

from __future__ import annotations

from typing import Final

from app.domain.forms import Asked, Question
from app.replies.answering import Gathered
from app.replies.codes import codes_in
from app.replies.contents import Box, Contents, Page
from app.replies.reply import Reply, Way
from app.replies.sheet import Sheet, sheets_of

_MARKED: Final = 0.16
_EMPTY: Final = 0.06
"""How much darker than the lightest place of its question one that is marked is, and one that
is not. What lies between is not clear."""
_LIGHT: Final = 0.2
"""How dark an empty place may be; where none of a question is lighter, all may be marked."""
_INNER: Final = 0.25
"""The share of a place's width that is left out at each side: there its frame is drawn."""


def codes_on(contents: Contents) -> list[str]:
    """The codes that are printed on the pages."""
    return list(dict.fromkeys(code for page in contents.pages for code in codes_in(page.text)))


def read(contents: Contents, digest: str, asked: Asked, code: str) -> Reply:
    """The answers to a form by its places on paper."""
    gathered = Gathered(asked.form)
    sheets = sheets_of(asked.places, contents.pages)
    marks = _Marks(asked, sheets)
    for question in asked.form.questions:
        places = [place for place in asked.places if place.question == question.id]
        if not places or any(place.page not in sheets for place in places):
            gathered.doubt(question.id)
        elif question.states():
            marks.look(gathered, question)
        else:
            for place in places:
                written = sheets[place.page].text_in(place)
                gathered.write(question.id, written.text)
                if written.cut:
                    gathered.miss(question.id)
                if not written.known:
                    gathered.doubt(question.id)
    return gathered.reply(Way.FLATTENED, digest, asked, code, contents.found)


class _Marks:
    """How dark each place to mark is, from 0 to 1, as far as its page was drawn."""

    def __init__(self, asked: Asked, sheets: dict[int, Sheet]) -> None:
        self._dark: dict[str, dict[str, float]] = {}
        for place in asked.places:
            if place.state and place.question and place.page in sheets:
                sheet = sheets[place.page]
                dark = _darkness(sheet.page, sheet.seen(place, _INNER))
                if dark is not None:
                    self._dark.setdefault(place.question, {})[place.state] = dark

    def look(self, gathered: Gathered, question: Question) -> None:
        """See which places are marked: those that are much darker than the lightest one."""
        darkness = self._dark.get(question.id, {})
        if set(darkness) != set(question.states()):
            gathered.doubt(question.id)
            return
        lightest = self._lightest(question)
        for state, dark in darkness.items():
            if dark - lightest >= _MARKED:
                gathered.mark(question.id, state)
            elif dark - lightest > _EMPTY:
                gathered.doubt(question.id)

    def _lightest(self, question: Question) -> float:
        """How dark an empty place is; where all may be marked, as in the other questions."""
        here = min(self._dark[question.id].values())
        if here <= _LIGHT and not question.multiple:
            return here
        return min(dark for each in self._dark.values() for dark in each.values())


def _darkness(page: Page, box: Box) -> float | None:
    """How dark a part of a page is, from 0 to 1; None where it was not drawn."""
    greys = b"".join(page.greys(box))
    return 1 - sum(greys) / len(greys) / 255 if greys else None
