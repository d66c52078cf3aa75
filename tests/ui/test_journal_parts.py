"""The journal's popovers, its reading view and its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.clock import Moment
from app.domain.cycles import Point
from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.operations import goals, journal, packs
from app.operations.cycles import Reflection
from app.operations.experiences import Debrief
from app.operations.journal import EntryDraft
from app.queries.journal import Section, Span, View
from tests.ui.journal_desk import Desk, add, opened
from tests.vaults import NOON, new_vault
from ui.context import Destination, detail_line
from ui.journal.arrival import Beginning
from ui.journal.narrowing import Narrowing
from ui.journal.when import WhenPopover
from ui.journal.words import section_words, written_words
from ui.theme import ThemeSource
from ui.times import read_time
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.picker import Offer, OfferModel
from ui.widgets.popover import Popover
from ui.widgets.text import Label

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
TODAY = date(2026, 5, 20)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on two entries."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Older", 20, tags=("team",), confidence=2)
    add(vault, "Newer", 0, body="Read [this](https://example.org/?a=1).", bring=True)
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def freed(widget: QWidget) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not shiboken6.isValid(widget)


def newer(desk: Desk) -> Entry:
    return next(entry for entry in desk.entries if entry.title == "Newer")


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (Section(Span.PINNED), "Pinned"),
        (Section(Span.LATER), "Later"),
        (Section(Span.THIS_WEEK), "This week"),
        (Section(Span.LAST_WEEK), "Last week"),
        (Section(Span.EARLIER, date(2026, 5, 1)), "Earlier in May"),
        (Section(Span.MONTH, date(2026, 4, 1)), "April"),
        (Section(Span.MONTH, date(2025, 5, 1)), "May 2025"),
    ],
)
def test_a_section_is_called_by_its_weeks_or_months(section: Section, words: str) -> None:
    assert section_words(section, TODAY) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (120, "Wednesday, 20 May, 12:00"),
        (0, "Wednesday, 20 May, 10:00 (UTC+0:00)"),
        (-210, "Wednesday, 20 May, 06:30 (UTC-3:30)"),
    ],
)
def test_the_zone_is_named_where_it_is_another_one(offset: int, words: str) -> None:
    assert written_words(Moment(NOON.at, offset), NOON) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21:14", time(21, 14)),
        ("7.05", time(7, 5)),
        ("2114", time(21, 14)),
        ("914", time(9, 14)),
        ("25:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


def test_a_beginning_reads_what_it_knows_and_passes_over_the_rest() -> None:
    beginning = Beginning.read("prompt: Why: now?\nconfidence:5\nenergy:six\nnoise\ntag:a\ntag:b")
    assert beginning == Beginning(EntryDraft(body="> Why: now?\n\n", confidence=5, tags=("a", "b")))
    assert Beginning.read("") == Beginning(EntryDraft())


def test_a_beginning_names_what_the_entry_becomes_evidence_for() -> None:
    """What is no kind, or names no record, is passed over."""
    detail = "evidence:experience:one\nevidence:nothing:two\nevidence:goal:\nevidence:goal:three"
    wanted = ((Kind.EXPERIENCE, Id("one")), (Kind.GOAL, Id("three")))
    assert Beginning.read(detail).evidence == wanted


def test_a_beginning_names_the_point_of_a_cycle_it_is_for() -> None:
    assert Beginning.read("middle: c1\n").reflection == Reflection(Id("c1"), Point.MIDDLE)
    assert Beginning.read("middle:\nexit:").reflection is None


def test_a_beginning_names_the_attempt_it_debriefs() -> None:
    assert Beginning.read("attempt: a1\n").reflection == Debrief(Id("a1"))
    assert Beginning.read("attempt:").reflection is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x85", "\x0b"])
def test_words_that_hold_ends_of_lines_begin_nothing_else(end: str) -> None:
    """A field of one line keeps the ends of lines of what is pasted into it."""
    title = f"Guild demo{end}confidence:5{end}tag:a{end}attempt:a1"
    beginning = Beginning.read(f"{detail_line('title', title)}\nenergy:2")
    wanted = EntryDraft(title="Guild demo confidence:5 tag:a attempt:a1", energy=2)
    assert beginning == Beginning(wanted)


def test_a_search_keeps_headings_that_still_lead_somewhere() -> None:
    model = OfferModel(
        [Offer("", "One"), Offer("a", "Ask well"), Offer("", "Two"), Offer("b", "Be", "well done")]
    )

    def shown() -> list[str]:
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    model.search("well")
    assert shown() == ["One", "Ask well", "Two", "Be"]
    model.search("DONE well")
    assert shown() == ["Two", "Be"]
    assert model.first().row() == 1
    model.search("nothing")
    assert shown() == []
    assert not model.first().isValid()


def test_an_entry_moves_to_another_day_and_keeps_its_zone(desk: Desk) -> None:
    desk.editor.header.when.click()
    popover = opened(WhenPopover)
    popover._day.set_day(date(2026, 5, 1))
    popover._time.setText("8:30")
    popover._set.click()
    moved = newer(desk)
    assert (moved.day, moved.written.local.time(), moved.offset) == (
        date(2026, 5, 1),
        time(8, 30),
        NOON.offset,
    )
    assert desk.editor.header.when.text() == "Friday, 1 May, 08:30"
    assert desk.rows() == ["Earlier in May", "Newer", "April", "Older"]
    assert desk.selected() == moved.id
    assert freed(popover)
    desk.vault.undo()
    assert desk.editor.header.when.text() == "Wednesday, 20 May, 12:00"


def test_a_day_or_time_that_is_none_is_asked_for_again(desk: Desk) -> None:
    desk.editor.header.when.click()
    popover = opened(WhenPopover)
    popover._time.setText("late")
    popover._set.click()
    assert popover._time_field.error == "Write a time, such as 21:14."
    popover._day.set_day(None)
    popover._set.click()
    assert popover._day_field.error == "Write a day, such as 22 May."
    popover.close()
    assert newer(desk).written == NOON


def test_a_blank_entry_can_be_dated_before_it_is_kept(desk: Desk) -> None:
    desk.page.arrive(Destination("journal", act="new"))
    desk.editor.header.when.click()
    popover = opened(WhenPopover)
    popover._day.set_day(date(2026, 5, 2))
    popover._set.click()
    QTest.keyClicks(desk.editor.sheet.prose, "then")
    desk.page.save()
    assert desk.entries[-1].day == date(2026, 5, 2)


def test_the_filter_narrows_at_once_and_is_cleared(desk: Desk) -> None:
    browser = desk.page._browser
    browser._filter.click()
    popover = opened(Narrowing)
    popover._tag.set_value("team")
    popover._tag.picked.emit("team")
    assert desk.rows() == ["April", "Older"]
    assert browser.rows.accessibleName() == "Journal, 1 entry"
    assert browser._filter.accessibleName() == "Filter entries, now narrowed"
    popover._since.set_day(TODAY)
    popover._since.day_changed.emit(TODAY)
    assert desk.rows() == []
    popover._clear.click()
    assert desk.rows() == ["This week", "Newer", "April", "Older"]
    popover._rated.click()
    assert desk.rows() == ["April", "Older"]
    popover._image.click()
    assert desk.rows() == []
    popover.close()
    assert freed(popover)


def test_what_matches_nothing_offers_to_clear_the_filters(desk: Desk, qtbot: QtBot) -> None:
    browser = desk.page._browser
    assert browser.segments is not None
    browser.segments.setCurrentIndex(2)
    assert browser.wanted.view is View.EVIDENCE
    words = next(w for w in browser.findChildren(Label) if w.text() == "No entry matches.")
    qtbot.waitUntil(words.isVisible)
    clear = next(b for b in browser.findChildren(Button) if b.text() == "Clear filters")
    clear.click()
    assert desk.rows() == ["This week", "Newer", "April", "Older"]


def test_privacy_says_which_packs_and_which_pdfs(desk: Desk) -> None:
    chip = desk.editor.header.privacy
    assert chip.text() == "Private"
    packs.add(desk.vault, Pack(title="For Ruth", items=(PackItem(Kind.ENTRY, newer(desk).id, ()),)))
    assert (chip.text(), chip.toolTip()) == ("In a share pack", "In a draft")
    chip.click()
    popover = opened(Popover)
    words = [label.text() for label in popover.findChildren(Label)]
    assert words[0] == "Chosen for a draft: For Ruth"
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in popover.findChildren(Label)
    )
    popover.close()
    assert freed(popover)


def test_a_link_is_shown_in_full_and_opened_only_when_told_to(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", visited.append)
    desk.editor.toggle_reading()
    assert desk.editor.sheet.reading
    address = "https://example.org/?a=1"
    desk.editor.sheet.view.anchorClicked.emit(QUrl(address))
    dialog = opened(Dialog)
    shown = dialog.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.toPlainText() == address
    dialog.reject()
    assert visited == []
    assert freed(dialog)
    desk.editor.sheet.view.anchorClicked.emit(QUrl(address))
    opened(Dialog).accept()
    assert visited == [QUrl(address)]


def test_the_reading_view_shows_what_was_typed_just_now(desk: Desk) -> None:
    QTest.keyClicks(desk.editor.sheet.prose, "**Now** ")
    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.sheet.view.toPlainText() == "Now Read this."
    assert desk.editor.header.reading.toolTip() == "Go on writing (Ctrl+E)"
    QTest.keyClick(desk.editor.sheet.view, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not desk.editor.sheet.reading


def test_a_title_has_one_line_and_grows(desk: Desk) -> None:
    title = desk.editor.sheet.title
    low = title.height()
    mime = QMimeData()
    mime.setText("several words\nin two lines " * 30)
    title.insertFromMimeData(mime)
    assert "\n" not in title.text()
    assert len(title.text()) <= 300
    assert title.height() > 2 * low
    QTest.keyClick(title, KEY.Key_Return)
    assert title.blockCount() == 1


def test_a_long_title_grows_with_a_narrower_page_and_leaves_room_below(
    qtbot: QtBot, desk: Desk
) -> None:
    sheet = desk.editor.sheet
    desk.page.resize(1068, 800)
    sheet.title.set_text("Wednesday morning " * 6)
    wide = sheet.title.height()
    desk.page.resize(820, 640)
    qtbot.waitUntil(lambda: sheet.title.height() > wide)
    sheet.title.set_text("Wednesday morning " * 16)
    qtbot.waitUntil(lambda: sheet.title.height() <= sheet.facts.y() < 0.4 * 640 + 8)


def test_typing_stops_where_a_title_is_full(desk: Desk) -> None:
    title = desk.editor.sheet.title
    title.set_text("🔒" * 298)
    title.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(title, "abc")
    composed = QInputMethodEvent()
    composed.setCommitString("de")
    QApplication.sendEvent(title, composed)
    assert title.text() == "🔒" * 298 + "ab"
    QTest.keyClick(title, KEY.Key_Backspace)
    composed = QInputMethodEvent()
    composed.setCommitString("de")
    QApplication.sendEvent(title, composed)
    assert title.text() == "🔒" * 298 + "ad"
    title.selectAll()
    QTest.keyClicks(title, "New")
    assert title.text() == "New"


def test_a_chip_leads_to_its_goal(desk: Desk) -> None:
    goal = goals.add_goal(desk.vault, Goal(title="Lead"))
    journal.link(desk.vault, newer(desk).id, Kind.GOAL, goal.id)
    asked: list[object] = []
    desk.page.navigate.connect(asked.append)
    desk.editor.footer.evidence.chips[0].click()
    assert asked == [Destination("plan", goal.id, Kind.GOAL)]


def test_the_menu_of_a_row_acts_on_that_row(desk: Desk) -> None:
    browser = desk.page._browser
    older = next(entry for entry in desk.entries if entry.title == "Older")
    place = browser.rows.visualRect(browser.model.index_of(older.id)).center()
    browser.rows.customContextMenuRequested.emit(place)
    menu = next(menu for menu in desk.editor.findChildren(QMenu) if menu.isVisible())
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:4] == [
        "Pin to the top",
        "Bring to session",
        "Use a template",
        "Begin with a question",
    ]
    next(action for action in menu.actions() if action.text() == "Move to trash").trigger()
    menu.close()
    assert [entry.title for entry in desk.entries] == ["Newer"]
    assert freed(menu)


def test_a_template_is_put_below_what_is_written_already(desk: Desk) -> None:
    desk.editor.starting.use_template("daily-two-minute")
    desk.page.save()
    body = newer(desk).body
    assert body.startswith("Read [this](https://example.org/?a=1).\n\n## Today\n")
    assert "_" not in body


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    nameless = [
        widget
        for widget in desk.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_is_painted_in_every_look(
    desk: Desk, look: ThemeSource, scheme: str, scale: float
) -> None:
    look.choose_scheme("dark" if scheme == "dark" else "light")
    look.choose_scale(scale)
    add(desk.vault, "", 3, body="No title, only words 🙂 " * 20)
    journal.link(desk.vault, newer(desk).id, Kind.GOAL, Id("x"))
    packs.add(desk.vault, Pack(items=(PackItem(Kind.ENTRY, newer(desk).id, ()),)))
    rows = desk.page._browser.rows
    heights = {rows.sizeHintForRow(row) for row in range(desk.page._browser.model.rowCount())}
    assert len(heights) == 4
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        rows.setLayoutDirection(direction)
        picture = rows.grab().toImage()
        ink = {picture.pixelColor(x, round(60 * scale)).name() for x in range(picture.width())}
        assert look.theme.colours.selected.name() in ink


def test_no_tag_still_being_written_is_lost(desk: Desk) -> None:
    line = next(iter(desk.editor.sheet.facts.findChildren(QLineEdit)))
    QTest.keyClicks(line, "half")
    desk.page.save()
    assert newer(desk).tags == ("half",)


def test_chips_that_do_not_fit_are_counted_and_offered_in_a_popover(
    qtbot: QtBot, desk: Desk
) -> None:
    entry = newer(desk)
    for title in ("Hand over the releases", "Ask the board for a second person", "Sleep"):
        goal = goals.add_goal(desk.vault, Goal(title=title))
        journal.link(desk.vault, entry.id, Kind.GOAL, goal.id)
    desk.page.arrive(Destination("journal", entry.id))
    line = desk.editor.footer.evidence
    qtbot.waitUntil(lambda: line.width() > 0)
    line.resize(line.sizeHint())
    assert [chip.isVisible() for chip in line.chips] == [True] * 3
    assert not line.more.isVisible()
    line.resize(line.sizeHint().width() - 1, line.height())
    assert [chip.isVisible() for chip in line.chips] == [True, True, False]
    assert (line.more.text(), line.more.accessibleName()) == ("+1", "1 more: Sleep")
    line.resize(line.minimumSizeHint())
    assert line.more.text() == "3 goals"
    assert line.more.accessibleName().startswith("Evidence for Hand over")
    line.more.click()
    popover = opened(Popover)
    chips = popover.findChildren(Chip)
    assert len(chips) == 3
    chips[-1].removed.emit()
    assert len(line.chips) == 2


def test_the_chips_of_a_line_are_placed_anew_at_another_text_size(
    qtbot: QtBot, desk: Desk, look: ThemeSource
) -> None:
    entry = newer(desk)
    for title in ("Hand over the releases", "Ask the board for a second person"):
        goal = goals.add_goal(desk.vault, Goal(title=title))
        journal.link(desk.vault, entry.id, Kind.GOAL, goal.id)
    desk.page.arrive(Destination("journal", entry.id))
    line = desk.editor.footer.evidence
    qtbot.waitUntil(lambda: line.width() > 0)
    line.setFixedSize(line.sizeHint())
    assert not line.more.isVisible()
    look.choose_scale(1.1)
    assert [chip.isVisible() for chip in line.chips] == [True, False]
    shown = line.more.text()
    assert line.minimumSizeHint().width() < line.width()
    assert line.more.text() == shown == "+1"
