from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.entries import Entry
from app.domain.ids import Kind
from app.domain.records import TitleMissingError
from app.domain.templates import OwnTemplate
from app.errors import NotFoundError
from app.operations import journal, templates, trash
from app.vault import Vault


def test_a_template_is_made_changed_and_deleted_and_each_can_be_taken_back(vault: Vault) -> None:
    made = templates.add(vault, OwnTemplate(name=" Friday ", tags=("#week",), body="## Look"))
    assert (made.name, made.tags) == ("Friday", ("week",))
    templates.revise(vault, replace(made, name="Friday look"))
    assert vault.read.get(OwnTemplate, made.id).name == "Friday look"
    templates.delete(vault, made.id)
    assert vault.read.all(OwnTemplate) == []
    vault.undo()
    vault.undo()
    assert vault.read.get(OwnTemplate, made.id) == made
    vault.undo()
    assert vault.read.find(OwnTemplate, made.id) is None


def test_a_template_without_a_name_is_refused(vault: Vault) -> None:
    with pytest.raises(TitleMissingError):
        templates.add(vault, OwnTemplate(body="x"))
    assert vault.read.all(OwnTemplate) == []


def test_a_deleted_template_comes_back_and_cannot_be_changed_meanwhile(vault: Vault) -> None:
    made = templates.add(vault, OwnTemplate(name="Friday"))
    templates.delete(vault, made.id)
    with pytest.raises(NotFoundError):
        templates.revise(vault, made)
    trash.restore(vault, Kind.TEMPLATE, made.id)
    assert vault.read.get(OwnTemplate, made.id).name == "Friday"


def test_an_entry_keeps_its_text_when_its_template_goes(vault: Vault) -> None:
    made = templates.add(vault, OwnTemplate(name="Friday"))
    entry = journal.add(vault, journal.EntryDraft(body="## Look\nfine", template=made.id))
    templates.delete(vault, made.id)
    assert vault.read.get(Entry, entry.id) == entry
