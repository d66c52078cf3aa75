from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.ids import Id, Kind
from app.domain.query import parse
from app.queries.search import Hit, Marked
from app.storage.finding import SEARCHED
from ui.context import Destination
from ui.labels import number
from ui.search.hits import nearer
from ui.search.results import ResultModel
from ui.search.words import (
    GROUPS,
    about_words,
    destination_of,
    filter_words,
    group_of,
    group_words,
    passage_of,
    title_of,
)

TODAY = date(2026, 5, 20)
SAID = Qt.ItemDataRole.AccessibleTextRole


def hit(name: str, /, kind: Kind = Kind.ENTRY, **changed: object) -> Hit:
    day = None if kind in {Kind.PERSON, Kind.TEMPLATE} else date(2026, 5, 8)
    made = Hit(kind, Id(name), day, Marked(f"T {name}"), Marked(f"S {name}"), shared=False)
    return replace(made, **changed)  # type: ignore[arg-type] # a field each


def shown(model: ResultModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def model(qapp: object) -> ResultModel:
    assert qapp
    model = ResultModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_best_hits_stand_in_groups_in_the_order_of_the_best(model: ResultModel) -> None:
    hits = [hit("g", Kind.GOAL), hit("a"), hit("m", Kind.MILESTONE), hit("b")]
    model.show(parse("t"), hits, TODAY, grouped=True)
    assert shown(model) == ["Plan", "T g", "T m", "Journal", "T a", "T b"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.first() == model.index(1)


def test_headings_say_how_many_there_are_and_a_row_leads_to_the_rest(model: ResultModel) -> None:
    model.show(parse("t"), [hit("g", Kind.GOAL), hit("a")], TODAY, grouped=True)
    many = number(1200)
    counts = {Kind.ENTRY: 1200, Kind.GOAL: 1}
    model.count(counts)
    model.count(counts)
    assert shown(model) == ["Plan", "T g", "Journal", "T a", f"Show all {many} in Journal"]
    assert model.index(0).data(SAID) == "Plan, 1"
    assert model.index(2).data(SAID) == f"Journal, {many} entries"


def test_the_next_hits_come_below_and_move_nothing(model: ResultModel) -> None:
    model.show(parse("t"), [hit("a"), hit("b")], TODAY, grouped=False)
    reset: list[int] = []
    model.modelReset.connect(lambda: reset.append(1))
    model.add([hit("c")])
    model.add([])
    assert shown(model) == ["T a", "T b", "T c"]
    assert reset == []


def test_it_knows_what_it_shows(model: ResultModel) -> None:
    hits = [hit("g", Kind.GOAL), hit("a"), hit("m", Kind.MILESTONE)]
    model.show(parse("t"), hits, TODAY, grouped=True)
    assert model.shows(parse("t"), hits, grouped=True)
    assert not model.shows(parse("t"), hits, grouped=False)
    assert not model.shows(parse("u"), hits, grouped=True)
    assert model.place(hit("m")).data() == "T m"
    assert not model.place(hit("x")).isValid()


def test_a_row_is_one_sentence(model: ResultModel) -> None:
    goal = hit("g", Kind.GOAL, shared=True)
    model.show(parse("t"), [hit("a"), goal], TODAY, grouped=False)
    assert model.index(0).data(SAID) == "T a, Entry, Friday, 8 May, Private, S a"
    assert model.index(1).data(SAID) == "T g, Goal, due 8 May, In a share pack, S g"


def test_every_kind_that_is_searched_has_a_group_words_and_a_place() -> None:
    for kind in SEARCHED:
        found = hit("x", kind)
        assert group_words(group_of(kind))
        assert title_of(found).text == "T x"
        assert about_words(found, TODAY)
        assert destination_of(found, "t").place in {
            "journal",
            "plan",
            "stretch",
            "people",
            "sessions",
            "actions",
            "feedback",
            "share",
            "settings",
        }


def test_the_word_of_every_group_finds_its_kinds_by_in() -> None:
    for group in GROUPS:
        assert {kind for kind in SEARCHED if group.word in SEARCHED[kind].groups} >= set(
            group.kinds[:1]
        )


@pytest.mark.parametrize(
    ("kind", "number", "name", "expected"),
    [
        (Kind.SESSION, 6, "Ruth", "Session 6 with Ruth"),
        (Kind.SESSION, None, "Ruth", "Session with Ruth"),
        (Kind.SESSION, 6, "", "Session"),
        (Kind.DEBRIEF, 6, "Ruth", "Debrief of session 6 with Ruth"),
        (Kind.REQUEST, None, "Ruth", "Feedback asked of Ruth"),
        (Kind.FEEDBACK, None, "Ruth", "Feedback from Ruth"),
        (Kind.FEEDBACK, None, "", "Feedback without a name"),
    ],
)
def test_what_has_no_name_of_its_own_is_called_after_somebody(
    kind: Kind, number: int | None, name: str, expected: str
) -> None:
    marked = Marked(name, ((0, len(name)),) if name else ())
    found = hit("x", kind, title=Marked(""), name=marked, number=number)
    title = title_of(found)
    assert title.text == expected
    assert [title.text[start:end] for start, end in title.hits] == ([name] if name else [])
    assert passage_of(found, parse("x")).text == "S x"


def test_sessions_and_feedback_are_opened_in_their_tabs_and_a_debrief_in_its_session() -> None:
    session, said = hit("s", Kind.SESSION), hit("f", Kind.FEEDBACK)
    assert destination_of(session, "t") == Destination("sessions", Id("s"), Kind.SESSION)
    assert destination_of(said, "t") == Destination("feedback", Id("f"), Kind.FEEDBACK)
    debrief = hit("d", Kind.DEBRIEF, owner=Id("s"), owner_kind=Kind.SESSION)
    where = Destination("sessions", Id("s"), Kind.SESSION, "debrief")
    assert destination_of(debrief, "t") == where
    owed = hit("a", Kind.ACTION, name=Marked("Ruth"))
    assert destination_of(owed, "t") == Destination("actions", Id("a"), Kind.ACTION)
    assert passage_of(owed, parse("t")).text == "Ruth"


def test_what_belongs_to_a_goal_is_opened_there() -> None:
    step = hit("m", Kind.MILESTONE, owner=Id("g"), owner_kind=Kind.GOAL, parent="Delegate")
    note = hit("c", Kind.CHECK_IN, owner=Id("s"), owner_kind=Kind.STRETCH, parent="Speak up")
    assert destination_of(step, "t") == Destination("plan", Id("g"), Kind.GOAL)
    assert destination_of(note, "t") == Destination("stretch", Id("s"), Kind.STRETCH)
    ruth = hit("p", Kind.PERSON, title=Marked("Ruth Adeyemi"))
    assert destination_of(ruth, "ru") == Destination("people", Id("p"), Kind.PERSON)
    lived = hit("e", Kind.EXPERIENCE)
    assert destination_of(lived, "t") == Destination("plan", Id("e"), Kind.EXPERIENCE)
    asked = hit("s", Kind.SUPPORT, owner=Id("g"), owner_kind=Kind.GOAL, parent="Delegate")
    assert destination_of(asked, "re") == Destination("people", Id("s"), Kind.SUPPORT)
    entry = destination_of(hit("e"), 'rel "x"')
    assert (entry.id, entry.detail) == ("e", 'find:rel "x"')


def test_what_has_no_title_is_called_after_what_it_says_or_belongs_to() -> None:
    blank = hit("a", title=Marked(""), snippet=Marked("I wrote", ((2, 7),)))
    assert title_of(blank) == Marked("I wrote", ((2, 7),))
    assert passage_of(blank, parse("wrote")) == Marked("")
    note = hit("c", Kind.CHECK_IN, title=Marked(""), parent="Delegate")
    assert title_of(note).text == "Check-in on Delegate"
    step = hit("m", Kind.MILESTONE, snippet=Marked(""), parent="Delegate")
    assert passage_of(step, parse("gate")) == Marked("Delegate", ((4, 8),))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("after:2026-03", "After 1 Mar 2026"),
        ("before:2026-05", "Up to 31 May 2026"),
        ("on:2026-05-20", "On 20 May 2026"),
        ("on:2026-05", "From 1 May 2026 to 31 May 2026"),
        ("#hard-things", "Tag hard-things"),
        ("in:journal", "In journal"),
        ('goal:"A & B"', "Goal A & B"),
        ("is:pinned", "Pinned"),
        ("has:Image", "Has an image"),
        ("is:rated", "Is rated"),
    ],
)
def test_filters_are_told_in_words(text: str, words: str) -> None:
    assert filter_words(parse(text).filters[0]) == words


@given(st.text(max_size=80))
def test_whatever_is_typed_its_filters_have_words(text: str) -> None:
    for narrowing in parse(text).filters:
        assert filter_words(narrowing)


@given(st.text(max_size=120), st.data())
def test_a_passage_that_begins_later_keeps_its_hits_on_their_words(
    text: str, data: st.DataObject
) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    hits = tuple(pairwise(places))[::2]
    near = nearer(Marked(text, hits))
    assert [near.text[a:b] for a, b in near.hits] == [text[a:b] for a, b in hits]
