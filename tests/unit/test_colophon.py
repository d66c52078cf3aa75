from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.document import Prose, TablePart
from app.domain.prose import Paragraph
from app.sharing.compose import compose
from app.sharing.source import PackSource
from tests.sharing_sources import ENTRY, EVIDENCE, GOAL, STRETCH, chosen, source

FULL = source(chosen(GOAL, evidence=(EVIDENCE,)), chosen(STRETCH, "why"), chosen(ENTRY, "body"))


def colophon(pack: PackSource) -> dict[str, str]:
    """The texts of the last page by their headings."""
    found = {}
    for section in compose(pack).colophon:
        for part in section.parts:
            if isinstance(part, Prose) and isinstance(part.blocks[0], Paragraph):
                found[section.kicker] = part.blocks[0].line[0].text
    return found


def test_the_last_page_says_what_is_in_it_and_what_is_not() -> None:
    texts = colophon(FULL)
    assert texts["About this PDF"] == (
        "Ines Duarte chose these three items for Ruth Adeyemi, for one purpose: "
        "Our check-in on 29 May."
    )
    assert texts["Withheld"].startswith("One detail: the evidence behind one item. It was")
    assert texts["Left out"] == (
        "Everything else in the vault, with all ratings of energy and confidence and all tags."
    )
    table = compose(FULL).colophon[1].parts[0]
    assert isinstance(table, TablePart)
    assert table.rows[0] == (GOAL.title, "Goal, without its evidence")
    assert table.rows[2] == (ENTRY.title, "14 May 2026")


def test_it_never_claims_to_leave_out_what_is_in_it() -> None:
    assert colophon(source(chosen(ENTRY, "confidence")))["Left out"].endswith(
        "with all ratings of energy and all tags."
    )
    everything = source(chosen(ENTRY, "energy", "confidence", "tags"))
    assert colophon(everything)["Left out"] == "Everything else in the vault."


def test_an_empty_pack_says_so() -> None:
    assert colophon(source())["About this PDF"] == "Nothing is included yet."


def test_the_day_to_delete_it_by_is_named() -> None:
    dated = replace(FULL, pack=replace(FULL.pack, until=date(2026, 6, 30)))
    assert colophon(dated)["Please"].endswith(
        "and by 30 June 2026 at the latest, please delete it."
    )
    assert colophon(FULL)["Please"].endswith("please delete it.")
    assert "at the latest" not in colophon(FULL)["Please"]
