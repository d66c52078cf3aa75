"""Everything that is measured, in the order of the table."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from tests.bench import (
    app_bench,
    list_bench,
    long_bench,
    page_bench,
    pdf_bench,
    preview_bench,
    search_bench,
    size_bench,
    typing_bench,
)
from tests.bench.runner import Row

LENGTHS = {"10k": 10_000, "100k": 100_000} if os.environ.get("FULL") else {"10k": 10_000}
"""Journals of 100,000 entries take minutes to make: only with FULL=1."""


def _long(name: str, entries: int) -> tuple[Row, ...]:
    """What is measured of a long journal."""
    # The words of a language weigh more in a short journal.
    largest = 2.0 if entries == LENGTHS.get("100k") else 2.5
    measured: tuple[tuple[str, str, float, Callable[[int], tuple[float, float]], bool], ...] = (
        ("search_newest", "ms", 10, search_bench.newest, True),
        ("search_ranked", "ms", 60, search_bench.ranked, True),
        ("search_count", "ms", 100, search_bench.count, True),
        ("save", "ms", 3.0, search_bench.save, False),
        ("list_first_page", "ms", 20, long_bench.first_page, True),
        # One picture of a screen that is drawn 60 times a second.
        ("scroll", "ms", 16, long_bench.scroll, True),
        ("unlock", "ms", 150, long_bench.unlock, True),
        ("memory", "MiB", 160, long_bench.memory, True),
        ("vault_size", "MB", largest, search_bench.size, False),
    )
    return tuple(
        Row(f"{what}_{name}", unit, goal, partial(measure, entries), absolute=absolute)
        for what, unit, goal, measure, absolute in measured
    )


ROWS: tuple[Row, ...] = (
    # KeePassXC, in C++, takes 2.7 times an empty window; RedNotebook 3.9 times.
    Row("start", "ms", 2.5, app_bench.start),
    # On top of the key derivation; the floor is opening the bare database.
    Row("unlock", "ms", 150, app_bench.unlock, absolute=True),
    Row("save", "ms", 3.0, app_bench.save),
    Row("text_size", "ms", 4.0, size_bench.text_size),
    Row("list_10k", "ms", 20, list_bench.list_10k, absolute=True),
    Row("open_200k", "ms", 100, typing_bench.open_200k, absolute=True),
    # The slowest page, with 1,000 goals and 50,000 check-ins.
    Row("page_show", "ms", 50, page_bench.show, absolute=True),
    # One picture of a screen that is drawn 60 times a second.
    Row("type_200k", "ms", 16, typing_bench.type_200k, absolute=True),
    # From a tick to the new pages.
    Row("preview", "ms", 300, preview_bench.preview, absolute=True),
    Row("pdf_100_pages", "s", 1.3, pdf_bench.pdf_100_pages),
    # With its tags and a passphrase, and searched for 263 things that were withheld.
    Row("pdf_100_pages_checked", "s", 2.5, pdf_bench.pdf_100_pages_checked),
    *(row for name, entries in LENGTHS.items() for row in _long(name, entries)),
)
"""Goals are ratios to the floor, or milliseconds where a person waits for the whole."""
