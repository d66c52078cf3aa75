"""Action lines of any kind: nothing raises, nothing is lost, what is written is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.action_line import ActionLine, LineReader, Role
from app.domain.days import read_day
from app.domain.folding import fold
from app.domain.ids import Id
from app.domain.mentions import MINE, Named, People, Who

SIGNS = "@\\,;:.!?-\u2013\"\u201c\u201d' \t"
NAMES = st.sampled_from(
    [
        "Ruth",
        "Ruth Adeyemi",
        "Ines",
        "In\u00eas Duarte",
        "Me Lin",
        "Ana Jr.",
        "Jun-Ho Li",
        "\u7530\u4e2d",
    ]
)
SAID = st.sampled_from(
    ["by", "by Friday", "by 22 May", "by 2026-12-01", "by in 2 weeks", "by next week", "today"]
)
PIECES = st.one_of(
    st.sampled_from(list(SIGNS)),
    NAMES.map("@{}".format),
    NAMES,
    SAID,
    st.sampled_from(["@me", "@", "ruth@example.org", "\\by", "\\\\@Ruth", "Friday's", "to"]),
    st.text(max_size=6),
)
LINES = st.lists(PIECES, max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda between: between.join(pieces))
)
DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))
ANY_DAY = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
KNOWN = st.lists(NAMES, max_size=5, unique_by=fold).map(
    lambda names: tuple(Named(Id(str(at)), name) for at, name in enumerate(names))
)


@st.composite
def readers(draw: st.DrawFn) -> LineReader:
    """Somebody who reads lines, among some people, one of whom may be present."""
    known = draw(KNOWN)
    present = draw(st.sampled_from([Id(""), *(each.id for each in known)]))
    return LineReader(draw(ANY_DAY), People(known, present))


@st.composite
def written_actions(draw: st.DrawFn) -> tuple[LineReader, ActionLine]:
    """An action of the mentee or of somebody known, and who reads it."""
    reader = draw(readers())
    people = [Who(person=each.id) for each in reader.people.known]
    words = draw(LINES | st.text()).strip()
    due = draw(st.none() | ANY_DAY.filter(lambda day: day.year >= 1000))
    return reader, ActionLine(words, draw(st.sampled_from([MINE, *people])), due)


@given(readers(), LINES | st.text())
def test_every_line_is_read_and_its_parts_make_it_up_again(reader: LineReader, line: str) -> None:
    action = reader.read(line)
    assert "".join(part.text for part in action.parts) == line
    words = [part.text for part in action.parts if part.role is Role.WORDS]
    assert "".join(words) == action.words == action.words.strip()
    roles = [part.role for part in action.parts]
    assert roles.count(Role.WHO) <= 1
    assert Role.WHO in roles or action.who is MINE
    assert roles.count(Role.DUE) == (action.due is not None)


@given(written_actions())
def test_what_is_written_is_read_as_the_same_action(case: tuple[LineReader, ActionLine]) -> None:
    reader, action = case
    assert replace(reader.read(reader.write(action)), parts=()) == action


@given(readers(), LINES)
def test_reading_what_was_written_of_a_line_changes_nothing(reader: LineReader, line: str) -> None:
    first = replace(reader.read(line), parts=())
    assert replace(reader.read(reader.write(first)), parts=()) == first


@given(readers(), LINES)
def test_nothing_is_due_before_today_unless_its_year_was_written(
    reader: LineReader, line: str
) -> None:
    action = reader.read(line)
    said = "".join(part.text for part in action.parts if part.role is Role.DUE)
    if action.due and not any(len(digits) == 4 for digits in said.replace("-", " ").split()):
        assert action.due >= reader.today


@given(DAYS, st.sampled_from(["Mon", "tuesday", "Fri", "Sun"]))
def test_a_weekday_is_the_next_one(today: date, weekday: str) -> None:
    day = read_day(weekday, today, ahead=True)
    assert day is not None
    assert today < day <= today + timedelta(days=7)
    assert day.strftime("%A").lower().startswith(weekday.lower()[:3])


@given(st.text() | LINES, ANY_DAY, st.booleans())
def test_any_text_says_a_day_or_none(text: str, today: date, ahead: bool) -> None:  # noqa: FBT001
    day = read_day(text, today, ahead=ahead)
    assert day is None or isinstance(day, date)


@given(ANY_DAY, DAYS)
def test_a_day_with_its_year_is_read_as_itself(today: date, day: date) -> None:
    assert read_day(day.isoformat(), today, ahead=True) == day
