from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.packs import Passage
from app.operations import packs
from tests.sharing_sources import ENTRY, EVIDENCE, GOAL, SESSION, chosen, source, talked
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


@pytest.mark.usefixtures("qapp")
def test_a_session_without_a_title_is_not_called_an_entry() -> None:
    """It is named as what it is, as are the fields that were left out of it."""
    session = talked(replace(SESSION, title=""), "question")
    said = searched_words(packs.build(source(session), None))
    assert [line for line in said if "entry" in line] == []
    assert any(line.endswith(("in a session", "of a session")) for line in said)
