"""Makes the PDF that somebody is asked for feedback with: a letter with fields to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.document import PaperSize
from app.export.failures import BuildError

if TYPE_CHECKING:
    from app.domain.forms import Form, Place

VERSION: Final = "1"
"""Of the fields and their names, for whoever reads a form that was sent back."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the paper itself says; the words of the form are not among them.

    `{asker}`, `{day}`, `{count}`, `{code}`, `{page}`, `{pages}`, `{level}` and `{words}` are
    filled in.
    """

    title: str = "Feedback for {asker}"
    title_without_name: str = "Feedback, please"
    asks: str = "Asked by"
    asked: str = "Sent to"
    reply_by: str = "Reply by"
    takes: str = "Takes about"
    minutes: str = "{count} minutes"
    how: str = (
        "Type into the boxes with any PDF reader, save the file and send it back the way it came. "
        "Leave blank whatever you like. If you choose nothing under \u201c{consent}\u201d, your "
        "answers stay private."
    )
    needed: str = "Please answer"
    level: str = "{level} of 5"
    code: str = "Request {code}"
    page: str = "Page {page} of {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPaper:
    """A form for one person as it goes on paper.

    Attributes:
        code: The code of the request; it is random and says nothing.
        asker: Who asks, as the giver knows them; empty for no name.
        giver: Who is asked.
        reply_by: The day it would be good to have it back, in words; empty for no day.
        minutes: How long it takes; 0 if nobody knows.
        language: In which it is written.
    """

    form: Form
    code: str
    asker: str = ""
    giver: str = ""
    reply_by: str = ""
    minutes: int = 0
    language: str = "en-GB"
    paper: PaperSize = PaperSize.A4
    words: FormWords = FormWords()


@dataclass(frozen=True, slots=True)
class FormPdf:
    """A finished form; `places` say where its fields and some of its words stand.

    `unprinted` has the characters no font could show, squares now.
    """

    data: bytes
    pages: int
    places: tuple[Place, ...]
    unprinted: str = ""


def build_form(paper: FormPaper) -> FormPdf:
    """Lay a form out as a PDF with fields; the same form gives the same bytes.

    Each field has the id of its question for a name. What is marked is a state of the question;
    a question with several answers has a check box for each option, called `question.option`.

    Raises:
        BuildError: the form could not be laid out; carries none of its words.
    """
    # reportlab and qpdf take 200 ms to load, which is not for the start of the app.
    from app.export import form_fields, form_pages, lettering, sealing  # noqa: PLC0415

    cause = ""
    try:
        drawn = form_pages.draw(paper)
        fields = form_fields.Fields(paper, drawn)
        title = lettering.whole(drawn.title)
        data = sealing.seal(drawn.data, title, paper.language, None, fields.put_into)
    except Exception as error:  # noqa: BLE001 - reportlab raises anything, with whole paragraphs in it
        cause = type(error).__name__
    else:
        return FormPdf(data, drawn.count, drawn.places, drawn.unprinted)
    # Raised outside the handler, so that the cause and the words in it are not carried along.
    raise BuildError(kind=cause)
