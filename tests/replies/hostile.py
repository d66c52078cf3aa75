"""Replies as somebody hostile would send them, or a broken disk: each told by its number."""

from __future__ import annotations

import re
import zlib
from functools import cache
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from app.export.form import build_form
from tests.feedback_papers import OWN, shipped
from tests.fillers import by_pypdf
from tests.reply_forms import ANSWERS, paper, saved, with_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.forms import Asked

MARK: Final = "greenroom-was-here"
"""The name of whatever a hostile file tries to write."""
_NUMBER = re.compile(rb"(?<![\w.])\d{1,6}(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z]{1,12}")
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)
_HUGE: Final = (b"0", b"-1", b"2147483647", b"4294967296", b"99999999999999999999", b"1e308")
_LETTERS: Final = "a\u202e\u0301\ue000\U0001f600א\x00\n"


@cache
def sound() -> tuple[bytes, ...]:
    """Replies that nothing is wrong with: with fields, printed, and made by others."""
    form = build_form(OWN)
    given = {"own-1": "はい。 Так.", "own-2": "4", "consent-choice": "named"}
    blank = paper()
    return (
        with_fields(ANSWERS),
        paper(inked=ANSWERS).data,
        blank.data,
        form.data,
        by_pypdf(form.data, form.places, given),
        build_form(shipped("sbi-form")).data,
        _plain(with_fields(ANSWERS)),
        _plain(form.data),
    )


@cache
def asked() -> tuple[Asked, ...]:
    """The forms that went out."""
    return (paper().asked,)


def _plain(data: bytes) -> bytes:
    """A file in which everything can be seen, so that every byte of it counts."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return saved(
            pdf,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )


def reply(number: int) -> bytes:
    """The hostile reply of this number."""
    random = Random(number)  # noqa: S311 - the same number, the same file
    data = random.choice(sound())
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(WAYS)(data, random)
    return data


def _flipped(data: bytes, random: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 3, 20, 200))):
        spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


def _shortened(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data)) if random.random() < 0.2 else 0
    return b"%PDF-1.7\n"[: 9 * bool(start)] + data[start : random.randrange(len(data) + 1)]


def _spliced(data: bytes, random: Random) -> bytes:
    """Objects of one file in another, in place of its own."""
    other = _OBJECT.findall(random.choice(sound()))
    return _OBJECT.sub(
        lambda found: random.choice(other) if other and random.random() < 0.2 else found[0], data
    )


def _renumbered(data: bytes, random: Random) -> bytes:
    share = random.choice((0.01, 0.1, 0.5))
    return _NUMBER.sub(
        lambda found: random.choice(_HUGE) if random.random() < share else found[0], data
    )


def _renamed(data: bytes, random: Random) -> bytes:
    names = _NAME.findall(data)
    share = random.choice((0.01, 0.1))
    return _NAME.sub(
        lambda found: random.choice(names) if random.random() < share else found[0], data
    )


def _doubled(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    part = data[start : start + random.randrange(1, 2000)]
    return data[:start] + part * random.choice((2, 50)) + data[start:]


def _nested(data: bytes, random: Random) -> bytes:
    deep = random.choice((50, 500, 20_000, 300_000))
    what = random.choice((b"[", b"<<", b"<</A ", b"[/A<</B[", b"("))
    at = random.choice((len(data) // 2, data.rfind(b"/T"), data.find(b"/Kids")))
    return data[:at] + what * deep + data[at:]


def _looping(data: bytes, random: Random) -> bytes:
    """Tables of places that send their reader round in rings."""
    places = (b"0", str(random.randrange(len(data))).encode(), str(data.rfind(b"xref")).encode())
    where = random.choice(places)
    end = b"\ntrailer\n<</Root 1 0 R/Prev " + where + b"/XRefStm " + where + b">>\nstartxref\n"
    return data + end + random.choice((*places, str(len(data)).encode())) + b"\n%%EOF\n"


def _with_pdf(change: Callable[[Pdf, Random], None]) -> Callable[[bytes, Random], bytes]:
    """A change of a file's objects, where it can still be opened; else it stays as it is."""

    def changed(data: bytes, random: Random) -> bytes:
        try:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                change(pdf, random)
                return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, AttributeError):
            return data

    return changed


def _armed(pdf: Pdf, random: Random) -> None:
    actions = (
        Dictionary(S=Name.JavaScript, JS=String(f"this.exportDataObject({{cName: '{MARK}'}})")),
        Dictionary(S=Name.Launch, F=String("/usr/bin/touch"), P=String(MARK)),
        Dictionary(S=Name.Launch, Unix=Dictionary(F=String(f"touch {MARK}"))),
        Dictionary(S=Name.URI, URI=String("http://127.0.0.1:9/")),
        Dictionary(S=Name.SubmitForm, F=String("http://127.0.0.1:9/"), Flags=4),
        Dictionary(S=Name.ImportData, F=String("/etc/passwd")),
        Dictionary(S=Name.GoToR, F=String("/etc/passwd"), D=Array([0, Name.Fit])),
    )
    pdf.Root.OpenAction = random.choice(actions)
    pdf.Root.AA = Dictionary(WC=random.choice(actions), DS=random.choice(actions))
    for page in pdf.pages:
        page.obj.AA = Dictionary(O=random.choice(actions))
        for note in list(page.obj.get("/Annots", [])):
            note.AA = Dictionary(K=random.choice(actions), F=random.choice(actions))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), actions[0]])))


def _laden(pdf: Pdf, random: Random) -> None:
    pdf.attachments[f"../../{MARK}"] = bytes(random.randrange(5000))
    page = pdf.pages[0].obj
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[0, 0, 9, 9]))
    page.Annots = Array([*page.get("/Annots", []), note])
    external = pdf.make_stream(b"", F=String("/etc/passwd"), FFilter=Name.FlateDecode)
    page.Contents = Array([external, *([page.Contents] if "/Contents" in page else [])])


def _exploding(pdf: Pdf, random: Random) -> None:
    """Little that unpacks to very much, once or several times over."""
    much = zlib.compress(bytes(random.choice((10, 80, 150)) * 1_000_000), 9)
    filters = [Name.FlateDecode]
    if random.random() < 0.5:
        much, filters = zlib.compress(much, 9), [Name.FlateDecode, Name.FlateDecode]
    bomb = pdf.make_stream(b"")
    bomb.write(much, filter=Array(filters))
    if random.random() < 0.5:
        pdf.pages[0].obj.Contents = bomb
    else:
        pdf.Root.AcroForm.Fields[0].V = bomb


def _ringed(pdf: Pdf, random: Random) -> None:
    """Trees of fields, pages and objects that hold themselves."""
    # With thousands of them, the saving of such a tree would take longer than its reading.
    fields = list(pdf.Root.AcroForm.Fields)[:50]
    pdf.Root.AcroForm.Fields = Array(fields)
    del pdf.pages[8:]
    one, other = random.choice(fields), random.choice(fields)
    one.Kids = Array([other, one, *fields])
    one.Parent, other.Parent = other, one
    if random.random() < 0.3:
        kids = pdf.Root.Pages.Kids
        kids.append(random.choice((pdf.Root.Pages, one)))
    if random.random() < 0.3:
        page = pdf.pages[0].obj
        form = pdf.make_stream(b"/X Do " * 50, Type=Name.XObject, Subtype=Name.Form)
        form.BBox, form.Resources = Array([0, 0, 500, 500]), Dictionary(XObject=Dictionary(X=form))
        page.Resources = form.Resources
        page.Contents = form


def _wordy(pdf: Pdf, random: Random) -> None:
    """Values and names of any length, in any encoding, with any letters."""
    for field in list(pdf.Root.AcroForm.Fields)[:30]:
        text = "".join(random.choices(_LETTERS, k=random.choice((5, 200, 50_000))))
        raw = text.encode("utf-16-be", "surrogatepass")
        values = (
            String(text.replace("\x00", "")),
            String(b"\xfe\xff" + raw[: -random.choice((1, 2, 3))]),
            String(b"\xfe\xff" + b"\xd8\x00" * random.randrange(500)),
            String(b"\xff\xfe\x00"),
            String(random.randbytes(300)),
            Name("/" + "N" * random.choice((1, 5000))),
            random.choice((True, 10**12, 0.5, Array([String("x")] * 500), Dictionary())),
        )
        field.V = random.choice(values)
        if random.random() < 0.1:
            field.T = random.choice(values[:5])


def _crowded(pdf: Pdf, random: Random) -> None:
    """Many more fields, pages or letters than any form has."""
    if random.random() < 0.4:
        more = [Dictionary(T=String(f"f{at}"), V=String("x")) for at in range(2500)]
        pdf.Root.AcroForm.Fields = Array([*pdf.Root.AcroForm.Fields, *more])
    if random.random() < 0.4:
        pdf.pages.extend([pdf.pages[0]] * random.choice((10, 45)))
    if random.random() < 0.4:
        words = b"BT /F1 9 Tf 60 700 Td " + b"(Request 7KQ2-M0XT-9DPB) Tj " * 1500 + b"ET"
        pdf.pages[0].contents_add(words)
    pdf.pages[0].obj.MediaBox = Array([0, 0, *random.choices((1, 595, 842, 14_400, 10**9), k=2)])


def _encrypted(data: bytes, random: Random) -> bytes:
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            user = random.choice(("", "secret"))
            how = pikepdf.Encryption(owner="owner", user=user, R=random.choice((4, 6)))
            return saved(pdf, encryption=how)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return data


WAYS: Final = (
    _flipped,
    _flipped,
    _shortened,
    _spliced,
    _renumbered,
    _renamed,
    _doubled,
    _nested,
    _looping,
    _encrypted,
    *map(_with_pdf, (_armed, _laden, _exploding, _ringed, _wordy, _crowded)),
)
