"""How soon a change of a share pack is seen on its pages."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RUNS = 20
FIELD = "obstacle"


def preview() -> tuple[float, float]:
    """Until the pages of a pack of the sample vault show one field more or less (ms, p95).

    The floor is making the same document's pages alone.
    """
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    from app.domain.packs import Pack  # noqa: PLC0415 - as above
    from app.export import pdf  # noqa: PLC0415 - as above
    from app.sharing.compose import compose  # noqa: PLC0415 - as above
    from tests.stage import sample_vault, staged  # noqa: PLC0415 - as above
    from ui.share.page import SharePage  # noqa: PLC0415 - as above

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        vault = sample_vault(Path(folder) / "a.greenroom")
        stage = staged(SharePage, vault)
        page = stage.page
        page.resize(1068, 800)
        page.show()
        page.open_pack(vault.read.all(Pack)[0].id)
        flow, shown = page.flow, list[float]()
        flow.builder.drawn.connect(lambda _: shown.append(perf_counter()))

        def wait(done: Callable[[], bool]) -> None:
            while not done():
                application.processEvents()
                sleep(0.0005)

        wait(lambda: flow.builder.is_current(flow.draft.source))
        times = []
        for _ in range(RUNS):
            shown.clear()
            start = perf_counter()
            flow.draft.toggle_field(flow.draft.chosen[0], FIELD)
            wait(lambda: bool(shown))
            times.append((shown[0] - start) * 1000)
            wait(lambda: flow.builder.is_current(flow.draft.source))
        document = compose(flow.draft.source)
        floor = min(_seconds(lambda: pdf.build(document)) for _ in range(3)) * 1000
        stage.context.jobs.stop()
        page.go_home()
        vault.close()
    sys.stderr.write(f"    median {statistics.median(times):.0f}\n")
    return sorted(times)[int(len(times) * 0.95)], floor


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
