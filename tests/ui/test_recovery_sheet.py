"""The recovery key on paper."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pypdfium2
import pytest
import shiboken6
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.security.recovery import RecoveryKey
from ui.unlock.recovery_sheet import (
    SheetNotPrintedError,
    SheetNotSavedError,
    paint_sheet,
    print_sheet,
    save_sheet,
)

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    page = document[0]
    words = page.get_textpage()
    text = str(words.get_text_range())
    words.close()
    page.close()
    document.close()
    return text


def test_the_key_can_be_copied_from_the_page(tmp_path: Path) -> None:
    """Every character of the alphabet comes out as itself, so that the key opens the vault."""
    groups = ("0123", "4567", "89AB", "CDEF", "GHJK", "MNPQ", "RSTV", "WXYZ", "4X01")
    path = tmp_path / "key.pdf"
    save_sheet(path, groups, "Rehearsals", "20 May 2026")
    text = text_of(path)
    assert "Rehearsals" in text
    assert "20 May 2026" in text
    assert [group for group in groups if text.count(group) != 1] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_this_user_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "key.pdf"
    save_sheet(path, RecoveryKey.generate().groups, "Rehearsals", "20 May 2026")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SheetNotSavedError):
        save_sheet(tmp_path / "gone" / "key.pdf", RecoveryKey.generate().groups, "a", "b")


def test_printing_paints_the_page_once_a_printer_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    key, path, failures = RecoveryKey.generate(), tmp_path / "printed.pdf", list[AppError]()
    window = QWidget()
    qtbot.addWidget(window)
    print_sheet(window, lambda p: paint_sheet(p, key.groups, "a", "b"), failures.append)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    dialog.accepted.emit(dialog.printer())
    assert key.groups[0] in text_of(path)
    assert failures == []
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_printer_that_takes_no_page_is_said(qtbot: QtBot) -> None:
    failures = list[AppError]()
    window = QWidget()
    qtbot.addWidget(window)
    print_sheet(window, lambda _: False, failures.append)
    (dialog,) = window.findChildren(QPrintDialog)
    dialog.accepted.emit(dialog.printer())
    assert [type(failure) for failure in failures] == [SheetNotPrintedError]
    dialog.reject()
