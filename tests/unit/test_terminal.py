from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest

from app import terminal
from app.terminal import (
    LONGEST_SECRET,
    DescriptorError,
    NoSecretError,
    NoTerminalError,
    SecretNotTextError,
    SecretsDifferError,
    ask_new_secret,
    ask_secret,
    harmless,
    prepare,
    read_secret,
    result,
    say,
)


def pipe(data: bytes) -> int:
    """A descriptor that has these bytes to read."""
    reader, writer = os.pipe()
    os.write(writer, data)
    os.close(writer)
    return reader


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ünïcödé 日本 👩‍💻", "Ünïcödé 日本 👩‍💻"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("\x9b31m", "\ufffd31m"),
        ("a\tb\r\nc", "a b  c"),
        ("back\x08space\x07\x7f", "back\ufffdspace\ufffd\ufffd"),
        ("turned \u202eknil\u2069", "turned \ufffdknil\ufffd"),
        ("lines\u2028and\u2029more", "lines\ufffdand\ufffdmore"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_text_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_results_and_messages_go_apart(capsys: pytest.CaptureFixture[str]) -> None:
    result("id", 3, "a\tb\x1b")
    say("Done\x1b")
    assert capsys.readouterr() == ("id\t3\ta b\ufffd\n", "Done\ufffd\n")


def test_a_terminal_without_a_character_still_shows_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(raw, encoding="ascii"))
    prepare()
    result("日本", "here")
    sys.stdout.flush()
    assert raw.getvalue() == b"\\u65e5\\u672c\there\n"


def test_a_closed_output_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    prepare()
    result("nobody reads this")


@pytest.mark.parametrize(
    ("data", "secret"),
    [
        (b"open sesame\n", "open sesame"),
        (b"open sesame", "open sesame"),
        (b"open sesame\r\n", "open sesame"),
        (b" kept spaces \n", " kept spaces "),
        ("ünïcödé\n".encode(), "ünïcödé"),
    ],
)
def test_a_descriptor_gives_a_line(data: bytes, secret: str) -> None:
    descriptor = pipe(data)
    assert read_secret(descriptor) == secret
    os.close(descriptor)


def test_the_next_secret_is_on_the_next_line() -> None:
    descriptor = pipe(b"first\nsecond\n")
    assert [read_secret(descriptor), read_secret(descriptor)] == ["first", "second"]
    os.close(descriptor)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoSecretError),
        (b"\n", NoSecretError),
        (b"\xff\xfe\n", SecretNotTextError),
        (b"x" * (LONGEST_SECRET + 1), SecretNotTextError),
    ],
)
def test_a_descriptor_without_a_secret_is_told(data: bytes, error: type[Exception]) -> None:
    descriptor = pipe(data)
    with pytest.raises(error):
        read_secret(descriptor)
    os.close(descriptor)


def test_a_descriptor_that_is_not_open_is_told() -> None:
    descriptor = pipe(b"")
    os.close(descriptor)
    with pytest.raises(DescriptorError) as told:
        read_secret(descriptor)
    assert f"Descriptor {descriptor} " in str(told.value)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets what is typed at the next prompts."""
    monkeypatch.setattr(terminal, "has_terminal", lambda: True)

    def set_answers(*answers: str | BaseException) -> None:
        left = list(answers)

        def answer(_: str) -> str:
            given = left.pop(0)
            if isinstance(given, BaseException):
                raise given
            return given

        monkeypatch.setattr("getpass.getpass", answer)

    return set_answers


def test_halves_of_a_character_are_put_together(typed: Callable[..., None]) -> None:
    typed("key \ud83d\udd11")
    assert ask_secret("Passphrase") == "key 🔑"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (EOFError(), NoSecretError),
        ("half \ud83d", SecretNotTextError),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"), SecretNotTextError),
    ],
)
def test_what_is_no_secret_is_told(
    typed: Callable[..., None], answer: str | Exception, error: type[Exception]
) -> None:
    typed(answer)
    with pytest.raises(error):
        ask_secret("Passphrase")


def test_a_new_secret_is_typed_twice(typed: Callable[..., None]) -> None:
    typed("one", "one")
    assert ask_new_secret("New") == "one"
    typed("one", "two")
    with pytest.raises(SecretsDifferError):
        ask_new_secret("New")
    typed("")
    assert ask_new_secret("New") == ""


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "has_terminal", lambda: False)
    with pytest.raises(NoTerminalError):
        ask_secret("Passphrase")
