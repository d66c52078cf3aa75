"""Images into an entry: pasted, dropped and chosen, in real clipboards' formats."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QEvent,
    QIODevice,
    QMimeData,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.images import Image
from app.imaging.errors import NotAnImageError
from app.operations import images, journal
from app.prose import mentions
from app.unlocking import Keys, approach
from tests.pictures import SECRET, exif, gif, jpeg, png, segment, webp
from tests.ui.journal_desk import Desk, add, full_disk, opened
from tests.vaults import PASSPHRASE, new_vault
from ui.application import Greenroom
from ui.capture import CaptureSheet
from ui.context import Destination
from ui.entry import inserting
from ui.images import taken
from ui.journal.image_sheet import ImageSheet, show_image
from ui.journal.page import JournalPage
from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt]
KEY = Qt.Key


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on two entries, the newer one open."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Older", 20)
    add(vault, "Newer", 0, body="One.\n\nTwo.")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def pixels(colour: str = "#1e6b45", width: int = 40, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def as_bmp(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "BMP")  # type: ignore[call-overload] # Qt's own signature
    return bytes(buffer.data().data())


def with_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def with_image(image: QImage) -> QMimeData:
    data = QMimeData()
    data.setImageData(image)
    return data


def paste(desk: Desk, qtbot: QtBot, data: QMimeData, at: int | None = None) -> None:
    """Paste at a place of the text and wait until it is taken in."""
    prose = desk.editor.sheet.prose
    if at is not None:
        prose.setTextCursor(prose.find_span(at, at))
    assert prose.canInsertFromMimeData(data)
    prose.insertFromMimeData(data)
    settle(desk, qtbot)


def settle(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def text(desk: Desk) -> str:
    return desk.editor.sheet.prose.text()


def kept(desk: Desk) -> list[Image]:
    return desk.vault.read.all(Image)


def body_of(desk: Desk, title: str) -> str:
    return next(entry.body for entry in desk.entries if entry.title == title)


def test_a_pasted_image_stands_where_the_cursor_was_and_is_saved(desk: Desk, qtbot: QtBot) -> None:
    paste(desk, qtbot, with_image(pixels()), at=4)

    (image,) = kept(desk)
    assert text(desk) == f"One.![](image:{image.id})\n\nTwo."
    assert body_of(desk, "Newer") == text(desk)
    assert (image.media, image.width, image.height) == ("image/png", 40, 20)


def test_encoded_bytes_of_the_clipboard_are_kept_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    data = with_image(pixels())
    data.setData("image/jpeg", jpeg(segment(0xE1, exif(6))))

    paste(desk, qtbot, data)

    (image,) = kept(desk)
    assert (image.media, image.width, image.height) == ("image/jpeg", 4, 8)
    assert SECRET not in (images.data(desk.vault.read, image.id) or SECRET)


@pytest.mark.parametrize("data", [png(), jpeg(), gif(frames=300), webp(), as_bmp(pixels())])
def test_every_kind_of_file_is_taken(desk: Desk, qtbot: QtBot, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "wrong ending.txt"
    file.write_bytes(data)

    paste(desk, qtbot, with_files(file))

    assert [found.id for found in mentions(text(desk))] == [kept(desk)[0].id]
    assert "file:" not in text(desk)
    assert desk.failures == []


def test_several_files_stand_apart_in_their_order(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(png(colour=number))

    paste(desk, qtbot, with_files(*files), at=0)

    first, second, third = kept(desk)
    expected = "\n\n".join(f"![](image:{image.id})" for image in (first, second, third))
    assert text(desk) == f"{expected}One.\n\nTwo."


def test_a_drop_puts_the_image_where_it_was_let_go(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(png())
    prose = desk.editor.sheet.prose
    place = prose.cursorRect(prose.find_span(10, 10)).center()
    data = with_files(file)
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    prose.dropEvent(event)
    settle(desk, qtbot)

    assert text(desk) == f"One.\n\nTwo.![](image:{kept(desk)[0].id})"
    assert file.exists()


def test_a_file_let_go_over_the_title_leaves_no_path_there(desk: Desk, tmp_path: Path) -> None:
    data = with_files(tmp_path / "a.png")
    title = desk.editor.sheet.title

    assert not title.canInsertFromMimeData(data)
    title.insertFromMimeData(data)

    assert title.text() == "Newer"


def test_files_that_are_no_images_are_refused_in_words_and_nothing_is_lost(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    good.write_bytes(png())
    bad.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    paste(desk, qtbot, with_files(bad, good, tmp_path, tmp_path / "gone.png"), at=4)

    assert text(desk) == f"One.![](image:{kept(desk)[0].id})\n\nTwo."
    assert desk.failures == [str(NotAnImageError())]


def test_text_that_comes_with_an_image_is_pasted_as_text(desk: Desk, qtbot: QtBot) -> None:
    data = with_image(pixels())
    data.setText("Cells")
    data.setHtml("<b>Cells</b>")

    paste(desk, qtbot, data, at=0)

    assert text(desk) == "CellsOne.\n\nTwo."
    assert kept(desk) == []


def test_an_image_that_comes_with_its_address_is_pasted_as_an_image(
    desk: Desk, qtbot: QtBot
) -> None:
    data = with_image(pixels())
    data.setUrls([QUrl("https://example.org/a.png")])
    data.setText("https://example.org/a.png")

    paste(desk, qtbot, data)

    assert len(kept(desk)) == 1
    assert "example.org" not in text(desk)


def test_a_link_is_still_text(desk: Desk, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png")])

    paste(desk, qtbot, data, at=0)

    assert text(desk).startswith("https://example.org/a.png")


def test_the_same_image_twice_is_kept_once(desk: Desk, qtbot: QtBot) -> None:
    paste(desk, qtbot, with_image(pixels()))
    paste(desk, qtbot, with_image(pixels()))

    assert len(kept(desk)) == 1
    assert len(mentions(text(desk))) == 2


def test_undo_takes_the_insertion_back_and_redo_puts_it_there(desk: Desk, qtbot: QtBot) -> None:
    paste(desk, qtbot, with_image(pixels()), at=4)
    prose = desk.editor.sheet.prose
    shown = text(desk)

    prose.undo()
    assert text(desk) == "One.\n\nTwo."
    prose.redo()

    assert text(desk) == shown
    desk.editor.save()
    desk.vault.undo()
    assert body_of(desk, "Newer") == "One.\n\nTwo."
    desk.vault.redo()
    assert body_of(desk, "Newer") == shown
    assert images.data(desk.vault.read, kept(desk)[0].id) is not None


def test_typing_goes_on_while_an_image_is_taken_in(desk: Desk, qtbot: QtBot) -> None:
    prose = desk.editor.sheet.prose
    prose.setTextCursor(prose.find_span(4, 4))

    prose.insertFromMimeData(with_image(pixels()))
    prose.setFocus()
    QTest.keyClicks(prose, " More")
    settle(desk, qtbot)

    assert text(desk) == f"One.![](image:{kept(desk)[0].id}) More\n\nTwo."


def test_what_takes_long_is_said(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inserting, "LATE_MS", 0)
    started = threading.Event()
    monkeypatch.setattr(inserting, "taken", lambda offer: started.wait(10) and taken(offer))

    desk.editor.sheet.prose.insertFromMimeData(with_image(pixels()))
    qtbot.waitUntil(lambda: bool(desk.said))
    started.set()
    settle(desk, qtbot)

    assert desk.said == ["Adding images. You can go on writing."]
    assert len(kept(desk)) == 1


def test_the_key_to_paste_takes_an_image(desk: Desk, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(pixels())
    prose = desk.editor.sheet.prose
    prose.setFocus()

    QTest.keyClick(prose, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert text(desk).startswith(f"![](image:{kept(desk)[0].id})")
    clipboard.clear()


def test_an_image_goes_to_the_entry_it_was_pasted_into(desk: Desk, qtbot: QtBot) -> None:
    older = next(entry for entry in desk.entries if entry.title == "Older")
    desk.editor.sheet.prose.insertFromMimeData(with_image(pixels()))

    desk.page.arrive(Destination("journal", older.id))
    settle(desk, qtbot)

    assert text(desk) == ""
    assert body_of(desk, "Newer") == f"One.\n\nTwo.\n\n![](image:{kept(desk)[0].id})"
    assert not desk.editor.alt.isVisible()


def test_a_first_image_begins_an_entry(desk: Desk, qtbot: QtBot) -> None:
    desk.page.arrive(Destination("journal", act="new"))

    paste(desk, qtbot, with_image(pixels()))

    assert desk.entries[-1].body == f"![](image:{kept(desk)[0].id})"
    assert desk.editor.alt.isVisible()


def test_a_full_disk_is_said_and_the_text_stays(desk: Desk, qtbot: QtBot) -> None:
    with full_disk(desk.vault):
        paste(desk, qtbot, with_image(pixels()))

    assert text(desk) == "One.\n\nTwo."
    assert "disk is full" in desk.failures[0]


def test_what_an_image_shows_is_asked_without_taking_the_focus(desk: Desk, qtbot: QtBot) -> None:
    prose, alt = desk.editor.sheet.prose, desk.editor.alt
    prose.setFocus()
    paste(desk, qtbot, with_image(pixels()), at=10)
    assert alt.isVisible()
    assert desk.page.window().focusWidget() is prose

    QTest.keyClick(prose, KEY.Key_Tab)
    assert desk.page.window().focusWidget() is alt.field
    QTest.keyClicks(alt.field, "Lag [during] the hold")
    QTest.keyClick(alt.field, KEY.Key_Return)

    image = kept(desk)[0]
    assert text(desk) == f"One.\n\nTwo.![Lag (during) the hold](image:{image.id})"
    assert body_of(desk, "Newer") == text(desk)
    assert not alt.isVisible()
    assert desk.page.window().focusWidget() is prose


def test_each_of_several_images_is_asked_for(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / "0.png", tmp_path / "1.png"]
    for number, file in enumerate(files):
        file.write_bytes(png(colour=number))
    paste(desk, qtbot, with_files(*files), at=0)
    alt = desk.editor.alt

    alt.field.setFocus()
    QTest.keyClick(alt.field, KEY.Key_Return)
    assert alt.isVisible()
    QTest.keyClicks(alt.field, "Second")
    QTest.keyClick(alt.field, KEY.Key_Return)

    assert [found.alt for found in mentions(text(desk))] == ["", "Second"]
    assert not alt.isVisible()


def test_esc_skips_from_the_text_too(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    desk.editor.sheet.prose.setFocus()
    paste(desk, qtbot, with_image(pixels()), at=0)

    QTest.keyClick(desk.editor.sheet.prose, KEY.Key_Escape)

    assert not desk.editor.alt.isVisible()
    assert len(mentions(text(desk))) == 1


def test_another_entry_is_not_asked_about(desk: Desk, qtbot: QtBot) -> None:
    paste(desk, qtbot, with_image(pixels()))
    older = next(entry for entry in desk.entries if entry.title == "Older")

    desk.page.arrive(Destination("journal", older.id))

    assert not desk.editor.alt.isVisible()


def test_words_for_an_image_that_were_not_finished_are_kept(desk: Desk, qtbot: QtBot) -> None:
    """By a lock, which saves first, by going to another entry, and by closing quick capture."""
    older = next(entry for entry in desk.entries if entry.title == "Older")
    for leave in (desk.page.save, lambda: desk.page.arrive(Destination("journal", older.id))):
        paste(desk, qtbot, with_image(pixels()), at=0)
        QTest.keyClicks(desk.editor.alt.field, "Lag")
        leave()
        assert not desk.editor.alt.isVisible()
    assert body_of(desk, "Newer").count("![Lag](image:") == 2
    sheet = CaptureSheet(desk.context, desk.page)
    sheet.open()
    sheet.prose.insertFromMimeData(with_image(pixels()))
    settle(desk, qtbot)
    QTest.keyClicks(sheet.alt.field, "Lag")
    sheet.finish()
    assert desk.entries[-1].body.startswith("![Lag](image:")


def test_chosen_files_come_behind_a_text_nobody_wrote_in_yet(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(png())
    asked: list[str] = []

    def choose(_parent: object, title: str, kinds: str, _start: Path, chosen: object) -> None:
        asked.extend((title, kinds))
        chosen([file])  # type: ignore[operator] # what the real one calls

    monkeypatch.setattr("ui.entry.inserting.choose_files", choose)
    desk.editor.inserting.choose(desk.editor)
    settle(desk, qtbot)

    assert text(desk) == f"One.\n\nTwo.\n\n![](image:{kept(desk)[0].id})"
    assert asked[1] == "Images (*.png *.jpg *.jpeg *.gif *.webp *.bmp)"


def test_quick_capture_takes_images_too(desk: Desk, qtbot: QtBot) -> None:
    sheet = CaptureSheet(desk.context, desk.page)
    sheet.open()
    sheet.prose.insertFromMimeData(with_image(pixels()))
    settle(desk, qtbot)
    assert sheet.alt.isVisible()
    QTest.keyClicks(sheet.alt.field, "Lag")
    QTest.keyClick(sheet.alt.field, KEY.Key_Return)

    sheet.finish()

    assert desk.entries[-1].body == f"![Lag](image:{kept(desk)[0].id})"


def test_an_image_of_a_sheet_that_was_closed_at_once_is_in_its_entry(
    desk: Desk, qtbot: QtBot
) -> None:
    sheet = CaptureSheet(desk.context, desk.page)
    sheet.open()
    sheet.prose.insertFromMimeData(with_image(pixels()))
    sheet.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(desk, qtbot)

    assert desk.entries[-1].body == f"![](image:{kept(desk)[0].id})"
    assert desk.failures == []


def test_nothing_is_written_beside_the_vault(desk: Desk, qtbot: QtBot, home: Path) -> None:
    before = sorted(home.rglob("*"))
    paste(desk, qtbot, with_image(pixels(width=900, height=700)), at=4)
    desk.editor.toggle_reading()
    desk.editor.sheet.view.grab()
    settle(desk, qtbot)
    desk.page._entry.open_panel()
    show_image(desk.editor, 0)
    sheet = opened(ImageSheet)
    sheet.grab()
    settle(desk, qtbot)
    sheet.reject()

    assert sorted(home.rglob("*")) == before
    beside = [path for path in desk.vault.folder.parent.iterdir() if path != desk.vault.folder]
    assert beside == []


def test_a_lock_in_the_middle_leaves_the_vault_sound(
    greenroom: Greenroom, qtbot: QtBot, folder: Path
) -> None:
    window = greenroom.window
    vault = new_vault(folder.with_name("b.greenroom"))
    entry = journal.add(vault, journal.EntryDraft(title="a", body="One."))
    vault.close()
    window.enter(_keys(folder.with_name("b.greenroom")))
    assert window.workspace is not None
    window.workspace.go(Destination("journal", entry.id))
    page = window.workspace.findChild(JournalPage)
    assert page is not None

    page._editor.sheet.prose.insertFromMimeData(with_image(pixels(width=900, height=900)))
    assert window.lock()
    qtbot.waitUntil(lambda: not greenroom.desk.jobs.busy)

    window.enter(_keys(folder.with_name("b.greenroom")))
    assert window.vault is not None
    assert window.vault.verify()
    assert window.vault.read.get(Entry, Id(entry.id)).body == "One."
    assert window.vault.read.all(Image) == []


def _keys(folder: Path) -> Keys:
    return approach(folder).unlock(PASSPHRASE)
