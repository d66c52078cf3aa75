"""The words that Greenroom itself puts on paper, in English unless others are passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from app.charts.seen import SeenWords
from app.charts.stretch import StretchWords
from app.charts.themes import ThemesWords
from app.charts.then_now_words import ThenNowWords
from app.charts.words import SPELLED, CommonWords, Plural
from app.charts.writing import WritingWords
from app.clock import Moment
from app.domain.cycles import Relation
from app.domain.ids import Kind
from app.domain.packs import PackType

_SHORT = 3


@dataclass(frozen=True, slots=True)
class PackWords:
    """Every sentence, label and month name of a shared PDF; names stand in braces."""

    language: str = "en"
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    day_order: str = "{day} {month} {year}"
    numbers: tuple[str, ...] = SPELLED
    relations: Mapping[Relation, str] = field(
        default_factory=lambda: {
            Relation.MENTOR: "mentor",
            Relation.SPONSOR: "sponsor",
            Relation.MANAGER: "manager",
            Relation.PEER: "peer",
            Relation.OTHER: "",
        }
    )

    types: Mapping[PackType, str] = field(
        default_factory=lambda: {
            PackType.BRIEF: "Session brief",
            PackType.PROGRESS: "Progress summary",
            PackType.SPONSOR: "Sponsor brief",
            PackType.CYCLE: "Cycle report",
            PackType.HANDOVER: "Handover",
            PackType.AGREEMENT: "Working agreement",
            PackType.OWN: "Growth summary",
        }
    )
    in_cycle: str = "{name} · {cycle}, week {week} of {weeks}"
    untitled: str = "A summary for {name}"
    untitled_plain: str = "A summary"
    untitled_brief: str = "A brief for {name}"
    from_label: str = "From"
    for_label: str = "For"
    purpose_label: str = "Purpose"
    contents_label: str = "Contents"
    items: Plural = Plural("1 item", "{n} items")
    withheld_details: Plural = Plural("1 detail withheld", "{n} details withheld")
    note_kicker: str = "What I would like from you"

    agreement: str = "Working agreement"
    agreed_title: str = "What we agreed"
    cycle: str = "Coaching cycle"
    dates_label: str = "Dates"
    cycle_days: str = "{start} to {end}, with a check-in halfway on {middle}"
    came_label: str = "What came of it"
    goal: str = "Goal"
    experience: str = "Experience"
    experience_days: str = "{start} to {end}"
    experience_from: str = "From {day}"
    experience_until: str = "Until {day}"
    hours_label: str = "Hours"
    did_label: str = "What I did"
    people_label: str = "With"
    stretch: str = "Stretch goal"
    session: str = "Session"
    session_on: str = "Session on {day}"
    session_time: str = "{time}, {length}"
    session_when: str = "{day}, {time}, {length}"
    minutes: Plural = Plural("1 minute", "{n} minutes")
    agenda: str = "Agenda"
    time_column: str = "Time"
    one_topic: str = "One more topic"
    place_label: str = "Where"
    prep_label: str = "How I prepare"
    notes_label: str = "Notes"
    action: str = "Action"
    actions: str = "Actions"
    owner_column: str = "Who"
    due_column: str = "By when"
    state_column: str = "How it stands"
    me: str = "Me"
    open: str = "Open"
    dropped: str = "Dropped"
    feedback: str = "Feedback"
    giver_label: str = "From"
    on_label: str = "About"
    remark_label: str = "What I make of it"
    without_giver: str = "{kind}, without the giver's name"
    journal: str = "From my journal"
    entry: str = "Journal entry of {day}"
    image: str = "Image"
    image_told: str = "{image}, {width} by {height} pixels"
    evidence_withheld: str = "Evidence withheld"
    passage_withheld: str = "One passage withheld by {name}"
    passage_withheld_plain: str = "One passage withheld"
    withheld_inside: str = "[withheld]"
    roles: Mapping[Relation, str] = field(
        default_factory=lambda: {
            Relation.MENTOR: "my mentor",
            Relation.SPONSOR: "my sponsor",
            Relation.MANAGER: "my manager",
            Relation.PEER: "a colleague",
            Relation.OTHER: "somebody",
        }
    )
    """Who somebody is called that is not to be named."""
    asked: str = "somebody I asked"
    """Who somebody is called that gave feedback without their name: their role may tell it."""
    without_evidence: str = "{kind}, without its evidence"

    now: str = "{value} now"
    target_by: str = "{value} by {day}"
    measure_spoken: str = "{measure}: {now}, from {start} to {end}"
    measure_span: str = "{measure}, from {start} to {end}"
    measure_from: str = "{measure}, from {start}"
    measure_towards: str = "{measure}, towards {end}"
    measure_stands: str = "{measure}: {now}"
    yes: str = "Yes"
    not_yet: str = "Not yet"
    measure_label: str = "Measure"
    done: str = "Done {day}"
    due: str = "{day}"
    alignment_label: str = "What it serves"
    obstacle_label: str = "What may get in the way"
    if_label: str = "If"
    then_label: str = "Then"
    if_badly_label: str = "If it goes badly"
    support_label: str = "Support I would like"
    competencies_label: str = "Competencies"
    learned_label: str = "What it taught me"
    outcome_label: str = "How it ended"
    commit_label: str = "I commit to"
    reach_label: str = "I reach for"
    by_day: str = "{text}, by {day}"
    day_column: str = "Check-in"
    value_column: str = "Value"
    confidence_column: str = "Confidence"
    note_column: str = "Note"
    rating: str = "{value} of 5"
    energy_label: str = "Energy"
    confidence_label: str = "Confidence"
    tags_label: str = "Tags"
    confidence_chart: StretchWords = field(default_factory=StretchWords)
    growth: str = "How I have grown"
    chart: str = "Chart"
    chart_days: str = "{first} to {last}"
    seen_charts: SeenWords = field(
        default_factory=lambda: SeenWords(
            then_now=ThenNowWords(own_view="My own view, from 1 to 5", begins="Where I start"),
            writing=WritingWords(wrote=Plural("I wrote on {n} day", "I wrote on {n} days")),
            themes=ThemesWords(
                wrote=Plural(
                    "I wrote about {tag} in {n} of the months shown",
                    "I wrote about {tag} in {n} of the months shown",
                )
            ),
        )
    )
    """The charts are told by the mentee."""
    states: Mapping[str, str] = field(
        default_factory=lambda: {
            "met": "Met",
            "partly_met": "Partly met",
            "let_go": "Let go",
            "reached": "Reached",
            "tried": "Tried",
        }
    )

    about: str = "About this PDF"
    about_title: str = "What is in it, and what is not"
    chosen: Plural = Plural(
        "{owner} chose this one item for {name}, for one purpose: {purpose}",
        "{owner} chose these {n} items for {name}, for one purpose: {purpose}",
    )
    nothing_chosen: str = "Nothing is included yet."
    somebody: str = "The writer"
    included: str = "Included"
    withheld: str = "Withheld"
    withheld_told: Plural = Plural(
        "One detail: {things}. It was taken out before the pages were made, so it is not hidden "
        "underneath.",
        "{n} details: {things}. They were taken out before the pages were made, so they are not "
        "hidden underneath.",
    )
    withheld_evidence: Plural = Plural(
        "the evidence behind one item", "the evidence behind {n} items"
    )
    withheld_passages: Plural = Plural("one passage", "{n} passages")
    withheld_names: Plural = Plural("the name of one person", "the names of {n} people")
    with_withheld: str = "{kind}, {passages} withheld"
    left_out: str = "Left out"
    everything_else: str = "Everything else in the vault."
    everything_else_with: str = "Everything else in the vault, with {things}."
    all_energy: str = "all ratings of energy"
    all_confidence: str = "all ratings of confidence"
    all_ratings: str = "all ratings of energy and confidence"
    all_tags: str = "all tags"
    last_two: str = "{first} and {last}"
    please: str = "Please"
    please_text: str = (
        "Keep this to yourself, and ask me before you pass it on. When it has served its "
        "purpose, please delete it."
    )
    please_by: str = (
        "Keep this to yourself, and ask me before you pass it on. When it has served its "
        "purpose, and by {day} at the latest, please delete it."
    )
    imprint: str = "Made with Greenroom on {owner}'s computer, {day}, {time}."
    imprint_plain: str = "Made with Greenroom, {day}, {time}."
    footer: str = "Shared by {owner} with {name}. Please ask before passing it on."
    footer_plain: str = "Shared with {name}. Please ask before passing it on."
    page_label: str = "Page {page} of {pages}"
    sample: str = "SAMPLE"
    ticked_spoken: str = "Done"
    open_spoken: str = "To do"
    picture_spoken: str = "An image without a description"

    def day(self, day: date) -> str:
        """A date in words, with its year."""
        return self.day_order.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def time(self, moment: Moment) -> str:
        """The time of day, on 24 hours."""
        return f"{moment.local:%H:%M}"

    def number(self, value: float) -> str:
        """A number in figures; decimals only where it has them."""
        return f"{value:.10g}"

    def common(self) -> CommonWords:
        """Days and numbers for the words of charts."""
        return CommonWords(
            day=self.day,
            number=self.number,
            month=lambda day: f"{self.months[day.month - 1]} {day.year}",
            short_month=lambda day: self.months[day.month - 1][:_SHORT],
            spelled=self.numbers,
        )

    def seen(self) -> SeenWords:
        """The words of the charts of growth, with days and numbers as on the rest of the page."""
        common, charts = self.common(), self.seen_charts
        return SeenWords(
            **{
                each.name: replace(getattr(charts, each.name), common=common)
                for each in fields(charts)
            }
        )

    def counted(self, words: Plural, n: int, **names: str) -> str:
        """Words for a number of things; a small number is written out."""
        spelled = self.numbers[n] if n < len(self.numbers) else str(n)
        return (words.one if n == 1 else words.many).format(n=spelled, **names)

    def figures(self, words: Plural, n: int) -> str:
        """Words for a number of things, the number in figures."""
        return (words.one if n == 1 else words.many).format(n=n)

    def listed(self, things: list[str]) -> str:
        """Things in a row: "a, b and c"."""
        if len(things) < 2:  # noqa: PLR2004 - one thing needs no "and"
            return "".join(things)
        return self.last_two.format(first=", ".join(things[:-1]), last=things[-1])


def kind_words(kind: Kind, words: PackWords) -> str:
    """What an item of a kind is; nothing for an entry, which is called by its day."""
    named = {
        Kind.CYCLE: words.cycle,
        Kind.GOAL: words.goal,
        Kind.STRETCH: words.stretch,
        Kind.EXPERIENCE: words.experience,
        Kind.CHART: words.chart,
        Kind.SESSION: words.session,
        Kind.ACTION: words.action,
        Kind.FEEDBACK: words.feedback,
    }
    return named.get(kind, "")
