from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from app.course import Course, StoppedError
from app.domain.cycles import Relation
from app.domain.document import Document, Section
from app.domain.ids import Id
from app.domain.packs import Pack, Passage, Shared
from app.errors import AppError
from app.export.failures import FileExistsAlreadyError, FolderMissingError, PassphraseRefusedError
from app.operations import packs
from app.sharing.compose import compose
from app.sharing.source import Near, Unnamed
from app.sharing.withholding import PASSAGE
from app.storage.connection import Connection, Value
from app.storage.errors import SaveFailedError
from app.vault import Vault
from tests.sharing_sources import ENTRY, EVIDENCE, FEEDBACK, GOAL, SESSION, chosen, source, talked
from tests.vaults import NOON, new_vault

SOURCE = source(chosen(GOAL, "why", evidence=(EVIDENCE,)), chosen(ENTRY, "body"))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom")
    packs.add(vault, SOURCE.pack)
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def built() -> packs.BuiltPdf:
    return packs.build(SOURCE, None)


def read(data: bytes, passphrase: str | None = None) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data), password=passphrase)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_the_file_holds_the_chosen_and_nothing_linked(built: packs.BuiltPdf) -> None:
    text = read(built.data)
    assert GOAL.why in text
    assert "I had the number." in text
    for stays in (GOAL.support, GOAL.alignment, EVIDENCE.title, EVIDENCE.body, "planning"):
        assert stays not in text


def test_it_says_what_was_searched_for_and_what_left(built: packs.BuiltPdf) -> None:
    assert (GOAL.id, "evidence") in built.searched
    assert (GOAL.id, "support") in built.searched
    assert (GOAL.id, "why") not in built.searched
    assert [item.fields for item in built.items] == [("why",), ("body",)]
    assert built.sha256 == hashlib.sha256(built.data).hexdigest()


def test_the_passphrase_locks_the_very_file() -> None:
    locked = packs.build(SOURCE, "harbour thimble oat ridge")
    assert locked.passphrase
    with pytest.raises(pypdfium2.PdfiumError):
        read(locked.data)
    assert GOAL.why in read(locked.data, "harbour thimble oat ridge")
    assert "harbour" not in repr(locked.items)


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    shares: list[float] = []
    packs.build(SOURCE, None, step=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] > 0.9) == (0.0, True)
    for at in (1, len(shares) - 1):
        course = Course()

        def step(share: float, course: Course = course, until: float = shares[at]) -> None:
            if share >= until:
                course.stop()
            course.step(share)

        with pytest.raises(StoppedError):
            packs.build(SOURCE, None, step=step)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(PassphraseRefusedError):
        packs.build(SOURCE, "")


def test_a_leak_is_found_and_said_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(*arguments: object) -> Document:
        document = compose(*arguments)  # type: ignore[arg-type] # handed on as they come
        return replace(document, sections=(*document.sections, Section(title=EVIDENCE.body)))

    monkeypatch.setattr(packs, "compose", leaking)
    with pytest.raises(packs.WithheldTextFoundError) as caught:
        packs.build(SOURCE, None)
    found = caught.value.found
    assert {(each.item, each.field) for each in found} == {(GOAL.id, "evidence")}
    assert 1 in {each.page for each in found}
    assert EVIDENCE.body not in f"{caught.value} {caught.value.details} {found}"


DEBRIEF = "I did not dare to say that I am looking elsewhere."
GIVEN = replace(
    source(
        replace(chosen(SESSION, "when"), near=(Near(Id("debrief-id-of-this"), (DEBRIEF,)),)),
        talked(FEEDBACK, "about"),
    ),
    unnamed=(Unnamed("Priya Raman", Relation.OTHER, ("Pri R.",), asked=True),),
)


@pytest.mark.parametrize(
    ("leak", "field"),
    [
        (DEBRIEF, "evidence"),
        ("debrief-id-of-this", "id"),
        ("As Priya said", "name"),
        ("Pri R.", "name"),
        (SESSION.notes, "notes"),
        (FEEDBACK.answers[0].text, "answers"),
        (FEEDBACK.note, "remark"),
    ],
)
def test_a_debrief_a_giver_and_what_was_not_ticked_are_found_wherever_they_got_to(
    monkeypatch: pytest.MonkeyPatch, leak: str, field: str
) -> None:
    def leaking(*arguments: object) -> Document:
        document = compose(*arguments)  # type: ignore[arg-type] # handed on as they come
        return replace(document, sections=(*document.sections, Section(title=leak)))

    assert packs.build(GIVEN, None).pages
    monkeypatch.setattr(packs, "compose", leaking)
    with pytest.raises(packs.WithheldTextFoundError) as caught:
        packs.build(GIVEN, None)
    assert field in {each.field for each in caught.value.found}


@pytest.mark.parametrize("passage", ["ID", "part", "x", "C#", "+", "default", "Alt"])
@pytest.mark.parametrize("passphrase", [None, "four words by chance"])
def test_a_short_passage_that_every_file_holds_off_its_pages_is_no_leak(
    passage: str, passphrase: str | None
) -> None:
    entry = replace(ENTRY, body=f"Before {passage} and after. Then **{passage}** again.")
    item = replace(chosen(entry, "body"), passages=(Passage(passage),))
    built = packs.build(source(item), passphrase)
    assert (ENTRY.id, PASSAGE) in built.searched


def test_a_short_passage_on_a_page_is_a_leak() -> None:
    # The day of the entry stands beside its title, whatever its text says.
    item = replace(chosen(ENTRY, "body"), passages=(Passage("14 May"),))
    with pytest.raises(packs.WithheldTextFoundError) as raised:
        packs.build(source(item), None)
    assert {(each.field, each.page > 0) for each in raised.value.found} == {(PASSAGE, True)}


def test_only_passages_that_were_looked_for_are_counted() -> None:
    passages = (Passage("I had the number."), Passage("say"), Passage("Page"))
    item = replace(chosen(ENTRY, "body"), passages=passages)
    built = packs.build(source(item), None)
    assert built.searched.count((ENTRY.id, PASSAGE)) == 2


def test_saving_writes_the_bytes_and_a_line_in_the_ledger(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    path = tmp_path / "Greenroom summary.pdf"
    line = packs.save(vault, built, path)
    assert path.read_bytes() == built.data
    assert vault.read.get(Shared, line.id) == line
    assert (line.pack, line.recipient, line.relation) == (
        SOURCE.pack.id,
        "Ruth Adeyemi",
        Relation.MENTOR,
    )
    assert (line.purpose, line.at, line.offset) == (SOURCE.pack.purpose, NOON.at, NOON.offset)
    assert (line.pages, line.size, line.sha256) == (built.pages, len(built.data), built.sha256)
    assert (line.file_name, line.passphrase) == ("Greenroom summary.pdf", False)
    assert line.items == built.items


def test_the_ledger_cannot_be_taken_back(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    line = packs.save(vault, built, tmp_path / "a.pdf")
    while vault.can_undo():
        vault.undo()
    packs_gone = vault.read.all(Pack)
    assert packs_gone == []
    assert vault.read.all(Shared) == [line]


def test_a_second_file_is_a_second_line(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    first = packs.save(vault, built, tmp_path / "a.pdf")
    second = packs.save(vault, built, tmp_path / "b.pdf")
    assert first.id != second.id
    assert {line.id for line in vault.read.all(Shared)} == {first.id, second.id}


@pytest.mark.parametrize(
    ("name", "error"),
    [("there.pdf", FileExistsAlreadyError), ("no such folder/a.pdf", FolderMissingError)],
)
def test_without_a_file_there_is_no_line(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path, name: str, error: type[AppError]
) -> None:
    (tmp_path / "there.pdf").write_bytes(b"mine")
    with pytest.raises(error):
        packs.save(vault, built, tmp_path / name)
    assert vault.read.all(Shared) == []
    assert (tmp_path / "there.pdf").read_bytes() == b"mine"


def test_without_a_line_there_is_no_file(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    too_long = replace(built, source=replace(SOURCE, pack=Pack(id=Id("p"))))
    vault.close()
    with pytest.raises(Exception, match="closed"):
        packs.save(vault, too_long, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("before", [None, b"old"])
def test_a_line_that_does_not_reach_the_disk_takes_the_file_back(
    vault: Vault,
    built: packs.BuiltPdf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: bytes | None,
) -> None:
    path = tmp_path / "out" / "a.pdf"
    path.parent.mkdir()
    if before is not None:
        path.write_bytes(before)
    seen: list[bytes] = []
    execute = Connection.execute

    def fail(connection: Connection, sql: str, values: Sequence[Value] = ()) -> None:
        if sql == "COMMIT":
            seen.append(path.read_bytes())
            raise SaveFailedError
        execute(connection, sql, values)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "execute", fail)
        with pytest.raises(SaveFailedError):
            packs.save(vault, built, path, replace=True)
    assert seen == [built.data]
    assert [each.read_bytes() for each in path.parent.iterdir()] == [before] * (before is not None)
    assert vault.read.all(Shared) == []
    packs.save(vault, built, path, replace=True)
    assert [each.read_bytes() for each in path.parent.iterdir()] == [built.data]


def test_what_a_listener_does_wrong_leaves_file_and_line(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("a listener")

    vault.subscribe(fail)
    with pytest.raises(RuntimeError, match="a listener"):
        packs.save(vault, built, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == built.data
    assert len(vault.read.all(Shared)) == 1


def test_an_existing_file_is_replaced_where_that_was_said(
    vault: Vault, built: packs.BuiltPdf, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    packs.save(vault, built, path, replace=True)
    assert path.read_bytes() == built.data


def test_the_same_recipient_is_not_added_twice(vault: Vault) -> None:
    ruth = packs.add_recipient(vault, " Ruth Adeyemi ", Relation.MENTOR)
    assert ruth.name == "Ruth Adeyemi"
    assert packs.add_recipient(vault, "ruth adeyemi", Relation.MENTOR) == ruth
    assert packs.add_recipient(vault, "Ruth Adeyemi", Relation.SPONSOR).id != ruth.id


def test_choosing_is_undone_in_one_step(vault: Vault) -> None:
    packs.revise(vault, replace(SOURCE.pack, title="A"))
    packs.revise(vault, replace(SOURCE.pack, title="B"))
    vault.undo()
    assert vault.read.get(Pack, SOURCE.pack.id).title == SOURCE.pack.title
