"""Small share packs for tests, made of values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.clock import Moment
from app.domain.cycles import Agreed, Cycle, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience, ExperienceKind
from app.domain.feedback import Feedback
from app.domain.forms import Answer, AnswerType
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import Pack
from app.domain.sessions import Action, ActionState, AgendaItem, Session
from app.sharing.source import Chosen, PackSource, Shareable, fields_of
from tests.vaults import NOON

GOAL = Goal(
    id=Id("goal-id-of-this-test"),
    title="Write a direction people can repeat",
    why="Six teams build on us.",
    alignment="The plan of the whole department",
    measure="who can state our three bets",
    unit="teams",
    baseline=1.0,
    target=5.0,
    due=date(2026, 7, 31),
    obstacle="I hedge when somebody frowns",
    if_when="I notice that I am hedging",
    then_do="I will say the number and stop",
    support="Ruth reads the page before it goes out",
    competencies=("setting-direction",),
    learned="Short sentences travel further",
    state=GoalState.PARTLY_MET,
)
MILESTONES = (
    Milestone(goal=GOAL.id, title="Three bets agreed with Priya", done=date(2026, 3, 27)),
    Milestone(goal=GOAL.id, title="One page in the hands of Johan", due=date(2026, 5, 22)),
)
CHECK_INS = (
    CheckIn(goal=GOAL.id, day=date(2026, 4, 1), value=2, confidence=2, note="Two of them, barely"),
    CheckIn(goal=GOAL.id, day=date(2026, 5, 6), value=3, confidence=4, note="Sana said it unasked"),
)
STRETCH = Stretch(
    id=Id("stretch-id-of-this-test"),
    title="Ask the board for a second person",
    why="One tired person is no plan.",
    commit="Put the request in writing",
    commit_day=date(2026, 5, 6),
    reach="Make the case to the board myself",
    measure="Share of the request granted",
    unit="per cent",
    baseline=0.0,
    target=100.0,
    if_badly="A smaller ask for one week",
)
ENTRY = Entry(
    id=Id("entry-id-of-this-test"),
    title="Planning day, and where I went quiet",
    body="I had the number.\n\nI did not **say** it.",
    day=date(2026, 5, 14),
    at=NOON.at,
    energy=2,
    confidence=3,
    tags=("planning", "quiet"),
)
CYCLE = Cycle(
    id=Id("cycle-id-of-this-test"),
    title="Spring cycle",
    purpose="Leading a team that does not need me in the room.",
    start=date(2026, 3, 2),
    middle=date(2026, 5, 29),
    end=date(2026, 8, 28),
    agreement=(
        Agreed("rhythm", "Every three weeks, 45 minutes"),
        Agreed("off-limits", "My manager's health is not a topic"),
    ),
    outcome="Two releases went out without me.",
)
EXPERIENCE = Experience(
    id=Id("experience-id-of-this-test"),
    title="Two weeks with Customer Support",
    type=ExperienceKind.ROTATION,
    start=date(2026, 6, 1),
    end=date(2026, 6, 12),
    hours=72.5,
    host="The desk on the third floor",
    did="Answered the queue, and sat in on 22 calls.",
    outcome="Support now sees a gap two days ahead.",
    learned="A timetable is a promise to someone",
)
SESSION = Session(
    id=Id("session-id-of-this-test"),
    title="Before the board",
    at=NOON.at,
    minutes=50,
    place="Room 4",
    link="https://meet.example/ruth",
    question="Am I asking for one person too few?",
    prep="I hope that she does not ask about *March*.",
    agenda=(AgendaItem("Where the bets stand", 10), AgendaItem("What I was told")),
    notes="We spoke of the size of the bet.",
).dated(Moment(1_779_458_400_000, 0))
ACTIONS = (
    Action(
        id=Id("action-id-of-this-test"),
        title="Send Johan the one-page bet",
        due=date(2026, 5, 29),
    ),
    Action(
        title="Read the one-page bet",
        mine=False,
        due=date(2026, 5, 22),
        state=ActionState.DONE,
        state_day=date(2026, 5, 20),
    ),
    Action(title="Ask for a room", state=ActionState.DROPPED),
)
GIVER = "Sana Iqbal"
FEEDBACK = Feedback(
    id=Id("feedback-id-of-this-test"),
    name="Start, stop, continue",
    about="How I speak in planning",
    answers=(
        Answer("start", "Start doing", AnswerType.MULTILINE, "Saying the number *first*"),
        Answer("stop", "Stop doing", AnswerType.MULTILINE, "Hedging, as Priya says"),
        Answer("most", "Which matters most?", AnswerType.CHOICE, "The first", chosen=("start",)),
        Answer("ease", "How easy was that?", AnswerType.SCALE, rating=4),
    ),
    note="She is right about Priya.",
)
EVIDENCE = Entry(title="What Dev knew all along", body="I was angry that he let me carry it.")
AGREED = (
    ("How often, how long, on screen or in person", "Every three weeks, 45 minutes"),
    ("Topics either of us would rather leave out", "My manager's health is not a topic"),
)


def chosen(record: Shareable, *fields: str, evidence: tuple[Entry, ...] = ()) -> Chosen:
    """An item with these fields, and with everything that hangs on the goal of these tests."""
    of_goal = record is GOAL
    lived = record.kind is Kind.EXPERIENCE
    return Chosen(
        record=record,
        fields=tuple(name for name in fields_of(record.kind) if name in fields),
        milestones=MILESTONES if of_goal else (),
        check_ins=CHECK_INS if of_goal else (),
        competencies=("Setting direction",) if of_goal or lived else (),
        people=("Priya Raman", "Dafydd Price-Jones") if lived else (),
        evidence=evidence,
        agreed=AGREED if record is CYCLE else (),
    )


def talked(record: Session | Action | Feedback, *fields: str) -> Chosen:
    """A session, an action or feedback with these fields; the other side is Sana."""
    mine = isinstance(record, Session) or (isinstance(record, Action) and record.mine)
    return replace(chosen(record, *fields), people=() if mine else (GIVER,))


def source(*items: Chosen, sample: bool = False) -> PackSource:
    """A pack of these items for Ruth."""
    pack = Pack(
        id=Id("pack-id-of-this-test"),
        title="Mid check-in with Ruth",
        purpose="Our check-in on 29 May",
        note="Push on the size of the bet.",
    )
    return PackSource(
        pack=pack,
        owner="Ines Duarte",
        recipient="Ruth Adeyemi",
        relation=Relation.MENTOR,
        chosen=items,
        others=41,
        now=NOON,
        sample=sample,
    )
