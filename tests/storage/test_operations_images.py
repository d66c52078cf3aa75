"""Images in the vault: once by content, there as long as anything shows them, and then gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.changes import Changes, Op
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.images import Image
from app.domain.templates import OwnTemplate
from app.imaging.errors import NotAnImageError
from app.operations import images, journal
from app.operations.journal import EntryDraft
from app.prose import reference
from app.vault import Vault
from tests.pictures import exif, jpeg, png, segment


def purge(vault: Vault, entry: Entry) -> int:
    """Delete an entry and its history for good; returns how many images went with it."""
    with vault.transact(Op.PURGE) as write:
        write.execute("DELETE FROM entry WHERE id = ?", (entry.id,))
        write.execute("DELETE FROM change WHERE id = ?", (entry.id,))
        return images.forget_unused(write)


def kept(vault: Vault) -> list[str]:
    """The digests of the bytes that are kept."""
    return [row[0] for row in vault.read.rows("SELECT sha256 FROM image_data ORDER BY 1")]


def test_an_image_is_kept_with_its_size_and_its_bytes(vault: Vault) -> None:
    image = images.add(vault, png(8, 4))

    assert (image.media, image.width, image.height) == ("image/png", 8, 4)
    assert image.size == len(png(8, 4))
    assert images.data(vault.read, image.id) == png(8, 4)
    assert vault.read.all(Image) == [image]


def test_the_same_picture_is_kept_once(vault: Vault) -> None:
    first = images.add(vault, jpeg())

    again = images.add(vault, jpeg(segment(0xFE, b"another comment"), segment(0xE1, exif(1))))

    assert again == first
    assert kept(vault) == [first.sha256]


def test_an_image_in_the_trash_comes_back(vault: Vault) -> None:
    first = images.add(vault, png())
    with vault.transact(Op.PURGE) as write:
        write.delete(first)

    again = images.add(vault, png())

    assert again.id == first.id
    assert vault.read.get(Image, first.id).deleted is None


def test_what_is_no_image_changes_nothing(vault: Vault) -> None:
    told: list[Changes] = []
    vault.subscribe(told.append)

    with pytest.raises(NotAnImageError):
        images.add(vault, b"<svg/>")

    assert (kept(vault), told) == ([], [])


def test_adding_tells_the_listeners_and_is_no_step_of_undo(vault: Vault) -> None:
    told: list[Changes] = []
    vault.subscribe(told.append)

    image = images.add(vault, png())

    assert told == [Changes(Op.ADD_IMAGE, frozenset({(Kind.IMAGE, image.id)}))]
    assert vault.can_undo() is None


def test_neither_undo_nor_the_change_log_holds_a_copy(vault: Vault) -> None:
    data = png(400, 300, colour=7)
    images.add(vault, data)

    logged = vault.read.rows("SELECT coalesce(old, '') FROM change")

    assert not any(data[60:90] in str(old).encode() for (old,) in logged)
    assert sum(len(str(old)) for (old,) in logged) < 500


def test_the_bytes_of_no_image_are_none(vault: Vault) -> None:
    assert images.data(vault.read, Id("none")) is None


def test_an_image_goes_with_the_only_entry_that_showed_it(vault: Vault) -> None:
    image, other = images.add(vault, png()), images.add(vault, jpeg())
    entry = journal.add(vault, EntryDraft(body=f"a {reference(image.id)}"))
    journal.add(vault, EntryDraft(body=f"b {reference(other.id)}"))

    assert purge(vault, entry) == 1

    assert vault.read.all(Image) == [other]
    assert kept(vault) == [other.sha256]
    assert vault.read.rows("SELECT 1 FROM change WHERE id = ?", (image.id,)) == []


def in_another_entry(vault: Vault, text: str) -> None:
    journal.add(vault, EntryDraft(body=text))


def in_the_trash(vault: Vault, text: str) -> None:
    journal.delete(vault, journal.add(vault, EntryDraft(body=text)).id)


def in_an_earlier_version(vault: Vault, text: str) -> None:
    entry = journal.add(vault, EntryDraft(body=f"{'x' * 80} {text}"))
    journal.write(vault, entry.id, EntryDraft(body="x" * 80))
    journal.write(vault, entry.id, EntryDraft(body="other"))


def in_an_entry_whose_making_was_undone(vault: Vault, text: str) -> None:
    journal.add(vault, EntryDraft(body=text))
    vault.undo()


def in_a_dialogs_draft(vault: Vault, text: str) -> None:
    vault.keep_draft("capture", text)


def in_a_template(vault: Vault, text: str) -> None:
    with vault.transact(Op.ADD_TEMPLATE) as write:
        write.put(OwnTemplate(name="t", body=text))


@pytest.mark.parametrize(
    "put",
    [
        in_another_entry,
        in_the_trash,
        in_an_earlier_version,
        in_an_entry_whose_making_was_undone,
        in_a_dialogs_draft,
        in_a_template,
    ],
)
def test_an_image_stays_as_long_as_it_is_shown(
    vault: Vault, put: Callable[[Vault, str], None]
) -> None:
    image = images.add(vault, png())
    entry = journal.add(vault, EntryDraft(body=reference(image.id)))
    put(vault, reference(image.id))

    assert purge(vault, entry) == 0

    assert kept(vault) == [image.sha256]


def test_a_version_is_known_although_the_log_keeps_only_the_part_that_changed(
    vault: Vault,
) -> None:
    first, second = images.add(vault, png()), images.add(vault, jpeg())
    start = f"{'x' * 80} {reference(first.id)}"
    entry = journal.add(vault, EntryDraft(body=start))
    journal.write(vault, entry.id, EntryDraft(body=start.replace(first.id, second.id)))
    logged = vault.read.rows("SELECT old FROM change WHERE field = 'body'")
    assert first.id not in str(logged)

    with vault.transact(Op.PURGE) as write:
        assert images.forget_unused(write) == 0


def test_a_purge_that_fails_keeps_the_image(vault: Vault) -> None:
    image = images.add(vault, png())

    with pytest.raises(ZeroDivisionError), vault.transact(Op.PURGE) as write:
        assert images.forget_unused(write) == 1
        raise ZeroDivisionError

    assert images.data(vault.read, image.id) == png()


def test_a_vault_with_sound_images_is_sound(vault: Vault) -> None:
    images.add(vault, png())

    assert vault.verify()


@pytest.mark.parametrize(
    "harm", ["DELETE FROM image_data", "UPDATE image_data SET data = zeroblob(length(data))"]
)
def test_a_missing_or_altered_image_is_found(vault: Vault, harm: str) -> None:
    images.add(vault, png())
    with vault.transact(Op.PREFER) as write:
        write.execute(harm)

    assert not vault.verify()
