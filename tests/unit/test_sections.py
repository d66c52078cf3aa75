from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.document import (
    ChartPart,
    Checklist,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
    TablePart,
)
from app.domain.goals import CheckIn, MeasureKind
from app.sharing.sections import entry_section, experience_section, goal_section, stretch_section
from app.sharing.words import PackWords
from tests.sharing_sources import CHECK_INS, ENTRY, EVIDENCE, EXPERIENCE, GOAL, STRETCH, chosen

WORDS = PackWords()


def goal(*fields: str) -> tuple[Part, ...]:
    return goal_section(chosen(GOAL, *fields), GOAL, WORDS).parts


def test_an_item_without_fields_is_its_title() -> None:
    section = goal_section(chosen(GOAL), GOAL, WORDS)
    assert (section.title, section.kicker, section.parts) == (GOAL.title, "Goal", ())
    assert stretch_section(chosen(STRETCH), STRETCH, WORDS).parts == ()
    assert entry_section(chosen(ENTRY), ENTRY, WORDS, first=True).parts == ()


def test_the_measure_stands_between_baseline_and_target() -> None:
    (bar,) = goal("measure")
    assert isinstance(bar, MeasureBar)
    assert (bar.position, bar.now, bar.start) == (0.5, "3 teams now", "1 teams")
    assert bar.end == "5 teams by 31 July 2026"


def test_without_a_value_the_measure_claims_none() -> None:
    item = chosen(STRETCH, "measure")
    (said,) = stretch_section(item, STRETCH, WORDS).parts
    assert said == LabelledText(
        "Measure", "Share of the request granted, from 0 per cent to 100 per cent"
    )
    vague = replace(STRETCH, target=None)
    assert stretch_section(chosen(vague, "measure"), vague, WORDS).parts == (
        LabelledText("Measure", "Share of the request granted, from 0 per cent"),
    )


def test_yes_and_no_are_said_in_words_and_never_drawn() -> None:
    signed = replace(GOAL, measure="Signed", measure_kind=MeasureKind.YES_NO, baseline=0, target=1)
    note = CheckIn(goal=GOAL.id, day=date(2026, 5, 6), value=0, note="Not this week")
    item = replace(chosen(signed, "measure", "check_ins"), check_ins=(note,))
    said, table = goal_section(item, signed, WORDS).parts
    assert said == LabelledText("Measure", "Signed: Not yet")
    assert isinstance(table, TablePart)
    assert table.rows == (("6 May 2026", "Not yet", "Not this week"),)


def test_milestones_are_a_checklist() -> None:
    (checks,) = goal("milestones")
    assert isinstance(checks, Checklist)
    assert [(c.done, c.day) for c in checks.items] == [
        (True, "Done 27 March 2026"),
        (False, "22 May 2026"),
    ]


def test_check_ins_hold_confidence_only_where_it_was_chosen_too() -> None:
    (table,) = goal("check_ins")
    assert isinstance(table, TablePart)
    assert table.header == ("Check-in", "Value", "Note")
    assert table.rows[0] == ("1 April 2026", "2", "Two of them, barely")
    trend, rated = goal("check_ins", "confidence")
    assert isinstance(rated, TablePart)
    assert rated.rows[1] == ("6 May 2026", "3", "4 of 5", "Sana said it unasked")
    assert isinstance(trend, ChartPart)
    assert trend.chart.heading == "6 May 2026: 4 of 5."
    assert trend.chart.under == "Two points: too few for a direction."


def test_the_chart_of_confidence_holds_nothing_but_days_and_ratings() -> None:
    (part,) = goal("confidence")
    assert isinstance(part, ChartPart)
    assert [[cell.words for cell in row.cells] for row in part.chart.table.rows] == [
        ["1 April 2026", "2"],
        ["6 May 2026", "4"],
    ]
    assert "barely" not in repr(part)


def test_without_a_rating_there_is_no_chart() -> None:
    unrated = tuple(replace(note, confidence=None) for note in CHECK_INS)
    item = replace(chosen(GOAL, "confidence"), check_ins=unrated)
    assert goal_section(item, GOAL, WORDS).parts == ()


def test_targets_have_their_days() -> None:
    parts = stretch_section(chosen(STRETCH, "targets"), STRETCH, WORDS).parts
    assert parts == (
        LabelledText("I commit to", "Put the request in writing, by 6 May 2026"),
        LabelledText("I reach for", "Make the case to the board myself"),
    )


def test_how_it_ended_leaves_with_what_it_taught() -> None:
    assert goal("learned") == (
        LabelledText("How it ended", "Partly met"),
        LabelledText("What it taught me", GOAL.learned),
    )


def test_evidence_that_stays_is_said() -> None:
    assert goal_section(chosen(GOAL), GOAL, WORDS).badge == ""
    behind = chosen(GOAL, evidence=(EVIDENCE,))
    assert goal_section(behind, GOAL, WORDS).badge == "Evidence withheld"


def test_an_entry_and_its_ratings() -> None:
    item = chosen(ENTRY, "body", "energy", "confidence", "tags")
    section = entry_section(item, ENTRY, WORDS, first=False)
    assert (section.kicker, section.aside) == ("", "14 May 2026")
    assert isinstance(section.parts[0], Prose)
    assert section.parts[1:] == (
        LabelledText("Energy", "2 of 5"),
        LabelledText("Confidence", "3 of 5"),
        LabelledText("Tags", "planning, quiet"),
    )


def test_an_experience_shows_what_was_done_and_came_of_it_and_what_else_was_ticked() -> None:
    item = chosen(EXPERIENCE, "did", "outcome")
    section = experience_section(item, EXPERIENCE, WORDS)
    assert (section.title, section.kicker) == (EXPERIENCE.title, "Experience")
    assert section.parts == (
        LabelledText("What I did", EXPERIENCE.did),
        LabelledText("What came of it", EXPERIENCE.outcome),
    )
    whole = chosen(EXPERIENCE, "dates", "hours", "learned", "competencies", "people")
    assert experience_section(whole, EXPERIENCE, WORDS).parts == (
        LabelledText("Dates", "1 June 2026 to 12 June 2026"),
        LabelledText("Hours", "72.5"),
        LabelledText("What it taught me", EXPERIENCE.learned),
        LabelledText("Competencies", "Setting direction"),
        LabelledText("With", "Priya Raman, Dafydd Price-Jones"),
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 6, 1), date(2026, 6, 1), "1 June 2026"),
        (date(2026, 6, 1), None, "From 1 June 2026"),
        (None, date(2026, 6, 1), "Until 1 June 2026"),
    ],
)
def test_the_days_of_an_experience_in_words(
    start: date | None, end: date | None, said: str
) -> None:
    found = replace(EXPERIENCE, start=start, end=end)
    section = experience_section(chosen(found, "dates"), found, WORDS)
    assert section.parts == (LabelledText("Dates", said),)


def test_without_days_an_experience_claims_none() -> None:
    found = replace(EXPERIENCE, start=None, end=None)
    assert experience_section(chosen(found, "dates"), found, WORDS).parts == ()


def test_an_entry_without_a_title_is_named_by_its_day() -> None:
    bare = replace(ENTRY, title="")
    section = entry_section(chosen(bare), bare, WORDS, first=True)
    assert (section.kicker, section.aside) == ("From my journal", "")
    assert section.title == "Journal entry of 14 May 2026"
