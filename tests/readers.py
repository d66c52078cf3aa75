"""Programs that read PDFs and had no part in making them."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

QPDF, PDFINFO = shutil.which("qpdf") or "", shutil.which("pdfinfo") or ""
poppler = pytest.mark.skipif(not PDFINFO, reason="Poppler is not installed")
qpdf = pytest.mark.skipif(not QPDF, reason="qpdf is not installed")
_ASIDE = re.compile(r"^ *(/|Object )")
_KIND = re.compile(r" \((block|inline)\):?$|:$")


def check(data: bytes, folder: Path, passphrase: str = "") -> str:
    """What qpdf has to say of a file; empty if that is nothing bad."""
    file = folder / "checked.pdf"
    file.write_bytes(data)
    command = [QPDF, "--check", f"--password={passphrase}", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def reading_order(data: bytes, folder: Path) -> str:
    """What a screen reader is given by Poppler: each element on a line, its words under it.

    Levels are indented by two spaces. Attributes are left out.
    """
    file = folder / "read.pdf"
    file.write_bytes(data)
    command = [PDFINFO, "-struct-text", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    lines = (_KIND.sub("", line) for line in done.stdout.splitlines() if not _ASIDE.match(line))
    ended = (re.sub(r' "$', '"', line.rstrip()) for line in lines if line.strip())
    return "\n".join(ended)
