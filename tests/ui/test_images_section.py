"""The images of an entry in the side panel, and one of them large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.images import Image
from app.operations import images
from app.prose import reference
from tests.ui.journal_desk import Desk, add, opened
from tests.vaults import new_vault
from ui.images import as_png
from ui.journal.image_sheet import ImageSheet, show_image
from ui.journal.image_words import image_words
from ui.journal.images_section import ImagesSection
from ui.theme import ThemeSource
from ui.widgets.text import Label
from ui.widgets.thumbnail import Thumbnail

pytestmark = [pytest.mark.qt]
KEY = Qt.Key
GREEN, PLUM = "#1e6b45", "#7a2e5a"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on an entry with two images, its panel open."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    first, second = image_of(vault_of=vault, colour=GREEN), image_of(vault_of=vault, colour=PLUM)
    add(vault, "Empty", 9)
    body = f"One {reference(first.id, 'Lag')}\n\nTwo\n\n{reference(second.id)}"
    add(vault, "Newest", 0, body=body)
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.resize(1400, 800)
    desk.page.show()
    desk.page._entry.open_panel()
    yield desk
    desk.jobs.stop()


def image_of(vault_of: object, colour: str, size: tuple[int, int] = (400, 200)) -> Image:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return images.add(vault_of, as_png(image))  # type: ignore[arg-type] # a vault


def section(desk: Desk) -> ImagesSection:
    found: list[ImagesSection] = desk.page._entry.panel.findChildren(ImagesSection)
    return found[0]


def painted(thumbnail: Thumbnail, desk: Desk, qtbot: QtBot) -> QColor:
    """The colour in the middle of a small picture, once it is there."""
    thumbnail.grab()
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    shown = thumbnail.grab().toImage()
    return QColor(shown.pixel(shown.width() // 2, 30))


def text(desk: Desk) -> str:
    return desk.editor.sheet.prose.text()


def sheet_of(desk: Desk, place: int) -> ImageSheet:
    show_image(desk.editor, place)
    return opened(ImageSheet)


def test_images_are_shown_in_the_order_of_the_text(desk: Desk, qtbot: QtBot) -> None:
    first, second = section(desk).thumbnails

    assert [first.text(), second.text()] == ["Lag", "Image 2"]
    assert painted(first, desk, qtbot) == QColor(GREEN)
    assert painted(second, desk, qtbot) == QColor(PLUM)


def test_two_stand_side_by_side_and_are_large_enough_to_press(desk: Desk) -> None:
    first, second = section(desk).thumbnails

    assert first.y() == second.y()
    assert second.x() - first.geometry().right() - 1 == 12
    assert min(first.width(), first.height()) >= 76


def test_a_strip_is_shown_whole(desk: Desk, qtbot: QtBot) -> None:
    strip = image_of(desk.vault, GREEN, (1200, 60))
    desk.editor.sheet.prose.insertPlainText(reference(strip.id))
    desk.editor.save()
    shown = section(desk).thumbnails[0]

    assert shown.image_id == strip.id
    painted(shown, desk, qtbot)
    picture = shown.grab().toImage()

    assert QColor(picture.pixel(shown.width() // 2, 38)) == QColor(GREEN)
    assert QColor(picture.pixel(shown.width() // 2, 8)) != QColor(GREEN)


def test_an_entry_without_images_says_so(desk: Desk) -> None:
    older = next(entry for entry in desk.entries if entry.title == "Empty")
    desk.page._choose(older.id)

    words = [label.text() for label in section(desk).findChildren(Label) if label.isVisible()]

    assert words == ["Images", "It has no images."]
    assert section(desk).thumbnails == []


def test_a_small_picture_is_a_button_that_says_what_it_shows(desk: Desk) -> None:
    seen = QAccessible.queryAccessibleInterface(section(desk).thumbnails[0])

    assert seen.role() == QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "Lag"
    assert seen.text(QAccessible.Text.Description) == "Show it large"


def test_the_button_asks_for_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "ui.entry.inserting.choose_files", lambda _parent, title, *_: asked.append(title)
    )

    section(desk).add.click()

    assert asked == ["Add images"]
    assert section(desk).add.accessibleName() == "Add image"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_a_key_shows_it_large_and_the_focus_comes_back(desk: Desk, key: Qt.Key) -> None:
    second = section(desk).thumbnails[1]
    second.setFocus()

    QTest.keyClick(second, key)
    sheet = opened(ImageSheet)
    assert sheet.frame.accessibleName() == "Image 2"
    QTest.keyClick(sheet, KEY.Key_Escape)

    assert not sheet.isVisible()
    assert desk.page.window().focusWidget() is second


def test_a_large_image_is_as_large_as_it_is_or_as_fits(desk: Desk, qtbot: QtBot) -> None:
    sheet = sheet_of(desk, 0)
    sheet.grab()
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not desk.jobs.busy)

    shown = sheet.frame.grab().toImage()
    middle = QRect(0, 0, 396, 196)
    middle.moveCenter(sheet.frame.rect().center())

    corners = (middle.topLeft(), middle.bottomRight())
    assert [QColor(shown.pixel(corner)) for corner in corners] == [QColor(GREEN)] * 2
    sheet.reject()


def test_page_keys_turn_to_the_next_image_and_back(desk: Desk) -> None:
    sheet = sheet_of(desk, 0)
    sheet.activateWindow()

    sheet.next.click()
    assert sheet.frame.accessibleName() == "Image 2"
    assert not sheet.next.isEnabled()
    sheet.turn(1)
    assert sheet.frame.accessibleName() == "Image 2"
    sheet.previous.click()

    assert sheet.frame.accessibleName() == "Lag"
    sheet.reject()


@pytest.mark.parametrize("leave", ["done", "escape", "turn"])
def test_what_it_shows_is_kept_on_every_way_out(desk: Desk, leave: str) -> None:
    sheet = sheet_of(desk, 0)
    sheet.field.setText("Lag during [the] hold")

    if leave == "turn":
        sheet.turn(1)
    else:
        sheet.accept() if leave == "done" else sheet.reject()

    assert "![Lag during (the) hold](image:" in text(desk)
    newest = next(entry for entry in desk.entries if entry.title == "Newest")
    assert newest.body == text(desk)
    assert section(desk).thumbnails[0].text() == "Lag during (the) hold"
    sheet.reject()


def test_looking_changes_nothing(desk: Desk) -> None:
    before = text(desk)
    sheet = sheet_of(desk, 0)
    sheet.turn(1)

    sheet.accept()

    assert text(desk) == before


def test_the_same_image_twice_keeps_words_of_its_own_at_each_place(desk: Desk) -> None:
    image = desk.vault.read.all(Image)[0]
    desk.editor.sheet.prose.setPlainText(f"{reference(image.id, 'a')} {reference(image.id, 'b')}")
    sheet = sheet_of(desk, 1)
    sheet.field.setText("c")

    sheet.accept()

    assert text(desk) == f"{reference(image.id, 'a')} {reference(image.id, 'c')}"


def test_going_to_its_place_selects_it_in_the_text(desk: Desk) -> None:
    desk.editor.toggle_reading()
    sheet = sheet_of(desk, 1)

    sheet.go.click()

    cursor = desk.editor.sheet.prose.textCursor()
    assert not desk.editor.sheet.reading
    assert cursor.selectedText().startswith("![](image:")
    assert desk.page.window().focusWidget() is desk.editor.sheet.prose


def test_an_image_chosen_while_reading_is_shown_large(desk: Desk) -> None:
    desk.editor.toggle_reading()
    second = section(desk).thumbnails[1].image_id

    desk.editor.sheet.view.picture_activated.emit(second)

    sheet = opened(ImageSheet)
    assert sheet.frame.accessibleName() == "Image 2"
    sheet.reject()


def test_an_image_that_is_not_in_the_text_any_more_opens_nothing(desk: Desk) -> None:
    show_image(desk.editor, 7)
    desk.editor.sheet.view.picture_activated.emit("gone")

    assert desk.page.findChildren(ImageSheet) == []


def test_words_come_before_numbers() -> None:
    assert image_words(3, "Lag") == "Lag"
    assert image_words(3, "") == "Image 4"
