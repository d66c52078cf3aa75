"""A pack from its beginning to its file, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry
from app.domain.packs import Pack, PackType, Shared
from tests.ui.share_desk import ShareDesk
from tests.vaults import NOON
from ui import messages
from ui.share.actions import CONSENT, ITEMS, RECIPIENT, SAVED

pytestmark = pytest.mark.qt
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
BRING = Entry(
    title="Planning day", body="I went quiet.", bring=True,
    at=NOON.at, offset=NOON.offset, day=NOON.day,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path, BRING)
    qtbot.addWidget(made.page)
    yield made
    made.close()


def at() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(at(), key, modifiers)


def tab_to(widget: QWidget) -> None:
    """Go on by Tab until the keyboard is there; it is so in a few steps."""
    for _ in range(30):
        if at() is widget:
            return
        press(KEY.Key_Tab)
    raise AssertionError(widget)


def test_a_pack_is_made_and_saved_by_keys_alone(
    desk: ShareDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.pdf"

    def choose(_: QWidget, __: str, ___: Path, chosen: Callable[[Path], None], **_k: str) -> None:
        chosen(place)

    monkeypatch.setattr(messages, "choose_new_file", choose)
    desk.page.activateWindow()
    desk.page.first_focus().setFocus()
    press(KEY.Key_N, CTRL | SHIFT)
    flow = desk.flow
    assert (flow.step, at()) == (RECIPIENT, flow.recipient.type)
    press(KEY.Key_End)
    assert flow.recipient.type.value() == PackType.OWN.value
    press(KEY.Key_Home)
    press(KEY.Key_Down)
    assert flow.recipient.type.value() == PackType.PROGRESS.value
    tab_to(flow.recipient.person)
    QTest.keyClicks(at(), "Ruth")
    tab_to(flow.recipient.purpose)
    QTest.keyClicks(at(), "Our check-in")
    press(KEY.Key_Return, CTRL)
    assert (flow.step, at()) == (ITEMS, flow.items.list)
    for key in (KEY.Key_Home, KEY.Key_Space):
        press(key)
    assert [each.title for each in flow.draft.chosen] == ["Delegate"]
    tab_back_to_suggestions(desk)
    press(KEY.Key_Space)
    assert [each.title for each in flow.draft.chosen] == ["Delegate", "Planning day"]
    tab_to(flow.items.list)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Return, CTRL)
    assert (flow.step, at()) == (CONSENT, flow.consent.consent.check)
    press(KEY.Key_Space)
    press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: flow.step == SAVED, timeout=20_000)
    assert at() is flow.actions_below.done
    assert place.read_bytes().startswith(b"%PDF")
    (line,) = desk.vault.read.all(Shared)
    assert line.recipient == "Ruth Adeyemi"
    (pack,) = desk.vault.read.all(Pack)
    assert len(pack.items) == 2
    press(KEY.Key_Return, CTRL)
    assert not desk.page.making


def tab_back_to_suggestions(desk: ShareDesk) -> None:
    for _ in range(10):
        press(KEY.Key_Backtab, SHIFT)
        if at() is desk.flow.items.suggest:
            return
    raise AssertionError(at())
