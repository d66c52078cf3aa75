"""Settings, Templates and prompts: everything by hand and by keys, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.domain.ids import Kind
from app.domain.questions import MIXED, OWN
from app.domain.templates import OwnTemplate
from app.operations import journal, templates
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.ui.journal_desk import opened
from tests.ui.settings_desk import shown_settings
from ui.context import Context, Destination
from ui.desk import Desk
from ui.settings.page import SettingsPage
from ui.settings.template_sheet import PREVIEW, TemplateSheet
from ui.settings.templates import TemplatesSection
from ui.widgets.dialog import Dialog
from ui.widgets.picker import Picker

KEY = Qt.Key
BODY = "## Look\n_What moved?_\n"
Asked = list[tuple[str, str]]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, context: Context) -> SettingsPage:
    return shown_settings(qtbot, context, desk, "templates")


@pytest.fixture
def said(page: SettingsPage) -> list[str]:
    found: list[str] = []
    page.context.messages.toast.connect(lambda words, _: found.append(words))
    page.context.messages.failed.connect(found.append)
    return found


def section(page: SettingsPage) -> TemplatesSection:
    found = page._sections["templates"]
    assert isinstance(found, TemplatesSection)
    return found


def press(inside: QWidget, words: str) -> None:
    QApplication.sendPostedEvents()
    buttons: list[QPushButton] = inside.findChildren(QPushButton)
    button = next(b for b in buttons if b.isVisible() and words in {b.text(), b.accessibleName()})
    QTest.keyClick(button, KEY.Key_Space)


def choose_from_menu(page: SettingsPage, name: str, action: str) -> None:
    press(section(page), f"More for {name}")
    menu = next(m for m in section(page).findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == action).trigger()
    menu.close()


def own(vault: Vault) -> list[OwnTemplate]:
    return vault.read.all(OwnTemplate)


def test_a_template_is_written_from_nothing_by_keys(
    page: SettingsPage, vault: Vault, said: list[str]
) -> None:
    press(section(page), "New template")
    sheet = opened(TemplateSheet)
    QTest.keyClicks(sheet.name.editor, "Friday")
    QTest.keyClicks(sheet.when.editor, "At four")
    QTest.keyClicks(sheet.minutes.editor, "10")
    tag_line = sheet.tags.focusProxy()
    assert tag_line is not None
    QTest.keyClicks(tag_line, "week")
    QTest.keyClicks(sheet.prose, "Look")
    press(sheet, "Keep template")
    (made,) = own(vault)
    assert (made.name, made.when, made.minutes, made.tags, made.body) == (
        "Friday",
        "At four",
        10,
        ("week",),
        "Look",
    )
    assert said == ["Template kept"]
    assert len(section(page).edits) == 1


def test_what_is_wrong_stands_under_its_field(page: SettingsPage, vault: Vault) -> None:
    press(section(page), "New template")
    sheet = opened(TemplateSheet)
    sheet.submit()
    assert sheet.name.error == "Give it a name first. Everything else can wait."
    QTest.keyClicks(sheet.name.editor, "Friday")
    for minutes, told in (("ten", "Write a number"), ("2000", "Minutes run from 0 to 1440")):
        sheet.minutes.editor.setText(minutes)  # type: ignore[attr-defined]
        sheet.submit()
        assert told in sheet.minutes.error
    assert own(vault) == []
    sheet.close()


def test_a_template_is_changed_and_the_sheet_keeps_a_draft(
    page: SettingsPage, vault: Vault
) -> None:
    templates.add(vault, OwnTemplate(name="Friday", body=BODY))
    press(section(page), "Edit Friday")
    sheet = opened(TemplateSheet)
    QTest.keyClick(sheet.name.editor, KEY.Key_End)
    QTest.keyClicks(sheet.name.editor, " look")
    page.save()
    QTest.keyClick(sheet, KEY.Key_Escape)
    assert [each.name for each in own(vault)] == ["Friday"]
    press(section(page), "Edit Friday")
    again = opened(TemplateSheet)
    assert again.text("title") == "Friday look"
    again.submit()
    assert [each.name for each in own(vault)] == ["Friday look"]
    vault.undo()
    assert [each.name for each in own(vault)] == ["Friday"]


def test_the_preview_shows_prompts_as_an_entry_does(page: SettingsPage, vault: Vault) -> None:
    templates.add(vault, OwnTemplate(name="Friday", body=BODY))
    press(section(page), "Edit Friday")
    sheet = opened(TemplateSheet)
    sheet.views.setFocus()
    QTest.keyClick(sheet.views, KEY.Key_Right)
    assert sheet.views.view() == PREVIEW
    assert sheet.preview.isVisible()
    assert sheet.preview.isReadOnly()
    assert sheet.preview.text() == BODY
    assert sheet.preview.written() == "## Look\n"
    sheet.close()


def test_a_destination_opens_the_template_it_names_unless_it_is_gone(
    page: SettingsPage, vault: Vault
) -> None:
    made = templates.add(vault, OwnTemplate(name="Friday"))
    page.arrive(Destination("settings", made.id, Kind.TEMPLATE, "templates"))
    sheet = opened(TemplateSheet)
    assert sheet.text("title") == "Friday"
    assert page.where() == Destination("settings", act="templates")
    sheet.reject()
    templates.delete(vault, made.id)
    page.arrive(Destination("settings", made.id, Kind.TEMPLATE, "templates"))
    assert not any(each.isVisible() for each in page.findChildren(TemplateSheet))


def test_an_entry_becomes_a_template(page: SettingsPage, vault: Vault) -> None:
    draft = EntryDraft(title="Look back", body="## Look\nfine", tags=("week",))
    entry = journal.add(vault, draft)
    page.arrive(Destination("settings", entry.id, Kind.ENTRY, "templates", "new"))
    opened(TemplateSheet).submit()
    (made,) = own(vault)
    assert (made.name, made.body, made.tags) == ("Look back", "## Look\nfine", ("week",))


def test_one_of_greenrooms_is_copied_to_be_changed(page: SettingsPage, vault: Vault) -> None:
    press(section(page), "Copy one of Greenroom's")
    picker = opened(Picker)
    QTest.keyClicks(picker._search, "two-minute")
    QTest.keyClick(picker._search, KEY.Key_Return)
    opened(TemplateSheet).submit()
    (made,) = own(vault)
    shipped = Library().templates.find("daily-two-minute")
    assert shipped is not None
    assert (made.name, made.body) == (shipped.name, shipped.body)
    choose_from_menu(page, made.name, "Make a copy")
    opened(TemplateSheet).submit()
    assert {each.name for each in own(vault)} == {made.name, f"{made.name} (2)"}


def test_a_template_goes_to_the_trash_and_comes_back(
    page: SettingsPage, vault: Vault, said: list[str]
) -> None:
    templates.add(vault, OwnTemplate(name="Friday"))
    choose_from_menu(page, "Friday", "Move to trash")
    assert own(vault) == []
    assert said == ["Template moved to trash"]
    assert section(page).edits == []
    vault.undo()
    assert len(section(page).edits) == 1


def pass_on(page: SettingsPage, monkeypatch: pytest.MonkeyPatch, path: Path) -> Dialog:
    def choose(
        _parent: object, _title: str, start: Path, chosen: Callable[[Path], None], **_: str
    ) -> None:
        assert start.name == "Friday look.md"
        chosen(path)

    monkeypatch.setattr("ui.messages.choose_new_file", choose)
    choose_from_menu(page, "Friday: look", "Save as a file")
    return opened(Dialog)


def test_a_file_is_saved_only_after_it_was_said_that_nothing_protects_it(
    page: SettingsPage,
    vault: Vault,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    templates.add(vault, OwnTemplate(name="Friday: look", body=BODY))
    path = tmp_path / "friday.md"
    dialog = pass_on(page, monkeypatch, path)
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert not path.exists()
    dialog = pass_on(page, monkeypatch, path)
    press(dialog, "Choose a place")
    assert path.read_text().startswith('---\nname: "Friday: look"\n---\n')
    assert said == ["Template saved as a file"]
    press(pass_on(page, monkeypatch, tmp_path / "nowhere" / "x.md"), "Choose a place")
    assert said[-1].startswith("The file was not saved.")


def bring_in(page: SettingsPage, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(
        "ui.messages.choose_file", lambda _parent, _title, _start, chosen, **_: chosen(path)
    )
    press(section(page), "From a file")


def test_a_template_from_a_file_is_looked_at_before_it_is_kept(
    page: SettingsPage, vault: Vault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "friday.md"
    path.write_text(f"---\nname: Friday\nminutes: 5\n---\n\n{BODY}\n")
    bring_in(page, monkeypatch, path)
    sheet = opened(TemplateSheet)
    assert sheet.prose.text() == BODY
    sheet.reject()
    assert own(vault) == []
    bring_in(page, monkeypatch, path)
    opened(TemplateSheet).submit()
    bring_in(page, monkeypatch, path)
    sheet = opened(TemplateSheet)
    assert "has a number" in sheet._note.text()
    sheet.submit()
    assert [each.name for each in own(vault)] == ["Friday", "Friday (2)"]


def test_a_file_that_is_none_is_told_and_nothing_opens(
    page: SettingsPage,
    vault: Vault,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    path = tmp_path / "evil.md"
    path.write_text("---\nname: !!python/object/apply:os.system ['true']\n---\n")
    bring_in(page, monkeypatch, path)
    assert said[-1].startswith("The head of this file could not be understood at line 2.")
    assert page.findChildren(TemplateSheet) == []
    assert own(vault) == []


def test_questions_of_ones_own_are_kept_and_mixed_in_when_wanted(
    page: SettingsPage, vault: Vault
) -> None:
    found = section(page)
    assert not found.mixed.isEnabled()
    found.questions.setFocus()
    QTest.keyClicks(found.questions, "What moved?")
    QTest.keyClick(found.questions, KEY.Key_Return)
    QTest.keyClicks(found.questions, "What moved?")
    found.mixed.window().setFocus()
    page.save()
    assert vault.read.preference(OWN) == "What moved?"
    found.questions.clearFocus()
    found.refresh()
    assert found.questions.toPlainText() == "What moved?"
    assert found.mixed.isEnabled()
    QTest.keyClick(found.mixed, KEY.Key_Space)
    assert vault.read.preference(MIXED) == "yes"
