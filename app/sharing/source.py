"""What a PDF is made from: the chosen records, and no other, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from zlib import crc32

from app.clock import Moment
from app.domain.cycles import Cycle, Relation
from app.domain.document import Figure
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.images import Image
from app.domain.packs import FIELDS, Pack, Passage
from app.domain.sessions import Action, Session
from app.sharing.charts import SharedChart

Shareable: TypeAlias = (
    Cycle | Entry | Experience | Goal | Stretch | Session | Action | Feedback | SharedChart
)
"""What can be put into a share pack."""

KINDS: Final = (
    Kind.SESSION,
    Kind.ACTION,
    Kind.CYCLE,
    Kind.GOAL,
    Kind.STRETCH,
    Kind.EXPERIENCE,
    Kind.FEEDBACK,
    Kind.ENTRY,
    Kind.CHART,
)
"""The kinds of item there are to share, in the order they stand on paper."""

_BY_CHECK_INS: Final = frozenset({"measure", "check_ins", "confidence"})
_BY_NAMES: Final = frozenset({"people", "who", "giver"})


@dataclass(frozen=True, slots=True)
class Near:
    """A record near an item that never leaves with it, and what it says.

    It is here only so that the finished file can be searched for it.
    """

    id: Id
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record with what hangs on it, and the fields of it that leave.

    `evidence` are the entries linked to it that were not chosen themselves: they are here only
    so that the finished file can be searched for them. `competencies` and `people` are names, and
    `named` tells of changes to those of competencies (see `stamp`); `agreed` is what a cycle's
    agreement says, each point after its label. `passages` are withheld from the recipient. `images`
    are those that an entry names, as far as the vault has them; their bytes are not here. `near` is
    what else hangs on it and stays: the debrief of a session, what was pulled onto its agenda, and
    feedback that is evidence.
    """

    record: Shareable
    fields: tuple[str, ...]
    milestones: tuple[Milestone, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    competencies: tuple[str, ...] = ()
    evidence: tuple[Entry, ...] = ()
    agreed: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    named: int = 0
    passages: tuple[Passage, ...] = ()
    images: tuple[Image, ...] = ()
    near: tuple[Near, ...] = ()

    @property
    def id(self) -> Id:
        """The record's id."""
        return self.record.id

    @property
    def kind(self) -> Kind:
        """The record's kind."""
        return self.record.kind

    @property
    def stamp(self) -> int:
        """Which version of what the chosen fields show it is (see `stamp`)."""
        return stamp(
            self.record,
            self.fields,
            self.milestones,
            self.check_ins,
            self.named,
            people=self.people,
            passages=self.passages,
        )

    @property
    def others(self) -> tuple[str, ...]:
        """The fields of its kind that were not chosen."""
        return tuple(name for name in fields_of(self.kind) if name not in self.fields)

    def has(self, field: str) -> bool:
        """Whether a field leaves."""
        return field in self.fields

    @property
    def shown(self) -> tuple[Image, ...]:
        """The images that leave: they stand in the text, so they go nowhere without it."""
        return self.images if self.has("images") and self.has("body") else ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody whose name stays: on paper they are called by what they are to the mentee.

    `also` are other names they go by. Of somebody who gave feedback that may leave only without
    their name, and was `asked` for it, not even that is said.
    """

    name: str
    relation: Relation
    also: tuple[str, ...] = ()
    asked: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Everything they are called."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class PackSource:
    """Everything one PDF is made from, loaded once, so that another thread can work with it.

    `others` counts the items of the vault that stay; `owner` is the mentee's name; `unnamed` are
    the people who are called by what they are to the mentee. `figures` are the images that leave,
    by their ids, and no others. `kept` are passages withheld in items of the pack that do not leave
    themselves, as they changed since they were chosen: what they say may stand in others.
    """

    pack: Pack
    owner: str
    recipient: str
    relation: Relation
    chosen: tuple[Chosen, ...]
    others: int
    now: Moment
    sample: bool = False
    unnamed: tuple[Unnamed, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    kept: tuple[Passage, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages withheld from the recipient in any item of the pack, each once.

        One that goes from any of them without a trace leaves none in the others either.
        """
        found: dict[str, Passage] = {}
        for each in (*self.kept, *(one for item in self.chosen for one in item.passages)):
            if found.setdefault(each.text, each).marked:
                found[each.text] = each
        return tuple(found.values())

    @property
    def withheld_evidence(self) -> int:
        """How many chosen items have linked entries that stay."""
        return sum(1 for each in self.chosen if each.evidence)


def fields_of(kind: Kind) -> tuple[str, ...]:
    """Every field of a kind that can leave, in the order they are shown."""
    return FIELDS[kind]


def stamp(
    record: Shareable,
    fields: tuple[str, ...],
    milestones: tuple[Milestone, ...],
    check_ins: tuple[CheckIn, ...],
    named: int = 0,
    *,
    people: tuple[str, ...] = (),
    passages: tuple[Passage, ...] = (),
) -> int:
    """Which version it is of a record with the milestones and check-ins its fields show.

    `named` is the same sum for the competencies it names, as far as their words are one's own;
    of `people` only their names count, which is all that leaves of them. A passage that is
    withheld, or shown again, makes another version.

    It is the sum of their times of modification: the newest of them would not tell that an older
    part was deleted, or edited while the clock was behind. A session, which is written in all the
    time, counts by what the fields say.
    """
    chosen = set(fields)
    times = [_said_of(record, chosen) if isinstance(record, Session) else record.modified]
    if "milestones" in chosen:
        times += [each.modified for each in milestones]
    if _BY_CHECK_INS & chosen:
        times += [each.modified for each in check_ins]
    if "competencies" in chosen:
        times.append(named)
    if _BY_NAMES & chosen:
        times.append(_sum_of(people))
    times += [_sum_of((each.text, str(each.marked))) for each in passages]
    return sum(times)


def _said_of(session: Session, fields: set[str]) -> int:
    """A sum of the title of a session and of what fields of it say."""
    says = {
        "when": (session.start.local.isoformat(), str(session.minutes)),
        "agenda": tuple(f"{item.title}\n{item.minutes}" for item in session.agenda),
        "place": (session.place, session.link),
    }
    texts = (says.get(name, (str(getattr(session, name, "")),)) for name in sorted(fields))
    return 1 + _sum_of((session.title, *(text for each in texts for text in ("\n", *each))))


def _sum_of(texts: tuple[str, ...]) -> int:
    return crc32("\n".join(texts).encode("utf-8", "surrogatepass"))
