"""Every page of the window with the plan of many years, from going there to the painted page.

What is counted is what a person waits for: the page painted with all it reads at once. Growth
reads the journal beside that and paints its charts of it when they are others; until then the
ones of last time stand. When that is over is said on the way, too, and not counted.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

from app.changes import Changes, Op
from app.clock import FixedClock
from app.domain.experiences import Experience
from app.domain.ids import NO_ID, Kind
from app.unlocking import approach
from tests.bench import plan_corpus
from tests.vaults import NOON, PASSPHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.context import Context, Destination
    from ui.window import Window
    from ui.workspace import Workspace

RUNS = 15
SIZE = (1280, 800)


def show() -> tuple[float, float]:
    """The slowest page, anew after every change, and two empty pages in its place (ms, p95).

    Each page's median and p95 are said on the way, and when no job is under way any more.
    """
    with _opened() as (window, application):
        workspace = window.workspace
        assert workspace is not None
        worst = 0.0
        for name, destination in _destinations(workspace).items():
            times, settled = _shown(workspace, destination, application)
            worst = max(worst, _p95(times))
            said = f"median {statistics.median(times):.1f}, p95 {_p95(times):.1f}"
            sys.stderr.write(f"    {name}: {said}, settled {statistics.median(settled):.1f}\n")
        return worst, _floor(application)


def _destinations(workspace: Workspace) -> dict[str, Destination]:
    """Every place there is, and what is opened within them."""
    from ui.context import Destination  # noqa: PLC0415 - the platform is chosen before Qt starts
    from ui.places import PLACES  # noqa: PLC0415 - as above

    vault = _context(workspace).vault
    within = {
        "a goal": Destination("plan", plan_corpus.first_goal(vault), Kind.GOAL),
        "competencies": Destination("plan", kind=Kind.COMPETENCY),
        "experiences": Destination("plan", kind=Kind.EXPERIENCE),
        "an experience": Destination("plan", vault.read.all(Experience)[0].id, Kind.EXPERIENCE),
        "the cycle": Destination("plan", kind=Kind.CYCLE),
    }
    return {place.name: Destination(place.name) for place in PLACES} | within


def _shown(
    workspace: Workspace, destination: Destination, application: QApplication
) -> tuple[list[float], list[float]]:
    """How long it took to come back to a page after all it shows may have changed.

    First until it was painted, then until nothing more was read for it.
    """
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415 - as above

    from ui.context import Destination  # noqa: PLC0415 - as above

    away = Destination("share" if destination.place != "share" else "journal")
    everything = Changes(Op.IMPORT, frozenset((kind, NO_ID) for kind in Kind))

    def come() -> None:
        workspace.go(destination)
        # Layouts ask for more of them; the second round paints.
        application.processEvents()
        application.processEvents()

    def settle() -> None:
        while context.jobs.busy:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.processEvents()

    context = _context(workspace)
    times, settled = list[float](), list[float]()
    come()
    settle()
    for _ in range(RUNS):
        workspace.go(away)
        context.changed.emit(everything)
        settle()
        times.append(_once(come))
        settled.append(times[-1] + _once(settle))
    return times, settled


def _floor(application: QApplication) -> float:
    from PySide6.QtWidgets import QStackedWidget, QWidget  # noqa: PLC0415 - as above

    stack = QStackedWidget()
    for _ in range(2):
        stack.addWidget(QWidget())
    stack.resize(*SIZE)
    stack.show()
    application.processEvents()

    def turn() -> None:
        stack.setCurrentIndex(1 - stack.currentIndex())
        application.processEvents()
        application.processEvents()

    times = [_once(turn) for _ in range(RUNS)]
    stack.close()
    return _p95(times)


@contextmanager
def _opened() -> Iterator[tuple[Window, QApplication]]:
    """The window on that vault, shown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from ui import collecting  # noqa: PLC0415 - as above
    from ui.application import Greenroom  # noqa: PLC0415 - as above

    application = cast("QApplication", QApplication.instance() or QApplication(["greenroom"]))
    with tempfile.TemporaryDirectory() as home:
        running = Greenroom(application, FixedClock(NOON), Path(home) / "settings")
        running.window.resize(*SIZE)
        running.window.show()
        collecting.begin()
        running.window.enter(approach(plan_corpus.folder()).unlock(PASSPHRASE))
        yield running.window, application
        running.window.lock()
        running.window.close()
        running.close()


def _context(workspace: Workspace) -> Context:
    assert workspace.page is not None
    return workspace.page.context


def _once(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
