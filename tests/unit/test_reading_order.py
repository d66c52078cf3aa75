"""A document with everything is read in its order, by programs that had no part in making it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.export.pdf import build
from tests.accessibility import faults
from tests.everything import everything
from tests.readers import check, poppler, qpdf, reading_order

ORDER = Path(__file__).with_name("reading_order.txt")


@pytest.fixture(scope="module")
def data() -> bytes:
    return build(everything()).data


@poppler
def test_everything_is_read_once_and_in_order(data: bytes, tmp_path: Path) -> None:
    assert _short(reading_order(data, tmp_path)) == ORDER.read_text(encoding="utf-8").rstrip()


@qpdf
@pytest.mark.parametrize("passphrase", [None, "Grüße"])
def test_a_strict_reader_finds_nothing_wrong(passphrase: str | None, tmp_path: Path) -> None:
    data = build(everything(), passphrase).data
    assert check(data, tmp_path, passphrase or "") == ""


@pytest.mark.parametrize("passphrase", [None, "Grüße"])
def test_everything_is_accessible_locked_or_not(passphrase: str | None) -> None:
    assert faults(build(everything(), passphrase).data, passphrase or "") == []


def _short(order: str) -> str:
    """A long text once, and of the many rows of a table the first and the last."""
    once = re.sub(r"(It goes on over the foot of the page\. ?)+", r"\1", order)
    rows = r"( +TR\n +TD\n +\"Step \d+\"\n +TD\n)"
    return re.sub(f"{rows}{rows}+{rows}", r"\1\3", once)
