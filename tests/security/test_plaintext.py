"""Nothing that was written shows on the disk, in any spelling, while a vault is open or after."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.content.library import Library
from app.domain.cycles import Relation
from app.domain.goals import CheckIn, Goal, Milestone
from app.domain.ids import Id, Kind
from app.domain.images import Image
from app.domain.packs import OFFERED, Pack, PackItem
from app.domain.query import parse
from app.domain.searches import Sort
from app.domain.templates import OwnTemplate
from app.importing import template_files
from app.operations import (
    goals,
    images,
    journal,
    packs,
    searches,
    spelling,
    tags,
    templates,
    trash,
)
from app.operations.journal import EntryDraft
from app.operations.versions import bring_back
from app.prose import reference
from app.queries import packs as pack_queries
from app.queries import search, versions
from app.settings import Settings, save
from app.unlocking import change_passphrase
from app.vault import Vault
from tests.pictures import chunk, png
from tests.vaults import NOON, PASSPHRASE, new_vault

CANARY = "canarysinginginthemine"
NEW = "velvet harbour mitten glacier"


def spellings(word: str) -> dict[str, bytes]:
    """How a word may lie in a file; base 64 has one spelling for each place in its threes."""
    found = {name: word.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be")}
    for name in ("utf-8", "utf-16-le"):
        for shift in range(3):
            spelt = base64.b64encode(bytes(shift) + word.encode(name)).decode()
            # The first and last characters hold bits of the neighbours.
            found[f"base 64 of {name}, {shift}"] = spelt[4:-4].encode()
    return found


def leaks(*places: Path) -> list[tuple[str, str]]:
    """Every file below some folders that holds the canary, by name or content, and how."""
    return [
        (path.name, how)
        for place in places
        for path in place.rglob("*")
        for how, spelt in spellings(CANARY).items()
        if spelt in os.fsencode(path.name) or (path.is_file() and spelt in path.read_bytes())
    ]


def _journey(vault: Vault, out: Path) -> Iterator[str]:
    """Write the canary everywhere it can be written; each stop is a moment to look."""
    image = images.add(vault, png(8, 4, chunk(b"iCCP", CANARY.encode())))
    body = f"{CANARY} " * 400 + reference(image.id, CANARY)
    entry = journal.add(vault, EntryDraft(title=CANARY, body=body, tags=(CANARY,)))
    goal = goals.add_goal(vault, Goal(title=CANARY, why=CANARY), [Milestone(title=CANARY)])
    goals.check_in(vault, CheckIn(goal=goal.id, day=NOON.day, note=CANARY))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    vault.keep_draft("unfinished", CANARY)
    vault.prefer("owner_name", CANARY)
    yield "written"
    journal.write(vault, entry.id, replace(EntryDraft.of(entry), body=f"Less {CANARY}"))
    vault.undo()
    vault.redo()
    journal.delete(vault, entry.id)
    journal.restore(vault, entry.id)
    yield "changed"
    _look_back(vault, entry.id)
    yield "looked for and brought back"
    _make_ones_own(vault)
    yield "made one's own"
    _delete_for_good(vault)
    yield "deleted for good"
    vault.renew_keys(change_passphrase(vault.folder, vault.id, PASSPHRASE, NEW, NOON))
    vault._copy_before(1)
    yield "copied"
    _share(vault, goal.id, out)
    yield "shared"
    assert vault.verify()
    yield "checked"


def _look_back(vault: Vault, entry_id: Id) -> None:
    """Quote, search, tally, and bring back a version."""
    quoted = journal.quote(vault, entry_id, f"{CANARY} {CANARY}", Kind.COMPETENCY, Id("coaching"))
    assert quoted
    for text in (CANARY, f'"{CANARY}"', f"#{CANARY}", f"goal:{CANARY}", f"in:journal {CANARY[3:]}"):
        found = search.find(vault, parse(text), Sort.BEST)
        assert found is not None
        assert found.hits, text
        assert search.tally(vault, parse(text))
    searches.save(vault, CANARY, f"#{CANARY} {CANARY}", Sort.NEWEST)
    first = versions.versions(vault.read, entry_id, 0)[-1]
    bring_back(vault, entry_id, first.seq)
    vault.undo()


def _make_ones_own(vault: Vault) -> None:
    """Templates, words of one's own dictionary, and tags under another name."""
    template = OwnTemplate(name=CANARY, when=CANARY, tags=(CANARY,), body=f"_{CANARY}_")
    assert template_files.parse(template_files.compose(template).encode()).name == CANARY
    templates.add(vault, template)
    spelling.add_word(vault, CANARY)
    tags.rename(vault, (CANARY,), f"{CANARY}two")
    tags.rename(vault, (f"{CANARY}two",), CANARY)
    vault.rebuild_index()


def _delete_for_good(vault: Vault) -> None:
    gone = journal.add(vault, EntryDraft(title=CANARY, body=f"{CANARY} " * 9000))
    journal.delete(vault, gone.id)
    trash.purge(vault, Kind.ENTRY, gone.id)


def _share(vault: Vault, goal: Id, out: Path) -> None:
    person = packs.add_recipient(vault, CANARY, Relation.MENTOR)
    items = (PackItem(Kind.GOAL, goal, OFFERED[Kind.GOAL]),)
    pack = packs.add(vault, Pack(title=CANARY, recipient=person.id, items=items))
    source = pack_queries.source(vault, pack, Library())
    packs.save(vault, packs.build(source, "harbour thimble oat ridge"), out / "pack.pdf")


def test_nothing_shows_on_the_disk(home: Path, tmp_path: Path) -> None:
    folder = home / "a.greenroom"
    vault = new_vault(folder)
    save(home / ".config", Settings().with_vault(folder))
    for stop in _journey(vault, home):
        assert leaks(home, tmp_path) == [], stop
    vault.close()
    assert leaks(home, tmp_path) == []
    assert (home / "pack.pdf").stat().st_size > 1000
    assert list((folder / "backups").iterdir())


@pytest.mark.parametrize("how", spellings(CANARY))
def test_the_probe_would_find_it(home: Path, how: str) -> None:
    (home / "tmp" / "left").write_bytes(b"..." + spellings(CANARY)[how] + b"...")
    assert leaks(home) == [("left", how)]


def test_the_journey_did_write_it(home: Path) -> None:
    folder = home / "a.greenroom"
    vault = new_vault(folder)
    stops = list(_journey(vault, home))
    assert stops[-1] == "checked"
    (home / "tmp" / "dump").write_text("\n".join(map(str, vault.read.all(Goal))))
    (image,) = vault.read.all(Image)
    (home / "tmp" / "image").write_bytes(images.data(vault.read, image.id) or b"")
    vault.close()
    assert {("dump", "utf-8"), ("image", "utf-8")} <= set(leaks(home))


def test_dictionaries_of_this_computer_learn_no_word(home: Path) -> None:
    """Enchant makes lists of its own in a home, once it is asked; they stay empty."""
    asking = (
        "from app import dictionaries as d; from app.spelling import Speller;"
        f"s = Speller(d.load(d.installed()), ['{CANARY}x']);"
        f"print(s.wrong('{CANARY} {CANARY}x'), s.suggest('{CANARY}'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("[")
    assert leaks(home) == []
    assert all(path.stat().st_size == 0 for path in (home / ".config").rglob("*") if path.is_file())
