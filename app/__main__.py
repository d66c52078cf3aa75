"""The command line: for scripts, schedules, and computers without a display."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import VERSION, commands, demonstration, terminal
from app.errors import AppError
from app.hardening import harden
from app.replies.elsewhere import READ_REPLY

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

DONE: Final = 0
FAILED: Final = 1
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

_EPILOG: Final = """\
Without a command, greenroom opens its window.

Results go to standard output, messages to standard error. A passphrase is asked for at the
terminal, or read from an open descriptor: greenroom ... --passphrase-fd 3 3<FILE

Exit codes:
    0  done
    1  not done; one sentence on standard error says why and what is safe
    2  the command was not understood
  130  interrupted
  141  nobody read the results to their end
"""
_SAMPLE: Final = """\
Make a vault that holds nine months of one mentee's story, to look at and to throw away. It is an
encrypted vault like any other, but nobody knows its recovery key: keep your own writing in a
vault of your own.

Prints the folder of the vault. Where no passphrase is given, six random words are chosen and
printed on a second line.
"""
_REPORT: Final = """\
Save the PDF of a share pack: what was chosen in it, and nothing else. The file is read back
before it is saved, and the ledger of the vault remembers it. An item that was edited since it was
chosen stays out until somebody has looked at it again in Greenroom.

Prints the file, its pages and its SHA-256 between tabs. With --list, prints the id and the title
of each share pack.
"""
_ADD: Final = """\
Add an entry to the journal: the words given, or what standard input holds to its end, as text in
UTF-8. It is private, like every entry.

Prints the id of the entry.
"""
_IMPORT: Final = """\
Bring in another journal: everything or nothing, nothing twice, and all of it private. What is in
the vault already, edited or in the trash, stays as it is.

Prints how many entries were added, already there and left out. With --dry-run, prints one line
for each: what would happen, its date and its title.
"""
_VERIFY: Final = """\
Read the whole vault and say whether it is in order: every page and image, and the index of search,
which has to find what is written and nothing else. With --rebuild-index, make that index anew
first; nothing that was written is touched.

Prints a line for each of the two, ending in "sound" or "damaged".
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name; returns the exit code."""
    given = sys.argv[1:] if words is None else words
    if list(given) == [READ_REPLY]:
        from app.replies.child import main as take_apart  # noqa: PLC0415 - only that process

        take_apart()
    terminal.prepare()
    arguments = _understood(given)
    return _ended(lambda: arguments.run(arguments))


def demonstrate(folder: Path) -> int:
    """Write the share packs of a sample vault into a folder; returns the exit code."""
    terminal.prepare()
    return _ended(lambda: demonstration.demonstrate(folder))


def _ended(work: Callable[[], None]) -> int:
    """Do the work, and turn every end a person can do something about into an exit code."""
    harden()
    try:
        try:
            work()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except AppError as error:
        terminal.say(error)
        return FAILED
    except KeyboardInterrupt:
        terminal.say("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        # Python would complain once more when it closes the pipe at its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        terminal.say(f"This computer did not allow that: {error.strerror}.")
        return FAILED
    return DONE


def _understood(words: Sequence[str]) -> Namespace:
    """The words as a command; one that makes no sense ends the program with a sentence."""
    parser = ArgumentParser(
        prog="greenroom",
        description="An encrypted journal and development plan on this computer.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"greenroom {VERSION}")
    adding = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_sample(_added(adding, "sample", "make a vault to look around in", _SAMPLE))
    report = _added(adding, "report", "save the PDF of a share pack", _REPORT)
    _add_report(report)
    _add_add(_added(adding, "add", "write an entry", _ADD))
    _add_import(_added(adding, "import", "bring in another journal", _IMPORT))
    _add_verify(_added(adding, "verify", "check that all of a vault is in order", _VERIFY))
    arguments = parser.parse_args(words)
    if arguments.run is commands.report and arguments.pack and arguments.output is None:
        report.error("--pack needs -o FILE")
    return arguments


def _added(
    adding: _SubParsersAction[ArgumentParser], name: str, short: str, description: str
) -> ArgumentParser:
    return adding.add_parser(
        name,
        help=short,
        description=description,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_sample(parser: ArgumentParser) -> None:
    parser.set_defaults(run=commands.sample)
    parser.add_argument("folder", metavar="DIR", help="the folder to make; nothing may be there")
    _add_passphrase(parser)


def _add_report(parser: ArgumentParser) -> None:
    parser.set_defaults(run=commands.report)
    _add_vault(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--list", action="store_true", help="list the share packs of the vault")
    what.add_argument("--pack", metavar="ID", help="the share pack, by its id from --list")
    parser.add_argument("-o", "--output", metavar="FILE", help="the PDF to save")
    parser.add_argument("--force", action="store_true", help="replace a file of that name")
    _add_descriptor(parser, "--pdf-passphrase-fd", "lock the PDF with a passphrase from here")


def _add_add(parser: ArgumentParser) -> None:
    parser.set_defaults(run=commands.add)
    _add_vault(parser)
    parser.add_argument("text", metavar="WORD", nargs="*", help="the text; else standard input")
    parser.add_argument("--title", default="", help="the title of the entry")
    parser.add_argument("--tag", action="append", default=[], help="a tag; may be given again")
    parser.add_argument("--bring", action="store_true", help="flag it to bring to a session")
    filed = "file it under a template, by its name or id; its tags where no other is given"
    parser.add_argument("--template", metavar="NAME", default="", help=filed)
    when = "when it was written, as 2026-05-20 or 2026-05-20T21:14; else now"
    parser.add_argument("--date", metavar="DATE", type=_day_or_time, help=when)


def _add_import(parser: ArgumentParser) -> None:
    parser.set_defaults(run=commands.import_journal)
    _add_vault(parser)
    parser.add_argument(
        "--from",
        dest="journal",
        required=True,
        choices=sorted(commands.READERS),
        help="the program that wrote the journal",
    )
    parser.add_argument("file", metavar="FILE", help="the journal: a file, or a folder of days")
    parser.add_argument("--dry-run", action="store_true", help="say what would come in; no more")


def _add_verify(parser: ArgumentParser) -> None:
    parser.set_defaults(run=commands.verify)
    _add_vault(parser)
    parser.add_argument("--rebuild-index", action="store_true", help="make search's index anew")


def _add_vault(parser: ArgumentParser) -> None:
    parser.add_argument("--vault", metavar="DIR", required=True, help="the folder of the vault")
    _add_passphrase(parser)


def _add_passphrase(parser: ArgumentParser) -> None:
    _add_descriptor(parser, "--passphrase-fd", "read the passphrase of the vault from here")


def _add_descriptor(parser: ArgumentParser, name: str, purpose: str) -> None:
    text = f"{purpose}: the next line of this open descriptor"
    parser.add_argument(name, metavar="N", type=_descriptor, help=text)


def _day_or_time(word: str) -> date:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(word)
        except ValueError:
            continue
    raise ArgumentTypeError(f"{word!r} is no date such as 2026-05-20 or 2026-05-20T21:14")


def _descriptor(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise ArgumentTypeError(f"{word!r} is not the number of a descriptor")
    return int(word)


if __name__ == "__main__":
    sys.exit(main())
