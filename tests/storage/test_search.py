from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.changes import Op
from app.clock import Moment
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.cycles import Cycle, Person
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, Request
from app.domain.forms import Answer, AnswerType
from app.domain.goals import Attempt, CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem
from app.domain.query import Query, parse
from app.domain.searches import Sort
from app.domain.sessions import Action, AgendaItem, Debrief, Session
from app.domain.support import Support
from app.domain.templates import OwnTemplate
from app.operations import (
    actions,
    competencies,
    cycles,
    experiences,
    feedback,
    goals,
    journal,
    packs,
    people,
    sessions,
    trash,
)
from app.operations.journal import EntryDraft
from app.queries import search
from app.storage.asking import Asked, Asker
from app.storage.finding import SEARCHED
from app.vault import Vault
from tests.vaults import NOON

DAY = 24 * 60 * 60_000


def _add(vault: Vault, title: str, body: str = "", days: int = 0, **fields: object) -> Entry:
    draft = replace(EntryDraft(title=title, body=body), **fields)  # type: ignore[arg-type]
    return journal.add(vault, draft, Moment(NOON.at + days * DAY, NOON.offset))


def _titles(vault: Vault, text: str, sort: Sort = Sort.NEWEST) -> list[str]:
    found = search.find(vault, parse(text), sort)
    assert found is not None
    return [hit.title.text for hit in found.hits]


def test_an_entry_is_found_by_its_words_until_it_is_gone(vault: Vault) -> None:
    entry = _add(vault, "The release", "went out")
    assert _titles(vault, "release out") == ["The release"]
    journal.write(vault, entry.id, EntryDraft(title="The launch"))
    assert _titles(vault, "release") == []
    assert _titles(vault, "launch") == ["The launch"]
    vault.undo()
    assert _titles(vault, "release") == ["The release"]
    journal.delete(vault, entry.id)
    assert _titles(vault, "release") == []
    trash.restore(vault, Kind.ENTRY, entry.id)
    assert _titles(vault, "release") == ["The release"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("feedback", ["two", "one"]),
        ("feed", ["two", "one"]),
        ("back", ["two", "one"]),
        ('"feedback"', ["one"]),
        ('"honest feedback from"', ["one"]),
        ("reflexion", ["three"]),
        ("反思", ["three"]),
        ("思", ["three"]),
        ("🌱", ["three"]),
        ("re", ["three"]),
        ("eflex", ["three"]),
        ("one-to-on", ["two"]),
        ("no such word", []),
        ("?!", []),
        ("", []),
    ],
)
def test_words_parts_phrases_and_signs(vault: Vault, text: str, expected: list[str]) -> None:
    _add(vault, "one", "Honest **feedback** from Ruth")
    _add(vault, "two", "feedbacks in a one-to-one", 1)
    _add(vault, "three", "une réflexion 我在反思这个 🌱🌱", 2)
    assert _titles(vault, text) == expected
    tallied = search.tally(vault, parse(text))
    assert tallied is not None
    assert tallied.total == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#Feedback", ["one"]),
        ("tag:tea-time", ["two"]),
        ("is:pinned", ["two"]),
        ("is:bring", ["one"]),
        ("has:image", ["two"]),
        ("before:2026-05-20 in:journal", ["one"]),
        ("after:2026-05-21 in:journal", ["two"]),
        ("on:2026-05-22", ["two"]),
        ("after:2026-05-01 before:2026-05-20 in:jour", ["one"]),
        ("goal:release", ["Delegate the release", "two"]),
        ("goal:release in:journal", ["two"]),
        ("goal:nothing", []),
        ("in:nowhere on:2026-05-22", ["two"]),
    ],
)
def test_filters_narrow(vault: Vault, text: str, expected: list[str]) -> None:
    _add(vault, "one", tags=("feedback",), bring=True)
    two = _add(vault, "two", "![a](image:ab)", 2, tags=("Tea-Time",), pinned=True)
    goal = goals.add_goal(vault, Goal(title="Delegate the release", due=date(2026, 6, 1)))
    journal.link(vault, two.id, Kind.GOAL, goal.id)
    assert _titles(vault, text) == expected


def test_a_person_is_found_where_they_take_part_and_where_they_are_mentioned(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi"))
    packs.add(vault, Pack(title="For the sponsor", recipient=ruth.id))
    _add(vault, "one", "Ruth said so", 1)
    assert set(_titles(vault, "@ruth")) == {"Ruth Adeyemi", "For the sponsor", "one"}


def test_every_kind_is_found(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g", why="findme"))
    stretch = goals.add_stretch(vault, Stretch(title="s", reach="findme"))
    goals.add_milestone(vault, Milestone(goal=goal.id, title="findme"))
    goals.check_in(vault, CheckIn(goal=stretch.id, day=NOON.day, note="findme"))
    days = (NOON.day, NOON.day + timedelta(days=1), NOON.day + timedelta(days=2))
    cycles.add_cycle(vault, Cycle(title="findme", start=days[0], middle=days[1], end=days[2]))
    people.add_person(vault, Person(name="p", role="findme"))
    packs.add(vault, Pack(title="findme", items=(PackItem(Kind.GOAL, goal.id, ()),)))
    with vault.transact(Op.ADD_TEMPLATE) as write:
        write.put(OwnTemplate(name="findme"))
    ratings = (Rating("rowing", "Rowing", 3, note="findme"),)
    competencies.add_competency(vault, OwnCompetency(name="c", anchors=("findme", *[""] * 4)))
    competencies.assess(vault, Assessment(day=NOON.day, ratings=ratings))
    experiences.add_experience(vault, Experience(title="x", learned="findme"))
    experiences.add_attempt(vault, Attempt(goal=stretch.id, title="t", taught="findme"))
    people.add_support(vault, Support(goal=goal.id, title="findme"))
    held = sessions.plan_session(vault, Session(agenda=(AgendaItem("findme"),)))
    sessions.debrief_session(vault, Debrief(session=held.id, next_step="findme"))
    actions.add_action(vault, Action(title="findme"))
    feedback.ask(vault, Request(about="findme"))
    said = Answer("start", "Start", AnswerType.MULTILINE, "findme")
    feedback.add_by_hand(vault, Feedback(answers=(said,)))
    _add(vault, "findme")
    found = search.find(vault, parse("findme"), Sort.BEST)
    tallied = search.tally(vault, parse("findme"))
    assert found is not None
    assert tallied is not None
    assert sorted(hit.kind for hit in found.hits) == sorted(tallied.by_kind)
    assert tallied.total == sum(tallied.by_kind.values()) == len(SEARCHED)
    assert {hit.kind for hit in found.hits} == set(SEARCHED)
    belongs = {hit.kind: (hit.parent, hit.owner_kind) for hit in found.hits if hit.parent}
    assert belongs == {
        Kind.MILESTONE: ("g", Kind.GOAL),
        Kind.SUPPORT: ("g", Kind.GOAL),
        Kind.CHECK_IN: ("s", Kind.STRETCH),
        Kind.ATTEMPT: ("s", Kind.STRETCH),
    }
    assert [hit.kind for hit in found.hits if hit.shared] == [Kind.GOAL]


def test_pages_follow_one_another(vault: Vault) -> None:
    for number in range(7):
        _add(vault, f"number {number}", "findme", number)
    for sort in Sort:
        seen: list[str] = []
        more = True
        while more:
            found = search.find(vault, parse("findme"), sort, after=len(seen), limit=3)
            assert found is not None
            seen += [hit.title.text for hit in found.hits]
            more = found.more
        assert seen == [f"number {number}" for number in range(6, -1, -1)]


def test_the_best_match_comes_first_and_only_the_newest_are_ranked(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RANKED", 3)
    _add(vault, "findme long ago", "", -9)
    for number in range(4):
        title = "findme" if number == 1 else f"number {number}"
        _add(vault, title, "findme " + "and more " * 50, number)
    found = search.find(vault, parse("findme"), Sort.BEST)
    assert found is not None
    assert found.ranked == 3
    titles = [hit.title.text for hit in found.hits]
    assert titles[0] == "findme"
    assert titles[3:] == ["number 0", "findme long ago"]
    newest = search.find(vault, parse("findme"), Sort.NEWEST)
    assert newest is not None
    assert newest.ranked is None


def test_hits_are_lit_in_titles_snippets_and_the_opened_text(vault: Vault) -> None:
    _add(vault, "The Réflexion", "**une reflexion**")
    query = parse("réflexion")
    found = search.find(vault, query, Sort.BEST)
    assert found is not None
    (hit,) = found.hits
    assert [hit.title.text[a:b] for a, b in hit.title.hits] == ["Réflexion"]
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.hits] == ["reflexion"]
    assert search.spans(query, "**une reflexion**") == ((6, 15),)


def test_a_search_under_way_gives_way_to_a_save(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, saved = threading.Event(), threading.Event()
    understand = Asker.understand

    def slowly(asker: Asker, query: Query) -> Asked | None:
        began.set()
        assert saved.wait(30)
        return understand(asker, query)

    _add(vault, "findme")
    with ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(_titles, vault, "findme").result(30) == ["findme"]
        monkeypatch.setattr(Asker, "understand", slowly)
        slow = elsewhere.submit(search.find, vault, parse("findme"), Sort.BEST)
        assert began.wait(30)
        _add(vault, "findme too")
        saved.set()
        assert slow.result(30) is None
        assert len(_titles(vault, "findme")) == 2


def test_a_search_that_was_called_off_has_no_answer(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand = Asker.understand

    def superseded(asker: Asker, query: Query) -> Asked | None:
        vault.hush()
        return understand(asker, query)

    _add(vault, "findme")
    monkeypatch.setattr(Asker, "understand", superseded)
    assert search.find(vault, parse("findme"), Sort.BEST) is None
    assert search.tally(vault, parse("findme")) is None


def test_what_very_many_words_have_is_counted_too(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("leasing", "raising", "closing"):
        _add(vault, word, "leasing")
    goals.add_goal(vault, Goal(title="singing"))
    plainly = search.tally(vault, parse("sing"))
    monkeypatch.setattr(search, "MANY", 1)
    assert search.tally(vault, parse("sing")) == plainly
    assert plainly == search.Tally(4, {Kind.ENTRY: 3, Kind.GOAL: 1})
    assert _titles(vault, "sing", Sort.BEST) == _titles(vault, "sing")
