"""What Greenroom makes, as files: for a computer where no window can open."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from app import unlocking
from app.clock import SystemClock
from app.content.library import Library
from app.domain.packs import Pack
from app.export import saving
from app.operations import packs as packing
from app.operations import sample
from app.queries import packs
from app.sharing.pictures import render_pages
from app.terminal import result
from app.vault import Vault

_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def demonstrate(folder: Path) -> None:
    """Save each share pack of a sample vault as a PDF and its pages as pictures; print where.

    The sample vault is thrown away. Files of the same names are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    library = Library()
    with _sample_vault(library) as vault:
        for pack in vault.read.all(Pack):
            built = packing.build(packs.source(vault, pack, library), None)
            name = _NOT_IN_NAMES.sub("", pack.title)
            _keep(built.data, folder / f"{name}.pdf")
            for number, picture in enumerate(render_pages(built.data, None), start=1):
                _keep(picture, folder / f"{name}, page {number}.png")


def _keep(data: bytes, path: Path) -> None:
    saving.save(data, path, replace=True)
    result(path)


@contextmanager
def _sample_vault(library: Library) -> Iterator[Vault]:
    clock, passphrase = SystemClock(), secrets.token_urlsafe()
    with TemporaryDirectory(prefix="greenroom-sample-") as home:
        folder = Path(home) / "Sample.greenroom"
        sample.create(folder, passphrase, clock, library, sample.quick())
        vault = Vault(unlocking.approach(folder).unlock(passphrase), clock)
        try:
            yield vault
        finally:
            vault.close()
