"""Lays a form out and draws it, as close as it has to be to need few pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Paragraph

from app.course import unwatched
from app.domain.document import Document, Fact
from app.domain.forms import Place, Question
from app.export.boxes import Row
from app.export.form_boxes import Blank
from app.export.form_layout import CLOSE, COMFORTABLE, Density, FormSetter
from app.export.masthead import masthead
from app.export.pages import harden
from app.export.paging import Pager, Placed
from app.export.sheets import Drawer, Sheet, page_label
from app.export.structure import Annotation, Spoken, Structure
from app.export.styles import Setter, width_of
from app.export.tags import TaggedCanvas
from app.export.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.export.form import FormPaper
    from app.export.lettering import Look

MOST_GROWTH: Final = 0.5
"""How much higher than it has to be a frame gets, in parts of its height."""


@dataclass(frozen=True, slots=True)
class FormPages:
    """A drawn form; `fields` has the question, the state and the element of each of its fields.

    They are in the order of their numbers in the tree of the file, which is that of reading.
    """

    data: bytes
    title: str
    count: int
    size: float
    fields: tuple[tuple[Question, str, Element], ...]
    lines: dict[str, int]
    places: tuple[Place, ...]
    unprinted: str


@dataclass(frozen=True, slots=True)
class _Layout:
    density: Density
    questions: FormSetter
    pages: list[list[Placed]]


def draw(paper: FormPaper) -> FormPages:
    """The form with nothing but the frames of its fields."""
    harden()
    setter, sheet = Setter(), Sheet.of(paper.paper)
    document = _document(paper)
    tries = [_laid_out(paper, document, setter, sheet, density) for density in (COMFORTABLE, CLOSE)]
    layout = min(tries, key=lambda each: len(each.pages))
    pages = [_filled(page, sheet.depth) for page in layout.pages]
    target = BytesIO()
    structure = Structure(len(pages), Spoken())
    font = setter.looks.body.family.regular.name
    canvas = TaggedCanvas(target, (sheet.width, sheet.height), font, structure)
    Drawer(canvas, document, sheet, setter).draw(pages, unwatched)
    canvas.save()
    known = layout.questions.fields
    return FormPages(
        data=target.getvalue(),
        title=document.title,
        count=len(pages),
        size=layout.density.size,
        fields=tuple((*known[element], element) for element in structure.annotated),
        lines={each.id: layout.questions.lines(each) for each in paper.form.questions},
        places=(
            *_places(structure, layout.questions),
            *_printed(pages, layout.questions, document, sheet, setter),
        ),
        unprinted="".join(sorted(setter.lettering.unprinted)),
    )


def _document(paper: FormPaper) -> Document:
    """The form as a document of the house: its head and its foot."""
    words = paper.words
    takes = words.minutes.replace("{count}", str(paper.minutes)) if paper.minutes else ""
    facts = (
        (words.asks, paper.asker),
        (words.asked, paper.giver),
        (words.reply_by, paper.reply_by),
        (words.takes, takes),
    )
    named = words.title.replace("{asker}", paper.asker)
    return Document(
        title=named if paper.asker.strip() else words.title_without_name,
        language=paper.language,
        overline=paper.form.name,
        facts=tuple(Fact(label, value) for label, value in facts if value.strip()),
        sections=(),
        colophon=(),
        imprint="",
        footer=words.code.replace("{code}", paper.code),
        date="",
        page_label=words.page,
        paper=paper.paper,
    )


def _laid_out(
    paper: FormPaper, document: Document, setter: Setter, sheet: Sheet, density: Density
) -> _Layout:
    questions = FormSetter(paper, setter, sheet.measure, density)
    pager = Pager(sheet.depth)
    pager.add(masthead(document, sheet.measure, setter))
    pager.add(questions.boxes())
    return _Layout(density, questions, pager.pages)


def _filled(page: list[Placed], depth: float) -> list[Placed]:
    """A page whose frames share the room that is left at its foot."""
    growing = [placed.box for placed in page if isinstance(placed.box, Blank) and placed.box.grows]
    room = depth - page[-1].bottom
    if not growing or room <= 0:
        return page
    share = min(room / sum(box.height for box in growing), MOST_GROWTH)
    filled, down = [], 0.0
    for placed in page:
        box, more = placed.box, 0.0
        if isinstance(box, Blank) and box.grows:
            more = box.height * share
            box = replace(box, height=box.height + more)
        filled.append(Placed(box, placed.top + down))
        down += more
    return filled


def _places(structure: Structure, questions: FormSetter) -> Iterator[Place]:
    """Where each field stands."""
    for element in structure.annotated:
        question, state = questions.fields[element]
        page = next(e.page for e in structure.kids[element] if isinstance(e, Annotation))
        yield Place(question.id, state, page, *structure.frames[element])


def _printed(
    pages: list[list[Placed]],
    questions: FormSetter,
    document: Document,
    sheet: Sheet,
    setter: Setter,
) -> Iterator[Place]:
    """Where words stand on one line: by them a form is found on paper that was scanned."""
    left, head = sheet.SIDE, sheet.height - sheet.TOP
    footer = setter.looks.footer
    for number, page in enumerate(pages):
        rows = [(each.top, each.box) for each in page if isinstance(each.box, Row)]
        for top, cell in [(top, cell) for top, row in rows for cell in row.cells]:
            words, look = questions.labels.get(cell.tag, ("", footer))
            # Other paragraphs may begin at the right.
            plain = isinstance(cell.paragraph, Paragraph)
            if words and plain and cell.height - cell.drop < 2 * look.leading:
                at = number, left + cell.x, head - top - cell.drop - look.size
                yield _line(words, look, at, setter)
        base = sheet.FOOT_TEXT - footer.size
        yield _line(document.footer, footer, (number, left, base), setter)
        label = page_label(document, number + 1, len(pages))
        right = sheet.width - sheet.SIDE - width_of(setter.lettering.plain(label, footer))
        yield _line(label, footer, (number, right, base), setter)


def _line(words: str, look: Look, at: tuple[int, float, float], setter: Setter) -> Place:
    """Where a line of words begins on its page, and how far it reaches."""
    page, left, base = at
    wide = width_of(setter.lettering.plain(words, look))
    sides = left, base, left + wide, base + look.size
    return Place("", words, page, *(round(side, 2) for side in sides))
