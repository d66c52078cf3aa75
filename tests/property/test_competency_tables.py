"""Whatever a file holds: it is read, or refused in a sentence; and reading twice brings nothing."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from app.domain.competencies import OwnCompetency
from app.importing import competency_table as table
from app.importing.competency_table import Fate
from app.importing.drafts import ImportFailedError

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
COMPETENCIES = st.builds(
    OwnCompetency,
    name=WORDS,
    group=WORDS,
    definition=WORDS,
    anchors=st.just(()) | st.tuples(*[WORDS] * 5),
)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = table.parse(data)
    except ImportFailedError:
        return
    assert len(found.lines) < len(data)


@given(st.lists(st.lists(st.text(max_size=20), max_size=6), max_size=6), st.sampled_from(",;\t"))
def test_any_table_below_a_header_is_planned_line_by_line(
    rows: list[list[str]], separator: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([["name", "group"], *rows])
    data = text.getvalue().encode("utf-8", "ignore")
    try:
        found = table.parse(data)
    except ImportFailedError:
        return
    planned = table.plan(found, ())
    coming = [each.line.competency for each in planned if each.fate is Fate.COMES_IN]
    for competency in coming:
        competency.check()
    again = table.plan(found, [(each.name, each.group) for each in coming])
    assert Fate.COMES_IN not in {each.fate for each in again}


@given(st.lists(COMPETENCIES, max_size=4))
def test_what_is_written_reads_as_it_was(competencies: list[OwnCompetency]) -> None:
    found = [line.competency for line in table.parse(table.compose(competencies)).lines]
    assert [(c.name, c.group, c.definition, c.anchors) for c in found] == [
        (c.name, c.group, c.definition, c.anchors) for c in competencies
    ]
