"""Whatever givers allow and whatever is ticked: debriefs, private words and names stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Op
from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.feedback import Feedback, FeedbackState, Linked
from app.domain.forms import GIVER, Answer, AnswerType, Consent
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.domain.packs import FIELDS, Pack, PackType
from app.domain.records import Record
from app.domain.sessions import Action, AgendaItem, Debrief, Score, Session
from app.operations.packs import build
from app.queries.packs import candidates, source
from tests.documents import words
from tests.vaults import NOON, new_vault

LIBRARY = Library()
PEOPLE = ("Tomasz Wieczorek", "Bartholomew Quill", "Xiulan Ferreira", "Oluwaseun Adebayo")
RUTH = Person(name="Ruth Lindqvist")


@dataclass(frozen=True)
class Given:
    """Feedback of one person, as they allow it and as the mentee keeps it."""

    person: int
    consent: Consent
    state: FeedbackState
    signed: bool
    on_agenda: bool

    @property
    def may_leave(self) -> bool:
        """Whether a pack may hold it."""
        return self.state is FeedbackState.KEPT and self.consent is not Consent.PRIVATE


GIVEN = st.lists(
    st.builds(
        Given,
        st.integers(0, len(PEOPLE) - 1),
        st.sampled_from(Consent),
        st.sampled_from([FeedbackState.KEPT, FeedbackState.KEPT, *FeedbackState]),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def records(given_: list[Given]) -> list[Record]:
    """A vault of people who all are named everywhere, and of what must not leave."""
    people = [Person(name=name, relation=Relation.MANAGER) for name in PEOPLE]
    goal = Goal(title=f"Speak first, said {PEOPLE[0]}", why=f"{PEOPLE[1]} told me to.")
    behind = Entry(title="Behind it", body="zqentryqz", at=NOON.at, day=NOON.day)
    found: list[Record] = [RUTH, *people, goal, behind]
    agenda = [AgendaItem("Behind it", 5, "zqpromptqz", Kind.ENTRY, behind.id)]
    for number, each in enumerate(given_):
        name, person = PEOPLE[each.person], people[each.person]
        text = f"zqword{number}qz as {PEOPLE[(each.person + 1) % 4].split()[0]} says, {name}"
        answers = [
            Answer("start", f"What could {name} see?", AnswerType.MULTILINE, text),
            Answer("ease", f"zqscale{number}qz", AnswerType.SCALE, rating=3),
            Answer(GIVER, "Your name", AnswerType.TEXT, name if each.signed else ""),
        ]
        feedback = Feedback(
            person=person.id,
            giver=name if each.signed else "",
            name=f"Form {number}",
            about=f"The talk with {name}",
            answers=tuple(answers),
            consent=each.consent,
            state=each.state,
            note=f"zqnote{number}qz",
            links=(Linked(Kind.GOAL, goal.id),) if each.may_leave else (),
        )
        found.append(feedback)
        found.append(Action(title=f"Thank {name}", person=person.id, mine=False))
        found.append(
            Assessment(
                day=NOON.day,
                person=person.id if each.signed else RUTH.id,
                by=name,
                ratings=(Rating("listening", f"zqrated{number}qz", 2, note="zqproofqz"),),
            )
        )
        if each.on_agenda:
            agenda.append(AgendaItem(f"Form of {name}", 5, "", Kind.FEEDBACK, feedback.id))
    session = Session(
        title=f"With {PEOPLE[2]}", person=people[2].id, question="What now?", agenda=tuple(agenda)
    ).dated(NOON)
    debrief = Debrief(
        session=session.id,
        scores=(Score("useful", 2),),
        answers="zqdebriefqz and more",
        next_step="zqnextqz",
    )
    return [*found, session, debrief]


@given(GIVEN, st.sampled_from(PackType))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_everything_that_can_be_ticked_is_ticked_and_nothing_of_it_leaves(
    given_: list[Given], pack_type: PackType
) -> None:
    with TemporaryDirectory() as folder:
        vault = new_vault(Path(folder, "a.greenroom"))
        with vault.transact(Op.IMPORT) as write:
            for record in records(given_):
                write.put(record)
        pack = Pack(recipient=RUTH.id, purpose="Our talk", type=pack_type, first=date(2020, 1, 1))
        for candidate in candidates(vault, LIBRARY, (), RUTH.id):
            if candidate.title != "Behind it":
                pack = pack.with_item(candidate.choice(FIELDS[candidate.kind]))
        of_pack = source(vault, pack, LIBRARY)
        shown = words(build(of_pack, None).data)
        vault.close()
    kinds = {chosen.kind for chosen in of_pack.chosen}
    assert Kind.SESSION in kinds
    assert Kind.ACTION in kinds
    for word in ("zqdebriefqz", "zqnextqz", "zqentryqz", "zqpromptqz", "zqproofqz", "zqrated"):
        assert word not in shown
    for number, each in enumerate(given_):
        for word in (f"zqword{number}qz", f"zqscale{number}qz", f"zqnote{number}qz"):
            assert (word in shown) == each.may_leave, word
    silent = {
        each.person
        for each in given_
        if (each.may_leave or each.on_agenda)
        and not (each.may_leave and each.consent is Consent.NAMED)
    }
    for person in silent:
        for part in PEOPLE[person].split():
            assert part not in shown, part
