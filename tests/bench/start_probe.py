"""What the start and unlock rows run: Greenroom, or an empty window, until it is painted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Painted(QObject):
    """Ends the event loop once a widget has been painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QApplication.exit()
        return False


def empty() -> None:
    """An empty window, painted."""
    application = QApplication(["empty"])
    window = QWidget()
    window.resize(1280, 800)
    painted = _Painted()
    window.installEventFilter(painted)
    window.show()
    application.exec()
    sys.stdout.flush()
    os._exit(0)


def greenroom() -> None:
    """Greenroom at its arch, painted, as `ui.__main__` gets there."""
    from ui import collecting  # noqa: PLC0415 - its cost is what is measured

    collecting.wait()
    from app.clock import SystemClock  # noqa: PLC0415 - as above
    from ui.application import Greenroom  # noqa: PLC0415 - as above

    application = QApplication(["greenroom"])
    home = Path(os.environ["GREENROOM_BENCH_HOME"])
    running = Greenroom(application, SystemClock(), home / "settings")
    painted = _Painted()
    running.open()
    collecting.begin()
    for widget in running.window.findChildren(QWidget):
        widget.installEventFilter(painted)
    application.exec()
    sys.stdout.flush()
    os._exit(0)


def journal() -> None:
    """Greenroom with a vault open and its journal listed and painted; says its memory in MiB."""
    from app.clock import FixedClock  # noqa: PLC0415 - Qt stays out of the other rows
    from app.unlocking import approach  # noqa: PLC0415 - as above
    from tests.vaults import NOON, PASSPHRASE  # noqa: PLC0415 - as above
    from ui import collecting  # noqa: PLC0415 - as above
    from ui.application import Greenroom  # noqa: PLC0415 - as above
    from ui.context import Destination  # noqa: PLC0415 - as above

    home = Path(os.environ["GREENROOM_BENCH_HOME"])
    application = QApplication(["greenroom"])
    running = Greenroom(application, FixedClock(NOON), home / "settings")
    running.window.show()
    collecting.begin()
    running.window.enter(approach(Path(os.environ["GREENROOM_BENCH_VAULT"])).unlock(PASSPHRASE))
    assert running.window.workspace is not None
    running.window.workspace.go(Destination("journal"))
    running.window.grab()
    _say_memory()


def nothing() -> None:
    """An empty window, painted; says its memory in MiB."""
    application = QApplication(["empty"])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    window.grab()
    application.processEvents()
    _say_memory()


def _say_memory() -> None:
    """The resident memory of this process, without what it needed only for a while."""
    status = Path("/proc/self/status").read_text("ascii")
    kib = next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]
    sys.stdout.write(f"{int(kib) / 1024}\n")
    sys.stdout.flush()
    os._exit(0)


@contextmanager
def unlocker(home: Path, vault: Path | None = None) -> Iterator[Callable[[], object]]:
    """A function that opens a vault with known keys and paints its first page.

    Without a folder it is the sample vault.
    """
    from app.clock import FixedClock  # noqa: PLC0415 - Qt stays out of the other rows
    from app.unlocking import approach  # noqa: PLC0415 - as above
    from tests.stage import sample_vault  # noqa: PLC0415 - as above
    from tests.vaults import NOON, PASSPHRASE  # noqa: PLC0415 - as above
    from ui.application import Greenroom  # noqa: PLC0415 - as above

    folder = vault or home / "sample.greenroom"
    if vault is None:
        sample_vault(folder).close()
    application = QApplication.instance() or QApplication(["greenroom"])
    assert isinstance(application, QApplication)
    running = Greenroom(application, FixedClock(NOON), home / "settings")
    running.window.show()
    waiting = [approach(folder).unlock(PASSPHRASE) for _ in range(32)]

    def unlock_once() -> None:
        running.window.enter(waiting.pop())
        running.window.grab()
        running.window.lock()
        # As the event loop does, which does not run here.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    yield unlock_once
    for keys in waiting:
        keys.wipe()
    running.window.close()
    running.close()


@contextmanager
def with_all_pages(home: Path) -> Iterator[Callable[[int], None]]:
    """A function that makes the text of a window with every page smaller (0) or larger (1)."""
    from app.clock import FixedClock  # noqa: PLC0415 - Qt stays out of the other rows
    from app.unlocking import approach  # noqa: PLC0415 - as above
    from tests.stage import sample_vault  # noqa: PLC0415 - as above
    from tests.vaults import NOON, PASSPHRASE  # noqa: PLC0415 - as above
    from ui.application import Greenroom  # noqa: PLC0415 - as above
    from ui.context import Destination  # noqa: PLC0415 - as above
    from ui.places import PLACES  # noqa: PLC0415 - as above

    sample_vault(home / "sample.greenroom").close()
    application = QApplication.instance() or QApplication(["greenroom"])
    assert isinstance(application, QApplication)
    running = Greenroom(application, FixedClock(NOON), home / "settings")
    running.window.show()
    running.window.enter(approach(home / "sample.greenroom").unlock(PASSPHRASE))
    workspace = running.window.workspace
    assert workspace is not None
    for place in PLACES[::-1]:
        workspace.go(Destination(place.name))
        application.processEvents()

    def step(larger: int) -> None:
        running.desk.resize_text(1 if larger else -1)
        QApplication.sendPostedEvents()
        running.window.grab()

    yield step
    running.window.close()
    running.close()
