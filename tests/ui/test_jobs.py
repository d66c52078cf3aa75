from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.unlocking import Keys
from tests.vaults import new_keys
from ui.jobs import Jobs


class _FailedError(AppError):
    pass


class Painted(QObject):
    """Notes each painting of a widget."""

    def __init__(self, order: list[str]) -> None:
        super().__init__()
        self._order = order

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if event.type() == QEvent.Type.Paint:
            self._order.append("painted")
        return False


def test_results_come_back_on_the_windows_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    found: list[tuple[int, int]] = []
    here = threading.get_ident()
    jobs.submit(
        threading.get_ident, lambda there: found.append((there, threading.get_ident())), _never
    )
    started = jobs.busy
    qtbot.waitUntil(lambda: bool(found))
    ((there, delivered),) = found
    assert there != here
    assert delivered == here
    assert (started, jobs.busy) == (True, False)
    jobs.stop()


def test_an_error_a_person_can_act_on_goes_to_its_place(qtbot: QtBot) -> None:
    jobs = Jobs()
    failed: list[AppError] = []

    def work() -> None:
        raise _FailedError

    jobs.submit(work, _never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], _FailedError)
    jobs.stop()


def test_what_can_wait_begins_after_the_painting(qtbot: QtBot) -> None:
    jobs, widget, order = Jobs(), QLabel("shown"), list[str]()
    qtbot.addWidget(widget)
    painted = Painted(order)
    widget.show()
    qtbot.waitExposed(widget)
    widget.installEventFilter(painted)
    widget.update()
    jobs.submit_later(lambda: order.append("done"), lambda _nothing: None, _never)
    waiting = jobs.busy
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (waiting, order) == (True, ["painted", "done"])
    jobs.stop()


def test_what_waits_while_the_vault_locks_never_begins(qtbot: QtBot) -> None:
    jobs, begun = Jobs(), list[str]()
    jobs.submit_later(lambda: begun.append("begun"), _never, _never)
    jobs.new_session()
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.stop()
    assert begun == []


def test_what_arrives_after_a_lock_is_dropped(qtbot: QtBot) -> None:
    jobs, go = Jobs(), threading.Event()
    jobs.submit(lambda: go.wait(5), _never, _never)
    jobs.new_session()
    go.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.stop()


def test_a_bug_in_a_job_is_raised_not_swallowed(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.capture_exceptions() as caught:
        jobs.submit(lambda: 1 // 0, _never, _never)
        qtbot.waitUntil(lambda: not jobs.busy)
        qtbot.wait(20)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    jobs.stop()


def test_once_stopped_no_job_is_taken_and_none_is_under_way(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.stop()
    done: list[bool] = []
    jobs.submit(lambda: done.append(True), _never, _never)
    qtbot.wait(20)
    assert not done
    assert not jobs.busy


def _never(_: object) -> None:
    pytest.fail("should not be called")


def test_keys_that_arrive_after_a_lock_are_wiped(qtbot: QtBot, tmp_path: Path) -> None:
    keys = new_keys(tmp_path / "a.greenroom")
    jobs, go = Jobs(), threading.Event()

    def unlock() -> Keys:
        go.wait(5)
        return keys

    jobs.submit(unlock, _never, _never)
    jobs.new_session()
    go.set()
    qtbot.waitUntil(lambda: keys.data_key.is_wiped)
    jobs.stop()
