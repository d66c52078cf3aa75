"""Choosing a passphrase, and lending a secret to the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.security.passphrase import Reason, Strength
from tests.vaults import PASSPHRASE
from ui.jobs import Jobs
from ui.widgets.lent_clipboard import LentClipboard
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.strength import StrengthRow

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()


@pytest.fixture
def chosen(qtbot: QtBot, jobs: Jobs, look: QObject) -> NewPassphrase:
    assert look
    widget = NewPassphrase(jobs, "Passphrase", "Repeat passphrase")
    qtbot.addWidget(widget)
    widget.show()
    return widget


def judged(widget: NewPassphrase, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: widget._strength is not None, timeout=10_000)


def test_six_suggested_words_are_shown_and_wait_to_be_repeated(
    chosen: NewPassphrase, qtbot: QtBot
) -> None:
    QTest.mouseClick(chosen._suggest, Qt.MouseButton.LeftButton)
    judged(chosen, qtbot)
    assert len(chosen.passphrase().split()) == 6
    assert chosen._field.passphrase.revealed
    assert chosen._row.words == "Very strong Six unrelated words. Easy to say, hard to guess."
    assert chosen.obstacle().startswith("Repeat the passphrase")
    chosen._repeat.passphrase.setText(chosen.passphrase())
    assert chosen.obstacle() == ""


def test_a_verdict_on_what_was_typed_before_is_dropped(chosen: NewPassphrase, qtbot: QtBot) -> None:
    chosen._field.passphrase.setText("aaaa")
    chosen._judge.judge()
    chosen._field.passphrase.setText(PASSPHRASE)
    judged(chosen, qtbot)
    assert chosen._strength is not None
    assert chosen._strength.is_enough


def test_a_difference_shows_while_it_is_repeated(chosen: NewPassphrase) -> None:
    chosen._field.passphrase.setText(PASSPHRASE)
    chosen._repeat.passphrase.setText(PASSPHRASE[:5])
    assert chosen._repeat.error == ""
    chosen._repeat.passphrase.setText("cooper")
    assert chosen._repeat.error == "This differs from the passphrase above."
    chosen._repeat.passphrase.setText(PASSPHRASE)
    assert chosen._repeat.error == ""


def test_wiping_leaves_nothing_to_undo(chosen: NewPassphrase) -> None:
    QTest.keyClicks(chosen.first_field, "secret")
    chosen.wipe()
    field = chosen._field.passphrase
    assert (field.text(), field.isUndoAvailable(), field.revealed) == ("", False, False)
    assert chosen.obstacle() == "Choose a passphrase first."


def test_a_widget_that_went_away_hears_nothing_more(jobs: Jobs, qtbot: QtBot) -> None:
    chosen = NewPassphrase(jobs, "Passphrase", "Repeat passphrase")
    chosen._field.passphrase.setText(PASSPHRASE)
    chosen._judge.judge()
    chosen.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(chosen))
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.EMPTY])
def test_every_reason_has_words(qtbot: QtBot, reason: Reason) -> None:
    row = StrengthRow()
    qtbot.addWidget(row)
    row.show_strength(Strength(1, reason, 10.0))
    assert row.words.startswith("Easy to guess ")
    assert row.accessibleName() == row.words
    assert row._bulbs.value() == 2


def test_nothing_typed_is_not_rated(qtbot: QtBot) -> None:
    row = StrengthRow()
    qtbot.addWidget(row)
    row.show_strength(Strength(0, Reason.EMPTY, 0.0))
    assert row._bulbs.value() == 0
    assert row.words == "Four or more unrelated words work well."


def test_the_clipboard_is_emptied_only_while_it_is_ours(qtbot: QtBot) -> None:
    assert qtbot
    owner, clipboard = QObject(), QGuiApplication.clipboard()
    lent = LentClipboard(owner)
    lent.lend("first")
    clipboard.setText("somebody else's")
    lent.take_back()
    assert clipboard.text() == "somebody else's"
    lent.lend("second")
    assert lent._timer.interval() == 60_000
    lent._timer.timeout.emit()
    assert clipboard.text() == ""
