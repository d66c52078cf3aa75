"""Reading: rendered, plain when copied, and nothing opened on the way."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.ui.prose_styles import larger, prose_style
from ui.widgets.prose_clipboard import EXCLUSIONS
from ui.widgets.prose_view import ProseView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

IN_OPEN = 0x20
IMAGE = "019e4a00-1111-7222-8333-444455556666"


@pytest.fixture
def view(qtbot: QtBot) -> ProseView:
    made = ProseView(prose_style())
    qtbot.addWidget(made)
    made.resize(764, 600)
    made.show()
    return made


@pytest.fixture
def picture(tmp_path: Path, qtbot: QtBot) -> Path:  # noqa: ARG001 - an image needs the application
    path = tmp_path / "secret.png"
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    image.save(str(path))
    return path


@pytest.fixture
def opened(picture: Path) -> Iterator[Callable[[], bool]]:
    """Whether the picture was opened since this was last asked."""
    if sys.platform != "linux":
        pytest.skip("inotify tells of opened files on Linux only")
    libc = ctypes.CDLL(None)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    libc.inotify_add_watch(watch, os.fsencode(picture), IN_OPEN)

    def was_opened() -> bool:
        try:
            return bool(os.read(watch, 4096))
        except BlockingIOError:
            return False

    yield was_opened
    os.close(watch)


def blocks(view: ProseView) -> list[QTextBlock]:
    found = []
    block = view.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "![x]({url})",
        '<img src="{url}">',
        "[![x]({url})]({url})",
        "![x][y]\n\n[y]: {url}",
        '<style>body {{ background: url("{url}") }}</style>',
        '<link rel="stylesheet" href="{url}">',
        "[x](javascript:a) [y]({url}) <{url}>",
        "![x](image:{url})",
        "![x](image:../../{url})",
        "![x](image:019e4a00-1111-7222-8333-444455556666?{url})",
    ],
)
def test_no_text_opens_a_file(
    view: ProseView, picture: Path, opened: Callable[[], bool], text: str
) -> None:
    view.show_text(text.format(url=picture.as_uri()))
    QApplication.processEvents()
    view.grab()

    assert not opened()


def test_even_our_own_html_would_open_no_file(
    view: ProseView, picture: Path, opened: Callable[[], bool]
) -> None:
    view.setHtml(f'<p>a</p><img src="{picture.as_uri()}"><img src="{picture}">')
    QApplication.processEvents()
    view.grab()

    assert not opened()


def test_the_watch_sees_an_opened_file(picture: Path, opened: Callable[[], bool]) -> None:
    picture.read_bytes()

    assert opened()


class Asked:
    """Has an image of one colour, and remembers who was asked for."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    def natural(self, image_id: str) -> QSize:
        """Every image is small."""
        self.ids.add(image_id)
        return QSize(30, 20)

    def shown(self, image_id: str, size: QSize) -> QImage | None:
        """Every image has the same colour."""
        self.ids.add(image_id)
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff00ff"))
        return image

    def broken(self, image_id: str) -> bool:
        """No image is."""
        return not image_id


def test_an_image_of_the_vault_is_asked_for_by_its_id_and_drawn(view: ProseView) -> None:
    asked = Asked()
    view.set_pictures(asked)

    view.show_text(f"![x](image:{IMAGE})\n\n![y](image:other) ![z](https://example.org/a.png)")

    assert QColor(view.grab().toImage().pixel(66, 10)) == QColor("#ff00ff")
    assert asked.ids == {IMAGE}


def test_our_own_html_shows_no_image_but_the_vaults(
    view: ProseView, picture: Path, opened: Callable[[], bool]
) -> None:
    asked = Asked()
    view.set_pictures(asked)

    view.setHtml(f'<p><img src="{picture}"><img src="image:{picture}"></p>')
    view.grab()

    assert asked.ids == set()
    assert not opened()


def test_without_anybody_to_ask_no_image_is_drawn(view: ProseView) -> None:
    view.show_text(f"a ![x](image:{IMAGE}) b")
    view.grab()

    assert view.toPlainText() == "a \ufffc b"


def test_a_copy_has_the_words_of_an_image_in_its_place(view: ProseView) -> None:
    view.show_text(f"🔒 ![x](image:{IMAGE})b ![](image:{IMAGE})c\n\n![y <z>](image:{IMAGE})")
    view.selectAll()

    assert view.createMimeDataFromSelection().text() == "🔒 xb c\ny <z>"


def test_every_resource_is_blank(view: ProseView, picture: Path) -> None:
    url = QUrl.fromLocalFile(str(picture))

    image = view.loadResource(QTextDocument.ResourceType.ImageResource.value, url)
    sheet = view.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, url)

    assert isinstance(image, QImage)
    assert image.isNull()
    assert isinstance(sheet, QByteArray)
    assert sheet.isEmpty()


def test_a_chosen_link_is_told_and_not_followed(view: ProseView, qtbot: QtBot) -> None:
    view.show_text("[a](https://b.org/c?d=1&e=é)")

    address = blocks(view)[0].begin().fragment().charFormat().anchorHref()

    with qtbot.waitSignal(view.link_activated) as told:
        view.anchorClicked.emit(QUrl(address))

    assert told.args == ["https://b.org/c?d=1&e=é"]
    assert view.source().isEmpty()
    assert not view.openLinks()
    assert not view.openExternalLinks()


def test_a_copy_is_plain_text_that_no_history_keeps(view: ProseView) -> None:
    view.show_text("**a** b\n\n- [x] c\n\n| A | B |\n| --- | --- |\n| 1 | 2 |")
    view.selectAll()

    copied = view.createMimeDataFromSelection()

    assert set(copied.formats()) == {"text/plain", *EXCLUSIONS}
    assert copied.text().split() == ["a", "b", "☑", "c", "A", "B", "1", "2"]


def test_lines_have_the_editors_height(view: ProseView) -> None:
    view.show_text("word " * 100)
    cursor = QTextCursor(view.document())

    first = view.cursorRect(cursor).top()
    cursor.movePosition(QTextCursor.MoveOperation.Down)

    assert view.cursorRect(cursor).top() - first == 29


def test_headings_have_fonts_of_their_own_and_leave_the_rest_alone(view: ProseView) -> None:
    view.show_text("before\n\n# One\n\nafter")

    sizes = [block.begin().fragment().charFormat().font().pixelSize() for block in blocks(view)]

    assert sizes == [17, 26, 17]


def test_lists_are_close_and_end_with_a_gap(view: ProseView) -> None:
    view.show_text("- a\n- b\n\nc")

    assert [block.blockFormat().bottomMargin() for block in blocks(view)] == [0, 14, 14]


def test_nested_numbers_are_shown(view: ProseView) -> None:
    view.show_text("3. a\n   1. b")

    assert [block.textList().itemText(block) for block in blocks(view)] == ["3.", "1."]


def test_another_style_shows_the_same_text(view: ProseView) -> None:
    view.show_text("a\n\nb")

    view.set_style(larger(prose_style()))

    assert view.toPlainText() == "a\nb"
    assert blocks(view)[0].blockFormat().lineHeight() == 58


def test_a_text_begins_at_its_beginning(view: ProseView) -> None:
    view.show_text("a\n\n" * 200)

    assert view.verticalScrollBar().value() == 0


def test_a_page_has_the_editors_column(view: ProseView) -> None:
    assert (view.viewport().x(), view.viewport().width()) == (56, 644)


def test_a_code_block_is_one_area_without_stripes(view: ProseView) -> None:
    view.show_text("```\nHHHH\nHHHH\n```")
    first, second = blocks(view)
    layout = view.document().documentLayout()

    bottom = layout.blockBoundingRect(first).bottom()

    assert layout.blockBoundingRect(second).top() == bottom
    assert first.blockFormat().lineHeightType() == 0
