"""What Poppler and PDFium find in a file, boiled down in the plainest way there is.

Nothing of the app is used here, so that an error of its search cannot hide itself.
"""

from __future__ import annotations

import html
import re
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pypdfium2


def boiled(text: str, *, signs: bool = False) -> str:
    """Its letters and digits, in one form; with `signs` its symbols, such as emoji, as well."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in folded if sign.isalnum() or (signs and _is_symbol(sign)))


def _is_symbol(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "S"


def poppler(path: Path, passphrase: str | None) -> str:
    """Pages and structure tree, one after the other."""
    key = ["-upw", _key(passphrase)] if passphrase else []
    pages = _run("pdftotext", *key, "-enc", "UTF-8", str(path), "-")
    return "\n".join((pages, _run("pdfinfo", *key, "-struct-text", str(path))))


def qpdf(path: Path, passphrase: str | None) -> str:
    """What stands beside the pages: XMP, title, links."""
    with pikepdf.open(path, password=_key(passphrase)) as pdf:
        found = [str(value) for value in pdf.docinfo.values()]
        if "/Metadata" in pdf.Root:
            found.append(pdf.Root.Metadata.read_bytes().decode())
        for page in pdf.pages:
            for note in page.get("/Annots") or []:
                found.append(str(note.get("/Contents", "")))
                if "/A" in note:
                    found.append(str(note.A.get("/URI", "")))
    return html.unescape(unquote("\n".join(found)))


def _key(passphrase: str | None) -> str:
    return unicodedata.normalize("NFKC", passphrase or "")


def pdfium(path: Path, passphrase: str | None) -> str:
    """Pages, bookmarks and title."""
    with pypdfium2.PdfDocument(path, password=_key(passphrase) or None) as document:
        found = [document.get_metadata_value(name) for name in ("Title", "Author", "Subject")]
        found += [bookmark.get_title() for bookmark in document.get_toc()]
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_range())
            text.close()
            page.close()
    return "\n".join(found)


def sound(path: Path, passphrase: str | None) -> bool:
    """Whether qpdf finds nothing wrong with a file."""
    key = [f"--password={_key(passphrase)}"] if passphrase else []
    checked = subprocess.run(["qpdf", "--check", *key, str(path)], capture_output=True, check=False)  # noqa: S607
    return checked.returncode == 0


def says_name(text: str, name: str) -> bool:
    """Whether somebody is named, as a whole word where their script has words."""
    plain = unicodedata.normalize("NFKC", text)
    wanted = unicodedata.normalize("NFKC", name)
    if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in wanted):
        return _says_joined(plain, [boiled(word) for word in wanted.split()])
    if any(unicodedata.category(sign) == "Lo" for sign in wanted):
        return boiled(wanted) in boiled(plain)
    words = r"\s+".join(map(re.escape, wanted.split()))
    return re.search(rf"(?<!\w){words}(?!\w)", plain, re.IGNORECASE) is not None


def _says_joined(plain: str, name: list[str]) -> bool:
    """Whether a Hebrew or Arabic name stands there, which up to three letters may be joined to.

    Readers give the letters of a line from either side.
    """
    words = [boiled(word) for word in plain.split()]
    said = " ".join(word for word in words if word)
    there = r"(?<!\w)\w{0,3}" + " ".join(name) + r"(?!\w)"
    back = r"(?<!\w)" + " ".join(word[::-1] for word in reversed(name)) + r"\w{0,3}(?!\w)"
    return any(re.search(way, said) for way in (there, back))


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")
