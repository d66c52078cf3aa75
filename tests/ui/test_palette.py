from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.cycles import Cycle, Person
from app.domain.experiences import Experience
from app.domain.goals import Goal, Stretch, StretchState
from app.domain.ids import Id, Kind
from app.operations import cycles, experiences, goals, journal, people
from app.operations.journal import EntryDraft
from app.unlocking import approach
from app.vault import Vault
from tests.vaults import PASSPHRASE
from ui.context import Destination
from ui.forms import Form
from ui.journal.page import JournalPage
from ui.people.page import PeoplePage
from ui.plan.agreement_form import AgreementForm
from ui.plan.cycle_end import EndForm
from ui.plan.experience_sheet import ExperienceForm
from ui.plan.page import PlanPage
from ui.plan.value_form import ValueForm
from ui.search.offers import Offer, folded
from ui.search.page import SearchPage
from ui.search.palette import Palette
from ui.search.palette_rows import PaletteModel
from ui.settings.page import SettingsPage
from ui.stretch.attempt_sheet import AttemptSheet
from ui.stretch.check_in_sheet import CheckInSheet
from ui.widgets.dialog import Scrim
from ui.window import Window
from ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window on an open vault, and the palette over it."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def workspace(self) -> Workspace:
        """What is shown while the vault is open."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def vault(self) -> Vault:
        """The open vault."""
        assert self.window.vault is not None
        return self.window.vault

    def palette(self, words: str = "") -> Palette:
        """The palette, opened by its keys, with these words typed."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window, Qt.Key.Key_K, CTRL)
        palette = self.window.findChildren(Palette)[-1]
        self.qtbot.waitUntil(palette.isVisible)
        QTest.keyClicks(palette.field, words)
        return palette

    def enter(self, palette: Palette) -> None:
        """Press Enter in the palette, and let what it opens come."""
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not shiboken6.isValid(palette))
        self.qtbot.wait(10)


@pytest.fixture
def desk(qtbot: QtBot, window: Window, folder: Path) -> Desk:
    window.enter(approach(folder).unlock(PASSPHRASE))
    return Desk(qtbot, window)


def titles(palette: Palette) -> list[str]:
    return [offer.title for offer in palette.model.offers()]


def chosen(palette: Palette) -> str:
    return str(palette.rows.currentIndex().data())


def test_it_begins_with_every_place_and_command(desk: Desk) -> None:
    palette = desk.palette()
    assert titles(palette)[:2] == ["Today", "Journal"]
    assert {"Lock", "New goal", "Dark theme", "Settings: Trash"} <= set(titles(palette))
    assert chosen(palette) == "Today"
    assert palette.focusWidget() is palette.field


def test_a_place_is_reached_by_typing_its_name(desk: Desk) -> None:
    palette = desk.palette("jou")
    assert chosen(palette) == "Journal"
    desk.enter(palette)
    assert isinstance(desk.workspace.page, JournalPage)


def test_what_was_used_last_comes_first_the_next_time(desk: Desk) -> None:
    desk.enter(desk.palette("settings trash"))
    palette = desk.palette()
    assert palette.model.index(0).data() == "Recently used"
    assert titles(palette)[:2] == ["Settings: Trash", "Today"]
    assert titles(palette).count("Settings: Trash") == 1


def test_escape_closes_it_and_gives_the_focus_back(desk: Desk) -> None:
    desk.workspace.go(Destination("journal"))
    before = desk.window.focusWidget()
    palette = desk.palette("x")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not shiboken6.isValid(palette))
    assert desk.window.focusWidget() is before
    assert not [s for s in desk.window.findChildren(Scrim) if s.isVisible()]


def test_a_sign_leaves_the_commands_alone(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="Text larger than life"))
    assert titles(desk.palette(">larger")) == ["Larger text"]


def test_goals_are_found_by_the_beginnings_of_their_words(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="Délégate the release train"))
    goals.add_goal(desk.vault, Goal(title="Rest"))
    palette = desk.palette("train deleg")
    assert titles(palette) == [
        "Délégate the release train",
        "New entry about “train deleg”",
        "Search everything for “train deleg”",
    ]
    desk.enter(palette)
    assert desk.workspace.where().id == desk.vault.read.all(Goal)[0].id


def test_the_cycle_and_its_agreement_are_reached_from_here(desk: Desk) -> None:
    day = date(2026, 5, 20)
    made = cycles.add_cycle(desk.vault, Cycle(title="Spring", start=day, middle=day, end=day))
    desk.enter(desk.palette("cycle"))
    assert desk.workspace.where() == Destination("plan", made.id, Kind.CYCLE)
    desk.enter(desk.palette("boundaries"))
    assert [form for form in desk.window.findChildren(AgreementForm) if form.isVisible()]


def test_the_cycle_is_ended_from_here(desk: Desk) -> None:
    day = date(2026, 5, 20)
    cycles.add_cycle(desk.vault, Cycle(title="Spring", start=day, middle=day, end=day))
    palette = desk.palette("end cycle")
    assert chosen(palette) == "End cycle"
    desk.enter(palette)
    assert [form for form in desk.window.findChildren(EndForm) if form.isVisible()]


def test_a_value_is_logged_from_here(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="Delegate", measure="Releases I run"))
    palette = desk.palette("releases")
    assert chosen(palette) == "Log a value: Releases I run"
    desk.enter(palette)
    assert [form for form in desk.window.findChildren(ValueForm) if form.isVisible()]


def test_an_open_stretch_goal_offers_a_check_in(desk: Desk) -> None:
    goals.add_stretch(desk.vault, Stretch(title="Speak up", state=StretchState.ACTIVE))
    palette = desk.palette("check speak")
    assert chosen(palette) == "Check in: Speak up"
    desk.enter(palette)
    assert [sheet for sheet in desk.window.findChildren(CheckInSheet) if sheet.isVisible()]


@pytest.mark.parametrize(
    ("typed", "words", "opens"),
    [
        ("weekly", "Weekly check-in", CheckInSheet),
        ("check in", "Check in", CheckInSheet),
        ("attempt", "Add attempt", AttemptSheet),
    ],
)
def test_stretch_goals_are_worked_on_from_anywhere(
    desk: Desk, typed: str, words: str, opens: type[Form]
) -> None:
    goals.add_stretch(desk.vault, Stretch(title="Speak up"))
    palette = desk.palette(typed)
    assert chosen(palette) == words
    desk.enter(palette)
    (sheet,) = [found for found in desk.window.findChildren(opens) if found.isVisible()]
    sheet.close()


def test_experiences_are_a_command_and_one_is_found_by_its_words(desk: Desk) -> None:
    lived = Experience(title="Customer desk", did="Answered the xylophone queue.")
    found = experiences.add_experience(desk.vault, lived)
    palette = desk.palette("portfolio")
    assert chosen(palette) == "Experiences"
    desk.enter(palette)
    page = desk.workspace.page
    assert isinstance(page, PlanPage)
    assert page.where() == Destination("plan", kind=Kind.EXPERIENCE)
    palette = desk.palette("xylophone")
    desk.enter(palette)
    assert page.where() == Destination("plan", found.id, Kind.EXPERIENCE)


def test_an_experience_is_added_from_anywhere(desk: Desk) -> None:
    palette = desk.palette("add experience")
    assert chosen(palette) == "Add experience"
    desk.enter(palette)
    (sheet,) = [f for f in desk.window.findChildren(ExperienceForm) if f.isVisible()]
    sheet.close()


def test_an_entry_begins_with_what_was_typed_as_its_title(desk: Desk) -> None:
    palette = desk.palette("xylophone")
    assert titles(palette) == [
        "New entry about “xylophone”",
        "Search everything for “xylophone”",
    ]
    assert "Nothing found" in palette.rows.accessibleName()
    desk.enter(palette)
    page = desk.workspace.page
    assert isinstance(page, JournalPage)
    assert page._editor.sheet.title.text() == "xylophone"


def test_arrows_skip_the_headings_and_what_is_chosen_is_read_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.enter(desk.palette("stretch"))
    palette = desk.palette()
    said: list[str] = []

    def hear(event: object) -> None:
        said.append(event.message())  # type: ignore[attr-defined] # an announcement has one

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    monkeypatch.undo()
    assert chosen(palette) == "Today"
    assert said == ["Today, Ctrl+1"]


def test_a_click_does_what_a_row_offers(desk: Desk) -> None:
    palette = desk.palette("plan")
    box = palette.rows.visualRect(palette.model.place("plan"))
    QTest.mouseClick(
        palette.rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(0, 1)
    )
    desk.qtbot.waitUntil(lambda: desk.workspace.where().place == "plan")


def test_locking_over_it_frees_it(desk: Desk) -> None:
    palette = desk.palette("a")
    assert desk.window.lock()
    desk.qtbot.waitUntil(lambda: not shiboken6.isValid(palette))


def test_the_rail_opens_it(desk: Desk) -> None:
    item = desk.workspace._rail._search
    assert item is not None
    assert (item.accessibleName(), item.accessibleDescription()) == ("Search or go to", "Ctrl+K")
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert [p for p in desk.window.findChildren(Palette) if p.isVisible()]


def test_every_command_has_its_own_name_and_keys(desk: Desk) -> None:
    commands = desk.workspace.commands
    ids = [command.id for command in commands]
    keys = [key for command in commands for key in command.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert all(command.words and command.icon for command in commands)


def offer(key: str) -> Offer:
    return Offer(key, "map", key.title(), lambda: None)


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_what_stays() -> None:
    model = PaletteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    removed: list[int] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.extend(range(first, last + 1)))
    model.show([("One", [offer("a"), offer("b")]), ("Two", [offer("c")])])
    model.show([("One", [offer("a"), offer("b")]), ("None", []), ("Two", [offer("d")])])
    assert shown(model) == ["One", "A", "B", "Two", "D"]
    assert removed == [4]
    model.show([])
    assert model.rowCount() == 0
    assert tester is not None


def shown(model: QAbstractListModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_words_are_compared_without_case_accents_and_signs() -> None:
    assert folded("Élan, vital-Straße") == folded("elan VITAL strasse") == "elan vital strasse"
    assert folded("設計 レビュー") == folded("設計 レビュー")


def test_the_palette_is_a_named_dialog(desk: Desk) -> None:
    palette = desk.palette()
    interface = QAccessible.queryAccessibleInterface(palette)
    assert interface.text(QAccessible.Text.Name) == "Search or go to"
    field = QAccessible.queryAccessibleInterface(palette.field)
    assert field.text(QAccessible.Text.Name) == "Search or go to"


def headings(palette: Palette) -> list[str]:
    model = palette.model
    rows = (model.index(row) for row in range(model.rowCount()))
    return [str(row.data()) for row in rows if model.offer(row) is None]


def settled(desk: Desk, palette: Palette) -> None:
    """Wait for everything that the palette asks."""
    desk.qtbot.wait(25)
    jobs = desk.workspace._context.jobs
    desk.qtbot.waitUntil(lambda: not jobs.busy and not palette._asking.busy)
    desk.qtbot.wait(5)
    desk.qtbot.waitUntil(lambda: not jobs.busy)


def test_hits_stand_below_by_kind_and_are_opened_with_their_marks(desk: Desk) -> None:
    palette = desk.palette("fir")
    settled(desk, palette)
    assert headings(palette) == ["Go to and do", "Journal"]
    assert titles(palette) == [
        "New entry about “fir”",
        "First",
        "Search everything for “fir”",
    ]
    assert chosen(palette) == "First"
    assert palette.model.offers()[1].title_hits == ((0, 3),)
    assert palette.rows.accessibleName() == "1 result, searched on this computer"
    desk.enter(palette)
    page = desk.workspace.page
    assert isinstance(page, JournalPage)
    marks = page._editor.sheet.prose.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["Fir"]
    assert desk.window.focusWidget() is page._editor.sheet.prose


def test_a_goal_that_is_offered_is_no_hit_once_more(desk: Desk) -> None:
    goals.add_goal(desk.vault, Goal(title="First things"))
    palette = desk.palette("first")
    settled(desk, palette)
    assert titles(palette).count("First things") == 1
    assert palette.rows.accessibleName() == "2 results, searched on this computer"


def test_enter_waits_for_the_hits_rather_than_begin_an_entry(desk: Desk) -> None:
    palette = desk.palette("seco")
    assert chosen(palette) == "New entry about “seco”"
    desk.enter(palette)
    page = desk.workspace.page
    assert isinstance(page, JournalPage)
    assert page._editor.sheet.title.text() == "Second"


def test_what_somebody_chose_stays_chosen_when_hits_come(desk: Desk) -> None:
    palette = desk.palette("seco")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    settled(desk, palette)
    assert "Second" in titles(palette)
    assert chosen(palette) == "New entry about “seco”"


def test_hits_never_move_rows_under_the_pointer(desk: Desk) -> None:
    palette = desk.palette("seco")
    view = palette.rows.viewport()
    before = titles(palette)
    place = QPointF(44, 48)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), left, left, none)
    QApplication.sendEvent(view, event)
    settled(desk, palette)
    assert palette._pointing
    assert titles(palette) == before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert "Second" in titles(palette)


def test_ctrl_enter_shows_everything_on_the_page_of_search(desk: Desk) -> None:
    palette = desk.palette("first")
    QTest.keyClick(palette.field, Qt.Key.Key_Return, CTRL)
    desk.qtbot.waitUntil(lambda: isinstance(desk.workspace.page, SearchPage))
    page = desk.workspace.page
    assert isinstance(page, SearchPage)
    assert page.frame.box.text() == "first"
    assert not [item for item in desk.workspace._rail._items if item.isChecked()]


def test_a_sign_offers_tags_or_people(desk: Desk) -> None:
    journal.add(desk.vault, EntryDraft(title="Tagged", tags=("hard things", "release")))
    people.add_person(desk.vault, Person(name="Ruth Adeyemi"))
    palette = desk.palette("#hard")
    settled(desk, palette)
    assert titles(palette)[0] == "hard-things"
    palette.field.setText("@ade")
    settled(desk, palette)
    assert titles(palette)[0] == "Ruth Adeyemi"
    desk.enter(palette)
    page = desk.workspace.page
    assert isinstance(page, PeoplePage)
    assert page.detail.name.text() == "Ruth Adeyemi"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ruth", "Ruth Adeyemi"),
        ("influencing", "Influencing others"),
        ("the guide", "Write the guide"),
    ],
)
def test_a_name_leads_to_its_person_competency_or_goal_first(
    desk: Desk, typed: str, first: str
) -> None:
    """Before what can be done with it, and before where else it is named."""
    people.add_person(desk.vault, Person(name="Ruth Adeyemi"))
    goals.add_goal(desk.vault, Goal(title="Write the guide", measure="Pages", target=20.0))
    journal.add(desk.vault, EntryDraft(title="Ruth on influencing, and on what to write"))
    palette = desk.palette(typed)
    settled(desk, palette)
    assert chosen(palette) == first


def test_a_competency_that_ships_is_gone_to_by_its_name(desk: Desk) -> None:
    desk.enter(desk.palette("influencing oth"))
    assert desk.workspace.where() == Destination("plan", Id("influencing-others"), Kind.COMPETENCY)


def test_the_page_of_search_has_keys_of_its_own(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(desk.workspace.page, SearchPage)


def test_a_long_passage_begins_shortly_before_its_hit(desk: Desk) -> None:
    body = "Long ago and far away there was a team that had to learn of xylophones anew."
    journal.add(desk.vault, EntryDraft(title="Team", body=body))
    palette = desk.palette("xylo")
    settled(desk, palette)
    found = palette.model.offers()[1]
    assert found.aside.startswith("20 May, “…that had to learn of xylo")
    (start, end), *_ = found.aside_hits
    assert found.aside[start:end] == "xylo"


class Greedy(QLineEdit):
    """A field that claims every key, as text fields of some desktops claim Ctrl+K."""

    def event(self, event: QEvent) -> bool:
        """Claim it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_its_keys_work_from_a_field_that_would_claim_them(desk: Desk) -> None:
    page = desk.workspace.page
    assert page is not None
    field = Greedy(page)
    field.show()
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_K, CTRL)
    assert [p for p in desk.window.findChildren(Palette) if p.isVisible()]


def test_every_section_of_the_settings_is_a_command_of_the_same_name(desk: Desk) -> None:
    desk.workspace.go(Destination("settings"))
    page = desk.workspace.page
    assert isinstance(page, SettingsPage)
    known = {command.id: command for command in desk.workspace.commands}
    for name, section in page._sections.items():
        command = known[f"settings-{name}"]
        assert (command.words, command.icon) == (
            f"Settings: {section.title}",
            page._items[name].place.icon,
        )
