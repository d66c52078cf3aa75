"""The bytes beside the rows, and who refers to them."""

from __future__ import annotations

import hashlib

from app.changes import Op
from app.domain.ids import Id
from app.domain.images import Image
from app.storage import image_rows
from app.vault import Vault

DATA = b"bytes of an image"
SHA = hashlib.sha256(DATA).hexdigest()
ID = Id("019e4a00-1111-7222-8333-444455556666")


def test_bytes_are_kept_once_and_found_by_their_digest(vault: Vault) -> None:
    with vault.transact(Op.ADD_IMAGE) as write:
        image_rows.keep(write, SHA, DATA)
        image_rows.keep(write, SHA, b"")

    assert image_rows.data(vault.read, SHA) == DATA
    assert image_rows.data(vault.read, "other") is None


def test_a_row_is_found_by_its_digest_in_the_trash_too(vault: Vault) -> None:
    with vault.transact(Op.ADD_IMAGE) as write:
        write.delete(write.put(Image(id=ID, sha256=SHA)))

    assert image_rows.found(vault.read, SHA) == ID
    assert image_rows.found(vault.read, "other") is None


def test_forgetting_takes_the_row_its_bytes_and_its_log(vault: Vault) -> None:
    with vault.transact(Op.ADD_IMAGE) as write:
        write.put(Image(id=ID, sha256=SHA))
        image_rows.keep(write, SHA, DATA)
        image_rows.forget(write, ID, SHA)

    assert vault.read.find(Image, ID) is None
    assert image_rows.data(vault.read, SHA) is None
    assert vault.read.rows("SELECT 1 FROM change") == []


def test_an_image_without_its_bytes_is_not_sound(vault: Vault) -> None:
    assert image_rows.sound(vault.read)
    with vault.transact(Op.ADD_IMAGE) as write:
        write.put(Image(id=ID, sha256=SHA))
    assert not image_rows.sound(vault.read)
    with vault.transact(Op.ADD_IMAGE) as write:
        image_rows.keep(write, SHA, DATA)
    assert image_rows.sound(vault.read)


def test_nothing_is_asked_where_nothing_is_wanted(vault: Vault) -> None:
    assert image_rows.unmentioned(vault.read, ()) == set()
    assert image_rows.unmentioned(vault.read, (ID,)) == {ID}
