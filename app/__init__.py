"""Greenroom without its window: vault, records, rules, PDF and command line. Never imports Qt."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
