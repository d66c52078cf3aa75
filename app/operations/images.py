"""Taking images into the vault, and letting go of those that nothing shows any more."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.ids import Id
from app.domain.images import Image
from app.imaging import Picture, cleaned
from app.storage import image_rows
from app.storage.rows import Reader
from app.storage.writing import Write
from app.vault import Vault


def add(vault: Vault, picture: bytes | Picture) -> Image:
    """The image in the vault: kept once by its content, brought back where it was in the trash.

    Raises an ImageError where the bytes are no image that can be kept.
    """
    ready = picture if isinstance(picture, Picture) else cleaned(picture)
    with vault.transact(Op.ADD_IMAGE) as write:
        known = image_rows.found(write, ready.sha256)
        image = (write.find(Image, known) if known else None) or _record(ready)
        image_rows.keep(write, ready.sha256, ready.data)
        return write.put(replace(image, deleted=None))


def data(reader: Reader, image_id: Id) -> bytes | None:
    """An image's bytes; None where it is gone."""
    image = reader.find(Image, image_id)
    return image_rows.data(reader, image.sha256) if image else None


def forget_unused(write: Write) -> int:
    """Drop images that no entry, template or draft shows, nor any version of an entry.

    To be called inside the transaction that deletes entries for good, after it deleted them.
    Returns how many went.
    """
    images = {image.id: image for image in (*write.all(Image), *write.deleted(Image))}
    unused = image_rows.unmentioned(write, images)
    for image_id in unused:
        image_rows.forget(write, Id(image_id), images[Id(image_id)].sha256)
    return len(unused)


def _record(picture: Picture) -> Image:
    return Image(
        sha256=picture.sha256,
        media=picture.media,
        width=picture.width,
        height=picture.height,
        size=len(picture.data),
    )
