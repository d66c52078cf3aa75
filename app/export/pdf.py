"""Makes the PDF of a document, in memory; see `app.export.saving` for writing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.course import Step, StoppedError, part, unwatched
from app.export.failures import BuildError

if TYPE_CHECKING:
    from app.domain.document import Document


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file; `unprinted` has the characters no font could show, squares now."""

    data: bytes
    pages: int
    unprinted: str = ""


def build(document: Document, passphrase: str | None = None, step: Step = unwatched) -> Pdf:
    """Lay a document out as a PDF, locked with the passphrase if there is one.

    Without a passphrase, the same document gives the same bytes. The passphrase is taken in its
    NFKC form.

    Raises:
        PassphraseRefusedError: it has not 1 to 100 bytes in UTF-8.
        BuildError: the document could not be laid out; carries none of its words.
        StoppedError: `step` said so.
    """
    # reportlab and qpdf take 200 ms to load, which is not for the start of the app.
    from app.export import lettering, pages, sealing  # noqa: PLC0415

    key = None if passphrase is None else sealing.checked(passphrase)
    cause = ""
    try:
        drawn = pages.draw(document, part(step, 0, 0.9))
        title = lettering.whole(document.title)
        data = sealing.seal(drawn.data, title, document.language, key)
    except StoppedError:
        raise
    except Exception as error:  # noqa: BLE001 - reportlab raises anything, with whole paragraphs in it
        cause = type(error).__name__
    else:
        return Pdf(data, drawn.count, drawn.unprinted)
    # Raised outside the handler, so that the cause and the words in it are not carried along.
    raise BuildError(kind=cause)
