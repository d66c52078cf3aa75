"""What nobody ticked is not in the file, whatever was ticked."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.cycles import Agreed, Cycle
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import Answer, AnswerType
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import new_id
from app.domain.sessions import Action, AgendaItem, Session
from app.operations.packs import build
from app.sharing.source import Chosen, Near, fields_of
from tests.sharing_sources import source


class Mint:
    """Makes words that occur nowhere else."""

    def __init__(self) -> None:
        self._count = 0
        self.of: dict[tuple[str, str], list[str]] = {}

    def __call__(self, item: str, field: str) -> str:
        """A new word for a field of an item."""
        self._count += 1
        word = f"zq{'abcdefghij'[self._count % 10]}w{self._count}xv"
        self.of.setdefault((item, field), []).append(word)
        return f"{word} kept"


def everything(mint: Mint) -> dict[str, Chosen]:
    """An item of each kind with a word of its own in every field, and two linked entries."""
    behind = tuple(
        Entry(title=mint(name, "evidence"), body=f"*{mint(name, 'evidence')}*\n\n> b")
        for name in ("goal", "stretch", "experience")
    )
    goal = Goal(
        title=mint("goal", "title"),
        why=mint("goal", "why"),
        alignment=mint("goal", "alignment"),
        measure=mint("goal", "measure"),
        unit=mint("goal", "measure"),
        baseline=1,
        target=4,
        obstacle=mint("goal", "obstacle"),
        if_when=mint("goal", "plan"),
        then_do=mint("goal", "plan"),
        support=mint("goal", "support"),
    )
    stretch = Stretch(
        title=mint("stretch", "title"),
        why=mint("stretch", "why"),
        measure=mint("stretch", "measure"),
        commit=mint("stretch", "targets"),
        reach=mint("stretch", "targets"),
        if_badly=mint("stretch", "if_badly"),
        learned=mint("stretch", "learned"),
        if_when=mint("stretch", "plan"),
        then_do=mint("stretch", "plan"),
    )
    entry = Entry(
        title=mint("entry", "title"),
        body=f"# {mint('entry', 'body')}\n\n- {mint('entry', 'body')}",
        tags=(mint("entry", "tags"),),
    )
    cycle = Cycle(
        title=mint("cycle", "title"),
        purpose=mint("cycle", "purpose"),
        agreement=(Agreed("rhythm", mint("cycle", "agreement")),),
        outcome=mint("cycle", "outcome"),
    )
    experience = Experience(
        title=mint("experience", "title"),
        host=mint("experience", "host"),
        did=f"{mint('experience', 'did')}\n\n- {mint('experience', 'did')}",
        outcome=mint("experience", "outcome"),
        learned=mint("experience", "learned"),
        hours=4,
    )
    lived = Chosen(
        experience,
        (),
        competencies=(mint("experience", "competencies"),),
        people=(mint("experience", "people"), mint("experience", "people")),
    )
    parts = {
        name: (
            (Milestone(title=mint(name, "milestones")),),
            (CheckIn(value=2, confidence=3, note=mint(name, "check_ins")),),
            (mint(name, "competencies"),),
        )
        for name in ("goal", "stretch")
    }
    return {
        **talked(mint),
        "cycle": Chosen(cycle, (), agreed=(("How often", cycle.agreed),)),
        "entry": Chosen(entry, ()),
        "experience": replace(lived, evidence=(behind[2],)),
        "goal": Chosen(goal, (), *parts["goal"], (behind[0],)),
        "stretch": Chosen(stretch, (), *parts["stretch"], (behind[1],)),
    }


def talked(mint: Mint) -> dict[str, Chosen]:
    """A session with a debrief, an action and feedback, with a word of its own in every field."""
    session = Session(
        title=mint("session", "title"),
        question=mint("session", "question"),
        prep=mint("session", "prep"),
        notes=f"# {mint('session', 'notes')}\n\n- {mint('session', 'notes')}",
        place=mint("session", "place"),
        link=f"https://a.example/{mint('session', 'place').split()[0]}",
        agenda=(AgendaItem(mint("session", "agenda"), 5), AgendaItem(mint("session", "agenda"))),
    )
    debrief = Near(new_id(), (mint("session", "debrief"), mint("session", "debrief")))
    action = Action(title=mint("action", "title"), mine=False)
    feedback = Feedback(
        name=mint("feedback", "title"),
        about=mint("feedback", "about"),
        answers=(
            Answer("ease", mint("feedback", "rating"), AnswerType.SCALE, rating=4),
            Answer(
                "start",
                mint("feedback", "answers"),
                AnswerType.MULTILINE,
                mint("feedback", "answers"),
            ),
            Answer(
                "own", mint("feedback", "answers"), AnswerType.TEXT, mint("feedback", "answers")
            ),
        ),
        note=mint("feedback", "remark"),
    )
    return {
        "session": Chosen(session, (), near=(debrief,)),
        "action": Chosen(action, (), people=(mint("action", "who"),)),
        "feedback": Chosen(feedback, (), people=(mint("feedback", "giver"),)),
    }


@st.composite
def packs(draw: st.DrawFn) -> tuple[Mint, list[tuple[str, Chosen]], set[tuple[str, str]]]:
    """A choice of items and fields, and what was ticked."""
    mint = Mint()
    items = everything(mint)
    names = draw(st.sets(st.sampled_from(sorted(items))))
    chosen, ticked = [], set()
    for name in sorted(names):
        whole = items[name]
        fields = draw(st.sets(st.sampled_from(fields_of(whole.kind))))
        kept = tuple(field for field in fields_of(whole.kind) if field in fields)
        chosen.append((name, _with(whole, kept)))
        ticked |= {(name, field) for field in (*kept, "title")}
    return mint, chosen, ticked


def _with(whole: Chosen, fields: tuple[str, ...]) -> Chosen:
    return replace(whole, fields=fields)


def _texts(data: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    pages = [page.get_textpage().get_text_range() for page in document]
    names = [bookmark.get_title() for bookmark in document.get_toc()]
    title = document.get_metadata_value("Title")
    document.close()
    return "".join("".join([title, *names, *pages]).split())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_a_file_holds_all_that_was_ticked_and_nothing_else(
    pack: tuple[Mint, list[tuple[str, Chosen]], set[tuple[str, str]]],
) -> None:
    mint, chosen, ticked = pack
    built = build(source(*(each for _, each in chosen)), None)
    text = _texts(built.data)
    for (item, field), words in mint.of.items():
        for word in words:
            assert (word in text) == ((item, field) in ticked), (item, field)
    assert new_id() not in text
    for each in (record for _, item in chosen for record in (item.record, *item.evidence)):
        assert each.id not in text
