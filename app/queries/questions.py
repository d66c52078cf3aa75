"""Questions to write about: of the day, by theme, by competency, by goal, and one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.content.library import Library
from app.content.prompts import Prompt
from app.domain.goals import Goal, Stretch
from app.domain.questions import MIXED, OWN
from app.queries.competencies import catalogue
from app.storage.rows import Reader


class By(StrEnum):
    """What questions can be chosen by."""

    THEME = "theme"
    COMPETENCY = "competency"
    GOAL = "goal"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something there are questions about."""

    id: str
    name: str


def own(reader: Reader) -> tuple[str, ...]:
    """One's own questions, in the order they were written in."""
    return tuple(line for line in reader.preference(OWN).split("\n") if line)


def mixed(reader: Reader) -> bool:
    """Whether one's own questions take turns with the others as the question of the day."""
    return bool(reader.preference(MIXED))


def of_the_day(reader: Reader, library: Library, day: date, skip: int = 0) -> str:
    """The question of a local date, and with `skip` the one after that many others."""
    prompts = library.prompts
    if mixed(reader):
        mine = tuple(Prompt(f"own-{n}", text, "", ()) for n, text in enumerate(own(reader)))
        prompts = replace(prompts, prompts=(*prompts.prompts, *mine))
    return prompts.question_of_the_day(day, skip).text


def ways(reader: Reader) -> tuple[By, ...]:
    """What questions can be chosen by in this vault."""
    goals = [By.GOAL] if _aims(reader) else []
    return (By.THEME, By.COMPETENCY, *goals, *([By.MINE] if own(reader) else []))


def subjects(reader: Reader, library: Library, by: By) -> tuple[Subject, ...]:
    """What there are questions about; one's own are about nothing in particular."""
    if by is By.THEME:
        return tuple(Subject(theme.id, theme.name) for theme in library.prompts.themes)
    if by is By.COMPETENCY:
        asked = {each for prompt in library.prompts.prompts for each in prompt.competencies}
        known = catalogue(reader, library).offered
        return tuple(Subject(row.id, row.name) for row in known if row.id in asked or row.questions)
    if by is By.GOAL:
        return tuple(Subject(aim.id, aim.title) for aim in _aims(reader))
    return ()


def about(reader: Reader, library: Library, by: By, subject: str) -> tuple[str, ...]:
    """The questions about something; about a goal without competencies, all there are."""
    if by is By.MINE:
        return own(reader)
    if by is By.THEME:
        return tuple(p.text for p in library.prompts.prompts if p.theme == subject)
    if by is By.COMPETENCY:
        return _touching(reader, library, {subject})
    wanted = next((aim.competencies for aim in _aims(reader) if aim.id == subject), ())
    found = _touching(reader, library, wanted)
    return found or tuple(prompt.text for prompt in library.prompts.prompts)


def _touching(reader: Reader, library: Library, competencies: Iterable[str]) -> tuple[str, ...]:
    """The prompts that touch one of these competencies, then the competencies' own questions."""
    wanted = set(competencies)
    prompts = library.prompts.prompts
    found = [prompt.text for prompt in prompts if not wanted.isdisjoint(prompt.competencies)]
    rows = (row for row in catalogue(reader, library).rows if row.id in wanted)
    return tuple(dict.fromkeys([*found, *(text for row in rows for text in row.questions)]))


def _aims(reader: Reader) -> list[Goal | Stretch]:
    """Goals and stretch goals under way, by title."""
    aims: list[Goal | Stretch] = [*reader.all(Goal), *reader.all(Stretch)]
    under_way = (aim for aim in aims if not aim.state.closed)
    return sorted(under_way, key=lambda aim: aim.title.casefold())
