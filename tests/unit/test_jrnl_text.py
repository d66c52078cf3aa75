"""The text of a jrnl journal is cut at its headers."""

from io import BytesIO

import pytest

from app.importing.drafts import (
    ENTRY_BYTES,
    EncryptedJournalError,
    Gathering,
    ImportFailedError,
    NotTextError,
)
from app.importing.jrnl_text import Found, lines_of, pieces_of


def cut(text: str, *, of_a_day: bool = False) -> list[Found]:
    return list(pieces_of(text.split("\n"), "day" if of_a_day else "", of_a_day=of_a_day))


def lines(data: bytes) -> list[str]:
    return list(lines_of(BytesIO(data), Gathering()))


def test_a_header_begins_an_entry() -> None:
    one, two = cut("[2020-08-29 11:11] One\n\n  a\n\nb \n\n[2020-08-30 09:00] Two")

    assert (one.where, one.title, one.body) == ("1", "One", "  a\n\nb")
    assert (two.where, two.title, two.body) == ("7", "Two", "")


@pytest.mark.parametrize(
    "line",
    [
        "[x] done",
        "[ ] to do",
        "[1]: https://example.org",
        "[2020-08-29](https://example.org)",
        "[2020-08-29]no space",
        "[a note] in brackets",
        "[09:14] a line of a chat",
        " [2020-08-29 11:11] indented",
        "- [2020-08-29 11:11] in a list",
        "[2020-08-29 11:11",
        f"[{'2' * 100}]",
        "[]",
    ],
)
def test_a_line_that_only_looks_like_a_header_is_text(line: str) -> None:
    (piece,) = cut(f"[2020-08-29 11:11] One\nfirst\n{line}\nlast")

    assert piece.body == f"first\n{line}\nlast"


def test_a_header_needs_no_title() -> None:
    one, two = cut("[2020-08-29 11:11]\ntext\n[2020-08-30 11:11] \nmore")

    assert (one.title, one.body) == ("", "text")
    assert (two.title, two.body) == ("", "more")


def test_text_before_the_first_header_is_a_piece_of_its_own() -> None:
    before, entry = cut("\nsome words\n[2020-08-29 11:11] One")

    assert (before.stamp, before.body, entry.title) == (None, "some words", "One")
    assert len(cut("\n \n[2020-08-29 11:11] One")) == 1


def test_times_alone_are_headers_in_the_file_of_a_day_that_begins_with_one() -> None:
    day = "[09:14] One\na\n[10:00] Two"

    assert [piece.title for piece in cut(day, of_a_day=True)] == ["One", "Two"]
    assert [piece.title for piece in cut("[2020-08-29] Zero\n" + day, of_a_day=True)] == ["Zero"]


def test_an_entry_does_not_keep_more_than_can_be_kept() -> None:
    (piece,) = cut("[2020-08-29 11:11] One\n" + "x" * 1000 + "\n" + "y\n" * ENTRY_BYTES)

    assert piece.size > ENTRY_BYTES
    assert len(piece.body) <= ENTRY_BYTES


def test_lines_are_read_with_any_end_and_a_mark_before_them() -> None:
    assert lines(b"\xef\xbb\xbfa\r\n\xc3\xa9\n\nb") == ["a", "é", "", "b"]
    assert lines(b"") == []


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"gAAAAABj" + b"x" * 40, EncryptedJournalError),
        (b"\n gAAAAABj", EncryptedJournalError),
        (b"\x03\x9f\xfe\x80\x11 noise", EncryptedJournalError),
        (b"[2020-08-29] a\0b", EncryptedJournalError),
        (b"[2020-08-29] caf\xe9", NotTextError),
        ("\ufeff[2020-08-29] One".encode("utf-16"), NotTextError),
    ],
)
def test_what_is_not_text_is_told_apart(data: bytes, error: type[ImportFailedError]) -> None:
    with pytest.raises(error):
        lines(data)
