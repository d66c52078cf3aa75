"""Images of the vault in the reading view: made ready beside the window, and kept within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.domain.images import Image
from app.operations import images
from app.prose import reference
from tests.pictures import png
from tests.ui.journal_desk import Desk, add
from tests.vaults import new_vault
from ui.entry import pictures as module
from ui.entry.pictures import Pictures
from ui.images import as_png
from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt]
GREEN = "#1e6b45"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: ThemeSource) -> Iterator[Desk]:
    """A page on an entry without text."""
    del look
    vault = new_vault(tmp_path / "a.greenroom")
    add(vault, "Newer")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    desk.page.show()
    yield desk
    desk.jobs.stop()


def image_of(desk: Desk, width: int, height: int, colour: str = GREEN) -> Image:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return images.add(desk.vault, as_png(image))


def read(desk: Desk, qtbot: QtBot, text: str) -> QImage:
    """The reading view of a text, once everything is there."""
    desk.editor.sheet.prose.insertPlainText(text)
    desk.editor.toggle_reading()
    view = desk.editor.sheet.view
    view.grab()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    return view.grab().toImage()


def pixels_like(picture: QImage, colour: str) -> QSize:
    """The width and height of what has this colour in the middle column and row of it."""
    wanted = QColor(colour).rgb()
    places = [
        (x, y)
        for y in range(picture.height())
        for x in range(0, picture.width(), 4)
        if picture.pixel(x, y) == wanted
    ]
    if not places:
        return QSize(0, 0)
    xs, ys = zip(*places, strict=True)
    return QSize(max(xs) - min(xs) + 4, max(ys) - min(ys) + 1)


def test_a_small_image_is_shown_at_its_own_size(desk: Desk, qtbot: QtBot) -> None:
    image = image_of(desk, 120, 60)

    shown = read(desk, qtbot, f"Before.\n\n{reference(image.id, 'Lag')}\n\nAfter.")

    assert pixels_like(shown, GREEN) == QSize(120, 60)


def test_a_large_image_is_as_wide_as_the_column(desk: Desk, qtbot: QtBot) -> None:
    image = image_of(desk, 2000, 500)

    shown = pixels_like(read(desk, qtbot, reference(image.id)), GREEN)
    column = desk.editor.sheet.view.viewport().width()

    assert abs(shown.width() - column) < 8
    assert abs(shown.height() - column // 4) < 8


def test_a_high_image_is_no_higher_than_the_column_is_wide(desk: Desk, qtbot: QtBot) -> None:
    image = image_of(desk, 300, 4000)
    desk.page.resize(1068, 1400)

    read(desk, qtbot, reference(image.id))
    view = desk.editor.sheet.view
    column = view.viewport().width()
    layout = view.document().documentLayout()

    assert layout.blockBoundingRect(view.document().begin()).height() < column + 40


def test_lines_below_an_image_are_pushed_down_and_not_covered(desk: Desk, qtbot: QtBot) -> None:
    image = image_of(desk, 100, 200)

    read(desk, qtbot, f"{reference(image.id)}\n\nAfter.")
    view = desk.editor.sheet.view
    layout = view.document().documentLayout()
    first = view.document().begin()

    assert layout.blockBoundingRect(first).height() >= 200
    assert layout.blockBoundingRect(first.next()).top() >= 200


@pytest.mark.parametrize(
    "around", ["- {}", "> {}", "1. a\n   - {}", "| a | b |\n|-|-|\n| {} | c |"]
)
def test_an_image_stays_in_what_it_stands_in(desk: Desk, qtbot: QtBot, around: str) -> None:
    image = image_of(desk, 3000, 300)

    read(desk, qtbot, around.format(reference(image.id, "x")))
    view = desk.editor.sheet.view

    assert view.horizontalScrollBar().maximum() == 0


def test_a_chosen_image_is_told_by_its_id(desk: Desk, qtbot: QtBot) -> None:
    image = image_of(desk, 100, 50)
    read(desk, qtbot, reference(image.id, "x"))
    view = desk.editor.sheet.view
    address = view.document().begin().begin().fragment().charFormat().anchorHref()

    with qtbot.waitSignal(view.picture_activated) as told:
        view.anchorClicked.emit(address)

    assert told.args == [image.id]


def test_an_image_that_is_gone_leaves_a_note_and_no_question(desk: Desk, qtbot: QtBot) -> None:
    missing = "019e4a00-1111-7222-8333-444455556666"

    read(desk, qtbot, reference(missing, "Lag"))

    assert desk.editor.pictures.natural(missing).isEmpty()
    assert desk.failures == []


def test_an_image_whose_bytes_are_lost_is_broken_and_not_asked_for_again(
    desk: Desk, qtbot: QtBot
) -> None:
    image = image_of(desk, 100, 50)
    with desk.vault.transact(Op.PREFER) as write:
        write.execute("DELETE FROM image_data")

    read(desk, qtbot, reference(image.id))

    assert desk.editor.pictures.broken(image.id)
    assert desk.failures == []


def test_an_image_that_arrives_later_is_seen(desk: Desk) -> None:
    data = png(40, 20, colour=90)
    made = Pictures(desk.context, desk.page)
    elsewhere = images.add(desk.vault, data)
    with desk.vault.transact(Op.PURGE) as write:
        assert images.forget_unused(write) == 1
    assert made.natural(elsewhere.id).isEmpty()

    with desk.vault.transact(Op.ADD_IMAGE) as write:
        write.put(elsewhere)

    assert made.natural(elsewhere.id) == QSize(40, 20)


def test_what_is_kept_in_memory_is_bounded(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 3 * 100 * 50 * 4)
    made = Pictures(desk.context, desk.page)
    kept = [image_of(desk, 100, 50, f"#0000{number:02x}") for number in range(8)]

    for image in kept:
        made.shown(image.id, QSize(100, 50))
    qtbot.waitUntil(lambda: made.shown(kept[0].id, QSize(100, 50)) is not None)

    assert made.bytes_kept <= 3 * 100 * 50 * 4


def test_each_size_is_made_once(desk: Desk, qtbot: QtBot) -> None:
    made = Pictures(desk.context, desk.page)
    image = image_of(desk, 100, 50)
    told: list[str] = []
    made.ready.connect(told.append)

    for _ in range(5):
        assert made.shown(image.id, QSize(50, 25)) is None
    qtbot.waitUntil(lambda: bool(told))

    first, second = (made.shown(image.id, QSize(50, 25)) for _ in range(2))
    assert first is second is not None
    assert told == [image.id]
