"""An assessment under way: set up, answered one competency at a time, looked over, finished."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.assessing import Answer, Assessing
from app.domain.cycles import Person
from app.domain.ids import Kind
from app.operations import competencies, people
from app.queries import assessments
from app.queries.assessments import Moment
from app.queries.competencies import CompetencyRow, catalogue
from ui import labels
from ui.context import Context, Destination
from ui.messages import sentence
from ui.plan import assessment_words as words
from ui.plan.assessment_draft import KeptDraft
from ui.plan.assessment_frame import Foot, Head
from ui.plan.assessment_reading import RatingsView, chosen
from ui.plan.assessment_setup import SetupView
from ui.plan.assessment_step import StepView

_PAUSE = 2000


class AssessmentFlow(QWidget):
    """One screen after another between two bars; every answer is kept as it is given."""

    navigate = Signal(object)

    def __init__(self, context: Context, parent: QWidget, *, own: bool) -> None:
        super().__init__(parent)
        self._context = context
        self._own = own
        self._draft: KeptDraft | None = None
        self.head, self.foot = Head(), Foot()
        self.setup = self._make_setup()
        self.step = StepView(context)
        self.review = RatingsView(changes=True)
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()

    # Methods

    @property
    def draft(self) -> KeptDraft:
        """What is under way; what was left is taken up again."""
        if self._draft is None:
            self._draft = KeptDraft(self._context, own=self._own)
        return self._draft

    def begin(self) -> None:
        """Show it where it was left, or begin it."""
        if self._draft is None:
            self._set_stage()
        self.refresh()

    def refresh(self) -> None:
        """Show the screen where one is, from the vault as it is now."""
        draft = self.draft.value
        if not draft.begun:
            self._show_setup(draft)
        elif not draft.current:
            self._show_review(draft)
        else:
            known = catalogue(self._context.vault.read, self._context.library)
            row = known.find(draft.current)
            if row is None:
                # It went to the trash meanwhile; its answer stays, in case it comes back.
                left = tuple(each for each in draft.chosen if known.find(each))
                self.draft.value = replace(draft, chosen=left).at(draft.place)
                self.refresh()
                return
            self._show_step(draft, row)
        self._show_saved()

    def keep(self) -> None:
        """Keep it as a draft; raises AppError where that fails."""
        self._pause.stop()
        if self._draft is not None:
            self._draft.keep()
            self._show_saved()

    def let_go(self) -> None:
        """Forget what is shown; the vault has it."""
        self._pause.stop()
        self._draft = None

    def first(self) -> QWidget:
        """The first thing to do on this screen."""
        draft = self.draft.value
        if not draft.begun:
            return self.setup.first()
        return self.step.anchors.stop() if draft.current else self.foot.next

    def menu(self) -> QMenu:
        """What else can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Start over"), self._start_over)
        return menu

    # Building

    def _lay_out(self) -> None:
        for view in (self.setup, self.step, self.review):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.more.clicked.connect(self._offer)
        self.foot.back.clicked.connect(self._go_back)
        self.foot.skip.clicked.connect(self._skip)
        self.foot.next.clicked.connect(self._go_on)
        self.step.answered.connect(self._take)
        self.step.next_asked.connect(self._press_next)
        self.step.navigate.connect(self.navigate)
        self.review.asked.connect(self._go_to)
        self._pause.timeout.connect(lambda: self._context.perform(self.keep))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_next)

    def _make_setup(self) -> SetupView:
        setup = SetupView(self._context, own=self._own)
        setup.changed.connect(self._set_up)
        return setup

    def _set_stage(self) -> None:
        """Offer the competencies and people that there are by now."""
        self._stack.removeWidget(self.setup)
        self.setup.deleteLater()
        self.setup = self._make_setup()
        self._stack.addWidget(self.setup)

    # Answering

    def _set_up(self, draft: Assessing) -> None:
        self.draft.value = draft
        self._show_saved()
        self._pause.start()

    def _take(self, answer: Answer) -> None:
        before = self.draft.value.answer(answer.competency)
        self.draft.value = self.draft.value.answered(answer)
        self.foot.show_step(chosen=bool(answer.level))
        if before.level == answer.level:
            self._pause.start()
        else:
            self._context.perform(self.keep)

    def _move(self, draft: Assessing) -> None:
        self.draft.value = draft
        self._context.perform(self.keep)
        self.refresh()
        self.first().setFocus(Qt.FocusReason.TabFocusReason)

    # Going on

    def _press_next(self) -> None:
        if self.foot.next.isEnabled():
            self.foot.next.click()

    def _go_on(self) -> None:
        draft = self.draft.value
        if not draft.begun:
            self._start()
        elif draft.current:
            self._go_to(draft.place + 1)
        else:
            self._finish()

    def _go_back(self) -> None:
        draft = self.draft.value
        self._move(draft.at(draft.place - 1) if draft.place else replace(draft, begun=False))

    def _go_to(self, place: int) -> None:
        self._move(self.draft.value.at(place))

    def _skip(self) -> None:
        draft = self.draft.value
        unrated = Answer(draft.current, note=draft.answer(draft.current).note)
        self._move(draft.answered(unrated).at(draft.place + 1))

    def _start(self) -> None:
        if not self.setup.understood():
            return
        draft, vault = self.setup.draft(), self._context.vault
        if not self._own and not draft.person:
            name = draft.name.strip()
            person = self._context.perform(lambda: people.add_person(vault, Person(name=name)))
            if person is None:
                return
            draft = replace(draft, person=person.id, name="")
        known = catalogue(vault.read, self._context.library)
        asked = tuple(row.id for row in known.rows if row.id in draft.chosen)
        self._move(replace(draft, chosen=asked, begun=True).at(draft.place))

    def _finish(self) -> None:
        vault, library, today = self._context.vault, self._context.library, self._context.today()
        done = self._context.perform(
            lambda: competencies.assess(
                vault, assessments.finished(vault.read, library, self.draft.value, today)
            ),
            lambda error: self.foot.show_note(sentence(error)),
        )
        if done is not None:
            self._context.perform(self.draft.forget)
            self.let_go()
            self._context.messages.say(self.tr("Assessment finished"), undo=True)
            self.navigate.emit(Destination("plan", done.id, Kind.ASSESSMENT))

    # Starting over

    def _offer(self) -> None:
        self.menu().popup(self.head.more.mapToGlobal(self.head.more.rect().bottomLeft()))

    def _start_over(self) -> None:
        draft, before = self.draft, self.draft.value

        def bring_back() -> None:
            if self._draft is draft:
                self._move(before)

        self._move(draft.fresh())
        said, back = self.tr("Started over"), self.tr("Bring it back")
        self._context.messages.offer(said, back, bring_back)

    # Showing

    def _show_setup(self, draft: Assessing) -> None:
        if self.setup.draft() != draft:
            self.setup.show_draft(draft)
        self.head.show_progress(0, 0)
        note = self.tr("You can stop at any time and come back.")
        self.foot.show_act(self.tr("Start"), note, back=False)
        self._stack.setCurrentWidget(self.setup)

    def _show_step(self, draft: Assessing, row: CompetencyRow) -> None:
        reader, library = self._context.vault.read, self._context.library
        earlier = assessments.latest(reader, draft.person).get(row.id)
        question = words.question_words(self.draft.whose(), own=self._own)
        self.step.show_competency(row, assessments.anchors(row, library), question, self._promise())
        self.step.show_answer(draft.answer(row.id), earlier)
        since = earlier.day if earlier else None
        self.step.show_evidence(assessments.evidence(reader, row.id), since)
        self.head.show_progress(draft.place + 1, len(draft.chosen))
        self.foot.show_step(chosen=bool(draft.answer(row.id).level))
        self._stack.setCurrentWidget(self.step)

    def _show_review(self, draft: Assessing) -> None:
        known = catalogue(self._context.vault.read, self._context.library)
        line = words.rated_words(len(draft.rated), len(draft.chosen))
        self.review.show_ratings(line, chosen(draft, known, self._context.library))
        self.head.show_progress(0, 0)
        self.foot.show_act(self.tr("Finish"), self._promise(), back=True)
        self._stack.setCurrentWidget(self.review)

    def _show_saved(self) -> None:
        draft = self.draft
        title = draft.value.label.strip() or words.moment_words(Moment.ANY)
        if not self._own and draft.whose():
            title = self.tr("{title}, as {name} sees it").format(title=title, name=draft.whose())
        time = labels.clock(self._context.vault.now().local)
        saved = self.tr("Saved {time}. You can stop here and come back.").format(time=time)
        self.head.show_words(title, saved if draft.is_kept else "")

    def _promise(self) -> str:
        return self.tr("Once finished, an assessment does not change. Nobody else sees it.")
