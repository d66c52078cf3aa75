"""What a finished PDF says, holds and keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.domain.document import Check, Checklist, PaperSize, Prose, Section, TablePart
from app.domain.prose import (
    CodeBlock,
    Grid,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Run,
)
from app.errors import RuleBrokenError
from app.export import pages
from app.export.failures import BuildError, PassphraseRefusedError
from app.export.pdf import build
from app.export.xmp import packet
from app.prose import parse
from tests.documents import EMPTY, brief, holding, page_texts, prose, words


def opened(data: bytes, passphrase: str = "") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data), password=passphrase)


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every font of every page by its name."""
    found = {}
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            found[str(font.BaseFont)] = font
    return found


def test_the_text_stands_in_reading_order() -> None:
    text = words(build(brief()).data)
    expected = [
        "Growth summary",
        "Mid check-in with Ruth",
        "Inês Duarte",
        "What I would like",
        "Push on the bet.",
        "Write a direction people can repeat",
        "Evidence withheld",
        "Six teams build on us.",
        "3 teams now",
        "1 team",
        "three bets",
        "5 teams",
        "Bets agreed",
        "27 Mar",
        "Say no once a week",
        "since 2 Mar",
        "somebody asks, then I wait.",
        "20 May 2026: 4 of 5.",
        "After session 5",
        "One passage withheld",
        "Send the bet",
        "What is in it",
        "Ask me first.",
        "Made with Greenroom.",
    ]
    places = [text.find(each) for each in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_the_colophon_begins_a_page_and_every_page_has_its_foot() -> None:
    pdf = build(brief())
    texts = page_texts(pdf.data)
    assert pdf.pages == len(texts) == 2
    assert texts[1].startswith("About this PDF")
    for number, text in enumerate(texts, 1):
        assert "Shared by Inês Duarte with Ruth Adeyemi." in text
        assert f"Page {number} of 2" in text


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/etc/passwd">',
        "<b>bold</b> & <i>more",
        "&amp; &lt;b&gt; &#65;",
        '<a href="javascript:alert(1)">x</a>',
        "<para>]]></para>",
        "{page} %s \\(x\\)",
    ],
)
def test_markup_in_a_text_is_text(text: str) -> None:
    for document in (
        holding(prose(text)),
        replace(EMPTY, title=text, overline=text, footer=text, imprint=text),
        holding(TablePart((text, text), ((text, text),)), Checklist((Check(True, text, text),))),
    ):
        data = build(document).data
        assert text in words(data)
        with opened(data) as pdf:
            kinds = {str(each.get("/Subtype")) for each in pdf.objects if _is_stream(each)}
            assert "/Image" not in kinds
            assert not [page for page in pdf.pages if "/Annots" in page]


def _is_stream(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream)


def test_only_web_and_mail_links_become_links() -> None:
    addresses = [
        "https://example.org/a?b=1&c=2",
        "mailto:me@example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "pdf:other.pdf",
        "document:1",
        "#1",
        "https://exa mple.org",
    ]
    line = tuple(Run(f"link{n} ", link=address) for n, address in enumerate(addresses))
    data = build(holding(Prose((Paragraph(line),)))).data
    with opened(data) as pdf:
        uris = [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", [])]
    assert uris == addresses[:2]
    assert all(f"link{n}" in words(data) for n in range(len(addresses)))


def test_a_word_longer_than_a_page_is_broken_and_whole() -> None:
    word = "".join(chr(ord("a") + n % 26) for n in range(3000))
    document = replace(
        EMPTY,
        title=word,
        sections=(
            Section(word, kicker=word, aside=word, badge=word, parts=(prose(word),)),
            Section("", kicker="x", parts=(TablePart((word, "b"), ((word, word),)),)),
        ),
    )
    text = "".join(words(build(document).data).split())
    assert text.count(word) >= 2


def test_every_kind_of_block_is_set() -> None:
    def paragraph(text: str) -> Paragraph:
        return Paragraph((Run(text),))

    blocks = (
        Heading(1, (Run("Great"),)),
        Heading(4, (Run("Small"),)),
        Quotation((paragraph("quoted"),)),
        Listing((ListItem((paragraph("point"),)), ListItem((paragraph("done"),), True))),
        Listing((ListItem((paragraph("ninth"),)),), ordered=True, start=9),
        Listing((ListItem((Quotation((paragraph("deep"),)),)), ListItem(()))),
        CodeBlock("if x:\n    y  = 1"),
        Rule(),
        Grid(((Run("head"),),), (((Run("cell"),),),)),
    )
    text = words(build(holding(Prose(blocks))).data)
    for each in ("Great", "Small", "quoted", "• point", "done", "9. ninth", "deep", "head cell"):
        assert each in text
    assert "if x:" in text
    assert "y = 1" in text.replace("\N{NO-BREAK SPACE}", " ").replace("  ", " ")


def test_empty_sections_and_an_empty_document_are_pages_all_the_same() -> None:
    assert build(EMPTY).pages == 1
    document = replace(EMPTY, sections=(Section(""), Section("", kicker="K"), Section("T")))
    assert "K" in words(build(document).data)


def test_a_hundred_pages_lose_nothing() -> None:
    texts = [f"Paragraph number {n} of many. " + "So it goes on. " * 40 for n in range(900)]
    pdf = build(holding(prose(*texts)))
    text = words(pdf.data)
    assert pdf.pages >= 100
    assert all(f"Paragraph number {n} of many." in text for n in range(900))
    assert text.count("goes") == 900 * 40
    assert f"Page {pdf.pages} of {pdf.pages}" in text


@pytest.mark.parametrize(
    ("paper", "size"), [(PaperSize.A4, (595.276, 841.89)), (PaperSize.LETTER, (612, 792))]
)
def test_the_sheet_is_the_one_asked_for(paper: PaperSize, size: tuple[float, float]) -> None:
    with opened(build(replace(brief(), paper=paper)).data) as pdf:
        for page in pdf.pages:
            assert [float(n) for n in page.MediaBox[2:]] == pytest.approx(size)


def test_the_sample_word_is_on_every_page_and_only_in_samples() -> None:
    texts = page_texts(build(replace(brief(), sample="SAMPLE")).data)
    assert all("SAMPLE" in text for text in texts)
    assert "SAMPLE" not in words(build(brief()).data)


def test_metadata_is_a_title_and_a_language() -> None:
    with opened(build(brief()).data) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Mid check-in with Ruth"}
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.Metadata.read_bytes() == packet("Mid check-in with Ruth", "en")
    raw = build(brief()).data.lower()
    assert b"reportlab" not in raw
    assert b"anonymous" not in raw


def test_the_same_document_gives_the_same_bytes() -> None:
    first, other = build(brief()).data, build(brief()).data
    assert first == other
    assert build(replace(brief(), title="Another")).data != first


def test_fonts_are_embedded_as_subsets_and_no_other_is_named() -> None:
    with opened(build(brief()).data) as pdf:
        fonts = fonts_of(pdf)
        assert len(fonts) >= 4
        for name, font in fonts.items():
            assert name[7:8] == "+", name
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_a_passphrase_locks_with_revision_6_and_opens_it() -> None:
    data = build(brief(), "ﬁne pässphrase").data
    with pytest.raises(pikepdf.PasswordError):
        opened(data)
    with pytest.raises(pikepdf.PasswordError):
        opened(data, "fine passphrase")
    with opened(data, "fine pässphrase") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert dict(pdf.docinfo) == {"/Title": "Mid check-in with Ruth"}
        assert not pdf.owner_password_matched
    assert "Mid check-in" in words(data, "fine pässphrase")
    assert b"Mid check-in" not in data
    assert b"/EncryptMetadata false" not in data


@pytest.mark.parametrize("passphrase", ["", "x" * 101, "ä" * 51, "a\0b", "\ud800"])
def test_a_passphrase_readers_could_refuse_is_refused_first(passphrase: str) -> None:
    with pytest.raises(PassphraseRefusedError) as raised:
        build(brief(), passphrase)
    assert isinstance(raised.value, RuleBrokenError)
    assert raised.value.field == "passphrase"


def test_a_passphrase_of_a_hundred_bytes_opens() -> None:
    passphrase = "ä" * 50
    assert words(build(EMPTY, passphrase).data, passphrase) == "Empty Page 1 of 1"


def test_what_no_font_can_show_is_a_square_and_is_told() -> None:
    pdf = build(holding(prose("Well done ꀀꀁ and नमस्ते, ✓ Ωμέγα Привет")))
    assert "Well done □□ and □□□□, ✓ Ωμέγα Привет" in words(pdf.data)
    assert pdf.unprinted == "".join(sorted("ꀀꀁनमसत"))
    assert build(brief()).unprinted == ""


def test_half_a_character_anywhere_is_a_square() -> None:
    half = "a\ud800b"
    document = replace(EMPTY, title=half, sections=(Section(half, kicker=half),))
    pdf = build(document)
    assert words(pdf.data).startswith("a□b a□b a□b")
    with opened(pdf.data) as file:
        assert dict(file.docinfo) == {"/Title": "a□b"}


def test_a_soft_hyphen_is_not_seen() -> None:
    assert "leaving" in words(build(holding(prose("lea\u00adving"))).data)


def test_a_failure_carries_no_word_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("paragraph: the secret")

    monkeypatch.setattr(pages, "masthead", fail)
    with pytest.raises(BuildError) as raised:
        build(brief())
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    assert raised.value.details == {"kind": "ValueError"}
    assert "secret" not in str(raised.value)


def test_bookmarks_name_the_sections() -> None:
    with opened(build(brief()).data) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root][:2] == [
            "What I would like",
            "Write a direction people can repeat",
        ]


def test_an_image_leaves_its_words_and_nothing_else_of_it() -> None:
    picture = "019e4a00-1111-7222-8333-444455556666"
    blocks = parse(f"Before.\n\n![Lag during the hold](image:{picture})\n\nAfter.")

    data = build(replace(brief(), sections=(Section(title="a", parts=(Prose(blocks),)),))).data

    assert "Before. [Lag during the hold] After." in " ".join(words(data).split())
    assert picture not in words(data)
    with opened(data) as pdf:
        assert not any("/XObject" in page.Resources for page in pdf.pages)
        assert not any(picture in str(thing) for thing in pdf.objects)
