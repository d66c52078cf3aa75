from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.charts.seen import ChartChoice
from app.domain.ids import Id
from app.domain.progress import ThenNow, ThenNowRow
from app.operations import packs
from app.sharing.charts import SharedChart
from app.sharing.source import PackSource, fields_of
from app.sharing.withholding import EVIDENCE as BEHIND
from app.sharing.withholding import RECORD_ID, secrets
from app.sharing.words import PackWords
from tests.sharing_sources import (
    AGREED,
    CYCLE,
    ENTRY,
    EVIDENCE,
    EXPERIENCE,
    GOAL,
    MILESTONES,
    chosen,
    source,
)

WORDS = PackWords()


def texts(pack: PackSource) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in secrets(pack, WORDS):
        found.setdefault(each.field, []).append(each.text)
    return found


def test_every_field_that_stays_is_looked_for() -> None:
    found = texts(source(chosen(GOAL, "why")))
    assert found["support"] == [GOAL.support]
    assert found["milestones"] == [step.title for step in MILESTONES]
    assert found["plan"] == [GOAL.if_when, GOAL.then_do]
    assert "why" not in found


def test_what_a_cycle_keeps_is_looked_for_point_by_point() -> None:
    found = texts(source(chosen(CYCLE, "dates")))
    assert found["agreement"] == [text for _, text in AGREED]
    assert (found["purpose"], found["outcome"]) == ([CYCLE.purpose], [CYCLE.outcome])


def test_what_an_experience_keeps_is_looked_for_and_its_host_never_leaves() -> None:
    found = texts(source(chosen(EXPERIENCE, "outcome")))
    assert found["did"] == [EXPERIENCE.did]
    assert found["learned"] == [EXPERIENCE.learned]
    assert found["people"] == ["Dafydd Price-Jones"]
    assert "outcome" not in found
    assert "host" not in fields_of(EXPERIENCE.kind)


def test_the_name_of_a_point_that_leaves_is_no_secret() -> None:
    quoting = replace(EVIDENCE, title="", body=AGREED[1][0])
    goal = chosen(GOAL, evidence=(quoting,))
    assert texts(source(goal))[BEHIND] == [AGREED[1][0]]
    assert BEHIND not in texts(source(goal, chosen(CYCLE, "agreement")))


def test_linked_entries_that_stay_are_looked_for_line_by_line() -> None:
    entry = replace(EVIDENCE, body="First long line of it\n\n- second **long** line of it\nshort")
    found = texts(source(chosen(GOAL, evidence=(entry,))))
    assert found[BEHIND] == [
        EVIDENCE.title,
        "First long line of it",
        "second long line of it",
    ]


def test_what_a_chosen_field_says_too_is_no_secret() -> None:
    quoting = replace(EVIDENCE, title=GOAL.why, body=f"> {ENTRY.title}")
    found = texts(source(chosen(GOAL, "why", evidence=(quoting,)), chosen(ENTRY, "body")))
    assert BEHIND not in found
    assert BEHIND in texts(source(chosen(GOAL, evidence=(quoting,))))


def test_an_entry_may_quote_the_plan_as_a_sentence() -> None:
    quote = "If I notice that I am hedging, then I will say the number and stop."
    quoting = replace(EVIDENCE, title="", body=quote)
    assert BEHIND not in texts(source(chosen(GOAL, "plan", evidence=(quoting,))))
    assert texts(source(chosen(GOAL, evidence=(quoting,))))[BEHIND] == [quote]


def test_every_sentence_of_a_line_is_looked_for_by_itself() -> None:
    """Half of a passage is a leak too."""
    line = "He let me carry it alone. I was angry for a week! No. Nobody asked why."
    found = texts(source(chosen(GOAL, evidence=(replace(EVIDENCE, title="", body=line),))))
    pieces = ["He let me carry it alone.", "I was angry for a week!", "Nobody asked why."]
    assert found[BEHIND] == [line, *pieces]


def test_a_day_or_the_reader_may_head_an_entry_that_stays() -> None:
    """What is on paper anyway, in words of ours, must not keep the file from being saved."""
    day = date(2026, 9, 14)
    goal = replace(GOAL, due=day)
    body = f"{WORDS.day(day)}\n\nRuth Adeyemi, mentor"
    behind = replace(EVIDENCE, title=WORDS.day(day), body=body)
    pack = source(replace(chosen(GOAL, "measure", evidence=(behind,)), record=goal))
    assert packs.build(pack, None).pages == 2
    assert WORDS.day(day) in texts(source(chosen(GOAL, "why", evidence=(behind,))))[BEHIND]


def test_what_could_stand_there_by_chance_is_not_looked_for() -> None:
    found = texts(source(chosen(ENTRY, "body")))
    assert {*found} == {RECORD_ID}


def test_ids_are_looked_for() -> None:
    pack = source(chosen(GOAL, evidence=(EVIDENCE,)))
    assert {GOAL.id, pack.pack.id, EVIDENCE.id, MILESTONES[0].id} <= {*texts(pack)[RECORD_ID]}


def test_the_proof_behind_a_rating_on_a_chart_is_looked_for() -> None:
    proof = "The minutes of the board in May"
    row = ThenNowRow("c", "Setting direction", then=2, now=4, evidence=proof, now_id=Id("rating-9"))
    choice = ChartChoice("then_now", date(2026, 1, 1), date(2026, 6, 1))
    chart = SharedChart(choice, "Then and now", ThenNow((row,)))
    found = texts(source(chosen(chart, "chart")))
    assert found[BEHIND] == [proof]
    assert "rating-9" in found[RECORD_ID]
    quoting = chosen(replace(ENTRY, body=proof), "body")
    assert BEHIND not in texts(source(chosen(chart, "chart"), quoting))
