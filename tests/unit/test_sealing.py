"""What is left of a file's metadata, and what a passphrase may be."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from app.export.failures import PassphraseRefusedError
from app.export.sealing import MOST_BYTES, checked, seal


def draft() -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "anonymous"
        pdf.docinfo["/CreationDate"] = "D:20260521100400+02'00'"
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("passphrase", [None, "locked"])
def test_only_title_and_language_stay(passphrase: str | None) -> None:
    data = seal(draft(), "Zoë\u2019s brief", "de", passphrase)
    with pikepdf.open(BytesIO(data), password=passphrase or "") as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Zoë\u2019s brief"}
        assert str(pdf.Root.Lang) == "de"
        assert pdf.is_encrypted == bool(passphrase)


def test_a_passphrase_is_composed_and_measured_in_bytes() -> None:
    assert checked("ﬁ e\u0301") == "fi é"
    assert checked("ä" * (MOST_BYTES // 2)) == "ä" * (MOST_BYTES // 2)
    with pytest.raises(PassphraseRefusedError):
        checked("ä" * (MOST_BYTES // 2) + "a")


def test_a_passphrase_opens_everything_and_restricts_nothing() -> None:
    with pikepdf.open(BytesIO(seal(draft(), "", "en", "same")), password="same") as pdf:
        assert all(pdf.allow)


def test_two_locked_files_share_no_owner_password() -> None:
    data = draft()
    with (
        pikepdf.open(BytesIO(seal(data, "", "en", "same")), password="same") as first,
        pikepdf.open(BytesIO(seal(data, "", "en", "same")), password="same") as other,
    ):
        assert bytes(first.trailer.Encrypt.O) != bytes(other.trailer.Encrypt.O)


def test_what_finishes_a_file_may_add_to_what_it_says() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Request"] = "7KQ2"

    with pikepdf.open(BytesIO(seal(draft(), "Title", "en", None, finish))) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Title", "/Request": "7KQ2"}
