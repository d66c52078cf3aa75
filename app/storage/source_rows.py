"""Which entries came from other journals, read without decoding them."""

from __future__ import annotations

from app.storage.rows import Reader


def sources(reader: Reader) -> set[str]:
    """The source of every entry that has one, in the trash or not."""
    return {str(source) for (source,) in reader.rows("SELECT source FROM entry WHERE source <> ''")}
