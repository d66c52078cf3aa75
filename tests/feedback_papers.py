"""Forms to ask for feedback with as they go on paper: all that ship, and own questions."""

from __future__ import annotations

from typing import Final

import pytest

from app.content.feedback_forms import Asking, OwnQuestion
from app.content.library import Library
from app.domain.forms import AnswerType, Form
from app.export.form import FormPaper

CODE: Final = "7KQ2-M0XT-9DPB"
LIBRARY: Final = Library()
LONG: Final = "Geschwindigkeitsbegrenzungsüberwachungsvorrichtungserläuterung"
ASKING: Final = Asking(
    "Ines Duarte",
    "Ruth",
    "my talk at the architecture review",
    "Friday 5 June",
    LIBRARY.framework.competencies[:2],
)
QUESTIONS: Final = (
    OwnQuestion("Was the direction clear enough to repeat?"),
    OwnQuestion(
        f"Wie verständlich war die {LONG} in der Bereichsleitungssitzung?",
        AnswerType.SCALE,
        low="Überhaupt nicht verständlich",
        high="Vollkommen verständlich",
    ),
    OwnQuestion(
        "Which of these did you notice?",
        AnswerType.CHOICE,
        ("I interrupted", "I listened", f"Die {LONG} und die {LONG} waren ein Thema"),
        multiple=True,
    ),
    OwnQuestion("Who else should I ask?", AnswerType.TEXT),
    OwnQuestion("もっと早く言うべきでしたか", AnswerType.SCALE, low=LONG, high=LONG),
    OwnQuestion("האם זה היה ברור?", AnswerType.CHOICE, ("כן", "לא")),
)


def paper(form: Form, minutes: int = 5) -> FormPaper:
    """A form as it goes to Ruth."""
    return FormPaper(
        form=form,
        code=CODE,
        asker="Ines Duarte",
        giver="Ruth Adeyemi, mentor",
        reply_by="Friday 5 June",
        minutes=minutes,
    )


def shipped(form_id: str) -> FormPaper:
    """A form that ships, filled in for Ruth."""
    template = LIBRARY.feedback_forms.find(form_id)
    assert template is not None
    return paper(LIBRARY.feedback_forms.filled(template, ASKING), template.minutes)


OWN: Final = paper(LIBRARY.feedback_forms.written(QUESTIONS, ASKING))
PAPERS: Final = (
    *(pytest.param(shipped(each.id), id=each.id) for each in LIBRARY.feedback_forms.forms),
    pytest.param(OWN, id="own"),
)
