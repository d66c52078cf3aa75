"""What is withheld is found wherever it is in a file; what is not there is not."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.domain.document import Prose
from app.domain.prose import Paragraph, Run
from app.export.pdf import build
from app.sharing.readback import Finding, Place, UnreadableError, Withheld, read_back
from tests.documents import EMPTY, brief, holding, prose

SECRET = "Tomasz thinks about leaving the firm before the winter comes"
NOTE = Withheld("note", SECRET)
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Keywords>{}</pdf:Keywords></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
FILLING = "The rest of it is harmless. " * 7


def findings(data: bytes, *withheld: Withheld, passphrase: str | None = None) -> list[str]:
    return [str(each) for each in read_back(data, passphrase, withheld).findings]


def changed(**places: object) -> bytes:
    """A finished file with something added to it by hand."""
    with pikepdf.open(BytesIO(build(brief()).data)) as pdf:
        for name, value in places.items():
            if name == "xmp":
                pdf.Root.Metadata = pikepdf.Stream(pdf, XMP.format(value).encode())
                pdf.Root.Metadata.Type = pikepdf.Name.Metadata
            elif name == "attachment":
                pdf.attachments["plain.txt"] = pikepdf.AttachedFileSpec(pdf, str(value).encode())
            elif name == "note":
                note = pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Text,
                    Rect=[0, 0, 9, 9],
                    Contents=pikepdf.String(str(value)),
                )
                pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
            else:
                pdf.docinfo[f"/{name}"] = pikepdf.String(str(value))
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("passphrase", [None, "a long passphrase"])
def test_a_clean_file_is_clean(passphrase: str | None) -> None:
    reading = read_back(build(brief(), passphrase).data, passphrase, [NOTE])
    assert reading.clean
    assert len(reading.pages) == 2
    assert "Mid check-in with Ruth" in reading.pages[0]


@pytest.mark.parametrize("passphrase", [None, "ﬁnal"])
def test_a_passage_is_found_across_lines_and_told_by_its_page(passphrase: str | None) -> None:
    document = replace(brief(), colophon=holding(prose(FILLING + SECRET)).sections)
    reading = read_back(build(document, passphrase).data, passphrase, [NOTE])
    assert reading.findings == (Finding("note", Place.PAGE, 2),)
    assert str(reading.findings[0]) == "note: page 2"


@pytest.mark.parametrize(
    ("shown", "withheld"),
    [
        ("thinks about lea\u00adving the firm", "thinks about leaving the firm"),
        ("thinks about lea-\nving the firm", "thinks about leaving the firm"),
        ("thinks about lea\nving the firm", "thinks about leaving the firm"),
        ("thinks about the ﬁrm", "THINKS ABOUT THE FIRM"),
        ("thinks about the firm", "thinks about the ﬁrm"),
        ("the cafe\u0301 by the river", "the café by the river"),
        ("it\u2019s a \u201cplan\u201d we made", 'it\'s a "plan" we made'),
        ("he thinks \N{EN DASH} often", "he thinks - often"),
        ("very happy 🎉 about it all", "very happy 🎉 about it all"),
        ("bold and loud it was", "**bold** and _loud_ it was"),
        ("a well-known\nname", "a well-known name"),
    ],
)
def test_what_layout_does_to_a_text_does_not_hide_it(shown: str, withheld: str) -> None:
    data = build(holding(prose(shown))).data
    assert findings(data, Withheld("text", withheld)) == ["text: page 1"]


def test_words_of_several_looks_are_one_text() -> None:
    line = (Run("Tomasz "), Run("thinks", bold=True), Run(" about lea"), Run("ving", italic=True))
    data = build(holding(Prose((Paragraph(line),)))).data
    assert findings(data, Withheld("text", "Tomasz thinks about leaving")) == ["text: page 1"]


def test_a_passage_is_found_across_pages() -> None:
    texts = [f"Number {n}. {FILLING}" for n in range(60)]
    long = " ".join(f"word{n}" for n in range(2500))
    document = replace(holding(prose(*texts, long)), footer="Shared by Inês", date="21 May")
    data = build(document).data
    reading = read_back(data, None, [Withheld("long", long)])
    assert len(reading.pages) > 3
    assert len(reading.findings) == 1
    assert reading.findings[0].page < len(reading.pages)


@pytest.mark.parametrize("name", ["Ruth", "Al", "Jun", "Ines"])
def test_a_name_counts_as_a_whole_word_only(name: str) -> None:
    harmless = "The truth is also in the lines of the juniors, always."
    assert findings(build(holding(prose(harmless))).data, Withheld("name", name)) == []
    for shown in (f"I asked {name}.", f"{name}\u2019s idea", f"with{name}", f"({name.upper()})"):
        data = build(holding(prose(shown))).data
        assert findings(data, Withheld("name", name)) == ["name: page 1"], shown


def test_words_that_only_meet_are_no_finding() -> None:
    data = build(holding(prose("They are never here; in the red."))).data
    assert findings(data, Withheld("a", "Rene"), Withheld("b", "Therein")) == []


def test_a_text_with_nothing_to_see_is_nowhere() -> None:
    assert findings(build(brief()).data, Withheld("a", ""), Withheld("b", " \u200b\n**")) == []


@pytest.mark.parametrize("passphrase", [None, "locked"])
def test_a_title_is_found_where_the_page_shows_squares(passphrase: str | None) -> None:
    data = build(replace(EMPTY, title="नमस्ते"), passphrase).data
    found = findings(data, Withheld("name", "नमस्ते"), passphrase=passphrase)
    assert found == ["name: title", "name: document details"]


def test_a_bookmark_is_a_place_of_its_own() -> None:
    document = holding(prose("x"))
    section = replace(document.sections[0], title=SECRET)
    data = build(replace(document, sections=(section,))).data
    assert findings(data, NOTE) == ["note: page 1", "note: list of contents"]


def test_a_private_id_in_a_link_is_found() -> None:
    secret = "0197a3c2-5b1e-7c3d-9f00-1a2b3c4d5e6f"
    line = (Run("link", link=f"https://example.org/{secret}"),)
    data = build(holding(Prose((Paragraph(line),)))).data
    assert findings(data, Withheld("id", secret)) == ["id: link"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("xmp", "note: document details"),
        ("Author", "note: document details"),
        ("Custom", "note: document details"),
        ("note", "note: note on a page"),
        ("attachment", "note: attachment"),
        ("Title", "note: title"),
    ],
)
def test_a_text_put_anywhere_else_is_found(place: str, expected: str) -> None:
    assert findings(changed(**{place: SECRET}), NOTE) == [expected]
    assert findings(changed(**{place: "harmless"}), NOTE) == []


def test_a_file_that_cannot_be_opened_is_not_called_clean() -> None:
    with pytest.raises(UnreadableError):
        read_back(b"not a PDF", None, [])
    with pytest.raises(UnreadableError):
        read_back(build(EMPTY, "right").data, "wrong", [])


@pytest.mark.parametrize(
    "text",
    [
        "פגישה קשה number corridor half-way שבוע משרד, צוות 42 מאוחר שאלה?",
        "اجتماع صعب so… half-way قرار ٤٢ أسبوع (42) مكتب، فريق لاحقًا السؤال!",
        "He said שָׁלוֹם חברים טובים and لاحقًا يا أصدقاء with half a smile",
    ],
)
def test_a_text_from_right_to_left_is_found_whatever_stands_in_it(text: str) -> None:
    data = build(holding(prose(f"{text} {text} {text} {text}"))).data
    assert "text: page 1" in findings(data, Withheld("text", text))
    assert findings(data, Withheld("text", f"{text} ואחר כך מאוחר")) == []


def test_words_inside_of_a_right_to_left_line_are_found() -> None:
    data = build(holding(prose("פגישה קשה Bartholomew Quill corridor meeting שבוע משרד"))).data
    for withheld in (
        Withheld("text", "Bartholomew Quill", name=True),
        Withheld("text", "Quill corridor meeting"),
    ):
        assert "text: page 1" in findings(data, withheld)
