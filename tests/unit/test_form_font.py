"""The font that answers are written with."""

from __future__ import annotations

import pikepdf

from app.export.form_font import FILE, embedded, signs
from app.export.typefaces import typeface


def test_the_font_is_in_the_file_with_the_widths_of_its_letters() -> None:
    with pikepdf.new() as pdf:
        font = embedded(pdf)
        assert font.Encoding == "/WinAnsiEncoding"
        codes = range(int(font.FirstChar), int(font.LastChar) + 1)
        widths = dict(zip(codes, map(int, list(font.Widths)), strict=True))
        data = font.FontDescriptor.FontFile2.read_bytes()
    for letter in "Aé€ß":
        [code] = letter.encode("cp1252")
        assert widths[code] == round(typeface(FILE).advance(letter))
    assert data[:4] == b"\0\1\0\0"
    assert len(data) == 255252


def test_marks_that_are_drawn_anew_have_the_font_that_every_reader_has() -> None:
    assert signs().BaseFont == "/ZapfDingbats"
