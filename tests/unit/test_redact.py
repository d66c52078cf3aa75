"""What is withheld is taken out of the document itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.charts.seen import ChartChoice
from app.charts.stretch import StretchWords, stretch_spark
from app.domain.cycles import Relation
from app.domain.document import (
    Badge,
    ChartPart,
    Columns,
    Figure,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
    Section,
    TablePart,
)
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.images import Image
from app.domain.packs import Passage
from app.domain.progress import trend
from app.domain.progress.themes import Theme, Themes
from app.domain.prose import (
    Grid,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Run,
)
from app.sharing.charts import SharedChart
from app.sharing.compose import compose
from app.sharing.redact import Redaction
from app.sharing.source import PackSource, Unnamed
from app.sharing.words import PackWords
from tests.sharing_sources import CYCLE, ENTRY, EXPERIENCE, GOAL, STRETCH, chosen, source

DEV = "I think Dev knew too, and I was angry that he let me carry it."
BEFORE, AFTER = "It took me until the corridor to tell her.", "What I want next time is small."
PRIYA = Unnamed("Priya Nair", Relation.PEER)
JOHAN = Unnamed("Johan Lindqvist", Relation.MANAGER)


def pack(body: str, *passages: Passage, title: str = "") -> PackSource:
    """A pack of one entry of which these passages are withheld."""
    entry = Entry(id=Id("entry-id"), title=title, body=body, day=ENTRY.day)
    return source(replace(chosen(entry, "body"), passages=passages))


def parts(made: PackSource) -> tuple[Part, ...]:
    """What the one entry of a pack shows."""
    return compose(made).sections[1].parts


def line(made: PackSource) -> str:
    """The words of an entry that shows one paragraph."""
    (part,) = parts(made)
    assert isinstance(part, Prose)
    (block,) = part.blocks
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.line)


def test_a_sentence_leaves_a_badge_in_its_place() -> None:
    made = pack(f"{BEFORE} {DEV} {AFTER}", Passage(DEV))
    before, badge, after = parts(made)
    assert before == Prose((Paragraph((Run(BEFORE + " "),)),))
    assert badge == Badge("One passage withheld by Ines")
    assert after == Prose((Paragraph((Run(AFTER),)),))


def test_without_a_trace_nothing_tells_that_there_was_more() -> None:
    made = pack(f"{BEFORE} {DEV} {AFTER}", Passage(DEV, marked=False))
    assert line(made) == f"{BEFORE} {AFTER}"
    document = compose(made)
    assert "withheld" not in repr((document.facts, document.colophon))


def test_the_last_page_counts_what_left_a_mark() -> None:
    document = compose(pack(f"{BEFORE} {DEV}", Passage(DEV), Passage("not in it")))
    assert document.facts[-1].value == "1 item, 1 detail withheld"
    (rows,) = (each.parts[0] for each in document.colophon if each.kicker == "Included")
    assert isinstance(rows, TablePart)
    assert rows.rows[0][1] == "14 May 2026, one passage withheld"
    (told,) = (each.parts[0] for each in document.colophon if each.kicker == "Withheld")
    assert "One detail: one passage. It was taken out before" in repr(told)


@pytest.mark.parametrize(
    ("body", "passage", "shown"),
    [
        ("I think Dev knew too.", "Dev", "I think [withheld] knew too."),
        ("I think **Dev knew** too.", "Dev knew", "I think [withheld] too."),
        ("I **think Dev** knew too.", "Dev knew", "I think [withheld] too."),
        ("I think Dev\nknew too.", "Dev knew", "I think [withheld] too."),
        ("I think Dev knew it. Deva did not.", "dev", "I think [withheld] knew it. Deva did not."),
        ("The ﬁle of Zoe\u0308 is thin.", "file of Zoë", "The [withheld] is thin."),
    ],
)
def test_words_inside_a_sentence_leave_a_word(body: str, passage: str, shown: str) -> None:
    assert line(pack(body, Passage(passage))) == shown


def test_a_passage_may_run_on_over_paragraphs_lists_and_tables() -> None:
    body = "# Head one\n\nOne two.\n\n- three\n- four\n\n> five\n\n| six | b |\n|--|--|\n| c | d |"
    (part,) = parts(pack(body, Passage("two.\nthree\nfour\nfive\nsix")))
    assert isinstance(part, Prose)
    heading, paragraph, grid = part.blocks
    assert heading == Heading(1, (Run("Head one"),))
    assert paragraph == Paragraph((Run("One "), Run("[withheld]", italic=True)))
    assert isinstance(grid, Grid)
    assert [line[0].text for line in grid.header if line] == ["b"]


def test_a_note_and_a_purpose_that_go_leave_no_hole() -> None:
    texts = ("Push on the size of the bet", "Our check-in on 29 May", "Mid check-in with Ruth")
    document = compose(pack(BEFORE, *(Passage(text, marked=False) for text in texts)))
    assert [each.title for each in document.sections] == ["Journal entry of 14 May 2026"]
    assert [fact.value for fact in document.facts][2:] == ["Growth summary", "1 item"]
    assert "for one purpose: Growth summary." in repr(document.colophon)
    assert document.title == "A summary for Ruth Adeyemi"


def test_what_is_left_empty_goes() -> None:
    body = "- one\n- [ ] two\n\n> three\n\n```\nfour\n```"
    passages = [Passage(text, marked=False) for text in ("two", "three", "four")]
    (part,) = parts(pack(body, *passages))
    assert isinstance(part, Prose)
    assert part.blocks == (Listing((ListItem((Paragraph((Run("one"),)),)),)),)


def test_a_heading_that_goes_leaves_a_badge() -> None:
    made = pack("# Just for me\n\nDev knew.\n\nThe end.", Passage("Just for me\nDev knew."))
    badge, rest = parts(made)
    assert badge == Badge("One passage withheld by Ines")
    assert rest == Prose((Paragraph((Run("The end."),)),))


def test_marks_inside_lists_and_quotations_stay_inside() -> None:
    (part,) = parts(pack("> one two\n\n1. three four", Passage("one two"), Passage("four")))
    mark = Run("[withheld]", italic=True)
    item = ListItem((Paragraph((Run("three "), mark)),))
    assert part == Prose((Quotation((Paragraph((mark,)),)), Listing((item,), ordered=True)))


def test_passages_side_by_side_leave_one_mark() -> None:
    assert line(pack("one two three four", Passage("two"), Passage("three"))) == (
        "one [withheld] four"
    )


def test_a_link_that_says_it_is_no_link_any_more() -> None:
    body = "See [here](https://example.org/dev-knew%20too) and [there](https://example.org/)."
    (part,) = parts(pack(body, Passage("Dev knew too")))
    assert isinstance(part, Prose)
    assert isinstance(part.blocks[0], Paragraph)
    assert [run.link for run in part.blocks[0].line if run.text in {"here", "there"}] == [
        "",
        "https://example.org/",
    ]


def test_a_picture_inside_of_it_goes_with_it() -> None:
    image = Image(id=Id("01890000-0000-7000-8000-000000000000"), sha256="a")
    shown = f"image:{image.id}"
    body = f"One.\n\n![]({shown})\n\nTwo. ![Dev at the desk]({shown}) Three."

    def made(*passages: Passage) -> str:
        (entry,) = pack(body, *passages).chosen
        item = replace(entry, fields=("body", "images"), images=(image,))
        figures = {str(image.id): Figure("a", b"")}
        return repr(parts(replace(source(item), figures=figures)))

    assert "picture='01890000" not in made(Passage("One.\nTwo."), Passage("Dev at the desk"))
    kept = made(Passage("Dev"))
    assert kept.count("picture='01890000") == 2
    assert "[withheld] at the desk" in kept


def test_an_image_that_stays_goes_with_a_passage_around_it() -> None:
    """What stands for it must not keep the passage from being found."""
    image = "image:01890000-0000-7000-8000-000000000000"
    for alt in ("", "Dev"):
        body = f"First.\n\n![{alt}]({image})\n\nSecond. Third."
        told = repr(parts(pack(body, Passage(f"First. {alt} Second."))))
        assert "First" not in told
        assert "Second" not in told
        assert "Dev" not in told


def test_it_stays_wherever_in_the_pack_it_stands() -> None:
    made = pack(f"{BEFORE} {DEV}", Passage("Dev"), title="Lunch with Dev")
    goal = chosen(replace(GOAL, why="Dev asked.", obstacle="Because of Dev"), "why", "obstacle")
    head = replace(made.pack, title="On Dev", purpose="Dev and I", note="Ask me about Dev.")
    document = compose(replace(made, pack=head, chosen=(*made.chosen, goal)))
    assert "Dev" not in repr(document)
    assert document.title == "On [withheld]"


def test_people_are_called_by_what_they_are() -> None:
    body = "Priya asked Johan's team. Ms Nair and Johan Lindqvist said no. PRIYA! But priyanka?"
    made = replace(pack(body), unnamed=(PRIYA, JOHAN))
    assert line(made) == (
        "A colleague asked my manager's team. Ms a colleague and my manager said no. "
        "A colleague! But priyanka?"
    )
    assert compose(made).facts[-1].value == "1 item, 2 details withheld"
    assert "the names of two people" in repr(compose(made).colophon)


def test_the_reader_keeps_their_name() -> None:
    made = replace(pack("Ruth and Ruth Nair met."), unnamed=(Unnamed("Ruth Nair", Relation.OTHER),))
    assert line(made) == "Ruth and somebody met."


def test_a_short_name_that_is_a_word_is_left_where_it_is_one() -> None:
    will = Unnamed("Will", Relation.SPONSOR)
    made = replace(pack("I will ask Will. Will he?"), unnamed=(will,))
    assert line(made) == "I will ask my sponsor. My sponsor he?"


def test_a_name_in_a_tag_is_replaced_however_it_is_spelled() -> None:
    item = chosen(replace(ENTRY, tags=("priya", "1on1_johan-lindqvist", "quiet")), "body", "tags")
    made = replace(source(item), unnamed=(PRIYA, JOHAN))
    (tags,) = (part for part in compose(made).sections[1].parts if isinstance(part, LabelledText))
    assert tags.text == "a colleague, 1on1 my manager, quiet"
    assert compose(made).facts[-1].value == "1 item, 2 details withheld"


def test_a_name_in_a_chart_of_tags_is_replaced() -> None:
    months = (date(2026, 4, 1), date(2026, 5, 1))
    rows = (Theme("priya", months[0], (3, 4)), Theme("quiet", months[0], (3, 4)))
    choice = ChartChoice("themes", months[0], months[1])
    chart = SharedChart(choice, "Themes", Themes(months, rows, entries=14))
    made = replace(source(chosen(chart, "chart")), unnamed=(PRIYA,))
    told = repr(compose(made))
    assert "priya" not in told
    assert "a colleague" in told


def test_a_name_written_small_in_an_address_is_replaced() -> None:
    body = "Ask priya@firm.org or [her](mailto:priya@firm.org), as priya does."
    made = replace(pack(body), unnamed=(PRIYA,))
    assert line(made) == "Ask a colleague@firm.org or her, as priya does."
    assert "mailto" not in repr(compose(made))


@pytest.mark.parametrize(
    "name", ["José Ångström", "Jose Angstrom", "Jose\u0301 A\u030angstro\u0308m"]
)
def test_a_name_is_found_with_and_without_its_accents(name: str) -> None:
    body = "José, Jose, Jose\u0301 or Ångström's, Angstrom and #jose."
    made = replace(pack(body), unnamed=(Unnamed(name, Relation.MANAGER),))
    role = "my manager"
    assert line(made) == f"My manager, {role}, {role} or {role}'s, {role} and #{role}."


def test_a_name_that_two_have_tells_neither_by_their_role() -> None:
    two = (Unnamed("Ana Silva", Relation.MANAGER), Unnamed("Ana Costa", Relation.PEER))
    made = replace(pack("Then Ana Costa met Ana and Silva."), unnamed=two)
    assert line(made) == "Then a colleague met somebody and my manager."


def test_words_that_come_together_once_others_went_go_too() -> None:
    gone = [Passage(text, marked=False) for text in ("sell Berlin", "hardly ever")]
    assert line(pack("They sell hardly ever Berlin flats.", *gone)) == "They flats."
    marked = Passage("hardly ever")
    assert line(pack("They sell hardly ever Berlin flats.", gone[0], marked)) == (
        "They sell [withheld] Berlin flats."
    )


def test_a_passage_that_goes_without_a_trace_from_one_item_leaves_none_in_another() -> None:
    made = pack("Dev knew. So.", Passage("Dev knew", marked=False))
    other = replace(
        chosen(replace(GOAL, why="Dev knew. Yes."), "why"), passages=(Passage("Dev knew"),)
    )
    document = compose(replace(made, chosen=(*made.chosen, other)))
    assert "ithheld" not in repr(document)


def test_what_an_item_of_the_pack_keeps_that_does_not_leave_stays_in_the_others() -> None:
    made = replace(pack("I wrote: Dev knew."), kept=(Passage("Dev knew"),))
    assert line(made) == "I wrote: [withheld]."


def test_without_a_trace_no_row_and_no_comma_is_left() -> None:
    texts = ("Every three weeks, 45 minutes", "Put the request in writing", "Priya Raman",
             "Spring cycle", "teams", "who can state our three bets")  # fmt: skip
    gone = tuple(Passage(text, marked=False) for text in texts)
    aim = replace(chosen(GOAL, "measure"), passages=gone)
    lived = chosen(EXPERIENCE, "people")
    document = compose(source(aim, chosen(CYCLE, "agreement"), chosen(STRETCH, "targets"), lived))
    goal, cycle, stretch, experience = document.sections[1:]
    (bar,) = goal.parts
    assert isinstance(bar, MeasureBar)
    assert (bar.start, bar.description) == ("1", "Measure: 3 now, from 1 to 5 by 31 July 2026")
    (agreed,) = cycle.parts
    assert isinstance(agreed, TablePart)
    assert [label for label, _ in agreed.rows] == ["Topics either of us would rather leave out"]
    assert cycle.title == "Coaching cycle"
    assert document.overline == "Growth summary · Coaching cycle, week 12 of 26"
    assert stretch.parts == (LabelledText("I reach for", "Make the case to the board myself"),)
    assert experience.parts == (LabelledText("With", "Dafydd Price-Jones"),)


def test_every_part_is_searched() -> None:
    step = replace(GOAL, why="", measure="teams of Priya", unit="Priya's")
    made = replace(
        source(chosen(step, *("measure", "alignment")), chosen(GOAL, "milestones", "check_ins")),
        unnamed=(PRIYA,),
    )
    made = replace(made, chosen=(replace(made.chosen[0], check_ins=()), made.chosen[1]))
    told = repr(compose(made).sections)
    assert "Priya" not in told
    assert "teams of a colleague" in told
    assert "Three bets agreed with a colleague" in told


def test_texts_side_by_side_are_searched_and_charts_keep_their_drawing() -> None:
    made = pack("Dev knew.", Passage("Dev", marked=False))
    redaction = Redaction(made, PackWords())
    columns = Columns((LabelledText("Start", "Asking Dev first"), LabelledText("Stop", "Dev")))
    chart = ChartPart(stretch_spark(trend([]), StretchWords()))
    section = redaction.section(Section(title="Dev", parts=(columns, chart)))
    assert section.title == ""
    assert section.parts == (
        Columns((LabelledText("Start", "Asking first"),)),
        chart,
    )


def test_a_part_without_words_is_left_out() -> None:
    goal = chosen(replace(GOAL, obstacle="Dev"), "obstacle")
    goal = replace(goal, passages=(Passage("Dev", marked=False),))
    assert compose(source(goal)).sections[1].parts == ()


def test_nothing_is_touched_where_nothing_is_withheld() -> None:
    made = pack(f"{BEFORE} {DEV}")
    redaction = Redaction(made, PackWords())
    assert redaction.source(made) == made
    section = compose(made).sections[1]
    assert redaction.section(section) == section
    assert isinstance(section.parts[0], Prose | LabelledText)
