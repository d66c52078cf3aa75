from __future__ import annotations

from dataclasses import replace

from app.domain.document import (
    Checklist,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
    TablePart,
    Trend,
)
from app.sharing.sections import entry_section, goal_section, stretch_section
from app.sharing.words import PackWords
from tests.sharing_sources import CHECK_INS, ENTRY, EVIDENCE, GOAL, STRETCH, chosen

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
        LabelledText("Measure", "Share of the request granted"),
    )


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
    assert isinstance(trend, Trend)
    assert trend.sentence == "Confidence from 2 to 4, on a scale of 1 to 5"
    assert [(p.position, p.value) for p in trend.points] == [(0.0, 2), (1.0, 4)]


def test_the_trend_says_a_single_or_an_equal_rating() -> None:
    one = replace(chosen(GOAL, "confidence"), check_ins=CHECK_INS[:1])
    same = replace(one, check_ins=(CHECK_INS[0], replace(CHECK_INS[1], confidence=2)))
    sentences = []
    for item in (one, same):
        (trend,) = goal_section(item, GOAL, WORDS).parts
        assert isinstance(trend, Trend)
        sentences.append(trend.sentence)
    assert sentences[0] == "Confidence 2 of 5 on 1 April 2026"
    assert sentences[1] == "Confidence 2, as at first, on a scale of 1 to 5"


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


def test_an_entry_without_a_title_is_named_by_its_day() -> None:
    bare = replace(ENTRY, title="")
    section = entry_section(chosen(bare), bare, WORDS, first=True)
    assert (section.kicker, section.aside) == ("From my journal", "")
    assert section.title == "Journal entry of 14 May 2026"
