"""Fills a form by Poppler, as Evince does; run by the Python that its GLib binding belongs to.

    /usr/bin/python3 tests/poppler_filler.py FORM FILLED < JOBS

JOBS are JSON: for each place `[page, x, y, text]`, in points from the lower left corner. Without
a text the place is marked.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import gi  # type: ignore[import-not-found,unused-ignore] # belongs to another Python

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # type: ignore[import-not-found,unused-ignore] # noqa: E402


def fill(form: str, filled: str, jobs: list[tuple[int, float, float, str | None]]) -> None:
    """Fill every place in, and save a copy."""
    document = Poppler.Document.new_from_file(Path(form).as_uri(), None)
    for number, x, y, text in jobs:
        page = document.get_page(number)
        field = next(
            mapping.field
            for mapping in page.get_form_field_mapping()
            if mapping.area.x1 <= x <= mapping.area.x2 and mapping.area.y1 <= y <= mapping.area.y2
        )
        if text is None:
            field.button_set_state(True)
        else:
            field.text_set_text(text)
    document.save(Path(filled).as_uri())


if __name__ == "__main__":
    fill(sys.argv[1], sys.argv[2], json.load(sys.stdin))
