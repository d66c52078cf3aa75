from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.cycles import Relation
from app.domain.document import LabelledText, Prose, TablePart
from app.domain.ids import Id
from app.domain.packs import Pack, PackType
from app.sharing.compose import compose, named
from app.sharing.words import PackWords
from tests.sharing_sources import (
    AGREED,
    CYCLE,
    ENTRY,
    EVIDENCE,
    EXPERIENCE,
    GOAL,
    SESSION,
    STRETCH,
    chosen,
    source,
)

FULL = source(chosen(GOAL, evidence=(EVIDENCE,)), chosen(STRETCH, "why"), chosen(ENTRY, "body"))


def test_the_head_says_from_whom_for_whom_and_what_for() -> None:
    facts = {fact.label: fact.value for fact in compose(FULL).facts}
    assert facts == {
        "From": "Ines Duarte",
        "For": "Ruth Adeyemi, mentor",
        "Purpose": "Our check-in on 29 May",
        "Contents": "3 items, 1 detail withheld",
    }


def test_what_is_unknown_is_left_out_of_the_head() -> None:
    nobody = replace(FULL, owner="", recipient="", relation=Relation.OTHER, pack=Pack())
    document = compose(nobody)
    assert [fact.label for fact in document.facts] == ["Contents"]
    assert document.title == "A summary"
    assert document.imprint == "Made with Greenroom, 20 May 2026, 12:00."


def test_items_stand_in_the_order_they_were_put_into() -> None:
    older = replace(ENTRY, id=Id("older"), at=ENTRY.at - 1)
    pack = source(chosen(GOAL), chosen(ENTRY, "body"), chosen(older), chosen(STRETCH))
    kickers = [section.kicker for section in compose(pack).sections]
    assert kickers == [
        "What I would like from you",
        "Goal",
        "From my journal",
        "",
        "Stretch goal",
    ]


def test_only_the_sample_vault_says_sample() -> None:
    assert compose(source()).sample == ""
    assert compose(source(sample=True)).sample == "SAMPLE"


def test_the_same_source_gives_the_same_document() -> None:
    assert compose(FULL) == compose(FULL)


def test_other_words_are_used_throughout() -> None:
    types = {PackType.OWN: "Überblick"}
    words = PackWords(goal="Ziel", types=types, language="de", open_spoken="Offen")
    document = compose(FULL, words)
    assert document.to_do == "Offen"
    assert (document.language, document.overline) == ("de", "Überblick")
    assert document.sections[1].kicker == "Ziel"


def test_a_recipient_with_and_without_a_relation() -> None:
    assert named(FULL, PackWords()) == "Ruth Adeyemi, mentor"
    assert named(replace(FULL, relation=Relation.OTHER), PackWords()) == "Ruth Adeyemi"


def test_an_experience_says_that_its_evidence_stays() -> None:
    behind = chosen(EXPERIENCE, "did", evidence=(EVIDENCE,))
    document = compose(source(chosen(STRETCH, "why"), behind))
    assert document.sections[2].badge == "Evidence withheld"
    (included,) = next(each.parts for each in document.colophon if each.kicker == "Included")
    assert isinstance(included, TablePart)
    assert included.rows[1] == (EXPERIENCE.title, "Experience, without its evidence")


def test_a_cycle_shows_only_what_was_chosen_of_it() -> None:
    document = compose(source(chosen(CYCLE, "dates", "agreement"), chosen(GOAL, "why")))
    section = document.sections[1]
    assert (section.title, section.kicker) == ("Spring cycle", "Coaching cycle")
    assert section.parts == (
        LabelledText(
            "Dates", "2 March 2026 to 28 August 2026, with a check-in halfway on 29 May 2026"
        ),
        TablePart((), AGREED),
    )


def test_the_line_over_the_title_says_what_it_is_and_where_in_a_chosen_cycle() -> None:
    """The name of a cycle that was not chosen does not leave."""
    sponsor = replace(FULL, pack=replace(FULL.pack, type=PackType.SPONSOR))
    assert compose(FULL).overline == "Growth summary"
    assert compose(sponsor).overline == "Sponsor brief"
    cycle = replace(sponsor, chosen=(chosen(CYCLE, "dates"),))
    assert compose(cycle).overline == "Sponsor brief · Spring cycle, week 12 of 26"
    later = replace(cycle.chosen[0], record=replace(CYCLE, start=date(2026, 8, 1)))
    assert compose(replace(cycle, chosen=(later,))).overline == "Sponsor brief"


def test_an_agreement_alone_is_called_what_it_is() -> None:
    document = compose(source(chosen(CYCLE, "agreement")))
    assert document.overline.startswith("Working agreement")
    assert document.sections[1].parts == (TablePart((), AGREED),)


def test_an_agreement_without_a_title_is_given_one() -> None:
    """A cycle of which something else leaves is a summary like any other."""
    pack = source(chosen(CYCLE, "agreement"))
    untitled = replace(pack, pack=replace(pack.pack, title=""))
    assert compose(untitled).title == "What we agreed"
    other = replace(untitled, chosen=(chosen(CYCLE, "purpose"),))
    assert compose(other).title == "A summary for Ruth Adeyemi"


def test_purpose_and_outcome_of_a_cycle_leave_only_where_they_were_ticked() -> None:
    (told,) = compose(source(chosen(CYCLE, "purpose", "outcome"))).sections[1:2]
    assert isinstance(told.parts[0], Prose)
    assert told.parts[1] == LabelledText("What came of it", "Two releases went out without me.")


def test_entries_by_their_titles_alone_share_a_table() -> None:
    untitled = replace(ENTRY, title="")
    bare = [chosen(each) for each in (ENTRY, untitled)]
    told = compose(source(*bare, chosen(ENTRY, "body"))).sections[1:]
    rows = ((ENTRY.title, "14 May 2026"), ("Journal entry of 14 May 2026", ""))
    assert told[0].parts == (TablePart((), rows, frozenset({1})),)
    assert [(each.kicker, each.title) for each in told] == [
        ("From my journal", ""),
        ("", ENTRY.title),
    ]
    assert [each.title for each in compose(source(bare[0])).sections[1:]] == [ENTRY.title]


def test_a_brief_without_a_title_is_called_by_its_reader() -> None:
    brief = source(chosen(SESSION, "question"))
    brief = replace(brief, pack=replace(brief.pack, title="", type=PackType.BRIEF))
    assert compose(brief).title == "A brief for Ruth Adeyemi"
    assert compose(brief).overline == "Session brief"
