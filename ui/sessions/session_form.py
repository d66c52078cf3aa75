"""The sheets for a session: a new one, one to change, and one to move to another time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.sessions import SessionTemplate
from app.domain.cycles import Cycle
from app.domain.ids import NO_ID, Id
from app.domain.sessions import Session
from app.operations import sessions
from app.queries.people import listed
from app.queries.sessions import SessionRow
from app.queries.sessions import listed as all_sessions
from ui import labels, session_words
from ui.context import Context
from ui.forms import Form
from ui.sessions.person_fields import PersonFields
from ui.sessions.time_fields import TimeFields
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_WEEK: Final = timedelta(weeks=1)
_HOUR: Final = time(10)
_FIRST: Final = "first-session"
_WEEKS: Final = (1, 2, 3, 4)


class SessionForm(Form):
    """A new session; `saved` carries its id. `person` is whom it is likely with."""

    saved = Signal(str)

    def __init__(self, context: Context, parent: QWidget, person: Id = NO_ID) -> None:
        title = _tr("New session")
        super().__init__(context, title, parent, draft="sessions.new")
        self._known = all_sessions(context.vault.read)
        self.people = PersonFields(self, listed(context.vault.read))
        self.focus_first(self.people.person)
        self.times = TimeFields(self, context.today)
        _add_place(self)
        self.template = Choice()
        self.add_field("template", Field(self.tr("Agenda"), self.template))
        self.every = Choice(_cadences())
        self.add_field("every", Field(self.tr("How often"), self.every))
        self.add_field("title", Field(self.tr("Name"), LineEdit(), help_text=_name_help()))
        self.add_buttons(self.tr("Plan session"))
        last = self._known[0] if self._known else None
        self.people.choose(person or (last.person if last else NO_ID))
        self._suggest()
        self.begin()
        self._offer_templates()
        self.people.person.picked.connect(self._suggest)
        self.people.relation.picked.connect(self._offer_templates)
        self.template.picked.connect(self._take_length)

    def submit(self) -> None:
        """Plan the session."""
        if not (self.people.understood() and self.understood() and self.times.understood()):
            return
        vault, newcomer = self.context.vault, self.people.newcomer()
        template = self._template()
        new = Session(
            title=self.text("title"),
            person=self.people.chosen(),
            minutes=self.times.length() or 0,
            place=self.text("place"),
            link=self.text("link"),
            template=template.id if template else "",
            cycle=self._cycle(),
            agenda=template.items() if template else (),
            every=int(self.text("every") or 0),
        ).dated(self.times.start(vault.clock.here))
        planned = self.run(lambda: sessions.plan_session(vault, new, newcomer))
        if planned is not None:
            self.saved.emit(planned.id)

    # Suggesting

    def _suggest(self) -> None:
        """Fill in what is usual with somebody: the same time of day, place, length and agenda."""
        with_them = [row for row in self._known if row.person == self.people.chosen() != NO_ID]
        read = self.context.vault.read
        usual = read.get(Session, with_them[0].id) if with_them else None
        self._offer_templates()
        if usual is None:
            offered = self._offered()
            self.template.set_value(offered[0].id if offered else "")
        else:
            self.template.set_value(usual.template if usual.template != _FIRST else "")
            for name in ("place", "link"):
                self.put(name, getattr(usual, name))
            self.every.set_value(str(usual.every or ""))
        self.times.fill(self._next_time(usual), usual.minutes if usual else self._length())

    def _next_time(self, usual: Session | None) -> datetime:
        now = self.context.vault.now().local.replace(tzinfo=None)
        if usual is None:
            return datetime.combine(now.date() + _WEEK, _HOUR)
        wall = usual.start.local.replace(tzinfo=None)
        step = _WEEK * (usual.every or 1)
        while wall <= now or wall == usual.start.local.replace(tzinfo=None):
            wall += step
        return wall

    def _offered(self) -> tuple[SessionTemplate, ...]:
        return self.context.library.sessions.offered(self.people.kind_of_relation())

    def _offer_templates(self) -> None:
        options: list[tuple[str, object]] = [
            (_template_words(each), each.id) for each in self._offered()
        ]
        self.template.set_options([*options, (self.tr("No agenda yet"), "")])

    def _template(self) -> SessionTemplate | None:
        return self.context.library.sessions.find(self.text("template"))

    def _length(self) -> int:
        template = self._template()
        return template.total_minutes if template else Session().minutes

    def _take_length(self) -> None:
        if template := self._template():
            self.times.minutes.setText(labels.number(template.total_minutes))

    def _cycle(self) -> Id:
        """The cycle that runs on that day."""
        day = self.times.day.day()
        running = [
            each
            for each in self.context.vault.read.all(Cycle)
            if day is not None and each.runs(day)
        ]
        return max(running, key=lambda each: each.start).id if running else NO_ID


class EditForm(Form):
    """What a session is called, whom it is with, where, and how often."""

    def __init__(self, context: Context, parent: QWidget, session: Session) -> None:
        draft = f"sessions.edit:{session.id}"
        super().__init__(context, _tr("Edit session"), parent, draft=draft)
        self._session = session
        name = Field(self.tr("Name"), LineEdit(large=True), help_text=_name_help())
        self.add_field("title", name)
        self.focus_first(name.editor)
        self.people = PersonFields(self, listed(context.vault.read), session.person)
        _add_place(self)
        self.every = Choice(_cadences(session.every))
        self.add_field("every", Field(self.tr("How often"), self.every))
        self.add_buttons(self.tr("Save"))
        for name_of in ("title", "place", "link"):
            self.put(name_of, getattr(session, name_of))
        self.people.choose(session.person)
        self.every.set_value(str(session.every or ""))
        self.begin()

    def submit(self) -> None:
        """Save what was changed."""
        if not self.people.understood():
            return
        vault, newcomer = self.context.vault, self.people.newcomer()
        written = replace(
            vault.read.get(Session, self._session.id),
            title=self.text("title"),
            person=self.people.chosen(),
            place=self.text("place"),
            link=self.text("link"),
            every=int(self.text("every") or 0),
        )
        vault.seal()
        self.run(lambda: sessions.write_session(vault, written, newcomer))
        vault.seal()


class MoveForm(Form):
    """Another time for a session."""

    def __init__(self, context: Context, parent: QWidget, row: SessionRow) -> None:
        title, subtitle = _tr("Move session"), session_words.row_title(row)
        draft = f"sessions.move:{row.id}"
        super().__init__(context, title, parent, draft=draft, kind="dialog", subtitle=subtitle)
        self._row = row
        self.times = TimeFields(self, context.today)
        self.times.fill(row.start.local, row.minutes)
        self.focus_first(self.times.day)
        self.add_buttons(self.tr("Move session"))
        self.begin()

    def submit(self) -> None:
        """Plan it for then."""
        if not (self.understood() and self.times.understood()):
            return
        vault, row = self.context.vault, self._row
        start = self.times.start(vault.clock.here, row.start)
        minutes = self.times.length() or 0
        if self.run(lambda: sessions.move_session(vault, row.id, start, minutes)):
            self.context.messages.say(self.tr("Session moved"), undo=True)


def _add_place(form: Form) -> None:
    row = QHBoxLayout()
    row.setSpacing(16)
    for name, words in (("place", _tr("Place")), ("link", _tr("Link"))):
        form.fields[name] = Field(words, LineEdit())
        row.addWidget(form.fields[name], 1, Qt.AlignmentFlag.AlignTop)
    form.body.addLayout(row)


def _cadences(present: int = 0) -> list[tuple[str, object]]:
    """How often sessions can come round, with the present cadence whatever it is."""
    weeks: Iterable[int] = sorted({*_WEEKS, present} - {0})
    options: list[tuple[str, object]] = [(_cadence_words(each), str(each)) for each in weeks]
    return [(_tr("Once"), ""), *options]


def _cadence_words(weeks: int) -> str:
    return labels.counted(weeks, _tr("Every week"), _tr("Every {n} weeks"))


def _template_words(template: SessionTemplate) -> str:
    form = _tr("{name}, {minutes} minutes")
    return form.format(name=template.name, minutes=labels.number(template.total_minutes))


def _name_help() -> str:
    return _tr("Without a name it is called by its number.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
