"""What a session, actions and feedback are on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.document import Columns, LabelledText, Prose, TablePart
from app.domain.feedback import Feedback
from app.domain.forms import Answer, AnswerType
from app.domain.prose import Heading, Listing
from app.domain.sessions import Action, ActionState, Session
from app.sharing.compose import compose
from app.sharing.fields import said
from app.sharing.source import Chosen, fields_of
from app.sharing.talks import (
    action_words,
    actions_section,
    feedback_section,
    heads,
    rated,
    session_section,
    written,
)
from app.sharing.words import PackWords
from tests.sharing_sources import (
    ACTIONS,
    FEEDBACK,
    GIVER,
    SESSION,
    chosen,
    source,
    talked,
)

WORDS = PackWords()


def session(*fields: str, record: Session = SESSION) -> tuple[str, str, list[object]]:
    made = session_section(chosen(record, *fields), record, WORDS)
    return made.title, made.aside, list(made.parts)


def test_a_session_is_called_by_its_day_only_where_that_was_chosen() -> None:
    untitled = replace(SESSION, title="")
    assert session("when")[:2] == ("Before the board", "22 May 2026, 14:00, 50 minutes")
    assert session()[:2] == ("Before the board", "")
    assert session("when", record=untitled)[:2] == ("Session on 22 May 2026", "14:00, 50 minutes")
    assert session(record=untitled)[:2] == ("Session", "")


def test_the_question_is_set_large_above_the_agenda_with_its_minutes() -> None:
    question, agenda = session("question", "agenda")[2]
    assert isinstance(question, Prose)
    assert question.lead
    assert agenda == TablePart(
        ("Agenda", "Time"),
        (("Where the bets stand", "10 minutes"), ("What I was told", "")),
        frozenset({1}),
    )


def test_a_topic_without_a_title_is_one_more_topic() -> None:
    emptied = replace(SESSION, agenda=(replace(SESSION.agenda[0], title=""),))
    (agenda,) = session("agenda", record=emptied)[2]
    assert agenda == TablePart(
        ("Agenda", "Time"), (("One more topic", "10 minutes"),), frozenset({1})
    )


def test_place_preparation_and_notes_leave_only_one_by_one() -> None:
    place, prep, notes = session("place", "prep", "notes")[2]
    assert place == LabelledText("Where", "Room 4, https://meet.example/ruth")
    for part, label in ((prep, "How I prepare"), (notes, "Notes")):
        assert isinstance(part, Prose)
        heading = part.blocks[0]
        assert isinstance(heading, Heading)
        assert heading.line[0].text == label


def test_actions_in_a_row_are_one_table() -> None:
    document = compose(source(*(talked(each, "who", "due", "state") for each in ACTIONS)))
    (section,) = [each for each in document.sections if each.kicker == "Actions"]
    assert section.parts == (
        TablePart(
            ("Action", "Who", "By when"),
            (
                ("Send Johan the one-page bet", "Me", "29 May 2026"),
                ("Read the one-page bet", GIVER, "Done 20 May 2026"),
                ("Ask for a room", "Me", "Dropped"),
            ),
            frozenset({2}),
        ),
    )


def test_a_table_of_actions_has_the_columns_of_what_was_chosen() -> None:
    (who,) = actions_section([talked(ACTIONS[0], "who")], WORDS).parts
    assert who == TablePart(("Action", "Who"), (("Send Johan the one-page bet", "Me"),))
    (state,) = actions_section([talked(ACTIONS[0], "state")], WORDS).parts
    assert isinstance(state, TablePart)
    assert (state.header, state.rows[0][1]) == (("Action", "How it stands"), "Open")
    (due,) = actions_section([talked(ACTIONS[1], "due")], WORDS).parts
    assert isinstance(due, TablePart)
    assert due.rows[0][1] == "22 May 2026"


def test_actions_by_their_titles_alone_are_a_list() -> None:
    (part,) = actions_section([talked(each) for each in ACTIONS], WORDS).parts
    assert isinstance(part, Prose)
    (listing,) = part.blocks
    assert isinstance(listing, Listing)
    assert len(listing.items) == len(ACTIONS)


def test_an_action_says_of_a_field_nothing_that_was_not_chosen() -> None:
    done = talked(ACTIONS[1], "state")
    assert action_words(done, "who", WORDS) == ""
    assert action_words(done, "due", WORDS) == ""
    undated = replace(ACTIONS[1], state_day=None)
    assert action_words(talked(undated, "state"), "state", WORDS) == "Done"
    assert action_words(Chosen(SESSION, ("state",)), "state", WORDS) == ""


def test_start_stop_and_continue_stand_side_by_side() -> None:
    section = feedback_section(talked(FEEDBACK, "answers"), FEEDBACK, WORDS, first=True)
    beside, other = section.parts
    assert (section.kicker, section.title) == ("Feedback", "Start, stop, continue")
    assert beside == Columns(
        (
            LabelledText("Start doing", "Saying the number *first*"),
            LabelledText("Stop doing", "Hedging, as Priya says"),
        )
    )
    assert other == Columns((LabelledText("Which matters most?", "The first"),))


def test_a_scale_leaves_only_with_its_field() -> None:
    told = compose(source(talked(FEEDBACK, "answers", "about")))
    assert "of 5" not in repr(told.sections)
    (rating,) = feedback_section(talked(FEEDBACK, "rating"), FEEDBACK, WORDS, first=False).parts
    assert rating == TablePart((), (("How easy was that?", "4 of 5"),), frozenset({1}))


def test_what_goes_on_about_a_thing_stands_under_it() -> None:
    pulse = Feedback(
        name="Competency pulse",
        answers=(
            Answer("listening--rating", "Listening: hears people out", AnswerType.SCALE, rating=2),
            Answer("listening--evidence", "An example", AnswerType.MULTILINE, "You waited."),
        ),
    )
    assert heads(pulse.answers[0])
    assert not heads(pulse.answers[1])
    heading, answer = feedback_section(talked(pulse, "answers"), pulse, WORDS, first=True).parts
    assert isinstance(heading, Prose)
    assert answer == Columns((LabelledText("An example", "You waited."),))
    assert said(talked(pulse, "answers"), "answers") == (
        "Listening: hears people out",
        "An example",
        "You waited.",
    )
    assert said(talked(pulse, "rating"), "rating") == ("Listening: hears people out", "2")
    assert [each.question for each in rated(pulse)] == ["listening--rating"]
    assert [each.question for each in written(pulse)] == ["listening--evidence"]


def test_who_gave_it_and_my_note_leave_only_where_chosen() -> None:
    named = feedback_section(talked(FEEDBACK, "giver", "remark"), FEEDBACK, WORDS, first=True)
    assert named.parts == (
        LabelledText("From", GIVER),
        LabelledText("What I make of it", "She is right about Priya."),
    )
    unnamed = feedback_section(talked(FEEDBACK, "answers"), FEEDBACK, WORDS, first=True)
    assert GIVER not in repr(unnamed)


def test_every_field_of_the_three_says_what_it_says() -> None:
    action = Action(title="T", state=ActionState.DONE, state_day=date(2026, 5, 20))
    assert said(talked(action), "state") == ("done", "2026-05-20")
    assert said(talked(action), "who") == ("me",)
    assert said(chosen(SESSION), "when") == ("2026-05-22", "14:00", "50")
    assert said(chosen(SESSION), "agenda") == ("Where the bets stand", "10", "What I was told")
    for record in (SESSION, ACTIONS[0], FEEDBACK):
        whole = talked(record)
        assert all(said(whole, field) for field in fields_of(record.kind))
