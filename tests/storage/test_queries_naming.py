"""Who is named in what leaves, in tags and charts as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.charts.seen import ChartChoice
from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.ids import Kind
from app.domain.packs import Pack, Passage
from app.operations import journal, packs, people
from app.operations.journal import EntryDraft
from app.queries import packs as queries
from app.queries.naming import people_named, unnamed_in
from app.sharing.source import PackSource
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
THEMES = ChartChoice("themes", NOON.day - timedelta(days=60), NOON.day)


def named(vault: Vault, made: PackSource) -> list[str]:
    return [each.person.name for each in people_named(vault, made)]


@pytest.mark.parametrize("tag", ["ruth", "Ruth-Adeyemi", "1on1_ruth", "RUTH"])
def test_a_person_is_found_in_tags_however_they_are_spelled(vault: Vault, tag: str) -> None:
    people.add_person(vault, Person(name="Ruth Adeyemi"))
    people.add_person(vault, Person(name="Theo Marsh"))
    entry = journal.add(vault, EntryDraft(title="T", body="The words.", tags=(tag, "theory")))
    found = queries.candidates(vault, LIBRARY)
    (candidate,) = (each for each in found if each.id == entry.id)
    plain = Pack().with_item(candidate.choice(("body",)))
    assert named(vault, queries.source(vault, plain, LIBRARY)) == []
    tagged = Pack().with_item(candidate.choice(("body", "tags")))
    assert named(vault, queries.source(vault, tagged, LIBRARY)) == ["Ruth Adeyemi"]


def test_a_person_is_found_in_the_tags_of_a_chart(vault: Vault) -> None:
    people.add_person(vault, Person(name="Ruth Adeyemi"))
    for ago in range(12):
        draft = EntryDraft(body="words", tags=("ruth",))
        journal.add(vault, draft, Moment(NOON.at - ago * 86_400_000, NOON.offset))
    found = queries.candidates(vault, LIBRARY, [THEMES.id])
    (candidate,) = (each for each in found if each.kind is Kind.CHART)
    pack = Pack().with_item(candidate.choice(("chart",)))
    assert named(vault, queries.source(vault, pack, LIBRARY)) == ["Ruth Adeyemi"]


def test_a_mention_says_where_it_is_and_what_stands_around_it(vault: Vault) -> None:
    priya = people.add_person(vault, Person(name="Priya Nair"))
    body = "It took me until the corridor, long after lunch, to tell Priya, who asked me why."
    entry = journal.add(vault, EntryDraft(title="For Priya Nair", body=body))
    (candidate,) = queries.candidates(vault, LIBRARY)
    pack = Pack(purpose="So that Priya knows").with_item(candidate.choice(("body",)))
    (found,) = people_named(vault, queries.source(vault, pack, LIBRARY))
    assert found.person == priya
    assert [(each.item, each.field) for each in found.mentions] == [
        ("", "purpose"),
        (entry.id, "title"),
        (entry.id, "body"),
    ]
    assert found.mentions[2].words == "… long after lunch, to tell Priya, who asked me why."


def test_nobody_is_named_in_a_passage_that_is_withheld(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    dev = people.add_person(vault, Person(name="Dev"))
    journal.add(vault, EntryDraft(title="T", body="I was angry with Dev. I said it."))
    (candidate,) = queries.candidates(vault, LIBRARY)
    pack = packs.add(vault, Pack(recipient=ruth.id).with_item(candidate.choice(("body",))))
    assert named(vault, queries.source(vault, pack, LIBRARY)) == ["Dev"]
    withheld = Passage("I was angry with Dev.")
    item = replace(candidate.whole, passages=(withheld,))
    chosen = queries.Candidate(item).choice(("body",))
    pack = packs.withhold(vault, pack, chosen, (withheld,))
    source = queries.source(vault, pack, LIBRARY)
    assert len(source.chosen) == 1
    assert named(vault, source) == []
    unnamed = replace(pack, unnamed=(dev.id,))
    assert unnamed_in(queries.source(vault, unnamed, LIBRARY)) == {}


def test_names_that_are_replaced_are_counted_for_each_item(vault: Vault) -> None:
    dev, sana = (people.add_person(vault, Person(name=name)) for name in ("Dev", "Sana Iqbal"))
    first = journal.add(vault, EntryDraft(title="Dev and Sana", body="Dev knew."))
    journal.add(vault, EntryDraft(title="Sana", body="Nothing."))
    pack = Pack(unnamed=(dev.id,))
    for each in queries.candidates(vault, LIBRARY):
        pack = pack.with_item(each.choice(("body",)))
    source = queries.source(vault, pack, LIBRARY)
    assert unnamed_in(source) == {first.id: 1}
    both = queries.source(vault, replace(pack, unnamed=(dev.id, sana.id)), LIBRARY)
    assert unnamed_in(both)[first.id] == 2
    assert sum(unnamed_in(both).values()) == 3
