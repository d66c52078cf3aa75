"""A form that asks everything there is to ask, its paper drawn by hand, and hands to fill it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from app.domain.forms import (
    CONSENT,
    GIVER,
    REQUEST,
    Answer,
    AnswerType,
    Asked,
    Form,
    Option,
    Place,
    Question,
)
from app.replies.apart import prepare, taken_apart
from app.replies.contents import Contents, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CODE = "7KQ2-M0XT-9DPB"
OTHER_CODE = "ABCD-EFGH-JKMN"
CONSENTS = (
    Option("private", "Only Inês may read them."),
    Option("unnamed", "They may be shared, without my name."),
    Option("named", "They may be shared, with my name."),
)
FORM = Form(
    id="sbi-form",
    name="Situation, behaviour, impact",
    intro="Hello Ruth, I'd like to learn from something you saw: the review. Plain words are fine.",
    questions=(
        Question("situation", "The situation", AnswerType.TEXT, help="When and where was it?"),
        Question("worked", "Something I did that worked", help="Words and actions, as if on film."),
        Question("impact-worked", "What it led to", help="The effect on you, on others."),
        Question("less", "Something I did that worked less well", help="One is plenty."),
        Question("impact-less", "What it led to", help="The effect on you, on others."),
        Question("ease", "How easy is it to tell me?", AnswerType.SCALE, low="Hard", high="Easy"),
        Question(
            "most",
            "Which would make the most difference?",
            AnswerType.CHOICE,
            options=(Option("start", "Start"), Option("stop", "Stop"), Option("go-on", "Go on")),
        ),
        Question(
            "strong",
            "What do people rely on me for?",
            AnswerType.CHOICE,
            options=(Option("listening", "Listening"), Option("planning", "Planning")),
            multiple=True,
        ),
        Question(
            CONSENT,
            "How may these words be used?",
            AnswerType.CHOICE,
            required=True,
            help="If you leave this blank, your answers stay private.",
            options=CONSENTS,
        ),
        Question(GIVER, "Your name (you may leave this blank)", AnswerType.TEXT, limit=80),
    ),
    consent="I'm giving this to help Inês learn. It is not part of a performance review.",
    thanks="Thank you. I'll tell you what I did with it.",
)
ANSWERS: dict[str, str | int | tuple[str, ...]] = {
    "situation": "The review on Tuesday",
    "worked": "You asked what we had not looked at.\nThen you waited.",
    "impact-worked": "Jonas said what he had seen.",
    "less": "",
    "impact-less": "",
    "ease": 4,
    "most": ("go-on",),
    "strong": ("listening", "planning"),
    CONSENT: ("named",),
    GIVER: "Ruth Adeyemi",
}
LEFT, RIGHT = 60.0, 535.0


def answers(
    given: Mapping[str, str | int | tuple[str, ...]] = ANSWERS, form: Form = FORM
) -> tuple[Answer, ...]:
    """The answers to a form, by their questions: a text, a level, or the options chosen."""
    return tuple(_answer(question, given.get(question.id, "")) for question in form.questions)


def _answer(question: Question, value: str | int | tuple[str, ...]) -> Answer:
    empty = Answer(question.id, question.label, question.type)
    if isinstance(value, int):
        return replace(empty, rating=value)
    if isinstance(value, tuple):
        named = "; ".join(each.label for each in question.options if each.id in value)
        return replace(empty, text=named, chosen=value)
    return replace(empty, text=value)


@dataclass(frozen=True)
class Paper:
    """A blank form as it goes out: its pages without fields, and where the fields are."""

    data: bytes
    asked: Asked


def paper(
    form: Form = FORM,
    code: str = CODE,
    inked: Mapping[str, str | int | tuple[str, ...]] | None = None,
) -> Paper:
    """The pages, with answers in ink if there are any, as a form that was printed has them."""
    target, places = BytesIO(), list[Place]()
    canvas, top, page = Canvas(target, pagesize=(595, 842), invariant=True), 780.0, 0

    def say(text: str, x: float, y: float, size: float = 9) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)
        width = canvas.stringWidth(text, "Helvetica", size)
        places.append(Place("", text, page, x, y, x + width, y + size))

    for question in form.questions:
        if top < 200:
            say(f"Request {code}", LEFT, 40)
            canvas.showPage()
            top, page = 780.0, page + 1
        say(question.label, LEFT, top, 11)
        if question.help:
            say(question.help, LEFT, top - 13)
        here = _places(question, page, top - 20)
        for place in here:
            _draw(canvas, place, (inked or {}).get(question.id, ""), say, question)
        places += here
        top = min(place.bottom for place in here) - 30
    say(f"Request {code}", LEFT, 40)
    canvas.save()
    return Paper(target.getvalue(), Asked(code, form, tuple(places)))


def _places(question: Question, page: int, top: float) -> list[Place]:
    if not question.states():
        high = 20 if question.type is AnswerType.TEXT else 60
        return [Place(question.id, "", page, LEFT, top - high, RIGHT, top)]
    if question.type is AnswerType.SCALE:
        return [
            Place(question.id, state, page, LEFT + at * 60, top - 15, LEFT + at * 60 + 15, top)
            for at, state in enumerate(question.states())
        ]
    return [
        Place(question.id, state, page, LEFT, top - at * 20 - 15, LEFT + 15, top - at * 20)
        for at, state in enumerate(question.states())
    ]


def _draw(
    canvas: Canvas,
    place: Place,
    value: str | int | tuple[str, ...],
    say: Callable[..., None],
    question: Question,
) -> None:
    middle = (place.left + place.right) / 2, (place.bottom + place.top) / 2
    if not place.state:
        canvas.rect(place.left, place.bottom, place.right - place.left, place.top - place.bottom)
        for at, line in enumerate(str(value or "").split("\n")):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(place.left + 3, place.top - 13 - at * 12, line)
        return
    canvas.circle(*middle, 6)
    marked = place.state in value if isinstance(value, tuple) else place.state == str(value)
    if marked:
        canvas.circle(*middle, 3.5, fill=1)
    label = next((each.label for each in question.options if each.id == place.state), place.state)
    say(label, place.right + 4, place.bottom + 4)


def with_fields(
    given: Mapping[str, Any], blank: Paper | None = None, code: str | None = CODE
) -> bytes:
    """The form with fields that hold these values, as they are written: bytes, names, texts."""
    blank = blank or paper()
    with Pdf.open(BytesIO(blank.data)) as pdf:
        fields = []
        for question in blank.asked.form.questions:
            places = [each for each in blank.asked.places if each.question == question.id]
            field = _field(pdf, question, places, given.get(question.id))
            fields.append(field)
        if code is not None:
            fields.append(pdf.make_indirect(Dictionary(T=REQUEST, FT=Name.Tx, V=code, Ff=1)))
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(fields)))
        return saved(pdf)


def _field(pdf: Pdf, question: Question, places: list[Place], value: Any) -> Object:  # noqa: ANN401 - as pikepdf
    field = pdf.make_indirect(Dictionary(T=question.id, TU=question.label, Kids=Array()))
    if not question.states():
        field.FT = Name.Tx
        if value is not None:
            field.V = value if isinstance(value, Object) else String(value)
    elif question.multiple:
        field.Kids = Array(
            [_box(pdf, field, place, place.state in (value or ())) for place in places]
        )
        return field
    else:
        field.FT, field.Ff = Name.Btn, 1 << 15
        state = str(value[0] if isinstance(value, tuple) else value or "Off")
        field.V = Name("/" + state)
    for place in places:
        kid = _widget(pdf, place)
        kid.Parent = field
        if place.state:
            on = question.states() and str(field.V)[1:] == place.state
            kid.AS = Name("/" + place.state) if on else Name.Off
        field.Kids.append(kid)
    return field


def _box(pdf: Pdf, parent: Object, place: Place, on: bool) -> Object:  # noqa: FBT001 - a state
    box = _widget(pdf, place)
    box.T, box.FT, box.Parent = place.state, Name.Btn, parent
    box.V = box.AS = Name("/" + place.state) if on else Name.Off
    return box


def _widget(pdf: Pdf, place: Place) -> Object:
    frame = [place.left, place.bottom, place.right, place.top]
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(frame)))
    page = pdf.pages[place.page].obj
    page.Annots = Array([*page.get("/Annots", []), note])
    return note


def contents(data: bytes) -> Contents:
    """What a file holds, taken apart here and now."""
    prepare()
    found = unpacked(taken_apart(data))
    assert isinstance(found, Contents), found
    return found


def saved(pdf: Pdf, **how: Any) -> bytes:  # noqa: ANN401 - as pikepdf
    """The bytes of a file."""
    target = BytesIO()
    pdf.save(target, **how)
    return target.getvalue()


def changed(data: bytes, change: Callable[[Pdf], object], **how: Any) -> bytes:  # noqa: ANN401 - as pikepdf
    """A file after a change."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        return saved(pdf, **how)
