"""The story of the sample vault."""

import re
from collections import Counter

import pytest

from app.content.library import Library
from app.content.story import StoryEntry, StoryPack
from app.prose import plain

LEVELS = [1, 2, 3, 4, 5]
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def competencies(library: Library) -> set[str]:
    return {competency.id for competency in library.framework.competencies}


def story_ids(library: Library) -> dict[str, set[str]]:
    """The ids in the story by the names that links and packs use."""
    story = library.story
    return {
        "cycle": {x.id for x in story.cycles},
        "person": {x.id for x in story.people},
        "goal": {x.id for x in story.goals},
        "stretch_goal": {x.id for x in story.stretch_goals},
        "experience": {x.id for x in story.experiences},
        "entry": {x.id for x in story.entries},
        "session": {x.id for x in story.sessions},
        "assessment": {x.id for x in story.assessments},
        "feedback": {x.id for x in story.feedback},
        "request": {x.id for x in story.asked},
    }


def test_ids_of_the_story_are_unique(library: Library) -> None:
    story = library.story
    aims = (*story.goals, *story.stretch_goals)
    ids = [i for known in story_ids(library).values() for i in known]
    ids += [milestone.id for aim in aims for milestone in aim.milestones]
    ids += [action.id for session in story.sessions for action in session.actions]
    ids += [pack.id for pack in story.share_packs]

    assert [i for i, times in Counter(ids).items() if times > 1] == []


def test_references_of_the_story_resolve(library: Library, competencies: set[str]) -> None:
    story, known = library.story, story_ids(library)
    assert {cycle.person for cycle in story.cycles} <= known["person"]
    for aim in (*story.goals, *story.stretch_goals):
        assert aim.cycle in known["cycle"]
        assert set(aim.competencies) <= competencies
        assert aim.template is None or library.goal_templates.find(aim.template)
    aims = known["goal"] | known["stretch_goal"]
    for support in story.support:
        assert support.goal in aims
        assert support.person in known["person"]
        assert not support.competency or support.competency in competencies
    for person in story.people:
        assert set(person.can_help) <= competencies
    for cycle in story.cycles:
        assert set(cycle.entries) <= {"start", "middle", "exit"}
        assert set(cycle.entries.values()) <= known["entry"]
    for assessment in story.assessments:
        assert {assessment.cycle} <= known["cycle"]
        assert not assessment.person or assessment.person in known["person"]
    for attempt in (tried for stretch in story.stretch_goals for tried in stretch.attempts):
        assert not attempt.entry or attempt.entry in known["entry"]
    for experience in story.experiences:
        assert experience.cycle is None or experience.cycle in known["cycle"]
        assert set(experience.people) <= known["person"]
        assert set(experience.competencies) <= competencies
        assert set(experience.entries) <= known["entry"]
    for entry in story.entries:
        assert_links(entry, known)


def test_references_of_its_sessions_and_its_feedback_resolve(library: Library) -> None:
    story, known = library.story, story_ids(library)
    for session in story.sessions:
        assert {session.cycle} <= known["cycle"]
        assert {session.person} <= known["person"]
        assert set(session.goals) <= known["goal"] | known["stretch_goal"]
        for pulled in (item.pulled for item in session.agenda if item.pulled):
            assert pulled.id in known[pulled.type]
    for said in story.feedback:
        assert said.giver in known["person"]
        assert set(said.entries) <= known["entry"]
        assert set(said.goals) <= known["goal"]
    for request in story.asked:
        assert request.to in known["person"]
        assert request.goal in known["goal"] | known["stretch_goal"]


def assert_links(entry: StoryEntry, known: dict[str, set[str]]) -> None:
    links = entry.links
    assert set(links.goals) <= known["goal"]
    assert set(links.stretch_goals) <= known["stretch_goal"]
    assert set(links.sessions) <= known["session"]
    assert set(links.experiences) <= known["experience"]
    assert set(links.feedback) <= known["feedback"]
    assert set(links.people) <= known["person"]


def test_entries_answer_to_their_templates(library: Library) -> None:
    entries = library.story.entries
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
    for entry in entries:
        template = library.templates.find(entry.template)
        assert template is not None
        assert set(entry.ratings) <= {rating.id for rating in template.ratings}
        assert all(rating in LEVELS for rating in entry.ratings.values())
        assert all(KEBAB.fullmatch(tag) for tag in entry.tags)


def test_ratings_in_the_story_run_from_1_to_5(library: Library) -> None:
    story = library.story
    focus = list(story.profile.focus_competencies)
    for assessment in story.assessments:
        rated = [rating.competency for rating in assessment.ratings]
        assert set(rated) <= set(focus)
        assert rated == focus or assessment.person
        assert all(rating.level in LEVELS for rating in assessment.ratings)
    for session in story.sessions:
        assert (session.status == "done") == (session.debrief is not None)
        if session.debrief is not None:
            assert all(rating in LEVELS for rating in session.debrief.ratings.values())


def test_days_of_the_story_lie_in_order_within_it(library: Library) -> None:
    story = library.story
    span = range(story.vault.first_day, story.vault.last_day + 1)
    for cycle in story.cycles:
        assert cycle.start_day < cycle.mid_day < cycle.end_day
        assert {cycle.start_day, cycle.end_day} <= set(span)
        assert (cycle.status == "finished") == (cycle.end_day < 0)
    assert {entry.day for entry in story.entries} <= set(range(span.start, 1))


def test_actions_are_done_after_they_were_agreed(library: Library) -> None:
    for session in library.story.sessions:
        assert sum(item.minutes for item in session.agenda) == session.minutes
        for action in session.actions:
            assert (action.status == "done") == (action.done_day is not None)
            assert action.due_day >= session.day
            assert action.done_day is None or session.day <= action.done_day <= 0


def test_what_is_answered_was_asked_before_and_what_only_arrived_is_used_for_nothing(
    library: Library,
) -> None:
    for said in library.story.feedback:
        assert said.day <= 0
        assert said.asked_day is None or said.asked_day <= said.day
        used = bool(said.goals or said.entries or said.my_note or said.thanked_day)
        assert used == (said.status != "arrived")
    assert {said.status for said in library.story.feedback} > {"arrived"}
    for request in library.story.asked:
        assert request.asked_day < 0
        assert request.asked_day < request.reply_by_day
    waited_for = {request.reply_by_day < 0 for request in library.story.asked}
    assert waited_for == {True, False}


def test_packs_keep_the_rules_of_consent(library: Library) -> None:
    for pack in library.story.share_packs:
        assert_pack(pack, library)


def assert_pack(pack: StoryPack, library: Library) -> None:
    known = story_ids(library)
    private = {entry.id for entry in library.story.entries if entry.keep_private}
    chosen = {item.id for item in pack.included}
    assert pack.to in known["person"]
    assert pack.cycle in known["cycle"]
    assert all(item.id in known[item.type] for item in pack.included)
    assert all(item.id in known[item.type] for item in pack.left_out)
    assert not chosen & private
    assert not chosen & {item.id for item in pack.left_out}
    assert all((item.mode == "redacted") == bool(item.redactions) for item in pack.included)
    answers = {permission.feedback: permission for permission in pack.permissions}
    for item in pack.included:
        if item.type == "feedback":
            assert answers[item.id].asked_day <= pack.day
            assert answers[item.id].answer == "named" or item.mode == "redacted"


def test_what_is_withheld_stands_in_its_item_word_for_word(library: Library) -> None:
    bodies = {entry.id: one_line(plain(entry.body)) for entry in library.story.entries}
    for given in library.story.feedback:
        bodies[given.id] = one_line(" ".join(map(str, given.answers.values())))
    withheld = [
        (item.id, words)
        for pack in library.story.share_packs
        for item in pack.included
        for words in item.withheld
    ]
    assert {item_id for item_id, _ in withheld} == {
        item.id
        for pack in library.story.share_packs
        for item in pack.included
        if item.redactions and (item.type == "entry" or item.withheld)
    }
    for item_id, words in withheld:
        assert one_line(words) in bodies[item_id]


def one_line(text: str) -> str:
    return " ".join(text.split())
