"""The story that the sample vault tells: nine months of one invented mentee.

Every `day` counts from an anchor date: 0 is the anchor, -7 a week before it. References are ids
within the story, or ids of templates, forms and competencies. The monthly pulses are in the file
but not read: Greenroom keeps no such records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.content.story_aims import StoryGoal, StoryStretch


@dataclass(frozen=True, slots=True)
class StoryVault:
    """What the sample vault is called and says about itself; `anchor` names the rule for day 0."""

    id: str
    title: str
    about: str
    notice: str
    day_rule: str
    anchor: Literal["latest-wednesday"]
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """The mentee."""

    id: str
    name: str
    pronouns: str
    role: str
    team: str
    organisation: str
    programme: str
    aim: str
    about: str
    good_to_know: str
    time_budget: str
    focus_competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryCycle:
    """A coaching cycle with one person; `agreement` is by field of the working agreement.

    `entries` are those written for its start, middle and exit.
    """

    id: str
    title: str
    status: Literal["finished", "active"]
    start_day: int
    mid_day: int
    end_day: int
    purpose: str
    person: str
    outcome: str | None
    agreement: Mapping[str, str]
    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StoryPerson:
    """Somebody in the mentee's life at work."""

    id: str
    name: str
    relation: Literal["mentor", "sponsor", "manager", "peer"]
    role: str
    pronouns: str
    since_day: int
    note: str
    can_help: tuple[str, ...]
    strengths: str
    interests: str
    availability: str
    last_spoke_day: int
    safety: int
    safety_note: str


@dataclass(frozen=True, slots=True)
class StoryRating:
    """A rating of one competency, 1 to 5, and the proof of it.

    `recalibrated` says that the one before it was seen wrongly.
    """

    competency: str
    level: int
    evidence: str
    recalibrated: bool = False


@dataclass(frozen=True, slots=True)
class StoryAssessment:
    """Ratings of one day: the mentee's own, or with a `person` that one's."""

    id: str
    day: int
    cycle: str
    label: str
    ratings: tuple[StoryRating, ...]
    person: str = ""


@dataclass(frozen=True, slots=True)
class StorySupport:
    """Something to ask of somebody for a goal or stretch goal."""

    id: str
    goal: str
    person: str
    title: str
    status: Literal["wanted", "asked", "agreed", "declined"]
    competency: str = ""
    day: int | None = None
    feedback: bool = False


@dataclass(frozen=True, slots=True)
class StoryExperience:
    """Something lived through on purpose: shadowing, a rotation, a talk."""

    id: str
    title: str
    type: Literal[
        "shadowing",
        "rotation",
        "cross-functional-project",
        "public-speaking",
        "stretch-assignment",
        "strategic-planning",
        "stakeholder-management",
        "formal-learning",
        "coaching",
    ]
    cycle: str | None
    status: Literal["active", "done"]
    start_day: int
    end_day: int
    people: tuple[str, ...]
    competencies: tuple[str, ...]
    what_i_did: str
    evidence: str
    learned: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryLinks:
    """What an entry is linked to, by id."""

    goals: tuple[str, ...] = ()
    stretch_goals: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    experiences: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A journal entry; `ratings` are by the rating ids of its template."""

    id: str
    day: int
    template: str
    title: str
    tags: tuple[str, ...]
    links: StoryLinks
    body: str
    energy: int | None = None
    confidence: int | None = None
    ratings: Mapping[str, int] = field(default_factory=dict)
    keep_private: bool = False


@dataclass(frozen=True, slots=True)
class PulledFrom:
    """What an item of an agenda was pulled from."""

    type: Literal["entry", "goal", "stretch_goal"]
    id: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A timed item of a session."""

    minutes: int
    title: str
    prompt: str = ""
    pulled: PulledFrom | None = None


@dataclass(frozen=True, slots=True)
class StoryAction:
    """Who owes what to whom, by when."""

    id: str
    text: str
    owner: Literal["me", "them"]
    due_day: int
    status: Literal["done", "open", "dropped"]
    done_day: int | None = None


@dataclass(frozen=True, slots=True)
class StoryDebrief:
    """What the mentee thought of a session, for nobody else; ratings of 1 to 5 by id."""

    ratings: Mapping[str, int]
    answers: str


@dataclass(frozen=True, slots=True)
class StorySession:
    """A session with one person."""

    id: str
    day: int
    template: str
    cycle: str
    status: Literal["done", "planned"]
    person: str
    minutes: int
    place: str
    goals: tuple[str, ...]
    prep: str
    agenda: tuple[AgendaItem, ...]
    actions: tuple[StoryAction, ...]
    question: str = ""
    notes: str | None = None
    debrief: StoryDebrief | None = None


@dataclass(frozen=True, slots=True)
class StoryFeedback:
    """What somebody said: asked for on a day, or of their own accord and typed in.

    `answers` are by the questions of the form: its words, the level of a scale, or the id of an
    option. What is `arrived` waits to be read; `entries` are those that thought about it.
    """

    id: str
    day: int
    asked_day: int | None
    giver: str = field(metadata={"key": "from"})
    form: str
    about: str
    consent: Literal["private", "unnamed", "named"]
    answers: Mapping[str, str | int]
    status: Literal["used", "testing", "set-aside", "arrived"]
    thanked_day: int | None = None
    my_note: str = ""
    entries: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRequest:
    """A form that somebody was asked to fill in and that has not come back yet."""

    id: str
    asked_day: int
    to: str
    form: str
    about: str
    reply_by_day: int
    goal: str


@dataclass(frozen=True, slots=True)
class PackRedaction:
    """A passage that is withheld, in words, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class PackedItem:
    """Something that went into a share pack, and how much of it.

    `withheld` are the words that stay of what is redacted, as the reading view shows them.
    """

    type: Literal["goal", "stretch_goal", "experience", "entry", "feedback", "assessment"]
    id: str
    mode: Literal["full", "summary", "redacted"]
    redactions: tuple[PackRedaction, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOutItem:
    """Something that was thought of and left out of a share pack, and why."""

    type: Literal["goal", "stretch_goal", "experience", "entry", "feedback", "session"]
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class PackPermission:
    """What the giver of a piece of feedback answered when asked whether it may be shared."""

    feedback: str
    asked_day: int
    answer: Literal["unnamed", "named"]


@dataclass(frozen=True, slots=True)
class StoryPack:
    """A share pack that was made for one person."""

    id: str
    day: int
    cycle: str
    to: str
    title: str
    purpose: str
    type: Literal["progress", "cycle", "sponsor"]
    format: Literal["pdf"]
    status: Literal["shared"]
    confirmed: bool
    note_to_reader: str
    included: tuple[PackedItem, ...]
    left_out: tuple[LeftOutItem, ...]
    permissions: tuple[PackPermission, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The whole story, as far as Greenroom keeps such records."""

    vault: StoryVault
    profile: StoryProfile
    cycles: tuple[StoryCycle, ...]
    people: tuple[StoryPerson, ...]
    assessments: tuple[StoryAssessment, ...]
    goals: tuple[StoryGoal, ...]
    stretch_goals: tuple[StoryStretch, ...]
    support: tuple[StorySupport, ...]
    experiences: tuple[StoryExperience, ...]
    entries: tuple[StoryEntry, ...]
    sessions: tuple[StorySession, ...]
    feedback: tuple[StoryFeedback, ...]
    asked: tuple[StoryRequest, ...]
    share_packs: tuple[StoryPack, ...]
