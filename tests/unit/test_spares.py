"""The fonts that stand in: they ship, may be shared, and are asked for what they have."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from app.export.spares import SPARES
from app.export.typefaces import typeface

FOLDER = Path(str(resources.files("resources"))) / "fonts"
MOST_BYTES = 35_000_000


def test_every_font_has_its_file_and_its_licence() -> None:
    named = {name for spare in SPARES for name in (spare.file, spare.strong) if name}
    assert named == {file.stem for file in (FOLDER / "noto").glob("*.ttf")}
    for name in named:
        licence = FOLDER / "noto" / f"{name.split('_')[0]}-LICENSE-OFL.txt"
        assert "SIL Open Font License" in licence.read_text("utf-8")


def test_the_fonts_do_not_weigh_too_much() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*.ttf")) < MOST_BYTES


def test_a_font_is_asked_for_what_it_has_and_its_bold_has_the_same() -> None:
    for spare in SPARES:
        own = typeface(f"noto/{spare.file}").characters()
        wanted = {each for each in own if spare.may_have(each)}
        assert wanted, spare.file
        if spare.strong:
            assert wanted <= typeface(f"noto/{spare.strong}").characters()


def test_scripts_that_no_line_can_set_are_asked_of_none() -> None:
    for character in "\u0928\u0e01\u0f40\u1000\u1780\u0995\u0b95":
        assert not any(spare.may_have(character) for spare in SPARES)
