"""Prose is loaded at start; its parser is not."""

from __future__ import annotations

import subprocess
import sys


def test_counting_and_shortening_load_no_parser() -> None:
    code = (
        "import sys, app.prose as p; p.words('a'); p.snippet('a'); print('markdown' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
