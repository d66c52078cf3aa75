"""What the palette offers to go to and do: commands, goals, competencies, tags and people."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication

from app.domain.cycles import Person
from app.domain.goals import Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.measures import Measure
from app.domain.query import parse
from app.queries.competencies import catalogue
from ui.command import Command
from ui.context import Context, Destination, detail_line
from ui.labels import short_day
from ui.widgets.marked import Spans

COMMANDS, TAGS, PEOPLE = ">", "#", "@"
_MOST = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the palette: what it says, and what happens when it is chosen.

    A `last` one is chosen by itself only where there is nothing else. `title_hits` and
    `aside_hits` are what was looked for in them, in characters.
    """

    key: str
    icon: str
    title: str
    act: Callable[[], object]
    aside: str = ""
    hint: str = ""
    last: bool = False
    searched: str = ""
    title_hits: Spans = ()
    aside_hits: Spans = ()

    def matches(self, wanted: Sequence[str]) -> bool:
        """Whether every one of these words begins a word of it."""
        words = self.searched.split()
        return all(any(word.startswith(each) for word in words) for each in wanted)


class Offers:
    """Everything that can be gone to or done now; read once, when the palette opens."""

    def __init__(
        self,
        context: Context,
        commands: Sequence[Command],
        used: Sequence[str],
        go: Callable[[Destination], None],
    ) -> None:
        self._context = context
        self._go = go
        self._commands = [_of_command(command) for command in commands]
        known = {offer.key: offer for offer in self._commands}
        self._used = [known[key] for key in used if key in known]
        self._tags: list[Offer] = []
        self._people = list(self._of_people())
        self._goals = [*self._of_goals(), *self._of_stretches()]

    def begin(self) -> tuple[list[Offer], list[Offer]]:
        """Before anything is typed: what was used last, and every other command."""
        rest = [offer for offer in self._commands if offer not in self._used]
        return self._used, rest

    def matching(self, text: str) -> list[Offer]:
        """What fits the text, beginning with what can be done at once."""
        wanted, sign = folded(text).split(), text[:1]
        if sign == COMMANDS:
            return [offer for offer in self._commands if offer.matches(wanted)]
        if sign in {TAGS, PEOPLE}:
            named = self._tags if sign == TAGS else self._people
            return [offer for offer in named if offer.matches(wanted)][:_MOST]
        if not wanted:
            return []
        every = (*self._commands, *self._people, *self._goals, *self._competencies)
        found = [offer for offer in every if offer.matches(wanted)]
        return [*found[:_MOST], self._entry_about(text.strip())]

    def _entry_about(self, text: str) -> Offer:
        title = _tr("New entry about “{words}”").format(words=text)
        act = partial(
            self._go, Destination("journal", act="new", detail=detail_line("title", text))
        )
        return Offer("about", "notebook-pen", title, act, last=True)

    def _of_goals(self) -> Iterable[Offer]:
        reader, today = self._context.vault.read, self._context.today()
        for goal in reader.all(Goal):
            open_it = partial(self._go, Destination("plan", goal.id, Kind.GOAL))
            due = _tr("Goal, due {day}")
            aside = due.format(day=short_day(goal.due, today)) if goal.due else _tr("Goal")
            yield Offer(goal.id, "target", goal.title, open_it, aside, searched=folded(goal.title))
            measure = Measure.of(goal, ())
            if measure.named and not goal.state.closed:
                yield self._log(goal, measure.what)

    def _log(self, goal: Goal, what: str) -> Offer:
        title = _tr("Log a value: {measure}").format(measure=what or goal.title)
        act = partial(self._go, Destination("plan", goal.id, Kind.GOAL, act="log"))
        searched = folded(f"{title} {goal.title}")
        return Offer(f"log-{goal.id}", "gauge", title, act, goal.title, searched=searched)

    def _of_stretches(self) -> Iterable[Offer]:
        reader = self._context.vault.read
        for goal in reader.all(Stretch):
            to = Destination("stretch", goal.id, Kind.STRETCH)
            said = _tr("Stretch goal")
            act = partial(self._go, to)
            yield Offer(goal.id, "mountain", goal.title, act, said, searched=folded(goal.title))
            if not goal.state.closed:
                title = _tr("Check in: {title}").format(title=goal.title)
                act = partial(self._go, Destination("stretch", goal.id, to.kind, act="check-in"))
                yield Offer(
                    f"check-in-{goal.id}", "clipboard-check", title, act, searched=folded(title)
                )

    @cached_property
    def _competencies(self) -> list[Offer]:
        """Those that ship with Greenroom are no records, so that a search finds none of them."""
        context, said = self._context, _tr("Competency")
        offers = []
        for row in catalogue(context.vault.read, context.library).offered:
            act = partial(self._go, Destination("plan", Id(row.id), Kind.COMPETENCY))
            offers.append(Offer(row.id, "sprout", row.name, act, said, searched=folded(row.name)))
        return offers

    def show_tags(self, tags: Iterable[str]) -> None:
        """Offer these tags as well."""
        said = _tr("Everything with this tag")
        for tag in tags:
            act = partial(self._go, _results_of("tag", tag))
            self._tags.append(Offer(f"#{tag}", "hash", tag, act, said, searched=folded(tag)))

    def _of_people(self) -> Iterable[Offer]:
        people = self._context.vault.read.all(Person)
        for person in sorted(people, key=lambda each: each.name.casefold()):
            act = partial(self._go, Destination("people", person.id, Kind.PERSON))
            said = _tr("Person")
            yield Offer(person.id, "user", person.name, act, said, searched=folded(person.name))


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and whatever joins words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    signs = (sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in signs).split())


def _results_of(name: str, value: str) -> Destination:
    """The page of search, with everything that a filter lets through."""
    return Destination("search", detail=parse("").with_filter(name, value))


def _of_command(command: Command) -> Offer:
    searched = folded(f"{command.words} {command.also}")
    hint = command.hint
    return Offer(command.id, command.icon, command.words, command.act, hint=hint, searched=searched)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Offers", words)
