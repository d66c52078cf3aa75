"""The tags of a vault, upper and lower case as one."""

from __future__ import annotations

from pathlib import Path

from app.domain.templates import OwnTemplate
from app.operations import journal, templates
from app.operations.journal import EntryDraft
from app.queries.tags import TagRow, tags
from tests.vaults import new_vault


def test_tags_stand_by_the_alphabet_spelled_as_most_spell_them(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "ines.greenroom")
    for names in (("Release", "ruth"), ("release",), ("release", "Zen")):
        journal.add(vault, EntryDraft(body="x", tags=names))
    templates.add(vault, OwnTemplate(name="Friday", tags=("RELEASE", "friday"), body="x"))
    assert tags(vault.read) == [
        TagRow("friday", 0, 1, 1),
        TagRow("release", 3, 1, 3),
        TagRow("ruth", 1, 0, 1),
        TagRow("Zen", 1, 0, 1),
    ]
    vault.close()
