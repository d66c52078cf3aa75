"""Takes what is withheld out of a document, before anything is laid out.

What comes out holds neither a withheld passage nor the name of somebody who is called by their
role, wherever in the pack it stood. The finished file is searched for them all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeGuard, TypeVar

from app.domain.document import (
    Badge,
    ChartPart,
    Checklist,
    Columns,
    LabelledText,
    MeasureBar,
    Part,
    Prose,
    Section,
    TablePart,
)
from app.domain.entries import Entry
from app.domain.feedback import Feedback
from app.domain.goals import Goal, Stretch
from app.domain.progress.themes import Theme
from app.domain.prose import Block, Heading, Line, Paragraph, Run
from app.domain.sessions import Action, Session
from app.prose import lines as lines_of
from app.prose import rebuilt, says_anything
from app.sharing.charts import SharedChart
from app.sharing.cutting import Cut, Cutter, begins_sentence, joining
from app.sharing.source import Chosen, PackSource
from app.sharing.words import PackWords, kind_words

T = TypeVar("T")

_MARK: Final = Run("\N{OBJECT REPLACEMENT CHARACTER}")
"""Stands for a passage that leaves a mark; told from what somebody wrote by being this object."""


class Redaction:
    """Takes out of one pack what is withheld in it, and knows afterwards what that was."""

    def __init__(self, source: PackSource, words: PackWords) -> None:
        self._words = words
        self._badge = words.passage_withheld_plain
        if source.owner.strip():
            self._badge = words.passage_withheld.format(name=source.owner.split()[0])
        mark, months = words.withheld_inside, words.months
        self.cutter = Cutter(source, words.roles, mark, words.asked, months)

    def source(self, source: PackSource) -> PackSource:
        """The pack with what it is called, what it is for and its charts without the withheld."""
        pack, text = source.pack, self.cutter.text
        chosen = tuple(map(self._item, source.chosen))
        purpose = self._left(pack.purpose, self._words.types[pack.type])
        head = replace(pack, title=text(pack.title), purpose=text(purpose))
        return replace(source, pack=head, chosen=chosen)

    def section(self, section: Section) -> Section:
        """A section without what is withheld."""
        parts = tuple(new for part in section.parts for new in self._part(part))
        return replace(section, title=self.cutter.text(section.title), parts=parts)

    # Private

    def _item(self, chosen: Chosen) -> Chosen:
        """An item without what would leave a hole in a sentence or a list made of several texts."""
        record = chosen.record
        if isinstance(record, SharedChart):
            return replace(chosen, record=replace(record, seen=self._rows(record.seen)))
        title = self._left(record.title, kind_words(record.kind, self._words))
        if isinstance(record, Feedback):
            return replace(chosen, record=replace(record, name=title))
        record = replace(record, title=title)
        if isinstance(record, Entry) and chosen.has("tags"):
            record = replace(record, tags=self._all(record.tags, self.cutter.tag))
        if isinstance(record, Goal | Stretch) and chosen.has("measure"):
            record = replace(record, measure=self._left(record.measure))
        if isinstance(record, Stretch) and chosen.has("targets"):
            commit, reach = self._left(record.commit), self._left(record.reach)
            record = replace(record, commit=commit, reach=reach)
        if isinstance(record, Action):
            # A row of a table would go with what it is about.
            record = replace(record, title=self.cutter.text(record.title))
        if isinstance(record, Session) and chosen.has("agenda"):
            topics = (each for each in record.agenda if not each.title or self._left(each.title))
            record = replace(record, agenda=tuple(topics))
        people, competencies = chosen.people, chosen.competencies
        if chosen.has("people"):
            people = self._all(people, self.cutter.text)
        if chosen.has("competencies"):
            competencies = self._all(competencies, self.cutter.text)
        return replace(chosen, record=record, people=people, competencies=competencies)

    def _left(self, text: str, otherwise: str = "") -> str:
        """A text as it is; something else where nothing of it stays."""
        return otherwise if text and not self.cutter.text(text).strip() else text

    def _all(self, texts: tuple[str, ...], told: Callable[[str], str]) -> tuple[str, ...]:
        """Texts that stand in a row, each once; those of which nothing stays are left out."""
        return tuple(dict.fromkeys(each for each in map(told, texts) if each.strip()))

    def _bar(self, bar: MeasureBar) -> MeasureBar:
        text = self.cutter.text
        return replace(
            bar,
            now=text(bar.now),
            start=text(bar.start).strip(),
            middle=text(bar.middle),
            end=text(bar.end),
            description=text(bar.description),
        )

    def _table(self, table: TablePart) -> Iterator[TablePart]:
        if rows := tuple(told for row in table.rows if (told := self._row(row))):
            yield replace(table, rows=rows)

    def _row(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """A row of a table; nothing where only what it is about would stay."""
        told = tuple(map(self.cutter.text, row))
        return told if told == row or any(cell.strip() for cell in told[1:]) else ()

    def _labelled(self, part: LabelledText) -> Iterator[LabelledText]:
        if shown := self.cutter.text(part.text).strip():
            yield replace(part, text=shown)

    def _columns(self, columns: Columns) -> Iterator[Columns]:
        """Texts beside each other; one of which nothing stays goes with its label."""
        text = self.cutter.text
        told = (LabelledText(text(each.label), text(each.text)) for each in columns.items)
        if shown := tuple(each for each in told if each.text.strip()):
            yield Columns(shown)

    def _part(self, part: Part) -> Iterator[Part]:
        text = self.cutter.text
        match part:
            case Prose():
                yield from self._prose(part)
            case LabelledText():
                yield from self._labelled(part)
            case Checklist(items):
                told = (replace(item, text=text(item.text)) for item in items)
                if kept := tuple(item for item in told if item.text.strip()):
                    yield Checklist(kept)
            case Columns():
                yield from self._columns(part)
            case TablePart():
                yield from self._table(part)
            case MeasureBar():
                yield self._bar(part)
            # No word of these is the mentee's. What is not named here does not leave.
            case Badge() | ChartPart():
                yield part

    def _rows(self, value: T) -> T:
        """The rows of a chart without what is withheld in their words."""
        found: Any = value
        if isinstance(value, str) and not isinstance(value, Enum):
            found = self.cutter.text(value)
        elif isinstance(value, tuple):
            found = tuple(map(self._rows, value))
        elif is_dataclass(value) and not isinstance(value, type):
            if isinstance(value, Theme):
                return replace(value, tag=self.cutter.tag(value.tag))
            changed = {
                each.name: self._rows(getattr(value, each.name))
                for each in fields(value)
                if each.init
            }
            found = replace(value, **changed)
        return found  # type: ignore[no-any-return] # of the same type as it was

    def _prose(self, prose: Prose) -> Iterator[Part]:
        """A text; a sentence that left a mark parts it, if it stood in a paragraph of its own."""
        lines = list(lines_of(prose.blocks))
        told = self._told(lines)
        if told == lines:
            yield prose
            return
        blocks: list[Block] = []
        for block in rebuilt(prose.blocks, iter(told)):
            if prose.framed or not _can_part(block):
                blocks.append(block)
                continue
            for piece in _parted(block.line):
                if piece is not None:
                    blocks.append(Paragraph(piece))
                    continue
                if blocks:
                    yield replace(prose, blocks=self._worded(blocks))
                yield Badge(self._badge)
                blocks = []
        if blocks:
            yield replace(prose, blocks=self._worded(blocks))

    def _told(self, lines: list[Line]) -> list[Line]:
        """The lines without what is withheld, which may run on from one to the next."""
        whole = "\n".join("".join(run.text for run in line) for line in lines)
        cuts = self.cutter.cuts(whole)
        ends = {cut.end for cut in cuts}
        told, at = [], 0
        for line in lines:
            runs: list[Run] = []
            for run in line:
                for start, piece in self._pieces(run, at, cuts):
                    before = "".join(each.text for each in runs)
                    shown = joining(before, piece.text) if start in ends else piece.text
                    if shown or piece.picture:
                        runs.append(piece if shown == piece.text else replace(piece, text=shown))
                at += len(run.text)
            told.append(tuple(runs))
            at += 1
        return told

    def _pieces(self, run: Run, at: int, cuts: Sequence[Cut]) -> Iterator[tuple[int, Run]]:
        """What of a run that begins `at` stays, and what stands in the place of the rest."""
        end = at + len(run.text)
        mine = [cut for cut in cuts if cut.start < max(end, at + 1) and cut.end > at]
        if run.link and not self.cutter.may_link(run.link):
            run = replace(run, link="")
        if run.picture:
            if not any(cut.start <= at and cut.end >= end for cut in mine):
                yield at, replace(run, text=self.cutter.text(run.text)) if mine else run
                return
            run = replace(run, picture="")
        for cut in mine:
            if at < cut.start:
                yield at, replace(run, text=run.text[at - end : cut.start - end])
            if cut.start >= at and (cut.marked or cut.role):
                yield at, _MARK if cut.marked else replace(run, text=cut.role, link="")
            at = min(cut.end, end)
        if at < end:
            yield at, replace(run, text=run.text[at - end :]) if mine else run

    def _worded(self, blocks: list[Block]) -> tuple[Block, ...]:
        """The blocks with words in the place of marks that stand inside of a line."""
        mark = Run(self._words.withheld_inside, italic=True)
        lines = (tuple(mark if run is _MARK else run for run in line) for line in lines_of(blocks))
        return tuple(rebuilt(tuple(blocks), lines))


def _can_part(block: Block) -> TypeGuard[Paragraph | Heading]:
    """Whether a mark in a block may stand between blocks: a heading has to be all of it."""
    return isinstance(block, Paragraph) or (isinstance(block, Heading) and block.line == (_MARK,))


def _parted(line: Line) -> Iterator[Line | None]:
    """A line in pieces, with None for each mark that stands where a sentence would."""
    piece: list[Run] = []
    for number, run in enumerate(line):
        before = "".join(each.text for each in piece if each is not _MARK)
        if run is _MARK and begins_sentence(before) and _MARK not in piece:
            rest = "".join(each.text for each in line[number + 1 :])
            if not rest.strip() or rest[:1].isspace():
                if before.strip():
                    yield _stripped(piece)
                yield None
                piece = []
                continue
        piece.append(run)
    if says_anything(piece):
        yield _stripped(piece)


def _stripped(runs: list[Run]) -> Line:
    """Runs without the space at their start."""
    first = runs[0]
    return (replace(first, text=first.text.lstrip()), *runs[1:]) if first is not _MARK else (*runs,)
