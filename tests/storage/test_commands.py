"""The commands as they are called, within this process; test_main has them as processes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app import __main__ as command_line
from app import terminal
from app.clock import FixedClock
from app.commands import READERS
from app.content.library import Library
from app.domain.entries import Entry
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem, Shared
from app.operations import journal, packs
from app.operations.journal import EntryDraft
from app.queries.packs import candidates
from app.sharing.readback import read_back
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, new_vault, reopened

CHOSEN = "The rehearsal that went right after all"
PRIVATE = "What I would rather nobody reads"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with a chosen entry, a private one, and three packs."""
    place = tmp_path_factory.mktemp("made") / "Mine.greenroom"
    vault = new_vault(place)
    chosen = journal.add(vault, EntryDraft(title="Chosen", body=CHOSEN))
    other = journal.add(vault, EntryDraft(title="Other", body=PRIVATE))
    packs.add(vault, Pack(title="One\tentry\x1b[31m", items=(item(vault, chosen),)))
    items = (item(vault, chosen), item(vault, other))
    packs.add(vault, Pack(title="Edited since", items=items))
    packs.add(vault, Pack(title="Nothing chosen"))
    vault.close()
    vault = reopened(place, FixedClock(replace(NOON, at=NOON.at + 1)))
    journal.write(vault, other.id, EntryDraft(title="Other", body=f"{PRIVATE}, edited"))
    vault.close()
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(made, tmp_path / made.name)


def item(vault: Vault, entry: Entry) -> PackItem:
    """The body of an entry, chosen as it reads now."""
    (found,) = (each for each in candidates(vault, Library()) if each.id == entry.id)
    return PackItem(Kind.ENTRY, entry.id, ("body",), seen=found.stamp(("body",)))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs a command with the given lines on a descriptor of their own."""
    monkeypatch.setattr(command_line, "harden", lambda: None)

    def run_with(*words: object, lines: str = PASSPHRASE) -> int:
        reader, writer = os.pipe()
        os.write(writer, lines.encode())
        os.close(writer)
        try:
            names = [str(word).replace("FD", str(reader)) for word in words]
            return command_line.main([*names, "--passphrase-fd", str(reader)])
        finally:
            os.close(reader)

    return run_with


def pack_of(folder: Path, title: str) -> Pack:
    vault = reopened(folder)
    (found,) = (pack for pack in vault.read.all(Pack) if pack.title.startswith(title))
    vault.close()
    return found


def ledger(folder: Path) -> list[Shared]:
    vault = reopened(folder)
    lines = vault.read.all(Shared)
    vault.close()
    return lines


def test_packs_are_listed_a_line_each(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--vault", folder, "--list") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [title for _, title in lines] == [
        "One entry\ufffd[31m",
        "Edited since",
        "Nothing chosen",
    ]
    assert lines[0][0] == pack_of(folder, "One").id


def test_a_report_holds_what_was_chosen_and_is_remembered(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "out.pdf"
    pack = pack_of(folder, "One")
    assert run("report", "--vault", folder, "--pack", pack.id, "-o", target) == 0
    data = target.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    text = " ".join("".join(read_back(data, None, ()).pages).split())
    assert CHOSEN in text
    assert PRIVATE not in text
    (line,) = ledger(folder)
    assert (line.pack, line.sha256, line.file_name) == (pack.id, digest, "out.pdf")
    assert capsys.readouterr() == (f"{target}\t{line.pages}\t{digest}\n", "")


def test_a_report_can_be_locked_by_the_next_line(folder: Path, run: Callable[..., int]) -> None:
    target = folder.parent / "out.pdf"
    words = ("report", "--vault", folder, "--pack", pack_of(folder, "One").id, "-o", target)
    lines = f"{PASSPHRASE}\nopen sesame\n"
    assert run(*words, "--pdf-passphrase-fd", "FD", lines=lines) == 0
    assert CHOSEN in "".join(read_back(target.read_bytes(), "open sesame", ()).pages)
    assert ledger(folder)[0].passphrase


def test_a_file_is_only_replaced_by_force(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "out.pdf"
    target.write_text("mine")
    words = ("report", "--vault", folder, "--pack", pack_of(folder, "One").id, "-o", target)
    assert run(*words) == 1
    assert "exists and was not changed" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert ledger(folder) == []
    assert run(*words, "--force") == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_force_replaces_nothing_but_a_plain_file(folder: Path, run: Callable[..., int]) -> None:
    place, mine = folder.parent / "link.pdf", folder.parent / "mine"
    mine.write_text("mine")
    place.symlink_to(mine)
    words = ("report", "--vault", folder, "--pack", pack_of(folder, "One").id, "-o", place)
    assert run(*words, "--force") == 1
    assert (place.is_symlink(), mine.read_text()) == (True, "mine")
    assert ledger(folder) == []


def test_what_was_edited_since_it_was_chosen_stays_and_is_told(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "out.pdf"
    pack = pack_of(folder, "Edited")
    assert run("report", "--vault", folder, "--pack", pack.id, "-o", target) == 0
    assert capsys.readouterr().err.startswith("Left out: 1, ")
    assert PRIVATE not in "".join(read_back(target.read_bytes(), None, ()).pages)


def test_a_pack_without_anything_makes_no_file(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "out.pdf"
    pack = pack_of(folder, "Nothing")
    assert run("report", "--vault", folder, "--pack", pack.id, "-o", target) == 1
    assert "Nothing in this share pack is chosen" in capsys.readouterr().err
    assert not target.exists()


def test_a_pack_that_is_not_there_is_told(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--vault", folder, "--pack", "x", "-o", folder.parent / "out.pdf") == 1
    assert "no share pack with this id" in capsys.readouterr().err


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A journal as jrnl exports it; the last of its entries is empty."""
    entries = [
        {"date": "2024-06-16", "time": "09:00", "title": "Called in \x1b[31msick.", "body": ""},
        {"date": "2024-06-17", "time": "18:05", "title": "Starred", "body": "x", "starred": True},
        {"date": "2024-06-18", "time": "18:05", "title": "", "body": ""},
    ]
    path = tmp_path / "journal.json"
    path.write_text(json.dumps({"tags": {}, "entries": entries}), "utf-8")
    return path


def test_a_journal_comes_in_once(
    folder: Path, exported: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("import", "--vault", folder, "--from", "jrnl", exported)
    assert run(*words) == 0
    told = capsys.readouterr()
    assert told.out == "added\t2\nalready there\t0\nleft out\t1\n"
    assert told.err == "Left out 3: it is empty.\n"
    assert run(*words) == 0
    assert capsys.readouterr().out == "added\t0\nalready there\t2\nleft out\t1\n"
    vault = reopened(folder)
    came = [entry for entry in vault.read.all(Entry) if entry.source]
    assert [(entry.title, entry.pinned) for entry in came] == [
        ("Called in \x1b[31msick.", False),
        ("Starred", True),
    ]
    vault.close()


def test_a_dry_run_lists_and_changes_nothing(
    folder: Path, exported: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("import", "--vault", folder, "--from", "jrnl", exported)
    for state in ("new", "already there"):
        assert run(*words, "--dry-run") == 0
        told = capsys.readouterr()
        assert told.out.splitlines() == [
            f"{state}\t2024-06-16 09:00\tCalled in \ufffd[31msick.",
            f"{state}\t2024-06-17 18:05\tStarred",
            "left out\t3\tit is empty",
        ]
        assert "Nothing was imported" in told.err
        run(*words)
        capsys.readouterr()


def test_a_journal_that_is_none_is_told_before_the_passphrase_is_asked(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("import", "--vault", folder, "--from", "jrnl", folder.parent / "none")
    assert run(*words, lines="") == 1
    assert "Nothing was imported" in capsys.readouterr().err


def test_every_reader_is_a_choice(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("import", "--vault", "x", "--from", "paper", "file")
    told = capsys.readouterr().err
    assert all(name in told for name in READERS)


@pytest.mark.parametrize("lines", ["wrong passphrase", ""])
def test_without_the_passphrase_there_is_a_sentence(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str], lines: str
) -> None:
    assert run("report", "--vault", folder, "--list", lines=lines) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "assphrase" in told.err


def test_a_vault_that_cannot_be_opened_is_told_before_the_passphrase_is_asked(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "vault.db").write_bytes(b"")
    assert run("report", "--vault", folder, "--list", lines="") == 1
    assert "damaged" in capsys.readouterr().err
    assert run("report", "--vault", folder.parent, "--list", lines="") == 1
    assert "There is no vault in this folder" in capsys.readouterr().err


def test_a_vault_in_use_is_told(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    vault = reopened(folder)
    assert run("report", "--vault", folder, "--list") == 1
    vault.close()
    assert "open in another window" in capsys.readouterr().err


def test_a_mended_key_file_is_told(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    key_file = next(path for path in folder.iterdir() if path.name.startswith("keys"))
    whole = key_file.read_bytes()
    key_file.write_bytes(whole[:-20])
    assert run("report", "--vault", folder, "--list") == 0
    assert "has been put back" in capsys.readouterr().err
    assert key_file.read_bytes() == whole


def test_a_sample_is_a_vault_with_the_story(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "Sample"
    assert run("sample", folder) == 0
    assert capsys.readouterr() == (f"{folder}\n", "")
    vault = reopened(folder)
    assert vault.read.count(Kind.ENTRY) == len(Library().story.entries)
    vault.close()
    assert run("sample", folder) == 1
    assert "already something at this place" in capsys.readouterr().err


def test_a_report_of_a_sample_is_marked_as_one(
    tmp_path: Path, run: Callable[..., int], folder: Path
) -> None:
    story, target = tmp_path / "Sample", tmp_path / "a.pdf"
    assert run("sample", story) == 0
    pack = pack_of(story, Library().story.share_packs[0].title)
    assert run("report", "--vault", story, "--pack", pack.id, "--output", target) == 0
    assert all("SAMPLE" in page for page in read_back(target.read_bytes(), None, ()).pages)
    mine = pack_of(folder, "One")
    command = ("report", "--vault", folder, "--pack", mine.id, "--output", target, "--force")
    assert run(*command) == 0
    assert not any("SAMPLE" in page for page in read_back(target.read_bytes(), None, ()).pages)


def test_a_sample_takes_no_weak_passphrase(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sample", tmp_path / "Sample", lines="password") == 1
    assert "too easy to guess" in capsys.readouterr().err
    assert not (tmp_path / "Sample").exists()


def test_a_sample_without_a_terminal_is_given_six_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "harden", lambda: None)
    monkeypatch.setattr(terminal, "has_terminal", lambda: False)
    monkeypatch.setattr("app.commands.has_terminal", lambda: False)
    folder = tmp_path / "Sample"
    assert command_line.main(["sample", str(folder)]) == 0
    place, passphrase = capsys.readouterr().out.splitlines()
    assert place == str(folder)
    assert len(passphrase.split()) == 6
    monkeypatch.setattr("tests.vaults.PASSPHRASE", passphrase)
    reopened(folder).close()


def test_a_vault_in_order_is_said_to_be(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", "--vault", folder) == 0
    assert capsys.readouterr().out == "vault\tsound\nsearch\tsound\n"


def test_an_index_that_misses_something_is_told_and_made_anew(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    vault = reopened(folder)
    vault._connection.execute("DELETE FROM doc WHERE kind = 'entry'")
    vault.close()
    assert run("verify", "--vault", folder) == 1
    told = capsys.readouterr()
    assert told.out == "vault\tsound\nsearch\tdamaged\n"
    assert "--rebuild-index" in told.err
    assert run("verify", "--vault", folder, "--rebuild-index") == 0
    assert capsys.readouterr().out == "vault\tsound\nsearch\tsound\n"


def test_a_damaged_image_is_told(
    folder: Path, run: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Vault, "verify_pages", lambda _: False)
    assert run("verify", "--vault", folder) == 1


def test_a_damaged_index_is_told_apart_from_a_damaged_vault(
    folder: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    vault = reopened(folder)
    vault._connection.execute("UPDATE found_data SET block = x'00' WHERE id > 10")
    vault.close()
    assert run("verify", "--vault", folder) == 1
    assert capsys.readouterr().out == "vault\tsound\nsearch\tdamaged\n"
    assert run("verify", "--vault", folder, "--rebuild-index") == 0


def test_nothing_is_written_into_a_damaged_vault(
    folder: Path, run: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Vault) -> None:
        raise AssertionError("written")

    monkeypatch.setattr(Vault, "verify_pages", lambda _: False)
    monkeypatch.setattr(Vault, "rebuild_index", refuse)
    assert run("verify", "--vault", folder, "--rebuild-index") == 1
