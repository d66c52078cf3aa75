"""Make the bundled font of Hangul from the whole Noto Sans KR (needs fonttools).

Noto Sans SC, which is bundled too, has everything else of Noto Sans KR. Usage:

    python packaging/subset_hangul.py NotoSansKR_400Regular.ttf
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

TARGET = (
    Path(__file__).parents[1] / "resources" / "fonts" / "noto" / "NotoSansHangul_400Regular.ttf"
)
HANGUL = [(0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC)]


def main(source: str) -> None:
    """Keep the syllables and letters, and of the tables only what a PDF can use."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    font = load_font(source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in HANGUL for c in range(first, last + 1)])
    subsetter.subset(font)
    save_font(font, str(TARGET), options)


if __name__ == "__main__":
    main(sys.argv[1])
