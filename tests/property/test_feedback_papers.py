"""Whatever is asked: the form is accessible, and its fields are apart and on their pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.feedback_forms import Asking, OwnQuestion
from app.domain.document import PaperSize
from app.domain.forms import AnswerType, Place
from app.export.form import build_form
from tests.accessibility import faults
from tests.feedback_papers import LIBRARY, paper

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=120)
questions = st.lists(
    st.builds(
        OwnQuestion,
        ANYTHING,
        st.sampled_from(AnswerType),
        st.lists(ANYTHING, max_size=5).map(tuple),
        st.booleans(),
        ANYTHING,
        ANYTHING,
    ),
    max_size=7,
)


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share a point of a page."""
    return (
        one.page == other.page
        and max(one.left, other.left) < min(one.right, other.right)
        and max(one.bottom, other.bottom) < min(one.top, other.top)
    )


@settings(max_examples=25, deadline=None)
@given(questions, ANYTHING, ANYTHING, st.sampled_from(PaperSize), st.sampled_from([1, 400, 30_000]))
def test_every_form_is_valid_and_its_fields_are_apart(
    asked: list[OwnQuestion], name: str, intro: str, size: PaperSize, limit: int
) -> None:
    form = LIBRARY.feedback_forms.written(asked, Asking(name, name, intro, name), name, intro)
    limited = tuple(replace(question, limit=limit) for question in form.questions)
    sheet = replace(paper(replace(form, questions=limited)), asker=name, giver=name, paper=size)
    pdf = build_form(sheet)
    assert faults(pdf.data) == []
    fields = [place for place in pdf.places if place.question]
    wide, high = (612, 792) if size is PaperSize.LETTER else (595.276, 841.89)
    for place in pdf.places:
        assert 0 <= place.page < pdf.pages
        assert 0 <= place.left <= place.right <= wide
        assert 0 <= place.bottom < place.top <= high
    assert [pair for pair in combinations(fields, 2) if overlap(*pair)] == []
    states = [(place.question, place.state) for place in fields]
    assert len(set(states)) == len(states)
    assert states == [
        (question.id, state) for question in form.questions for state in question.states() or ("",)
    ]
