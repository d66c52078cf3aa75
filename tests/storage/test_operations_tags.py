"""Tags are renamed, merged and removed everywhere at once, in one step of undo."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.changes import Changes, Op
from app.clock import FixedClock
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.query import parse
from app.domain.records import TitleMissingError, clean_tags
from app.domain.searches import SavedSearch, Sort
from app.domain.templates import OwnTemplate
from app.operations import journal, searches, tags, templates
from app.operations.journal import EntryDraft
from app.operations.trash import restore
from app.queries.search import tally
from app.queries.versions import versions
from app.vault import Vault
from tests.vaults import NOON, new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", FixedClock(NOON))


def entry(vault: Vault, *names: str) -> Id:
    return journal.add(vault, EntryDraft(body="A page.", tags=names)).id


def of(vault: Vault, entry_id: Id) -> tuple[str, ...]:
    found = vault.read.find(Entry, entry_id)
    return found.tags if found else ()


def test_a_tag_is_renamed_whatever_its_case_and_keeps_its_place(vault: Vault) -> None:
    first, second = entry(vault, "ruth", "Release", "daily"), entry(vault, "release")
    other = entry(vault, "releases")
    assert tags.rename(vault, ["release"], "#Release train") == 2
    assert of(vault, first) == ("ruth", "Release-train", "daily")
    assert of(vault, second) == ("Release-train",)
    assert of(vault, other) == ("releases",)
    vault.close()


def test_renaming_to_a_tag_that_exists_merges_them(vault: Vault) -> None:
    both, one = entry(vault, "delegation", "ruth", "Delegating"), entry(vault, "delegating")
    tags.rename(vault, ["delegating", "delegation"], "Delegation")
    assert of(vault, both) == ("Delegation", "ruth")
    assert of(vault, one) == ("Delegation",)
    vault.close()


def test_the_name_is_spelled_one_way_from_then_on(vault: Vault) -> None:
    first, second = entry(vault, "release"), entry(vault, "TRAIN", "ruth")
    tags.rename(vault, ["release"], "Train")
    assert (of(vault, first), of(vault, second)) == (("Train",), ("Train", "ruth"))
    vault.close()


def test_a_tag_is_removed_from_all(vault: Vault) -> None:
    first = entry(vault, "ruth", "release")
    assert tags.remove(vault, "Release") == 1
    assert of(vault, first) == ("ruth",)
    vault.close()


def test_it_is_one_step_of_undo(vault: Vault) -> None:
    ids = [entry(vault, "release", str(number)) for number in range(5)]
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    tags.rename(vault, ["release"], "train")
    assert heard[-1].touched == {(Kind.ENTRY, each) for each in ids}
    assert vault.undo() is Op.RENAME_TAG
    assert [of(vault, each)[0] for each in ids] == ["release"] * 5
    assert vault.redo() is Op.RENAME_TAG
    assert [of(vault, each)[0] for each in ids] == ["train"] * 5
    assert versions(vault.read, ids[0], 0)[0].op is Op.REDO
    vault.close()


def test_what_comes_back_from_the_trash_has_the_new_name(vault: Vault) -> None:
    first = entry(vault, "release")
    journal.delete(vault, first)
    tags.rename(vault, ["release"], "train")
    restore(vault, Kind.ENTRY, first)
    assert of(vault, first) == ("train",)
    vault.close()


def test_templates_and_saved_searches_follow(vault: Vault) -> None:
    template = templates.add(vault, OwnTemplate(name="Friday", tags=("Release",), body="x"))
    saved = searches.save(vault, "Mine", '#release tag:"Release" tag:releases release', Sort.BEST)
    tags.rename(vault, ["release"], "train")
    assert vault.read.get(OwnTemplate, template.id).tags == ("train",)
    query = vault.read.get(SavedSearch, saved.id).query
    assert query == "#train tag:train tag:releases release"
    tags.remove(vault, "train")
    assert vault.read.get(SavedSearch, saved.id).query == query
    vault.close()


def test_a_name_of_nothing_is_refused_and_nothing_changes(vault: Vault) -> None:
    first = entry(vault, "release")
    for name in ("", " # ", ","):
        with pytest.raises(TitleMissingError):
            tags.rename(vault, ["release"], name)
    assert of(vault, first) == ("release",)
    vault.close()


def found(vault: Vault, query: str) -> int:
    told = tally(vault, parse(query))
    assert told is not None
    return told.total


def test_search_finds_the_new_name_and_no_more_the_old_one(vault: Vault) -> None:
    entry(vault, "release")
    assert found(vault, "#release") == 1
    tags.rename(vault, ["release"], "train")
    assert (found(vault, "#release"), found(vault, "#train")) == (0, 1)
    vault.undo()
    assert (found(vault, "#release"), found(vault, "#train")) == (1, 0)
    vault.close()


NAMES = st.sampled_from(["a", "A", "b", "B", "c", "\u00df", "ss", 'q"uote', "\u5f85", "x" * 60])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(NAMES, max_size=4), max_size=5), st.sets(NAMES, max_size=3), NAMES)
def test_every_entry_has_just_the_tags_it_should(
    given_tags: list[list[str]], old: set[str], new: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = new_vault(Path(folder) / "ines.greenroom")
        ids = [entry(vault, *names) for names in given_tags]
        before = [of(vault, each) for each in ids]
        changed = tags.rename(vault, old, new)
        known = {tag.casefold() for tag in (*old, new)}
        for each, had in zip(ids, before, strict=True):
            wanted = clean_tags(tuple(new if t.casefold() in known else t for t in had))
            assert of(vault, each) == wanted
        assert changed == sum(of(vault, each) != b for each, b in zip(ids, before, strict=True))
        if changed:
            vault.undo()
        assert [of(vault, each) for each in ids] == before
        vault.close()


def test_half_a_character_in_a_name_is_kept_as_a_mark(vault: Vault) -> None:
    first = entry(vault, "release")
    tags.rename(vault, ["release"], "tr\ud800ain")
    assert of(vault, first) == ("tr\ufffdain",)
    vault.undo()
    vault.redo()
    assert of(vault, first) == ("tr\ufffdain",)
    vault.close()
