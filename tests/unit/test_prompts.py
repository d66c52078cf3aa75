"""The question of the day."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.content.library import Library
from app.content.prompts import Prompt, Prompts

DAY = date(2026, 5, 4)


def of(count: int) -> Prompts:
    return Prompts((), tuple(Prompt(f"p{n}", f"{n}?", "t", ()) for n in range(count)))


@pytest.mark.parametrize("count", [1, 2, 3, 7, 90, 97])
def test_every_question_comes_up_before_one_comes_again(count: int) -> None:
    prompts = of(count)
    days = [DAY + timedelta(days=n) for n in range(count)]

    assert len({prompts.question_of_the_day(day).id for day in days}) == count
    assert len({prompts.question_of_the_day(DAY, skip=n).id for n in range(count)}) == count


def test_a_day_keeps_its_question() -> None:
    assert of(90).question_of_the_day(DAY) == of(90).question_of_the_day(DAY)
    assert of(90).question_of_the_day(DAY, 2) == of(90).question_of_the_day(DAY, 2)


def test_a_skipped_question_leads_away_from_those_of_the_coming_days() -> None:
    prompts = of(90)
    week = {prompts.question_of_the_day(DAY + timedelta(days=n)).id for n in range(8)}
    skipped = {prompts.question_of_the_day(DAY, skip=n).id for n in range(1, 6)}

    assert not week & skipped


def test_shipped_prompts_are_short_and_serve_every_competency() -> None:
    library = Library()
    prompts, themes = library.prompts.prompts, library.prompts.themes
    served = Counter(c for prompt in prompts for c in prompt.competencies)

    assert len({prompt.text.casefold() for prompt in prompts}) == len(prompts)
    assert {prompt.theme for prompt in prompts} == {theme.id for theme in themes}
    assert set(served) == {competency.id for competency in library.framework.competencies}
    assert min(served.values()) >= 2
    assert max(len(prompt.text.split()) for prompt in prompts) <= 30


def test_the_shipped_question_has_another_theme_from_day_to_day() -> None:
    prompts = Library().prompts
    themes = [prompts.question_of_the_day(DAY + timedelta(days=n)).theme for n in range(90)]

    assert all(one != another for one, another in pairwise(themes))
