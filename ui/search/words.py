"""What hits, kinds and filters are called, and where a hit leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.ids import Kind
from app.domain.query import DATED, Filter, Query
from app.queries.search import Hit, Marked, spans
from ui.context import FOUND, Destination
from ui.labels import counted, long_day, number, short_day

_CONTEXT = "Search"


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that are shown together; `word` is what `in:` takes for them."""

    word: str
    icon: str
    kinds: tuple[Kind, ...]


GROUPS = (
    Group("journal", "notebook-pen", (Kind.ENTRY,)),
    Group(
        "plan",
        "map",
        (
            *(Kind.GOAL, Kind.MILESTONE, Kind.CHECK_IN, Kind.CYCLE),
            *(Kind.COMPETENCY, Kind.ASSESSMENT, Kind.EXPERIENCE),
        ),
    ),
    Group("stretch", "mountain", (Kind.STRETCH, Kind.ATTEMPT)),
    Group("people", "users", (Kind.PERSON, Kind.SUPPORT)),
    Group("sessions", "messages-square", (Kind.SESSION, Kind.ACTION, Kind.DEBRIEF)),
    Group("feedback", "message-square-quote", (Kind.FEEDBACK, Kind.REQUEST)),
    Group("packs", "send", (Kind.PACK,)),
    Group("templates", "file-text", (Kind.TEMPLATE,)),
)
_NAMED = frozenset((Kind.SESSION, Kind.DEBRIEF, Kind.REQUEST, Kind.FEEDBACK))
"""What is called after whom it is with or from, where it has no name of its own."""

_ICONS = {
    Kind.ENTRY: "notebook-pen",
    Kind.GOAL: "target",
    Kind.MILESTONE: "milestone",
    Kind.CHECK_IN: "clipboard-check",
    Kind.CYCLE: "calendar-days",
    Kind.STRETCH: "mountain",
    Kind.PACK: "send",
    Kind.PERSON: "user",
    Kind.COMPETENCY: "sprout",
    Kind.ASSESSMENT: "gauge",
    Kind.EXPERIENCE: "layers",
    Kind.ATTEMPT: "flag",
    Kind.SUPPORT: "hand-helping",
    Kind.SESSION: "messages-square",
    Kind.ACTION: "square-check",
    Kind.DEBRIEF: "lock",
    Kind.REQUEST: "inbox",
    Kind.FEEDBACK: "message-square-quote",
    Kind.TEMPLATE: "file-text",
}


def group_of(kind: Kind) -> Group:
    """The group that a kind is shown in."""
    return next(group for group in GROUPS if kind in group.kinds)


def group_words(group: Group) -> str:
    """What a group is called."""
    words = {
        "journal": _tr("Journal"),
        "plan": _tr("Plan"),
        "stretch": _tr("Stretch"),
        "packs": _tr("Share packs"),
        "people": _tr("People"),
        "sessions": _tr("Sessions"),
        "feedback": _tr("Feedback"),
        "templates": _tr("Templates"),
    }
    return words[group.word]


def group_count(group: Group, by_kind: Mapping[Kind, int]) -> int:
    """How many records of a group were found."""
    return sum(by_kind.get(kind, 0) for kind in group.kinds)


def count_words(group: Group, count: int) -> str:
    """The number at a group's heading."""
    if group.word == "journal":
        return counted(count, _tr("1 entry"), _tr("{n} entries"))
    return number(count)


def results_words(count: int) -> str:
    """How much a search found."""
    return counted(count, _tr("1 result"), _tr("{n} results"))


def icon_of(hit: Hit) -> str:
    """The icon of a hit."""
    return _ICONS[hit.kind]


def title_of(hit: Hit) -> Marked:
    """What a hit is called; what has no title of its own is called after what it belongs to."""
    if hit.title.text.strip():
        return hit.title
    if hit.kind is Kind.CHECK_IN:
        return Marked(_tr("Check-in on {goal}").format(goal=hit.parent))
    form = _form(hit) if hit.kind in _NAMED else ""
    return _naming(form, hit.name) if form else hit.snippet


def _form(hit: Hit) -> str:
    """What is called after somebody is called, with a hole for their name where it is known."""
    named, alone = {
        Kind.SESSION: (_tr("Session with {name}"), _tr("Session")),
        Kind.DEBRIEF: (_tr("Debrief of a session with {name}"), _tr("Debrief of a session")),
        Kind.REQUEST: (_tr("Feedback asked of {name}"), _tr("Feedback asked for")),
        Kind.FEEDBACK: (_tr("Feedback from {name}"), _tr("Feedback without a name")),
    }[hit.kind]
    numbered = {
        Kind.SESSION: _tr("Session {number} with {name}"),
        Kind.DEBRIEF: _tr("Debrief of session {number} with {name}"),
    }
    if not hit.name.text:
        return alone
    if hit.number is None:
        return named
    return numbered[hit.kind].replace("{number}", number(hit.number))


def _naming(form: str, name: Marked) -> Marked:
    """A form with a name in its hole, and the hits in the name lit up."""
    before, _, after = form.partition("{name}")
    at = len(before)
    hits = tuple((start + at, end + at) for start, end in name.hits)
    return Marked(f"{before}{name.text}{after}", hits)


def about_words(hit: Hit, today: date) -> str:
    """What kind of thing a hit is, and its day; an entry needs no more than its day."""
    day = short_day(hit.day, today) if hit.day else ""
    plain, dated = {
        Kind.ENTRY: ("", "{day}"),
        Kind.GOAL: (_tr("Goal"), _tr("Goal, due {day}")),
        Kind.MILESTONE: (_tr("Milestone"), _tr("Milestone, {day}")),
        Kind.CHECK_IN: (_tr("Check-in"), "{day}"),
        Kind.CYCLE: (_tr("Cycle"), _tr("Cycle, from {day}")),
        Kind.STRETCH: (_tr("Stretch goal"), _tr("Stretch goal, {day}")),
        Kind.PACK: (_tr("Share pack"), _tr("Share pack, {day}")),
        Kind.PERSON: (_tr("Person"), _tr("Person")),
        Kind.COMPETENCY: (_tr("Competency"), _tr("Competency")),
        Kind.ASSESSMENT: (_tr("Assessment"), _tr("Assessment, {day}")),
        Kind.EXPERIENCE: (_tr("Experience"), _tr("Experience, from {day}")),
        Kind.ATTEMPT: (_tr("Attempt"), _tr("Attempt, {day}")),
        Kind.SUPPORT: (_tr("Support"), _tr("Support, {day}")),
        Kind.SESSION: (_tr("Session"), _tr("Session, {day}")),
        Kind.ACTION: (_tr("Action"), _tr("Action, by {day}")),
        Kind.DEBRIEF: (_tr("Debrief"), _tr("Debrief")),
        Kind.REQUEST: (_tr("Request for feedback"), _tr("Request for feedback, {day}")),
        Kind.FEEDBACK: (_tr("Feedback"), _tr("Feedback, {day}")),
        Kind.TEMPLATE: (_tr("Template"), _tr("Template")),
    }[hit.kind]
    return dated.format(day=day) if day else plain


def passage_of(hit: Hit, query: Query) -> Marked:
    """The line below a hit's title: what it says, or what it belongs to."""
    if not hit.title.text.strip() and hit.kind not in {Kind.CHECK_IN, *_NAMED}:
        return Marked("")
    if hit.kind is Kind.ACTION:
        return hit.name
    if hit.snippet.text:
        return hit.snippet
    return Marked(hit.parent, spans(query, hit.parent)) if hit.parent else Marked("")


def shared_words(hit: Hit) -> str:
    """Whether a hit is in a share pack."""
    return _tr("In a share pack") if hit.shared else _tr("Private")


def sentence_of(hit: Hit, query: Query, today: date) -> str:
    """All that a row shows of a hit, as one sentence."""
    kind = _tr("Entry") if hit.kind is Kind.ENTRY else ""
    day = long_day(hit.day, today) if kind and hit.day else about_words(hit, today)
    parts = (title_of(hit).text, kind, day, shared_words(hit), passage_of(hit, query).text)
    return ", ".join(part for part in parts if part)


def destination_of(hit: Hit, text: str) -> Destination:
    """Where a hit is opened, with the search whose hits are lit up there."""
    if hit.kind is Kind.ENTRY:
        return Destination("journal", hit.id, hit.kind, detail=f"{FOUND}{text}")
    if hit.kind in {Kind.PERSON, Kind.SUPPORT}:
        return Destination("people", hit.id, hit.kind)
    if hit.kind is Kind.DEBRIEF:
        return Destination("sessions", hit.owner, Kind.SESSION, "debrief")
    if hit.owner_kind is not None:
        place = "stretch" if hit.owner_kind is Kind.STRETCH else "plan"
        return Destination(place, hit.owner, hit.owner_kind)
    if hit.kind is Kind.TEMPLATE:
        return Destination("settings", hit.id, hit.kind, "templates")
    places = {
        Kind.STRETCH: "stretch",
        Kind.PACK: "share",
        Kind.SESSION: "sessions",
        Kind.ACTION: "actions",
        **dict.fromkeys((Kind.REQUEST, Kind.FEEDBACK), "feedback"),
    }
    return Destination(places.get(hit.kind, "plan"), hit.id, hit.kind)


def filter_icon(name: str) -> str:
    """The icon of a filter."""
    icons = {"in": "layers", "tag": "hash", "goal": "target", "person": "user", "has": "file-text"}
    return "calendar" if name in DATED else icons.get(name, "pin")


def filter_words(narrowing: Filter) -> str:
    """A filter as its chip says it."""
    if narrowing.days is not None:
        first, last = narrowing.days
        words = {
            "before": _tr("Up to {day}").format(day=_full_day(last)),
            "after": _tr("After {day}").format(day=_full_day(first)),
            "on": _tr("From {first} to {last}").format(
                first=_full_day(first), last=_full_day(last)
            ),
        }
        same = first == last
        return _tr("On {day}").format(day=_full_day(first)) if same else words[narrowing.name]
    known = {
        "image": _tr("Has an image"),
        "evidence": _tr("Is evidence"),
        "pinned": _tr("Pinned"),
        "bring": _tr("To bring"),
        "open": _tr("Open"),
        "closed": _tr("Closed"),
    }
    if narrowing.name in {"has", "is"} and narrowing.value.lower() in known:
        return known[narrowing.value.lower()]
    words = {
        "in": _tr("In {what}"),
        "tag": _tr("Tag {what}"),
        "goal": _tr("Goal {what}"),
        "person": _tr("Person {what}"),
        "has": _tr("Has {what}"),
        "is": _tr("Is {what}"),
    }
    return words[narrowing.name].format(what=narrowing.value)


def _full_day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
