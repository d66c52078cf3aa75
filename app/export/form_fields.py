"""Makes frames on pages fields: their names, what they hold, how they look in every reader.

Nothing in them runs, sends or opens anything.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, Pdf, String

from app.charts.words import sentences
from app.domain.forms import REQUEST, AnswerType, Question
from app.export import form_font
from app.export.form import VERSION
from app.export.form_boxes import RING, SIGN
from app.export.form_layout import told as levels
from app.export.inks import Inks
from app.export.lettering import whole

if TYPE_CHECKING:
    from pikepdf import Object
    from reportlab.lib.colors import Color

    from app.export.form import FormPaper
    from app.export.form_pages import FormPages

FORM: Final = "greenroom-form"
"""The field of every PDF that says how its fields are called and meant."""
FONT: Final = "Answer"
SIGNS: Final = "ZaDb"
"""What every program calls the font that it draws marks with, where it draws them anew."""

_READ_ONLY: Final = 1 << 0
_MULTILINE: Final = 1 << 12
_RADIO: Final = 1 << 15
_HIDDEN: Final = 1 << 1
_PRINTS: Final = 1 << 2


class Fields:
    """The fields of one form, put into its pages."""

    def __init__(self, paper: FormPaper, pages: FormPages) -> None:
        self._paper = paper
        self._pages = pages
        self._inks = Inks.load()

    def put_into(self, pdf: Pdf) -> None:
        """Make a field of every frame, and say what the file is in its information."""
        work = _Work(pdf, self._paper, self._pages, self._inks)
        pdf.Root.AcroForm = pdf.make_indirect(work.form())
        pdf.docinfo["/GreenroomRequest"] = String(self._paper.code)
        pdf.docinfo["/GreenroomForm"] = String(VERSION)


class _Work:
    def __init__(self, pdf: Pdf, paper: FormPaper, pages: FormPages, inks: Inks) -> None:
        self._pdf = pdf
        self._words = paper.words
        self._code = paper.code
        self._pages = pages
        self._inks = inks
        self._parents: dict[str, Object] = {}
        self._fields: list[Object] = []
        self._look = String(f"/{FONT} {pages.size:g} Tf {_ink(inks.text)}".strip())
        self._sign = String(f"/{SIGNS} 0 Tf {_ink(inks.accent)}".strip())

    def form(self) -> Dictionary:
        """The form: every field in the order of reading, and the font for what is written."""
        for page in self._pdf.pages:
            for widget in page.obj.get("/Annots", Array()):
                number = int(widget.StructParent) - self._pages.count
                question, state, _ = self._pages.fields[number]
                widget.F, widget.P = _PRINTS, page.obj
                self._field(widget, question, state)
        for name, value in ((REQUEST, self._code), (FORM, VERSION)):
            self._hide(name, value)
        fonts = {
            f"/{FONT}": form_font.embedded(self._pdf),
            f"/{SIGNS}": self._pdf.make_indirect(form_font.signs()),
        }
        return Dictionary(
            Fields=Array(self._fields),
            DA=self._look,
            DR=Dictionary(Font=Dictionary(fonts)),
        )

    def _field(self, widget: Object, question: Question, state: str) -> None:
        if not state:
            self._text(widget, question)
            return
        parent = self._parents.get(question.id)
        if parent is None:
            parent = self._parents[question.id] = self._parent(question)
        widget.Parent = parent
        widget.TU = String(self._said(question, state))
        widget.AS = Name.Off
        widget.DA = self._sign
        widget.MK = Dictionary(CA=String("4" if question.multiple else "l"))
        widget.AP = Dictionary(N=Dictionary({f"/{state}": self._on(question), "/Off": self._off}))
        if question.multiple:
            widget.FT, widget.T, widget.V = Name.Btn, String(state), Name.Off
        parent.Kids.append(widget)

    def _parent(self, question: Question) -> Object:
        """The field whose parts can be marked one by one, or are fields of their own."""
        parent = self._pdf.make_indirect(
            Dictionary(T=String(question.id), TU=String(_described(question)), Kids=Array())
        )
        if not question.multiple:
            parent.FT, parent.Ff, parent.V = Name.Btn, _RADIO, Name.Off
        self._fields.append(parent)
        return parent

    def _text(self, widget: Object, question: Question) -> None:
        widget.FT, widget.T = Name.Tx, String(question.id)
        widget.TU = String(_described(question))
        widget.DA = self._look
        widget.MaxLen = question.limit
        if self._pages.lines[question.id] > 1:
            widget.Ff = _MULTILINE
        left, bottom, right, top = map(float, widget.Rect)
        widget.AP = Dictionary(N=self._picture(right - left, top - bottom, b"/Tx BMC EMC"))
        self._fields.append(widget)

    def _hide(self, name: str, value: str) -> None:
        """A field that nobody sees or changes, for whoever reads the form that came back."""
        widget = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array([0, 0, 0, 0]),
                F=_HIDDEN,
                P=self._pdf.pages[0].obj,
                FT=Name.Tx,
                Ff=_READ_ONLY,
                T=String(name),
                TU=String(name),
                V=String(value),
                DA=self._look,
            )
        )
        self._pdf.pages[0].obj.Annots.append(widget)
        self._fields.append(widget)

    def _said(self, question: Question, state: str) -> str:
        """What a screen reader says of one of the places to mark."""
        if question.type is AnswerType.SCALE:
            words = self._words.level.replace("{level}", state)
            told = levels(question).get(state, "")
        else:
            words, told = next(each.label for each in question.options if each.id == state), ""
        return sentences(*map(whole, (question.label, words, told))) or state

    @cached_property
    def _off(self) -> Object:
        return self._picture(SIGN, SIGN, b"q Q")

    def _on(self, question: Question) -> Object:
        return self._tick if question.multiple else self._dot

    @cached_property
    def _dot(self) -> Object:
        """The ring filled in, with a light middle."""
        middle = SIGN / 2
        ring = _circle(middle, RING + 0.5) + "f\n"
        dot = _circle(middle, RING * 0.4) + "f\n"
        drawn = f"{_ink(self._inks.accent)}{ring}{_ink(self._inks.on_accent)}{dot}"
        return self._picture(SIGN, SIGN, drawn.encode("ascii"))

    @cached_property
    def _tick(self) -> Object:
        """The square filled in, with a tick."""
        edge, side = SIGN / 2 - RING, 2 * RING
        stroke = " ".join(f"{part:.3f}" for part in self._inks.on_accent.rgb())
        drawn = (
            f"{_ink(self._inks.accent)}{edge:g} {edge:g} {side:g} {side:g} re f\n"
            f"{stroke} RG 1.6 w 1 J 1 j 4.4 7.3 m 6.7 5 l 10.7 9.8 l S\n"
        )
        return self._picture(SIGN, SIGN, drawn.encode("ascii"))

    def _picture(self, width: float, height: float, drawn: bytes) -> Object:
        return self._pdf.make_stream(
            drawn,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, round(width, 2), round(height, 2)]),
            Resources=Dictionary(),
        )


def _described(question: Question) -> str:
    """What a screen reader says of a field: what is asked, and what helps to answer it.

    A field without a word that can be said is called by its name.
    """
    return sentences(whole(question.label), whole(question.help)) or question.id


def _ink(colour: Color) -> str:
    return " ".join(f"{part:.3f}" for part in colour.rgb()) + " rg\n"


def _circle(middle: float, radius: float) -> str:
    """The outline of a circle around the middle of a square."""
    bend = radius * 0.5523
    low, high = middle - radius, middle + radius
    near, far = middle - bend, middle + bend
    curves = (
        (high, far, far, high, middle, high),
        (near, high, low, far, low, middle),
        (low, near, near, low, middle, low),
        (far, low, high, near, high, middle),
    )
    drawn = [f"{high:.2f} {middle:.2f} m"]
    drawn += [" ".join(f"{each:.2f}" for each in curve) + " c" for curve in curves]
    return "\n".join([*drawn, ""])
