"""The scenes of the gallery: how to get to each page and dialog."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from app.clock import FixedClock
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal, GoalState, Milestone, Stretch, StretchState
from app.domain.ids import Id, Kind
from app.domain.packs import Pack
from app.domain.searches import Sort
from app.domain.sessions import Session
from app.domain.templates import OwnTemplate
from app.operations import goals, images, journal, packs, questions, searches, templates
from app.operations.journal import EntryDraft
from app.operations.spelling import add_word
from app.prose import reference
from app.queries.assessments import past
from app.queries.feedback import Shelf
from app.queries.versions import versions
from app.unlocking import approach
from app.vault import Vault
from tests.gallery import briefs, meeting, replies, writing
from tests.gallery.photos import chart, page
from tests.vaults import NOON, new_keys
from tests.weekly import fill_week
from ui.application import Greenroom
from ui.capture import CaptureSheet
from ui.context import FOUND, Destination
from ui.growth.page import GrowthPage
from ui.images import as_png
from ui.journal.browser import Browser
from ui.journal.editor import EntryEditor
from ui.journal.entry_pane import EntryPane
from ui.journal.image_sheet import ImageSheet, show_image
from ui.journal.versions_sheet import VersionsSheet
from ui.plan.assessment_flow import AssessmentFlow
from ui.plan.competencies import CompetenciesView
from ui.search.palette import Palette
from ui.sessions.prepare import PreparePart
from ui.settings.tag_dialog import TagDialog
from ui.settings.template_sheet import PREVIEW, WRITE, TemplateSheet
from ui.settings.templates import TemplatesSection
from ui.share.items import CHOSEN, ItemsStep
from ui.share.items_model import ROW
from ui.share.items_rows import RowKind, State
from ui.share.withhold_sheet import WithholdSheet
from ui.support.section import SupportSection
from ui.today.steps import Steps
from ui.widgets.check import Check
from ui.widgets.line_edit import PassphraseEdit
from ui.widgets.page_frame import PageFrame
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.tall_list import RECORD
from ui.workspace import Workspace

_PATIENCE_SECONDS = 5.0
_PREVIEW_SECONDS = 0.6
"""The preview waits 300 ms for more changes before it is built."""


@dataclass
class Set:
    """The window on the sample vault, and the ways a scene moves in it."""

    greenroom: Greenroom
    folder: Path
    passphrase: str

    @property
    def workspace(self) -> Workspace:
        """The open vault's window, unlocked if it was not."""
        window = self.greenroom.window
        if window.vault is not None and window.vault.folder != self.folder:
            window.lock()
        if window.workspace is None:
            window.enter(approach(self.folder).unlock(self.passphrase))
        assert window.workspace is not None
        return window.workspace

    @property
    def vault(self) -> Vault:
        """The open vault."""
        assert self.workspace
        vault = self.greenroom.window.vault
        assert vault is not None
        return vault

    def go(
        self,
        place: str,
        record: Entry | Goal | Stretch | Person | Pack | None = None,
        act: str = "",
    ) -> None:
        """Go to a place, and to a record or act there."""
        workspace = self.workspace
        target = (
            Destination(place, id=record.id, act=act) if record else Destination(place, act=act)
        )
        workspace.go(target)

    def settle(self, seconds: float = 0.05) -> None:
        """Let slow work arrive and layouts come to rest, for at least so long."""
        started = time.monotonic()
        while self._is_moving(time.monotonic() - started, seconds):
            QApplication.sendPostedEvents()
            # Outside an event loop nobody else frees what was closed.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            time.sleep(0.005)

    def _is_moving(self, passed: float, seconds: float) -> bool:
        busy = self.greenroom.desk.jobs.busy
        return passed < seconds or (busy and passed < _PATIENCE_SECONDS)

    def strike(self) -> None:
        """Close what lies over the window."""
        for widget in QApplication.topLevelWidgets():
            if shiboken6.isValid(widget) and isinstance(widget, QDialog | QMenu):
                widget.close()
        self.settle()

    def active_goal(self) -> Goal:
        """A goal under way."""
        return next(g for g in self.vault.read.all(Goal) if g.state is GoalState.ACTIVE)

    def active_stretch(self) -> Stretch:
        """A stretch goal under way."""
        return next(s for s in self.vault.read.all(Stretch) if s.state is StretchState.ACTIVE)

    def mentor(self) -> Person:
        """A mentor."""
        people = self.vault.read.all(Person)
        return next(each for each in people if each.relation is Relation.MENTOR)


@dataclass(frozen=True)
class Scene:
    """A picture of the gallery."""

    name: str
    prepare: Callable[[Set], None]


def _unlock(stage: Set) -> None:
    stage.greenroom.window.lock()
    stage.greenroom.window.show_unlock(stage.folder)


def _create(stage: Set) -> None:
    stage.greenroom.window.lock()
    stage.greenroom.window.show_create()


def _newest(vault: Vault) -> Entry:
    """The story's newest entry, whatever other scenes have written since."""
    return next(entry for entry in vault.read.all(Entry) if entry.title == "Next week")


def _newest_entry(stage: Set) -> None:
    for browser in stage.workspace.findChildren(Browser):
        browser.show_calendar(on=False)
    stage.go("journal", _newest(stage.vault))


def _with_images(stage: Set) -> Entry:
    """The newest entry with two images in it."""
    entry = _newest(stage.vault)
    if "](image:" not in entry.body:
        lag, notes = (images.add(stage.vault, as_png(each)) for each in (chart(), page()))
        shown = f"{reference(lag.id, 'Lag during the hold')}\n\n"
        body = f"{shown}{entry.body}\n\n{reference(notes.id, 'Release notes by Sana')}"
        entry = journal.write(stage.vault, entry.id, replace(EntryDraft.of(entry), body=body))
    return entry


def _reading_images(stage: Set) -> None:
    stage.go("journal", _with_images(stage))
    editor = stage.workspace.findChildren(EntryEditor)[0]
    editor.alt.skip()
    if not editor.sheet.reading:
        editor.toggle_reading()
    stage.settle(0.2)
    editor.sheet.view.grab()
    stage.settle(0.2)


def _images_panel(stage: Set) -> None:
    stage.go("journal", _with_images(stage))
    editor = stage.workspace.findChildren(EntryEditor)[0]
    if editor.sheet.reading:
        editor.toggle_reading()
    pane = stage.workspace.findChildren(EntryPane)[0]
    if pane.panel.isHidden():
        pane.open_panel()
    stage.settle(0.2)
    pane.panel.grab()
    if editor.alt.isHidden():
        editor.alt.ask(editor.entry_id, ["shown"])
    stage.settle(0.2)


def _large_image(stage: Set) -> None:
    _images_panel(stage)
    editor = stage.workspace.findChildren(EntryEditor)[0]
    show_image(editor, 1)
    sheet = stage.workspace.window().findChildren(ImageSheet)[-1]
    stage.settle(0.2)
    sheet.grab()
    stage.settle(0.2)


def _items(stage: Set) -> None:
    stage.go("share", stage.vault.read.all(Pack)[0])
    stage.settle(_PREVIEW_SECONDS)


def _passages(stage: Set) -> None:
    """The chosen items, one of them open with what is withheld of it, beside its page."""
    _items(stage)
    step = stage.workspace.findChildren(ItemsStep)[0]
    step.views.set_view(CHOSEN)
    step.views.chosen.emit(CHOSEN)
    indexes = map(step.model.index, range(step.model.rowCount()))
    row = next(i for i in indexes if i.data(ROW).state is State.PASSAGES)
    step.list.setCurrentIndex(row)
    step.list.opened.emit(row)
    step.preview.go(1)
    stage.settle(0.3)


def _withholding(stage: Set) -> None:
    _items(stage)
    step = stage.workspace.findChildren(ItemsStep)[0]
    for wanted in (State.PASSAGES, RowKind.WITHHOLD):
        indexes = map(step.model.index, range(step.model.rowCount()))
        row = next(i for i in indexes if wanted in {i.data(ROW).state, i.data(ROW).kind})
        step.list.scrollTo(row, step.list.ScrollHint.PositionAtTop)
        step.list.opened.emit(row)
    sheet = stage.workspace.window().findChildren(WithholdSheet)[-1]
    for _ in range(2):
        sheet.text.grow()
    stage.settle(0.3)


def _consent(stage: Set) -> None:
    _items(stage)
    _press(stage.workspace, "Review and consent")
    stage.settle(_PREVIEW_SECONDS)


def _recipient(stage: Set) -> None:
    stage.go("share", act="new")


def _saved(stage: Set) -> None:
    _consent(stage)
    check = next(c for c in stage.workspace.findChildren(Check) if c.isVisible())
    check.setChecked(True)
    file = stage.folder.parent / "Greenroom summary 2026-05-20.pdf"
    file.unlink(missing_ok=True)
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](file)):
        _press(stage.workspace, "Save PDF")
        stage.settle(_PREVIEW_SECONDS)


def _press(inside: QWidget, words: str) -> None:
    buttons: list[QPushButton] = inside.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and b.text() == words).click()


def _new_goal(stage: Set) -> None:
    stage.go("plan", act="new")


def _choose_goal(stage: Set) -> None:
    stage.workspace.go(Destination("plan", act="new", detail="browse"))


def _person(stage: Set) -> None:
    stage.go("people", stage.mentor())


def _new_stretch(stage: Set) -> None:
    stage.go("stretch", act="new")


def _ask_for_feedback(stage: Set) -> None:
    stage.go("stretch", stage.active_stretch())
    section = stage.workspace.findChildren(SupportSection)[0]
    stage.settle()
    section.ask_for_feedback()


def _empty_today(stage: Set) -> None:
    stage.greenroom.window.lock()
    _enter(stage, "empty")


def _prepare(stage: Set) -> None:
    """The session that comes next."""
    coming = [each for each in stage.vault.read.all(Session) if each.at > NOON.at]
    stage.workspace.go(Destination("sessions", min(coming, key=lambda each: each.at).id))


def _write_topic(stage: Set) -> None:
    """A topic that is being written on, with two entries on the agenda."""
    _prepare(stage)
    (part,) = stage.workspace.findChildren(PreparePart)
    for at in range(2):
        index = part.bring.model.index(at, 0)
        if not index.data(RECORD).on:
            part.bring.rows.opened.emit(index)
    part.agenda.rows.opened.emit(part.agenda.model.index(1, 0))
    stage.settle()


def _empty_sessions(stage: Set) -> None:
    stage.greenroom.window.lock()
    _enter(stage, "empty")
    stage.go("sessions")
    stage.settle()


def _empty_feedback(stage: Set) -> None:
    stage.greenroom.window.lock()
    _enter(stage, "empty")
    replies.empty(stage)


def _enter(stage: Set, name: str) -> bool:
    """Open another vault; returns whether it is a new one."""
    folder = stage.folder.with_name(f"{name}.greenroom")
    new = not folder.exists()
    if new:
        new_keys(folder).wipe()
    stage.greenroom.window.enter(approach(folder).unlock(stage.passphrase))
    return new


def _review_day(stage: Set) -> None:
    window = stage.greenroom.window
    window.lock()
    if _enter(stage, "week") and window.vault is not None:
        fill_week(window.vault)
    stage.settle()


def _reminder(stage: Set) -> None:
    """What came since Monday, as it is said on opening the vault."""
    window = stage.greenroom.window
    window.lock()
    if _enter(stage, "waiting") and window.vault is not None:
        today = window.vault.now().day
        steps = [
            Milestone(
                title="Name the handoffs with Luca, in person", due=today - timedelta(days=2)
            ),
            Milestone(title="Tell Sana she owns the 26 May release, alone", due=today),
        ]
        goals.add_goal(window.vault, Goal(title="Delegate the release train"), steps)
        window.lock()
        _enter(stage, "waiting")
    stage.settle(0.3)


def _all_steps(stage: Set) -> None:
    stage.go("today")
    (steps,) = stage.workspace.findChildren(Steps)
    steps.all_asked.emit(True)
    stage.settle()


def _wrong(stage: Set) -> None:
    _unlock(stage)
    window = stage.greenroom.window
    fields: list[PassphraseEdit] = window.findChildren(PassphraseEdit)
    fields[0].setText("not this one")
    _press(window, "Unlock")
    stage.settle(_PREVIEW_SECONDS)


def _passphrase(stage: Set) -> None:
    stage.settle()
    _create(stage)
    stage.settle()
    window = stage.greenroom.window
    _press(window, "Continue")
    fields: list[PassphraseEdit] = window.findChildren(PassphraseEdit)
    for field in fields:
        field.setText("copper lantern rehearse Tuesday orchard nine")
    stage.settle(_PREVIEW_SECONDS)


def _recovery(stage: Set) -> None:
    _passphrase(stage)
    _press(stage.greenroom.window, "Continue")
    stage.settle()


def _capture(stage: Set) -> None:
    stage.go("today")
    vault, before = stage.vault, stage.vault.read.count(Kind.ENTRY)
    _press(stage.workspace, "Quick capture")
    (sheet,) = stage.greenroom.window.findChildren(CaptureSheet)
    sheet.prose.setPlainText(
        "Asked for the number **before** the room moved on.\n\n- Next: write it down first"
    )
    sheet.tags.set_tags(["speaking", "reviews"])
    sheet.bring.setChecked(True)
    sheet.writing.keep()
    target = stage.active_goal()
    journal.link(vault, sheet.writing.entry_id, target.kind, target.id)

    def take_back() -> None:
        while vault.read.count(Kind.ENTRY) > before:
            vault.undo()

    sheet.finished.connect(take_back)


def _questions(stage: Set) -> None:
    _newest_entry(stage)
    stage.settle()
    stage.workspace.findChildren(EntryEditor)[0].starting.open_questions()


def _writing(stage: Set) -> None:
    stage.go("settings", act="writing")
    for word in ("Okta", "kanban"):
        add_word(stage.vault, word)
    stage.settle(0.5)


def _own_templates(stage: Set) -> None:
    stage.go("settings", act="templates")
    if not stage.vault.read.all(OwnTemplate):
        body = "## What moved\n_One thing, however small._\n\n## What I left\n_And why._\n"
        when = "Fridays at four."
        friday = OwnTemplate(name="Friday look back", when=when, minutes=10, body=body)
        templates.add(stage.vault, friday.tagged(("week",)))
        templates.add(stage.vault, OwnTemplate(name="After a one-to-one"))
        questions.keep(stage.vault, "Whom did I not ask?\nWhat would Ruth have done?")


def _edit_template(view: str) -> Callable[[Set], None]:
    def prepare(stage: Set) -> None:
        _own_templates(stage)
        stage.settle()
        section = stage.workspace.findChildren(TemplatesSection)[0]
        section.edits[-1].click()
        (sheet,) = stage.greenroom.window.findChildren(TemplateSheet)
        sheet.views.setCurrentIndex([WRITE, PREVIEW].index(view))

    return prepare


def _section(name: str) -> Callable[[Set], None]:
    return lambda stage: stage.go("settings", act=name)


def _growth(view: str = "cycle", *, scrolled: bool = False) -> Callable[[Set], None]:
    """Growth over some days, at its top or further down."""

    def prepare(stage: Set) -> None:
        stage.go("growth")
        (found,) = stage.workspace.findChildren(GrowthPage)
        found.range.set_view(view)
        found.range.chosen.emit(view)
        stage.settle(0.3)
        bar = found.findChildren(PageFrame)[0].verticalScrollBar()
        bar.setValue(bar.maximum() if scrolled else 0)

    return prepare


def _palette(*, words: str) -> Callable[[Set], None]:
    def prepare(stage: Set) -> None:
        stage.go("today")
        stage.workspace.open_palette()
        palette = stage.workspace.window().findChildren(Palette)[-1]
        palette.field.setText(words)
        stage.settle(_PREVIEW_SECONDS)

    return prepare


def _search(words: str) -> Callable[[Set], None]:
    def prepare(stage: Set) -> None:
        assert stage.workspace
        for name, saved in (
            ("Where I went quiet", '"said nothing" in:journal'),
            ("For the exit reflection", "in:plan after:2026-03"),
            ("Everything about Jun", "@Jun"),
        ):
            searches.save(stage.vault, name, saved, Sort.BEST)
        stage.workspace.go(Destination("search", detail=words))
        stage.settle(_PREVIEW_SECONDS)

    return prepare


def _panel(stage: Set) -> None:
    _newest_entry(stage)
    entry = _newest(stage.vault)
    goal = stage.active_goal()
    passage = next(line for line in entry.body.splitlines() if line[:1].isalpha())
    journal.quote(stage.vault, entry.id, passage, Kind.GOAL, goal.id)
    stage.settle()
    pane = stage.workspace.findChildren(EntryPane)[0]
    if pane.panel.isHidden():
        pane.open_panel()


def _versions(stage: Set) -> None:
    """The newest entry as somebody came back to it three times, and what changed since."""
    vault = stage.vault
    entry = _newest(vault)
    if len(versions(vault.read, entry.id, vault.now().offset)) == 1:
        assert isinstance(vault.clock, FixedClock)
        draft = EntryDraft.of(entry)
        for hours, body in ((20, f"{draft.body}\n\nI had not seen that coming."), (3, draft.body)):
            vault.clock.advance(hours * 3_600_000)
            words = body.replace(" the ", " that ", 3).replace("I ", "I still ", 2)
            journal.write(vault, entry.id, replace(draft, body=words, tags=(*draft.tags, "ruth")))
    stage.go("journal", entry)
    stage.settle()
    stage.workspace.findChildren(EntryEditor)[0].open_versions()
    sheet = stage.workspace.window().findChildren(VersionsSheet)[-1]
    sheet.list.choose(versions(vault.read, entry.id, vault.now().offset)[-1].seq)
    sheet.against.setCurrentIndex(1)
    stage.settle()


def _calendar(stage: Set) -> None:
    _panel(stage)
    stage.workspace.findChildren(Browser)[0].show_calendar(on=True)
    header = stage.workspace.findChildren(EntryEditor)[0].header
    if header.back.isVisible():
        stage.workspace.findChildren(EntryPane)[0].close_panel()
        header.back.click()


def _quote(stage: Set) -> None:
    _newest_entry(stage)
    prose = stage.workspace.findChildren(ProseEditor)[0]
    start = prose.text().index("Tomasz")
    prose.setTextCursor(prose.find_span(start, start + 60))
    stage.workspace.findChildren(EntryPane)[0].close_panel()
    stage.workspace.findChildren(EntryEditor)[0].linking.open_picker()


def _rename_tag(stage: Set) -> None:
    stage.go("settings", act="tags")
    stage.settle()
    _press(stage.workspace, "Rename")
    dialog = stage.workspace.window().findChildren(TagDialog)[-1]
    dialog.name.setText("daily")
    stage.settle()


def _trash(stage: Set) -> None:
    """Two entries, a goal and a pack in the trash; the story stays whole for the other scenes."""
    vault = stage.vault
    if not vault.read.deleted(Entry):
        goal = stage.active_goal()
        body = "**What I wish somebody had told me:** nobody was waiting for me to be *ready*."
        for title in ("Letter to the next mentee", "Twenty-three, again"):
            entry = journal.add(vault, EntryDraft(title=title, body=body))
            journal.link(vault, entry.id, goal.kind, goal.id)
            journal.delete(vault, entry.id)
        goals.delete_goal(vault, goals.add_goal(vault, Goal(title="Run a retrospective")).id)
        packs.delete(vault, packs.add(vault, Pack(title="For the board")).id)
    stage.go("settings", act="trash")
    stage.settle()


def _trash_entry(stage: Set) -> None:
    _trash(stage)
    _press_named(stage.workspace, "Read ")


def _trash_purge(stage: Set) -> None:
    _trash(stage)
    _press_named(stage.workspace, "Delete ")


def _press_named(inside: QWidget, beginning: str) -> None:
    buttons: list[QPushButton] = inside.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and b.toolTip().startswith(beginning)).click()


def _cycle(act: str) -> Callable[[Set], None]:
    def show(stage: Set) -> None:
        stage.workspace.go(Destination("plan", kind=Kind.CYCLE, act=act))

    return show


def _experiences(stage: Set) -> None:
    stage.workspace.go(Destination("plan", kind=Kind.EXPERIENCE))


def _experience(stage: Set) -> None:
    lived = stage.vault.read.all(Experience)
    fullest = max(lived, key=lambda each: (len(each.people), len(each.learned)))
    stage.workspace.go(Destination("plan", fullest.id, Kind.EXPERIENCE))


def _new_experience(stage: Set) -> None:
    stage.workspace.go(Destination("plan", kind=Kind.EXPERIENCE, act="new"))


def _competencies(competency: str = "") -> Callable[[Set], None]:
    def show(stage: Set) -> None:
        stage.workspace.go(Destination("plan", Id(competency), Kind.COMPETENCY))

    return show


def _assess(act: str = "new") -> Callable[[Set], None]:
    def show(stage: Set) -> None:
        _flow(stage, act)

    return show


def _rate(stage: Set) -> None:
    flow = _flow(stage, "new")
    flow.foot.next.click()
    flow.step.anchors.choose_level(4)


def _look_over(stage: Set) -> None:
    flow = _flow(stage, "new")
    flow.foot.next.click()
    while flow.draft.value.current:
        flow.step.anchors.choose_level(3)
        flow.foot.next.click()


def _flow(stage: Set, act: str) -> AssessmentFlow:
    """The assessment under way, from its beginning whatever an earlier scene left."""
    stage.workspace.go(Destination("plan", kind=Kind.ASSESSMENT, act=act))
    stage.settle()
    flows = stage.workspace.findChildren(AssessmentFlow)
    flow = next(flow for flow in flows if flow.isVisible())
    flow.draft.value = flow.draft.fresh()
    flow.keep()
    flow.refresh()
    return flow


def _read_assessment(stage: Set) -> None:
    stage.workspace.go(Destination("plan", past(stage.vault.read)[-1].id, Kind.ASSESSMENT))


def _import_competencies(stage: Set) -> None:
    file = stage.folder.parent / "ours.csv"
    rows = ["name,group,owner", "Running a release train,Leading work,me", "Listening,x,", ",x,"]
    file.write_text("\n".join(rows))
    _competencies()(stage)
    stage.settle()
    stage.workspace.findChildren(CompetenciesView)[0].actions_on_competencies.look_at(file)


def _completion(stage: Set) -> None:
    stage.go("journal", act="new")
    stage.settle()
    prose = stage.workspace.findChildren(EntryEditor)[0].sheet.prose
    prose.setFocus()
    prose.insertPlainText("Sana ran it alone today: [[re")


def _found(stage: Set) -> None:
    entries = stage.vault.read.all(Entry)
    told = (e for e in entries if "release" in e.body and e.title != "The longest")
    entry = max(told, key=lambda e: len(e.body))
    stage.workspace.go(Destination("journal", entry.id, detail=f"{FOUND}release"))


SCENES: tuple[Scene, ...] = (
    Scene("create-vault", _create),
    Scene("create-vault-passphrase", _passphrase),
    Scene("create-vault-recovery", _recovery),
    Scene("unlock", _unlock),
    Scene("unlock-error", _wrong),
    Scene("today", lambda stage: stage.go("today")),
    Scene("today-steps", _all_steps),
    Scene("today-review", _review_day),
    Scene("today-reminder", _reminder),
    Scene("growth", _growth()),
    Scene("growth-all", _growth(view="all")),
    Scene("growth-below", _growth(view="all", scrolled=True)),
    Scene("palette", _palette(words="release")),
    Scene("palette-begin", _palette(words="")),
    Scene("palette-commands", _palette(words=">")),
    Scene("quick-capture", _capture),
    Scene("question-picker", _questions),
    Scene("search", _search("release after:2026-03")),
    Scene("journal-found", _found),
    Scene("search-empty", _search("xylophone in:journal")),
    Scene("journal", _newest_entry),
    Scene("journal-calendar", _calendar),
    Scene("journal-panel", _panel),
    Scene("versions", _versions),
    Scene("journal-quote", _quote),
    Scene("journal-completion", _completion),
    Scene("journal-image", _reading_images),
    Scene("journal-image-panel", _images_panel),
    Scene("journal-image-large", _large_image),
    Scene("journal-find", writing.find),
    Scene("journal-focus", writing.focus),
    Scene("journal-marks", writing.write),
    Scene("journal-reading", writing.read),
    Scene("journal-long", writing.long),
    Scene("journal-spelling", writing.misspell),
    Scene("plan", lambda stage: stage.go("plan")),
    Scene("goal-detail", lambda stage: stage.go("plan", stage.active_goal())),
    Scene("cycle", _cycle("")),
    Scene("cycle-new", _cycle("new")),
    Scene("cycle-end", _cycle("end")),
    Scene("cycle-agreement", _cycle("agreement")),
    Scene("experiences", _experiences),
    Scene("experience", _experience),
    Scene("experience-new", _new_experience),
    Scene("competencies", _competencies()),
    Scene("competency", _competencies("public-speaking")),
    Scene("competencies-import", _import_competencies),
    Scene("assessment-setup", _assess()),
    Scene("assessment-other", _assess("view")),
    Scene("assessment", _rate),
    Scene("assessment-review", _look_over),
    Scene("assessment-finished", _read_assessment),
    Scene("goal-new", _new_goal),
    Scene("goal-templates", _choose_goal),
    Scene("stretch", lambda stage: stage.go("stretch", stage.active_stretch())),
    Scene("stretch-new", _new_stretch),
    Scene("stretch-support", _ask_for_feedback),
    Scene("stretch-attempt", lambda stage: stage.go("stretch", stage.active_stretch(), "attempt")),
    Scene("check-in", lambda stage: stage.go("stretch", stage.active_stretch(), "check-in")),
    Scene("session-prep", _prepare),
    Scene("session-new", lambda stage: stage.go("sessions", act="new")),
    Scene("session-topic", _write_topic),
    Scene("sessions-empty", _empty_sessions),
    Scene("session-meet", meeting.meet),
    Scene("session-debrief", meeting.debrief),
    Scene("actions", meeting.all_actions),
    Scene("feedback-quarantine", replies.shelf(Shelf.ARRIVED)),
    Scene("feedback-request", replies.shelf(Shelf.ASKED)),
    Scene("feedback-kept", replies.shelf(Shelf.USED)),
    Scene("feedback-ask", replies.act("ask")),
    Scene("feedback-send", replies.send),
    Scene("feedback-receive", replies.act("receive")),
    Scene("feedback-hand", replies.act("hand")),
    Scene("feedback-empty", _empty_feedback),
    Scene("people-map", lambda stage: stage.go("people", act="map")),
    Scene("person", _person),
    Scene("person-new", lambda stage: stage.go("people", act="new")),
    Scene("ask", lambda stage: stage.go("people", act="ask")),
    Scene("share-recipient", _recipient),
    Scene("share-brief", briefs.brief),
    Scene("share-items", _items),
    Scene("share-passages", _passages),
    Scene("share-withhold", _withholding),
    Scene("share-consent", _consent),
    Scene("share-saved", _saved),
    Scene("share", lambda stage: stage.go("share", act="ledger")),
    Scene("settings", _section("privacy")),
    Scene("settings-appearance", _section("appearance")),
    Scene("settings-writing", _writing),
    Scene("settings-reminders", _section("reminders")),
    Scene("settings-templates", _own_templates),
    Scene("template-edit", _edit_template(WRITE)),
    Scene("template-preview", _edit_template(PREVIEW)),
    Scene("settings-tags", _section("tags")),
    Scene("tag-rename", _rename_tag),
    Scene("settings-trash", _trash),
    Scene("trash-entry", _trash_entry),
    Scene("trash-purge", _trash_purge),
    Scene("settings-about", _section("about")),
    Scene("today-empty", _empty_today),
)
