"""What somebody got last time: to choose it again, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.charts.seen import ChartChoice
from app.clock import FixedClock
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem, Passage
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from app.queries.last_time import Earlier, earlier
from app.queries.packs import Candidate, candidates, source
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()
GOAL = Goal(title="Delegate", why="So that Priya can", support="Ask Ruth")
MINUTE = 60_000
CONFIDENCE = ChartChoice("confidence", NOON.day - timedelta(days=60), NOON.day)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", clock)
    goals.add_goal(vault, GOAL)
    vault_entry = EntryDraft(title="Planning day", body="I went quiet.", energy=2, confidence=3)
    journal.add(vault, vault_entry)
    yield vault
    vault.close()


@pytest.fixture
def ruth(vault: Vault) -> Person:
    return packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)


def every(vault: Vault, *charts: str) -> tuple[Candidate, ...]:
    return candidates(vault, LIBRARY, charts)


def titled(vault: Vault, title: str) -> Candidate:
    return next(each for each in every(vault) if each.title == title)


def sent(vault: Vault, folder: Path, pack: Pack) -> None:
    """Save a PDF of a pack, so that the ledger has its line."""
    kept = packs.add(vault, replace(pack, id=Pack().id))
    built = packs.build(source(vault, kept, LIBRARY), None)
    packs.save(vault, built, folder / f"{kept.id}.pdf")


def again(vault: Vault, person: Person, *charts: str) -> tuple[PackItem, ...]:
    return earlier(vault, person.id).again(every(vault, *charts))


def test_nobody_got_anything_at_first(vault: Vault, ruth: Person) -> None:
    assert earlier(vault, ruth.id) == Earlier({})
    assert again(vault, ruth) == ()
    assert earlier(vault, Id("")) == Earlier({})


def test_the_newest_pdf_is_chosen_again_in_its_order(
    vault: Vault, ruth: Person, tmp_path: Path, clock: FixedClock
) -> None:
    goal, entry = titled(vault, "Delegate"), titled(vault, "Planning day")
    first = Pack(recipient=ruth.id).with_item(goal.choice(("why", "support")))
    sent(vault, tmp_path, first)
    clock.advance(MINUTE)
    second = Pack(recipient=ruth.id).with_item(entry.choice(("body",)))
    sent(vault, tmp_path, second.with_item(goal.choice(("support",))))
    assert again(vault, ruth) == (entry.choice(("body",)), goal.choice(("support",)))


def test_what_is_never_offered_is_not_among_it(vault: Vault, ruth: Person, tmp_path: Path) -> None:
    """They got it because it was ticked by itself, so it is ticked by itself again."""
    for day in range(12):
        at = replace(NOON, at=NOON.at - day * 86_400_000)
        journal.add(vault, EntryDraft(body="w", confidence=3), at)
    entry = titled(vault, "Planning day")
    chart = next(each for each in every(vault, CONFIDENCE.id) if each.id == CONFIDENCE.id)
    pack = Pack(recipient=ruth.id).with_item(chart.choice(("chart",)))
    sent(vault, tmp_path, pack.with_item(entry.choice(("body", "energy", "confidence"))))
    got = earlier(vault, ruth.id)
    assert got.charts == (CONFIDENCE.id,)
    assert [(each.id, each.fields) for each in again(vault, ruth, CONFIDENCE.id)] == [
        (entry.id, ("body",))
    ]


def test_what_has_changed_since_waits_until_it_is_looked_at(
    vault: Vault, ruth: Person, tmp_path: Path, clock: FixedClock
) -> None:
    goal = titled(vault, "Delegate")
    sent(vault, tmp_path, Pack(recipient=ruth.id).with_item(goal.choice(("why", "support"))))
    clock.advance(MINUTE)
    goals.revise_goal(vault, replace(vault.read.get(Goal, GOAL.id), support="Ask Dev"))
    now = titled(vault, "Delegate")
    got = earlier(vault, ruth.id).find(now)
    assert got is not None
    assert got.is_changed(now)
    (item,) = again(vault, ruth)
    assert (now.is_current(item), now.changed(item)) == (False, ("support",))
    assert source(vault, Pack(items=(item,)), LIBRARY).chosen == ()


def test_an_edit_of_what_they_did_not_get_asks_nothing(
    vault: Vault, ruth: Person, tmp_path: Path, clock: FixedClock
) -> None:
    goal = titled(vault, "Delegate")
    sent(vault, tmp_path, Pack(recipient=ruth.id).with_item(goal.choice(("why",))))
    clock.advance(MINUTE)
    goals.revise_goal(vault, replace(vault.read.get(Goal, GOAL.id), support="Ask Dev"))
    now = titled(vault, "Delegate")
    assert again(vault, ruth) == (now.choice(("why",)),)


def test_another_title_is_a_change(
    vault: Vault, ruth: Person, tmp_path: Path, clock: FixedClock
) -> None:
    goal = titled(vault, "Delegate")
    sent(vault, tmp_path, Pack(recipient=ruth.id).with_item(goal.choice(("why",))))
    clock.advance(MINUTE)
    goals.revise_goal(vault, replace(vault.read.get(Goal, GOAL.id), title="Hand over"))
    (item,) = again(vault, ruth)
    assert titled(vault, "Hand over").changed(item) == ("title",)


def test_what_is_gone_is_not_chosen_again(vault: Vault, ruth: Person, tmp_path: Path) -> None:
    goal = titled(vault, "Delegate")
    sent(vault, tmp_path, Pack(recipient=ruth.id).with_item(goal.choice(("why",))))
    goals.delete_goal(vault, GOAL.id)
    assert again(vault, ruth) == ()


def test_another_person_got_something_else(vault: Vault, ruth: Person, tmp_path: Path) -> None:
    theo = packs.add_recipient(vault, "Theo", Relation.SPONSOR)
    sent(vault, tmp_path, Pack(recipient=ruth.id).with_item(titled(vault, "Delegate").choice(())))
    assert earlier(vault, theo.id) == Earlier({})


def test_what_changed_in_a_draft_is_named(vault: Vault, ruth: Person, clock: FixedClock) -> None:
    entry = titled(vault, "Planning day")
    pack = packs.add(vault, Pack(recipient=ruth.id).with_item(entry.choice(("body",))))
    assert entry.changed(pack.items[0]) == ()
    clock.advance(MINUTE)
    journal.write(vault, Id(entry.id), EntryDraft(title="Planning", body="I spoke up."))
    now = titled(vault, "Planning")
    assert now.changed(pack.items[0]) == ("title", "body")
    packs.withhold(vault, pack, now.choice(("body",)), (Passage("I spoke up."),))
    (read,) = (each for each in candidates(vault, LIBRARY, (), ruth.id) if each.kind is Kind.ENTRY)
    assert read.changed(now.choice(("body",))) == ("passages",)
    assert read.changed(PackItem(Kind.ENTRY, entry.id, ("body",))) == ()
