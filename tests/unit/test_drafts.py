"""Drafts are collected within limits."""

from dataclasses import replace

import pytest

from app.clock import Moment
from app.domain.records import TEXT_LIMIT, TITLE_LIMIT
from app.importing import drafts
from app.importing.drafts import (
    ENTRY_BYTES,
    EncryptedJournalError,
    EntryDraft,
    Gathering,
    ImportFailedError,
    JournalTooLargeError,
    Skipped,
    SkipReason,
    TooManyEntriesError,
    TooManyFilesError,
    UnknownJournalError,
    clean,
    content_source,
    fitting,
)

DRAFT = EntryDraft("Title", "Text", Moment(0), (), starred=False, source="jrnl:1")


def test_drafts_and_what_was_skipped_stay_in_order() -> None:
    gathering = Gathering()
    other = replace(DRAFT, source="jrnl:2")
    gathering.add("1", DRAFT)
    gathering.skip("x.txt", SkipReason.NOT_AN_ENTRY)
    gathering.add("2", other)

    assert gathering.reading().drafts == (DRAFT, other)
    assert gathering.reading().skipped == (Skipped("x.txt", SkipReason.NOT_AN_ENTRY),)


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (DRAFT, SkipReason.REPEATED),
        (replace(DRAFT, title=" ", body="\n", source="jrnl:2"), SkipReason.EMPTY),
        (replace(DRAFT, body="é" * (ENTRY_BYTES // 2), source="jrnl:2"), SkipReason.TOO_LONG),
        (replace(DRAFT, body="x" * (TEXT_LIMIT + 1), source="jrnl:2"), SkipReason.TOO_LONG),
    ],
)
def test_a_draft_that_cannot_come_in_is_skipped(draft: EntryDraft, reason: SkipReason) -> None:
    gathering = Gathering()
    gathering.add("1", DRAFT)
    gathering.add("2", draft)

    assert gathering.reading().drafts == (DRAFT,)
    assert gathering.reading().skipped == (Skipped("2", reason),)


def test_a_draft_of_the_largest_size_comes_in() -> None:
    gathering = Gathering()
    gathering.add("1", replace(DRAFT, title="", body="x" * TEXT_LIMIT))

    assert len(gathering.reading().drafts) == 1


def test_too_many_entries_stop_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "ENTRIES_LIMIT", 2)
    gathering = Gathering()
    gathering.add("1", DRAFT)
    gathering.skip("2", SkipReason.EMPTY)

    with pytest.raises(TooManyEntriesError, match="more than 2 entries"):
        gathering.skip("3", SkipReason.EMPTY)


def test_too_many_files_stop_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "FILES_LIMIT", 1)
    gathering = Gathering()
    gathering.count_file()

    with pytest.raises(TooManyFilesError, match="more than 1 files"):
        gathering.count_file()


def test_too_many_bytes_stop_the_reading() -> None:
    gathering = Gathering()
    gathering.count_bytes(gathering.bytes_left)
    assert gathering.bytes_left == 0

    with pytest.raises(JournalTooLargeError, match="larger than 200 MiB"):
        gathering.count_bytes(1)


@pytest.mark.parametrize(
    "error", [UnknownJournalError(journal="jrnl"), EncryptedJournalError(journal="jrnl")]
)
def test_errors_say_that_nothing_was_imported(error: ImportFailedError) -> None:
    assert "jrnl" in str(error)
    assert "Nothing was imported." in str(error)


def test_text_is_cleaned_of_what_cannot_be_stored() -> None:
    assert clean("a\r\nb\rc\0d") == "a\nb\ncd"
    assert clean("\ud83d\ude00 \ud800x é") == "😀 \ufffdx é"
    assert clean("\t verbatim  ") == "\t verbatim  "


def test_a_source_is_of_the_local_minute_and_the_words() -> None:
    source = content_source("jrnl", Moment(0, 60), "Title", "Text")
    others = [
        content_source("jrnl", Moment(60_000, 60), "Title", "Text"),
        content_source("jrnl", Moment(0, 120), "Title", "Text"),
        content_source("jrnl", Moment(0, 60), "Title\0", "ext"),
        content_source("jrnl", Moment(0, 60), "TitleText", ""),
        content_source("dayone", Moment(0, 60), "Title", "Text"),
    ]

    assert source.startswith("jrnl:")
    assert len(source) == len("jrnl:") + 32
    assert source not in others
    assert source == content_source("jrnl", Moment(59_000, 60), " Title", "Text\n")


def test_a_long_title_is_shortened_and_kept_in_the_body() -> None:
    title = "word " * 100 + "end"
    short, body = fitting(title, "Text")

    assert len(short) <= TITLE_LIMIT
    assert short.endswith("word…")
    assert body == f"{title}\n\nText"
    assert fitting("Title", "Text") == ("Title", "Text")
    assert len(fitting("x" * 1000, "")[0]) == TITLE_LIMIT
