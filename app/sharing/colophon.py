"""The last page of a pack: what is in it, what is not, and what the reader is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from app.charts import confidence, themes
from app.domain.document import Prose, Section, TablePart
from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.packs import Passage
from app.domain.prose import Paragraph, Run
from app.domain.sessions import Session
from app.sharing.charts import SharedChart
from app.sharing.cutting import Cutter
from app.sharing.source import Chosen, PackSource
from app.sharing.words import PackWords, kind_words


def details_withheld(source: PackSource, cutter: Cutter) -> int:
    """How many details the last page tells of; what goes without a trace is none."""
    return source.withheld_evidence + len(_marked(cutter)) + len(cutter.unnamed)


def colophon(source: PackSource, words: PackWords, cutter: Cutter) -> Iterator[Section]:
    """The sections of the last page, of a pack without the withheld.

    `cutter` has seen the other pages and knows what was withheld in them.
    """
    said = Prose(_plain_text(_chosen_words(source, words)))
    yield Section(title=words.about_title, kicker=words.about, parts=(said,))
    if source.chosen:
        rows = tuple(
            (cutter.text(_name(each, words)), _kind(each, words, cutter)) for each in source.chosen
        )
        table = TablePart((), rows, frozenset({1}))
        yield Section(title="", kicker=words.included, parts=(table,))
    if told := _withheld(source, words, cutter):
        yield Section(title="", kicker=words.withheld, parts=(Prose(_plain_text(told)),))
    rest = Prose(_plain_text(_left_out(source, words)))
    yield Section(title="", kicker=words.left_out, parts=(rest,))
    until, asked = source.pack.until, words.please_text
    if until is not None:
        asked = words.please_by.format(day=words.day(until))
    please = Prose(_plain_text(asked), lead=True, framed=True)
    yield Section(title="", kicker=words.please, parts=(please,))


def _chosen_words(source: PackSource, words: PackWords) -> str:
    if not source.chosen:
        return words.nothing_chosen
    purpose = source.pack.purpose.strip()
    return words.counted(
        words.chosen,
        len(source.chosen),
        owner=source.owner.strip() or words.somebody,
        name=source.recipient.strip(),
        purpose=purpose if purpose.endswith((".", "?", "!")) else f"{purpose}.",
    )


def _name(chosen: Chosen, words: PackWords) -> str:
    record = chosen.record
    if isinstance(record, Entry) and not record.title.strip():
        return words.entry.format(day=words.day(record.day))
    return record.title.strip() or kind_words(record.kind, words)


def _kind(chosen: Chosen, words: PackWords, cutter: Cutter) -> str:
    """What an item is, and what of it is withheld."""
    record = chosen.record
    kind = kind_words(record.kind, words)
    if isinstance(record, Entry) or (isinstance(record, Session) and chosen.has("when")):
        kind = words.day(record.day)
    if isinstance(record, Feedback) and not chosen.has("giver"):
        kind = words.without_giver.format(kind=kind)
    if chosen.evidence:
        kind = words.without_evidence.format(kind=kind)
    marked = {each.text for each in _marked(cutter)}
    if count := sum(each.text in marked for each in chosen.passages):
        passages = words.counted(words.withheld_passages, count)
        kind = words.with_withheld.format(kind=kind, passages=passages)
    return kind


def _marked(cutter: Cutter) -> list[Passage]:
    """The passages that left a mark."""
    return [each for each in cutter.passages if each.marked]


def _withheld(source: PackSource, words: PackWords, cutter: Cutter) -> str:
    """What was withheld, counted; empty where nothing is to be told."""
    counts = (
        (words.withheld_evidence, source.withheld_evidence),
        (words.withheld_passages, len(_marked(cutter))),
        (words.withheld_names, len(cutter.unnamed)),
    )
    things = [words.counted(form, count) for form, count in counts if count]
    if not things:
        return ""
    told = words.counted(
        words.withheld_told, details_withheld(source, cutter), things=words.listed(things)
    )
    return told[:1].upper() + told[1:]


def _left_out(source: PackSource, words: PackWords) -> str:
    """What no item gave away; a rating that was chosen somewhere is not said to stay."""
    shared = {field for each in source.chosen for field in _given(each)}
    if not shared & {"energy", "confidence"}:
        things = [words.all_ratings]
    else:
        things = [words.all_energy] * ("energy" not in shared)
        things += [words.all_confidence] * ("confidence" not in shared)
    things += [words.all_tags] * ("tags" not in shared)
    if not things:
        return words.everything_else
    return words.everything_else_with.format(things=words.listed(things))


def _given(chosen: Chosen) -> Iterator[str]:
    """The fields of an item that leave, and those that a chart is drawn from."""
    yield from chosen.fields
    if isinstance(chosen.record, SharedChart) and chosen.has("chart"):
        key = chosen.record.choice.key
        yield from {confidence.KEY: ("confidence",), themes.KEY: ("tags",)}.get(key, ())


def _plain_text(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(text),)),)
