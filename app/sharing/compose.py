"""From a share pack to a document: only what was chosen, in words for the person it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from app.domain.cycles import Cycle
from app.domain.document import Document, Fact, Figure, Prose, Section
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import Goal, Stretch
from app.domain.ids import Kind
from app.domain.packs import PackType
from app.domain.sessions import Action, Session
from app.prose import hiding, lines, parse, with_images
from app.sharing.charts import SharedChart
from app.sharing.colophon import colophon, details_withheld
from app.sharing.redact import Redaction
from app.sharing.sections import (
    chart_section,
    cycle_section,
    entry_section,
    experience_section,
    goal_section,
    stretch_section,
    titles_section,
)
from app.sharing.source import Chosen, PackSource
from app.sharing.talks import actions_section, feedback_section, session_section
from app.sharing.words import PackWords

ENGLISH = PackWords()


def compose(source: PackSource, words: PackWords = ENGLISH) -> Document:
    """The document of a pack. It is pure: the same source gives the same document."""
    redaction = Redaction(source, words)
    source = redaction.source(source)
    told = (redaction.section(each) for each in _sections(source, words))
    told = (each for each in told if each.title or each.parts)
    sections = tuple(_illustrated(each, source, words) for each in told)
    cutter = redaction.cutter
    pack, day = source.pack, words.day(source.now.day)
    return Document(
        title=pack.title.strip() or _untitled(source, words),
        language=words.language,
        overline=cutter.text(_overline(source, words)),
        facts=tuple(_facts(source, words, details_withheld(source, cutter))),
        sections=sections,
        colophon=tuple(colophon(source, words, cutter)),
        imprint=_imprint(source, words),
        footer=_footer(source, words),
        date=day,
        page_label=words.page_label,
        paper=pack.paper,
        sample=words.sample if source.sample else "",
        done=words.ticked_spoken,
        to_do=words.open_spoken,
        picture=words.picture_spoken,
        figures=_figures(source, sections),
    )


def section(chosen: Chosen, words: PackWords, *, first: bool) -> Section:
    """The section of an item; `first` is the first of its kind in a row."""
    record = chosen.record
    if isinstance(record, Entry | SharedChart | Feedback):
        return _one_of_several(chosen, record, words, first=first)
    if isinstance(record, Session):
        return session_section(chosen, record, words)
    if isinstance(record, Action):
        return actions_section([chosen], words)
    return _planned(chosen, record, words)


def _one_of_several(
    chosen: Chosen, record: Entry | SharedChart | Feedback, words: PackWords, *, first: bool
) -> Section:
    if isinstance(record, Entry):
        return entry_section(chosen, record, words, first=first)
    if isinstance(record, Feedback):
        return feedback_section(chosen, record, words, first=first)
    return chart_section(chosen, record, words, first=first)


def _planned(
    chosen: Chosen, record: Cycle | Experience | Goal | Stretch, words: PackWords
) -> Section:
    if isinstance(record, Cycle):
        return cycle_section(chosen, record, words)
    if isinstance(record, Goal):
        return goal_section(chosen, record, words)
    if isinstance(record, Experience):
        return experience_section(chosen, record, words)
    return stretch_section(chosen, record, words)


def named(source: PackSource, words: PackWords) -> str:
    """The recipient with what they are to the mentee: "Ruth Adeyemi, mentor"."""
    relation = words.relations[source.relation]
    return ", ".join(part for part in (source.recipient.strip(), relation) if part)


def _overline(source: PackSource, words: PackWords) -> str:
    """What this is, and where in a cycle that was chosen too it was made."""
    name = words.agreement if _only_agreements(source) else words.types[source.pack.type]
    day = source.now.day
    for cycle in (each.record for each in source.chosen):
        if isinstance(cycle, Cycle) and cycle.runs(day):
            week, weeks = cycle.week_of(day), cycle.weeks
            return words.in_cycle.format(name=name, cycle=cycle.title, week=week, weeks=weeks)
    return name


def _only_agreements(source: PackSource) -> bool:
    return bool(source.chosen) and all(each.has("agreement") for each in source.chosen)


def _untitled(source: PackSource, words: PackWords) -> str:
    if _only_agreements(source):
        return words.agreed_title
    name = source.recipient.strip()
    if name and source.pack.type is PackType.BRIEF:
        return words.untitled_brief.format(name=name)
    return words.untitled.format(name=name) if name else words.untitled_plain


def _facts(source: PackSource, words: PackWords, details: int) -> Iterator[Fact]:
    contents = words.figures(words.items, len(source.chosen))
    if details:
        contents = f"{contents}, {words.figures(words.withheld_details, details)}"
    for label, value in (
        (words.from_label, source.owner.strip()),
        (words.for_label, named(source, words)),
        (words.purpose_label, source.pack.purpose.strip()),
        (words.contents_label, contents),
    ):
        if value:
            yield Fact(label, value)


def _sections(source: PackSource, words: PackWords) -> Iterator[Section]:
    if blocks := parse(source.pack.note):
        note = Prose(hiding(blocks), lead=True)
        yield Section(title="", kicker=words.note_kicker, parts=(note,))
    for kind, run in groupby(source.chosen, lambda each: each.kind):
        if kind is Kind.ACTION:
            yield actions_section(list(run), words)
        else:
            yield from _of_a_kind(run, words)


def _of_a_kind(run: Iterable[Chosen], words: PackWords) -> Iterator[Section]:
    """The sections of items of one kind in a row; entries by their titles alone share one."""
    first = True
    for bare, part in groupby(run, lambda each: each.kind is Kind.ENTRY and not each.fields):
        items = list(part)
        if bare and len(items) > 1:
            yield titles_section(items, words, first=first)
            first = False
            continue
        for chosen in items:
            yield section(chosen, words, first=first)
            first = False


def _illustrated(section: Section, source: PackSource, words: PackWords) -> Section:
    """A section with images that are there and may leave, and with words for any other."""
    parts = (
        replace(part, blocks=with_images(part.blocks, source.figures, words.image))
        if isinstance(part, Prose)
        else part
        for part in section.parts
    )
    return replace(section, parts=tuple(parts))


def _figures(source: PackSource, sections: Iterable[Section]) -> dict[str, Figure]:
    """The images that the sections still show: with a withheld passage, its images go too."""
    proses = (part for each in sections for part in each.parts if isinstance(part, Prose))
    shown = {run.picture for each in proses for line in lines(each.blocks) for run in line}
    return {name: figure for name, figure in source.figures.items() if name in shown}


def _imprint(source: PackSource, words: PackWords) -> str:
    form = words.imprint if source.owner.strip() else words.imprint_plain
    day, time = words.day(source.now.day), words.time(source.now)
    return form.format(owner=source.owner.strip(), day=day, time=time)


def _footer(source: PackSource, words: PackWords) -> str:
    form = words.footer if source.owner.strip() else words.footer_plain
    return form.format(owner=source.owner.strip(), name=source.recipient.strip())
