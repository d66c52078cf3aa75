"""Words that a person takes for right, kept in the vault and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.spelling import MAX_WORD, normal
from app.storage.rows import Reader
from app.vault import Vault

WORDS: Final = "spelling-words"
"""The preference that holds them, one a line."""


def own_words(reader: Reader) -> tuple[str, ...]:
    """The words of one's own, in the order of the alphabet."""
    return tuple(reader.preference(WORDS).split())


def add_word(vault: Vault, word: str) -> None:
    """Take a word for right from now on; once, in whatever case it is known already."""
    plain = normal(word).strip()
    known = own_words(vault.read)
    if not plain or len(plain) > MAX_WORD or plain.split() != [plain]:
        return
    if plain.casefold() not in {other.casefold() for other in known}:
        _keep(vault, (*known, plain))


def remove_word(vault: Vault, word: str) -> None:
    """No longer take a word for right."""
    _keep(vault, (known for known in own_words(vault.read) if known != word))


def _keep(vault: Vault, words: Iterable[str]) -> None:
    vault.prefer(WORDS, "\n".join(sorted(words, key=str.casefold)))
