"""The journal's page: writing, saving, undoing, choosing, throwing away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.clock import Moment
from app.content.library import Library
from app.domain.cycles import Cycle
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Attempt, Goal, Stretch
from app.domain.ids import NO_ID, Kind
from app.errors import AppError
from app.operations import cycles, experiences, goals, journal, tags
from app.operations.journal import EntryDraft
from tests.ui.journal_desk import DAY, Desk, add, full_disk, opened
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.entry import writing
from ui.journal.narrowing import Narrowing
from ui.theme import ThemeSource
from ui.widgets.picker import Picker

pytestmark = [pytest.mark.qt]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on three entries: today, yesterday and last week."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Oldest", 8, body="old words")
    add(vault, "Middle", 1, body="middle words", bring=True)
    add(vault, "Newest", 0, body="new words")
    vault.seal()
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


@pytest.fixture
def blank(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on an empty vault."""
    del look
    desk = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def type_text(desk: Desk, words: str) -> None:
    QTest.keyClicks(desk.editor.sheet.prose, words)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(desk.editor.sheet.prose, key, modifiers)


def titled(desk: Desk, title: str) -> Entry:
    return next(entry for entry in desk.entries if entry.title == title)


def test_the_newest_entry_is_open_at_first(desk: Desk) -> None:
    assert desk.rows() == ["This week", "Newest", "Middle", "Last week", "Oldest"]
    assert desk.selected() == titled(desk, "Newest").id
    assert desk.editor.sheet.title.text() == "Newest"
    assert desk.editor.footer.state == "Saved 12:00"


def test_typing_is_saved_after_a_pause_and_the_list_follows(desk: Desk, qtbot: QtBot) -> None:
    desk.tick()
    type_text(desk, "More. ")
    assert titled(desk, "Newest").body == "new words"
    qtbot.waitUntil(
        lambda: titled(desk, "Newest").body == "More. new words", timeout=writing.LONGEST_MS
    )
    assert desk.editor.footer.state == "Saved 12:01"
    assert desk.page._browser.model.entry(desk.page._browser.rows.currentIndex()) is not None


def test_typing_without_a_pause_is_saved_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    keys = 0

    def typed_and_saved() -> bool:
        nonlocal keys
        type_text(desk, "x")
        keys += 1
        return titled(desk, "Newest").body != "new words"

    qtbot.waitUntil(typed_and_saved, timeout=writing.LONGEST_MS + 1000)
    assert keys > 10


def test_choosing_another_entry_saves_the_one_before(desk: Desk) -> None:
    type_text(desk, "Kept. ")
    QTest.keyClick(desk.page._browser.rows, KEY.Key_Down)
    assert titled(desk, "Newest").body == "Kept. new words"
    assert desk.editor.sheet.title.text() == "Middle"
    QTest.keyClick(desk.page._browser.rows, KEY.Key_Down)
    assert desk.editor.sheet.title.text() == "Oldest"


def test_every_part_of_the_sheet_is_saved(desk: Desk) -> None:
    sheet = desk.editor.sheet
    QTest.keyClick(sheet.title, KEY.Key_End)
    QTest.keyClicks(sheet.title, " one")
    QTest.keyClick(sheet.facts._energy, KEY.Key_4)
    QTest.keyClick(sheet.facts._confidence, KEY.Key_2)
    line = sheet.facts._tags.focusProxy()
    assert line is not None
    QTest.keyClicks(line, "#Two Words,three")
    desk.page.save()
    entry = titled(desk, "Newest one")
    assert (entry.energy, entry.confidence, entry.tags) == (4, 2, ("Two-Words", "three"))


def test_ctrl_s_saves_and_says_so(desk: Desk) -> None:
    type_text(desk, "Now. ")
    press(desk, KEY.Key_S)
    assert titled(desk, "Newest").body == "Now. new words"
    assert desk.said == ["Saved 12:00"]


def test_looking_at_entries_changes_none(desk: Desk) -> None:
    odd = "a\u00a0b \u2028 c\r\nd  \n"
    entry = add(desk.vault, "no\u00a0break", body=odd, tags=("x",))
    desk.page._choose(entry.id)
    desk.page.leave()
    kept = desk.vault.read.get(Entry, entry.id)
    assert (kept.title, kept.body, kept.modified) == ("no\u00a0break", odd, entry.modified)


def test_a_full_disk_is_said_and_the_text_stays(desk: Desk, qtbot: QtBot) -> None:
    type_text(desk, "Precious. ")
    footer = desk.editor.footer
    with full_disk(desk.vault):
        with pytest.raises(AppError):
            desk.page.save()
        assert footer.state == "Not saved: the disk is full"
        QTest.keyClick(desk.page._browser.rows, KEY.Key_Down)
        assert desk.editor.sheet.title.text() == "Newest"
        qtbot.waitUntil(lambda: desk.selected() == titled(desk, "Newest").id)
        footer._retry.click()
        assert footer.state == "Not saved: the disk is full"
    footer._retry.click()
    assert footer.state == "Saved 12:00"
    assert not footer._retry.isVisible()
    assert titled(desk, "Newest").body == "Precious. new words"
    assert desk.failures == []


def test_undo_brings_the_text_back_into_the_editor(desk: Desk) -> None:
    desk.editor.sheet.prose.setTextCursor(desk.editor.sheet.prose.find_span(3, 3))
    type_text(desk, "er")
    desk.page.save()
    desk.vault.undo()
    assert desk.editor.sheet.prose.text() == "new words"
    assert desk.editor.sheet.prose.selected_span() == (5, 5)
    assert not desk.editor.writing.unsaved
    desk.vault.redo()
    assert desk.editor.sheet.prose.text() == "newer words"


def test_a_change_from_elsewhere_never_takes_unsaved_typing_away(desk: Desk) -> None:
    type_text(desk, "Mine. ")
    entry = titled(desk, "Newest")
    journal.write(desk.vault, entry.id, EntryDraft(title="Newest", body="theirs"))
    assert desk.editor.sheet.prose.text() == "Mine. new words"
    assert titled(desk, "Newest").body == "Mine. new words"


def test_unsaved_typing_in_an_entry_that_vanished_becomes_a_new_one(desk: Desk) -> None:
    type_text(desk, "Mine. ")
    lost = titled(desk, "Newest")
    journal.delete(desk.vault, lost.id)
    assert titled(desk, "Newest").id != lost.id
    assert titled(desk, "Newest").body == "Mine. new words"
    assert desk.editor.entry_id == desk.selected() == titled(desk, "Newest").id


def test_a_row_keeps_selection_when_entries_come_above_it(desk: Desk) -> None:
    desk.page._choose(titled(desk, "Middle").id)
    add(desk.vault, "Brand new")
    assert sorted(desk.rows()[1:3]) == ["Brand new", "Newest"]
    assert desk.selected() == titled(desk, "Middle").id
    assert desk.editor.sheet.title.text() == "Middle"


def test_a_new_entry_has_no_row_before_something_is_in_it(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new"))
    assert desk.selected() == ""
    assert desk.editor.sheet.draft() == EntryDraft()
    desk.page._choose(titled(desk, "Middle").id)
    assert len(desk.entries) == 3
    assert desk.vault.read.deleted(Entry) == []
    desk.page.arrive(Destination("journal", act="new"))
    type_text(desk, "Something")
    desk.page.save()
    assert len(desk.entries) == 4
    assert desk.selected() == desk.editor.entry_id == desk.entries[-1].id


def test_a_new_entry_that_was_emptied_again_is_not_kept(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new"))
    type_text(desk, "x")
    desk.page.save()
    press(desk, KEY.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    desk.page._choose(titled(desk, "Middle").id)
    assert sorted(entry.title for entry in desk.entries) == ["Middle", "Newest", "Oldest"]
    assert desk.editor.sheet.title.text() == "Middle"


def test_prompts_of_a_template_are_shown_and_never_saved(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new", detail="template:daily-two-minute"))
    template = Library().templates.find("daily-two-minute")
    assert template is not None
    assert desk.editor.sheet.prose.text() == template.body
    desk.page.leave()
    assert len(desk.entries) == 3
    type_text(desk, "It rained.")
    desk.page.save()
    entry = desk.entries[-1]
    assert entry.body == "## Today\nIt rained.\n\n## What it showed me\n\n## Tomorrow\n"
    assert (entry.template, entry.tags) == (template.id, template.tags)
    assert "_One sentence._" in desk.editor.sheet.prose.text()


def test_the_plus_offers_templates_with_the_blank_page_first(desk: Desk) -> None:
    desk.page._browser.new_button.click()
    picker = opened(Picker)
    model = picker._model
    titles = [model.index(row).data() for row in range(4)]
    assert titles == ["Blank page", "Begin with a question", "Everyday rhythm", "Two-minute note"]
    QTest.keyClicks(picker._search, "two-minute")
    QTest.keyClick(picker._search, KEY.Key_Return)
    assert desk.editor.marking.marks.template == "daily-two-minute"


def test_enter_in_the_choice_of_templates_leaves_the_page_blank(desk: Desk) -> None:
    press(desk, KEY.Key_N, CTRL_SHIFT)
    QTest.keyClick(opened(Picker)._search, KEY.Key_Return)
    assert desk.editor.sheet.draft() == EntryDraft()


def test_a_question_arrives_as_a_quotation_and_a_rating_counts_by_itself(desk: Desk) -> None:
    detail = "prompt:What changed?\nconfidence:4\ntag:daily\nenergy:9"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    desk.page.leave()
    entry = desk.entries[-1]
    assert entry.body == "> What changed?\n\n"
    assert (entry.confidence, entry.energy, entry.tags) == (4, None, ("daily",))


def test_a_question_alone_is_not_kept(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new", detail="prompt:What changed?"))
    assert desk.editor.sheet.prose.text() == "> What changed?\n\n"
    desk.page.leave()
    assert len(desk.entries) == 3


def test_an_entry_begun_for_an_experience_becomes_its_evidence(desk: Desk) -> None:
    """The chip is there before the first word; with the words the link is kept."""
    rotation = experiences.add_experience(desk.vault, Experience(title="Rotation"))
    detail = f"template:rotation-week\nevidence:experience:{rotation.id}"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    assert [chip.text() for chip in desk.editor.footer.evidence.chips] == ["Rotation"]
    assert desk.vault.read.all(Evidence) == []
    type_text(desk, "It rained.")
    desk.page.save()
    (link,) = desk.vault.read.all(Evidence)
    assert (link.entry, link.target) == (desk.editor.entry_id, rotation.id)
    assert [target.title for target in desk.editor.linking.targets] == ["Rotation"]


def test_the_chip_of_an_experience_leads_to_it(desk: Desk) -> None:
    rotation = experiences.add_experience(desk.vault, Experience(title="Rotation"))
    detail = f"evidence:experience:{rotation.id}"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    sent: list[Destination] = []
    desk.page.navigate.connect(sent.append)
    desk.editor.footer.evidence.chips[0].click()
    assert sent == [Destination("plan", rotation.id, Kind.EXPERIENCE)]


def test_the_chip_of_an_entry_that_is_not_written_yet_can_go(desk: Desk) -> None:
    rotation = experiences.add_experience(desk.vault, Experience(title="Rotation"))
    detail = f"evidence:experience:{rotation.id}"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    desk.editor.footer.evidence.chips[0].removed.emit()
    assert desk.vault.read.all(Evidence) == []
    assert desk.editor.linking.targets == ()


def test_an_entry_for_a_point_of_a_cycle_is_linked_once_something_is_written(desk: Desk) -> None:
    day = date(2026, 5, 20)
    cycle = cycles.add_cycle(desk.vault, Cycle(title="Spring", start=day, middle=day, end=day))
    detail = f"title:Mid-cycle check-in\ntemplate:mid-cycle-check-in\nmiddle:{cycle.id}"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    desk.page.leave()
    assert desk.vault.read.get(Cycle, cycle.id).middle_entry == NO_ID
    type_text(desk, "Two of three.")
    desk.page.leave()
    entry = desk.entries[-1]
    assert desk.vault.read.get(Cycle, cycle.id).middle_entry == entry.id
    assert (entry.title, entry.template) == ("Mid-cycle check-in", "mid-cycle-check-in")
    desk.vault.undo()
    assert desk.vault.read.get(Cycle, cycle.id).middle_entry == NO_ID
    assert len(desk.entries) == 3


def test_a_debrief_belongs_to_its_attempt_with_its_first_words(desk: Desk) -> None:
    talk = goals.add_stretch(desk.vault, Stretch(title="Talk"))
    attempt = experiences.add_attempt(desk.vault, Attempt(goal=talk.id, title="Guild demo"))
    detail = f"title:Guild demo\ntemplate:stretch-debrief\nattempt:{attempt.id}"
    desk.page.arrive(Destination("journal", act="new", detail=detail))
    type_text(desk, "History is no opening.")
    desk.page.leave()
    entry = desk.entries[-1]
    assert (entry.title, entry.template) == ("Guild demo", "stretch-debrief")
    assert desk.vault.read.get(Attempt, attempt.id).entry == entry.id
    desk.vault.undo()
    assert desk.vault.read.get(Attempt, attempt.id).entry == NO_ID


def test_arriving_opens_an_entry_and_takes_the_filter_away(desk: Desk) -> None:
    segments = desk.page._browser.segments
    assert segments is not None
    segments.setCurrentIndex(1)
    assert desk.rows() == ["This week", "Middle"]
    oldest = titled(desk, "Oldest").id
    desk.page.arrive(Destination("journal", oldest))
    assert desk.selected() == oldest
    assert desk.page.where() == Destination("journal", oldest, Kind.ENTRY)


def test_the_trash_takes_an_entry_and_the_next_is_opened(desk: Desk) -> None:
    QTest.keyClick(desk.page._browser.rows, KEY.Key_Delete)
    assert desk.said == ["Entry moved to trash"]
    assert [entry.title for entry in desk.vault.read.deleted(Entry)] == ["Newest"]
    assert desk.editor.sheet.title.text() == "Middle"
    assert desk.selected() == titled(desk, "Middle").id
    desk.vault.undo()
    assert desk.rows()[1] == "Newest"
    assert desk.editor.sheet.title.text() == "Newest"


def test_unsaved_words_go_into_the_trash_with_their_entry(desk: Desk) -> None:
    type_text(desk, "Last words. ")
    desk.editor.trash_asked.emit()
    assert desk.vault.read.deleted(Entry)[0].body == "Last words. new words"


def test_bring_and_pin_are_undone_one_by_one(desk: Desk) -> None:
    type_text(desk, "Words. ")
    press(desk, KEY.Key_B, CTRL_SHIFT)
    desk.editor.marking.toggle_pin()
    assert desk.rows()[:2] == ["Pinned", "Newest"]
    entry = titled(desk, "Newest")
    assert (entry.bring, entry.pinned, entry.body) == (True, True, "Words. new words")
    assert desk.editor.header.bring.accessibleName() == "Bring to session, on"
    desk.vault.undo()
    desk.vault.undo()
    entry = titled(desk, "Newest")
    assert (entry.bring, entry.pinned, entry.body) == (False, False, "Words. new words")
    assert desk.editor.header.bring.accessibleName() == "Bring to session, off"


def test_the_last_goal_used_is_linked_with_two_keys(desk: Desk) -> None:
    first, second = (goals.add_goal(desk.vault, Goal(title=t)) for t in ("Ask", "Lead"))
    journal.link(desk.vault, titled(desk, "Oldest").id, Kind.GOAL, second.id)
    press(desk, KEY.Key_L, CTRL_SHIFT)
    QTest.keyClick(opened(Picker)._search, KEY.Key_Return)
    newest = titled(desk, "Newest").id
    assert [link.target for link in desk.vault.read.all(Evidence, entry=newest)] == [second.id]
    chip = desk.editor.footer.evidence.chips[0]
    assert chip.accessibleName() == "Evidence for Lead"
    QTest.keyClick(chip, KEY.Key_Delete)
    assert desk.vault.read.all(Evidence, entry=newest) == []
    assert desk.editor.footer.evidence.chips == []
    assert first.id != second.id


def test_linking_a_blank_entry_keeps_it(desk: Desk) -> None:
    goal = goals.add_goal(desk.vault, Goal(title="Lead"))
    desk.page.arrive(Destination("journal", act="new"))
    press(desk, KEY.Key_L, CTRL_SHIFT)
    QTest.keyClick(opened(Picker)._search, KEY.Key_Return)
    assert len(desk.entries) == 4
    assert desk.vault.read.all(Evidence, target=goal.id)[0].entry == desk.editor.entry_id


def test_the_views_are_counted_in_their_names(desk: Desk) -> None:
    browser = desk.page._browser
    assert browser.segments is not None
    names = [browser.segments.accessibleTabName(tab) for tab in range(3)]
    assert names == ["All, 3 entries", "To bring, 1 entry", "Evidence, 0 entries"]
    assert browser.rows.accessibleName() == "Journal, 3 entries"


def test_an_empty_vault_offers_the_first_page(blank: Desk) -> None:
    page = blank.page
    assert page._detail.currentWidget() is page._first_page
    blank.page.arrive(Destination("journal", act="new"))
    assert page._detail.currentWidget() is page._entry
    type_text(blank, "First words")
    page.save()
    assert [entry.body for entry in blank.entries] == ["First words"]
    assert blank.rows() == ["This week", "First words"]
    blank.editor.trash_asked.emit()
    assert page._detail.currentWidget() is page._first_page


def test_an_empty_journal_begins_at_its_invitation(blank: Desk) -> None:
    blank.page.refresh()
    assert blank.page.first_focus() is blank.page._first_page.start
    add(blank.vault, "One")
    blank.page.refresh()
    assert blank.page.first_focus() is blank.page._browser.rows


def test_a_view_without_entries_says_so_and_leads_back(desk: Desk) -> None:
    browser = desk.page._browser
    assert browser.segments is not None
    browser.segments.setCurrentIndex(2)
    assert desk.rows() == []
    assert desk.editor.sheet.title.text() == "Newest"
    browser.show_all()
    assert len(desk.rows()) == 5
    assert browser.segments.view() == "all"


def test_a_narrow_page_shows_one_thing_at_a_time(desk: Desk) -> None:
    page = desk.page
    assert not page._browser.isHidden()
    assert not desk.editor.header.back.isVisible()
    page.resize(700, 600)
    assert (page._browser.isVisible(), desk.editor.isVisible()) == (True, False)
    QTest.keyClick(page._browser.rows, KEY.Key_Return)
    assert (page._browser.isVisible(), desk.editor.isVisible()) == (False, True)
    desk.editor.header.back.click()
    assert (page._browser.isVisible(), desk.editor.isVisible()) == (True, False)
    page.resize(1068, 800)
    assert (page._browser.isVisible(), desk.editor.isVisible()) == (True, True)


def test_the_width_of_the_list_is_remembered(desk: Desk) -> None:
    page = desk.page
    assert page._browser.width() == 304
    page._panes.moveSplitter(380, 1)
    page.resize(1000, 640)
    assert page._browser.width() == 380
    page.resize(700, 640)
    page.resize(1068, 800)
    assert page._browser.width() == 380


def test_a_hidden_page_follows_when_it_is_shown_again(desk: Desk) -> None:
    desk.page.leave()
    desk.page.hide()
    entry = titled(desk, "Newest")
    journal.write(desk.vault, entry.id, EntryDraft(title="Renamed", body="b"))
    assert desk.editor.sheet.title.text() == "Newest"
    desk.page.show()
    assert desk.editor.sheet.title.text() == "Renamed"
    assert desk.rows()[1] == "Renamed"


def test_a_long_list_is_read_page_by_page_down_to_the_entry_asked_for(desk: Desk) -> None:
    with desk.vault.transact(Op.IMPORT) as write:
        for days in range(30, 480):
            write.put(Entry(title="x").dated(Moment(NOON.at - days * DAY, NOON.offset)))
    model = desk.page._browser.model
    assert model.read_rows() == 200
    oldest = min(desk.entries, key=lambda entry: entry.day)
    desk.page.arrive(Destination("journal", oldest.id))
    assert desk.selected() == oldest.id
    assert model.read_rows() == 453


def test_a_tag_that_was_renamed_elsewhere_is_not_written_back_by_unsaved_typing(
    desk: Desk,
) -> None:
    entry = add(desk.vault, "Release", body="They waited.", tags=("release", "ruth"))
    desk.page.arrive(Destination("journal", entry.id))
    desk.editor.sheet.prose.insertPlainText("Typed. ")
    tags.rename(desk.vault, ["release"], "train")
    assert desk.editor.sheet.facts.tags() == ("train", "ruth")
    kept = desk.vault.read.get(Entry, entry.id)
    assert (kept.body, kept.tags) == ("Typed. They waited.", ("train", "ruth"))
    desk.editor.sheet.prose.insertPlainText("More. ")
    desk.editor.writing.keep()
    assert desk.vault.read.get(Entry, entry.id).tags == ("train", "ruth")


def test_it_is_not_written_back_by_a_page_that_is_hidden_either(desk: Desk) -> None:
    entry = add(desk.vault, "Release", body="They waited.", tags=("release",))
    desk.page.arrive(Destination("journal", entry.id))
    desk.editor.sheet.prose.insertPlainText("Typed. ")
    desk.page.hide()
    tags.rename(desk.vault, ["release"], "train")
    desk.page.save()
    kept = desk.vault.read.get(Entry, entry.id)
    assert (kept.body, kept.tags) == ("Typed. They waited.", ("train",))


def test_the_filter_leads_to_the_tags(desk: Desk, qtbot: QtBot) -> None:
    desk.page._browser._open_narrowing()
    popover = opened(Narrowing)
    with qtbot.waitSignal(desk.page.navigate) as went:
        popover._manage.click()
    assert went.args == [Destination("settings", act="tags")]


def test_ctrl_p_makes_a_pdf_of_the_entry(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.navigate) as went:
        press(desk, KEY.Key_P)
    detail = f"entry:{desk.editor.entry_id}"
    assert went.args == [Destination("share", act="new", detail=detail)]
