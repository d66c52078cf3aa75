"""The bundled fonts, registered once, each with the characters it can show."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfbase import pdfmetrics

from app.export.fonts import Fonts


def test_every_face_has_its_letters_and_nothing_unseen() -> None:
    fonts = Fonts.load()
    for family in (fonts.writing, fonts.plain, fonts.writing_strong, fonts.plain_medium):
        for face in (family.regular, family.bold, family.italic):
            assert face.characters.issuperset("AZaz09äßñøőΩЖ□…\u2019")
            assert face.characters.isdisjoint("名🎉\u00ad\u200b\u200d")


def test_writing_is_literata_and_the_rest_is_inter() -> None:
    fonts = Fonts.load()
    assert fonts.writing.italic.name == "Literata_400Regular_Italic"
    assert fonts.plain.bold.name == "Inter_600SemiBold"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("✓", "Inter_400Regular"),
        ("名", "noto/NotoSansSC_400Regular"),
        ("か", "noto/NotoSansSC_400Regular"),
        ("한", "noto/NotoSansHangul_400Regular"),
        ("م", "noto/NotoSansArabic_400Regular"),
        ("ﻼ", "noto/NotoSansArabic_400Regular"),
        ("א", "noto/NotoSansHebrew_400Regular"),
        ("Հ", "noto/NotoSansArmenian_400Regular"),
        ("თ", "noto/NotoSansGeorgian_400Regular"),
        ("ꜳ", "noto/NotoSans_400Regular"),
        ("🎉", "noto/NotoEmoji_400Regular"),
        ("♞", "noto/NotoSansSymbols2_400Regular"),
        ("∮", "noto/NotoSansMath_400Regular"),
        ("①", "Inter_400Regular"),
        ("㉿", "noto/NotoSansSC_400Regular"),
    ],
)
def test_every_script_has_a_font_that_stands_in(character: str, name: str) -> None:
    fonts = Fonts.load()
    found = fonts.spare(character, fonts.writing.regular)
    assert found
    assert found.name == name


def test_a_bold_text_has_a_bold_stand_in_or_a_thickened_one() -> None:
    fonts = Fonts.load()
    hebrew, han = (fonts.spare(each, fonts.writing.bold) for each in "א名")
    assert hebrew
    assert (hebrew.name, hebrew.thickened) == ("noto/NotoSansHebrew_600SemiBold", False)
    assert han
    assert (han.name, han.thickened) == ("noto/NotoSansSC_400Regular", True)


@pytest.mark.parametrize("character", ["न", "ก", "ꀀ", "\ue000", "\ud800", "\U000e0041", "﷽"])
def test_what_cannot_be_set_as_it_should_has_no_font(character: str) -> None:
    fonts = Fonts.load()
    assert fonts.spare(character, fonts.writing.regular) is None


def test_a_text_in_english_reads_no_large_font() -> None:
    """The 10 MB of Chinese are read when the first sign asks for them."""
    code = """if True:
        from app.export.pdf import build
        from reportlab.pdfbase import pdfmetrics
        from tests.documents import brief
        build(brief())
        print(sum(name.startswith("noto/") for name in pdfmetrics.getRegisteredFontNames()))
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "0"


def test_a_font_is_registered_once_however_many_load_it() -> None:
    before = pdfmetrics.getFont(Fonts.load().writing.regular.name)
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: Fonts.load(), range(16)))
    assert len({each.writing.regular.name for each in loaded}) == 1
    assert pdfmetrics.getFont(loaded[0].writing.regular.name) is before
