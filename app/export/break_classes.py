"""What a character counts as where lines are broken (the Line_Break property of UAX #14).

It follows from the general properties of a character; the lists here have only what does not, of
the scripts that can be printed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LISTED = {
    character: kind
    for kind, characters in {
        "BK": "\n",
        "SP": " ",
        "ZW": "\u200b",
        "WJ": "\u2060\ufeff",
        "GL": "\u00a0\u034f\u035c\u035d\u035e\u035f\u0360\u0361\u0362\u2007\u2011\u202f",
        "BA": "\t|\u00ad\u058a\u05be\u2010\u2012\u2013\u2027\u2056\u2058\u2059\u205a\u205b"
        "\u205d\u205e\u2cfa\u2cfb\u2cfc\u2cff\u2e0e\u2e0f\u2e10\u2e11\u2e12\u2e13\u2e14\u2e15"
        "\u2e17\u2e19\u2e2a\u2e2b\u2e2c\u2e2d\u2e30\u2e31\u2e33\u2e34\u2e3c\u2e3d\u2e3e\u2e40"
        "\u2e41\u2e43\u2e44\u2e45\u2e46\u2e47\u2e48\u2e49\u2e4a\u2e4c\u2e4e\u2e4f\u2e5d\u3000",
        "BB": "\u00b4\u02c8\u02cc\u02df\u1ffd",
        "B2": "\u2014\u2e3a\u2e3b",
        "ZWJ": "\u200d",
        "HY": "-",
        "CL": "\u3001\u3002\ufe11\ufe12\ufe50\ufe52\uff0c\uff0e\uff61\uff64",
        "CP": ")]\u2e56\u2e58\u2e5a\u2e5c",
        "EX": "!?\u05c6\u061b\u061e\u061f\u06d4\u2762\u2763\u2cf9\u2cfe\u2e2e\u2e53\u2e54"
        "\ufe15\ufe16\ufe56\ufe57\uff01\uff1f",
        "NS": "\u203c\u203d\u2047\u2048\u2049\u3005\u301c\u303b\u303c\u309b\u309c\u309d\u309e"
        "\u30a0\u30fb\u30fd\u30fe\ufe13\ufe14\ufe54\ufe55\uff1a\uff1b\uff65\uff9e\uff9f"
        # Small kana and the mark of a long vowel do not begin a line either.
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー\uff67\uff68\uff69\uff6a\uff6b\uff6c"
        "\uff6d\uff6e\uff6f\uff70" + "".join(map(chr, range(0x31F0, 0x3200))),
        "OP": "\u00a1\u00bf\u2e18",
        "QU": "\"'\u275b\u275c\u275d\u275e\u275f\u2760\u2e00\u2e01\u2e06\u2e07\u2e08\u2e0b",
        "IN": "\u2024\u2025\u2026\u22ef\ufe19",
        "IS": ",.:;\u037e\u0589\u060c\u060d\u07f8\u2044\ufe10",
        "SY": "/",
        "PR": "+\\\u00b1\u2116\u2212\u2213",
        "PO": "%\u00a2\u00b0\u0609\u060a\u060b\u066a\u2030\u2031\u2032\u2033\u2034\u2035\u2036"
        "\u2037\u2057\u20a7\u20b6\u20bb\u20be\u20c0\u2103\u2109\ufdfc\ufe6a\uff05\uffe0",
        "CB": "\ufffc",
        "ID": "\u231a\u231b\u23f0\u23f1\u23f2\u23f3",
    }.items()
    for character in characters
}
_BY_CATEGORY = {
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QU",
    "Pf": "QU",
    "Sc": "PR",
    "Nd": "NU",
    "Mn": "CM",
    "Me": "CM",
    "Mc": "CM",
    "Cc": "CM",
    "Cf": "CM",
}
_JAMO = (
    (0x1100, 0x1160, "JL"),
    (0x1160, 0x11A8, "JV"),
    (0x11A8, 0x1200, "JT"),
    (0xA960, 0xA980, "JL"),
    (0xD7B0, 0xD7CB, "JV"),
    (0xD7CB, 0xD800, "JT"),
)
_PICTURES = ((0x1F000, 0x1F0FF), (0x1F300, 0x1F780), (0x1F900, 0x1FB00))
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_SYLLABLES = range(0xAC00, 0xD7A4)
_HEBREW = range(0x5D0, 0x5F3)
_HEBREW_FORMS = range(0xFB1D, 0xFB50)


@lru_cache(maxsize=8192)
def kind(character: str) -> str:
    """The class of a character."""
    listed = _LISTED.get(character)
    if listed:
        return listed
    code, category = ord(character), unicodedata.category(character)
    special = _special(code, character)
    if special:
        return special
    if character.isspace():
        return "BA"
    width = unicodedata.east_asian_width(character)
    if (width in ("F", "W") and category[0] not in "PM" and category != "Sc") or (
        width == "H" and category == "Lo"
    ):
        return "ID"
    return _BY_CATEGORY.get(category, "ID" if width in ("F", "W") else "AL")


def _special(code: int, character: str) -> str:
    """The class of Hangul, Hebrew, flags and pictures."""
    if code in _SYLLABLES:
        return "H3" if (code - _SYLLABLES.start) % 28 else "H2"
    for first, end, name in _JAMO:
        if first <= code < end:
            return name
    if code in _HEBREW or (code in _HEBREW_FORMS and character.isalpha()):
        return "HL"
    if code in _FLAGS:
        return "RI"
    if code in _SKIN_TONES:
        return "EM"
    return "ID" if any(first <= code < end for first, end in _PICTURES) else ""
