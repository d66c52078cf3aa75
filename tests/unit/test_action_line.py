"""An action line says who does what by when; whatever is doubtful stays words."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.action_line import ActionLine, LineReader, Role
from app.domain.ids import Id
from app.domain.mentions import MINE, Named, People, Who

TODAY = date(2026, 5, 22)
"""A Friday."""

RUTH, INES, JUN, OTHER = Id("ruth"), Id("ines"), Id("jun"), Id("other")
KNOWN = (
    Named(RUTH, "Ruth Adeyemi"),
    Named(INES, "Inês Duarte"),
    Named(JUN, "Jun Castellane"),
    Named(OTHER, "Jun Li"),
)
READER = LineReader(TODAY, People(KNOWN))
FRIDAY = date(2026, 5, 29)
HERS = Who(person=RUTH)


def _said(line: str, reader: LineReader = READER) -> tuple[str, Who, date | None]:
    action = reader.read(line)
    assert "".join(part.text for part in action.parts) == line
    return action.words, action.who, action.due


@pytest.mark.parametrize(
    ("line", "words", "who", "due"),
    [
        ("@Ruth introduce me to the design lead by Fri", "introduce me to the design lead", 1, 1),
        (
            "Introduce me to the design lead by Friday. @ruth",
            "Introduce me to the design lead",
            1,
            1,
        ),
        ("Introduce me to the design lead @Ruth by Fri.", "Introduce me to the design lead", 1, 1),
        ("@Ruth by Friday: introduce me", "introduce me", 1, 1),
        ("by Fri @Ruth introduce me", "introduce me", 1, 1),
        ("@Ruth, introduce me - by Fri", "introduce me", 1, 1),
        ("@Ruth Adeyemi introduce me, by Fri!", "introduce me", 1, 1),
        ('@"Ruth Adeyemi" introduce me by 29 May', "introduce me", 1, 1),
        ("@\u201cruth\u201d introduce me by 2026-05-29", "introduce me", 1, 1),
        ("@ADEYEMI introduce me", "introduce me", 1, 0),
        ("@R\u00fath introduce me", "introduce me", 1, 0),
        ("@me name the missed handoffs by 29 May 2026", "name the missed handoffs", 0, 1),
        ("Name the missed handoffs by next Friday", "Name the missed handoffs", 0, 1),
        ("Name the missed handoffs by in 1 week", "Name the missed handoffs", 0, 1),
        ("  Write it  down  ", "Write it  down", 0, 0),
        ("@me ask @Ruth about the lead", "ask @Ruth about the lead", 0, 0),
        ("@Ruth @Jun", "@Jun", 1, 0),
        ("by Friday, by Monday", "by Monday", 0, 1),
        ("@Ruth", "", 1, 0),
        ("by Fri", "", 0, 1),
        ("", "", 0, 0),
    ],
)
def test_a_line_is_read(line: str, words: str, who: int, due: int) -> None:
    assert _said(line) == (words, HERS if who else MINE, FRIDAY if due else None)


@pytest.mark.parametrize(
    "line",
    [
        "Stand by Ruth",
        "Go by Friday's plan",
        "Be done by Friday with the plan",
        "by Friday send the deck",
        "Write by hand",
        "Ask Ruth by",
        "Write to ruth@example.org",
        "Introduce me to @Ruth",
        "Read @Ruth's slides",
        "@Ruth's slides are to be read",
        "Meet @ noon",
        "@",
        '@"Ruth',
        '@"" x',
        "@ruth@example.org has it",
        "Send it by yesterday",
        "Send it by 31 Feb",
        "-",
    ],
)
def test_what_only_looks_like_a_mention_or_a_day_stays_words(line: str) -> None:
    assert _said(line) == (line, MINE, None)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("today", TODAY),
        ("tomorrow", date(2026, 5, 23)),
        ("Thu", date(2026, 5, 28)),
        ("22 May", TODAY),
        ("21 May", date(2027, 5, 21)),
        ("21 May 2026", date(2026, 5, 21)),
        ("2026-12-01", date(2026, 12, 1)),
        ("next week", date(2026, 5, 25)),
        ("in 2 weeks", date(2026, 6, 5)),
        ("the end of the month", date(2026, 5, 31)),
        ("Friday the 29th of May 2026", FRIDAY),
    ],
)
def test_a_day_is_due_as_people_say_it(said: str, due: date) -> None:
    assert _said(f"Write it by {said}") == ("Write it", MINE, due)
    assert _said(f"by {said}: write it") == ("write it", MINE, due)


def test_a_first_name_of_two_people_leaves_the_choice() -> None:
    assert _said("@Jun call") == ("call", Who(name="Jun", candidates=(JUN, OTHER)), None)
    assert _said("@Jun Li call") == ("call", Who(person=OTHER), None)


def test_of_two_with_the_same_first_name_the_one_who_is_present_is_meant() -> None:
    reader = LineReader(TODAY, People(KNOWN, present=OTHER))
    assert _said("@jun call", reader) == ("call", Who(person=OTHER), None)


def test_somebody_nobody_knows_is_not_settled() -> None:
    action = READER.read("@Tom\u00e1s send it")
    assert (action.words, action.who) == ("send it", Who(name="Tom\u00e1s"))
    assert not action.who.settled


def test_a_backslash_keeps_a_word_a_word() -> None:
    assert _said("Stand \\by Friday") == ("Stand by Friday", MINE, None)
    assert _said("\\@Ruth is the title") == ("@Ruth is the title", MINE, None)
    assert _said("C:\\by and \\\\by") == ("C:\\by and \\by", MINE, None)


def test_the_parts_tell_what_was_recognised() -> None:
    action = READER.read("@Ruth, introduce me by Fri.")
    assert [(part.text, part.role) for part in action.parts] == [
        ("@Ruth", Role.WHO),
        (", ", Role.GAP),
        ("introduce me", Role.WORDS),
        (" ", Role.GAP),
        ("by Fri", Role.DUE),
        (".", Role.GAP),
    ]


@pytest.mark.parametrize(
    ("action", "line"),
    [
        (ActionLine("call Ana"), "call Ana"),
        (ActionLine("call Ana", due=FRIDAY), "call Ana by 29 May"),
        (ActionLine("call Ana", HERS, date(2026, 5, 1)), "@Ruth call Ana by 1 May 2026"),
        (ActionLine("call Ana", Who(person=OTHER)), "@Jun Li call Ana"),
        (ActionLine("stand by Friday"), "stand \\by Friday"),
        (ActionLine("call Ana,", due=FRIDAY), "@me by 29 May: call Ana,"),
        (ActionLine("@Ruth calls"), "@me @Ruth calls"),
        (ActionLine("send", Who(name="Ana B.")), '@"Ana B." send'),
    ],
)
def test_an_action_is_written_as_plainly_as_it_can_be_read(action: ActionLine, line: str) -> None:
    assert READER.write(action) == line


def test_a_mention_can_be_made_one_of_the_words() -> None:
    line = READER.as_words("@Zoe, send it by Fri")
    assert line == "\\@Zoe, send it by Fri"
    assert _said(line) == ("@Zoe, send it", MINE, FRIDAY)
    assert READER.as_words("Send it") == "Send it"
