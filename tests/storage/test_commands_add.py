"""`greenroom add`, as it is called within this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from app import __main__ as command_line
from app.clock import Moment, SystemClock
from app.commands import NothingToAddError
from app.domain.entries import Entry
from app.domain.ids import Id
from app.domain.records import TEXT_LIMIT
from tests.vaults import PASSPHRASE, new_vault, reopened

Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Mine.greenroom"
    new_vault(place).close()
    return place


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with these bytes on standard input."""
    monkeypatch.setattr(command_line, "harden", lambda: None)

    def run_with(*words: str, given: bytes = b"") -> int:
        reader, writer = os.pipe()
        os.write(writer, PASSPHRASE.encode())
        os.close(writer)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(given)))
        try:
            head = ["add", "--vault", str(folder), "--passphrase-fd", str(reader)]
            return command_line.main([*head, *words])
        finally:
            os.close(reader)

    return run_with


def entries(folder: Path) -> list[Entry]:
    vault = reopened(folder)
    found = vault.read.all(Entry)
    vault.close()
    return found


def test_what_comes_in_on_standard_input_is_an_entry_and_its_id_is_printed(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(given=b"\xef\xbb\xbfA line.\r\n\r\n- one\n\n") == 0
    (entry,) = entries(folder)
    assert (entry.body, entry.title, entry.tags, entry.bring) == ("A line.\n\n- one", "", (), False)
    assert capsys.readouterr().out == f"{entry.id}\n"
    assert abs(entry.at - SystemClock().now().at) < 60_000


def test_words_are_the_text_and_standard_input_is_left_alone(folder: Path, run: Run) -> None:
    assert run("Said", "the number.", given=b"not this") == 0
    assert [entry.body for entry in entries(folder)] == ["Said the number."]


def test_title_tags_and_bring_are_kept(folder: Path, run: Run) -> None:
    words = ["--title", " The\nreview ", "--tag", "#speaking up", "--tag", "reviews", "--bring"]
    assert run(*words, given="Größer 日本 🎉".encode()) == 0
    (entry,) = entries(folder)
    assert entry.title == "The review"
    assert entry.tags == ("speaking-up", "reviews")
    assert entry.bring
    assert entry.body == "Größer 日本 🎉"


def test_an_entry_is_filed_under_a_template_and_takes_its_tags(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--template", "two-minute note", "Done.") == 0
    assert run("--template", "daily-two-minute", "--tag", "mine", "Done.") == 0
    first, second = entries(folder)
    assert first.template == second.template == "daily-two-minute"
    assert (first.tags, second.tags) == (("daily",), ("mine",))
    capsys.readouterr()
    assert run("--template", "none such", "Done.") == 1
    assert "no template of this name" in capsys.readouterr().err
    assert len(entries(folder)) == 2


@pytest.mark.parametrize("given", [b"", b" \n\t\n", "\ufeff\0".encode()])
def test_nothing_to_keep_is_refused(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str], given: bytes
) -> None:
    assert run("--title", "A title alone", given=given) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert str(NothingToAddError()) in told.err
    assert entries(folder) == []


@pytest.mark.parametrize("words", [(), ("\udce9",), ("text", "--title", "\udce9")])
def test_another_encoding_is_refused(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(*words, given="café".encode("latin-1")) == 1
    assert "not text in UTF-8" in capsys.readouterr().err
    assert entries(folder) == []


def test_more_than_an_entry_holds_is_refused(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    for given in (b"x" * (TEXT_LIMIT + 1), "é".encode() * (4 * TEXT_LIMIT)):
        assert run(given=given) == 1
        assert "at most 1000000 characters" in capsys.readouterr().err
    assert run(given="é".encode() * TEXT_LIMIT) == 0
    assert [len(entry.body) for entry in entries(folder)] == [TEXT_LIMIT]


def test_a_date_is_the_local_one(folder: Path, run: Run) -> None:
    zone = timezone(timedelta(hours=9))
    assert run("--date", "2026-03-04T23:30+09:00", "far") == 0
    assert run("--date", "2026-03-04T07:05", "here") == 0
    assert run("--date", "2026-03-04", "day") == 0
    far, here, day = entries(folder)
    assert far.written == Moment.of(datetime(2026, 3, 4, 23, 30, tzinfo=zone))
    assert (here.written.local.hour, here.written.local.minute) == (7, 5)
    assert {entry.day.isoformat() for entry in (far, here, day)} == {"2026-03-04"}


def test_a_date_that_is_none_is_a_command_not_understood(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("--date", "last Tuesday", "text")
    assert "is no date such as 2026-05-20" in capsys.readouterr().err


def test_a_vault_in_use_is_told(folder: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    vault = reopened(folder)
    assert run("text") == 1
    vault.close()
    assert "open in another window" in capsys.readouterr().err
    assert entries(folder) == []


def test_the_id_leads_to_the_entry(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("text") == 0
    printed = Id(capsys.readouterr().out.strip())
    vault = reopened(folder)
    assert vault.read.get(Entry, printed).body == "text"
    vault.close()
