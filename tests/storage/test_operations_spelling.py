"""Words of one's own lie in the vault."""

from __future__ import annotations

from app.operations.spelling import add_word, own_words, remove_word
from app.vault import Vault


def test_a_word_is_kept_until_it_is_removed(vault: Vault) -> None:
    for word in ("Okta", "kanban"):
        add_word(vault, word)
    assert own_words(vault.read) == ("kanban", "Okta")
    remove_word(vault, "kanban")
    assert own_words(vault.read) == ("Okta",)


def test_a_word_is_kept_once_in_whatever_case(vault: Vault) -> None:
    for word in ("Okta", "okta", "Okta"):
        add_word(vault, word)
    assert own_words(vault.read) == ("Okta",)


def test_accents_and_apostrophes_are_kept_as_they_are_looked_up(vault: Vault) -> None:
    add_word(vault, "Rene\u0301\u2019s")
    assert own_words(vault.read) == ("Ren\u00e9's",)


def test_what_is_no_word_is_not_kept(vault: Vault) -> None:
    for word in ("", " ", "two words", "w" * 200):
        add_word(vault, word)
    assert own_words(vault.read) == ()


def test_adding_a_word_is_no_step_of_undo(vault: Vault) -> None:
    add_word(vault, "Okta")
    assert vault.can_undo() is None
