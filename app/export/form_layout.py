"""Sets the questions of a form: their words, and the room for an answer to each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from app.domain.forms import CONSENT, AnswerType, Question
from app.domain.prose import Run
from app.export import drawings
from app.export.boxes import Box, Cell, Drawing, Row
from app.export.form_boxes import ASIDE, SIGN, Blank, Marking, Sign
from app.export.prose import Place, text
from app.export.styles import CENTRE, RIGHT, Setter, width_of
from app.export.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.export.form import FormPaper
    from app.export.lettering import Look
    from app.export.tree import Tag

BESIDE: Final = 6.0
"""From a sign to its words."""
APART: Final = 24.0
"""From the words of an option to the next sign."""
STEP: Final = 46.0
"""From one level of a scale to the next."""
PAD: Final = 4.5
READERS: Final = 2.0
"""What readers leave free at the sides of a field."""
LETTER: Final = 0.56
"""How wide a letter of an answer is, in parts of its size; most texts need a little less."""
MOST_LINES: Final = 30
"""A frame is no higher than that, however much may be written in it: it has to fit on a page."""
LEADING: Final = 1.35
"""How far programs set the lines of an answer apart, at most."""


@dataclass(frozen=True, slots=True)
class Density:
    """How close a form is set: the size of what is filled in, and the space between questions.

    Where `joins`, what helps to answer stands behind the question, if one line has room for both.
    """

    size: float
    gap: float
    joins: bool

    @property
    def line(self) -> float:
        """The height of a line of an answer."""
        return self.size * LEADING

    def lines(self, limit: int, width: float) -> int:
        """How many lines so many characters take."""
        return ceil(limit * self.size * LETTER / width)


COMFORTABLE: Final = Density(10, 15, joins=False)
CLOSE: Final = Density(9, 7.5, joins=True)


def told(question: Question) -> dict[str, str]:
    """The words for levels of a scale that have some."""
    words = {"1": question.low, "3": question.mid, "5": question.high}
    return {level: said for level, said in words.items() if said}


class FormSetter:
    """Turns a form into boxes of one width.

    Attributes:
        fields: Which question and state each field is, in the order of reading.
        labels: The words that say what is asked, and how they look.
    """

    def __init__(self, paper: FormPaper, setter: Setter, width: float, density: Density) -> None:
        self._paper = paper
        self._setter = setter
        self._looks = setter.looks
        self._width = width
        self._density = density
        self.fields: dict[Element, tuple[Question, str]] = {}
        self.labels: dict[Tag, tuple[str, Look]] = {}

    def boxes(self) -> Iterator[Box]:
        """The whole form under its head."""
        form, group = self._paper.form, ""
        yield from self._intro()
        for number, question in enumerate(form.questions):
            about = question.id.rpartition("--")[0]
            if question.id == CONSENT:
                yield from self._rule()
                yield from self._words(form.consent, self._looks.item, keep=True)
            elif about != group and number:
                yield from self._rule()
            group = about
            yield from self._question(question)
        for box in self._words(form.thanks, self._looks.body):
            yield replace(box, before=self._density.gap)

    def _intro(self) -> Iterator[Box]:
        paper = self._paper
        yield from self._words(paper.form.intro, self._looks.body)
        consent = paper.form.question(CONSENT)
        how = paper.words.how.replace("{consent}", consent.label if consent else "")
        yield from self._words(how, self._looks.aside)

    def _words(self, words: str, look: Look, *, keep: bool = False) -> Iterator[Row]:
        for box in text((Run(words),), Place(self._width, look), look, self._setter):
            yield replace(box, before=6, after=6, keep=keep)

    def _rule(self) -> Iterator[Box]:
        gap = self._density.gap
        paint = drawings.hairline(self._width, self._setter.inks.border_strong, 0.75)
        yield Drawing(height=0.75, before=gap, after=gap, fades=True, keep=True, paint=paint)

    def _question(self, question: Question) -> Iterator[Box]:
        head = list(self._head(question))
        if head:
            head[0] = replace(head[0], before=self._density.gap)
        yield from (replace(box, keep=True) for box in head)
        match question.type:
            case AnswerType.SCALE:
                yield from self._scale(question)
            case AnswerType.CHOICE:
                yield from self._choice(question)
            case _:
                yield self._blank(question)

    def _head(self, question: Question) -> Iterator[Row]:
        """What is asked, that it is needed, and what helps to answer it."""
        looks, setter = self._looks, self._setter
        needed = question.required and question.id != CONSENT
        aside = setter.lettering.plain(self._paper.words.needed if needed else "", looks.aside)
        wide = width_of(aside) if aside else 0.0
        room = self._width - (wide + APART if aside else 0)
        element = Element("P")
        label = setter.text(question.label, looks.subheading, room)
        cells = [Cell(label, 0, room, tag=element)]
        behind = self._behind(question, room)
        cells += [behind] if behind else []
        if aside:
            paragraph = setter.flow(aside, looks.aside, wide, RIGHT)
            drop = looks.subheading.size - looks.aside.size
            cells.append(Cell(paragraph, self._width - wide, wide, drop, Element("P")))
        self.labels[element] = (question.label, looks.subheading)
        height = max(cell.height for cell in cells)
        yield Row(cells=tuple(cells), height=height, line=looks.subheading.leading)
        if not behind:
            yield from self._help(question.help)

    def _behind(self, question: Question, room: float) -> Cell | None:
        """What helps to answer, behind what is asked; None where it has a line of its own."""
        looks, setter = self._looks, self._setter
        label = setter.lettering.plain(question.label, looks.subheading)
        words = setter.lettering.plain(question.help, looks.aside)
        if not (self._density.joins and words):
            return None
        x = (width_of(label) if label else 0.0) + BESIDE * 1.5
        wide = width_of(words)
        if x + wide > room:
            return None
        drop = looks.subheading.size - looks.aside.size
        return Cell(setter.flow(words, looks.aside, wide), x, wide, drop, Element("P"))

    def _help(self, words: str) -> Iterator[Row]:
        look = self._looks.aside
        for box in text((Run(words),), Place(self._width, look), look, self._setter):
            yield replace(box, before=0, after=0)

    def _blank(self, question: Question) -> Blank:
        density = self._density
        lines = self.lines(question)
        inks = self._setter.inks
        return Blank(
            height=lines * density.line + 2 * PAD,
            before=4,
            after=4,
            field=self._field(question, "", Element("P")),
            width=self._width,
            edge=inks.border_control,
            ground=inks.raised,
            grows=lines > 1,
        )

    def lines(self, question: Question) -> int:
        """How many lines there are for the answer to a question."""
        needed = self._density.lines(question.limit, self._width - 2 * (ASIDE + READERS))
        least = 2 if question.type is AnswerType.MULTILINE else 1
        return min(max(needed, least), MOST_LINES)

    def _scale(self, question: Question) -> Iterator[Box]:
        """The levels in a row, with short words beside it and long ones above."""
        beside = not question.mid and self._has_room(question.low, question.high)
        if not beside:
            for level, words in told(question).items():
                for row in self._help(words if words.startswith(level) else f"{level}: {words}"):
                    yield replace(row, before=1.5, keep=True)
        looks, setter = self._looks, self._setter
        low = self._cell(question.low if beside else "", 0)
        x = low.width + APART / 2 if low.paragraph else 0.0
        cells, signs = [low], []
        for state in question.states():
            element = Element("P")
            signs.append(Sign(self._field(question, state, element), x))
            digit = setter.text(state, looks.aside, SIGN, CENTRE)
            cells.append(Cell(digit, x, SIGN, SIGN + 1.5, element))
            x += STEP
        cells.append(self._cell(question.high if beside else "", x - STEP + SIGN + APART / 2))
        height = SIGN + 1.5 + looks.aside.leading
        yield self._marking(cells, signs, height, track=True)

    def _has_room(self, low: str, high: str) -> bool:
        """Whether the words for the ends of a scale can stand beside it."""
        wide = sum(self._cell(words, 0).width for words in (low, high))
        return wide + APART + 4 * STEP + SIGN <= self._width

    def _cell(self, words: str, x: float) -> Cell:
        """A few words on a line of their own, level with a sign."""
        look = self._looks.item
        fragments = self._setter.lettering.plain(words, look)
        wide = width_of(fragments) if fragments else 0.0
        drop = (SIGN - look.leading) / 2
        return Cell(self._setter.flow(fragments, look, wide), x, wide, drop, Element("P"))

    def _choice(self, question: Question) -> Iterator[Box]:
        """The options in one row if they fit, else one under the other."""
        cells: list[Cell] = []
        signs: list[Sign] = []
        x = 0.0
        for option in question.options:
            element = Element("P")
            cell = replace(self._cell(option.label, x + SIGN + BESIDE), tag=element)
            field = self._field(question, option.id, element)
            signs.append(Sign(field, x, round=not question.multiple))
            cells.append(cell)
            x += SIGN + BESIDE + cell.width + APART
        if x - APART <= self._width:
            yield self._marking(cells, signs, SIGN)
            return
        room = self._width - SIGN - BESIDE
        for option, cell, sign in zip(question.options, cells, signs, strict=True):
            words = self._setter.text(option.label, self._looks.item, room)
            stacked = replace(cell, paragraph=words, x=SIGN + BESIDE, width=room)
            height = max(SIGN, stacked.height)
            last = option is question.options[-1]
            yield replace(
                self._marking([stacked], [replace(sign, x=0)], height), after=2, keep=not last
            )

    def _marking(
        self, cells: list[Cell], signs: list[Sign], height: float, *, track: bool = False
    ) -> Marking:
        return Marking(
            cells=tuple(cells),
            signs=tuple(signs),
            height=height,
            line=self._looks.item.leading,
            inks=self._setter.inks,
            track=track,
            before=5,
            after=4,
        )

    def _field(self, question: Question, state: str, within: Element) -> Element:
        field = Element("Form", within)
        self.fields[field] = (question, state)
        return field
