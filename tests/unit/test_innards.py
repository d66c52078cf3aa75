"""The strings of a PDF, whatever they are for and however they are written."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.sharing.innards import strings


def strings_of(value: bytes, passphrase: str = "") -> list[str]:
    """The strings of a file that holds one, as these very bytes."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Odd = pdf.make_indirect(pikepdf.Dictionary(Deep=[pikepdf.String(value)]))
        target = BytesIO()
        locked = pikepdf.Encryption(user=passphrase, owner="o", R=6) if passphrase else False
        pdf.save(target, encryption=locked)
    with pypdfium2.PdfDocument(target.getvalue(), password=passphrase or None) as document:
        return list(strings(document))


@pytest.mark.parametrize("passphrase", ["", "locked"])
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"plain", "plain"),
        (b"(nested) \\ and ) odd", "(nested) \\ and ) odd"),
        (b"line\nbreak\r", "line\nbreak\r"),
        (b"\xfe\xff" + "名前".encode("utf-16-be"), "名前"),
        (b"\xef\xbb\xbf" + "Zoë".encode(), "Zoë"),
        (b"caf\xe9", "café"),
    ],
)
def test_a_string_is_read(value: bytes, text: str, passphrase: str) -> None:
    read = [each.replace("\r\n", "\n") for each in strings_of(value, passphrase)]
    assert text in read
