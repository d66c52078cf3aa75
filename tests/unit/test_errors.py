from __future__ import annotations

import app.imaging.errors
import app.replies.errors
import app.security.errors
import app.storage.errors
from app.domain.records import TooLongError
from app.errors import AppError, RuleBrokenError


def test_an_error_says_its_sentence_with_its_details() -> None:
    error = TooLongError(field="title", limit=300)
    assert str(error) == (
        "That is too long: at most 300 characters fit here. Your text is still on screen."
    )


def test_a_broken_rule_names_its_field() -> None:
    assert TooLongError(field="title", limit=300).field == "title"
    assert RuleBrokenError().field == ""


def _all_errors(cls: type[AppError]) -> set[type[AppError]]:
    below = set(cls.__subclasses__())
    return below.union(*(_all_errors(sub) for sub in below))


def test_the_errors_of_keys_and_storage_are_among_them() -> None:
    known = _all_errors(AppError)
    assert app.imaging.errors.NotAnImageError in known
    assert app.replies.errors.NoFormError in known
    assert app.security.errors.WrongPassphraseError in known
    assert app.storage.errors.VaultDamagedError in known


def test_no_error_blames_shouts_or_speaks_of_databases() -> None:
    for error in _all_errors(AppError):
        words = error.message.lower()
        assert "!" not in words
        assert "oops" not in words
        assert "password" not in words.replace("passphrase", "")
