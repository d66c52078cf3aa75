"""Everything that is measured, in the order of the table."""

from __future__ import annotations

from tests.bench import app_bench, list_bench, pdf_bench, typing_bench
from tests.bench.runner import Row

ROWS: tuple[Row, ...] = (
    # KeePassXC, in C++, takes 2.7 times an empty window; RedNotebook 3.9 times.
    Row("start", "ms", 2.5, app_bench.start),
    # On top of the key derivation; the floor is opening the bare database.
    Row("unlock", "ms", 150, app_bench.unlock, absolute=True),
    Row("save", "ms", 3.0, app_bench.save),
    Row("list_10k", "ms", 20, list_bench.list_10k, absolute=True),
    Row("open_200k", "ms", 100, typing_bench.open_200k, absolute=True),
    # One picture of a screen that is drawn 60 times a second.
    Row("type_200k", "ms", 16, typing_bench.type_200k, absolute=True),
    Row("pdf_100_pages", "s", 1.3, pdf_bench.pdf_100_pages),
)
"""Goals are ratios to the floor, or milliseconds where a person waits for the whole."""
