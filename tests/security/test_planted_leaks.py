"""Whoever smuggles a withheld text into a file: it is found, or the file is not saved."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Stream, String
from reportlab.pdfgen.canvas import Canvas

from app.export.pdf import build
from app.sharing.readback import Place, UnreadableError, Withheld, read_back
from tests.documents import brief
from tests.planting import (
    Change,
    canvas,
    changed,
    finished,
    form,
    helvetica,
    later,
    letters,
    note,
    onto,
    plainly,
    strewn,
)

LINES = (
    "Tomasz thinks about leaving",
    "the firm before the winter",
    "comes, and nobody else may",
    "know of it at all until then",
)
SECRET = " ".join(LINES)
HALF = "Tomasz thinks about leaving the firm"
NOTE = Withheld("note", SECRET)
PART = Withheld("note", HALF)
WHO = Withheld("note", "Tomasz", name=True)
ID = "0197a3c2-5b1e-7c3d-9f00-1a2b3c4d5e6f"
FILLING = "The rest of this page is harmless and may be read by anybody at all."


def found(data: bytes, *withheld: Withheld, passphrase: str | None = None) -> set[str]:
    """Where the texts are, as a person reads it."""
    return {
        str(each).removeprefix("note: ")
        for each in read_back(data, passphrase, withheld or [NOTE]).findings
    }


def flowed(paper: Canvas, lines: tuple[str, ...] = LINES, left: float = 50) -> None:
    for row, line in enumerate(lines):
        paper.drawString(left, 700 - 16 * row, line)


# On the pages


def invisible(paper: Canvas) -> None:
    text = paper.beginText(50, 700)
    text.setTextRenderMode(3)
    text.textLine(HALF)
    paper.drawText(text)


def white(paper: Canvas) -> None:
    paper.setFillColorRGB(1, 1, 1)
    paper.drawString(50, 700, HALF)


def off_the_page(paper: Canvas) -> None:
    paper.drawString(-900, 5000, HALF)


def tiny(paper: Canvas) -> None:
    paper.setFont("Helvetica", 0.01)
    paper.drawString(50, 700, HALF)


def clipped_away(paper: Canvas) -> None:
    path = paper.beginPath()
    path.rect(0, 0, 1, 1)
    paper.clipPath(path, stroke=0)
    paper.drawString(50, 700, HALF)


def behind_a_picture(paper: Canvas) -> None:
    paper.drawString(50, 700, HALF)
    paper.setFillColorRGB(1, 1, 1)
    paper.rect(0, 0, 600, 900, fill=1)


def in_a_form(paper: Canvas) -> None:
    paper.beginForm("looks")
    paper.setFont("Helvetica", 12)
    paper.drawString(50, 700, HALF)
    paper.endForm()
    paper.doForm("looks")


def hyphenated(paper: Canvas) -> None:
    paper.drawString(50, 700, "Tomasz thinks about leav-")
    paper.drawString(50, 684, "ing the firm")


def cut(paper: Canvas) -> None:
    paper.drawString(50, 700, "Tomasz thinks about lea")
    paper.drawString(50, 684, "ving the firm")


def letter_by_letter(paper: Canvas) -> None:
    for x, y, letter in letters([HALF], paper):
        paper.drawString(x, y, letter)


def every_other_letter(paper: Canvas) -> None:
    for odd in (0, 1):
        for index, (x, y, letter) in enumerate(letters(LINES, paper)):
            if index % 2 == odd:
                paper.drawString(x, y, letter)


def lines_upside_down(paper: Canvas) -> None:
    for row in (2, 0, 3, 1):
        paper.drawString(50, 700 - 16 * row, LINES[row])


def words_strewn(paper: Canvas) -> None:
    for odd in (1, 0):
        for row, line in enumerate(LINES):
            left = 50.0
            for index, word in enumerate(line.split()):
                if index % 2 == odd:
                    paper.drawString(left, 700 - 16 * row, word)
                left += paper.stringWidth(f"{word} ", "Helvetica", 12)


def in_two_columns(paper: Canvas) -> None:
    for x, y, letter in letters(LINES[:2], paper):
        paper.drawString(x, y, letter)
    for x, y, letter in letters(LINES[2:], paper, left=320):
        paper.drawString(x, y, letter)


def columns_strewn(paper: Canvas) -> None:
    other = ("This column has been beside", "it for ever, and its words", "may be read")
    strewn(other, 3, left=320)(paper)
    strewn(LINES, 2)(paper)


def turned(paper: Canvas) -> None:
    paper.rotate(90)
    paper.translate(0, -400)
    strewn(LINES, 4)(paper)


def upside_down(paper: Canvas) -> None:
    paper.translate(600, 800)
    paper.rotate(180)
    strewn(LINES, 5, top=600)(paper)


def jumping(paper: Canvas) -> None:
    """One string whose letters jump to and fro on their line."""
    text = "Tomasz leaves the firm"
    order = [*range(1, len(text), 2), *range(0, len(text), 2)]
    starts = [paper.stringWidth(text[:index], "Helvetica", 1) * 1000 for index in range(len(text))]
    at, parts = 0.0, []
    for index in order:
        parts.append(f"{at - starts[index]:.1f} ({text[index]})")
        at = starts[index] + paper.stringWidth(text[index], "Helvetica", 1) * 1000
    paper.addLiteral(f"BT /F1 12 Tf 1 0 0 1 50 700 Tm [{' '.join(parts)}] TJ ET")


@pytest.mark.parametrize(
    "draw",
    [
        flowed,
        invisible,
        white,
        off_the_page,
        tiny,
        clipped_away,
        behind_a_picture,
        in_a_form,
        hyphenated,
        cut,
        letter_by_letter,
        every_other_letter,
        lines_upside_down,
        words_strewn,
        in_two_columns,
        columns_strewn,
        turned,
        upside_down,
        *(strewn(LINES, seed) for seed in range(3)),
    ],
)
def test_on_a_page(draw: Callable[[Canvas], None]) -> None:
    data = canvas(lambda paper: paper.drawString(50, 700, FILLING), draw)
    assert "page 2" in found(data, PART)
    assert found(data, Withheld("note", f"{HALF} for good")) == set()


def test_letters_that_jump_within_their_string() -> None:
    assert "page 1" in found(canvas(jumping), Withheld("note", "Tomasz leaves the firm"))


def test_letters_without_a_size() -> None:
    data = canvas(lambda paper: paper.addLiteral(f"BT /F1 0 Tf 50 700 Td ({HALF}) Tj ET"))
    assert found(data, PART) == {"text that no page shows"}


def test_over_the_foot_of_a_page() -> None:
    def page(*lines: str) -> Callable[[Canvas], None]:
        def draw(paper: Canvas) -> None:
            flowed(paper, ("Growth summary", *lines, "Shared with Ruth", "Page 1 of 3"))

        return draw

    data = canvas(page(FILLING, *LINES[:2]), page(*LINES[2:], FILLING), page(FILLING))
    assert found(data) == {"page 1"}


def test_letters_strewn_over_two_pages() -> None:
    data = canvas(strewn(LINES[:2], 7), strewn(LINES[2:], 8))
    assert found(data) == {"page 1"}


def cropped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].CropBox = Array([0, 0, 10, 10])


def in_a_hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(BaseState=Name.OFF, OFF=Array([layer]))
    )
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(L=layer)
    page.Contents = Stream(pdf, b"/OC /L BDC\n" + page.Contents.read_bytes() + b"\nEMC")


@pytest.mark.parametrize("hide", [cropped, in_a_hidden_layer])
def test_on_a_page_that_does_not_show_it(hide: Change) -> None:
    assert found(changed(hide, canvas(flowed))) == {"page 1"}


@pytest.mark.parametrize("name", ["Tomasz", "Al"])
def test_a_name_strewn_over_a_page(name: str) -> None:
    draw = strewn((f"He said that {name} would go", "and that the rest would stay"), 9)
    assert found(canvas(draw), Withheld("note", name, name=True)) == {"page 1"}
    draw = strewn((f"He said that {name}ish would", "go, and a lot would stay"), 9)
    assert found(canvas(draw), Withheld("note", name, name=True)) == set()


# Beside the pages


def described(pdf: pikepdf.Pdf, **entries: object) -> None:
    element = pdf.Root.StructTreeRoot.K.K[0]
    for key, value in entries.items():
        element[f"/{key}"] = value


def in_a_field(pdf: pikepdf.Pdf, **entries: object) -> None:
    field = note(pdf, Subtype=Name.Widget, FT=Name.Tx, **{"T": String("field"), **entries})
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def attached(pdf: pikepdf.Pdf, name: str, content: bytes, description: str = "") -> None:
    pdf.attachments[name] = AttachedFileSpec(pdf, content, description=description)


def xmp(pdf: pikepdf.Pdf, content: bytes) -> None:
    pdf.Root.Metadata = Stream(pdf, content)
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML


def linked(pdf: pikepdf.Pdf, address: str) -> None:
    action = Dictionary(S=Name.URI, URI=String(address))
    note(pdf, Subtype=Name.Link, A=action)


def scripted(pdf: pikepdf.Pdf, script: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(script))


def bookmarked(pdf: pikepdf.Pdf, title: String) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("x", 0))
    pdf.Root.Outlines.Last.Title = title


def destined(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String(SECRET), Array([pdf.pages[0].obj, Name.Fit])]))
    )


def labelled(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))


def named_field(pdf: pikepdf.Pdf) -> None:
    in_a_field(pdf, T=String(SECRET))


def photographed(pdf: pikepdf.Pdf, remark: bytes) -> None:
    """A photograph with a remark of the camera."""
    picture = Stream(pdf, b"\xff\xd8\xff\xe1\x10\x00Exif\0\0" + remark + b"\xff\xd9")
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    pdf.Root.Odd = pdf.make_indirect(picture)


def glyph_that_says_it_all(pdf: pikepdf.Pdf) -> None:
    words = SECRET.encode("utf-16-be").hex().encode()
    table = b"/CMapName /x def begincmap 1 beginbfchar\n<01> <" + words + b">\nendbfchar endcmap"
    font = helvetica(pdf)
    font.ToUnicode = Stream(pdf, table)
    pdf.Root.Odd = Dictionary(Font=font)


def glyphs_that_say_it(pdf: pikepdf.Pdf) -> None:
    pairs = b"".join(
        b"<%02x> <%s>\n" % (code, f"{ord(sign):04x}".encode())
        for code, sign in enumerate(SECRET.replace(" ", ""), 1)
    )
    font = helvetica(pdf)
    font.ToUnicode = Stream(pdf, b"begincmap 9 beginbfchar\n" + pairs + b"endbfchar endcmap")
    pdf.Root.Odd = Dictionary(Font=font)


def looked_like(pdf: pikepdf.Pdf) -> None:
    note(pdf, Subtype=Name.Stamp, AP=Dictionary(N=form(pdf, SECRET)))


def never_drawn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.XObject = Dictionary(X=form(pdf, SECRET))


def patterned(pdf: pikepdf.Pdf) -> None:
    pattern = form(pdf, SECRET)
    del pattern.Subtype
    pattern.Type, pattern.PatternType, pattern.TilingType = Name.Pattern, 1, 1
    pdf.pages[0].Resources.Pattern = Dictionary(P=pattern)


def written_in_another_font(pdf: pikepdf.Pdf) -> None:
    """A drawing whose codes mean something only by their table."""
    pairs = {sign: code for code, sign in enumerate(dict.fromkeys(SECRET), 0x41)}
    rows = "".join(f"<{code:04x}> <{ord(sign):04x}>\n" for sign, code in pairs.items())
    font = helvetica(pdf)
    font.ToUnicode = Stream(
        pdf,
        b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 9 beginbfchar\n"
        + rows.encode()
        + b"endbfchar endcmap",
    )
    stream = form(pdf, "")
    codes = "".join(f"{pairs[sign]:04x}" for sign in SECRET)
    stream.write(f"BT /Hv 12 Tf <{codes}> Tj ET".encode())
    stream.Resources = Dictionary(Font=Dictionary(Hv=font))
    pdf.Root.Odd = stream


WIDE = SECRET.encode("utf-16-be")
OCTAL = "".join(f"\\{ord(sign):03o}" for sign in SECRET).encode()
MARK = b"/Span <</%s (%s)>> BDC EMC\n"
PLANTED: dict[str, tuple[Change, Place]] = {
    "title": (lambda pdf: pdf.docinfo.update({"/Title": SECRET}), Place.TITLE),
    "author": (lambda pdf: pdf.docinfo.update({"/Author": SECRET}), Place.DETAILS),
    "subject": (lambda pdf: pdf.docinfo.update({"/Odd": String(SECRET)}), Place.DETAILS),
    "utf-16": (lambda pdf: pdf.docinfo.update({"/Odd": String(b"\xfe\xff" + WIDE)}), Place.DETAILS),
    "no mark": (lambda pdf: pdf.docinfo.update({"/Odd": String(WIDE)}), Place.DETAILS),
    "language": (
        lambda pdf: pdf.docinfo.update(
            {"/Odd": String(b"\xfe\xff" + WIDE[:20] + b"\0\x1b\0e\0n\0\x1b" + WIDE[20:])}
        ),
        Place.DETAILS,
    ),
    "xmp": (lambda pdf: xmp(pdf, f"<x>{SECRET}</x>".encode()), Place.DETAILS),
    "xmp utf-16": (lambda pdf: xmp(pdf, f"<x>{SECRET}</x>".encode("utf-16")), Place.DETAILS),
    "xmp in numbers": (
        lambda pdf: xmp(pdf, "".join(f"&#{ord(sign)};" for sign in SECRET).encode()),
        Place.DETAILS,
    ),
    "bookmark": (lambda pdf: bookmarked(pdf, String(SECRET)), Place.BOOKMARK),
    "destination": (destined, Place.BOOKMARK),
    "link": (lambda pdf: linked(pdf, f"https://example.org/{SECRET}"), Place.LINK),
    "link in percents": (
        lambda pdf: linked(
            pdf, "https://example.org/?" + "".join(f"%{ord(sign):02X}" for sign in SECRET)
        ),
        Place.LINK,
    ),
    "link in percents twice": (
        lambda pdf: linked(pdf, "https://example.org/" + SECRET.replace(" ", "%2520")),
        Place.LINK,
    ),
    "link with pluses": (
        lambda pdf: linked(pdf, "https://example.org/?q%3D" + SECRET.replace(" ", "+")),
        Place.LINK,
    ),
    "form value": (lambda pdf: in_a_field(pdf, V=String(SECRET)), Place.FORM),
    "form default": (lambda pdf: in_a_field(pdf, DV=String(SECRET)), Place.FORM),
    "form name": (named_field, Place.FORM),
    "form hint": (lambda pdf: in_a_field(pdf, TU=String(SECRET)), Place.FORM),
    "form choice": (
        lambda pdf: in_a_field(pdf, Opt=Array([Array([String("a"), String(SECRET)])])),
        Place.FORM,
    ),
    "note": (
        lambda pdf: note(pdf, Subtype=Name.Text, Contents=String(SECRET)),
        Place.NOTE,
    ),
    "look of a note": (looked_like, Place.HIDDEN),
    "drawing": (never_drawn, Place.HIDDEN),
    "pattern": (patterned, Place.HIDDEN),
    "another font": (written_in_another_font, Place.HIDDEN),
    "alt": (lambda pdf: described(pdf, Alt=String(SECRET)), Place.READER),
    "actual text": (lambda pdf: described(pdf, ActualText=String(SECRET)), Place.READER),
    "expansion": (lambda pdf: described(pdf, E=String(SECRET)), Place.READER),
    "structure title": (lambda pdf: described(pdf, T=String(SECRET)), Place.READER),
    "structure language": (lambda pdf: described(pdf, Lang=String(SECRET)), Place.READER),
    "mark alt": (onto(0, MARK % (b"Alt", SECRET.encode())), Place.READER),
    "mark actual text": (onto(1, MARK % (b"ActualText", SECRET.encode())), Place.READER),
    "mark utf-16": (onto(0, MARK % (b"E", b"\xfe\xff" + WIDE)), Place.READER),
    "mark octal": (onto(0, MARK % (b"ActualText", OCTAL)), Place.READER),
    "mark hex": (
        onto(0, b"/Span <</ActualText <%s>>> BDC EMC\n" % WIDE.hex().encode()),
        Place.READER,
    ),
    "remark in a stream": (onto(0, b"% " + SECRET.encode() + b"\n"), Place.HIDDEN),
    "string for nothing": (onto(0, b"(" + SECRET.encode() + b") pop\n"), Place.HIDDEN),
    "page label": (labelled, Place.FILE),
    "script": (lambda pdf: scripted(pdf, f"app.alert('{SECRET}')"), Place.SCRIPT),
    "script in numbers": (
        lambda pdf: scripted(pdf, "".join(f"\\u{ord(sign):04x}" for sign in SECRET)),
        Place.SCRIPT,
    ),
    "attachment": (lambda pdf: attached(pdf, "a.txt", SECRET.encode()), Place.ATTACHMENT),
    "attachment utf-16": (
        lambda pdf: attached(pdf, "a.txt", SECRET.encode("utf-16")),
        Place.ATTACHMENT,
    ),
    "attachment name": (lambda pdf: attached(pdf, f"{SECRET}.txt", b"x"), Place.ATTACHMENT),
    "attachment words": (lambda pdf: attached(pdf, "a.txt", b"x", SECRET), Place.ATTACHMENT),
    "photograph": (lambda pdf: photographed(pdf, SECRET.encode()), Place.PICTURE),
    "photograph utf-16": (lambda pdf: photographed(pdf, SECRET.encode("utf-16-le")), Place.PICTURE),
    "glyph": (glyph_that_says_it_all, Place.FONT),
    "glyphs": (glyphs_that_say_it, Place.FONT),
    "name": (lambda pdf: pdf.Root.update({"/Odd": Name("/" + SECRET)}), Place.FILE),
    "key": (lambda pdf: pdf.Root.update({"/" + SECRET: 1}), Place.FILE),
}


@pytest.mark.parametrize("how", PLANTED)
@pytest.mark.parametrize("passphrase", [None, "a long passphrase"])
def test_beside_the_pages(how: str, passphrase: str | None) -> None:
    plant, place = PLANTED[how]
    data = changed(plant, passphrase=passphrase)
    assert found(data, passphrase=passphrase) == {place.value}
    assert found(data, Withheld("note", f"{HALF} for good"), passphrase=passphrase) == set()


def test_a_text_in_pieces_is_put_together() -> None:
    data = changed(lambda pdf: pdf.Root.update({"/Odd": Array([*map(String, SECRET.split())])}))
    assert found(data) == {"elsewhere in the file"}


@pytest.mark.parametrize(
    "plant",
    [
        lambda pdf: linked(pdf, f"greenroom:{ID}"),
        lambda pdf: pdf.Root.update({"/Odd": String(UUID(ID).bytes)}),
        lambda pdf: pdf.Root.update({"/Odd": Name(f"/{UUID(ID).hex}")}),
        lambda pdf: photographed(pdf, UUID(ID).bytes),
        lambda pdf: attached(pdf, f"{ID}.txt", b"x"),
        lambda pdf: xmp(pdf, f"<x>urn:uuid:{ID}</x>".encode()),
    ],
)
def test_a_private_id(plant: Change) -> None:
    assert len(found(changed(plant), Withheld("note", ID))) == 1


# In the file itself


def test_an_object_that_nothing_points_to() -> None:
    data = later(plainly(finished()), f"({SECRET})".encode())
    assert found(data) == {"left over from an earlier version"}
    packed = zlib.compress(f"BT ({SECRET}) Tj ET".encode())
    stream = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    assert found(later(plainly(finished()), stream)) == {"left over from an earlier version"}


def test_an_older_version_of_an_object() -> None:
    """A title that was changed later stands in the file before its end."""
    data = plainly(changed(lambda pdf: pdf.docinfo.update({"/Title": SECRET})))
    with pikepdf.open(BytesIO(data)) as pdf:
        number = pdf.trailer.Info.objgen[0]
    data = later(data, b"<</Title (Harmless)>>", number)
    assert found(data) == {"left over from an earlier version"}


@pytest.mark.parametrize("sign", [b"", b"% "])
def test_what_follows_the_end(sign: bytes) -> None:
    assert found(finished() + sign + SECRET.encode() + b"\n") == {"elsewhere in the file"}


def test_a_remark_between_objects() -> None:
    data = plainly(finished()).replace(b"endobj\n", b"endobj\n% " + SECRET.encode() + b"\n", 1)
    assert found(data) == {"elsewhere in the file"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: later(plainly(data), b"(harmless)"),
        lambda data: data + b"% harmless\n",
        lambda data: data + b"\n\x93\x94 packed in some way",
        lambda data: plainly(data).replace(b"endobj\n", b"endobj\n% harmless\n", 1),
        lambda data: data + data,
    ],
)
def test_what_our_files_never_have_is_not_called_clean(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnreadableError):
        read_back(spoil(finished()), None, [NOTE])


def odd_stream(pdf: pikepdf.Pdf, data: bytes, **entries: object) -> None:
    stream = Stream(pdf, data)
    for key, value in entries.items():
        stream[f"/{key}"] = value
    pdf.Root.Odd = pdf.make_indirect(stream)


@pytest.mark.parametrize(
    "plant",
    [
        lambda pdf: odd_stream(pdf, b"\x80\x0b", Filter=Name.LZWDecode),
        lambda pdf: odd_stream(pdf, b"ab", Filter=Name.RunLengthDecode),
        lambda pdf: odd_stream(
            pdf,
            zlib.compress(b"\x02abc"),
            Filter=Name.FlateDecode,
            DecodeParms=Dictionary(Predictor=12, Columns=3),
        ),
        lambda pdf: attached(pdf, "a.zip", b"PK\x03\x04\x80\x81\x82"),
        lambda pdf: odd_stream(
            pdf, b"BT /None 12 Tf (x) Tj ET", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        ),
    ],
)
def test_what_cannot_be_read_is_not_called_clean(plant: Change) -> None:
    with pytest.raises(UnreadableError):
        read_back(changed(plant), None, [NOTE])


@pytest.mark.parametrize("passphrase", [None, "a long passphrase"])
def test_a_file_of_ours_is_clean(passphrase: str | None) -> None:
    data = build(brief(), passphrase).data
    assert read_back(data, passphrase, [NOTE, PART, WHO, Withheld("id", ID)]).clean
