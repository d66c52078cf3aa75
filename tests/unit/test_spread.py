"""The text of a paragraph in lines: where they end, what is drawn where."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

from operator import attrgetter

import pytest

from app.domain.prose import Run
from app.export.spread import Line, Spread, Stretch
from app.export.styles import Setter


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def _spread(setter: Setter, *runs: Run) -> Spread:
    return Spread(setter.lettering.line(runs, setter.looks.body))


def _lines(spread: Spread, width: float) -> list[str]:
    """What is seen of each line, from left to right."""
    return ["".join(each.signs for each in _seen(spread, line)) for line in spread.lines(width)]


def _seen(spread: Spread, line: Line) -> list[Stretch]:
    return sorted(spread.stretches(line), key=attrgetter("x"))


def test_chinese_fills_its_lines_and_no_line_begins_with_a_comma(setter: Setter) -> None:
    size = setter.looks.body.size
    text = "我们今天讨论了，如何"
    assert _lines(_spread(setter, Run(text)), 7 * size) == ["我们今天讨论", "了，如何"]


def test_hebrew_is_drawn_from_the_right_in_every_line(setter: Setter) -> None:
    spread = _spread(setter, Run("אבג דהו (זחט)"))
    assert spread.leftwards
    assert _lines(spread, 1000) == ["(טחז) והד גבא"]
    assert _lines(spread, 50) == ["והד גבא", "(טחז)"]


def test_english_in_hebrew_stays_readable_across_lines(setter: Setter) -> None:
    spread = _spread(setter, Run("אבג big plan דהו"))
    assert _lines(spread, 1000) == ["והד big plan גבא"]
    assert _lines(spread, 50) == ["big גבא", "והד plan"]


def test_arabic_is_joined_also_where_a_word_is_parted(setter: Setter) -> None:
    assert _lines(_spread(setter, Run("سلام")), 1000) == ["\ufee1\ufefc\ufeb3"]
    parted = _lines(_spread(setter, Run("ب" * 40)), 60)
    assert len(parted) > 1
    assert parted[0].startswith("\ufe92")
    assert parted[-1].startswith("\ufe90")


def test_styles_follow_their_letters(setter: Setter) -> None:
    spread = _spread(setter, Run("אב "), Run("גד", bold=True), Run(" הו"))
    (line,) = spread.lines(1000)
    seen = [(each.signs, each.fragment.fontName[-8:]) for each in spread.stretches(line)]
    assert [each for each in seen if each[0] != " "] == [
        ("א", "0Regular"),
        ("ב", "0Regular"),
        ("ג", "SemiBold"),
        ("ד", "SemiBold"),
        ("ה", "0Regular"),
        ("ו", "0Regular"),
    ]


def test_a_line_is_drawn_as_it_is_read_aloud(setter: Setter) -> None:
    """Screen readers go by the order of drawing, whatever the direction."""
    text = "אבג two words (דהו) 12"
    spread = _spread(setter, Run(text))
    (line,) = spread.lines(1000)
    drawn = "".join(each.signs for each in spread.stretches(line))
    assert drawn == text.replace("(", "<").replace(")", "(").replace("<", ")")
    pointed = _spread(setter, Run("אְבג דה"))
    assert _lines(pointed, 1000) == ["הד גבאְ"]


def test_stretches_stand_side_by_side(setter: Setter) -> None:
    spread = _spread(setter, Run("My mentor רות said 你好 🎉"))
    (line,) = spread.lines(1000)
    end = 0.0
    for stretch in _seen(spread, line):
        assert stretch.x == pytest.approx(end)
        end += stretch.width
    assert end == pytest.approx(spread.width(line))


def test_points_stand_over_the_middle_of_their_letters_and_clear_of_them(setter: Setter) -> None:
    spread = _spread(setter, Run("שָלִ"))
    (line,) = spread.lines(1000)
    marks = [each for each in spread.stretches(line) if not each.width]
    assert [each.signs for each in marks] == ["ִ", "ָ"]
    assert spread.width(line) == pytest.approx(_width(setter, "של"))
    tall = _marks(_spread(setter, Run("اَلّ\u064e")))
    assert all(each.rise > 0 for each in tall)
    fatha, shadda = (next(each for each in tall[1:] if each.signs == sign) for sign in "\u064eّ")
    assert fatha.rise != shadda.rise


def test_a_soft_hyphen_is_seen_where_the_line_ends_only(setter: Setter) -> None:
    spread = _spread(setter, Run("Donau\u00addampf\u00adschiff"))
    assert _lines(spread, 1000) == ["Donaudampfschiff"]
    broken = _lines(spread, 60)
    assert broken == ["Donau-", "dampf-", "schiff"]
    for line in spread.lines(60):
        assert spread.width(line) <= 60


def test_a_word_wider_than_the_line_is_parted_between_signs(setter: Setter) -> None:
    family = "👩\u200d👩\u200d👧"
    assert _lines(_spread(setter, Run(family * 3)), 45) == [family.replace("\u200d", "")] * 3
    one = _spread(setter, Run("名\u0301" * 3))
    assert [line.end - line.start for line in one.lines(1)] == [2, 2, 2]


def test_spaces_fall_together_and_hang_at_the_end_of_a_line(setter: Setter) -> None:
    assert _lines(_spread(setter, Run("  名   名 \n 名 ")), 1000) == ["名 名", "名"]
    assert _lines(_spread(setter, Run("名\n\n名")), 1000) == ["名", "", "名"]


def _marks(spread: Spread) -> list[Stretch]:
    (line,) = spread.lines(1000)
    return [each for each in spread.stretches(line) if not each.width]


def _width(setter: Setter, text: str) -> float:
    spread = _spread(setter, Run(text))
    (line,) = spread.lines(1000)
    return spread.width(line)
