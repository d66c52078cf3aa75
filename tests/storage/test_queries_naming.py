"""Who is named in what leaves, in tags and charts as well."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.charts.seen import ChartChoice
from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.ids import Kind
from app.domain.packs import Pack
from app.operations import journal, people
from app.operations.journal import EntryDraft
from app.queries import packs as queries
from app.queries.naming import people_named
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
THEMES = ChartChoice("themes", NOON.day - timedelta(days=60), NOON.day)


@pytest.mark.parametrize("tag", ["ruth", "Ruth-Adeyemi", "1on1_ruth", "RUTH"])
def test_a_person_is_found_in_tags_however_they_are_spelled(vault: Vault, tag: str) -> None:
    people.add_person(vault, Person(name="Ruth Adeyemi"))
    people.add_person(vault, Person(name="Theo Marsh"))
    entry = journal.add(vault, EntryDraft(title="T", body="The words.", tags=(tag, "theory")))
    found = queries.candidates(vault, LIBRARY)
    (candidate,) = (each for each in found if each.id == entry.id)
    plain = Pack().with_item(candidate.choice(("body",)))
    assert people_named(vault, queries.source(vault, plain, LIBRARY)) == ()
    tagged = Pack().with_item(candidate.choice(("body", "tags")))
    assert people_named(vault, queries.source(vault, tagged, LIBRARY)) == ("Ruth Adeyemi",)


def test_a_person_is_found_in_the_tags_of_a_chart(vault: Vault) -> None:
    people.add_person(vault, Person(name="Ruth Adeyemi"))
    for ago in range(12):
        draft = EntryDraft(body="words", tags=("ruth",))
        journal.add(vault, draft, Moment(NOON.at - ago * 86_400_000, NOON.offset))
    found = queries.candidates(vault, LIBRARY, [THEMES.id])
    (candidate,) = (each for each in found if each.kind is Kind.CHART)
    pack = Pack().with_item(candidate.choice(("chart",)))
    assert people_named(vault, queries.source(vault, pack, LIBRARY)) == ("Ruth Adeyemi",)
