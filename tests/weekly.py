"""A week worth looking back on: two stretch goals to check in on, and what moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.clock import Moment
from app.domain.experiences import Experience, ExperienceKind
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import Kind
from app.operations import experiences, goals, journal
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """What there is: a stretch goal with a plan, one without, and a goal with a milestone."""

    talk: Stretch
    chair: Stretch
    goal: Goal


def fill_week(vault: Vault) -> Week:
    """Fill a vault so that check-in day is today."""
    talk = goals.add_stretch(
        vault,
        Stretch(
            title="Speak about the platform bet",
            start=DAY - 60 * ONE,
            if_when="I think that it is not ready",
            then_do="I show it to Ruth as it is",
        ),
    )
    chair = goals.add_stretch(vault, Stretch(title="Chair the retro", start=DAY - 60 * ONE))
    for weeks, (first, second) in enumerate(((4, 3), (3, 3), (3, 2), (2, 2)), 1):
        for stretch, rating in ((talk, first), (chair, second)):
            day = DAY - (7 * weeks + 1) * ONE
            goals.check_in(vault, CheckIn(goal=stretch.id, day=day, confidence=rating))
    steps = [
        Milestone(title="Tell Sana she owns the 26 May release, alone", due=DAY),
        Milestone(title="Send Johan the one-page platform bet", due=DAY + 2 * ONE),
        Milestone(title="Ask three people what they would cut", done=DAY - ONE),
    ]
    goal = goals.add_goal(vault, Goal(title="Delegate the release train"), steps)
    ended = goals.add_goal(vault, Goal(title="Two mornings for deep work"))
    goals.close_goal(vault, ended.id, GoalState.PARTLY_MET, "One is enough.")
    experiences.add_experience(
        vault,
        Experience(
            title="Shadowed the planning round",
            type=ExperienceKind.SHADOWING,
            start=DAY - 9 * ONE,
            end=DAY - 3 * ONE,
        ),
    )
    for days in (4, 2, 1):
        when = Moment(NOON.at - days * 86_400_000, NOON.offset)
        entry = journal.add(vault, EntryDraft(title=f"What I noticed, {days}"), when)
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    return Week(talk, chair, goal)
