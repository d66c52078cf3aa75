"""What the journal's list and editor are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.clock import Moment
from app.content.library import Library
from app.domain.goals import Goal, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import Pack, PackItem
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from app.queries import journal as query
from app.queries.journal import EntryFilter, EntryRow, PackMention, Section, Span, View
from app.vault import Vault
from tests.vaults import NOON, new_vault

DAY = 86_400_000
TODAY = date(2026, 5, 20)
MAY, APRIL = date(2026, 5, 1), date(2026, 4, 1)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault at noon on Wednesday, 20 May 2026."""
    return new_vault(tmp_path / "a.greenroom")


def row(day: date, *, pinned: bool = False, opening: str = "") -> EntryRow:
    return EntryRow(Id("x"), day, 0, "", opening, False, pinned, None, 0, False)


@pytest.mark.parametrize(
    ("day", "section"),
    [
        (date(2026, 5, 25), Section(Span.LATER)),
        (date(2026, 5, 24), Section(Span.THIS_WEEK)),
        (date(2026, 5, 18), Section(Span.THIS_WEEK)),
        (date(2026, 5, 17), Section(Span.LAST_WEEK)),
        (date(2026, 5, 11), Section(Span.LAST_WEEK)),
        (date(2026, 5, 10), Section(Span.EARLIER, MAY)),
        (date(2026, 5, 1), Section(Span.EARLIER, MAY)),
        (date(2026, 4, 30), Section(Span.MONTH, APRIL)),
        (date(2025, 5, 3), Section(Span.MONTH, date(2025, 5, 1))),
    ],
)
def test_an_entry_stands_under_its_week_or_month(day: date, section: Section) -> None:
    assert query.section_of(row(day), TODAY) == section


def test_a_pinned_entry_stands_on_top_whatever_its_day() -> None:
    assert query.section_of(row(date(2020, 1, 1), pinned=True), TODAY) == Section(Span.PINNED)


def test_last_week_may_lie_in_the_month_before() -> None:
    assert query.section_of(row(date(2026, 4, 30)), date(2026, 5, 4)) == Section(Span.LAST_WEEK)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("> What changed?\n\nI *waited*.", "I waited."),
        ("## Today\nA page.\n\n## Tomorrow\nAnother.", "A page. Another."),
        ("> Only a question", "Only a question"),
        ("", ""),
    ],
)
def test_a_snippet_begins_with_what_was_told(opening: str, expected: str) -> None:
    assert row(TODAY, opening=opening).snippet == expected


def test_the_list_has_the_pinned_first_and_pages_the_rest(vault: Vault) -> None:
    for days in range(7):
        draft = EntryDraft(title=str(days), pinned=days == 5)
        journal.add(vault, draft, Moment(NOON.at - days * DAY, NOON.offset))
    first = query.entries(vault.read, EntryFilter(), rows=3)
    assert ([r.title for r in first.rows], first.more) == (["5", "0", "1", "2"], True)
    rest = query.older(vault.read, EntryFilter(), first.rows[-1], 3)
    assert ([r.title for r in rest.rows], rest.more) == (["3", "4", "6"], False)
    again = query.older(vault.read, EntryFilter(), first.rows[0], 1)
    assert [r.title for r in again.rows] == ["0"]


def test_a_row_says_what_the_entry_is_part_of(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="t", body="words", confidence=4, bring=True))
    goal = goals.add_goal(vault, Goal(title="Lead"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    packs.add(vault, Pack(items=(PackItem(Kind.ENTRY, entry.id, ("body",)),)))
    fields = (entry.id, TODAY, NOON.at, "t", "words", True, False, 4, 1, True, NOON.offset)
    expected = EntryRow(*fields)
    assert query.entries(vault.read, EntryFilter()).rows == (expected,)
    assert query.entry_row(vault.read, EntryFilter(View.BRING), entry.id) == expected
    assert query.entry_row(vault.read, EntryFilter(tag="x"), entry.id) is None


def test_each_view_is_counted(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead"))
    entries = [journal.add(vault, EntryDraft(title="t", bring=b)) for b in (True, False, False)]
    journal.link(vault, entries[1].id, Kind.GOAL, goal.id)
    assert query.counts(vault.read) == query.Counts(everything=3, bring=1, evidence=1)
    assert query.count(vault.read, EntryFilter(View.BRING, rated=True)) == 0


def test_an_open_entry_knows_its_goals_and_packs(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="t"))
    other = journal.add(vault, EntryDraft(title="o"))
    goal = goals.add_goal(vault, Goal(title="Lead"))
    stretch = goals.add_stretch(vault, Stretch(title="Speak"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.link(vault, entry.id, Kind.STRETCH, stretch.id)
    packs.add(vault, Pack(title="For Ruth", items=(PackItem(Kind.ENTRY, entry.id, ()),)))
    packs.add(vault, Pack(title="Other", items=(PackItem(Kind.ENTRY, other.id, ()),)))
    opened = query.open_entry(vault.read, Library(), entry.id)
    assert opened is not None
    assert [(t.kind, t.title) for t in opened.targets] == [
        (Kind.GOAL, "Lead"),
        (Kind.STRETCH, "Speak"),
    ]
    assert opened.packs == (PackMention("For Ruth", left=False),)


def test_an_entry_in_the_trash_is_not_opened(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="t"))
    journal.delete(vault, entry.id)
    assert query.open_entry(vault.read, Library(), entry.id) is None
    assert query.open_entry(vault.read, Library(), NO_ID) is None


def test_facets_hold_what_entries_use(vault: Vault) -> None:
    used = goals.add_goal(vault, Goal(title="Used"))
    goals.add_goal(vault, Goal(title="Unused"))
    entry = journal.add(vault, EntryDraft(tags=("zoo", "Ark"), template="grow"))
    journal.link(vault, entry.id, Kind.GOAL, used.id)
    facets = query.facets(vault.read, Library())
    assert facets.tags == ("Ark", "zoo")
    assert facets.templates == ("grow",)
    assert [goal.title for goal in facets.goals] == ["Used"]


def test_more_pinned_ones_than_fit_are_paged_too(vault: Vault) -> None:
    for days in range(5):
        draft = EntryDraft(title=str(days), pinned=days != 3)
        journal.add(vault, draft, Moment(NOON.at - days * DAY, NOON.offset))
    listing = query.entries(vault.read, EntryFilter(), rows=2)
    seen = list(listing.rows)
    while listing.more:
        listing = query.older(vault.read, EntryFilter(), seen[-1], rows=2)
        seen += listing.rows
    assert [row.title for row in seen] == ["0", "1", "2", "4", "3"]
    assert query.count_after(vault.read, TODAY) == 0
    assert query.count_after(vault.read, date(2026, 5, 18)) == 2
