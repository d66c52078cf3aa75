"""How commands speak: text made harmless for a terminal, and secrets that leave no trace.

A passphrase comes from the terminal without being shown, or from an open descriptor. It is never
an argument or an environment variable: other programs can read those.
"""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from contextlib import suppress
from typing import Final

from app.errors import AppError

LONGEST_SECRET: Final = 4096
"""Bytes; a descriptor that sends more without a line end holds something else."""

_UTF8_LONGEST: Final = 4
"""Bytes of one character."""

_UNSEEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


class NoTerminalError(AppError):
    """A passphrase is needed and there is nobody to ask."""

    message = (
        "There is no terminal to ask for the passphrase. Nothing was changed. "
        "Hand it over with --passphrase-fd."
    )


class NoSecretError(AppError):
    """No passphrase was given where one was asked for."""

    message = "No passphrase was given. Nothing was changed."


class DescriptorError(AppError):
    """The descriptor that should hold a passphrase cannot be read."""

    message = (
        "Descriptor {number} could not be read. Nothing was changed. "
        "Open it for the command, as in: greenroom ... --passphrase-fd 3 3<FILE"
    )


class SecretNotTextError(AppError):
    """What came in as a passphrase is too long, or is no text in UTF-8."""

    message = "The passphrase is not one line of text in UTF-8. Nothing was changed."


class TextNotUtf8Error(AppError):
    """What came in as a text to keep is in another encoding, or no text at all."""

    message = (
        "What came in is not text in UTF-8. Nothing was changed. Convert it first, as with iconv."
    )


class TextTooLongError(AppError):
    """More text came in than an entry holds."""

    message = "An entry holds at most {limit} characters. Nothing was changed. Split the text."


class SecretsDifferError(AppError):
    """A new passphrase was typed in two ways."""

    message = "The two passphrases are not the same. Nothing was changed. Try again."


def prepare() -> None:
    """Let no character that the terminal's encoding lacks end a command half way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def result(*cells: object) -> None:
    """Print a line of what was asked for, its cells between tabs."""
    print(*(harmless(str(cell)) for cell in cells), sep="\t")  # noqa: T201 - a command's answer


def say(message: object) -> None:
    """Print a message about it, apart from the results."""
    print(harmless(str(message)), file=sys.stderr)  # noqa: T201 - as above


def harmless(text: str) -> str:
    """The text on one line, without what moves the cursor, recolours or turns the line around."""
    return "".join(_shown(character) for character in text)


def has_terminal() -> bool:
    """Whether somebody can be asked, wherever input and output go."""
    if sys.platform == "win32":
        return sys.stdin is not None and sys.stdin.isatty()
    with suppress(OSError):
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
        return True
    return False


def ask_secret(prompt: str) -> str:
    """What is typed at the terminal, unseen; raises NoTerminalError or NoSecretError."""
    if not has_terminal():
        raise NoTerminalError
    from getpass import getpass  # noqa: PLC0415 - only where somebody is asked

    try:
        typed = getpass(f"{prompt}: ")
        # Windows hands over halves of characters, each by itself.
        return typed.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except EOFError:
        raise NoSecretError from None
    except UnicodeError:
        raise SecretNotTextError from None


def ask_new_secret(prompt: str) -> str:
    """A new secret, typed twice; empty where it is left empty."""
    typed = ask_secret(prompt)
    if typed and typed != ask_secret("The same again"):
        raise SecretsDifferError
    return typed


def read_secret(descriptor: int) -> str:
    """The next line of a descriptor; what follows it is left there for the next secret."""
    line = bytearray()
    try:
        while (byte := os.read(descriptor, 1)) not in {b"", b"\n"}:
            line += byte
            if len(line) > LONGEST_SECRET:
                raise SecretNotTextError
    except OSError:
        raise DescriptorError(number=descriptor) from None
    if not line:
        raise NoSecretError
    try:
        return line.removesuffix(b"\r").decode()
    except UnicodeDecodeError:
        raise SecretNotTextError from None


def read_text(limit: int) -> str:
    """What standard input holds, to its end; raises TextNotUtf8Error or TextTooLongError."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        say("Write, and end with Ctrl+D on a line of its own.")
    data = sys.stdin.buffer.read(limit * _UTF8_LONGEST + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What was cut off in the middle of a character is too long, whatever it says.
        if len(data) <= limit * _UTF8_LONGEST:
            raise TextNotUtf8Error from None
        raise TextTooLongError(limit=limit) from None
    if len(text) > limit:
        raise TextTooLongError(limit=limit)
    return text


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    hidden = unicodedata.category(character) in _UNSEEN or character in _TURNING
    return "\N{REPLACEMENT CHARACTER}" if hidden else character
