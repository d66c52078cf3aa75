"""Finishes a PDF: it says its title and its language, no more; a passphrase locks all of it.

reportlab's own encryption stops at revision 5, whose key is a single SHA-256 and which some
readers refuse; revision 6 (AES-256, PDF 2.0) comes from qpdf.
"""

from __future__ import annotations

import secrets
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from app.export import xmp
from app.export.failures import PassphraseRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 100
"""The standard says 127 bytes; Poppler fails at exactly 127, so there is a margin."""


def seal(
    data: bytes,
    title: str,
    language: str,
    passphrase: str | None,
    finish: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """The finished file, once `finish` has added to it what it knows.

    Without a passphrase, equal input gives equal bytes.
    """
    locked = passphrase is not None
    title = xmp.writable(title)
    encryption = _encryption(passphrase) if passphrase is not None else False
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        pdf.docinfo["/Title"] = pikepdf.String(title)
        pdf.Root.Metadata = pdf.make_stream(
            xmp.packet(title, language), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if finish:
            finish(pdf)
        pdf.save(
            target,
            encryption=encryption,
            deterministic_id=not locked,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.5",
            fix_metadata_version=False,
        )
    return target.getvalue()


def checked(passphrase: str) -> str:
    """The passphrase as PDF readers will take it; raises PassphraseRefusedError."""
    normal = unicodedata.normalize("NFKC", passphrase)
    try:
        size = len(normal.encode("utf-8"))
    except UnicodeEncodeError:
        size = 0
    if not 1 <= size <= MOST_BYTES or "\0" in normal:
        raise PassphraseRefusedError
    return normal


def _encryption(passphrase: str) -> pikepdf.Encryption:
    # Nobody keeps the owner password: it would lift nothing but restrictions we do not set.
    return pikepdf.Encryption(
        user=passphrase,
        owner=secrets.token_urlsafe(32),
        R=6,
        aes=True,
        metadata=True,
        allow=pikepdf.Permissions(modify_assembly=True),
    )
