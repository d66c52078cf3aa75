"""The app lives without its window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORT_ALL = """
import importlib, pkgutil, sys

sys.modules.update(PySide6=None, shiboken6=None, ui=None)
import app

names = [found.name for found in pkgutil.walk_packages(app.__path__, "app.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""
HEAVY = [
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "markdown",
    "yaml",
    "zxcvbn",
    "cryptography",
    "enchant",
]
IMPORT_LIGHT = """
import importlib, pkgutil, sys
import app

late = ("__main__", ".innards", ".positions")
for found in pkgutil.walk_packages(app.__path__, "app."):
    if not found.name.endswith(late) and "app.export." not in found.name:
        importlib.import_module(found.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def _python(code: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
    return ran.stdout


def test_every_module_imports_where_qt_cannot_be_imported() -> None:
    assert int(_python(IMPORT_ALL)) > 1


def test_no_heavy_library_is_imported_before_it_is_needed() -> None:
    """What makes files or reads them back may name its library on top; nothing imports it so."""
    assert set(HEAVY) & set(_python(IMPORT_LIGHT).split()) == set()
