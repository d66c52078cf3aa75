"""Building the pages of a pack off the window's thread: the latest alone, and stoppable."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.clock import Moment
from app.course import Step, StoppedError, unwatched
from app.operations import packs
from app.sharing.source import PackSource
from tests.sharing_sources import ENTRY, GOAL, chosen, source
from tests.stage import Stage, staged
from tests.vaults import new_vault
from ui.share import builder as module
from ui.share.builder import Builder
from ui.share.going import Going
from ui.share.page import SharePage

pytestmark = pytest.mark.qt
FIRST, SECOND = source(chosen(GOAL, "why")), source(chosen(ENTRY, "body"))
MADE = packs.draw(FIRST, None)


class Slow:
    """Builds that go on until they are let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.begun: list[PackSource] = []

    def draw(
        self, wanted: PackSource, passphrase: str | None, step: Step = unwatched
    ) -> packs.DrawnPdf:
        """Take steps until it is let go, then give the pages that were made before."""
        self.begun.append(wanted)
        while not self.go.is_set():
            step(0.5)
            time.sleep(0.005)
        return replace(MADE, source=wanted, passphrase=passphrase)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    vault = new_vault(tmp_path / "a.greenroom")
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.context.jobs.stop()
    vault.close()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(packs, "draw", slow.draw)
    monkeypatch.setattr(module, "LONG_MS", 0)
    yield slow
    slow.go.set()


@pytest.fixture
def parent() -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def test_what_is_out_of_date_is_stopped_for_the_latest(
    stage: Stage[SharePage], slow: Slow, parent: QObject, qtbot: QtBot
) -> None:
    builder = Builder(stage.context, parent)
    built: list[packs.BuiltPdf] = []
    builder.built.connect(built.append)
    builder.request(FIRST)
    qtbot.waitUntil(lambda: slow.begun == [FIRST])
    builder.request(SECOND)
    qtbot.waitUntil(lambda: slow.begun == [FIRST, SECOND])
    slow.go.set()
    qtbot.waitUntil(lambda: bool(built))
    assert [each.source for each in built] == [SECOND]
    assert builder.is_current(SECOND)


def test_the_same_pages_are_asked_for_once(
    stage: Stage[SharePage], slow: Slow, parent: QObject, qtbot: QtBot
) -> None:
    builder = Builder(stage.context, parent)
    builder.request(FIRST)
    qtbot.waitUntil(lambda: slow.begun == [FIRST])
    builder.request(replace(FIRST))
    slow.go.set()
    qtbot.waitUntil(lambda: builder.is_current(FIRST))
    builder.request(FIRST)
    qtbot.wait(80)
    assert slow.begun == [FIRST]


def test_pages_of_another_day_are_made_anew(parent: QObject, stage: Stage[SharePage]) -> None:
    builder = Builder(stage.context, parent)
    builder.latest = packs.build(FIRST, None)
    later = replace(FIRST, now=Moment(FIRST.now.at + 60_000, FIRST.now.offset))
    assert builder.is_current(later)
    assert not builder.is_current(replace(FIRST, now=Moment(FIRST.now.at + 86_400_000)))


def test_a_long_build_is_shown_and_can_be_stopped(
    stage: Stage[SharePage], slow: Slow, parent: QObject, qtbot: QtBot
) -> None:
    builder, going = Builder(stage.context, parent), Going()
    qtbot.addWidget(going)
    failed: list[object] = []
    builder.failed.connect(failed.append)
    builder.going.connect(going.show_share)
    builder.ended.connect(going.hide)
    going.stopped.connect(builder.stop)
    builder.request(FIRST)
    qtbot.waitUntil(lambda: going.isVisible() and going.progress.bar.value() == 25)
    going.stop.click()
    assert [type(each) for each in failed] == [StoppedError]
    qtbot.waitUntil(going.isHidden)
    assert builder.latest is None
    builder.request(FIRST)
    slow.go.set()
    qtbot.waitUntil(lambda: builder.is_current(FIRST))


def test_going_back_to_what_is_shown_says_no_more(
    stage: Stage[SharePage], slow: Slow, parent: QObject, qtbot: QtBot
) -> None:
    builder = Builder(stage.context, parent)
    failed: list[object] = []
    builder.failed.connect(failed.append)
    slow.go.set()
    builder.request(FIRST)
    qtbot.waitUntil(lambda: builder.is_current(FIRST))
    slow.go.clear()
    with qtbot.waitSignal(builder.ended):
        builder.request(SECOND)
        qtbot.waitUntil(lambda: slow.begun[-1] == SECOND)
        builder.request(FIRST)
    assert builder.is_current(FIRST)
    assert failed == []


def test_pages_are_shown_before_they_are_read_back(
    stage: Stage[SharePage], parent: QObject, qtbot: QtBot
) -> None:
    builder = Builder(stage.context, parent)
    seen: list[tuple[str, bytes]] = []
    builder.drawn.connect(lambda drawn: seen.append(("drawn", drawn.data)))
    builder.built.connect(lambda built: seen.append(("built", built.data)))
    builder.request(FIRST)
    qtbot.waitUntil(lambda: builder.is_current(FIRST), timeout=20_000)
    assert [name for name, _ in seen] == ["drawn", "built"]
    assert seen[0][1] == seen[1][1]
