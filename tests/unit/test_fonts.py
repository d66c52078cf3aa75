"""The bundled fonts, registered once, each with the characters it can show."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

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


def test_a_font_is_registered_once_however_many_load_it() -> None:
    before = pdfmetrics.getFont(Fonts.load().writing.regular.name)
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: Fonts.load(), range(16)))
    assert len({each.writing.regular.name for each in loaded}) == 1
    assert pdfmetrics.getFont(loaded[0].writing.regular.name) is before
