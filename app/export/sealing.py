"""Finishes a PDF: of metadata only a title and a language stay; a passphrase locks all of it.

reportlab's own encryption stops at revision 5, whose key is a single SHA-256 and which some
readers refuse; revision 6 (AES-256, PDF 2.0) comes from qpdf.
"""

from __future__ import annotations

import secrets
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from app.export.failures import PassphraseRefusedError
from app.export.tags import structure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.export.tags import Element

MOST_BYTES = 100
"""The standard says 127 bytes; Poppler fails at exactly 127, so there is a margin."""


def seal(
    data: bytes,
    title: str,
    language: str,
    passphrase: str | None,
    elements: Sequence[Element] = (),
) -> bytes:
    """The finished file, read in the order of its elements.

    Without a passphrase, equal input gives equal bytes.
    """
    locked = passphrase is not None
    encryption = _encryption(passphrase) if passphrase is not None else False
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        pdf.docinfo["/Title"] = pikepdf.String(title)
        pdf.Root.Lang = pikepdf.String(language)
        structure(pdf, elements)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.save(
            target,
            encryption=encryption,
            deterministic_id=not locked,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.5",
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
