"""What the chart of then and now says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.charts.words import CommonWords, Plural, begun, sentences
from app.domain.progress import Change, ThenNow, ThenNowRow


@dataclass(frozen=True, slots=True)
class ThenNowWords:
    """Every sentence and label of the chart."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Then and now"
    own_view: str = "Your own view, from 1 to 5"
    differ: str = "You and {who} differ by {n} on {name}. Worth a question."
    begins: str = "This is where you start"
    nothing: str = "Rate your competencies once, and later ones can be compared with it."
    counts: Mapping[Change, Plural] = field(
        default_factory=lambda: {
            Change.HIGHER: Plural("{n} higher", "{n} higher"),
            Change.SAME: Plural("{n} the same", "{n} the same"),
            Change.LOWER: Plural("{n} lower", "{n} lower"),
            Change.ANEW: Plural("{n} seen anew", "{n} seen anew"),
        }
    )
    moved: str = "{then} to {now}"
    moved_anew: str = "{then} to {now}, anew"
    stayed: str = "{now}, same"
    row: str = "{name}: {value}."
    once: str = "{name}: {value} on {day}."
    unrated: str = "Not rated on {day}."
    between: str = "{then} and {now}."
    seen_by: str = "{who} sees it at {value}."
    rated: Plural = Plural("{n} rated", "{n} rated")
    then_key: str = "Then"
    now_key: str = "Now"
    anew_key: str = "Seen anew"
    dated: str = "{key}, {day}"
    others: str = "Somebody else"
    competency_column: str = "Competency"
    then_column: str = "Then"
    now_column: str = "Now"
    difference_column: str = "Difference"
    evidence_column: str = "Evidence"
    higher: Plural = Plural("{n} higher", "{n} higher")
    lower: Plural = Plural("{n} lower", "{n} lower")
    same: str = "The same"
    anew: str = "Seen anew"

    def heading(self, seen: ThenNow) -> str:
        """What was seen: how many are higher, the same, lower or seen anew."""
        if not seen.rows:
            return ""
        return begun(self.counted(seen.rows)) or self.begins

    def under(self, seen: ThenNow) -> str:
        """What was measured, and where two views differ widely."""
        if not seen.rows:
            return ""
        widest = seen.widest
        if widest is None:
            return self.own_view
        apart = self.common.number(widest.apart)
        question = self.differ.format(who=self.who(widest), n=apart, name=widest.name)
        return sentences(self.own_view, question)

    def counted(self, rows: Iterable[ThenNowRow]) -> str:
        """How many changed in which way, such as "four higher, one lower"; empty for none."""
        changes = [row.change for row in rows]
        parts = (
            self.common.counted(words, changes.count(change))
            for change, words in self.counts.items()
            if change in changes
        )
        return ", ".join(parts)

    def value(self, row: ThenNowRow) -> str:
        """The levels of a competency, such as "2 to 3" or "3, same"."""
        number = self.common.number
        if row.then is None or row.now is None:
            return number(row.now or row.then or 0)
        form = {Change.SAME: self.stayed, Change.ANEW: self.moved_anew}.get(row.change, self.moved)
        return form.format(then=number(row.then), now=number(row.now))

    def figure(self, row: ThenNowRow) -> str:
        """A competency with its levels; one that was rated once with its day."""
        day = row.now_day or row.then_day
        if row.change is Change.ONCE and day:
            when = self.common.day(day)
            return self.once.format(name=row.name, value=self.value(row), day=when)
        return self.row.format(name=row.name, value=self.value(row))

    def details(self, row: ThenNowRow, seen: ThenNow) -> str:
        """When it was rated and when not, and how somebody else sees it."""
        return " ".join(self._details(row, seen))

    def difference(self, row: ThenNowRow) -> str:
        """The difference in words; empty where it was rated once."""
        if row.then is None or row.now is None:
            return ""
        if row.change is Change.ANEW:
            return self.anew
        if row.change is Change.SAME:
            return self.same
        words = self.higher if row.change is Change.HIGHER else self.lower
        return self.common.figures(words, abs(row.now - row.then))

    def who(self, row: ThenNowRow) -> str:
        """Who else rated it."""
        return row.by or self.others

    def _details(self, row: ThenNowRow, seen: ThenNow) -> Iterator[str]:
        day = self.common.day
        if row.then_day and row.now_day:
            yield self.between.format(then=day(row.then_day), now=day(row.now_day))
        other = seen.now_day if row.now is None else seen.then_day
        if row.change is Change.ONCE and other and seen.then_day != seen.now_day:
            yield self.unrated.format(day=day(other))
        if row.mentor is not None:
            value = self.common.number(row.mentor)
            yield self.seen_by.format(who=self.who(row), value=value)
