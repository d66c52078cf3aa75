"""The fonts that stand in where Literata and Inter have no sign, and for which characters.

Scripts whose letters change shape or place beside each other in ways that no line of ours can set
(Devanagari, Thai and others) are left out: a row of wrong letters is worse than honest squares.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spare:
    """A font, the ranges it is asked for, and its bold weight if it has one.

    Attributes:
        thickens: Without a bold weight its signs are drawn with an edge where they are bold.
    """

    file: str
    ranges: tuple[tuple[int, int], ...]
    strong: str = ""
    thickens: bool = False

    def may_have(self, character: str) -> bool:
        """Whether it is worth asking for a character."""
        code = ord(character)
        return any(first <= code <= last for first, last in self.ranges)


_SYMBOLS = ((0x2000, 0x2BFF), (0x1D000, 0x1D7FF), (0x1F000, 0x1FBFF))

SPARES = (
    Spare(
        "NotoSansHebrew_400Regular",
        ((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
        "NotoSansHebrew_600SemiBold",
    ),
    Spare(
        "NotoSansArabic_400Regular",
        ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
        "NotoSansArabic_600SemiBold",
    ),
    Spare(
        "NotoSansSC_400Regular",
        (
            (0x2E80, 0x9FFF),
            (0xF900, 0xFAFF),
            (0xFE10, 0xFE1F),
            (0xFE30, 0xFE4F),
            (0xFF00, 0xFFEF),
            (0x1F200, 0x1F2FF),
            (0x20000, 0x3FFFF),
        ),
        thickens=True,
    ),
    Spare(
        "NotoSansHangul_400Regular",
        ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
        thickens=True,
    ),
    Spare(
        "NotoSansArmenian_400Regular",
        ((0x530, 0x58F), (0xFB13, 0xFB17)),
        "NotoSansArmenian_600SemiBold",
    ),
    Spare(
        "NotoSansGeorgian_400Regular",
        ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
        "NotoSansGeorgian_600SemiBold",
    ),
    Spare(
        "NotoSans_400Regular",
        (
            (0x20, 0x52F),
            (0x1AB0, 0x1AFF),
            (0x1C80, 0x1C8F),
            (0x1D00, 0x21FF),
            (0x2C60, 0x2C7F),
            (0x2DE0, 0x2E7F),
            (0xA640, 0xA7FF),
            (0xAB30, 0xAB6F),
            (0xFB00, 0xFB06),
            (0xFE20, 0xFE2F),
        ),
        thickens=True,
    ),
    Spare("NotoEmoji_400Regular", _SYMBOLS),
    Spare("NotoSansSymbols_400Regular", _SYMBOLS),
    Spare("NotoSansSymbols2_400Regular", _SYMBOLS),
    Spare("NotoSansMath_400Regular", _SYMBOLS),
    Spare("NotoSansSC_400Regular", ((0x2460, 0x25FF), (0x1F100, 0x1F1FF))),
)
"""In the order they are asked; the last has the enclosed numbers and frames of CJK."""
