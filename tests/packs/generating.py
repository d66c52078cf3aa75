"""Whole share packs of any content, and what of each must not leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final, TypeVar

from app.charts.seen import ChartChoice
from app.domain.cycles import Agreed, Cycle, Relation
from app.domain.document import PaperSize
from app.domain.entries import Entry
from app.domain.experiences import Experience, ExperienceKind
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch, StretchState
from app.domain.ids import new_id
from app.domain.packs import Pack, PackType, Passage
from app.domain.progress import ThenNow, ThenNowRow
from app.domain.sessions import Action, Session
from app.prose import plain
from app.sharing.charts import SharedChart
from app.sharing.source import Chosen, PackSource, Shareable, Unnamed, fields_of
from tests.packs.talking import Talks
from tests.packs.telling import AS_TYPED, ids, meant, texts_of, withheld
from tests.packs.writing import NAMES, Writer
from tests.vaults import NOON

T = TypeVar("T")
OFTEN: Final = 0.6
SELDOM: Final = 0.3


@dataclass(frozen=True, slots=True)
class Made:
    """A pack, and the texts that must not be in its file; `ids` are of its records."""

    source: PackSource
    passphrase: str | None
    withheld: tuple[str, ...]
    names: tuple[str, ...]
    ids: tuple[str, ...]
    meant: tuple[str, ...]
    """What the reader may read, though a withheld passage or a name may be taken out of it."""


def pack(number: int) -> Made:
    """The pack of a number; the same number makes the same texts again."""
    return _Maker(Random(number)).pack()  # noqa: S311 - chance, not a secret


class _Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.write = Writer(chance)
        self.talks = Talks(chance, self.write, self._day)

    def pack(self) -> Made:
        """A pack with anything in it."""
        pick, write = self.chance.choice, self.write
        chosen = tuple(self._item() for _ in range(self.chance.randint(1, 5)))
        names = self.chance.sample(NAMES, self.chance.randint(0, 3))
        givers = [name for name in self.talks.givers if name not in names]
        pack = Pack(
            id=new_id(),
            title=write.maybe(),
            purpose=write.maybe(),
            note=write.body() if self.chance.random() < SELDOM else "",
            paper=pick([*PaperSize]),
            type=pick([*PackType]),
            until=self._day(),
        )
        source = PackSource(
            pack=pack,
            owner=pick(["Inês Duarte", "", "Владимир", "دانة"]),
            recipient=pick(["Ruth Adeyemi", "山本", "Ada"]),
            relation=pick([*Relation]),
            chosen=chosen,
            others=self.chance.randint(0, 400),
            now=NOON,
            sample=self.chance.random() < SELDOM,
            unnamed=(
                *(Unnamed(name, pick([*Relation])) for name in names),
                *(Unnamed(name, Relation.OTHER, (name.split()[0],), asked=True) for name in givers),
            ),
        )
        return Made(
            source,
            pick([None, None, None, "ﬁve quiet words, да"]),
            withheld=(*withheld(chosen), *self.talks.kept),
            names=(*names, *givers),
            ids=tuple(ids(source)),
            meant=tuple(meant(source)),
        )

    def _item(self) -> Chosen:
        """Something chosen with some of its fields, and with what hangs on it."""
        record = self._record()
        offered = fields_of(record.kind)
        ticked = tuple(name for name in offered if self.chance.random() < OFTEN)
        item = Chosen(record, ticked)
        if isinstance(record, Goal | Stretch):
            item = replace(
                item,
                milestones=tuple(self._several(self._milestone)),
                check_ins=tuple(self._several(self._check_in)),
                competencies=tuple(self._several(self.write.sentence)),
                evidence=tuple(self._several(self._entry))[:1],
            )
        elif isinstance(record, Session | Action | Feedback):
            item = self.talks.chosen(record, ticked)
        elif isinstance(record, Experience):
            item = replace(item, people=tuple(self._several(self.write.sentence)))
        elif isinstance(record, Cycle):
            item = replace(
                item, agreed=tuple(("How often", each.text) for each in record.agreement)
            )
        return replace(item, passages=tuple(self._passages(item)))

    def _passages(self, item: Chosen) -> Iterator[Passage]:
        """Words that follow each other in something that would leave."""
        said = [
            text if field in AS_TYPED else plain(text)
            for field in item.fields
            for text in texts_of(item, field)
        ]
        said = [text for text in said if text.strip()]
        for _ in range(self.chance.randint(0, 2) if said else 0):
            words = self.chance.choice(said).split()
            first = self.chance.randrange(len(words))
            last = self.chance.randint(first + 1, min(len(words), first + 25))
            yield Passage(" ".join(words[first:last]), marked=self.chance.random() < OFTEN)

    def _record(self) -> Shareable:
        makers: list[Callable[[], Shareable]] = [
            self._entry,
            self._entry,
            self._goal,
            self._stretch,
            self._cycle,
            self._experience,
            self._chart,
            self.talks.session,
            self.talks.action,
            self.talks.feedback,
        ]
        return self.chance.choice(makers)()

    def _entry(self) -> Entry:
        return Entry(
            id=new_id(),
            title=self.write.maybe(),
            body=self.write.body(),
            day=self._day() or NOON.day,
            tags=tuple(self._several(self.write.sentence)),
            energy=self._rating(),
            confidence=self._rating(),
        )

    def _goal(self) -> Goal:
        return Goal(
            id=new_id(),
            alignment=self.write.text(),
            due=self._day(),
            state=self.chance.choice([*GoalState]),
            **self._aim(),
        )

    def _stretch(self) -> Stretch:
        return Stretch(
            id=new_id(),
            commit=self.write.sentence(),
            commit_day=self._day(),
            reach=self.write.sentence(),
            if_badly=self.write.text(),
            state=self.chance.choice([*StretchState]),
            **self._aim(),
        )

    def _aim(self) -> dict[str, Any]:
        write = self.write
        long = {name: write.text() for name in ("why", "obstacle", "support", "learned")}
        short = {name: write.sentence() for name in ("title", "if_when", "then_do")}
        return {
            **long,
            **short,
            "measure": write.maybe(),
            "unit": write.maybe(),
            "baseline": self._value(),
            "target": self._value(),
        }

    def _cycle(self) -> Cycle:
        points = self.chance.sample(["rhythm", "off-limits", "place"], self.chance.randint(0, 3))
        return Cycle(
            id=new_id(),
            title=self.write.sentence(),
            purpose=self.write.text(),
            start=self._day() or NOON.day,
            middle=self._day() or NOON.day,
            end=self._day() or NOON.day,
            agreement=tuple(Agreed(each, self.write.sentence()) for each in points),
            outcome=self.write.text(),
        )

    def _experience(self) -> Experience:
        return Experience(
            id=new_id(),
            title=self.write.sentence(),
            type=self.chance.choice([*ExperienceKind]),
            host=self.write.sentence(),
            did=self.write.body(),
            outcome=self.write.text(),
            learned=self.write.text(),
            start=self._day(),
            hours=self.chance.choice([None, 4.0, 72.5]),
        )

    def _chart(self) -> SharedChart:
        rows = tuple(self._competency() for _ in range(self.chance.randint(1, 4)))
        choice = ChartChoice("then_now", date(2026, 1, 1), date(2026, 6, 1))
        return SharedChart(choice, self.write.sentence(), ThenNow(rows))

    def _competency(self) -> ThenNowRow:
        return ThenNowRow(
            self.write.sentence(),
            self.write.sentence(),
            group=self.write.maybe(),
            then=self.chance.randint(1, 5),
            now=self._rating(),
            mentor=self._rating(),
            evidence=self.write.maybe(),
        )

    def _milestone(self) -> Milestone:
        title = self.write.sentence()
        return Milestone(id=new_id(), title=title, due=self._day(), done=self._day())

    def _check_in(self) -> CheckIn:
        return CheckIn(
            id=new_id(),
            day=self._day() or NOON.day,
            value=self._value(),
            confidence=self._rating(),
            note=self.write.maybe(),
        )

    def _several(self, make: Callable[[], T]) -> list[T]:
        return [make() for _ in range(self.chance.randint(0, 3))]

    def _day(self) -> date | None:
        day = date(2025, 1, 1) + timedelta(days=self.chance.randrange(1000))
        return day if self.chance.random() < OFTEN else None

    def _rating(self) -> int | None:
        return self.chance.choice([None, 1, 2, 3, 4, 5])

    def _value(self) -> float | None:
        return self.chance.choice([None, 0.0, 1.0, 2.5, 40.0, -3.0])
