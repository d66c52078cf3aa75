"""Each failure says what happened, what is safe and what to do."""

from __future__ import annotations

import pytest

from app.errors import AppError, RuleBrokenError
from app.export.failures import (
    BuildError,
    DiskFullError,
    FileExistsAlreadyError,
    FolderMissingError,
    FolderReadOnlyError,
    PassphraseRefusedError,
    SaveError,
)

KINDS: list[AppError] = [
    BuildError(kind="ValueError"),
    PassphraseRefusedError(),
    SaveError(),
    DiskFullError(),
    FileExistsAlreadyError(),
    FolderMissingError(),
    FolderReadOnlyError(),
]


@pytest.mark.parametrize("failure", KINDS, ids=lambda failure: type(failure).__name__)
def test_the_message_is_a_calm_sentence_of_its_own(failure: AppError) -> None:
    assert str(failure).endswith(".")
    assert "!" not in str(failure)
    assert "PDF" in str(failure)
    assert [str(each) for each in KINDS].count(str(failure)) == 1


def test_a_refused_passphrase_is_a_broken_rule() -> None:
    assert isinstance(PassphraseRefusedError(), RuleBrokenError)
    assert PassphraseRefusedError().field == "passphrase"


def test_the_read_only_folder_is_told_in_the_agreed_words() -> None:
    assert str(FolderReadOnlyError()) == (
        "The PDF was not saved. The folder is read-only; your pack is kept as a draft. "
        "Choose another folder."
    )
