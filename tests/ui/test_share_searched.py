from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.packs import Passage
from app.operations import packs
from tests.sharing_sources import ENTRY, EVIDENCE, GOAL, chosen, source
from ui.share.searched import searched_words

pytestmark = pytest.mark.qt


@pytest.mark.usefixtures("qapp")
def test_what_was_looked_for_is_said_without_its_words() -> None:
    passages = (Passage("I had the number."), Passage("say"), Passage("Page"))
    entry = replace(chosen(ENTRY, "body"), passages=passages)
    goal = chosen(GOAL, "why", evidence=(EVIDENCE,))
    said = searched_words(packs.build(source(goal, entry), None))
    assert "2 passages in Planning day, and where I went quiet" in said
    assert "Evidence behind Write a direction people can repeat" in said
    assert not [line for line in said if EVIDENCE.title in line or "number." in line]
