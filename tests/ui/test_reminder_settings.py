"""Settings, Reminders: what is chosen acts at once and lies in the vault."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.reminder_choices import ReminderChoices, Subject
from app.operations import reminders
from app.queries.reminders import choices
from app.vault import Vault
from tests.ui.settings_desk import shown_settings
from tests.ui.test_reminding import Notifications
from ui.context import Context
from ui.desk import Desk
from ui.desktop_notes import BusNotes
from ui.settings.reminders import RemindersSection
from ui.widgets.choice import Choice
from ui.widgets.text import Label

pytestmark = pytest.mark.qt


@pytest.fixture
def bus() -> Notifications:
    return Notifications()


@pytest.fixture
def section(qtbot: QtBot, context: Context, desk: Desk, bus: Notifications) -> RemindersSection:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))

    def make(parent: QObject) -> BusNotes:
        return BusNotes(bus, parent)

    desk._make_notes = make
    page = shown_settings(qtbot, context, desk, "reminders")
    return page.findChildren(RemindersSection)[0]


def pick(choice: Choice, value: object) -> None:
    choice.set_value(value)
    choice.picked.emit(choice.value())


def sentences(section: RemindersSection) -> str:
    return " ".join(label.text() for label in section.findChildren(Label))


def test_each_kind_is_switched_by_itself(section: RemindersSection, vault: Vault) -> None:
    for subject, switch in section.subjects.items():
        assert switch.isChecked()
        QTest.keyClick(switch, Qt.Key.Key_Space)
        assert subject not in choices(vault.read).subjects
    assert set(section.subjects) == set(Subject)
    section.subjects[Subject.SESSIONS].click()
    assert choices(vault.read).subjects == {Subject.SESSIONS}


def test_times_days_and_leads_act_at_once(section: RemindersSection, vault: Vault) -> None:
    for name, value in (
        ("weekday", 0),
        ("weekly_at", time(8, 30)),
        ("at", time(10)),
        ("lead", 60),
        ("quiet_from", time(18)),
        ("quiet_until", time(7, 30)),
    ):
        pick(section.choices[name], value)
        assert getattr(choices(vault.read), name) == value


def test_switches_act_at_once(section: RemindersSection, vault: Vault) -> None:
    for name in ("quiet_weekends", "several", "notify"):
        before = getattr(choices(vault.read), name)
        section.switches[name].click()
        assert getattr(choices(vault.read), name) is not before


def test_what_belongs_to_a_kind_that_is_off_cannot_be_chosen_and_says_why(
    section: RemindersSection,
) -> None:
    section.subjects[Subject.REFLECTION].click()
    enabled = {name: choice.isEnabled() for name, choice in section.choices.items()}
    assert [name for name, on in enabled.items() if not on] == ["weekday", "weekly_at"]
    assert section.choices["weekday"].toolTip() == "This kind of reminder is off."


def test_a_reflection_in_quiet_time_says_when_it_comes(section: RemindersSection) -> None:
    assert "That is quiet time" not in sentences(section)
    pick(section.choices["weekday"], 6)
    section.switches["quiet_weekends"].click()
    assert "That is quiet time. It comes on Monday at 08:00." in sentences(section)


def test_one_can_be_shown_now(section: RemindersSection, bus: Notifications) -> None:
    section.show_one.click()
    assert bus.calls == [("notify", 0, "A reminder is waiting in Greenroom", "Open Greenroom")]
    assert "It says only \u201cA reminder is waiting in Greenroom\u201d." in sentences(section)


def test_one_that_the_desktop_did_not_show_is_said(
    section: RemindersSection, bus: Notifications, context: Context
) -> None:
    said: list[str] = []
    context.messages.toast.connect(lambda words, _: said.append(words))
    bus.answers = False
    section.show_one.click()
    assert said == ["The desktop did not show it."]


def test_without_notifications_on_this_computer_it_says_so(
    qtbot: QtBot, context: Context, desk: Desk
) -> None:
    page = shown_settings(qtbot, context, desk, "reminders")
    section = page.findChildren(RemindersSection)[0]
    words = (
        "This computer has no notifications that Greenroom can use. Reminders show in the window."
    )
    assert words in sentences(section)
    for control in (section.switches["notify"], section.show_one):
        assert not control.isEnabled()
        assert control.toolTip() == words


def test_what_was_chosen_elsewhere_is_shown(section: RemindersSection, vault: Vault) -> None:
    reminders.choose(vault, ReminderChoices(subjects=frozenset(), at=time(11, 30), several=True))
    assert not any(switch.isChecked() for switch in section.subjects.values())
    assert section.choices["at"].value() == time(11, 30)
    assert section.switches["several"].isChecked()


def test_every_control_has_a_name(section: RemindersSection) -> None:
    controls: list[QWidget] = [
        *section.subjects.values(),
        *section.switches.values(),
        *section.choices.values(),
        section.show_one,
    ]
    names = []
    for control in controls:
        found = QAccessible.queryAccessibleInterface(control)
        assert found is not None
        names.append(found.text(QAccessible.Text.Name))
    assert len(set(names)) == len(controls)
    assert all(names)
