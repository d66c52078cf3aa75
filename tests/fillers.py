"""Fills a form as somebody would who was sent it, by readers that had no part in making it.

    filled = by_pdfium(data, places, {"start": "Tell us sooner", "ease": "4", "seen": ("a", "b")})

`places` are those of the form (`FormPdf.places`). An answer is a text, the state that is marked,
or several states where several can be. `FILLERS` has every way to fill, for `parametrize`:

    @pytest.mark.parametrize("fill", FILLERS)
    def test_it(fill: Filler, tmp_path: Path) -> None: ...

What is not installed is skipped. Each gives the bytes that its reader saved: Poppler and PDFium
what they always write, pypdf a file written anew.
"""

from __future__ import annotations

import ctypes
import json
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

import pypdf
import pypdfium2 as pdfium
import pytest
from pypdf.generic import ArrayObject
from pypdfium2 import raw

from app.domain.forms import Place

Answers: TypeAlias = Mapping[str, str | tuple[str, ...]]
_Desk: TypeAlias = "tuple[pdfium.PdfFormEnv, pdfium.PdfPage]"
Filler: TypeAlias = Callable[[bytes, Iterable[Place], Answers], bytes]

# It says of every letter that its font has not that it draws another one; the field holds it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

SYSTEM_PYTHON: Final = "/usr/bin/python3"
_ASK = "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler"


def _has_poppler() -> bool:
    if not shutil.which(SYSTEM_PYTHON):
        return False
    done = subprocess.run([SYSTEM_PYTHON, "-c", _ASK], capture_output=True, check=False)
    return done.returncode == 0


def wanted(places: Iterable[Place], answers: Answers) -> Iterator[tuple[Place, str | None]]:
    """Each place that has something to do with the answers, with the text that goes there."""
    for place in places:
        answer = answers.get(place.question)
        if answer is None:
            continue
        if not place.state:
            assert isinstance(answer, str)
            yield place, answer
        elif place.state == answer or (isinstance(answer, tuple) and place.state in answer):
            yield place, None


def middle(place: Place) -> tuple[float, float]:
    """Where to click."""
    return (place.left + place.right) / 2, (place.bottom + place.top) / 2


def by_poppler(data: bytes, places: Iterable[Place], answers: Answers) -> bytes:
    """Fill it by Poppler's GLib binding, in a process of its own."""
    jobs = [[place.page, *middle(place), text] for place, text in wanted(places, answers)]
    with tempfile.TemporaryDirectory() as folder:
        form, filled = Path(folder) / "form.pdf", Path(folder) / "filled.pdf"
        form.write_bytes(data)
        script = Path(__file__).with_name("poppler_filler.py")
        done = subprocess.run(
            [SYSTEM_PYTHON, str(script), str(form), str(filled)],
            input=json.dumps(jobs).encode("ascii"),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return filled.read_bytes()


def by_pdfium(data: bytes, places: Iterable[Place], answers: Answers) -> bytes:
    """Fill it by PDFium, with a pointer and a keyboard, as Chromium does."""
    return _with_pdfium(data, places, answers, _type)


def pasted_by_pdfium(data: bytes, places: Iterable[Place], answers: Answers) -> bytes:
    """Fill it by PDFium with texts from the clipboard, which end at the limit of their field."""
    return _with_pdfium(data, places, answers, _paste)


def _with_pdfium(
    data: bytes, places: Iterable[Place], answers: Answers, write: Callable[[_Desk, str], None]
) -> bytes:
    document = pdfium.PdfDocument(data)
    document.init_forms()
    pages = [document[number] for number in range(len(document))]
    for place, text in wanted(places, answers):
        desk = document.formenv, pages[place.page]
        x, y = middle(place)
        raw.FORM_OnMouseMove(*desk, 0, x, y)
        raw.FORM_OnLButtonDown(*desk, 0, x, y)
        raw.FORM_OnLButtonUp(*desk, 0, x, y)
        if text is not None:
            write(desk, text)
        raw.FORM_ForceToKillFocus(document.formenv)
    for page in pages:
        page.close()
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def _type(desk: _Desk, text: str) -> None:
    """Type letter by letter, in the halves in which a keyboard gives the rarer ones."""
    for unit in memoryview(text.replace("\n", "\r").encode("utf-16-le")).cast("H"):
        raw.FORM_OnChar(*desk, unit, 0)


def _paste(desk: _Desk, text: str) -> None:
    raw.FORM_SelectAllText(*desk)
    written = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    raw.FORM_ReplaceSelection(*desk, ctypes.cast(written, raw.FPDF_WIDESTRING))


def flattened(data: bytes) -> bytes:
    """A file whose fields PDFium made part of its pages, as printing to a file does."""
    document = pdfium.PdfDocument(data)
    document.init_forms()
    for page in document:
        raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
        page.close()
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def by_pypdf(data: bytes, places: Iterable[Place], answers: Answers) -> bytes:
    """Fill it by pypdf, which writes the whole file anew."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    multiple = {place.question for place in places} & {
        question for question, answer in answers.items() if isinstance(answer, tuple)
    }
    values: dict[str, str] = {}
    for question, answer in answers.items():
        if question in multiple:
            values |= {f"{question}.{state}": f"/{state}" for state in answer}
        elif isinstance(answer, str):
            marked = any(place.question == question and place.state for place in places)
            values[question] = f"/{answer}" if marked else answer
    for page in writer.pages:
        if page.get("/Annots", ArrayObject()):
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    saved = BytesIO()
    writer.write(saved)
    return saved.getvalue()


FILLERS: Final = (
    pytest.param(
        by_poppler,
        id="Poppler",
        marks=pytest.mark.skipif(not _has_poppler(), reason="Poppler's binding is not installed"),
    ),
    pytest.param(by_pdfium, id="PDFium"),
    pytest.param(by_pypdf, id="pypdf"),
)
