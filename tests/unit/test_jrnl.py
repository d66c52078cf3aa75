"""Journals of jrnl in their three forms."""

import json
import os
import time
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import pytest

from app.domain.records import TITLE_LIMIT
from app.importing import drafts, jrnl
from app.importing.drafts import (
    ENTRY_BYTES,
    EncryptedJournalError,
    EntryDraft,
    JournalTooLargeError,
    NotTextError,
    Reading,
    SkipReason,
    UnknownJournalError,
    UnreachableJournalError,
)
from app.importing.jrnl import read, without_star

ZONE = ZoneInfo("Europe/Lisbon")
TEXT = """[2024-06-16 09:00] Called in sick.
Spent 4h on @Writing my book with @tom.

Then @writing again.

[2024-06-17 18:05:30] Best day of my life. *
"""
SAME_AS_JSON = {
    "tags": {"@writing": 1, "@tom": 1},
    "entries": [
        {
            "title": "Called in sick.",
            "body": "Spent 4h on @Writing my book with @tom.\n\nThen @writing again.",
            "date": "2024-06-16",
            "time": "09:00",
            "tags": ["@writing", "@tom"],
            "starred": False,
        },
        {
            "title": "Best day of my life.",
            "body": "",
            "date": "2024-06-17",
            "time": "18:05",
            "tags": [],
            "starred": True,
        },
    ],
}


def journal(folder: Path, text: str | bytes, name: str = "journal.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def reasons(reading: Reading) -> dict[str, SkipReason]:
    return {skipped.where: skipped.reason for skipped in reading.skipped}


def words(draft: EntryDraft) -> tuple[str, str, bool, tuple[str, ...]]:
    return draft.title, draft.body, draft.starred, draft.tags


def test_a_text_file_is_read(tmp_path: Path) -> None:
    first, second = read(journal(tmp_path, TEXT), ZONE).drafts

    assert words(first) == (
        "Called in sick.",
        "Spent 4h on @Writing my book with @tom.\n\nThen @writing again.",
        False,
        ("writing", "tom"),
    )
    assert words(second) == ("Best day of my life.", "", True, ())
    assert first.written.local.isoformat() == "2024-06-16T09:00:00+01:00"
    assert second.written.local.isoformat() == "2024-06-17T18:05:30+01:00"


def test_the_same_entries_have_the_same_sources_in_all_forms(tmp_path: Path) -> None:
    text = read(journal(tmp_path, TEXT), ZONE)
    exported = read(journal(tmp_path, json.dumps(SAME_AS_JSON), "journal.json"), ZONE)
    one, two = TEXT.split("\n\n[")
    journal(tmp_path, one, "days/2024/06/16.txt")
    journal(tmp_path, "[" + two, "days/2024/06/17.txt")
    days = read(tmp_path / "days", ZONE)

    assert [words(draft) for draft in text.drafts] == [words(draft) for draft in exported.drafts]
    sources = [draft.source for draft in text.drafts]
    assert len(set(sources)) == 2
    assert sources == [draft.source for draft in exported.drafts]
    assert text.drafts == days.drafts


def test_the_folder_s_date_wins_and_other_files_are_skipped(tmp_path: Path) -> None:
    journal(tmp_path, "[2001-01-01 11:11:00 AM] One\n[2020-08-29 02:00 PM] Two", "2020/08/29.txt")
    journal(tmp_path, "[09:14] Three", "2020/08/30.txt")
    journal(tmp_path, "No header\nat all", "2020/08/31.md")
    for name in ("a.txt", "2020/a.txt", "2020/08/a.txt", "2020/02/30.txt", "2020/13/01.txt"):
        journal(tmp_path, "[2020-01-01] Not this", name)
    journal(tmp_path, "[2020-01-01] Not this", "notes/2020/08/01.txt")
    journal(tmp_path, "[2020-01-01] Not this", "2020/08/01.txt/01.txt")
    journal(tmp_path, b"\xff\xfe\xfd", "2020/09/01.txt")
    reading = read(tmp_path, ZONE)

    assert [(d.title, d.written.local.strftime("%d %H:%M")) for d in reading.drafts] == [
        ("One", "29 11:11"),
        ("Two", "29 14:00"),
        ("Three", "30 09:14"),
        ("No header", "31 00:00"),
    ]
    assert reading.drafts[3].body == "at all"
    assert reasons(reading) == {
        "a.txt": SkipReason.NOT_AN_ENTRY,
        "2020/a.txt": SkipReason.NOT_AN_ENTRY,
        "2020/08/a.txt": SkipReason.NOT_AN_ENTRY,
        "2020/08/01.txt": SkipReason.NOT_AN_ENTRY,
        "2020/02/30.txt": SkipReason.NOT_AN_ENTRY,
        "2020/13": SkipReason.NOT_AN_ENTRY,
        "notes": SkipReason.NOT_AN_ENTRY,
        "2020/09/01.txt": SkipReason.NOT_TEXT,
    }


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = journal(tmp_path, TEXT, "outside/2024/06/16.txt")
    journal(tmp_path, TEXT, "days/2024/06/15.txt")
    (tmp_path / "days/2024/06/16.txt").symlink_to(outside)
    (tmp_path / "days/2024/07").symlink_to(outside.parent, target_is_directory=True)
    (tmp_path / "days/2023").symlink_to(tmp_path / "days", target_is_directory=True)
    reading = read(tmp_path / "days", ZONE)

    assert {draft.written.day.isoformat() for draft in reading.drafts} == {"2024-06-15"}
    assert reasons(reading) == dict.fromkeys(["2023", "2024/06/16.txt", "2024/07"], SkipReason.LINK)


def test_a_link_that_was_chosen_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(journal(tmp_path, TEXT))

    assert len(read(tmp_path / "link.txt", ZONE).drafts) == 2


def test_a_day_that_cannot_be_opened_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal(tmp_path, TEXT, "2024/06/15.txt")
    locked = journal(tmp_path, TEXT, "2024/06/16.txt")
    opened = Path.open

    def refuse(self: Path, mode: str) -> object:
        if self == locked:
            raise PermissionError
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", refuse)

    assert reasons(read(tmp_path, ZONE)) == {"2024/06/16.txt": SkipReason.UNREADABLE}


def test_a_date_above_twelve_decides_for_the_whole_file(tmp_path: Path) -> None:
    reading = read(journal(tmp_path, "[03/04/2020 10:00] A\n[25/12/2020 10:00] B\n"), ZONE)

    assert [draft.written.day.isoformat() for draft in reading.drafts] == [
        "2020-04-03",
        "2020-12-25",
    ]


def test_text_before_the_first_date_is_skipped_by_its_line(tmp_path: Path) -> None:
    reading = read(journal(tmp_path, "My journal\n" + TEXT), ZONE)

    assert len(reading.drafts) == 2
    assert reasons(reading) == {"1": SkipReason.BEFORE_FIRST_DATE}


def test_an_entry_twice_comes_in_once(tmp_path: Path) -> None:
    reading = read(journal(tmp_path, TEXT + TEXT), ZONE)

    assert len(reading.drafts) == 2
    assert reasons(reading) == {"7": SkipReason.REPEATED, "12": SkipReason.REPEATED}


def test_entries_without_words_or_with_too_many_are_skipped(tmp_path: Path) -> None:
    text = TEXT + "[2024-06-18 09:00] *\n[2024-06-19 09:00] Long\n" + "x\n" * (ENTRY_BYTES // 2)
    reading = read(journal(tmp_path, text), ZONE)

    assert len(reading.drafts) == 2
    assert reasons(reading) == {"7": SkipReason.EMPTY, "8": SkipReason.TOO_LONG}


def test_a_journal_without_an_entry_to_keep_is_one_all_the_same(tmp_path: Path) -> None:
    reading = read(journal(tmp_path, "[2024-06-18 09:00] *\n"), ZONE)

    assert reading.drafts == ()
    assert reasons(reading) == {"1": SkipReason.EMPTY}


def test_a_title_longer_than_a_title_is_kept_in_the_body(tmp_path: Path) -> None:
    line = "All on one line. " * 40
    (draft,) = read(journal(tmp_path, f"[2024-06-18 09:00] {line}\nand more"), ZONE).drafts

    assert len(draft.title) <= TITLE_LIMIT
    assert draft.body == f"{line.strip()}\n\nand more"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Plain", ("Plain", False)),
        ("Starred *", ("Starred", True)),
        ("Starred*", ("Starred", True)),
        ("With *emphasis*", ("With *emphasis*", False)),
        ("With *emphasis* *", ("With *emphasis*", True)),
        ("*", ("", True)),
        ("2 * 3", ("2 * 3", False)),
    ],
)
def test_a_star_at_the_end_of_a_title_is_taken_off(title: str, expected: tuple[str, bool]) -> None:
    assert without_star(title) == expected


def test_tags_are_words_with_letters_after_a_mark(tmp_path: Path) -> None:
    text = "[2024-06-18 09:00] To @Anna, #work/deep\n# Head\na@b.c #1 @é-t. (@no) @tom- @anna"
    (draft,) = read(journal(tmp_path, text), ZONE).drafts

    assert draft.tags == ("anna", "work/deep", "é-t", "tom")
    assert draft.title == "To @Anna, #work/deep"
    assert draft.body == "# Head\na@b.c #1 @é-t. (@no) @tom- @anna"


def test_a_zone_in_the_header_is_minded(tmp_path: Path) -> None:
    (draft,) = read(journal(tmp_path, "[2024-06-18 09:00 -0330] A"), ZONE).drafts

    assert draft.written.local.isoformat() == "2024-06-18T09:00:00-03:30"


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be set")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_new_york")
@pytest.mark.parametrize(
    "local", ["1950-01-18T09:00:00-05:00", "2024-06-18T09:00:00-04:00", "2100-01-18T09:00:00-05:00"]
)
def test_without_a_zone_it_is_the_computer_s_at_that_date(tmp_path: Path, local: str) -> None:
    (draft,) = read(journal(tmp_path, f"[{local[:16]}] A")).drafts

    assert draft.written.local.isoformat() == local


@pytest.mark.usefixtures("in_new_york")
@pytest.mark.parametrize("local", ["1952-02-29T09:00:00-05:00", "2100-06-18T09:00:00-04:00"])
def test_where_the_computer_does_not_know_a_year_it_takes_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, local: str
) -> None:
    class Forgetful(datetime):
        """A datetime of a system that knows few years."""

        def astimezone(self, tz: tzinfo | None = None) -> Self:
            """The same time in a zone, in the years it knows."""
            if not 1970 <= self.year < 2038:
                raise OSError
            return super().astimezone(tz)

    monkeypatch.setattr(jrnl, "datetime", Forgetful)
    (draft,) = read(journal(tmp_path, f"[{local[:16]}] A")).drafts

    assert draft.written.local.isoformat() == local


def test_json_with_things_missing_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    entries = [
        {"title": "One\nmore", "date": "2024-06-18", "time": "09:00", "body": "Text #tag"},
        {"title": 1, "date": "2024-06-18", "time": None, "body": "No title", "tags": ["@A", 1]},
        {"title": "No date", "body": ""},
        {"title": "Bad date", "body": "", "date": "2024-02-30", "time": "09:00"},
        "no entry",
        {"title": "", "body": "", "date": "2024-06-18", "time": "09:00"},
        {"title": "\ud800", "body": "\0\r\n", "date": "2024-06-18", "time": "09:00"},
    ]
    path = journal(tmp_path, b"\xef\xbb\xbf " + json.dumps({"entries": entries}).encode())
    reading = read(path, ZONE)

    assert [words(draft) for draft in reading.drafts] == [
        ("One", "more\nText #tag", False, ("tag",)),
        ("", "No title", False, ("a",)),
        ("\ufffd", "", False, ()),
    ]
    assert reasons(reading) == {
        "3": SkipReason.NO_DATE,
        "4": SkipReason.NO_DATE,
        "5": SkipReason.NOT_AN_ENTRY,
        "6": SkipReason.EMPTY,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No date anywhere",
        "[09:14] A time alone",
        "{}",
        "{",
        '{"entries": {}}',
        '{"entries": []}',
        '{"entries": [{"uuid": "A", "creationDate": "2024-06-18T09:00:00Z", "text": "B"}]}',
        '{"entries": [' + "9" * 5000 + "]}",
        '{"entries": ' + "[" * 100_000,
    ],
)
def test_what_is_no_journal_is_said_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnknownJournalError):
        read(journal(tmp_path, text), ZONE)


def test_an_empty_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(UnknownJournalError):
        read(tmp_path, ZONE)


def test_an_encrypted_journal_has_to_be_decrypted_first(tmp_path: Path) -> None:
    with pytest.raises(EncryptedJournalError, match="Decrypt it with jrnl first"):
        read(journal(tmp_path, b"gAAAAABlx" + b"A" * 100), ZONE)


@pytest.mark.parametrize("data", [b'{"entries": "caf\xe9"}', b"[2024-06-18] caf\xe9"])
def test_other_encodings_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotTextError):
        read(journal(tmp_path, data), ZONE)


def test_what_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreachableJournalError):
        read(tmp_path / "gone.txt", ZONE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UnreachableJournalError):
        read(tmp_path / "pipe", ZONE)


def test_text_above_the_limit_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal(tmp_path, TEXT)
    monkeypatch.setattr(drafts, "JOURNAL_BYTES", path.stat().st_size)
    assert len(read(path, ZONE).drafts) == 2
    monkeypatch.setattr(drafts, "JOURNAL_BYTES", path.stat().st_size - 1)

    with pytest.raises(JournalTooLargeError):
        read(path, ZONE)


def test_the_limit_is_of_a_whole_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("15", "16"):
        size = journal(tmp_path, TEXT, f"2024/06/{day}.txt").stat().st_size
    monkeypatch.setattr(drafts, "JOURNAL_BYTES", size * 2 - 1)

    with pytest.raises(JournalTooLargeError):
        read(tmp_path, ZONE)


def test_json_of_too_many_parts_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jrnl, "JSON_PARTS", 10)
    path = journal(tmp_path, json.dumps({"entries": [[]] * 10}))

    with pytest.raises(JournalTooLargeError):
        read(path, ZONE)


def test_json_above_its_limit_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal(tmp_path, json.dumps(SAME_AS_JSON))
    monkeypatch.setattr(jrnl, "JSON_BYTES", path.stat().st_size)
    assert len(read(path, ZONE).drafts) == 2
    monkeypatch.setattr(jrnl, "JSON_BYTES", path.stat().st_size - 1)

    with pytest.raises(JournalTooLargeError):
        read(path, ZONE)
